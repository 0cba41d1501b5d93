"""How many reports count of one class under one act."""
