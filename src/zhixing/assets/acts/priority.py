"""Who may sell what several courts hold: the first holder, unless a prior creditor's court asks and is given the right."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.assets.acts.found import Property
from zhixing.record.act import Act, Choice, Prose, Seq, title


class AskedBecause(Choice):
    """Why the first holder is asked for the right to sell."""

    PRIOR = "prior", "本案是优先债权，首封六十日未处置"
    PRESERVED = "preserved", "首封为保全，超过一年未处分"


class DisposalRightRequested(Act, frozen=True, kw_only=True, tag="assets.disposal_right_requested"):
    """商请移送处置权: this court, which enforces a prior claim and waits in line, asks the first holder for the right to sell."""

    property: Annotated[Property, title("财产")]
    holder: Annotated[str, title("首先查封法院和案号")]
    held_since: Annotated[date, title("首先查封之日")]
    claim: Annotated[Prose, title("优先债权", "种类、数额和确认它的生效文书")]
    letter: Annotated[str, title("商请移送函编号")]
    because: Annotated[AskedBecause, title("商请的理由")] = AskedBecause.PRIOR
    disputed: Annotated[bool, title("被保全的财产是争议标的")] = False


class DisposalRightObtained(Act, frozen=True, kw_only=True, tag="assets.disposal_right_obtained"):
    """取得处置权: the first holder gave the right to sell, or the common court above decided so."""

    property: Annotated[Property, title("财产")]
    letter: Annotated[str, title("移送函或者上级法院指定处置的文号")]


class DisposalRequestReceived(Act, frozen=True, kw_only=True, tag="assets.disposal_request_received"):
    """收到商请移送函: another court, which enforces a prior claim, asks for the right to sell what is held here."""

    property: Annotated[Property, title("财产")]
    asker: Annotated[str, title("商请的法院和案号")]
    claim: Annotated[Prose, title("优先债权", "首封为保全而商请的，写明其执行的债权")]
    because: Annotated[AskedBecause, title("商请的理由")] = AskedBecause.PRIOR


class DisposalRightGiven(Act, frozen=True, kw_only=True, tag="assets.disposal_right_given"):
    """移送处置权: the prior creditor's court sells from now on; the control here goes on until then."""

    request: Annotated[Seq, title("商请", of=("assets.disposal_request_received",))]
    letter: Annotated[str, title("移送执行函编号")]
    claims: Annotated[Prose, title("本案债权", "写明本院债权的数额和顺位，由处置法院分配")]


class DisposalRequestDeclined(Act, frozen=True, kw_only=True, tag="assets.disposal_request_declined"):
    """不移送处置权: the conditions are not there; the courts may take it to the court above both."""

    request: Annotated[Seq, title("商请", of=("assets.disposal_request_received",))]
    reason: Annotated[Prose, title("理由")]
