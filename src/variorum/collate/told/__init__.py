"""What is told of a story in brief: its title, the lines of the brief, and what may stand as one."""
