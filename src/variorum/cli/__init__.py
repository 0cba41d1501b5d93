"""The commands: thin shells over the functions of the same names."""
