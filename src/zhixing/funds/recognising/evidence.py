"""What speaks for which case: what is exact is looked up, what is only alike is weighed, for a page of lines at once.

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
from zhixing.funds.recognising.finding import Finder, Paid
from zhixing.funds.recognising.learning import weights_of
from zhixing.funds.recognising.open_cases import of_court
from zhixing.funds.recognising.weights import ACCOUNT as ACCOUNT_FIELD
from zhixing.funds.recognising.weights import (
    APPLICANT,
    COURT,
    LEVELS,
    NAMED,
    PAYER,
    SERIAL,
    SUM,
    TAIL,
    TYPE,
    YEAR,
)
from zhixing.funds.taking_in import Said
from zhixing.law.identities import tidy
from zhixing.law.texts import Text, say
from zhixing.parties.models import CaseParty, Party
from zhixing.parties.protection import keyed_hash
from zhixing.parties.register import ACCOUNT
from zhixing.record.act import Choice

NUMBER = re.compile(r"[（(〔\[]?(?:19|20)[0-9]{2}[）)〕\]]?[^\s号]{2,16}号")
MOST, LEAST = 5, 0.01  # cases shown for a line, and the probability below which a case is not worth a look


class Ground(Choice):
    """Why a line may be a case's money."""

    OWN_NUMBER = "own_number", "付到本案子账号"
    CASE_NUMBER = "case_number", "附言写有本案案号"
    PAYER_NAME = "payer_name", "付款人与本案当事人同名"
    PAYER_ACCOUNT = "payer_account", "付款账户是本案当事人的账户"
    PAID_BEFORE = "paid_before", "该账户此前向本案付过款"
    NUMBER_ALIKE = "number_alike", "附言所写与本案案号相近"
    NAME_ALIKE = "name_alike", "付款人的名称与本案当事人相近"
    NAMED = "named", "附言写有本案被执行人的名称"
    APPLICANT_NAMED = "applicant_named", "附言写有本案申请执行人的名称"
    SUM_DUE = "sum_due", "金额与本案应付的金额相同"
    TAIL = "tail", "附言的尾号与本案当事人的证件相同"


# What speaks more for a case stands first.
ORDER = (
    Ground.OWN_NUMBER,
    Ground.CASE_NUMBER,
    Ground.PAID_BEFORE,
    Ground.PAYER_ACCOUNT,
    Ground.PAYER_NAME,
    Ground.NUMBER_ALIKE,
    Ground.NAME_ALIKE,
    Ground.NAMED,
    Ground.TAIL,
    Ground.SUM_DUE,
    Ground.APPLICANT_NAMED,
)
OF_PAYER = frozenset((Ground.PAYER_NAME, Ground.PAYER_ACCOUNT, Ground.PAID_BEFORE))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case for which something speaks. `probability` is 0 where it was not weighed: a case that owes nothing more."""

    case: int
    number: str
    grounds: tuple[Ground, ...]
    probability: float = 0.0

    @property
    def certain(self) -> bool:
        """Whether a rule may say so: the case's own account number, or its number from somebody known there."""
        found = set(self.grounds)
        return Ground.OWN_NUMBER in found or (Ground.CASE_NUMBER in found and bool(found & OF_PAYER))

    @property
    def score(self) -> int:
        """The probability in ten thousandths, as the act keeps it."""
        return round(self.probability * 10_000)

    @property
    def percent(self) -> int:
        """The probability as people read it: never a hundred, which only a rule may say."""
        return min(round(self.probability * 100), 99)

    @property
    def why(self) -> Text:
        """The grounds in a sentence, without names or accounts."""
        return say("{grounds}", grounds="；".join(each.label for each in self.grounds))


