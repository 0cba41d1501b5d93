"""What the commands speak: the values that stages pass on, their laws, and their lines on the wire."""
