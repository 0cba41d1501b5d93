"""What explains names and places of two bearers, or of one."""
