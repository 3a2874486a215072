"""Things in custody and relief from the fee: each guard's refusal, and the same act allowed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.cast import TODAY, who
from tests.funds.test_keeping import satisfied
from tests.funds.test_payout import Case
from zhixing.documents.written import write
from zhixing.funds.fees.acts import FeeReliefDecided, Relief, ReliefGround
from zhixing.funds.goods.acts import GoodsEscrowed, GoodsHandedOver, GoodsKind, GoodsTakenIn
from zhixing.funds.goods.questions import goods
from zhixing.funds.keeping.acts import EscrowGround, FeeTaken
from zhixing.parties.acts import Role
from zhixing.parties.models import Party, PartyKind
from zhixing.parties.questions import parties_of
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.writing import read

FILE = "0" * 64


@pytest.fixture
def case(db: None) -> Case:
    """A case with 1,000,000 yuan in its account."""
    return Case()


def debtor(case: Case) -> int:
    return parties_of(read(case.dossier), Role.DEBTOR, TODAY)[0].party


def ring(case: Case) -> GoodsTakenIn:
    return GoodsTakenIn(
        name="金戒指一枚，约10克",
        kind=GoodsKind.VALUABLE,
        of=debtor(case),
        department="财务科",
        place="保险柜二层",
        receipt="收字第12号",
        sealed=True,
    )


def taken_in(case: Case) -> int:
    return door.enter(case.dossier, ring(case), who("officer1"), on=TODAY).seq


def test_valuables_are_sealed_before_they_are_registered_and_the_paper_says_where_they_lie(
    case: Case,
) -> None:
    with pytest.raises(door.Refused, match="应当封存"):
        door.enter(case.dossier, replace(ring(case), sealed=False), who("officer1"), on=TODAY)
    seq = taken_in(case)
    paper = write(read(case.dossier), seq)
    assert paper.name == "收取执行物笔录" and "保险柜二层" in str(paper.body)


def test_what_is_owed_to_the_applicant_is_handed_over_once(case: Case) -> None:
    act = GoodsHandedOver(goods=1, to=case.applicant)
    with pytest.raises(door.Refused, match="没有保管中的执行物"):
        case.do(act)
    seq = taken_in(case)
    with pytest.raises(door.Refused, match="不是登记执行物的记录"):
        case.do(act)
    with pytest.raises(door.Refused, match="没有写明领取了什么"):
        case.do(replace(act, goods=seq, whole=False))
    case.do(replace(act, goods=seq, whole=False, what="包装盒"))
    assert not goods(read(case.dossier), TODAY)[seq].gone
    with pytest.raises(door.Refused, match="没有委托书"):
        case.do(replace(act, goods=seq, by_agent=True))
    case.do(replace(act, goods=seq))
    assert goods(read(case.dossier), TODAY)[seq].gone
    with pytest.raises(door.Refused, match="没有保管中的执行物"):
        case.do(replace(act, goods=seq))


def test_an_earlier_day_does_not_hand_it_over_twice(case: Case) -> None:
    first, second = taken_in(case), taken_in(case)
    case.do(GoodsHandedOver(goods=first, to=case.applicant))
    assert not goods(read(case.dossier), TODAY)[second].gone
    with pytest.raises(door.Refused, match="已经全部发还"):
        case.do(GoodsHandedOver(goods=first, to=case.applicant))


def test_back_to_the_debtor_only_with_a_reason(case: Case) -> None:
    seq = taken_in(case)
    act = GoodsHandedOver(goods=seq, to=debtor(case))
    with pytest.raises(door.Refused, match="领取人不是申请执行人"):
        case.do(act)
    case.do(replace(act, reason="已经履行完毕"))
    assert goods(read(case.dossier), TODAY)[seq].gone


def test_what_nobody_fetches_is_put_aside_once(case: Case) -> None:
    seq = taken_in(case)
    act = GoodsEscrowed(goods=seq, of=case.applicant, ground=EscrowGround.MISSING, reason="邮件退回")
    with pytest.raises(door.Refused):
        case.do(replace(act, of=debtor(case)))
    case.do(act)
    with pytest.raises(door.Refused, match="已经提存"):
        case.do(act)
    case.do(GoodsHandedOver(goods=seq, to=case.applicant))


def relief(case: Case, **changed: object) -> FeeReliefDecided:
    act = FeeReliefDecided(
        party=debtor(case),
        relief=Relief.REDUCED,
        ground=ReliefGround.DISASTER,
        applied_on=TODAY,
        reason="厂房水淹停产",
        fee=65_000,
        less=19_500,
    )
    return replace(act, **changed)


def decide(case: Case, act: Act) -> int:
    return case.do(act, "vice")


def test_a_reduction_is_of_thirty_percent_and_more_and_lowers_what_is_taken(case: Case) -> None:
    satisfied(case, 5_000_000)  # a fee of 650 yuan
    with pytest.raises(door.Refused, match="不得低于30%"):
        decide(case, relief(case, less=19_499))
    seq = decide(case, relief(case))
    assert "减交执行费" in str(write(read(case.dossier), seq).body)
    with pytest.raises(door.Refused, match=r"执行费共 455\.00 元"):
        case.do(FeeTaken(amount=45_501))
    case.do(FeeTaken(amount=45_500))


def test_each_kind_of_relief_has_its_own_grounds(case: Case) -> None:
    with pytest.raises(door.Refused, match="不是减交的理由"):
        decide(case, relief(case, ground=ReliefGround.SUPPORT))


def test_only_a_person_is_exempted(case: Case) -> None:
    satisfied(case, 5_000_000)
    act = relief(case, relief=Relief.EXEMPTED, ground=ReliefGround.DISABLED, less=0)
    Party.objects.filter(pk=debtor(case)).update(kind=PartyKind.LEGAL)
    with pytest.raises(door.Refused, match="申请人不是自然人"):
        decide(case, act)
    decide(case, replace(act, granted=False))  # refusing an organisation is no exemption
    case.do(FeeTaken(amount=1))
    Party.objects.filter(pk=debtor(case)).update(kind=PartyKind.NATURAL)
    decide(case, act)
    with pytest.raises(door.Refused, match=r"执行费共 0\.00 元"):
        case.do(FeeTaken(amount=1))


def test_a_deferral_has_its_last_day_and_the_fee_waits_for_it(case: Case) -> None:
    satisfied(case, 5_000_000)
    act = relief(case, relief=Relief.DEFERRED, ground=ReliefGround.INJURED, less=0)
    with pytest.raises(door.Refused, match="缓交没有写明期限"):
        decide(case, act)
    decide(case, replace(act, until=TODAY + timedelta(days=30)))
    with pytest.raises(door.Refused, match=r"执行费共 0\.00 元"):
        case.do(FeeTaken(amount=1))
