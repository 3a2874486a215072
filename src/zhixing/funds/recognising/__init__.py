"""Whose money a line of the bank's statement is: what speaks for which case, and what of that is certain enough for a rule."""
