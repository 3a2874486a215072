"""Rules and duties of preservation. Property is held by `assets` up to the sum of the ruling, and lifted there."""

from zhixing.preservation.rules import course, limits

RULES = course.RULES
DUTIES = limits.DUTIES
