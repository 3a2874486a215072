"""Pages of judicial aid."""
