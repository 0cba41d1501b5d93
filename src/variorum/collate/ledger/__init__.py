"""What was undertaken, by whom, to whom, how much, and where it stands according to which report."""
