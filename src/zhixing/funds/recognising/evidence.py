"""What speaks for which case: exact look-ups, a few for a whole statement however many lines it has.

Certain are an account number that the bank opened for the case, and the case's number written by somebody who is known there. A
number alone may be mistyped and name another's case; a name alone may be a namesake's: these are likely, and a person confirms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zhixing.cases.models import CaseRow
from zhixing.cases.questions import number_in
from zhixing.funds.models import LineRow, VirtualAccountRow
from zhixing.funds.recognising.names import forms_of
from zhixing.funds.taking_in import Said
from zhixing.law.identities import IdentityError, bank_card
from zhixing.law.texts import Text, say
from zhixing.parties.models import CaseParty, Party
from zhixing.parties.protection import keyed_hash
from zhixing.parties.register import ACCOUNT
from zhixing.record.act import Choice

NUMBER = re.compile(r"[（(〔\[]?(?:19|20)[0-9]{2}[）)〕\]]?[^\s号]{2,16}号")
MOST = 5  # cases shown for a line


class Ground(Choice):
    """Why a line may be a case's money."""

    OWN_NUMBER = "own_number", "付到本案子账号"
    CASE_NUMBER = "case_number", "附言写有本案案号"
    PAYER_NAME = "payer_name", "付款人与本案当事人同名"
    PAYER_ACCOUNT = "payer_account", "付款账户是本案当事人的账户"
    PAID_BEFORE = "paid_before", "该账户此前向本案付过款"


# What speaks more for a case stands first.
ORDER = (
    Ground.OWN_NUMBER,
    Ground.CASE_NUMBER,
    Ground.PAID_BEFORE,
    Ground.PAYER_ACCOUNT,
    Ground.PAYER_NAME,
)
OF_PAYER = frozenset((Ground.PAYER_NAME, Ground.PAYER_ACCOUNT, Ground.PAID_BEFORE))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case for which something speaks."""

    case: int
    number: str
    grounds: tuple[Ground, ...]

    @property
    def certain(self) -> bool:
        """Whether a rule may say so: the case's own account number, or its number from somebody known there."""
        found = set(self.grounds)
        return Ground.OWN_NUMBER in found or (Ground.CASE_NUMBER in found and bool(found & OF_PAYER))

    @property
    def why(self) -> Text:
        """The grounds in a sentence, without names or accounts."""
        return say("{grounds}", grounds="；".join(each.label for each in self.grounds))


def candidates(
    court: str, lines: Sequence[LineRow], said: Mapping[str, Said]
) -> dict[str, tuple[Candidate, ...]]:
    """For each line, by place, the cases of the court for which something speaks, the likeliest first."""
    grounds: dict[str, dict[int, set[Ground]]] = {line.place: defaultdict(set) for line in lines}
    _by_own_number(court, lines, grounds)
    _by_case_number(court, lines, said, grounds)
    _by_payer(court, lines, said, grounds)
    _by_earlier(court, lines, grounds)
    named = {case for found in grounds.values() for case in found}
    rows = CaseRow.objects.filter(dossier_id__in=named).exclude(number="")
    numbers = dict(rows.values_list("dossier_id", "number"))
    return {
        place: tuple(
            sorted(
                (
                    Candidate(case, numbers[case], tuple(each for each in ORDER if each in found))
                    for case, found in cases.items()
                    if case in numbers
                ),
                key=_rank,
            )
        )[:MOST]
        for place, cases in grounds.items()
    }


def _rank(found: Candidate) -> tuple[int, int, int]:
    return (not found.certain, ORDER.index(found.grounds[0]), -len(found.grounds))


Grounds = dict[str, dict[int, set[Ground]]]


def _by_own_number(court: str, lines: Iterable[LineRow], grounds: Grounds) -> None:
    given = VirtualAccountRow.objects.filter(
        court=court, number__in={line.virtual for line in lines if line.virtual}
    )
    cases = dict(given.values_list("number", "dossier_id"))
    for line in lines:
        if line.virtual in cases:
            grounds[line.place][cases[line.virtual]].add(Ground.OWN_NUMBER)


def _by_case_number(court: str, lines: Iterable[LineRow], said: Mapping[str, Said], grounds: Grounds) -> None:
    written = {
        line.place: {
            number.normal
            for each in NUMBER.findall(said[line.place].text)
            if (number := number_in(each)) is not None
        }
        for line in lines
        if line.place in said
    }
    rows = CaseRow.objects.filter(court=court, number__in=set().union(*written.values()) if written else ())
    cases = dict(rows.values_list("number", "dossier_id"))
    for place, numbers in written.items():
        for each in numbers & cases.keys():
            grounds[place][cases[each]].add(Ground.CASE_NUMBER)


def _by_payer(court: str, lines: Sequence[LineRow], said: Mapping[str, Said], grounds: Grounds) -> None:
    """Who paid, by name and by account, among the parties of open cases."""
    names: dict[str, set[str]] = defaultdict(set)
    hashes: dict[bytes, set[str]] = defaultdict(set)
    for line in lines:
        told = said.get(line.place)
        if told is None:
            continue
        for name in forms_of(told.name):
            names[name].add(line.place)
        digest = _account(told.account)
        if digest is not None:
            hashes[digest].add(line.place)
    by_name = dict(Party.objects.filter(court=court, name__in=names).values_list("pk", "name"))
    known = Party.objects.filter(
        court=court, identities__paper=ACCOUNT, identities__hash__in=hashes, identities__retired_at=None
    )
    by_account = dict(known.values_list("pk", "identities__hash"))
    parts = CaseParty.objects.filter(party_id__in={*by_name, *by_account}, current=True)
    still = parts.filter(dossier__case_rows__closed_on=None)
    for case, party in still.values_list("dossier_id", "party_id"):
        for place in names.get(by_name.get(party, ""), ()):
            grounds[place][case].add(Ground.PAYER_NAME)
        for place in hashes.get(bytes(by_account.get(party, b"")), ()):
            grounds[place][case].add(Ground.PAYER_ACCOUNT)


def _by_earlier(court: str, lines: Iterable[LineRow], grounds: Grounds) -> None:
    """From which account which cases were paid before, as people confirmed it."""
    payers: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.payer:
            payers[line.payer].add(line.place)
    before = LineRow.objects.filter(court=court, payer__in=payers, amount__gt=0).exclude(case=None)
    for payer, case in before.values_list("payer", "case").distinct():
        for place in payers[payer]:
            grounds[place][case or 0].add(Ground.PAID_BEFORE)


def _account(number: str) -> bytes | None:
    try:
        return keyed_hash(ACCOUNT, bank_card(number)) if number else None
    except IdentityError:
        return None
