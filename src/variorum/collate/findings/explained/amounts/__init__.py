"""What explains figures of two things: two bearers, rows, parts, scales, deeds."""
