"""Pages of case money."""
