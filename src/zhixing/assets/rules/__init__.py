"""Rules and duties of property, gathered from the topics."""

from zhixing.assets.rules import (
    audit,
    clues,
    control,
    declaration,
    ending_control,
    found,
    report_duties,
    reward,
    search,
)

TOPICS = (control, ending_control, found, declaration, report_duties, clues, search, audit, reward)
RULES = [rule for topic in TOPICS for rule in topic.RULES]
DUTIES = [duty for topic in TOPICS for duty in getattr(topic, "DUTIES", ())]
