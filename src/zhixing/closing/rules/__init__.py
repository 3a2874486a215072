"""Rules and duties of closing, gathered from the topics."""

from zhixing.closing.rules import (
    aftermath,
    lifting,
    partial,
    rechecks,
    resumption,
    revocation,
    termination,
    ways,
)

TOPICS = (ways, partial, termination, revocation, aftermath, rechecks, lifting, resumption)
RULES = [rule for topic in TOPICS for rule in topic.RULES]
DUTIES = [duty for topic in TOPICS for duty in getattr(topic, "DUTIES", ())]
