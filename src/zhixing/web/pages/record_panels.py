"""What the page of every dossier shows of its record: what may be done now and what not, the time line, duties, proposals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from zhixing.cases import questions as cases
from zhixing.cases.models import CaseRow
from zhixing.funds.aid.called import called
from zhixing.funds.models import BankAccountRow, StatementRow
from zhixing.law.texts import say
from zhixing.parties.models import Party, PartyIdentity
from zhixing.people.models import Officer
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.duties import Duty, Standing, duties
from zhixing.record.fields import held
from zhixing.record.files import files_named
from zhixing.record.questions import Pending, pending
from zhixing.record.rule import ActRule, Refusal
from zhixing.record.rules import OWN
from zhixing.record.sealed import masked
from zhixing.web.choosable import bank_account_label
from zhixing.web.showing import FileName, Line, Names, ids, lines
from zhixing.web.signed_in import acting
from zhixing.web.uploads import shown as file_shown

STYLE = {
    Standing.OVERDUE: "late",
    Standing.LATE: "late",
    Standing.MET: "done",
    Standing.OPEN: "",
    Standing.SUSPENDED: "soon",
    Standing.UNDETERMINED: "soon",
    Standing.FALLEN_AWAY: "",
    Standing.ENDED_LATE: "late",
    Standing.RUNNING: "",
    Standing.EXERCISED: "done",
    Standing.LAPSED: "",
}
WAITING = (Standing.OPEN, Standing.OVERDUE)


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry of the time line."""

    entry: Entry[Act]
    rule: ActRule
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Possible:
    """An act and what stands against it; nothing: it may be done now."""

    rule: ActRule
    refusals: list[Refusal]
    due: date | None = None  # the earliest open duty that the act would meet


def panels(request: HttpRequest, whole: Dossier, day: date) -> dict[str, object]:
    """The panels as of a day, for the templates acts_panel, time_line, duties_panel and proposals."""
    dossier, now = whole.as_of(day), day == clock.today()
    names = names_in(dossier)
    possible = possible_acts(whole, acting(request, dossier.court), day) if now else []
    return {
        "dossier": dossier,
        "day": day,
        "is_today": now,
        "names": names,
        "time_line": [shown(dossier, entry, names) for entry in reversed(dossier.entries)],
        "duties": [(duty, *standing_shown(duty, day)) for duty in sorted_duties(dossier, day)],
        "proposals": pending_shown(whole, names) if now else [],
        "may": [each for each in possible if not each.refusals],
        "may_not": _grouped([each for each in possible if each.refusals]),
        "own": [rule.act.tag() for rule in installed() if rule.act in OWN],
    }


def possible_acts(dossier: Dossier, me: Actor, day: date) -> list[Possible]:
    """Every act an officer might do in a case, with what stands against it; what is due comes first."""
    waiting = [duty for duty in duties(installed().duties, dossier) if duty.standing(day) in WAITING]
    found = [
        Possible(rule, door.standing_refusals(dossier, rule, me, day), _due(rule, waiting))
        for rule in installed()
        if not rule.internal
        and not rule.opens
        and rule.act not in OWN
        and rule.act.dossier_kind == dossier.kind
    ]
    return sorted(found, key=lambda each: each.due or date.max)


def _due(rule: ActRule, waiting: list[Duty]) -> date | None:
    # Named itself: a limit that every way of closing meets is no reason to choose one of them.
    days = [duty.due for duty in waiting if duty.due and rule.act in duty.rule.closes_on]
    return min(days, default=None)


def _grouped(refused: list[Possible]) -> list[tuple[str, list[Possible]]]:
    groups: dict[str, list[Possible]] = {}
    for each in refused:
        groups.setdefault(each.rule.group or "其他", []).append(each)
    return list(groups.items())


def standing_shown(duty: Duty, day: date) -> tuple[Standing, str, str]:
    """How a duty stands, in words and as a style; what fell away says through which act."""
    standing = duty.standing(day)
    if duty.ended_by is not None and standing in (Standing.FALLEN_AWAY, Standing.ENDED_LATE):
        through = installed().rule(type(duty.ended_by.act)).label
        return standing, f"{standing.value}：{through}", STYLE[standing]
    if standing is Standing.MET and duty.due is None:
        return standing, "已办结", STYLE[standing]  # whether in time cannot be told
    return standing, standing.value, STYLE[standing]


def sorted_duties(dossier: Dossier, day: date) -> list[Duty]:
    """Open duties by due day first, then those done."""
    found = duties(installed().duties, dossier)
    waiting = (*WAITING, Standing.SUSPENDED, Standing.UNDETERMINED, Standing.RUNNING)
    return sorted(found, key=lambda duty: (duty.standing(day) not in waiting, duty.due or date.max))


def names_in(dossier: Dossier) -> Names:
    """The names of everyone the dossier mentions."""
    acts = [entry.act for entry in dossier.recorded]
    acts += [each.act for each in pending(dossier)]
    people = {number for act in acts for number in ids(act, "officer")} | cases.handlers(dossier)
    members = {number for act in acts for number in ids(act, "party")}
    return Names(
        dict(Party.objects.filter(pk__in=members).values_list("pk", "name")),
        dict(Officer.objects.filter(pk__in=people).values_list("pk", "name")),
        {
            each.sha256: FileName(file_shown(each), reverse("file", args=[dossier.id, each.sha256]))
            for each in files_named(dossier.court, acts).values()
        },
        masked(
            dossier.court,
            {str(each) for act in acts for kind in ("sealed", "told") for each in held(act, kind)},
        ),
        dict(
            PartyIdentity.objects.filter(pk__in=_numbers(acts, "account")).values_list("pk", "masked"),
        ),
        titles(_numbers(acts, "dossier", "bank-account")),
    )


def titles(numbers: Iterable[int]) -> dict[int, str]:
    """What other dossiers are called: a case by its number, a bank account by its name, a statement by the bank's number."""
    wanted = set(numbers)
    if not wanted:
        return {}
    cases_named = CaseRow.objects.filter(dossier_id__in=wanted).exclude(number="")
    statements = StatementRow.objects.filter(dossier_id__in=wanted).values_list("dossier_id", "number")
    return {
        **dict(cases_named.values_list("dossier_id", "number")),
        **{
            row.dossier_id: bank_account_label(row)
            for row in BankAccountRow.objects.filter(dossier_id__in=wanted)
        },
        **{pk: str(say("对账单 {number}", number=number)) for pk, number in statements},
        **called(wanted),
    }


def _numbers(acts: Iterable[Act], *kinds: str) -> set[int]:
    return {number for act in acts for kind in kinds for number in ids(act, kind)}


def shown(dossier: Dossier, entry: Entry[Act], names: Names) -> Shown:
    """An entry as the time line shows it: what was entered, and for an assignment by seed how the draw came out."""
    found = lines(entry.act, names)
    drawn = cases.draw_of(dossier, entry)
    found += [Line("抽签", str(each)) for each in drawn.because] if drawn else []
    return Shown(entry, installed().rule(type(entry.act)), found)


def pending_shown(dossier: Dossier, names: Names) -> list[tuple[Pending, ActRule, list[Line]]]:
    """Proposals that wait, with what they propose."""
    return [(each, installed().rule(type(each.act)), lines(each.act, names)) for each in pending(dossier)]
