"""Whole cases, played by officers in a real browser."""
