"""What reports measure of one thing: prices, lengths, sentences, how long something took."""
