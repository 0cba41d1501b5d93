"""Pages to reports: where they come from, what of a page is the article, and when it was published."""
