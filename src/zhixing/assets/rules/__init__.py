"""Rules and duties of property, gathered from the topics."""

from zhixing.assets.rules import (
    after_auction,
    appraisers,
    auction,
    audit,
    bidding,
    buyer_duties,
    clues,
    control,
    declaration,
    delivery,
    ending_control,
    found,
    inquiry,
    passing_on,
    price_duties,
    priority,
    report_duties,
    reward,
    sale_duties,
    search,
    valuation,
)

SALES = (
    appraisers,
    valuation,
    price_duties,
    auction,
    sale_duties,
    bidding,
    buyer_duties,
    after_auction,
    delivery,
    priority,
)
TOPICS = (
    control,
    ending_control,
    passing_on,
    found,
    inquiry,
    declaration,
    report_duties,
    clues,
    search,
    audit,
    reward,
    *SALES,
)
RULES = [rule for topic in TOPICS for rule in topic.RULES]
DUTIES = [duty for topic in TOPICS for duty in getattr(topic, "DUTIES", ())]
