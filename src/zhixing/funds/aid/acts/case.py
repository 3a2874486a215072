"""What the enforcement case knows of aid to its applicants; all but the first and the last follow from the application."""

from __future__ import annotations

from typing import Annotated

from zhixing.funds.aid.acts.application import AidGround
from zhixing.funds.aid.acts.fund import AidSource
from zhixing.parties.acts import ApplicantId
from zhixing.record.act import Act, Choice, DossierId, Fen, PartyId, Prose, Seq, title


class AidTold(Act, frozen=True, kw_only=True, tag="funds.aid_told"):
    """告知可以申请司法救助: the applicant lives in need and cannot be satisfied; he may ask for aid."""

    to: Annotated[tuple[ApplicantId, ...], title("被告知人")]
    reason: Annotated[Prose, title("被执行人没有履行能力、申请执行人生活困难的情况")]


class AidSought(Act, frozen=True, kw_only=True, tag="funds.aid_sought"):
    """申请司法救助: an applicant of this case asked for aid."""

    person: Annotated[ApplicantId, title("救助申请人")]
    aid: Annotated[DossierId, title("司法救助案件")]
    ground: Annotated[AidGround, title("救助情形")]
    asked: Annotated[Fen, title("申请金额")]


class AidOutcome(Choice):
    """How an application ended."""

    GRANTED = "granted", "给予救助"
    REFUSED = "refused", "不予救助"
    WITHDRAWN = "withdrawn", "撤回申请"


class AidDecided(Act, frozen=True, kw_only=True, tag="funds.aid_decided"):
    """司法救助结果: what became of the application."""

    person: Annotated[PartyId, title("救助申请人")]
    aid: Annotated[DossierId, title("司法救助案件")]
    outcome: Annotated[AidOutcome, title("结果")]
    amount: Annotated[Fen, title("救助金额")] = 0
    source: Annotated[AidSource | None, title("资金来源")] = None
    reason: Annotated[Prose, title("理由")] = ""


class AidPaidOver(Act, frozen=True, kw_only=True, tag="funds.aid_paid_over"):
    """救助金已发放: the fund paid it."""

    person: Annotated[PartyId, title("受助人")]
    aid: Annotated[DossierId, title("司法救助案件")]
    fund: Annotated[DossierId, title("司法救助资金")]
    amount: Annotated[Fen, title("金额")]


class AidDeducted(Act, frozen=True, kw_only=True, tag="funds.aid_deducted"):
    """扣回司法救助金: the debtor paid after all; what the fund had given goes back to it from the money of the case."""

    paid: Annotated[Seq, title("已发放的救助金", of=("funds.aid_paid_over",))]
    amount: Annotated[Fen, title("金额")]
    consent: Annotated[
        Prose, title("受助人的书面同意", "2019年2月以前没有扣除的规定，须经受助人同意；此后可以不填")
    ] = ""
