"""Who said what: source, cue and content of speech, belief, intention and documents."""
