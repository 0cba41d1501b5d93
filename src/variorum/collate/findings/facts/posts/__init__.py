"""What reports state of posts and names: who holds which, of which body, and names with one word for another."""
