"""The law: pure, dated, cited. Imports nothing of Django, does no I/O, never reads a clock."""
