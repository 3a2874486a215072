"""The database as Django knows it; `base` is where it looks."""
