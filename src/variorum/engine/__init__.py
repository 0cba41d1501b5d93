"""Running a function over many items: in this process, or in several."""
