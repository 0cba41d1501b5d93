"""With what, of what kind and how reports say that something was."""
