"""Words as data: one folder a language, one readable file a subject."""
