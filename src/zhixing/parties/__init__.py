"""Persons and organisations that take part in cases; protection of their identities."""
