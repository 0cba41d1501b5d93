"""When an article was published: every place that gives a date, weighed together."""
