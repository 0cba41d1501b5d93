"""A page of HTML taken apart: its tree, its head, its blocks, and which of them are the article."""
