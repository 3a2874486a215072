"""Judicial aid (司法救助): a court's fund, applications of persons whose title cannot be enforced, and what the fund pays them."""
