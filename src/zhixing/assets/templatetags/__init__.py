"""Template tags of property."""
