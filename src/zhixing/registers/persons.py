"""The parties of a register: who the rows of the tables of parties and of their papers describe."""

from __future__ import annotations

from collections.abc import Mapping

from zhixing.law.identities import IdentityError, IdentityKind
from zhixing.parties.identity import Paper, document, phone_number
from zhixing.parties.models import PartyKind
from zhixing.parties.register import NewParty
from zhixing.registers.cells import BadCell
from zhixing.registers.fields import KEY, PAPERS, PARTIES
from zhixing.registers.rows import Case, Row

_KINDS: Mapping[str, PartyKind] = {
    "自然人": PartyKind.NATURAL,
    "公民": PartyKind.NATURAL,
    "法人": PartyKind.LEGAL,
    "单位": PartyKind.LEGAL,
    "非法人组织": PartyKind.OTHER,
    "其他组织": PartyKind.OTHER,
}
_PAPER_KINDS: Mapping[str, IdentityKind] = {
    **{kind.value: kind for kind in IdentityKind},
    "身份证": IdentityKind.RESIDENT,
}


def persons(case: Case, court: str) -> list[NewParty | None]:
    """Who each row of the table of parties describes; None for a row without a name or without a part in the case."""
    papers: dict[str, list[Row]] = {}
    for row in case.of(PAPERS):
        papers.setdefault(row.text("C_ID_SCZXZXZTXX"), []).append(row)
    found = []
    for row in case.of(PARTIES):
        own = papers.get(row.text(KEY), []) if row.text(KEY) else []
        found.append(_person(case, row, own, court))
    return found


def _person(case: Case, row: Row, more: list[Row], court: str) -> NewParty | None:
    name = row.text("C_MC")
    if not name or not row.text("C_DSRFLDW"):
        return None
    given = [
        (row, "C_SFZHM", IdentityKind.RESIDENT, PARTIES),
        (row, "C_TYSHXYDM", IdentityKind.CREDIT_CODE, PARTIES),
    ]
    given.append((row, "C_QTSFZJHM", _paper_kind(row.text("C_QTSFZJZL")), PARTIES))
    given += [(each, "C_ZJHM", _paper_kind(each.text("C_ZJLX")), PAPERS) for each in more]
    papers = []
    for holder, code, kind, table in given:
        number = holder.text(code)
        if not number:
            continue
        try:
            document(court, Paper(kind, number))
        except IdentityError as error:
            case.blame(holder, code, BadCell(f"{error.what}（{error.where}）", error.mend), table)
            continue
        papers.append(Paper(kind, number))
    if len(name) > 120:
        case.blame(row, "C_MC", BadCell(f"名称共{len(name)}字，超过120字", "请删减"), PARTIES)
    return NewParty(
        name=name,
        kind=_kind(row),
        papers=papers,
        address=row.text("C_DZ")[:200],
        service_address=row.text("C_SDDZ")[:200],
        phones=[row.text(code) for code in ("C_SJHM", "C_LXDH") if _is_phone(row.text(code))],
    )


def _kind(row: Row) -> PartyKind:
    said = _KINDS.get(row.text("C_LX"))
    if said is not None:
        return said
    return PartyKind.LEGAL if row.text("C_TYSHXYDM") or row.text("C_FDDBR") else PartyKind.NATURAL


def _paper_kind(text: str) -> IdentityKind:
    return _PAPER_KINDS.get(text, IdentityKind.OTHER)


def _is_phone(text: str) -> bool:
    """What is no number of a telephone stays in the register's sheet alone."""
    try:
        phone_number(text)
    except IdentityError:
        return False
    return True
