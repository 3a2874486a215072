"""A field that is for parties in a role offers those alone, and the door refuses whoever is in another.

Asked of every act type that has such a field, from the type itself and its stored sample.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.cases.stories import APPLICANT, DEBTOR, NUMBERED, OTHER, noticed
from tests.closing.stories import terminated
from tests.record.builder import ANYONE, APPROVER, Did, build
from zhixing.assets.acts.third_debts import (
    DebtEnforcementRuled,
    DebtNoticeServed,
    DebtNotified,
    EnforcedFor,
)
from zhixing.cases.acts.performance import VoluntarilyPerformed
from zhixing.cases.acts.settlement import GuaranteeGiven, GuaranteeKind, SettlementRecorded
from zhixing.funds.rules.needs import Payable
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.fields import Field, fields
from zhixing.record.rule import Asked, refusals
from zhixing.web.act_inputs import Choosable, PartyOption, inputs

STORED = Path(__file__).parents[1] / "record" / "stored"
ON = date(2017, 6, 12)
IN_ROLE = {
    Role.APPLICANT: APPLICANT,
    Role.DEBTOR: DEBTOR,
    Role.OUTSIDER: OTHER,
    Role.GUARANTOR: 14,
    Role.THIRD_DEBTOR: 15,
}
GUARANTEE = len(noticed()) + 1
ORDER = GUARANTEE + 1 + sum(party > DEBTOR for party in IN_ROLE.values()) + 1
FACTS: dict[str, object] = {
    **NUMBERED,
    "account-known": True,
    "payable": Payable(holds=1_000_000, account_theirs=True),
    "distribution-debtor": "natural",
    "identified-parties": (APPLICANT, DEBTOR, OTHER, 14, 15),
}
LIMITED = [(rule.act, field) for rule in installed() for field in fields(rule.act) if field.roles]


def dossier(*, ended: bool) -> Dossier:
    """A case with someone in every role, a guarantee (entry `GUARANTEE`), a settlement, a third party enforced on (`ORDER`)."""
    settled = SettlementRecorded(parties=(APPLICANT, DEBTOR), terms="付清", last_day=date(2017, 5, 2))
    more = [
        GuaranteeGiven(guarantor=14, kind=GuaranteeKind.PERSON),
        settled,
        *(PartyJoined(party=party, role=role) for role, party in IN_ROLE.items() if party > DEBTOR),
        DebtNotified(property=1, third=15, amount=4_000_000, due_on=date(2017, 1, 1), applied_by=APPLICANT),
        DebtNoticeServed(notice=ORDER, received_by="某人"),
        DebtEnforcementRuled(notice=ORDER, ground=EnforcedFor.UNPAID, amount=4_000_000),
    ]
    early = noticed()
    late = terminated()[len(early) :] if ended else []
    return build([*early, *(Did(each, date(2017, 4, 10)) for each in more), *late], guarded=False)


def with_party(kind: type[Act], field: Field, party: int) -> Act:
    """A stored sample of the type with this party in this field."""
    sample = installed().act((STORED / f"{kind.tag()}.json").read_bytes())
    parties = {each.name: _fitting(each)[0] for each in fields(kind) if each.roles} | {field.name: party}
    values = {
        each.name: (parties[each.name],) if each.many else parties[each.name]
        for each in fields(kind)
        if each.roles
    }
    if hasattr(sample, "guarantee"):
        values["guarantee"] = GUARANTEE
    if hasattr(sample, "notice"):
        values["notice"] = ORDER
    return msgspec.structs.replace(sample, **values)


def _fitting(field: Field) -> list[int]:
    return [party for role, party in IN_ROLE.items() if role.value in field.roles]


def against(act: Act) -> set[str]:
    """What stands against it, in a case that goes on or in one whose round has ended, whichever takes it more readily."""
    rule, found = installed().rule(type(act)), []
    for ended in (False, True):
        asked = Asked(dossier(ended=ended), ON, ANYONE, act, FACTS, APPROVER)
        found.append({f"{each.guard}: {each.facts}" for each in refusals(rule, asked)})
    return min(found, key=len)


@pytest.mark.parametrize(
    ("kind", "field"), LIMITED, ids=lambda each: getattr(each, "name", None) or each.tag()
)
def test_whoever_is_in_another_role_is_refused(kind: type[Act], field: Field) -> None:
    fitting = _fitting(field)
    accepted = against(with_party(kind, field, fitting[0]))
    for party in IN_ROLE.values():
        stands = against(with_party(kind, field, party))
        assert bool(stands - accepted) is (party not in fitting), (party, stands, accepted)


def test_the_fields_that_the_law_gives_to_one_side_are_marked() -> None:
    marked = {f"{kind.__name__}.{field.name}": set(field.roles) for kind, field in LIMITED}
    assert marked["VoluntarilyPerformed.by"] == {"debtor", "guarantor", "third_debtor"}
    assert marked["VoluntarilyPerformed.to"] == {"applicant"}
    assert marked["EnforcementNoticeIssued.to"] == {"debtor"}
    assert marked["ClaimRecorded.owed_to"] == {"applicant"}


def test_the_form_offers_the_performer_among_those_who_owe() -> None:
    options = tuple(
        PartyOption(str(party), role.label, frozenset({str(role.value)})) for role, party in IN_ROLE.items()
    )
    by, _, to, *_ = inputs(fields(VoluntarilyPerformed), {}, {}, Choosable(options, (), ()))
    assert [label for _, label in by.options] == ["被执行人", "担保人", "到期债权第三人"]
    assert [label for _, label in to.options] == ["申请执行人"]
