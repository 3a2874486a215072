"""Act types of a case; one module a topic."""
