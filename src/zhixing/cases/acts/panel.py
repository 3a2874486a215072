"""The collegial panel: who sits, what it deliberated, what the adjudication committee discussed."""

from __future__ import annotations

from typing import Annotated

from zhixing.record.act import Act, Choice, Fen, OfficerId, PartyId, Prose, Seq, title


class PanelFormed(Act, frozen=True, kw_only=True, tag="cases.panel_formed"):
    """组成合议庭: three or more, an odd number, under a presiding judge."""

    presiding: Annotated[OfficerId, title("审判长")]
    members: Annotated[tuple[OfficerId, ...], title("其他成员")]
    clerk: Annotated[OfficerId | None, title("书记员")] = None


class DeliberationTopic(Choice):
    """What a panel deliberates."""

    TERMINATION = "termination", "终结本次执行程序"
    PARTY_CHANGE = "party_change", "变更、追加当事人"
    OBJECTION = "objection", "执行异议"
    ENDING = "ending", "终结执行、不予执行"
    PAYMENT = "payment", "案款发给他人"
    OTHER = "other", "其他事项"


class PanelDeliberated(Act, frozen=True, kw_only=True, tag="cases.panel_deliberated"):
    """合议庭评议: each member's opinion and the majority's result, into secret minutes."""

    topic: Annotated[DeliberationTopic, title("评议事项")]
    handler_opinion: Annotated[Prose, title("承办人意见")]
    other_opinions: Annotated[Prose, title("其他成员意见")]
    agreed: Annotated[bool, title("多数同意承办人意见")] = False
    result: Annotated[Prose, title("评议结果")] = ""
    about: Annotated[Seq | None, title("所评议的申请", "异议、变更追加申请")] = None
    payee: Annotated[PartyId | None, title("案款发给何人", "评议案款发给他人的填写")] = None
    amount: Annotated[Fen | None, title("案款金额", "评议案款发给他人的填写")] = None


class CommitteeDiscussed(Act, frozen=True, kw_only=True, tag="cases.committee_discussed"):
    """审判委员会讨论: the adjudication committee discussed the case, and its decision binds the panel."""

    topic: Annotated[str, title("讨论事项")]
    decision: Annotated[Prose, title("决定")]
