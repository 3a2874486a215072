"""Rules of a plan's dossiers, by topic."""

from zhixing.plan.rules import adoption, carrying_out, inspection, leading_group

RULES = [*adoption.RULES, *carrying_out.RULES, *inspection.RULES, *leading_group.RULES]
DUTIES = [*carrying_out.DUTIES, *inspection.DUTIES, *leading_group.DUTIES]
