"""What stands now is asked as it stands: an earlier day written on an act gets round no guard about it.

The day of an act is still the day of its terms and sums; what may not come twice, or after an end, may not come before it either.
"""

from __future__ import annotations

from datetime import date

import msgspec

from tests.assets import test_inquiry_rules as inquiry_rules
from tests.assets.sales import ANNOUNCED, DAY, announced
from tests.assets.test_control import DEPOSIT, FOUND, HELD, NOBODY, found, names, sealing, with_car
from tests.assets.test_inquiry_rules import ORDER, TOLD
from tests.assets.test_priority import request
from tests.assets.test_priority import waiting as in_line
from tests.cases.stories import APPLICANT, DEBTOR, noticed
from tests.record.builder import Did, add, build
from zhixing.assets.acts.clues import ClueProvided, ClueResult, ClueSource, ClueVerified
from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    DepositTransferred,
    Manner,
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
from zhixing.assets.acts.priority import (
    DisposalRequestDeclined,
    DisposalRequestReceived,
    DisposalRightGiven,
)
from zhixing.assets.acts.valuation import PriceMethod, PriceSettingStarted
from zhixing.assets.kinds import PropertyKind
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier

LATER = HELD + 10 * DAY
RELEASE = ReleaseGround.SETTLED


def against(dossier: Dossier, act: Act, on: date = HELD + DAY) -> set[str]:
    return names(dossier, Did(act, on, NOBODY))


def sealed() -> tuple[Dossier, int]:
    dossier, car = with_car()
    return add(dossier, sealing(car)), car


def test_what_was_lifted_is_neither_renewed_nor_lifted_again_on_an_earlier_day() -> None:
    dossier, _ = sealed()
    release = ControlReleased(control=dossier.head, ground=RELEASE, reason="已清偿")
    renewal = ControlRenewed(control=dossier.head, until=date(2021, 3, 22), reason="未执行完毕")
    assert not against(dossier, renewal) and not against(dossier, release)
    lifted = add(dossier, Did(release, LATER))
    assert "still-in-force" in against(lifted, renewal)
    assert "not-released-yet" in against(lifted, release)


def test_of_what_is_held_no_more_nothing_is_taken_and_nothing_sold_on_an_earlier_day() -> None:
    dossier = build([*noticed(), found(PropertyKind.BANK_DEPOSIT, 2_000_000, DEPOSIT)])
    account = dossier.head
    freeze = Controlled(
        property=account,
        manner=Manner.FROZEN,
        until=date(2018, 3, 22),
        amount=2_000_000,
        living_not_kept="另有收入",
    )
    dossier = add(dossier, Did(freeze, HELD, NOBODY))
    taking = DepositTransferred(property=account, amount=1, assisted_by="某银行", done=True)
    assert not against(dossier, taking)
    release = ControlReleased(control=dossier.head, ground=RELEASE, reason="已清偿")
    assert "held-here" in against(add(dossier, Did(release, LATER)), taking)


def test_what_was_ruled_out_or_exempted_is_not_held_on_an_earlier_day() -> None:
    dossier, car = with_car()
    out = PropertyRuledOut(property=car, ground=OutsiderGround.NOT_OWNED, reason="登记在他人名下")
    gone = add(dossier, Did(out, LATER))
    assert "property-stands" in names(gone, sealing(car))
    spared = PropertyExempted(property=car, ground=Exemption.AIDS, reason="残疾人代步车")
    exempt = add(dossier, Did(spared, LATER))
    assert "not-exempt" in names(exempt, sealing(car))
    timed = add(dossier, Did(msgspec.structs.replace(spared, until=LATER + DAY), LATER))
    assert "not-exempt" in names(timed, sealing(car))
    after = sealing(car, on=LATER + 2 * DAY, until=date(2019, 4, 3))
    assert "not-exempt" not in names(timed, after)  # it has run out


def test_an_exemption_ends_once_and_a_thing_is_found_once() -> None:
    dossier, car = with_car()
    dossier = add(dossier, Did(PropertyExempted(property=car, ground=Exemption.AIDS, reason="代步车"), FOUND))
    end = ExemptionEnded(exemption=dossier.head, reason="已另购代步车")
    assert not against(dossier, end)
    assert "exemption-stands" in against(add(dossier, Did(end, LATER)), end)
    again = PropertyFound(
        owner=DEBTOR, kind=PropertyKind.VEHICLE, name="轿车", identifier="a" * 64, value=3_000_000
    )
    assert "not-found-before" in against(dossier, again, FOUND - DAY)


def test_a_clue_is_verified_once() -> None:
    clue = ClueProvided(debtor=DEBTOR, content="某停车场有车", source=ClueSource.APPLICANT, party=APPLICANT)
    dossier = build([*noticed(), Did(clue, FOUND)])
    check = ClueVerified(clue=dossier.head, result=ClueResult.FALSE, how="到停车场查看，没有")
    assert not against(dossier, check)
    assert "verification-complete" in against(add(dossier, Did(check, LATER)), check)


def test_a_measure_is_sent_once() -> None:
    first = [Did(each, HELD, TOLD) for each in (inquiry_rules.FOUND, inquiry_rules.HELD)]
    dossier = build([*noticed(), *first, Did(ORDER, LATER, TOLD)], guarded=False)
    assert "not-requested-before" in names(dossier, Did(ORDER, HELD + DAY, TOLD))


def test_the_right_to_sell_is_given_once_and_then_nothing_is_sold_here() -> None:
    dossier, car = sealed()
    price = PriceSettingStarted(property=car, method=PriceMethod.APPRAISED)
    received = DisposalRequestReceived(property=car, asker="某院", claim="抵押权")
    dossier = add(dossier, Did(received, HELD))
    asked = dossier.head
    given = DisposalRightGiven(request=asked, letter="移送2号", claims="工资")
    assert "held-here" not in against(dossier, price)
    dossier = add(dossier, Did(given, LATER))
    assert "held-here" in against(dossier, price)
    assert "request-waits" in against(dossier, DisposalRequestDeclined(request=asked, reason="已公告"))


def test_what_no_longer_waits_asks_nobody_for_the_right_to_sell() -> None:
    dossier, thing = in_line()
    late = date(2017, 6, 1)
    ask = request(thing)
    assert not against(dossier, ask, late)
    effect = WaitingTookEffect(control=dossier.head, until=date(2019, 6, 9), before="在先控制解除")
    dossier = add(dossier, Did(effect, late + 9 * DAY), guarded=False)
    assert "waits-in-line" in against(dossier, ask, late)


def test_who_has_announced_the_sale_gives_the_right_away_on_no_earlier_day() -> None:
    dossier, thing = announced()
    early = ANNOUNCED - DAY
    dossier = add(dossier, Did(DisposalRequestReceived(property=thing, asker="某院", claim="抵押权"), early))
    given = DisposalRightGiven(request=dossier.head, letter="移送2号", claims="工资")
    assert "request-waits" in against(dossier, given, early)
