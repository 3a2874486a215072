"""Who may open each address, and who may do each act: permissions.toml, against the addresses and the catalogue.

What has no entry there fails: whoever adds a page or an act says who it is for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.cast import ASSIGNED, COURT, OTHER_COURT, TODAY, assigned, begin, who
from tests.funds.aid_cast import opened
from tests.funds.cast import bank_account, taken
from tests.funds.cast import statement as bank_statement
from tests.plan.district import adopted, of_court
from tests.preservation.cast import held
from zhixing.cases.acts.assignment import Reassigned
from zhixing.cases.acts.notice import ServedDocument, ServiceAttempted, ServiceMethod, ServiceOutcome
from zhixing.funds.aid.acts.application import AidApplied, AidGround
from zhixing.funds.aid.acts.fund import AidFundOpened
from zhixing.funds.clearance.acts import ClearanceOpened
from zhixing.funds.models import LedgerAccount
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.people.acts import OrganisationOpened
from zhixing.people.models import Notice, Officer
from zhixing.plan import drafts
from zhixing.plan.reading import read
from zhixing.record import door, files, outbox
from zhixing.record.catalogue import installed
from zhixing.record.duties import duties
from zhixing.record.scope import EVERY_COURT, see

MATRIX = tomllib.loads((Path(__file__).parent / "permissions.toml").read_text())
ROLES = ("officer1", "judge", "filing", "director", "president", "accountant", "inspector")


def named(patterns: Sequence[URLPattern | URLResolver]) -> Iterator[str]:
    """The names of all addresses."""
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from named(each.url_patterns)
        else:
            yield each.name or str(each.pattern)


@cache
def addresses() -> tuple[str, ...]:
    """The names of all addresses of the site."""
    return tuple(named(get_resolver().url_patterns))


def a_case() -> tuple[int, int]:
    """A case in hand with a proposal that waits: its dossier, and the proposal's place."""
    begin()
    case = assigned()
    act = Reassigned(officer=who("officer2").id, reason="工作调整")
    return case, door.propose(case, door.Step(act=act, by=who("officer1"), on=TODAY)).seq


def paths() -> dict[str, str]:
    """An address of each name, of one case."""
    case, proposal = a_case()
    dossier = door.read(case)
    duty = duties(installed().duties, dossier)[0]
    (debtor,) = (each.party for each in parties_of(dossier, Role.DEBTOR, TODAY))
    file = a_file(case)
    outbox.work()
    plan = plan_of_the_court()
    notice = Notice.objects.filter(officer_id=who("officer1").id).latest("pk")
    arguments: dict[str, list[object]] = {
        "act": [case, "cases.clues_asked"],
        "correct": [case, 1],
        "approval": [case, proposal],
        "duty": [case, duty.rule.name, duty.opening.seq, duty.index],
        "norm": ["民诉法", 251],
        "act-reference": ["cases.filed"],
        "case-export": ["csv"],
        **{name: [case, 8] for name in ("document", "document-word")},
        "volume": [case, "main"],
        "document-preview": [case, "cases.clues_asked"],
        **{name: [plan] for name in ("plan", "plan-assign", "plan-report", "plan-report-pdf", "dossier")},
        "plan-measure": [plan, 1],
        "court-organisation": [the_organisation()],
        "file": [case, file],
        "plan-draft": [a_draft()],
        "party": [debtor],
        "debtor-property": [debtor],
        "case-preservation": [held()[0]],
        **{name: ["preservation-fulfilled"] for name in ("preservation-figure", "preservation-figure-file")},
        "notice": [notice.pk],
        **money(case),
        **{
            name: [case]
            for name in (
                "case",
                "owed",
                "termination-proof",
                "resumption",
                "efile",
                "documents-again",
                "property",
                "sales",
                "distribution",
                "case-money",
                "money-record",
                "case-aid",
                "distribution-file",
                "property-report",
                "inquiries",
            )
        },
    }
    return {name: reverse(name, args=arguments.get(name, [])) for name in addresses()}


