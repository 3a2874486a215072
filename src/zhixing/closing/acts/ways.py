"""The ways a case ends other than by termination of the round, and the archive.

The six ways of an enforcement case stand in 执行工作规定 art. 64; a preservation case has a way of its own.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import RefusalGround
from zhixing.parties.acts import DebtorId
from zhixing.record.act import Act, Choice, Course, PartyId, Prose, Seq, title


class FulfilmentGround(Choice):
    """How everything came to be done (立案结案意见 art. 15)."""

    PERFORMED = "performed", "被执行人自动履行完毕"
    ENFORCED = "enforced", "强制执行完毕"
    SETTLED = "settled", "执行和解协议履行完毕"


class NoticeConfirmation(Choice):
    """Why no notice of closing is needed: both sides confirm that all is done."""

    NONE = "none", "没有，发结案通知书"
    WRITTEN = "written", "双方书面认可"
    ORAL = "oral", "双方口头认可，已记入笔录"


class Fulfilled(ClosingAct, frozen=True, kw_only=True, tag="closing.fulfilled"):
    """执行完毕: all that the titles grant has been done, given or paid, or a settlement has been performed."""

    ground: Annotated[FulfilmentGround, title("完毕的方式")]
    confirmed: Annotated[NoticeConfirmation, title("双方认可", "双方认可执行完毕的，可以不发结案通知书")] = (
        NoticeConfirmation.NONE
    )
    confirmation: Annotated[str, title("认可的材料", "书面认可或笔录所在的卷页")] = ""


class EndingGround(Choice):
    """Grounds on which enforcement is ended (民诉法 art. 268, 立案结案意见 art. 17, 民诉法解释 art. 492 and 513)."""

    WITHDRAWN = "withdrawn", "申请人撤销申请"
    TITLE_REVOKED = "title_revoked", "执行依据被撤销"
    DEBTOR_DIED = "debtor_died", "被执行人死亡，无遗产又无义务承担人"
    CLAIMANT_DIED = "claimant_died", "追索赡养费、扶养费、抚养费的权利人死亡"
    DESTITUTE = "destitute", "生活困难无力偿还借款，无收入来源又丧失劳动能力"
    ENTERPRISE_GONE = "enterprise_gone", "单位被撤销、注销或歇业，无财产、无承受人又不能追加"
    FINE_REMITTED = "fine_remitted", "罚金被免除"
    BANKRUPT = "bankrupt", "被执行人被宣告破产"
    OBJECT_LOST = "object_lost", "特定物毁损灭失，折价赔偿协商不成"
    ELEVATED = "elevated", "上级法院提级执行"
    DESIGNATED = "designated", "上级法院指定其他法院执行"
    ENTRUSTED = "entrusted", "委托执行，已收到受托法院立案通知"
    OTHER = "other", "其他应当终结执行的情形"


class EnforcementEnded(ClosingAct, frozen=True, kw_only=True, tag="closing.enforcement_ended"):
    """终结执行: enforcement ends for good because a ground of law took away its basis, its object or its parties."""

    ground: Annotated[EndingGround, title("终结事由")]
    evidence: Annotated[Prose, title("证明材料", "证明事由的文书、证明及其卷页")]
    ruling: Annotated[str, title("裁定书文号", "提级、指定、委托执行的可不填")] = ""
    parties: Annotated[
        tuple[PartyId, ...], title("所涉当事人", "死亡、终止、破产、丧失能力或撤销申请的人")
    ] = ()
    title: Annotated[Seq | None, title("被撤销的执行依据")] = None
    claim: Annotated[Seq | None, title("特定物的请求事项")] = None
    other_court: Annotated[str, title("承接的法院", "提级、指定、委托执行的填写")] = ""


class DebtorEnding(Choice):
    """Grounds that lie in one debtor's person (民诉法 art. 268, 民诉法解释 art. 513)."""

    WITHDRAWN = "withdrawn", "申请执行人撤回对其的申请"
    DIED = "died", "死亡，无遗产又无义务承担人"
    DESTITUTE = "destitute", "生活困难无力偿还借款，无收入来源又丧失劳动能力"
    ENTERPRISE_GONE = "enterprise_gone", "单位被撤销、注销或歇业，无财产、无承受人又不能追加"
    BANKRUPT = "bankrupt", "被宣告破产"


