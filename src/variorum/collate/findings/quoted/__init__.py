"""What reports quote: word for word, or in other words that exclude each other."""
