"""What reports measure of one thing, and what teams, bids and prices stand at."""
