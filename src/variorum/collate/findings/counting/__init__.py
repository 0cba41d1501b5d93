"""What counts count: the acts and things, and the tallies that reports keep."""
