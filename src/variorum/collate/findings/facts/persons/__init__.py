"""What reports state of a person: age, family, home, whose kin."""
