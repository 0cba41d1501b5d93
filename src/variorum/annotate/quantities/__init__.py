"""Numbers in a text and what they measure: money, percentages, counts, measures, ordinals."""
