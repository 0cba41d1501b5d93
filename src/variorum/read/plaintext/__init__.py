"""Plain text that a crawler flattened: which lines are the article, and what those around it say."""
