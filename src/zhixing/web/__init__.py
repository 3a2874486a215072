"""The web face: desk, case list, case page, act forms. Pages speak Chinese; every write goes through the door."""
