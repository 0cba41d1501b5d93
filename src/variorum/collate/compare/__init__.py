"""Whether two readings of one point agree, one file for each kind of value."""
