"""Rules and duties of a case, gathered from the topics."""

from zhixing.cases.rules import (
    assignment,
    claims,
    coordination,
    extension,
    filing,
    guarantee,
    higher_court,
    notice,
    panel,
    party_change,
    pause,
    performance,
    periods,
    reconsideration,
    recusal,
    review,
    service,
    settlement,
    suit,
)

TOPICS = (
    filing,
    claims,
    coordination,
    assignment,
    notice,
    service,
    performance,
    settlement,
    guarantee,
    pause,
    periods,
    review,
    reconsideration,
    suit,
    extension,
    recusal,
    panel,
    party_change,
    higher_court,
)
RULES = [rule for topic in TOPICS for rule in topic.RULES]
DUTIES = [duty for topic in TOPICS for duty in getattr(topic, "DUTIES", ())]
