"""Conflict, update or variant: time and scope decide, rule by rule."""
