"""Rules and duties of money, gathered from the topics."""

from zhixing.funds.aid import rules as aid
from zhixing.funds.clearance import rules as clearance
from zhixing.funds.distribution import rules as distribution
from zhixing.funds.fees import rules as fees
from zhixing.funds.goods import rules as goods
from zhixing.funds.keeping import rules as keeping
from zhixing.funds.paying import rules as paying
from zhixing.funds.rules import account, money, payout, refund, settlement, statement, terms
from zhixing.funds.sheets import rules as sheets

TOPICS = (
    account,
    statement,
    money,
    payout,
    settlement,
    refund,
    terms,
    keeping,
    fees,
    goods,
    paying,
    sheets,
    distribution,
    aid,
    clearance,
)
RULES = [rule for topic in TOPICS for rule in topic.RULES]
DUTIES = [duty for topic in TOPICS for duty in getattr(topic, "DUTIES", ())]
