"""Measurements: quality against public sets, speed beside peers."""
