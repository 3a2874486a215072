"""Errors as problem+json (RFC 9457): what is wrong, where, and how to mend it. A refusal carries its law."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from zhixing.api.saying import Said, said
from zhixing.law.answers import Found
from zhixing.law.citations import Citation
from zhixing.law.norms import place
from zhixing.record.rule import Refusal

# msgspec's own words → ours. It writes "… - at `$.act.amount`" after each.
WORDS = (
    (r"Object missing required field `(.+?)`", r"缺少字段“\1”，请补上"),
    (r"Object contains unknown field `(.+?)`", r"没有“\1”这个字段，请删去或改正拼写"),
    (r"Expected `(.+?)`, got `(.+?)`", r"应为 \1，收到的是 \2"),
    (r"Expected `(.+?)`", r"应为 \1"),
    (r"Invalid enum value (.+)", r"值 \1 不在可选项之内"),
    (r"Invalid value (.+)", r"值 \1 不在允许的范围内"),
    (r"JSON is malformed: (.+)", r"不是合格的 JSON：\1"),
    (r"Input data was truncated", r"JSON 没有写完"),
)


class Citing(msgspec.Struct, frozen=True):
    """A citation: the norm and article numbered as in the newest version, and how it is written in the version of the day."""

    norm: str
    article: int
    text: Said


class RefusalOut(msgspec.Struct, frozen=True):
    """One guard that stands against an act."""

    guard: str
    label: Said
    facts: Said
    way_out: Said
    cites: list[Citing]
    opens: list[str]


class ProblemOut(msgspec.Struct, frozen=True, omit_defaults=True):
    """A problem document. `reference` finds a defect of ours in the server's log."""

    type: str
    title: Said
    status: int
    detail: Said
    at: str = ""
    head: int = 0
    reference: str = ""
    refusals: list[RefusalOut] = []


class Problem(Exception):
    """A request that is answered with a problem document."""

    def __init__(
        self,
        status: int,
        kind: str,
        title: str,
        detail: str,
        *,
        at: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.out = ProblemOut(f"/api/v1/problems/{kind}", title, status, detail, at)
        self.headers = headers or {}


def malformed(error: Exception) -> Problem:
    """The body is not what the address takes. 400 for what is no JSON, else 422."""
    words, _, where = str(error).partition(" - at ")
    for pattern, chinese in WORDS:
        words, changed = re.subn(pattern, chinese, words, count=1)
        if changed:
            break
    status = 422 if isinstance(error, msgspec.ValidationError) else 400
    return Problem(
        status, "malformed", "内容不合要求", words, at=where.strip("`") or ("$" if status == 422 else "")
    )


def not_found(what: str) -> Problem:
    """Not there, or not to be seen: the two are not told apart."""
    return Problem(404, "not-found", "没有找到", what)


def refused(found: Sequence[Refusal], on: date) -> ProblemOut:
    """The door's no, with every guard that stands against the act."""
    shown = [
        RefusalOut(
            each.guard,
            each.label,
            said(each.facts),
            said(each.way_out),
            [citing(cite, on) for cite in each.cites],
            [kind.tag() for kind in each.opens],
        )
        for each in found
    ]
    detail = "；".join(f"{said(each.label)}：{said(each.facts)}" for each in found)
    return ProblemOut("/api/v1/problems/refused", "依法还不能办理", 409, detail, refusals=shown)


def citing(cite: Citation, on: date) -> Citing:
    """A citation as in force on a day."""
    found = place(cite, on)
    text = found.value.short if isinstance(found, Found) else f"{cite.norm} 第{cite.article}条"
    return Citing(cite.norm, cite.article, text)
