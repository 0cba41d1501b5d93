"""What explains figures and dates of two moments or two happenings."""
