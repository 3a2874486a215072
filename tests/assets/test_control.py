"""Holding property: each guard both ways, terms by the law of the day, the meter, renewal, release, and the waiting line."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from tests.cases.stories import DEBTOR, noticed
from tests.record.builder import Did, add, build, refused
from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    DepositTransferred,
    Living,
    Manner,
    Rank,
    ReleaseGround,
    WaitingTookEffect,
)
from zhixing.assets.acts.found import (
    Exemption,
    ExemptionEnded,
    OutsiderGround,
    PropertyExempted,
    PropertyFound,
    PropertyRuledOut,
)
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.control import hold, in_force, meter
from zhixing.assets.questions.line import Place, ahead
from zhixing.closing.acts import Fulfilled, FulfilmentGround
from zhixing.law.answers import Found
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import duties

FOUND, HELD = date(2017, 3, 20), date(2017, 3, 22)
CAR, DEPOSIT, HOUSE = "a" * 64, "b" * 64, "c" * 64
NOBODY: dict[str, object] = {"control-line": ()}


def found(kind: PropertyKind, value: int | None, token: str = CAR, *, divisible: bool = False) -> Did:
    act = PropertyFound(
        owner=DEBTOR, kind=kind, name=kind.label, identifier=token, value=value, divisible=divisible
    )
    return Did(act, FOUND)


def with_car(value: int = 3_000_000) -> tuple[Dossier, int]:
    """The case with a vehicle found, and the vehicle's number."""
    dossier = build([*noticed(), found(PropertyKind.VEHICLE, value)])
    return dossier, dossier.head


def sealing(thing: int, *, on: date = HELD, facts: dict[str, object] | None = None, **said: object) -> Did:
    """A sealing of a movable for two years, or as said."""
    act = Controlled(property=thing, manner=Manner.SEALED, until=date(2019, 3, 22), amount=3_000_000)
    return Did(msgspec.structs.replace(act, **said), on, facts or NOBODY)


def names(dossier: Dossier, did: Did) -> set[str]:
    return {each.guard for each in refused(dossier, did)}


def open_duties(dossier: Dossier) -> dict[str, date | None]:
    return {
        each.rule.name: each.due
        for each in duties(installed().duties, dossier)
        if each.rule.name.startswith("assets.") and each.met_by is None and each.ended_by is None
    }


def test_a_vehicle_is_sealed_to_the_last_day_the_law_allows() -> None:
    dossier, car = with_car()
    held = add(dossier, sealing(car))
    assert in_force(held, car, HELD) is not None
    assert in_force(held, car, date(2019, 3, 22)) is not None
    assert in_force(held, car, date(2019, 3, 23)) is None
    assert open_duties(held)["assets.renew-control"] == date(2019, 3, 21)


@pytest.mark.parametrize(
    ("until", "stands"), [(date(2019, 3, 22), True), (date(2019, 3, 23), False), (None, False)]
)
def test_a_term_beyond_the_law_is_refused(until: date | None, *, stands: bool) -> None:
    dossier, car = with_car()
    assert ("within-term" in names(dossier, sealing(car, until=until))) is not stands


def test_only_what_was_found_here_and_stands_is_held() -> None:
    dossier, car = with_car()
    assert "property-stands" in names(dossier, sealing(1))
    gone = add(
        dossier,
        Did(
            PropertyRuledOut(property=car, ground=OutsiderGround.NOT_OWNED, reason="登记在他人名下"),
            HELD,
        ),
    )
    assert "property-stands" in names(gone, sealing(car))


def test_the_manner_fits_the_kind() -> None:
    dossier, car = with_car()
    assert "manner-fits" in names(dossier, sealing(car, manner=Manner.FROZEN))
    assert "manner-fits" not in names(dossier, sealing(car, manner=Manner.DETAINED))


def withholding(thing: int, manner: Manner = Manner.WITHHELD, payer: str = "") -> Did:
    """A part of an income kept back by its payer."""
    act = Controlled(property=thing, manner=manner, until=date(2018, 3, 22), amount=100_000)
    return Did(msgspec.structs.replace(act, assisted_by=payer, living_not_kept="另有收入"), HELD, NOBODY)


