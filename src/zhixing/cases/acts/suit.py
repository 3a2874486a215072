"""The suit that follows a ruling on an outsider's objection or on a change of parties, and the release of the thing."""

from __future__ import annotations

from typing import Annotated

from zhixing.record.act import Act, PartyId, Prose, Seq, title


class ObjectionSuitFiled(Act, frozen=True, kw_only=True, tag="cases.objection_suit_filed"):
    """提起执行异议之诉: the outsider or the applicant sues over the thing, or who was added over being added."""

    objection: Annotated[Seq, title("案外人异议，或变更追加裁定")]
    by: Annotated[PartyId, title("原告")]
    number: Annotated[str, title("案号")] = ""


class ObjectionSuitAccepted(Act, frozen=True, kw_only=True, tag="cases.objection_suit_accepted"):
    """异议之诉立案审查: whether the suit is filed for trial."""

    suit: Annotated[Seq, title("执行异议之诉")]
    accepted: Annotated[bool, title("予以立案")] = True
    number: Annotated[str, title("案号")] = ""


class ObjectionSuitDecided(Act, frozen=True, kw_only=True, tag="cases.objection_suit_decided"):
    """异议之诉裁判: the judgment took effect, and whether enforcement may go on follows from it."""

    suit: Annotated[Seq, title("执行异议之诉")]
    enforceable: Annotated[bool, title("可以执行", "准许执行该标的，或可对被追加人执行")]
    number: Annotated[str, title("裁判文书案号")] = ""
    note: Annotated[Prose, title("裁判要点")] = ""


class ObjectReleased(Act, frozen=True, kw_only=True, tag="cases.object_released"):
    """解除对标的的执行措施: the measures on a thing end, the outsider's objection having been upheld."""

    objection: Annotated[Seq, title("案外人异议")]
    ruling: Annotated[str, title("裁定书文号")] = ""
    note: Annotated[Prose, title("解除的措施")] = ""
