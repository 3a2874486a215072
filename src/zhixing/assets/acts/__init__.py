"""Acts on property, by topic."""
