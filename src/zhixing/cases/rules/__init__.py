"""Rules and duties of a case, gathered from the topics."""

from zhixing.cases.rules import assignment, filing, notice, pause, performance, periods, recusal

TOPICS = (filing, assignment, notice, performance, pause, periods, recusal)
RULES = [rule for topic in TOPICS for rule in topic.RULES]
DUTIES = [duty for topic in TOPICS for duty in getattr(topic, "DUTIES", ())]
