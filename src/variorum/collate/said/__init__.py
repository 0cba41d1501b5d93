"""Who said what: voices across reports, speakers whom nobody names, and words that need their sentence."""
