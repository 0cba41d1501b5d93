"""What a page tells of its article: headline, writers, outlet, agency, place."""
