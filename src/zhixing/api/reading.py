"""What can be read: cases, entries, duties, approvals, parties, as of a day where that has a meaning."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from zhixing.api import past, search
from zhixing.api.problem import not_found
from zhixing.api.routing import AS_OF, CURSOR, KNOWN_AT, LIMIT, TODAY_ONLY, Answer, Ask, Param, Route
from zhixing.api.saying import said
from zhixing.api.shapes import (
    ApprovalOut,
    CaseLine,
    CaseOut,
    DutyOut,
    EntryOut,
    HolderOut,
    OwedOut,
    Page,
    PartOut,
    PartyOut,
)
from zhixing.cases.models import CaseRow
from zhixing.cases.questions import owed as money_owed
from zhixing.law.answers import Found
from zhixing.parties.models import CaseParty, Party
from zhixing.people.powers import powers_by_court
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import duties
from zhixing.record.models import DutyRow, ProposalRow


def who(ask: Ask) -> Answer:
    """Whom the token acts for."""
    token = ask.holder.token
    courts = list(ask.holder.courts)
    return Answer(
        HolderOut(ask.holder.officer.pk, ask.holder.officer.name, token.powers, courts, token.expires_on)
    )


def cases(ask: Ask) -> Answer:
    """Cases, newest dossier first; the cursor is the last dossier of the page, so what comes in meanwhile moves nothing."""
    if ask.text("as_of") or ask.text("known_at"):
        return past.cases_then(ask)
    found = CaseRow.objects.filter(court__in=ask.holder.courts).order_by("-dossier_id")
    if number := search.number(ask):
        found = found.filter(number.anywhere)
    if meant := ask.text("party"):
        found = found.filter(dossier_id__in=search.parts(ask, meant).values("dossier_id"))
    if court := ask.text("court"):
        found = found.filter(court=court)
    if ask.flag("open"):
        found = found.filter(closed_on=None)
    if ask.text("cursor"):
        found = found.filter(dossier_id__lt=ask.whole("cursor", 0, 10**18))
    limit = ask.limit()
    rows = list(found[: limit + 1])
    more = str(rows[limit - 1].dossier_id) if len(rows) > limit else None
    return Answer(Page([CaseLine.of(row) for row in rows[:limit]], more))


def case(ask: Ask) -> Answer:
    """One case as of a day, as known at a moment."""
    whole, then = ask.dossier(), ask.then()
    dossier = then.of(whole)
    line = past.line_of(dossier)
    if line is None:
        raise not_found(f"截至 {then.on}，这个卷宗还没有收案")
    parts = past.parts_then(dossier, then)
    out = CaseOut(then.on, then.known_at, whole.head, line, parts, _duties(dossier, then.on))
    return Answer(out, head=whole.head)


def case_parties(ask: Ask) -> Answer:
    """Who takes part in a case as of a day, as known at a moment."""
    whole, then = ask.dossier(), ask.then()
    return Answer(Page(past.parts_then(then.of(whole), then)), head=whole.head)


def owed(ask: Ask) -> Answer:
    """What is owed as of a day, as known at a moment."""
    whole, then = ask.dossier(), ask.then()
    found = money_owed(then.of(whole), then.on)
    if isinstance(found, Found):
        out = OwedOut(then.on, then.known_at, found.value.outstanding.total, [])
    else:
        out = OwedOut(then.on, then.known_at, None, [said(each) for each in found.missing])
    return Answer(out, head=whole.head)


def _duties(dossier: Dossier, on: date) -> list[DutyOut]:
    return [DutyOut.of(duty, on) for duty in duties(installed().duties, dossier)]


def entries(ask: Ask) -> Answer:
    """The entries in force as of a day, as known at a moment, in order of taking effect; the cursor is the last one's place."""
    whole = ask.dossier()
    page = ask.page(ask.then().of(whole).entries, lambda entry: _place(entry.on, entry.seq))
    return Answer(Page([EntryOut.of(entry) for entry in page.items], page.next), head=whole.head)


def _place(on: date, seq: int) -> int:
    return on.toordinal() * 10**9 + seq


def case_duties(ask: Ask) -> Answer:
    """The duties of one case as of a day, as known at a moment, done and undone."""
    whole, then = ask.dossier(), ask.then()
    return Answer(Page(_duties(then.of(whole), then.on)), head=whole.head)


def open_duties(ask: Ask) -> Answer:
    """Open duties of the token's courts; the cursor is the last row."""
    ask.today_only()
    found = DutyRow.objects.filter(met_on=None, ended_on=None, court__in=ask.holder.courts).order_by("pk")
    if ask.text("due_by"):
        found = found.filter(due__lte=_any_day(ask))
    if ask.text("cursor"):
        found = found.filter(pk__gt=ask.whole("cursor", 0, 10**18))
    limit = ask.limit()
    rows = list(found[: limit + 1])
    more = str(rows[limit - 1].pk) if len(rows) > limit else None
    return Answer(Page([DutyOut.of_row(row, ask.holder.today) for row in rows[:limit]], more))