def test_only_an_income_is_withheld_and_by_somebody_who_pays_it() -> None:
    dossier, car = with_car()
    assert "manner-fits" in names(dossier, withholding(car))
    dossier = build([*noticed(), found(PropertyKind.OTHER_FUNDS, 600_000)])
    assert names(dossier, withholding(dossier.head)) == {"payer-named"}
    assert names(dossier, withholding(dossier.head, payer="某厂")) == set()
    assert names(dossier, withholding(dossier.head, Manner.FROZEN)) == set()
    dossier = build([*noticed(), found(PropertyKind.BANK_DEPOSIT, 600_000)])
    assert "manner-fits" in names(dossier, withholding(dossier.head))


def test_exempt_property_is_not_held_until_the_exemption_ends() -> None:
    dossier, car = with_car()
    spared = add(
        dossier, Did(PropertyExempted(property=car, ground=Exemption.AIDS, reason="残疾人代步车"), FOUND)
    )
    assert "not-exempt" in names(spared, sealing(car))
    over = add(spared, Did(ExemptionEnded(exemption=spared.head, reason="已另行购置代步车"), HELD))
    assert "not-exempt" not in names(over, sealing(car))


def test_the_necessary_home_may_be_sealed() -> None:
    dossier = build([*noticed(), found(PropertyKind.HOME, 4_000_000, HOUSE)])
    home = dossier.head
    spared = add(
        dossier,
        Did(PropertyExempted(property=home, ground=Exemption.NECESSARY_HOME, reason="唯一住房"), FOUND),
    )
    assert not names(spared, sealing(home, until=date(2020, 3, 22), amount=4_000_000))
    wrong = PropertyExempted(property=spared.head - 1, ground=Exemption.NECESSARY_HOME, reason="唯一住房")
    vehicle, car = with_car()
    assert "ground-fits" in names(vehicle, Did(msgspec.structs.replace(wrong, property=car), FOUND))


def test_a_second_asset_beyond_the_debt_is_refused() -> None:
    dossier, car = with_car(6_000_000)
    held = add(dossier, sealing(car, amount=6_000_000))
    more = add(held, found(PropertyKind.MACHINERY, 2_000_000, "d" * 64))
    refusals = refused(
        more, sealing(more.head, amount=2_000_000, on=date(2017, 3, 23), until=date(2019, 3, 23))
    )
    assert [each.guard for each in refusals] == ["not-excessive"]
    assert "60000.00" in str(refusals[0].facts).replace(",", "")


def test_what_is_far_above_the_debt_is_held_only_when_it_cannot_be_divided() -> None:
    dossier, car = with_car(20_000_000)
    assert "not-excessive" in names(dossier, sealing(car, amount=20_000_000))
    assert not names(dossier, sealing(car, amount=20_000_000, whole="只有这一辆车，无其他财产"))
    apart = build([*noticed(), found(PropertyKind.GOODS, 20_000_000, divisible=True)])
    said = sealing(apart.head, amount=20_000_000, whole="只有这批货")
    assert "not-excessive" in names(apart, said)
    assert not names(apart, sealing(apart.head, amount=5_000_000))


def test_the_meter_counts_what_is_in_force_and_not_what_waits() -> None:
    dossier, car = with_car()
    answer = meter(add(dossier, sealing(car)), HELD)
    assert isinstance(answer, Found)
    assert answer.value.held == 3_000_000
    assert answer.value.wanted > 5_000_000
    line: dict[str, object] = {
        "control-line": (Place(dossier=9, seq=3, court="渝0236", case="甲", since=FOUND, waits=False),)
    }
    waiting = add(dossier, sealing(car, rank=Rank.WAITING, until=None, facts=line))
    answer = meter(waiting, HELD)
    assert isinstance(answer, Found)
    assert answer.value.held == 0


