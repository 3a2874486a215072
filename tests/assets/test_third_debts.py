"""What a third party owes the debtor: ordered, served, disputed and not examined, enforced, paid, certified, taken back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assets.debts import (
    DAY,
    FOUND,
    LAST,
    ORDERED,
    OWED,
    PROOF,
    SERVED,
    done,
    names,
    objection,
    order,
    owing,
    served,
)
from tests.assets.sales import duty
from tests.cases.stories import APPLICANT, DEBTOR, OTHER
from zhixing.assets.acts.control import Controlled, Manner
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.third_debts import (
    DebtCertified,
    DebtEnforcementRuled,
    DebtNoticeRevoked,
    DebtNoticeServed,
    DebtObjectionWithdrawn,
    DebtPaidAround,
    DebtPerformed,
    EnforcedFor,
    Plea,
    RevocationGround,
)
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.control import meter
from zhixing.assets.questions.third_debts import ThirdDebt, third_debt
from zhixing.cases.questions import amount_reached
from zhixing.law.answers import Found
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing

AFTER = LAST + DAY


def debt(dossier: Dossier, notice: int, on: date = AFTER) -> ThirdDebt:
    found = third_debt(dossier, notice, on)
    assert found is not None
    return found


def ruling(notice: int, amount: int = OWED, ground: EnforcedFor = EnforcedFor.UNPAID) -> DebtEnforcementRuled:
    return DebtEnforcementRuled(notice=notice, ground=ground, amount=amount)


def payment(notice: int, amount: int, *, forced: bool = False) -> DebtPerformed:
    return DebtPerformed(notice=notice, by=OTHER, amount=amount, to=APPLICANT, forced=forced)


def test_a_claim_that_is_due_is_ordered_to_be_paid_and_another_thing_is_not() -> None:
    dossier, claim = owing()
    assert not names(dossier, order(claim), ORDERED)
    assert names(dossier, order(claim, due_on=ORDERED + DAY), ORDERED) == {"debt-due"}
    assert not names(dossier, order(claim, due_on=ORDERED), ORDERED)
    assert names(dossier, order(claim, amount=OWED + 1), ORDERED) == {"within-debt-and-case"}
    assert names(dossier, order(claim, amount=0), ORDERED) == {"within-debt-and-case"}
    assert "parties-fit" in names(dossier, order(claim, third=APPLICANT), ORDERED)
    car = done(dossier, PropertyFound(owner=DEBTOR, kind=PropertyKind.VEHICLE, name="轿车"), FOUND)
    assert names(car, order(car.head), ORDERED) == {"owed-to-the-debtor"}


def test_nobody_is_ordered_to_pay_more_than_the_debtor_owes_here() -> None:
    dossier, _ = owing()
    large = PropertyFound(owner=DEBTOR, kind=PropertyKind.CLAIM, name="工程款", value=90_000_000)
    dossier = done(dossier, large, FOUND)
    assert names(dossier, order(dossier.head, amount=90_000_000), ORDERED) == {"within-debt-and-case"}
    assert not names(dossier, order(dossier.head, amount=5_000_000), ORDERED)


def test_one_order_a_debt_whatever_day_is_written() -> None:
    dossier, notice = served()
    claim = debt(dossier, notice).thing
    assert names(dossier, order(claim), AFTER) == {"not-ordered-yet"}
    assert names(dossier, order(claim), FOUND) == {"not-ordered-yet"}
    gone = DebtNoticeRevoked(notice=notice, ground=RevocationGround.WITHDRAWN, reason="申请人撤回")
    assert not names(done(dossier, gone, AFTER), order(claim), AFTER)


def test_a_debt_not_due_yet_is_frozen() -> None:
    dossier, claim = owing()
    freeze = Controlled(property=claim, manner=Manner.FROZEN, until=date(2020, 3, 22), amount=OWED)
    assert not names(dossier, freeze, ORDERED)


def test_the_order_is_handed_over_once_and_before_it_binds_nobody() -> None:
    dossier, claim = owing()
    dossier = done(dossier, order(claim), ORDERED)
    notice = dossier.head
    assert duty(dossier, "assets.serve-debt-notice").standing(AFTER) is Standing.UNDETERMINED
    handed = DebtNoticeServed(notice=notice, received_by="财务某某")
    assert names(dossier, DebtNoticeServed(notice=notice, received_by=" "), SERVED) == {"handed-over"}
    assert names(dossier, handed, ORDERED - DAY) == {"order-stands"}
    assert names(dossier, objection(notice), SERVED) == {"served-before"}
    assert names(dossier, ruling(notice), AFTER) == {"served-before", "undisputed"}
    dossier = done(dossier, handed, SERVED)
    assert names(dossier, handed, SERVED) == {"handed-over"}
    assert duty(dossier, "assets.serve-debt-notice").met_by is not None


def test_fifteen_days_run_from_service_and_only_then_it_is_enforced() -> None:
    dossier, notice = served()
    assert debt(dossier, notice).last_day == LAST
    answers = duty(dossier, "assets.third-party-answers")
    assert [answers.standing(on) for on in (LAST - DAY, LAST, LAST + DAY)] == [
        Standing.RUNNING,
        Standing.RUNNING,
        Standing.LAPSED,
    ]
    assert names(dossier, ruling(notice), LAST) == {"undisputed"}
    assert not names(dossier, ruling(notice), LAST + DAY)
    assert names(dossier, ruling(notice, OWED + 1), AFTER) == {"undisputed"}
    dossier = done(dossier, ruling(notice), AFTER)
    assert names(dossier, ruling(notice, 1), AFTER) == {"undisputed"}


@pytest.mark.parametrize(("on", "stops"), [(LAST, OWED), (LAST + DAY, 0)])
def test_an_objection_in_time_stops_enforcement_and_is_not_examined(on: date, stops: int) -> None:
    dossier, notice = served()
    dossier = done(dossier, objection(notice), on)
    assert debt(dossier, notice).disputed == stops
    assert ("undisputed" in names(dossier, ruling(notice), AFTER)) is bool(stops)


def test_what_is_acknowledged_is_enforced_and_the_rest_is_not() -> None:
    dossier, notice = served()
    dossier = done(dossier, objection(notice, plea=Plea.AMOUNT, acknowledged=1_500_000), SERVED + DAY)
    assert names(dossier, ruling(notice, 1_500_001), AFTER) == {"undisputed"}
    assert names(dossier, ruling(notice, 1_500_000), LAST) == {"undisputed"}
    assert not names(dossier, ruling(notice, 1_500_000), AFTER)
    withdrawn = DebtObjectionWithdrawn(objection=dossier.head)
    assert names(dossier, DebtObjectionWithdrawn(objection=notice), AFTER) == {"objection-there"}
    dossier = done(dossier, withdrawn, SERVED + 2 * DAY)
    assert names(dossier, withdrawn, AFTER) == {"objection-there"}
    assert not names(dossier, ruling(notice), AFTER)


@pytest.mark.parametrize("plea", [Plea.NO_MEANS, Plea.NO_RELATION, Plea.WAIVED])
def test_what_is_no_objection_stops_nothing(plea: Plea) -> None:
    dossier, notice = served()
    dossier = done(dossier, objection(notice, plea=plea), SERVED + DAY)
    assert debt(dossier, notice).disputed == 0
    assert debt(dossier, notice).pleas[0].why_not is not None
    assert not names(dossier, ruling(notice), AFTER)


def test_a_debt_that_a_judgment_established_cannot_be_denied() -> None:
    dossier, notice = served(established_by="（2016）渝0235民初99号判决")
    dossier = done(dossier, objection(notice), SERVED + DAY)
    assert debt(dossier, notice).disputed == 0
    assert "民初99号" in str(debt(dossier, notice).pleas[0].why_not)


def test_an_objection_says_something_and_an_oral_one_was_signed() -> None:
    dossier, notice = served()
    assert names(dossier, objection(notice, content=" "), SERVED) == {"objection-complete"}
    assert names(dossier, objection(notice, oral=True), SERVED) == {"objection-complete"}
    assert not names(dossier, objection(notice, oral=True, paper=PROOF), SERVED)
    assert names(dossier, objection(notice, acknowledged=OWED), SERVED) == {"objection-complete"}


def test_what_the_third_party_pays_counts_to_the_case_and_is_certified() -> None:
    dossier, notice = served()
    wrong = DebtPerformed(notice=notice, by=DEBTOR, amount=1, to=APPLICANT)
    assert "paid-as-ordered" in names(dossier, wrong, AFTER)
    assert names(dossier, payment(notice, OWED + 1), AFTER) == {"paid-as-ordered"}
    assert names(dossier, payment(notice, 1, forced=True), AFTER) == {"paid-as-ordered"}
    assert names(dossier, DebtCertified(notice=notice, amount=1), AFTER) == {"certified-what-was-paid"}
    dossier = done(dossier, payment(notice, 1_000_000), SERVED + DAY)
    assert amount_reached(dossier, AFTER) == 1_000_000
    assert duty(dossier, "assets.third-party-answers").met_by is not None
    assert duty(dossier, "assets.certify-performance").met_by is None
    assert names(dossier, ruling(notice), AFTER) == {"undisputed"}
    dossier = done(dossier, ruling(notice, OWED - 1_000_000), AFTER)
    dossier = done(dossier, payment(notice, OWED - 1_000_000, forced=True), AFTER)
    assert debt(dossier, notice).left == 0
    assert names(dossier, DebtCertified(notice=notice, amount=OWED + 1), AFTER) == {"certified-what-was-paid"}
    dossier = done(dossier, DebtCertified(notice=notice, amount=OWED), AFTER)
    assert duty(dossier, "assets.certify-performance").met_by is not None
    assert names(dossier, DebtCertified(notice=notice, amount=1), AFTER) == {"certified-what-was-paid"}


def test_who_pays_the_debtor_past_the_order_is_liable_as_far_as_it_is_lost() -> None:
    dossier, notice = served()
    dossier = done(dossier, objection(notice), SERVED + DAY)
    around = DebtPaidAround(notice=notice, amount=1_000_000, recovered=300_000, evidence="银行流水")
    assert names(dossier, around, ORDERED) == {"served-before"}
    empty = DebtPaidAround(notice=notice, amount=1_000_000, evidence=" ")
    assert names(dossier, empty, AFTER) == {"paid-around-shown"}
    more = DebtPaidAround(notice=notice, amount=1, recovered=2, evidence="银行流水")
    assert names(dossier, more, AFTER) == {"paid-around-shown"}
    lost = ruling(notice, 700_000, EnforcedFor.PAID_AROUND)
    assert names(dossier, lost, SERVED + 2 * DAY) == {"undisputed"}
    dossier = done(dossier, around, SERVED + DAY)
    assert names(dossier, ruling(notice, 700_001, EnforcedFor.PAID_AROUND), AFTER) == {"undisputed"}
    dossier = done(dossier, lost, SERVED + 2 * DAY)
    assert names(dossier, ruling(notice, 1, EnforcedFor.PAID_AROUND), AFTER) == {"undisputed"}


def test_an_order_taken_back_binds_nobody() -> None:
    dossier, notice = served()
    gone = DebtNoticeRevoked(notice=notice, ground=RevocationGround.SATISFIED, reason="被执行人已付清")
    bare = DebtNoticeRevoked(notice=notice, ground=RevocationGround.SATISFIED, reason=" ")
    assert names(dossier, bare, AFTER) == {"revocation-reasoned"}
    dossier = done(dossier, gone, SERVED + DAY)
    for act in (ruling(notice), payment(notice, 1), objection(notice), gone):
        assert "order-stands" in names(dossier, act, AFTER)
    assert "order-stands" in names(
        dossier, objection(notice), SERVED
    )  # an earlier day does not bring it back
    assert duty(dossier, "assets.third-party-answers").ended_by is not None


def test_the_third_partys_own_property_is_held_under_the_ruling_alone_and_up_to_its_sum() -> None:
    dossier, notice = served()
    account = PropertyFound(owner=OTHER, kind=PropertyKind.VEHICLE, name="货车", value=OWED)
    assert names(dossier, account, AFTER) == {"third-party-under-ruling"}
    dossier = done(dossier, ruling(notice), AFTER)
    others = PropertyFound(owner=OTHER, kind=PropertyKind.CLAIM, name="第三人的债权", value=1)
    assert names(dossier, others, AFTER) == {"third-party-under-ruling"}
    dossier = done(dossier, account, AFTER)
    lorry = Controlled(property=dossier.head, manner=Manner.SEALED, until=date(2019, 4, 11), amount=OWED)
    assert not names(dossier, lorry, AFTER)
    dossier = done(dossier, lorry, AFTER)
    second = PropertyFound(owner=OTHER, kind=PropertyKind.MACHINERY, name="机器", value=2_000_000)
    dossier = done(dossier, second, AFTER)
    more = Controlled(property=dossier.head, manner=Manner.SEALED, until=date(2019, 4, 11), amount=2_000_000)
    assert "third-party-under-ruling" in names(dossier, more, AFTER)


def test_a_frozen_claim_that_is_enforced_on_the_third_party_is_not_counted_besides() -> None:
    dossier, claim = owing()
    freeze = Controlled(property=claim, manner=Manner.FROZEN, until=date(2020, 3, 22), amount=OWED)
    dossier = done(done(dossier, freeze, ORDERED), order(claim), ORDERED)
    notice = dossier.head
    dossier = done(dossier, DebtNoticeServed(notice=notice, received_by="财务某某"), SERVED)
    before = meter(dossier, AFTER)
    assert isinstance(before, Found) and before.value.held == OWED
    after = meter(done(dossier, ruling(notice), AFTER), AFTER)
    assert isinstance(after, Found) and after.value.held == 0
