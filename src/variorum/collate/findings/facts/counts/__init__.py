"""How many there were: people under an act that news counts, and things of any kind."""
