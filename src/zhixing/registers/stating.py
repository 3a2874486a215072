"""What a case of the register says as acts: received, parties, title, claims, filed, assigned, noticed, ended, archived.

Only what the register says becomes an act; what no act has a place for stays in the rows kept with `CaseTakenOver`. A case that
contradicts itself (filed before it was received, closed without a day) is not taken over: the row says what to mend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, HandedOver
from zhixing.cases.acts.filing import (
    ApplicationReceived,
    CaseType,
    ClaimKind,
    ClaimRecorded,
    Filed,
    Origin,
    TitleKind,
    TitleRecorded,
)
from zhixing.cases.acts.notice import EnforcementNoticeIssued
from zhixing.cases.acts.performance import BroughtForward, EarlierPayment
from zhixing.law.case_numbers import CaseNumber, OldCaseNumber
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.door import Stated
from zhixing.registers.cells import BadCell
from zhixing.registers.fields import PARTIES
from zhixing.registers.rows import BadField, Case
from zhixing.registers.stating_end import archived, ending
from zhixing.registers.words import C, Codes, chosen, yes

FEN = Decimal(100)
# Fields of the main table that say what kind of thing is owed besides money.
OWED: Mapping[str, tuple[ClaimKind, str]] = {
    "C_YZXBDW": (ClaimKind.THING, "应执行标的物"),
    "C_YZXBDXW": (ClaimKind.CONDUCT, "应执行标的行为"),
    "C_CCXQY": (ClaimKind.RIGHT, "财产性权益"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the importer knows of the world: the codes of the court, its officers by number, and the day of taking over."""

    today: date
    codes: Codes = field(default_factory=dict)
    officers: Mapping[int, str] = field(default_factory=dict)


def state(
    case: Case, number: CaseNumber | OldCaseNumber, persons: Sequence[int | None], known: Known
) -> list[Stated]:
    """The acts the case states; `persons` are the parties of its rows of parties. What is wrong is noted with the case."""
    filed = _needed(case, "D_LARQ", known)
    closed = _day(case, "D_JARQ", known)
    received = _day(case, "D_SARQ", known) or _day(case, "D_SDCLRQ", known) or filed
    if filed is None or received is None:
        return []
    if received > filed:
        case.blame(
            case.main,
            "D_LARQ",
            BadCell(f"立案日期早于收案日期{received}", "请核对立案日期、收案日期和收到材料日期"),
        )
    if closed is not None and closed < filed:
        case.blame(case.main, "D_JARQ", BadCell(f"结案日期早于立案日期{filed}", "请核对两个日期"))
    try:
        found = list(_begun(case, number, received, persons, known))
        found.append(Stated(Filed(number=number.normal), filed))
        found += _under_way(case, filed, persons, known)
        title = 2 + next((i for i, each in enumerate(found) if isinstance(each.act, TitleRecorded)), -2)
        found += _reached(case, closed or known.today)
        found += ending(case, closed, title or None, known.codes)
        found += archived(case, closed)
    except BadField as bad:
        case.blame(case.main, bad.code, bad.trouble)
        return []
    return found


def _needed(case: Case, code: str, known: Known) -> date | None:
    day = _day(case, code, known)
    if day is None and code not in case.main.values:
        case.blame(case.main, code, BadCell("空白", "请填写；转入的案件须有立案日期"))
    return day


def _day(case: Case, code: str, known: Known) -> date | None:
    day = case.main.day(code)
    if day is not None and day > known.today:
        case.blame(case.main, code, BadCell(f"晚于今天{known.today}", "登记册只转入已经发生的事，请核对日期"))
        return None
    return day


def _begun(
    case: Case,
    number: CaseNumber | OldCaseNumber,
    received: date,
    persons: Sequence[int | None],
    known: Known,
) -> Iterator[Stated]:
    main, codes = case.main, known.codes
    origin = _read(case, "C_AJLY", Origin, codes) or Origin.APPLIED
    interest = _yes(case, "C_SQZBHZXCYLXLXQQ", codes)
    yield Stated(
        ApplicationReceived(
            cause=main.text("C_LAAYMS"),
            case_type=_case_type(case, number, codes),
            origin=origin,
            claims_delay_interest=interest is not False,
            claims_delay_penalty=_yes(case, "C_SQZBHZXCYLXJQQ", codes) is True,
            preservation_case=main.text("C_BQAH"),
        ),
        received,
    )
    roles = list(_roles(case, persons, codes))
    for party, role, before in roles:
        yield Stated(PartyJoined(party=party, role=role, original_role=before), received)
    title = _title(case, codes)
    if title is not None:
        yield Stated(title, received)
        # The opening act is the first of the dossier, the application the second, then the parties.
        yield from _claims(case, 3 + len(roles), received, roles)


def _case_type(case: Case, number: CaseNumber | OldCaseNumber, codes: Codes) -> CaseType:
    kind = _read(case, "C_AJLXDZ", CaseType, codes)
    if not isinstance(number, CaseNumber):
        return kind or CaseType.FIRST
    own = next((each for each in CaseType if each.value == number.type_code), None)
    if own is None:
        raise BadField(
            "C_AH", BadCell(f"不能转入类型代字为“{number.type_code}”的案件", "登记册只转入执行案件")
        )
    if kind is not None and kind is not own:
        raise BadField("C_AJLXDZ", BadCell(f"与案号中的“{own.value}”不符", "请核对案件类型代字和案号"))
    return own


