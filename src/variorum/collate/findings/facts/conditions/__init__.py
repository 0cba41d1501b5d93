"""What state reports say somebody or something was in, and what they say was done or was not."""
