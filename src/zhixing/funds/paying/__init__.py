"""Paying: reserved payouts go to the bank in a file, and what its statement says of them is recognised."""
