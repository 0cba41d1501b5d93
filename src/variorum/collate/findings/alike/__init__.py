"""What reports tell alike: equal values, acts, bearers of roles, and sums of money that many reports give."""
