"""One entity across the reports of a storyline: which names are of one person, body or place."""
