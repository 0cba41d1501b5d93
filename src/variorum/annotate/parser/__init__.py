"""spaCy's pipeline read faster: the same weights and rules, the same results, without the objects in between."""
