"""Acts on money, by topic."""
