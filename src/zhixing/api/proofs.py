"""Signed heads and proofs: for an inspector who checks on their own machine what the court's record held."""

from __future__ import annotations

from zhixing.api.problem import Problem, not_found
from zhixing.api.routing import CURSOR, LIMIT, Answer, Ask, Param, Route
from zhixing.api.shapes import Page
from zhixing.record.heads import SealTrouble, heads, prove_consistency, prove_inclusion
from zhixing.record.proof import Consistency, Head, Inclusion


def court_heads(ask: Ask) -> Answer:
    """Every signed head of a court the token may see, newest first; the cursor is the last one's size."""
    before, limit = ask.whole("cursor", 10**18, 10**18), ask.limit()
    older = [head for head in _heads(ask) if head.size < before]
    return Answer(Page(older[:limit], str(older[limit - 1].size) if len(older) > limit else None))


def _heads(ask: Ask) -> list[Head]:
    court = ask.places["court"]
    if court not in ask.holder.courts:
        raise not_found("没有这个法院，或者不在令牌可以查看的法院")
    return heads(court)


def entry_proof(ask: Ask) -> Answer:
    """That an entry stands in the newest signed head of its court."""
    dossier, seq = ask.dossier(), ask.number("seq")
    if not 0 < seq <= dossier.head:
        raise not_found(f"这个卷宗没有第 {seq} 条记录")
    try:
        return Answer(prove_inclusion(dossier.id, seq))
    except SealTrouble as error:
        raise Problem(409, "impossible", "不能这样办", str(error)) from error


def consistency_proof(ask: Ask) -> Answer:
    """That the record of one head began as that of another; heads are named by their sizes."""
    found = {head.size: head for head in _heads(ask)}
    older, newer = (found.get(ask.whole(name, 0, 10**18)) for name in ("older", "newer"))
    if older is None or newer is None:
        raise not_found("没有这样大小的树首，全部树首见 /api/v1/heads/法院代码")
    try:
        return Answer(prove_consistency(older, newer))
    except SealTrouble as error:
        raise Problem(409, "impossible", "不能这样办", str(error)) from error


SIZES = (Param("older", "前一个树首的 size", "cursor"), Param("newer", "后一个树首的 size", "cursor"))
ROUTES = (
    Route("GET", "/heads/{court}", "已签署的树首", court_heads, Page[Head], params=(CURSOR, LIMIT)),
    Route(
        "GET",
        "/heads/{court}/consistency",
        "后一个树首由前一个续成的证明",
        consistency_proof,
        Consistency,
        params=SIZES,
    ),
    Route("GET", "/cases/{number}/entries/{seq}/proof", "一条记录在卷的证明", entry_proof, Inclusion),
)
