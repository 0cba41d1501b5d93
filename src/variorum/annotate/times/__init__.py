"""Time expressions: where they are (`find`), and what they mean (`resolve`)."""
