"""Facts of one thing that reports state outright, each a relation with one value: where she lives, what it measured."""