class EnforcementEndedAgainst(Act, frozen=True, kw_only=True, tag="closing.enforcement_ended_against"):
    """终结对部分被执行人的执行: enforcement ends against these debtors; the case goes on against the others."""

    debtors: Annotated[tuple[DebtorId, ...], title("所终结的被执行人")]
    ground: Annotated[DebtorEnding, title("事由")]
    evidence: Annotated[Prose, title("证明材料", "证明事由的文书及其卷页")]
    ruling: Annotated[str, title("裁定书文号")]
    reason: Annotated[Prose, title("理由")] = ""


class CancellationGround(Choice):
    """Why a filed case is taken off the register (立案结案意见 art. 18)."""

    NO_JURISDICTION = "no_jurisdiction", "管辖异议成立"
    FILED_EARLIER = "filed_earlier", "其他有管辖权的法院已经先立案"
    ENTRUSTED = "entrusted", "委托执行，已收到受托法院立案通知"
    ENTRUSTMENT_RETURNED = "entrustment_returned", "经高级法院同意退回委托"


class CaseCancelled(ClosingAct, frozen=True, kw_only=True, tag="closing.case_cancelled"):
    """销案: the case is taken off the register, because another court enforces."""

    ground: Annotated[CancellationGround, title("销案事由")]
    other_court: Annotated[str, title("执行的法院")]
    evidence: Annotated[Prose, title("证明材料", "裁定、立案通知书或批复及其文号")]


class NonEnforcementGround(Choice):
    """Why a title is not enforced."""

    AWARD = "award", "裁定不予执行仲裁裁决"
    NOTARISED_DEBT = "notarised_debt", "裁定不予执行公证债权文书"
    TIME_BARRED = "time_barred", "申请执行时效异议成立"
    ADMINISTRATIVE = "administrative", "裁定不准予执行行政决定"
    OTHER = "other", "法律规定的其他情形"


class NonEnforced(ClosingAct, frozen=True, kw_only=True, tag="closing.non_enforced"):
    """不予执行: by ruling the title is not enforced."""

    ground: Annotated[NonEnforcementGround, title("事由")]
    title: Annotated[Seq, title("不予执行的执行依据")]
    ruling: Annotated[str, title("裁定书文号")]


class ApplicationDismissed(ClosingAct, frozen=True, kw_only=True, tag="closing.application_dismissed"):
    """驳回申请: after filing it turned out that a condition of acceptance is missing."""

    ground: Annotated[RefusalGround, title("不符合的受理条件")]
    ruling: Annotated[str, title("裁定书文号")]


class PreservationOutcome(Choice):
    """What became of a ruling on preservation (立案结案意见 art. 21)."""

    DONE = "done", "保全事项全部实施完毕"
    IN_PART = "in_part", "部分实施，其余无财产可供保全"
    NOTHING = "nothing", "无标的物可以实施保全"


class PreservationClosed(ClosingAct, frozen=True, kw_only=True, tag="closing.preservation_closed"):
    """保全执行结案: the ruling was carried out; what is held goes on being renewed, reviewed, lifted or taken over."""

    course: ClassVar[Course] = Course.ROUND_ENDED

    outcome: Annotated[PreservationOutcome, title("实施结果")]


class Archived(Act, frozen=True, kw_only=True, tag="closing.archived"):
    """归档: the files of an ended case go to the archive."""

    volumes: Annotated[int, title("卷数")] = 1
    number: Annotated[str, title("档号")] = ""
    note: Annotated[Prose, title("说明")] = ""
