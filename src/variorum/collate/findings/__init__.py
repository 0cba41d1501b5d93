"""What readings of one point have to do with one another: agreement, conflict, update, variant, single."""