def money(case: int) -> dict[str, list[object]]:
    """A bank account of the court, a statement of it, an account of the ledger; a fund of aid, and an application to it."""
    account = bank_account()
    statement = taken(bank_statement(0, 500)).dossier
    ledger = LedgerAccount.objects.get(kind="bank", owner=account).pk
    campaign = ClearanceOpened(
        name="中文", account=account, base_on=TODAY, own_by=TODAY, joint_by=TODAY, done_by=TODAY
    )
    fund = opened(AidFundOpened(account=account), who("accountant"))
    (applicant,) = (each.party for each in parties_of(door.read(case), Role.APPLICANT, TODAY))
    applied = AidApplied(
        case=case,
        applicant=applicant,
        ground=AidGround.OTHER,
        asked=500,
        hardship="中文",
        proof="中文",
    )
    return {
        "aid-fund": [fund],
        "aid": [opened(applied, who("filing"))],
        "bank-account": [account],
        "payments": [account],
        "columns": [account],
        "payment-file": [account, 1, "xml"],
        "statement": [statement],
        **{name: [opened(campaign, who("accountant"))] for name in ("clearance", "clearance-lines")},
        "settle": [statement],
        "ledger-account": [ledger],
    }


def a_file(case: int) -> str:
    """A file that an act of the case names: its hash."""
    kept = files.keep(COURT, "letter.txt", "收件人外出".encode(), who("officer1").id)
    (debtor,) = (each.party for each in parties_of(door.read(case), Role.DEBTOR, TODAY))
    sent = ServiceAttempted(
        document=ServedDocument.OTHER,
        to=debtor,
        method=ServiceMethod.MAIL,
        outcome=ServiceOutcome.RETURNED,
        sent_on=ASSIGNED,
        why_not="工作调整",
        proof=kept.sha256,
    )
    door.enter(case, sent, who("officer1"), on=TODAY)
    return kept.sha256


def plan_of_the_court() -> int:
    """The court's dossier of a plan."""
    adopted()
    return of_court(COURT)


def the_organisation() -> int:
    """The dossier of the court's organisation."""
    step = door.Step(act=OrganisationOpened(), by=who("director"), on=TODAY)
    return door.open_dossier(COURT, [step])[0]


def a_draft() -> int:
    """A plan read for the court, not yet confirmed."""
    text = "一、工作措施\n1、建台账。责任部门：执行局\n"
    return drafts.keep(COURT, "方案.txt", text, read(text))


def clients() -> dict[str, Client]:
    """Each role at a browser of its own, signed in; the anonymous one is not."""
    found = {"anonymous": Client()}
    for role, username in (*((each, f"0235.{each}") for each in ROLES), ("other_court", "0236.officer1")):
        found[role] = Client()
        found[role].force_login(Officer.objects.get(username=username))
    return found


def test_every_address_has_an_entry_and_no_entry_is_left_over() -> None:
    assert set(MATRIX["pages"]) == set(addresses())


@pytest.mark.django_db
def test_each_role_is_answered_as_the_matrix_says() -> None:
    asked, those = paths(), clients()
    found = {
        name: {role: client.get(path).status_code for role, client in those.items()}
        for name, path in asked.items()
    }
    assert found == MATRIX["pages"]


def test_every_act_has_an_entry_and_is_done_by_those_it_names() -> None:
    found = {
        rule.tag: {
            "by": sorted(power.value for power in rule.by),
            **({"approved_by": rule.approved_by.value} if rule.approved_by else {}),
        }
        for rule in installed()
    }
    assert found == MATRIX["acts"]


@pytest.mark.django_db
def test_no_act_can_be_posted_into_the_case_of_another_court() -> None:
    case, _ = a_case()
    client = Client()
    client.force_login(Officer.objects.get(username=f"{OTHER_COURT.removeprefix('渝')}.officer1"))
    asked = [rule.tag for rule in installed() if not rule.internal]
    answered = {tag: client.post(f"/cases/{case}/acts/{tag}/", {}).status_code for tag in asked}
    assert set(answered.values()) == {404}


@pytest.mark.django_db
def test_whoever_lacks_the_power_is_refused_at_the_form_and_nothing_is_entered() -> None:
    case, proposal = a_case()
    client = Client()
    client.force_login(Officer.objects.get(username=f"{COURT.removeprefix('渝')}.accountant"))
    refused = client.post(f"/cases/{case}/acts/cases.handed_over/", {"on": TODAY.isoformat()})
    assert refused.status_code == 422
    approved = client.post(f"/cases/{case}/proposals/{proposal}/", {"decision": "approve"})
    assert approved.status_code == 422
    see(EVERY_COURT)
    assert door.read(case).head == proposal
