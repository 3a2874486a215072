"""Whose money a line is: certain by rule, likely for a person to confirm, unknown for somebody to look into."""

from __future__ import annotations

import html

import pytest

from tests.cast import COURT, TODAY, begin, filed, who
from tests.funds.cast import NUMBER, bank_account
from tests.funds.test_money_pages import signed_in
from zhixing.cases.models import CaseRow
from zhixing.funds.acts.account import VirtualAccountGiven
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.statement import LinesAssigned, Matched
from zhixing.funds.ledger import breaks, holds
from zhixing.funds.models import StatementRow
from zhixing.funds.recognising.assigning import assign_certain, proposed, take_in_and_assign
from zhixing.funds.recognising.evidence import Ground
from zhixing.funds.recognising.learning import learn
from zhixing.funds.statement import Line, Statement
from zhixing.parties.acts import Role
from zhixing.parties.models import Party
from zhixing.parties.questions import parties_of
from zhixing.parties.register import add_account
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read

OWN = f"{NUMBER}0001"
CARD = "6228000000000000001"


class Bench:
    """A bank account, and a case with its number, its debtor and an account number of its own."""

    def __init__(self) -> None:
        begin()
        self.account = bank_account()
        self.case = filed()
        self.number = CaseRow.objects.get(dossier_id=self.case).number
        self.debtor = Party.objects.get(pk=parties_of(read(self.case), Role.DEBTOR, TODAY)[0].party)
        act = VirtualAccountGiven(account=self.account, number=OWN)
        door.enter(self.case, act, who("accountant"), on=TODAY)
        self.opening = 0

    def take(self, *lines: Line) -> tuple[StatementRow, int]:
        """These lines taken in; the statement, and how many a rule assigned."""
        closing = self.opening + sum(line.amount for line in lines)
        number = f"S{self.opening}"
        found = Statement(number, NUMBER, lines, self.opening, closing)
        self.opening = closing
        content = f"<a>{number}</a>".encode()
        ((done, assigned),) = take_in_and_assign(COURT, "s.xml", content, [found], who("accountant"), TODAY)
        return StatementRow.objects.get(dossier_id=done.dossier), assigned


@pytest.fixture
def bench(db: None) -> Bench:
    """The bench of these tests."""
    return Bench()


def line(place: int, text: str = "", name: str = "陌生人", account: str = "", own: str = "") -> Line:
    """A payment in of 1 yuan per place."""
    return Line(
        str(place), place * 100, TODAY, text=text, other_name=name, other_account=account, own_account=own
    )


def test_an_own_number_and_a_case_number_from_its_debtor_are_certain(bench: Bench) -> None:
    plain = bench.number.replace("（", "(").replace("）", ")")
    row, assigned = bench.take(
        line(1, own=OWN),
        line(2, f"{plain}执行款", bench.debtor.name),
        line(3, f"{bench.number} 还款"),
        line(4, "还款", bench.debtor.name),
        line(5, "货款"),
    )
    assert assigned == 2 and holds(COURT, AccountKind.CASE, bench.case) == 300
    (entry,) = read(row.dossier_id).of(LinesAssigned)
    assert [(each.line, each.matched) for each in entry.act.assignments] == [
        ("1", Matched.RULE),
        ("2", Matched.RULE),
    ]
    assert bench.debtor.name not in entry.act.assignments[1].why
    found = {place: [each.grounds for each in cases] for place, cases in proposed(row).items()}
    assert found == {"3": [(Ground.CASE_NUMBER,)], "4": [(Ground.PAYER_NAME,)], "5": []}
    assert list(breaks([COURT])) == []


def test_what_was_confirmed_speaks_for_the_same_payer_next_time(bench: Bench) -> None:
    row, _ = bench.take(line(1, "还款", account=CARD))
    assert proposed(row) == {"1": ()}
    client = signed_in("accountant")
    told = {"line": "1", "case": bench.number, "kind": "execution"}
    assert client.post(f"/funds/statements/{row.dossier_id}/", told).status_code == 302
    see(EVERY_COURT)
    row, assigned = bench.take(line(1, "还款", account=CARD), line(2, bench.number, account=CARD))
    assert assigned == 1  # the number, from an account that paid before
    assert [each.grounds for each in proposed(row)["1"]] == [(Ground.PAID_BEFORE,)]


