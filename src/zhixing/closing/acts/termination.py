"""Termination of the round: the talk, the certified checks, the ruling, and the five years that follow it.

A condition that a later room will record can until then only be certified by an officer on paper evidence; such an
entry says so wherever it is shown.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from zhixing.assets.acts.inquiry import InquiryRepeated, InquirySent
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.notice import Channel, ServiceMethod
from zhixing.parties.acts import ApplicantId, DebtorId, MemberId
from zhixing.record.act import Act, Choice, Course, FileHash, Prose, Seq, title


class ToldMatter(Choice):
    """What the applicant is told before the round is terminated (终本规定 art. 5)."""

    COURSE = "course", "案件执行情况"
    INQUIRY = "inquiry", "采取的财产调查措施"
    PROPERTY = "property", "被执行人的财产情况"
    CONSEQUENCES = "consequences", "终结本次执行程序的依据及法律后果"


class TalkOutcome(Choice):
    """What the applicant answered."""

    AGREES = "agrees", "同意终结本次执行程序"
    DISAGREES = "disagrees", "不同意"
    REQUESTED = "requested", "申请执行人自己书面申请终结本次执行程序"
    NOT_REACHED = "not_reached", "多次联系未能取得联系"


class TerminationTalkHeld(Act, frozen=True, kw_only=True, tag="closing.termination_talk_held"):
    """终本约谈: the applicant is told how matters stand and is heard before the round is terminated."""

    party: Annotated[ApplicantId, title("申请执行人")]
    channel: Annotated[Channel, title("方式")]
    outcome: Annotated[TalkOutcome, title("申请执行人的意见")]
    told: Annotated[tuple[ToldMatter, ...], title("告知的内容")] = ()
    signed: Annotated[bool, title("申请执行人已签字确认", "签字的笔录或书面意见入卷")] = False
    reasons: Annotated[Prose, title("理由与经过", "不同意的理由；未取得联系的写明历次联系")] = ""
    clues_until: Annotated[date | None, title("提供线索的期限至", "给了期限的填写，期满前不终结")] = None


class CheckedCondition(Choice):
    """Conditions of termination that other rooms will record (终本规定 art. 1–4)."""

    REPORT_VERIFIED = "report_verified", "财产报告已核查，拒报、虚报、逾期的已处理"
    CONSUMPTION_RESTRICTED = "consumption_restricted", "已对每名被执行人限制消费"
    LISTED = "listed", "符合条件的被执行人已纳入失信名单"
    CLUES_VERIFIED = "clues_verified", "财产线索均已核查"
    NETWORK_INQUIRY = "network_inquiry", "三个月内网络查控已覆盖全部项目"
    OTHER_PROPERTY = "other_property", "公积金、理财、保险、股息红利已查"
    ON_SITE = "on_site", "现场调查、搜查、悬赏、审计至少一项"
    NO_PROPERTY_LEFT = "no_property_left", "无可供执行的财产，或财产均不能处置"
    WHEREABOUTS = "whereabouts", "下落不明的被执行人已依法查找"
    OBSTRUCTION = "obstruction", "妨害执行的已处罚或启动追责"
    OTHER_THAN_MONEY = "other_than_money", "金钱以外的请求已穷尽执行办法"


class TerminationChecked(Act, frozen=True, kw_only=True, tag="closing.termination_checked"):
    """终本核查: an officer certifies one condition on paper evidence, because no room records it yet."""

    condition: Annotated[CheckedCondition, title("核查的条件")]
    evidence: Annotated[Prose, title("书面材料与核查结果", "写明看了什么材料、结果如何")]
    document: Annotated[str, title("材料名称与文号、卷页")]
    evidence_on: Annotated[date, title("材料形成日期", "如网络查控反馈之日")]
    file: Annotated[FileHash | None, title("材料文件")] = None


class TerminationGround(Choice):
    """Why nothing can be enforced in this round (终本规定 art. 1)."""

    NO_PROPERTY = "no_property", "未发现可供执行的财产"
    NOT_DISPOSABLE = "not_disposable", "发现的财产不能处置"


class RoundTerminated(ClosingAct, frozen=True, kw_only=True, tag="closing.round_terminated"):
    """终结本次执行程序: nothing can be enforced now; panel and president agreed. The debt stands."""

    # Objections may still be raised (异议复议规定 art. 6), parties changed.
    course: ClassVar[Course] = Course.ROUND_ENDED

    ground: Annotated[TerminationGround, title("终结本次执行程序的情形")]
    ruling: Annotated[str, title("裁定书文号")]


class RoundTerminatedByConsent(
    RoundTerminated, frozen=True, kw_only=True, tag="closing.round_terminated_by_consent"
):
    """终结本次执行程序（申请执行人签字确认）: the same, on the applicant's signature instead of the president's approval."""


class RoundTerminationServed(Act, frozen=True, kw_only=True, tag="closing.round_termination_served"):
    """送达终本裁定: the ruling reached a party; on the applicant's service the case counts as closed."""

    to: Annotated[MemberId, title("受送达人")]
    method: Annotated[ServiceMethod, title("送达方式")]
    sent_on: Annotated[date | None, title("交邮、刊登日期", "邮寄、公告送达的填写，结案日按此计")] = None
    signed_by: Annotated[str, title("签收人")] = ""
    proof: Annotated[FileHash | None, title("送达证明")] = None


class TerminationPublished(Act, frozen=True, kw_only=True, tag="closing.termination_published"):
    """录入终本信息库: the terminated round is entered into the public database."""

    receipt: Annotated[str, title("录入回执")] = ""


class TerminationShielded(Act, frozen=True, kw_only=True, tag="closing.termination_shielded"):
    """屏蔽终本信息: the entry is taken out of public view, because the debt was paid or enforcement ended."""

    reason: Annotated[Prose, title("屏蔽事由")]
    receipt: Annotated[str, title("屏蔽回执")] = ""


class RoundRechecked(InquiryRepeated, frozen=True, kw_only=True, tag="closing.round_rechecked"):
    """终本后查询: the half-yearly inquiry into the debtor's property, and that the applicant was told."""

    told_applicant: Annotated[bool, title("已把结果告知申请执行人")] = False


class RoundAskedAgain(InquirySent, frozen=True, kw_only=True, tag="closing.round_asked_again"):
    """终本后自动查询: the half-yearly inquiry, sent by the platform itself to every institution of the debtors it names."""

    due: Annotated[date, title("应查询之日", "这一个半年的最后一日")]


class PropertyChangeLearned(Act, frozen=True, kw_only=True, tag="closing.property_change_learned"):
    """获悉财产变动: the court learns that a debtor's property changed after the report."""

    debtor: Annotated[DebtorId, title("被执行人")]
    changed_on: Annotated[date, title("变动之日")]
    content: Annotated[Prose, title("变动情况")]


class SupplementReportReceived(Act, frozen=True, kw_only=True, tag="closing.supplement_report_received"):
    """收到补充报告: the debtor reports a change of property."""

    debtor: Annotated[DebtorId, title("被执行人")]
    change: Annotated[Seq | None, title("所报的变动", "卷内已记变动的选择")] = None
    content: Annotated[Prose, title("报告内容")] = ""
