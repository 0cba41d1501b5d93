"""What explains words that differ: other words for the same, and words that can both be right."""
