"""Where reports say that something happened, and how places lie."""
