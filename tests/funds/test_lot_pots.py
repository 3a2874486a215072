"""What came for things sold together is divided into a pot for each, and who has a lien on one is paid from that alone."""

from __future__ import annotations

import pytest

from tests.assets.sales import PRICED
from tests.assets.test_lots import lot_sold
from tests.cases.stories import APPLICANT, OTHER
from tests.record.builder import Did, add
from zhixing.assets.acts.valuation import ReferencePriceFixed
from zhixing.assets.questions.proceeds import proceeds_due
from zhixing.funds.distribution.acts import ClaimAdmitted, ClaimRank
from zhixing.funds.distribution.payable import Source
from zhixing.funds.distribution.pots import Chosen, lots, pots_of
from zhixing.funds.distribution.questions import worked_out
from zhixing.funds.pages.proceeds import lot_parts
from zhixing.record.dossier import Dossier


def sold() -> tuple[Dossier, str]:
    """A machine of 15,000 and a factory of 25,000 yuan, sold together for 40,000."""
    dossier, machine, _, _ = lot_sold()
    less = ReferencePriceFixed(property=machine, amount=1_500_000, valid_until=PRICED.replace(year=2018))
    return add(dossier, Did(less, PRICED), guarded=False), str(machine)


def came(dossier: Dossier, *amounts: int) -> list[Source]:
    """Money that came; any entries will do."""
    return [Source(entry, amount) for entry, amount in zip(dossier.entries, amounts, strict=False)]


def test_two_receipts_of_one_price_are_divided_to_the_last_fen() -> None:
    dossier, machine = sold()
    day = dossier.entries[-1].on
    found = lots(dossier, day)
    assert list(found) == [machine]
    assert found[machine] == lot_parts(dossier, proceeds_due(dossier, day)[0], day)
    deposit, rest = came(dossier, 350_000, 3_650_001)
    pots = pots_of([Chosen(each, "案款", machine) for each in (deposit, rest)], found)
    assert [each.amount for each in pots] == [1_500_000, 2_500_001]
    assert {each.receipts for each in pots} == {(deposit.entry.seq, rest.entry.seq)}
    other = pots_of([Chosen(deposit, "存款"), Chosen(rest, "存款")], found)
    assert [(each.name, each.amount) for each in other] == [("存款", 4_000_001)]
    with pytest.raises(ValueError, match="没有选择待分配的款项"):
        pots_of([], found)


def test_a_lien_reaches_its_own_things_part_alone() -> None:
    dossier, machine = sold()
    found = lots(dossier, dossier.entries[-1].on)
    (money,) = came(dossier, 4_000_000)
    pots = pots_of([Chosen(money, "案款", machine)], found)
    lien = ClaimAdmitted(
        number="1",
        creditor=OTHER,
        rank=ClaimRank.PRIORITY,
        principal=3_000_000,
        pot=pots[0].name,
        basis="机器设备抵押",
    )
    plain = ClaimAdmitted(number="2", creditor=APPLICANT, rank=ClaimRank.ORDINARY, principal=5_000_000)
    shares = {each.claim: each.total for each in worked_out(pots, (lien, plain), "PRO_RATA").shares}
    # 15,000 of the machine to the lien; the factory's 25,000 by what is left of each: 15,000 and 50,000.
    assert shares == {"1": 1_500_000 + 576_923, "2": 1_923_077}
