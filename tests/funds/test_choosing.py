"""At a statement one key confirms what is likely and nothing doubtful; what has no clue goes to one who looks for it, at once."""

from __future__ import annotations

import html

import pytest

from tests.cast import COURT, TODAY, filed, who
from tests.funds.test_money_pages import signed_in
from tests.funds.test_recognising import Bench, line
from zhixing.cases.models import CaseRow
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.ledger import holds
from zhixing.funds.models import LineRow
from zhixing.funds.pages.choosing import ready
from zhixing.funds.recognising.evidence import Candidate, Ground
from zhixing.record.scope import EVERY_COURT, see


@pytest.fixture
def bench(db: None) -> Bench:
    """A bank account and a case."""
    return Bench()


def case(probability: float, number: int = 1) -> Candidate:
    return Candidate(number, str(number), (Ground.NUMBER_ALIKE,), probability)


def test_a_key_confirms_only_what_is_likelier_than_not_and_ahead_of_the_next() -> None:
    assert ready([case(0.5)]) and ready([case(0.9), case(0.06, 2)]) and ready([case(0)])
    assert not (ready([]) or ready([case(0.49)]) or ready([case(0.6), case(0.6, 2)]))


def test_a_tie_is_not_filled_in_and_each_proposal_can_be_chosen(bench: Bench) -> None:
    other = CaseRow.objects.get(dossier_id=filed()).number
    row, _ = bench.take(line(1, "还款", bench.debtor.name), line(2, f"{bench.number} 还款"))
    client, address = signed_in("accountant"), f"/funds/statements/{row.dossier_id}/?show=waiting"
    text = html.unescape(client.get(address).content.decode())
    see(EVERY_COURT)
    first, second = text.index('id="line-2"'), text.index('id="line-1"')
    assert first < second  # what is ready stands first
    assert "data-confirm" in text[first:second] and "data-confirm" not in text[second:]
    assert text.count("data-choose") == 3 and f'name="case" value="{other}"' in text[second:]
    told = {"line": "1", "case": ["", other], "kind": "execution"}  # the empty input, then the button
    assert client.post(address, told).status_code == 302
    see(EVERY_COURT)
    assert holds(COURT, AccountKind.CASE, CaseRow.objects.get(number=other).dossier_id) == 100


def test_what_nothing_speaks_of_is_given_to_one_officer_and_stands_last(bench: Bench) -> None:
    row, _ = bench.take(
        line(1, "货款"), line(2, "还款", bench.debtor.name), line(3, "工资"), line(4, "退汇 ZX-1-2")
    )
    client, address = signed_in("accountant"), f"/funds/statements/{row.dossier_id}/?show=waiting"
    assert client.post(address, {"owner": "0"}).status_code == 422
    assert client.post(address, {"owner": str(who("officer1").id), "note": "已问开户行"}).status_code == 302
    see(EVERY_COURT)
    asked = LineRow.objects.filter(dossier_id=row.dossier_id, owner=who("officer1").id, aside_on=TODAY)
    assert sorted(asked.values_list("place", flat=True)) == ["1", "3"]
    again = client.post(address, {"owner": str(who("officer1").id)})
    assert again.status_code == 422 and "没有还没交人查找的款项" in again.content.decode()
    text = client.get(address).content.decode()
    assert text.index('id="line-4"') < text.index('id="line-1"')
    assert signed_in("director").post(address, {"owner": "1"}).status_code != 302
