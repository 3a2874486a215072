"""Pages of preservation."""
