"""Property: found, declared, inquired after, held, valued, sold (plan measure 5, and the inquiry half of measure 1)."""
