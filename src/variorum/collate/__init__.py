"""The reports of a storyline to a record: what they agree on, where they differ, who said what, what was undertaken."""
