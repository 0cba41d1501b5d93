"""Bytes to text: the character set, and the last change that a text ever gets."""