def _any_day(ask: Ask) -> date:
    try:
        return date.fromisoformat(ask.text("due_by"))
    except ValueError:
        return ask.day("due_by")


def approvals(ask: Ask) -> Answer:
    """Proposals that wait for a power the token carries, one's own left out; the cursor is the last row."""
    ask.today_only()
    waiting = Q(pk=None)
    for court, powers in powers_by_court(ask.holder.officer, ask.holder.today).items():
        carried = [power.value for power in powers if power.value in ask.holder.token.powers]
        waiting |= Q(court=court, approver__in=carried)
    found = ProposalRow.objects.filter(waiting, returned=False).exclude(by_id=ask.holder.officer.pk)
    limit = ask.limit()
    rows = list(found.filter(pk__gt=ask.whole("cursor", 0, 10**18)).order_by("pk")[: limit + 1])
    more = str(rows[limit - 1].pk) if len(rows) > limit else None
    return Answer(Page([ApprovalOut.of(row) for row in rows[:limit]], more))


def party(ask: Ask) -> Answer:
    """One party, identities masked, and its cases within what the token may see."""
    then = ask.then()
    found = Party.objects.filter(pk=ask.number("number"), court__in=ask.holder.courts).first()
    if found is None:
        raise not_found("没有这个当事人，或者不在令牌可以查看的法院")
    if not (ask.text("as_of") or ask.text("known_at")):
        return Answer(_party(found))
    return Answer(past.party_then(found, then))


def _party(found: Party) -> PartyOut:
    masked = list(found.identities.filter(retired_at=None).order_by("pk").values_list("masked", flat=True))
    parts = CaseParty.objects.filter(party=found).order_by("dossier_id").values_list("dossier_id", flat=True)
    return PartyOut(found.pk, found.court, found.kind, found.name, masked, list(dict.fromkeys(parts)))


def parties(ask: Ask) -> Answer:
    """Parties that a name, initials or a full identity number may mean; a part of a number finds nobody."""
    wanted = search.parts(ask, ask.text("q")).values("party_id")
    found = Party.objects.filter(pk__in=wanted, court__in=ask.holder.courts).order_by("pk")
    if ask.text("cursor"):
        found = found.filter(pk__gt=ask.whole("cursor", 0, 10**18))
    limit = ask.limit()
    rows = list(found[: limit + 1])
    more = str(rows[limit - 1].pk) if len(rows) > limit else None
    return Answer(Page([_party(row) for row in rows[:limit]], more))


THEN = (AS_OF, KNOWN_AT)
WHO = "姓名、拼音首字母或完整的证件号码；证件号码须令牌有立案人员、执行员、执行法官或书记员的职权，并记入查阅记录"
ROUTES = (
    Route("GET", "/token", "令牌代表谁、有哪些职权和法院", who, HolderOut),
    Route(
        "GET",
        "/cases",
        "案件，新收的在前",
        cases,
        Page[CaseLine],
        params=(
            Param("number", "案号的任何写法，或其中一段，如 2017执233、渝0235执、2017-233"),
            Param("party", WHO),
            Param("court", "法院代码"),
            Param("open", "true 时只要未结的", "flag"),
            *THEN,
            CURSOR,
            LIMIT,
        ),
    ),
    Route("GET", "/cases/{number}", "一件案件截至某日的情形", case, CaseOut, params=THEN),
    Route("GET", "/cases/{number}/parties", "一件案件的当事人", case_parties, Page[PartOut], params=THEN),
    Route(
        "GET", "/cases/{number}/entries", "卷内的记录", entries, Page[EntryOut], params=(*THEN, CURSOR, LIMIT)
    ),
    Route("GET", "/cases/{number}/owed", "一件案件尚欠多少", owed, OwedOut, params=THEN),
    Route("GET", "/cases/{number}/duties", "一件案件的期限", case_duties, Page[DutyOut], params=THEN),
    Route(
        "GET",
        "/duties",
        "未办的期限",
        open_duties,
        Page[DutyOut],
        params=(Param("due_by", "最迟到哪一天到期的", "day"), TODAY_ONLY, CURSOR, LIMIT),
    ),
    Route(
        "GET",
        "/approvals",
        "等待审批的提请",
        approvals,
        Page[ApprovalOut],
        params=(TODAY_ONLY, CURSOR, LIMIT),
    ),
    Route(
        "GET",
        "/parties",
        "查找当事人",
        parties,
        Page[PartyOut],
        params=(Param("q", WHO), CURSOR, LIMIT),
    ),
    Route("GET", "/parties/{number}", "一个当事人", party, PartyOut, params=THEN),
)
