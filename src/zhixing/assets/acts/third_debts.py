"""What others owe the debtor (到期债权): the order to pay the applicant, the third party's answer, and enforcing on it.

The debt itself is a found property of the debtor; freezing it, due or not, is `Controlled`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

from zhixing.assets.acts.found import Property
from zhixing.cases.acts.performance import VoluntarilyPerformed
from zhixing.parties.acts import MemberId, ThirdDebtorId
from zhixing.record.act import Act, Choice, Fen, FileHash, Prose, Seq, title

# Names an order to perform of the same dossier.
Notice: TypeAlias = Annotated[Seq, title("履行通知", of=("assets.debt_notified",))]


class DebtNotified(Act, frozen=True, kw_only=True, tag="assets.debt_notified"):
    """发出履行到期债务通知: a third party is told to pay the applicant what it owes the debtor, and nothing to the debtor."""

    property: Annotated[Property, title("到期债权", "先录入查明的财产：债权")]
    third: Annotated[ThirdDebtorId, title("第三人", "对被执行人负有债务的人")]
    amount: Annotated[Fen, title("通知履行的数额", "不超过债权数额和本案尚欠数额")]
    due_on: Annotated[date, title("债权到期之日")]
    applied_by: Annotated[MemberId, title("申请人", "依申请执行人或者被执行人的申请")]
    established_by: Annotated[
        str, title("确定债权的生效法律文书", "判决、裁决等的文号；第三人的否认不予支持；没有的不填")
    ] = ""
    evidence: Annotated[str, title("债权的证据", "合同、结算单、对账函等")] = ""


class DebtNoticeServed(Act, frozen=True, kw_only=True, tag="assets.debt_notice_served"):
    """直接送达履行通知: the order was handed to the third party; fifteen days run from here."""

    notice: Notice
    received_by: Annotated[str, title("签收人", "第三人本人，或者单位的法定代表人、负责收件的人")]
    proof: Annotated[FileHash | None, title("送达回证")] = None


class Plea(Choice):
    """What a third party says against the order. Which of it stops enforcement is for the law (执行工作规定 art. 48, 50)."""

    NOT_OWED = "not_owed", "债权不存在、已经清偿或者抵销"
    AMOUNT = "amount", "数额有争议"
    NOT_DUE = "not_due", "债权未到期或者条件未成就"
    ANOTHERS = "anothers", "债权已转让、出质或者属于他人"
    OTHER = "other", "其他异议"
    NO_MEANS = "no_means", "无履行能力"
    NO_RELATION = "no_relation", "与申请执行人无直接法律关系"
    WAIVED = "waived", "被执行人收到通知后放弃债权或者延缓期限"


class DebtObjected(Act, frozen=True, kw_only=True, tag="assets.debt_objected"):
    """第三人提出异议: taken down and not examined; what is disputed in time is not enforced."""

    notice: Notice
    plea: Annotated[Plea, title("异议的类型")]
    acknowledged: Annotated[Fen, title("承认的数额", "全部不承认的填 0")] = 0
    content: Annotated[Prose, title("异议的内容")]
    oral: Annotated[bool, title("口头提出", "记入笔录，由第三人签字或者盖章")] = False
    paper: Annotated[FileHash | None, title("异议书或者笔录")] = None


class DebtObjectionWithdrawn(Act, frozen=True, kw_only=True, tag="assets.debt_objection_withdrawn"):
    """第三人撤回异议: what was disputed is acknowledged after all."""

    objection: Annotated[Seq, title("异议", of=("assets.debt_objected",))]


class DebtPaidAround(Act, frozen=True, kw_only=True, tag="assets.debt_paid_around"):
    """第三人擅自履行: after the order was served the third party paid the debtor; as far as that is lost, both are liable."""

    notice: Notice
    amount: Annotated[Fen, title("擅自履行的数额")]
    recovered: Annotated[Fen, title("已经追回的数额")] = 0
    evidence: Annotated[Prose, title("查明的事实和证据")]


class EnforcedFor(Choice):
    """Why a third party is enforced on (执行工作规定 art. 49, 51)."""

    UNPAID = "unpaid", "期满没有异议的部分不履行"
    PAID_AROUND = "paid_around", "擅自向被执行人履行，不能追回"


class DebtEnforcementRuled(Act, frozen=True, kw_only=True, tag="assets.debt_enforcement_ruled"):
    """裁定对第三人强制执行: property of the third party may be held and taken, up to this sum."""

    notice: Notice
    ground: Annotated[EnforcedFor, title("理由")]
    amount: Annotated[Fen, title("强制执行的数额")]


class DebtPerformed(VoluntarilyPerformed, frozen=True, kw_only=True, tag="assets.debt_performed"):
    """第三人履行到期债权: what the third party paid, or what was taken from it; it counts to the money of the case."""

    by: Annotated[ThirdDebtorId, title("履行的第三人")]
    notice: Notice
    forced: Annotated[bool, title("强制执行所得", "第三人自动履行的不勾选")] = False


class DebtCertified(Act, frozen=True, kw_only=True, tag="assets.debt_certified"):
    """出具履行证明: the court certifies to the third party what it has paid of its debt to the debtor."""

    notice: Notice
    amount: Annotated[Fen, title("已履行的数额")]


class RevocationGround(Choice):
    """Why an order to perform is taken back."""

    SATISFIED = "satisfied", "本案债务已经清偿"
    WITHDRAWN = "withdrawn", "申请人撤回申请"
    NOT_THERE = "not_there", "债权不存在或者不属于被执行人"
    ANOTHERS = "anothers", "利害关系人的异议成立"
    DISPUTED = "disputed", "第三人有异议，另行诉讼解决"
    OTHER = "other", "其他情形"


class DebtNoticeRevoked(Act, frozen=True, kw_only=True, tag="assets.debt_notice_revoked"):
    """撤销履行通知: the third party need not pay the applicant any more."""

    notice: Notice
    ground: Annotated[RevocationGround, title("原因")]
    reason: Annotated[Prose, title("事实和理由")]
