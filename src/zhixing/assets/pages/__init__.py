"""The pages of property."""
