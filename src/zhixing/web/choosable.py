"""What the selects of a dossier's forms offer: its parties and their accounts, its court's officers and bank accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.naming import thing_named
from zhixing.assets.told import national_fields
from zhixing.cases.models import CaseRow
from zhixing.funds.aid.acts.application import AidApplied
from zhixing.funds.aid.called import called
from zhixing.funds.aid.models import AidFundRow
from zhixing.funds.models import BankAccountRow
from zhixing.law.masking import mask_account
from zhixing.law.money import show
from zhixing.parties.acts import Role
from zhixing.parties.models import Party, PartyIdentity
from zhixing.parties.questions import parties_of
from zhixing.parties.register import ACCOUNT
from zhixing.people.models import Officer
from zhixing.plan.questions import plan as plan_of
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.web.act_fields import fields
from zhixing.web.act_inputs import Choosable, PartyOption
from zhixing.web.uploads import kept_in


def choosable_in(dossier: Dossier, on: date, submitted: Mapping[str, Sequence[str]]) -> Choosable:
    """What a form offers: this case's parties, this court's officers, this dossier's entries, the files it already holds."""
    roles: dict[int, list[Role]] = {}
    for each in parties_of(dossier, None, on):
        roles.setdefault(each.party, []).append(each.role)
    aid = dossier.first(AidApplied)
    if aid is not None:
        roles[aid.act.applicant] = [Role.APPLICANT]
    names = dict(Party.objects.filter(pk__in=roles).values_list("pk", "name"))
    officers = Officer.objects.filter(posts__court=dossier.court, is_active=True).distinct().order_by("name")
    return Choosable(
        parties=tuple(
            PartyOption(
                str(pk),
                f"{names.get(pk, pk)}（{'、'.join(role.label for role in own)}）",
                frozenset(str(role.value) for role in own),
            )
            for pk, own in roles.items()
        ),
        officers=tuple((str(each.pk), each.name) for each in officers),
        entries=tuple(
            (str(entry.seq), _entry_label(dossier, entry), entry.act.tag()) for entry in dossier.entries
        ),
        others={
            "measure": _measures(dossier, on),
            "account": _accounts(names),
            "bank-account": _bank_accounts(dossier.court),
            "dossier": _of_aid(dossier.court, aid.act) if aid else (),
            "file": kept_in(dossier.court, submitted),
            "national": national_fields(submitted.get("kind", ())),
        },
    )


def _entry_label(dossier: Dossier, entry: Entry[Act]) -> str:
    """An entry as a select offers it: number, day, what it is, the property it is about, its sum, the first words it says."""
    thing = _thing_of(dossier, entry)
    said = {field.name: field.kind for field in fields(type(entry.act))}
    amounts = [getattr(entry.act, name) for name, kind in said.items() if kind == "fen"]
    worded = (
        ("prose",) if any(amounts) else ("prose", "text")
    )  # beside a sum, a number of a line says nothing
    texts = [] if thing else [getattr(entry.act, name) for name, kind in said.items() if kind in worded]
    words = next((text for text in texts if isinstance(text, str) and text), "")[:40]
    sums = [f"{show(each)} 元" for each in amounts if isinstance(each, int) and each][:1]
    label = f"{entry.seq} · {entry.on} {installed().rule(type(entry.act)).label}"
    rest = " ".join([*([thing] if thing else []), *sums, *([words] if words else [])])
    return f"{label}：{rest}" if rest else label


def _thing_of(dossier: Dossier, entry: Entry[Act]) -> str:
    """What the property is called that an entry found or is about; empty for all else."""
    number = entry.seq if isinstance(entry.act, PropertyFound) else thing_named(dossier, entry.act)
    found = asset(dossier, number, date.max) if number is not None else None
    return found.found.act.name[:40] if found else ""


def _measures(dossier: Dossier, on: date) -> tuple[tuple[str, str], ...]:
    plan = plan_of(dossier, on) if dossier.kind == "plan" else None
    return tuple((str(each.no), f"{each.no}. {each.title}") for each in plan.measures) if plan else ()


def _accounts(names: Mapping[int, str]) -> tuple[tuple[str, str], ...]:
    """The accounts that the parties have given, and that are still used."""
    rows = PartyIdentity.objects.filter(party_id__in=names, paper=ACCOUNT, retired_at=None).order_by("pk")
    return tuple((str(row.pk), f"{names[row.party_id]} {row.masked}") for row in rows)


def _of_aid(court: str, applied: AidApplied) -> tuple[tuple[str, str], ...]:
    """The dossiers that an application for aid has to do with: its enforcement case, and the court's fund."""
    funds = AidFundRow.objects.filter(court=court).values_list("dossier_id", flat=True)
    names = dict(CaseRow.objects.filter(dossier_id=applied.case).values_list("dossier_id", "number"))
    return tuple((str(each), name) for each, name in {**names, **called(funds)}.items())


def _bank_accounts(court: str) -> tuple[tuple[str, str], ...]:
    rows = BankAccountRow.objects.filter(court=court, closed_on=None).order_by("dossier_id")
    return tuple((str(row.dossier_id), bank_account_label(row)) for row in rows)


def bank_account_label(row: BankAccountRow) -> str:
    """A bank account of the court as people call it: its bank and the end of its number."""
    return f"{row.bank} {mask_account(row.number)}"
