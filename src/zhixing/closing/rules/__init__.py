"""Rules and duties of closing, gathered from the topics."""

from zhixing.closing.rules import aftermath, resumption, termination, ways

TOPICS = (ways, termination, aftermath, resumption)
RULES = [rule for topic in TOPICS for rule in topic.RULES]
DUTIES = [duty for topic in TOPICS for duty in getattr(topic, "DUTIES", ())]
