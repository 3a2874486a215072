"""A plain paper for an act that has none of its own: complete in itself, its kind read off the document's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from zhixing.cases.papers.phrases import (
    alone,
    approval_form,
    case_clause,
    case_rows,
    clerk,
    head,
    members,
    signed,
    to,
)
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.parties.acts import Role
from zhixing.record.act import Act, Choice
from zhixing.record.catalogue import installed
from zhixing.record.fields import Field, fields
from zhixing.record.paper import Body, Line, Paper, PaperKind, Signature, Table, Telling

# By the last words of the name, the longest first.
KINDS: tuple[tuple[str, PaperKind], ...] = (
    ("裁定书", PaperKind.RULING),
    ("决定书", PaperKind.DECISION),
    ("通知书", PaperKind.NOTICE),
    ("告知书", PaperKind.NOTICE),
    ("申请书", PaperKind.STATEMENT),
    ("担保书", PaperKind.STATEMENT),
    ("审批表", PaperKind.FORM),
    ("核查表", PaperKind.FORM),
    ("核对表", PaperKind.FORM),
    ("收据", PaperKind.RECEIPT),
    ("结算表", PaperKind.FORM),
    ("委托书", PaperKind.LETTER),
    ("认定书", PaperKind.NOTICE),
    ("证明", PaperKind.NOTICE),
    ("方案", PaperKind.NOTICE),
    ("报告表", PaperKind.STATEMENT),
    ("公告", PaperKind.NOTICE),
    ("笔录", PaperKind.MINUTES),
    ("回证", PaperKind.SLIP),
    ("令", PaperKind.ORDER),
    ("函", PaperKind.LETTER),
)


OWN_NUMBER = ("ruling", "decision")  # stands at the head of the paper


def kind_of(name: str) -> PaperKind:
    """The kind of a document by its name. Raises ValueError for a name that tells none."""
    for ending, kind in KINDS:
        if name.endswith(ending):
            return kind
    raise ValueError(f"文书“{name}”看不出种类，名称应以{'、'.join(ending for ending, _ in KINDS)}结尾")


def plain_paper(act: type[Act], name: str) -> Paper:
    """The plain paper of an act."""
    kind = kind_of(name)
    return Paper(acts=(act,), kind=kind, write=WRITERS[kind], inner=kind is PaperKind.FORM)


def _ordering(told: Telling) -> Body:
    verb = "决定" if told.rule.document.endswith("决定书") else "裁定"
    return Body(
        blocks=(
            *head(told),
            Line(f"本院在执行{case_clause(told)}中，经审查，{told.under}，{verb}如下："),
            Line(f"{told.rule.label}。"),
            *_lines(told),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def _telling(told: Telling) -> Body:
    both = (*members(told, Role.APPLICANT), *members(told, Role.DEBTOR))
    return Body(
        blocks=(
            *((to(told, both),) if both else ()),
            Line(f"{case_clause(told)}，{told.under}，现将“{told.rule.label}”事项告知如下："),
            *_lines(told),
            Line("特此通知。"),
        ),
    )


def _letter(told: Telling) -> Body:
    return Body(
        blocks=(
            Line(f"{case_clause(told)}，{told.under}，就“{told.rule.label}”事项函告如下："),
            *_lines(told),
            Line("此致"),
        ),
    )


def _minutes(told: Telling) -> Body:
    return Body(
        blocks=(
            Table((*case_rows(told), ("时间", plain_date(told.on)), ("事项", told.rule.label), *_rows(told))),
        ),
        signed=(Signature("在场人签名"), alone(told)),
        clerk=clerk(told),
        sealed=False,
    )


def _form(told: Telling) -> Body:
    return Body(blocks=approval_form(told, ("事项", told.rule.label), *_rows(told)))


def _statement(told: Telling) -> Body:
    return Body(
        blocks=(
            *head(told),
            Line(f"就{case_clause(told)}，现向{told.court}提出下列事项：{told.rule.label}。"),
            *_lines(told),
            Line("此致"),
            Line(told.court, indented=False),
        ),
        signed=(Signature("具状人签名或盖章"),),
        sealed=False,
    )


WRITERS: Mapping[PaperKind, Callable[[Telling], Body]] = {
    PaperKind.RULING: _ordering,
    PaperKind.DECISION: _ordering,
    PaperKind.NOTICE: _telling,
    PaperKind.ORDER: _telling,
    PaperKind.LETTER: _letter,
    PaperKind.MINUTES: _minutes,
    PaperKind.RECEIPT: _form,
    PaperKind.FORM: _form,
    PaperKind.SLIP: _form,
    PaperKind.STATEMENT: _statement,
}


def _lines(told: Telling) -> tuple[Line, ...]:
    return tuple(Line(f"{number}．{label}：{text}") for number, (label, text) in enumerate(_rows(told), 1))


def _rows(told: Telling) -> tuple[tuple[str, str], ...]:
    act = told.entry.act
    asked = [field for field in fields(type(act)) if field.name not in OWN_NUMBER]
    found = ((field.label, _text(told, field, getattr(act, field.name))) for field in asked)
    return tuple((label, text) for label, text in found if text)


def _text(told: Telling, field: Field, value: object) -> str:
    if value is None or value == "" or value == () or field.kind == "file":
        return ""
    if isinstance(value, tuple):
        return "；".join(each for each in (_text(told, field, one) for one in value) if each)
    if isinstance(value, msgspec.Struct):
        found = ((each.label, _text(told, each, getattr(value, each.name))) for each in field.columns)
        return "，".join(f"{label}{text}" for label, text in found if text)
    if field.kind == "sealed":
        return told.identifier(str(value))
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, date):
        return plain_date(value)
    return _number(told, field, value) if isinstance(value, int) else str(value)


def _number(told: Telling, field: Field, value: int) -> str:
    if field.kind == "fen":
        return paper_sum(value)
    if field.kind == "party":
        return told.name(value)
    if field.kind == "account":
        return told.account(value)
    if field.kind == "officer":
        return told.officer(value) or "本院工作人员"
    if field.kind == "seq":
        entry = told.dossier.at(value)
        return (
            f"{plain_date(entry.on)}的“{installed().rule(type(entry.act)).label}”"
            if entry
            else "卷内所载事项"
        )
    return str(value)
