"""Rules and duties of preservation. Property is held by `assets` up to the sum of the ruling, and lifted there."""

from zhixing.preservation.rules import course, following, handing_over, limits, more_security, substituting

RULES = [*course.RULES, *following.RULES, *more_security.RULES, *handing_over.RULES, *substituting.RULES]
DUTIES = [
    *limits.DUTIES,
    *following.DUTIES,
    *more_security.DUTIES,
    *handing_over.DUTIES,
    *substituting.DUTIES,
]