def freezing(thing: int, **said: object) -> Did:
    act = Controlled(property=thing, manner=Manner.FROZEN, until=date(2018, 3, 22), amount=900_000)
    return Did(msgspec.structs.replace(act, **said), HELD, NOBODY)


def test_a_deposit_is_frozen_with_what_is_left_for_living_or_why_nothing_is() -> None:
    dossier = build([*noticed(), found(PropertyKind.BANK_DEPOSIT, 1_000_000, DEPOSIT)])
    money = dossier.head
    living = Living(people=1, monthly=50_000, months=2, standard="当地民政局2017年通告")
    assert "living-kept" in names(dossier, freezing(money))
    assert not names(dossier, freezing(money, living=living))
    assert "living-kept" in names(dossier, freezing(money, living=living, amount=900_001))
    assert "living-kept" in names(dossier, freezing(money, living=msgspec.structs.replace(living, people=0)))
    assert not names(dossier, freezing(money, living_not_kept="被执行人为法人"))


def test_the_old_law_allowed_half_a_year_for_deposits() -> None:
    dossier = build([*noticed(), found(PropertyKind.BANK_DEPOSIT, 1_000_000, DEPOSIT)])
    said = freezing(dossier.head, living_not_kept="被执行人为法人", until=date(2018, 3, 23))
    assert "within-term" in names(dossier, said)


def test_behind_another_control_one_waits_and_who_waits_names_who_is_ahead() -> None:
    dossier, car = with_car()
    other = Place(dossier=9, seq=3, court="渝0236", case="（2017）渝0236执9号", since=FOUND, waits=False)
    line: dict[str, object] = {"control-line": (other,)}
    assert "rank-fits" in names(dossier, sealing(car, facts=line))
    waiting = sealing(car, rank=Rank.WAITING, until=None, facts=line)
    assert not names(dossier, waiting)
    assert "rank-fits" in names(dossier, sealing(car, rank=Rank.WAITING, until=None))
    assert not names(dossier, sealing(car, rank=Rank.WAITING, until=None, ahead="外地法院 2017-01-05"))
    assert "within-term" in names(dossier, sealing(car, rank=Rank.WAITING, facts=line))
    lapsed: dict[str, object] = {"control-line": (msgspec.structs.replace(other, until=FOUND),)}
    assert "rank-fits" not in names(dossier, sealing(car, facts=lapsed))


def test_a_thing_is_held_once_in_a_case() -> None:
    dossier, car = with_car()
    assert "not-held-yet" in names(add(dossier, sealing(car, amount=1_000_000)), sealing(car))


def test_a_renewal_runs_on_and_a_lapsed_control_cannot_be_renewed() -> None:
    dossier, car = with_car()
    held = add(dossier, sealing(car))
    number = held.head
    renew = ControlRenewed(control=number, until=date(2021, 3, 22), reason="尚未处置")
    assert "renewal-within-term" in names(
        held, Did(msgspec.structs.replace(renew, until=date(2021, 3, 23)), date(2019, 3, 1))
    )
    assert "renewal-within-term" in names(
        held, Did(msgspec.structs.replace(renew, until=date(2019, 3, 22)), date(2019, 3, 1))
    )
    assert "still-in-force" in names(held, Did(renew, date(2019, 3, 23)))
    longer = add(held, Did(renew, date(2019, 3, 1)))
    assert in_force(longer, car, date(2021, 3, 22)) is not None
    assert open_duties(longer)["assets.renew-control"] == date(2021, 3, 19)  # the 21st is a Sunday


def test_release_ends_a_control_whole_or_in_part() -> None:
    dossier, car = with_car()
    held = add(dossier, sealing(car))
    number = held.head
    release = ControlReleased(control=number, ground=ReleaseGround.SETTLED, reason="债务已清偿")
    part = msgspec.structs.replace(release, ground=ReleaseGround.EXCESS, part=1_000_000, left="车辆主体")
    less = add(held, Did(part, date(2017, 4, 1)))
    still = hold(less, number, date(2017, 4, 1))
    assert still is not None
    assert still.amount == 2_000_000
    assert "not-released-yet" in names(held, Did(msgspec.structs.replace(part, left=""), date(2017, 4, 1)))
    assert "not-released-yet" in names(
        held, Did(msgspec.structs.replace(part, part=3_000_000), date(2017, 4, 1))
    )
    assert "release-reasoned" in names(
        held, Did(msgspec.structs.replace(release, reason=" "), date(2017, 4, 1))
    )
    over = add(less, Did(release, date(2017, 4, 2)))
    assert in_force(over, car, date(2017, 4, 2)) is None
    assert "not-released-yet" in names(over, Did(release, date(2017, 4, 3)))
    assert "assets.renew-control" not in open_duties(over)


