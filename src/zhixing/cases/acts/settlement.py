"""Settlement between the parties during enforcement, and guarantees given for it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from zhixing.parties.acts import ApplicantId, MemberId
from zhixing.record.act import Act, Choice, Fen, PartyId, Prose, Seq, title


class Instalment(msgspec.Struct, frozen=True):
    """One instalment of a settlement."""

    due: Annotated[date, title("到期日")]
    amount: Annotated[Fen, title("金额", "元")]


class SettlementRecorded(Act, frozen=True, kw_only=True, tag="cases.settlement_recorded"):
    """执行和解: the parties agreed, in writing or into the minutes with their signatures."""

    parties: Annotated[tuple[PartyId, ...], title("签署的当事人")]
    terms: Annotated[Prose, title("和解内容")]
    instalments: Annotated[tuple[Instalment, ...], title("分期", "按期列明")] = ()
    last_day: Annotated[date | None, title("履行期最后一日", "没有分期的填写")] = None
    joint_text: Annotated[bool, title("当事人共同提交书面协议，或一方提交、对方认可")] = True
    suspends: Annotated[bool, title("双方请求据此中止执行")] = False
    agents: Annotated[tuple[PartyId, ...], title("代签的代理人", "须有特别授权")] = ()


class SettlementPerformed(Act, frozen=True, kw_only=True, tag="cases.settlement_performed"):
    """和解履行完毕: what was agreed has been done in full."""

    confirmed_by: Annotated[ApplicantId, title("确认的申请执行人")]


class SettlementBroken(Act, frozen=True, kw_only=True, tag="cases.settlement_broken"):
    """申请恢复原执行: a settlement was not kept, or was forced; the original title is enforced again."""

    by: Annotated[MemberId, title("申请人")]
    deceived: Annotated[bool, title("因受欺诈、胁迫而和解")] = False
    refused: Annotated[bool, title("被执行人明确表示或以行为表明不履行", "履行期限未到的须有此情形")] = False
    reason: Annotated[Prose, title("理由")] = ""


class GuaranteeKind(Choice):
    """What stands for a guarantee."""

    PERSON = "person", "保证"
    PROPERTY = "property", "财产担保"


class GuaranteePurpose(Choice):
    """What a guarantee is given for."""

    STAY = "stay", "暂缓执行"
    STOP = "stop", "请求停止处分、解除查封扣押冻结"
    CONTINUE = "continue", "异议、诉讼期间请求继续执行"


class GuaranteeGiven(Act, frozen=True, kw_only=True, tag="cases.guarantee_given"):
    """执行担保: someone guarantees the debtor's performance towards the court."""

    guarantor: Annotated[PartyId, title("担保人")]
    kind: Annotated[GuaranteeKind, title("担保方式")]
    amount: Annotated[Fen | None, title("担保金额", "元")] = None
    object: Annotated[str, title("担保物")] = ""
    until: Annotated[date | None, title("担保期间至", "未约定的为暂缓届满起一年")] = None
    applicant_consents: Annotated[bool, title("申请执行人同意")] = False
    purpose: Annotated[GuaranteePurpose, title("为何担保")] = GuaranteePurpose.STAY
    objection: Annotated[Seq | None, title("所涉异议", "异议、诉讼期间继续执行或停止处分的选择")] = None


class GuaranteeReason(Choice):
    """Why a guarantor's property is enforced against."""

    UNPERFORMED = "unperformed", "暂缓期满仍不履行"
    MOVED = "moved", "暂缓期间转移、隐藏、变卖、毁损担保财产"
    SETTLEMENT = "settlement", "不履行和解，担保人承诺自愿接受执行"


class GuaranteeEnforced(Act, frozen=True, kw_only=True, tag="cases.guarantee_enforced"):
    """执行担保财产: the guarantor's property is enforced against by ruling; the guarantor does not become a debtor."""

    guarantee: Annotated[Seq, title("执行担保")]
    reason: Annotated[GuaranteeReason, title("事由")]
    asked_by: Annotated[ApplicantId, title("申请执行人")]
    ruling: Annotated[str, title("裁定书文号")] = ""
    evidence: Annotated[Prose, title("证明材料")] = ""
