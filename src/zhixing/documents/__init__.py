"""Documents: what acts make on paper, kept in the e-file."""
