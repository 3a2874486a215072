"""The preservation centre (plan measure 11): property held before judgment or enforcement, with security and remedy."""
