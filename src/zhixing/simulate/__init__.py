"""A district that lives: invented people and cases, entered through the one door. Every person here is invented."""
