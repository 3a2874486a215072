"""Rules and duties of preservation. Property is held by `assets` up to the sum of the ruling, and lifted there."""

from zhixing.preservation.rules import course, following, limits, substituting

RULES = [*course.RULES, *following.RULES, *substituting.RULES]
DUTIES = [*limits.DUTIES, *following.DUTIES, *substituting.DUTIES]
