"""Rules and duties of judicial aid, gathered from the topics.

Not covered: paying in advance before a decision (司法救助意见 14), payment in part by other bodies (15), aid jointly with the
court above (2), the yearly report (17); grounds outside enforcement are offered as choices and not examined further.
"""

from zhixing.funds.aid.rules import application, case, decision, fund, payment, terms

TOPICS = (fund, application, decision, payment, case, terms)
RULES = [rule for topic in TOPICS for rule in topic.RULES]
DUTIES = [duty for topic in TOPICS for duty in getattr(topic, "DUTIES", ())]
