"""Notice and service: the enforcement notice with the property-report order, service and its proof, talks with the applicant."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.parties.acts import ApplicantId, DebtorId
from zhixing.record.act import Act, Choice, FileHash, PartyId, Prose, Seq, title


class EnforcementNoticeIssued(Act, frozen=True, kw_only=True, tag="cases.enforcement_notice_issued"):
    """发出执行通知书: the debtor is ordered to perform, and told what follows otherwise."""

    to: Annotated[tuple[DebtorId, ...], title("被执行人")]
    perform_within: Annotated[int, title("责令履行的天数", "自送达起")] = 3
    listing_risk_stated: Annotated[bool, title("已载明纳入失信名单的风险")] = True
    delay_interest_stated: Annotated[bool, title("已载明承担迟延履行利息或迟延履行金")] = True
    account_stated: Annotated[bool, title("已载明案款账户")] = True


class PropertyReportOrdered(Act, frozen=True, kw_only=True, tag="cases.property_report_ordered"):
    """发出报告财产令: the debtor is ordered to report present property and its changes of the past year."""

    to: Annotated[tuple[DebtorId, ...], title("被执行人")]
    days: Annotated[int, title("报告期限", "天，自送达起；法律未定固定天数，由令载明")] = 10


class CluesAsked(Act, frozen=True, kw_only=True, tag="cases.clues_asked"):
    """通知提供线索: the applicant is asked what is known of the debtor's property."""

    to: Annotated[tuple[ApplicantId, ...], title("申请执行人")]


class ServedDocument(Choice):
    """What is served."""

    ACCEPTANCE = "acceptance", "受理通知书"
    NOTICE = "notice", "执行通知书"
    REPORT_ORDER = "report_order", "报告财产令"
    NOTICE_AND_ORDER = "notice_and_order", "执行通知书及报告财产令"
    RULING = "ruling", "裁定书"
    DECISION = "decision", "决定书"
    CLOSING = "closing", "结案通知书"
    SUMMONS = "summons", "传票"
    OTHER = "other", "其他文书"


class ServiceMethod(Choice):
    """Ways of service (民诉法 art. 88–95)."""

    DIRECT = "direct", "直接送达"
    LEFT = "left", "留置送达"
    ELECTRONIC = "electronic", "电子送达"
    ENTRUSTED = "entrusted", "委托送达"
    MAIL = "mail", "邮寄送达"
    FORWARDED = "forwarded", "转交送达"
    PUBLIC_NOTICE = "public_notice", "公告送达"


class ServiceOutcome(Choice):
    """What became of an attempt."""

    SERVED = "served", "已送达"
    RETURNED = "returned", "退回"
    REFUSED = "refused", "拒收"
    PENDING = "pending", "尚无结果"


class ServiceAttempted(Act, frozen=True, kw_only=True, tag="cases.service_attempted"):
    """送达: one attempt to serve a document on one person, and its proof."""

    document: Annotated[ServedDocument, title("文书")]
    to: Annotated[PartyId, title("受送达人")]
    method: Annotated[ServiceMethod, title("送达方式")]
    outcome: Annotated[ServiceOutcome, title("结果")]
    of: Annotated[Seq | None, title("所属行为", "作出该文书的行为")] = None
    sent_on: Annotated[date | None, title("交邮、公告日期")] = None
    served_on: Annotated[date | None, title("送达日期", "已送达的必填；公告送达为公告期满日")] = None
    signed_by: Annotated[str, title("签收人")] = ""
    why_not: Annotated[str, title("原因", "未送达、留置或公告的，写明原因和经过")] = ""
    proof: Annotated[FileHash | None, title("送达证明")] = None


class Channel(Choice):
    """How one talked."""

    VISIT = "visit", "当面"
    PHONE = "phone", "电话"
    VIDEO = "video", "视频"
    LETTER = "letter", "书面"
    ONLINE = "online", "网上"


class ApplicantContacted(Act, frozen=True, kw_only=True, tag="cases.applicant_contacted"):
    """联系申请执行人: a talk with the applicant about the progress of the case."""

    party: Annotated[ApplicantId, title("申请执行人")]
    channel: Annotated[Channel, title("方式")]
    content: Annotated[Prose, title("内容")]