def test_what_is_ruled_out_while_held_must_be_released() -> None:
    dossier, car = with_car()
    held = add(dossier, sealing(car))
    number = held.head
    ruled = PropertyRuledOut(property=car, ground=OutsiderGround.OBJECTION_UPHELD, reason="裁定成立")
    out = add(held, Did(ruled, date(2017, 4, 3)))
    assert open_duties(out)["assets.release-what-may-not-be-held"] == date(2017, 4, 6)
    release = ControlReleased(control=number, ground=ReleaseGround.OUTSIDER, reason="案外人财产")
    assert "assets.release-what-may-not-be-held" not in open_duties(add(out, Did(release, date(2017, 4, 5))))


def test_a_waiting_control_takes_effect_and_its_term_begins() -> None:
    dossier, car = with_car()
    waiting = add(dossier, sealing(car, rank=Rank.WAITING, until=None, ahead="外地法院"))
    number = waiting.head
    assert in_force(waiting, car, HELD) is None
    effect = WaitingTookEffect(control=number, until=date(2019, 5, 2), before="在先控制解除")
    then = add(waiting, Did(effect, date(2017, 5, 2)))
    assert in_force(then, car, date(2017, 5, 1)) is None
    assert in_force(then, car, date(2019, 5, 2)) is not None
    assert open_duties(then)["assets.renew-control"] == date(2019, 4, 30)  # 1 May is a holiday


def test_no_more_is_transferred_than_is_frozen_here() -> None:
    dossier = build([*noticed(), found(PropertyKind.BANK_DEPOSIT, 1_000_000, DEPOSIT)])
    money = dossier.head
    transfer = DepositTransferred(property=money, amount=900_000, assisted_by="某银行")
    assert "held-here" in names(dossier, Did(transfer, HELD))
    frozen = add(dossier, freezing(money, living_not_kept="被执行人为法人"))
    assert not names(frozen, Did(transfer, HELD))
    assert "transfers-what-is-frozen" in names(
        frozen, Did(msgspec.structs.replace(transfer, amount=900_001), HELD)
    )


def test_the_line_puts_the_holder_first_and_then_who_waits_longest() -> None:
    holder = Place(dossier=1, seq=1, court="甲", case="", since=date(2017, 2, 1), waits=False)
    early = Place(dossier=2, seq=1, court="乙", case="", since=date(2017, 1, 1), waits=True)
    late = Place(dossier=3, seq=1, court="丙", case="", since=date(2017, 4, 1), waits=True)
    assert ahead((late, early, holder), date(2017, 3, 1)) == [holder, early]
    assert ahead((late, early, holder), date(2017, 4, 1), own=(3, 1)) == [holder, early]


def test_what_is_held_is_lifted_even_after_the_debt_was_paid_and_the_case_has_ended() -> None:
    dossier, car = with_car()
    dossier = add(dossier, sealing(car))
    held = dossier.head
    paid = Did(Fulfilled(reason="付清", ground=FulfilmentGround.PERFORMED), HELD)
    ended = build([Did(each.act, each.on, by=each.by) for each in dossier.entries] + [paid], guarded=False)
    lifts = Did(ControlReleased(control=held, ground=ReleaseGround.SETTLED, reason="已经清偿"), HELD)
    assert refused(ended, lifts) == []
    more = Did(found(PropertyKind.HOME, 1, HOUSE).act, HELD)
    assert "procedure-open" in {each.guard for each in refused(ended, more)}
