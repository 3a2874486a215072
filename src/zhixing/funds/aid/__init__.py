"""Judicial aid (司法救助): a court's fund, who asks it because a title cannot be enforced, and what it pays them."""
