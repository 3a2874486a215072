"""Recusal: someone of the court must keep out of the case."""

from __future__ import annotations

from typing import Annotated

from zhixing.record.act import Act, Choice, OfficerId, PartyId, Prose, Seq, title


class RecusalGround(Choice):
    """Grounds of recusal (民诉法 art. 47)."""

    RELATED = "related", "当事人、代理人的近亲属"
    INTERESTED = "interested", "与本案有利害关系"
    OTHER_RELATION = "other_relation", "其他关系，可能影响公正"
    GIFTS = "gifts", "接受请客送礼，违规会见"


class RecusalAsked(Act, frozen=True, kw_only=True, tag="cases.recusal_asked"):
    """申请回避: a party asks, or an officer declares, that the officer keep out of the case."""

    officer: Annotated[OfficerId, title("被申请回避人")]
    ground: Annotated[RecusalGround, title("理由类别")]
    by: Annotated[PartyId | None, title("申请人", "自行回避的不选")] = None
    reason: Annotated[Prose, title("具体理由")] = ""


class RecusalDecided(Act, frozen=True, kw_only=True, tag="cases.recusal_decided"):
    """决定回避: whether the officer keeps out of the case."""

    officer: Annotated[OfficerId, title("被申请回避人")]
    granted: Annotated[bool, title("准许回避")] = False
    reason: Annotated[Prose, title("理由")] = ""
    decision: Annotated[str, title("决定书文号")] = ""


class RecusalReviewAsked(Act, frozen=True, kw_only=True, tag="cases.recusal_review_asked"):
    """对回避决定申请复议: who asked for the recusal asks once more; the officer goes on meanwhile."""

    decision: Annotated[Seq, title("不服的决定")]
    by: Annotated[PartyId, title("申请人")]
    reason: Annotated[Prose, title("理由")] = ""


class RecusalReviewDecided(Act, frozen=True, kw_only=True, tag="cases.recusal_review_decided"):
    """回避复议决定: the decision on a recusal is reviewed, once."""

    review: Annotated[Seq, title("复议申请")]
    officer: Annotated[OfficerId, title("被申请回避人")]
    granted: Annotated[bool, title("准许回避")] = False
    reason: Annotated[Prose, title("理由")] = ""
