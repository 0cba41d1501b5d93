"""What reports measure of one thing: prices, lengths, shares, scores, ranks, numbers dialled."""