def _roles(case: Case, persons: Sequence[int | None], codes: Codes) -> Iterator[tuple[int, Role, str]]:
    seen: set[tuple[int, Role]] = set()
    for row, party in zip(case.of(PARTIES), persons, strict=True):
        if party is None:
            continue
        try:
            role = chosen("C_DSRFLDW", row.text("C_DSRFLDW"), Role, codes)
        except BadCell as trouble:
            case.blame(row, "C_DSRFLDW", trouble, PARTIES)
            continue
        if (party, role) not in seen:
            seen.add((party, role))
            yield party, role, row.text("C_YAFLDW")


def _title(case: Case, codes: Codes) -> TitleRecorded | None:
    main = case.main
    kind = _read(case, "C_ZXYJLX", TitleKind, codes)
    if kind is None:
        said = next((code for code in ("C_ZXYJWSWH", "N_YZXBDJE", *OWED) if code in main.values), None)
        if said is not None:
            raise BadField(
                "C_ZXYJLX",
                BadCell("有执行依据或执行标的，执行依据类型却是空白", "请填执行依据类型，例如判决书"),
            )
        return None
    return TitleRecorded(
        kind=kind,
        issuer=main.text("C_ZCZXYJDW"),
        number=main.text("C_ZXYJWSWH"),
        effective_on=main.day("D_ZXYJWSSXRQ"),
        perform_by=main.day("D_ZXYJWSLXZHQX"),
        operative_text=main.text("C_ZXYJZW"),
        instalments=_yes(case, "C_FQZX", codes) is True,
    )


def _claims(case: Case, title: int, on: date, roles: Sequence[tuple[int, Role, str]]) -> Iterator[Stated]:
    owed_by = tuple(party for party, role, _ in roles if role is Role.DEBTOR)
    owed_to = tuple(party for party, role, _ in roles if role is Role.APPLICANT)
    due = case.main.day("D_ZXYJWSLXZHQX")
    amount = _fen(case, "N_YZXBDJE")
    if amount is not None:
        yield Stated(
            ClaimRecorded(
                title=title,
                kind=ClaimKind.MONEY,
                label="应执行标的金额",
                owed_by=owed_by,
                owed_to=owed_to,
                amount=amount,
                due=due,
            ),
            on,
        )
    for code, (kind, label) in OWED.items():
        if case.main.text(code):
            claim = ClaimRecorded(
                title=title,
                kind=kind,
                label=label,
                owed_by=owed_by,
                owed_to=owed_to,
                due=due,
                text=case.main.text(code),
            )
            yield Stated(claim, on)


def _under_way(case: Case, filed: date, persons: Sequence[int | None], known: Known) -> Iterator[Stated]:
    main = case.main
    handed, assigned = _after(case, "D_YSAJRQ", filed, known), _after(case, "D_FARQ", filed, known)
    noticed = _after(case, "D_FCZXTZSRQ", filed, known)
    if handed or assigned:
        yield Stated(HandedOver(note="登记册所载"), handed or assigned or filed)
    officer = main.number("N_CBR")
    name = known.officers.get(officer) if officer is not None else None
    if assigned and officer is not None and name is not None:
        act = Assigned(officer=officer, method=AssignmentMethod.DESIGNATED, reason="登记册所载的承办人")
        yield Stated(act, assigned, {"handler-name": name})
    if noticed:
        debtors = tuple(
            dict.fromkeys(
                party for party, role, _ in _roles(case, persons, known.codes) if role is Role.DEBTOR
            )
        )
        # The register does not say what the notice said.
        yield Stated(
            EnforcementNoticeIssued(
                to=debtors, listing_risk_stated=False, delay_interest_stated=False, account_stated=False
            ),
            noticed,
        )


def _after(case: Case, code: str, filed: date, known: Known) -> date | None:
    day = _day(case, code, known)
    if day is not None and day < filed:
        case.blame(case.main, code, BadCell(f"早于立案日期{filed}", "请核对两个日期"))
    return day


def _reached(case: Case, on: date) -> Iterator[Stated]:
    reached, waived = _fen(case, "N_SJDWJE"), _fen(case, "N_SQRFQBDJE")
    if not reached and not waived:
        return
    payments = (EarlierPayment(on=on, amount=reached),) if reached else ()
    yield Stated(BroughtForward(payments=payments, waived=waived or 0), on)


def _fen(case: Case, code: str) -> int | None:
    amount = case.main.amount(code)
    if amount is None:
        return None
    fen = amount * FEN
    if fen != fen.to_integral_value():
        raise BadField(code, BadCell("有不足一分的零头", "请精确到分"))
    return int(fen)


def _read(case: Case, code: str, kind: type[C], codes: Codes) -> C | None:
    text = case.main.text(code)
    try:
        return chosen(code, text, kind, codes) if text else None
    except BadCell as trouble:
        raise BadField(code, trouble) from None


def _yes(case: Case, code: str, codes: Codes) -> bool | None:
    try:
        return yes(code, case.main.text(code), codes)
    except BadCell as trouble:
        raise BadField(code, trouble) from None