def test_the_account_of_a_party_is_known(bench: Bench) -> None:
    add_account(bench.debtor, CARD)
    row, assigned = bench.take(line(1, "代缴", name="李某某", account=CARD))
    assert assigned == 0 and proposed(row)["1"][0].grounds == (Ground.PAYER_ACCOUNT,)


def test_two_cases_that_are_both_certain_leave_it_to_a_person(bench: Bench) -> None:
    other = filed()
    number = CaseRow.objects.get(dossier_id=other).number
    name = bench.debtor.name
    row, assigned = bench.take(line(1, f"{bench.number}、{number}", name))
    assert assigned == 0 and len(proposed(row)["1"]) == 2


def test_a_likely_case_is_filled_in_and_confirmed_with_its_reason(bench: Bench) -> None:
    row, _ = bench.take(line(1, f"{bench.number} 还款"))
    client = signed_in("accountant")
    address = f"/funds/statements/{row.dossier_id}/?show=waiting"
    text = html.unescape(client.get(address).content.decode())
    see(EVERY_COURT)
    assert f'value="{bench.number}"' in text and "data-confirm" in text and "附言写有本案案号" in text
    assert 'class="at"' in text
    client.post(address, {"line": "1", "case": bench.number, "kind": "execution"})
    see(EVERY_COURT)
    (entry,) = read(row.dossier_id).of(LinesAssigned)
    assert entry.act.assignments[0].matched is Matched.CONFIRMED
    assert entry.act.assignments[0].why == "附言写有本案案号"
    assert assign_certain(row, who("accountant"), TODAY) == 0


def test_what_is_only_alike_is_proposed_with_its_reasons_and_kept_with_the_score(bench: Bench) -> None:
    short = bench.number.replace("（2017）渝0235", "2017")
    row, assigned = bench.take(
        line(1, f"{short}还款", bench.debtor.name),
        line(2, f"代{bench.debtor.name}还款", "某某公司"),
        line(3, "工资", "另一人"),
    )
    found = proposed(row)
    assert assigned == 0
    assert set(found["1"][0].grounds) == {Ground.NUMBER_ALIKE, Ground.PAYER_NAME}
    assert found["1"][0].probability > found["2"][0].probability > 0
    assert found["2"][0].grounds == (Ground.NAMED,)
    assert found["3"] == ()
    client = signed_in("accountant")
    address = f"/funds/statements/{row.dossier_id}/?show=waiting"
    assert f"把握 {found['1'][0].percent}%" in client.get(address).content.decode()
    client.post(address, {"line": "1", "case": bench.number, "kind": "execution"})
    see(EVERY_COURT)
    (entry,) = read(row.dossier_id).of(LinesAssigned)
    assert entry.act.assignments[0].score == found["1"][0].score > 0


def test_a_case_that_is_paid_is_still_found_by_its_number_alone(bench: Bench) -> None:
    CaseRow.objects.filter(dossier_id=bench.case).update(closed_on=TODAY, amount_reached=10**12)
    row, _ = bench.take(line(1, bench.number), line(2, "还款", bench.debtor.name))
    found = proposed(row)
    assert [(each.grounds, each.percent) for each in found["1"]] == [((Ground.CASE_NUMBER,), 0)]
    assert found["2"] == ()


def test_a_case_filed_meanwhile_is_found_at_once(bench: Bench) -> None:
    row, _ = bench.take(line(1, "还款", bench.debtor.name))
    assert len(proposed(row)["1"]) == 1
    filed()
    assert len(proposed(row)["1"]) == 2


def test_what_people_confirmed_is_counted_and_told(bench: Bench) -> None:
    assert learn(COURT) is None
    row, _ = bench.take(*(line(place, f"代{bench.debtor.name}还款", "某某公司") for place in range(1, 6)))
    client = signed_in("accountant")
    for place in range(1, 5):
        told = {"line": str(place), "case": bench.number, "kind": "execution"}
        client.post(f"/funds/statements/{row.dossier_id}/", told)
    see(EVERY_COURT)
    before = proposed(row)["5"][0].probability
    taught = learn(COURT)
    assert taught is not None and taught.lines == 4
    assert sum(lines for _, lines, _, _ in taught.said) == 4 and taught.said[-1][3] == 1.0
    assert proposed(row)["5"][0].probability > before
    assert "认定建议准不准" in signed_in("accountant").get("/funds/").content.decode()
