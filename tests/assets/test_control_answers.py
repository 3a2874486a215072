"""What an institution answers to a control changes what is held: less, behind another, or nothing at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.assets.test_inquiry_rules import DAY, DONE, FOUND, HELD, ORDER, TOLD
from tests.cases.stories import noticed
from tests.record.builder import ANYONE, Did, build
from zhixing.assets.acts.control import ControlRenewed, Rank, WaitingTookEffect
from zhixing.assets.models import READ_MODELS, ControlRow
from zhixing.assets.questions.control import Hold, holds, meter
from zhixing.assets.rules.ending_control import something_held
from zhixing.law.answers import Found
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing, duties
from zhixing.record.rule import Asked

NEXT = DAY + timedelta(days=1)
FAILED = replace(DONE, done=False, reason="查无此车")


def story(*acts: Act, on: date = DAY) -> Dossier:
    """A car found and held, what was sent and answered after it."""
    first = [Did(each, DAY, TOLD) for each in (FOUND, HELD)]
    return build([*noticed(), *first, *(Did(each, on, TOLD) for each in acts)], guarded=False)


def held(dossier: Dossier, on: date = NEXT) -> Hold:
    (found,) = holds(dossier, on)
    return found


def row(dossier: Dossier) -> ControlRow:
    """What the read model keeps of it."""
    (model,) = [each for each in READ_MODELS if each.model is ControlRow]
    (found,) = model.fill(dossier)
    assert isinstance(found, ControlRow)
    return found


def test_it_holds_what_the_institution_held_and_no_longer_than_it_said() -> None:
    answered = story(ORDER, replace(DONE, amount=60, until=date(2018, 5, 7)))
    assert (held(answered).amount, held(answered).until) == (60, date(2018, 5, 7))
    assert (row(answered).amount, row(answered).until) == (60, date(2018, 5, 7))
    answer = meter(answered, NEXT)
    assert isinstance(answer, Found) and answer.value.held == 60


def test_an_answer_never_gives_more_than_was_ordered() -> None:
    answered = story(ORDER, replace(DONE, amount=900, until=date(2030, 1, 1)))
    assert (held(answered).amount, held(answered).until) == (HELD.amount, HELD.until)


def test_what_waits_at_the_institution_waits_here_until_it_takes_effect() -> None:
    answered = story(ORDER, replace(DONE, waiting=True))
    assert held(answered).waits() and held(answered).rank is Rank.WAITING
    assert row(answered).in_force_since is None and row(answered).until is None
    effect = WaitingTookEffect(control=14, until=date(2019, 5, 8), before="在先控制解除")
    later = story(ORDER, replace(DONE, waiting=True), effect)
    assert held(later).in_force(NEXT)


def test_what_was_not_carried_out_holds_nothing_and_ends_in_the_line() -> None:
    answered = story(ORDER, FAILED)
    found = held(answered)
    assert not found.in_force(NEXT) and not found.waits() and not found.lapsed(date(2020, 1, 1))
    assert row(answered).released_on == DAY
    answer = meter(answered, NEXT)
    assert isinstance(answer, Found) and answer.value.held == 0


def test_sent_again_and_carried_out_it_holds_from_that_day() -> None:
    first = [Did(each, DAY, TOLD) for each in (FOUND, HELD, ORDER, FAILED, ORDER)]
    done = Did(replace(DONE, request=17), NEXT, TOLD)
    again = build([*noticed(), *first, done], guarded=False)
    assert not held(again, DAY).in_force(DAY)
    assert held(again).in_force(NEXT) and held(again).in_force_since == NEXT


@pytest.mark.parametrize(("done", "until"), [(True, date(2021, 5, 7)), (False, HELD.until)])
def test_a_renewal_that_was_not_carried_out_lengthens_nothing(done: bool, until: date) -> None:
    renewal = ControlRenewed(control=14, until=date(2021, 5, 7), reason="未执行完毕")
    sent = replace(ORDER, measure=15)
    renewed = story(renewal, sent, replace(DONE, request=16, done=done))
    assert held(renewed).until == until


def renewal(dossier: Dossier) -> Standing:
    """How the duty to renew stands the day after."""
    (found,) = [
        each for each in duties(installed().duties, dossier) if each.rule.name == "assets.renew-control"
    ]
    return found.standing(NEXT)


def test_what_was_never_carried_out_need_not_be_renewed_nor_lifted() -> None:
    answered = story(ORDER, FAILED)
    assert renewal(answered) is Standing.FALLEN_AWAY
    nothing = something_held.check(Asked(answered, NEXT, ANYONE, None, {}))
    assert nothing is not None and "没有尚未解除" in str(nothing.facts)
    done = story(ORDER, DONE)
    assert renewal(done) is Standing.OPEN


def test_what_was_carried_out_when_sent_again_is_to_be_renewed() -> None:
    first = [Did(each, DAY, TOLD) for each in (FOUND, HELD, ORDER, FAILED, ORDER)]
    again = replace(DONE, request=17)
    dossier = build([*noticed(), *first, Did(again, NEXT, TOLD)], guarded=False)
    assert renewal(dossier) is Standing.OPEN
