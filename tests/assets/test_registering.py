"""The registry is served in five days; investigations end in a month; what a clue showed is held; a paid claim is over."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from tests.assets.debts import LAST, done, objection, served
from tests.assets.sales import DAY, duty, names, sold
from tests.assets.test_control import FOUND, HELD, found, sealing
from tests.assets.test_third_debts import AFTER, payment
from tests.cases.stories import APPLICANT, DEBTOR, noticed
from tests.record.builder import Did, add, build
from zhixing.assets.acts.auction import PurchasePricePaid
from zhixing.assets.acts.clues import (
    ClueProvided,
    ClueResult,
    ClueSource,
    ClueVerified,
    InvestigationRequested,
    OnSiteInvestigated,
)
from zhixing.assets.acts.delivery import RegistryServed, TransferRuled
from zhixing.assets.acts.third_debts import DebtObjectionWithdrawn
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.sale import sale
from zhixing.closing.questions.disposed import ended
from zhixing.record.duties import Standing


def test_the_registry_is_served_within_five_days_once() -> None:
    dossier, thing = sold()
    on = dossier.entries[-1].on + DAY
    owing = sale(dossier, thing, on).owing
    dossier = done(dossier, PurchasePricePaid(property=thing, amount=owing), on)
    served_there = RegistryServed(property=thing, received_by="窗口某某")
    assert names(dossier, served_there, on) == {"registry-to-serve"}
    plain = done(dossier, TransferRuled(property=thing, ruling="裁1号"), on)
    assert names(plain, served_there, on) == {"registry-to-serve"}
    dossier = done(dossier, TransferRuled(property=thing, ruling="裁1号", registry="县车辆管理所"), on)
    limit = duty(dossier, "assets.tell-registry")
    assert limit.due is not None and on + 5 * DAY <= limit.due
    assert [limit.standing(limit.due), limit.standing(limit.due + DAY)] == [Standing.OPEN, Standing.OVERDUE]
    assert names(dossier, RegistryServed(property=thing, received_by=" "), on) == {"registry-to-serve"}
    dossier = done(dossier, served_there, on)
    assert duty(dossier, "assets.tell-registry").met_by is not None
    assert names(dossier, served_there, on) == {"registry-to-serve"}


def test_an_investigation_asked_for_is_finished_within_a_month() -> None:
    ask = InvestigationRequested(party=APPLICANT, debtor=DEBTOR, reason="不能自行查明")
    dossier = build([*noticed(), Did(ask, date(2017, 3, 20))])
    went = OnSiteInvestigated(
        debtor=DEBTOR,
        place="村委会",
        what="询问财产",
        result="有房屋一处",
        investigators=(1, 2),
        goes_on=True,
    )
    limit = duty(dossier, "assets.finish-investigation")
    assert limit.due == date(2017, 4, 20)
    assert [limit.standing(date(2017, 4, each)) for each in (20, 21)] == [Standing.OPEN, Standing.OVERDUE]
    dossier = add(dossier, Did(went, date(2017, 3, 27)))
    assert duty(dossier, "assets.investigate-on-request").met_by is not None
    assert duty(dossier, "assets.finish-investigation").met_by is None
    dossier = add(dossier, Did(msgspec.structs.replace(went, goes_on=False), date(2017, 4, 10)))
    assert duty(dossier, "assets.finish-investigation").met_by is not None


def test_what_a_clue_showed_is_held() -> None:
    clue = ClueProvided(debtor=DEBTOR, content="某停车场有车", source=ClueSource.APPLICANT, party=APPLICANT)
    dossier = build([*noticed(), Did(clue, FOUND), found(PropertyKind.VEHICLE, 3_000_000)])
    car = dossier.head
    check = ClueVerified(clue=car - 1, result=ClueResult.TRUE, how="到停车场查看", found=(car,))
    waiting = add(dossier, Did(check, FOUND))
    assert duty(waiting, "assets.hold-what-a-clue-showed").standing(HELD) is Standing.UNDETERMINED
    assert duty(add(waiting, sealing(car)), "assets.hold-what-a-clue-showed").met_by is not None


def test_a_claim_is_over_when_paid_or_disputed_as_a_whole() -> None:
    dossier, notice = served()
    claim = asset(dossier, notice - 1, AFTER)
    assert claim is not None and ended(dossier, claim, AFTER) is None
    paid = done(dossier, payment(notice, 4_000_000), AFTER)
    assert ended(paid, claim, AFTER) is not None
    disputed = done(dossier, objection(notice), LAST)
    assert ended(disputed, claim, LAST) is None
    assert ended(disputed, claim, LAST + timedelta(days=1)) is not None
    part = done(dossier, objection(notice, acknowledged=1), LAST)
    assert ended(part, claim, AFTER) is None
    back = done(disputed, DebtObjectionWithdrawn(objection=disputed.head), AFTER)
    assert ended(back, claim, AFTER) is None