def candidates(
    court: str, lines: Sequence[LineRow], said: Mapping[str, Said]
) -> dict[str, tuple[Candidate, ...]]:
    """For each line, by place, the cases of the court for which something speaks, the likeliest first."""
    grounds: Grounds = {line.place: defaultdict(set) for line in lines}
    _by_own_number(court, lines, grounds)
    _by_case_number(court, lines, said, grounds)
    _by_account(court, lines, said, grounds)
    _by_earlier(court, lines, grounds)
    weighed = _weighed(court, lines, said, grounds)
    named = {case for found in grounds.values() for case in found}
    rows = CaseRow.objects.filter(dossier_id__in=named).exclude(number="")
    numbers = dict(rows.values_list("dossier_id", "number"))
    return {
        place: tuple(
            sorted(
                (
                    Candidate(
                        case,
                        numbers[case],
                        tuple(each for each in ORDER if each in found),
                        weighed.get((place, case), 0.0),
                    )
                    for case, found in cases.items()
                    if case in numbers
                ),
                key=_rank,
            )
        )[:MOST]
        for place, cases in grounds.items()
    }


def _rank(found: Candidate) -> tuple[bool, float, int, int]:
    return (not found.certain, -found.probability, ORDER.index(found.grounds[0]), -len(found.grounds))


Grounds = dict[str, dict[int, set[Ground]]]


def _weighed(
    court: str, lines: Iterable[LineRow], said: Mapping[str, Said], grounds: Grounds
) -> dict[tuple[str, int], float]:
    """The probability of each case in view, by line and case; its grounds are added."""
    told = [line for line in lines if line.place in said]
    if not told:
        return {}
    known = of_court(court)
    of_line = {
        ground: {
            line.place: [
                known.row_of[case]
                for case, found in grounds[line.place].items()
                if ground in found and case in known.row_of
            ]
            for line in told
        }
        for ground in (Ground.PAID_BEFORE, Ground.PAYER_ACCOUNT)
    }
    finder = Finder(
        known.index, weights_of(court), of_line[Ground.PAID_BEFORE], of_line[Ground.PAYER_ACCOUNT]
    )
    paid = [Paid(line.amount, said[line.place].name, line.place, said[line.place].text) for line in told]
    weighed = {}
    for line, found in zip(told, finder.find(paid), strict=True):
        for likely in found:
            case = known.dossiers[likely.row]
            speaks = _speaking(likely.levels)
            if speaks and (likely.probability >= LEAST or case in grounds[line.place]):
                grounds[line.place][case] |= speaks
                weighed[line.place, case] = likely.probability
    return weighed


def _speaking(levels: Sequence[str]) -> set[Ground]:
    """The grounds that a comparison gives."""
    found = dict(zip(LEVELS, levels, strict=True))
    number = {found[YEAR], found[COURT], found[TYPE], found[SERIAL]}
    grounds = set()
    if number == {"same"}:
        grounds.add(Ground.CASE_NUMBER)
    elif found[SERIAL] in ("same", "near") and "other" not in number:
        grounds.add(Ground.NUMBER_ALIKE)
    for field, levels_meant, ground in (
        (PAYER, ("debtor", "applicant"), Ground.PAYER_NAME),
        (PAYER, ("variant", "near"), Ground.NAME_ALIKE),
        (NAMED, ("debtor", "variant"), Ground.NAMED),
        (APPLICANT, ("named",), Ground.APPLICANT_NAMED),
        (SUM, ("due",), Ground.SUM_DUE),
        (ACCOUNT_FIELD, ("before",), Ground.PAID_BEFORE),
        (TAIL, ("same",), Ground.TAIL),
    ):
        if found[field] in levels_meant:
            grounds.add(ground)
    return grounds


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


def _by_account(court: str, lines: Iterable[LineRow], said: Mapping[str, Said], grounds: Grounds) -> None:
    """Who paid, by account, among the parties of open cases."""
    hashes: dict[bytes, set[str]] = defaultdict(set)
    for line in lines:
        digest = _account(said[line.place].account) if line.place in said else None
        if digest is not None:
            hashes[digest].add(line.place)
    known = Party.objects.filter(
        court=court, identities__paper=ACCOUNT, identities__hash__in=hashes, identities__retired_at=None
    )
    by_account = dict(known.values_list("pk", "identities__hash"))
    parts = CaseParty.objects.filter(
        party_id__in=by_account, current=True, dossier__case_rows__closed_on=None
    )
    for case, party in parts.values_list("dossier_id", "party_id"):
        for place in hashes.get(bytes(by_account[party]), ()):
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
    digits = tidy(number).replace("-", "")  # a card, or an organisation's account, which no digit checks
    return keyed_hash(ACCOUNT, digits) if digits.isdecimal() else None
