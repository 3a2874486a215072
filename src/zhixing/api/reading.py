"""What can be read: cases, entries, duties, approvals, parties, as of a day where that has a meaning."""

from __future__ import annotations

from datetime import date

from zhixing.api.problem import not_found
from zhixing.api.routing import AS_OF, CURSOR, LIMIT, Answer, Ask, Param, Route, etag
from zhixing.api.shapes import (
    ApprovalOut,
    CaseLine,
    CaseOut,
    DutyOut,
    EntryOut,
    HolderOut,
    Page,
    PartOut,
    PartyOut,
)
from zhixing.cases.models import READ_MODELS, CaseRow
from zhixing.law.case_numbers import search_key
from zhixing.parties.models import CaseParty, Party
from zhixing.parties.questions import parties_of
from zhixing.parties.search import find
from zhixing.people.powers import powers_by_court
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duty import duties
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
    found = CaseRow.objects.filter(court__in=ask.holder.courts).order_by("-dossier_id")
    if number := ask.text("number"):
        found = found.filter(number_key=search_key(number))
    if party := ask.text("party"):
        found = found.filter(dossier_id__in=find(party).values("dossier_id"))
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
    """One case as of a day."""
    whole, on = ask.dossier(), ask.day()
    dossier = whole.as_of(on)
    line = _line(dossier)
    if line is None:
        raise not_found(f"截至 {on}，这个卷宗还没有收案")
    parts = parties_of(dossier, None, on)
    names = dict(Party.objects.filter(pk__in=[part.party for part in parts]).values_list("pk", "name"))
    shown = [PartOut(part.party, names.get(part.party, ""), part.role.value) for part in parts]
    return Answer(CaseOut(on, whole.head, line, shown, _duties(dossier, on)), etag=etag(whole))


def _line(dossier: Dossier) -> CaseLine | None:
    if not dossier.entries:
        return None
    for row in READ_MODELS[0].fill(dossier):
        if isinstance(row, CaseRow):
            return CaseLine.of(row)
    return None


def _duties(dossier: Dossier, on: date) -> list[DutyOut]:
    return [DutyOut.of(duty, on) for duty in duties(installed().duties, dossier)]


def entries(ask: Ask) -> Answer:
    """The entries in force as of a day, in order of taking effect."""
    whole, on = ask.dossier(), ask.day()
    return Answer(Page([EntryOut.of(entry) for entry in whole.as_of(on).entries]), etag=etag(whole))


def case_duties(ask: Ask) -> Answer:
    """The duties of one case as of a day, done and undone."""
    whole, on = ask.dossier(), ask.day()
    return Answer(Page(_duties(whole.as_of(on), on)), etag=etag(whole))


def open_duties(ask: Ask) -> Answer:
    """Open duties of the token's courts by due day; the cursor is the last row."""
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
    """Proposals that wait for a power the token carries, one's own left out."""
    found: list[ApprovalOut] = []
    for court, powers in powers_by_court(ask.holder.officer, ask.holder.today).items():
        carried = [power.value for power in powers if power.value in ask.holder.token.powers]
        rows = ProposalRow.objects.filter(court=court, approver__in=carried, returned=False)
        for row in rows.exclude(by_id=ask.holder.officer.pk).order_by("pk"):
            found.append(
                ApprovalOut(
                    row.dossier_id, row.seq, row.type, row.label, row.on, row.by_id, row.by_name, row.approver
                )
            )
    return Answer(Page(found))


def party(ask: Ask) -> Answer:
    """One party, identities masked, and its cases within what the token may see."""
    found = Party.objects.filter(pk=ask.number("number"), court__in=ask.holder.courts).first()
    if found is None:
        raise not_found("没有这个当事人，或者不在令牌可以查看的法院")
    return Answer(_party(found))


def _party(found: Party) -> PartyOut:
    masked = list(found.identities.filter(retired_at=None).order_by("pk").values_list("masked", flat=True))
    parts = CaseParty.objects.filter(party=found).order_by("dossier_id").values_list("dossier_id", flat=True)
    return PartyOut(found.pk, found.court, found.kind, found.name, masked, list(dict.fromkeys(parts)))


def parties(ask: Ask) -> Answer:
    """Parties that a name, initials or a full identity number may mean; a part of a number finds nobody."""
    wanted = find(ask.text("q")).values("party_id")
    found = Party.objects.filter(pk__in=wanted, court__in=ask.holder.courts).order_by("pk")
    if ask.text("cursor"):
        found = found.filter(pk__gt=ask.whole("cursor", 0, 10**18))
    limit = ask.limit()
    rows = list(found[: limit + 1])
    more = str(rows[limit - 1].pk) if len(rows) > limit else None
    return Answer(Page([_party(row) for row in rows[:limit]], more))


WHO = Param("q", "姓名、拼音首字母或完整的证件号码")
ROUTES = (
    Route("GET", "/token", "令牌代表谁、有哪些职权和法院", who, HolderOut),
    Route(
        "GET",
        "/cases",
        "案件，新收的在前",
        cases,
        Page[CaseLine],
        params=(
            Param("number", "任何写法的案号"),
            Param("party", "当事人姓名、拼音首字母或完整的证件号码"),
            Param("court", "法院代码"),
            Param("open", "true 时只要未结的", "flag"),
            CURSOR,
            LIMIT,
        ),
    ),
    Route("GET", "/cases/{number}", "一件案件截至某日的情形", case, CaseOut, params=(AS_OF,)),
    Route("GET", "/cases/{number}/entries", "卷内的记录", entries, Page[EntryOut], params=(AS_OF,)),
    Route("GET", "/cases/{number}/duties", "一件案件的期限", case_duties, Page[DutyOut], params=(AS_OF,)),
    Route(
        "GET",
        "/duties",
        "未办的期限",
        open_duties,
        Page[DutyOut],
        params=(Param("due_by", "最迟到哪一天到期的", "day"), CURSOR, LIMIT),
    ),
    Route("GET", "/approvals", "等待审批的提请", approvals, Page[ApprovalOut]),
    Route(
        "GET",
        "/parties",
        "查找当事人",
        parties,
        Page[PartyOut],
        params=(Param("q", "姓名、拼音首字母或完整的证件号码"), CURSOR, LIMIT),
    ),
    Route("GET", "/parties/{number}", "一个当事人", party, PartyOut),
)
