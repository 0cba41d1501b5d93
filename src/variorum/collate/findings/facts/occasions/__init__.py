"""When reports say that something happened."""
