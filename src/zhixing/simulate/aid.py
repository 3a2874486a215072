"""Judicial aid in the courts: a fund each with budget and money, one person aided to the end, one decision that waits for the
president, one urgent application just in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from zhixing.cases.models import CaseRow
from zhixing.funds.acts.account import AccountUse, BankAccountOpened
from zhixing.funds.aid.acts.application import (
    AidApplied,
    AidFiled,
    AidGranted,
    AidGround,
    AidHandedOver,
    AidNoticed,
    AidPayoutApproved,
)
from zhixing.funds.aid.acts.fund import (
    AidBudgetSet,
    AidFundOpened,
    AidMoneyAssigned,
    AidReceipt,
    AidSource,
    AidWageRecorded,
)
from zhixing.funds.aid.models import AidFundRow
from zhixing.funds.camt import read
from zhixing.funds.models import BankAccountRow, LineRow, StatementRow
from zhixing.funds.paying.ordering import make
from zhixing.funds.paying.settling import settled
from zhixing.funds.recognising.assigning import take_in_and_assign
from zhixing.law.money import Fen
from zhixing.parties.acts import Role
from zhixing.parties.models import Party, PartyKind
from zhixing.parties.questions import parties_of
from zhixing.parties.register import add_account
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.dossier import Actor
from zhixing.simulate.bank_file import BankLine, written
from zhixing.simulate.district import TODAY, Place, places, steps
from zhixing.simulate.money import card, checked

OPENED, ASKED, FILED = date(2017, 1, 9), date(2017, 6, 7), date(2017, 6, 8)
CAME, PAID = date(2017, 6, 13), date(2017, 6, 14)
BUDGET, FROM_TREASURY, DONATED = 30_000_000, 15_000_000, 2_000_000  # fen
WAGE = 500_000  # fen a month, invented
STORIES = (
    (AidGround.OTHER, "被拖欠工资，独自抚养两名未成年子女，没有其他收入", "街道办事处出具的困难证明"),
    (AidGround.MAINTENANCE, "年老多病，无固定收入，靠邻里接济", "村民委员会出具的困难证明、病历"),
    (
        AidGround.INJURY,
        "交通事故致残，正在住院，家属已无力支付医疗费",
        "医疗费票据、伤残鉴定意见、社区出具的证明",
    ),
)


def load_aid(seed: int) -> int:
    """A fund and up to three applications in every court that has no fund; how many courts. Raises Refused."""
    there = set(AidFundRow.objects.values_list("court", flat=True))
    missing = [each for each in places() if each.court.code not in there]
    for place in missing:
        _load(place, Random(f"{seed}:{place.court.code}:aid"))
    return len(missing)


def _load(place: Place, rng: Random) -> None:
    court, accountant = place.court.code, place.staff["accountant"]
    number = f"62001{court[1:]:0>4}{rng.randrange(10**7):07}"
    opening = BankAccountOpened(
        name=f"{place.court.name}司法救助资金",
        bank=f"农业银行{place.town}支行",
        number=number,
        use=AccountUse.AID,
    )
    account, _ = door.open_dossier(court, steps([opening], accountant, OPENED))
    checked(account, place)
    begun = [
        AidFundOpened(account=account),
        AidWageRecorded(year=2016, monthly=WAGE, source="演示数字，并非公布的数据"),
        AidBudgetSet(year=2017, amount=BUDGET, document="关于下达二〇一七年司法救助资金预算的通知"),
    ]
    fund, _ = door.open_dossier(court, steps(begun, accountant, OPENED))
    _money_comes(place, account, fund, number)
    aided = list(_in_need(court))
    for (case, person), story in zip(aided, STORIES, strict=False):
        aid = _applied(place, case, person, story)
        if story is STORIES[0]:
            _aided(place, fund, account, number, aid, person)
        elif story is STORIES[1]:
            _proposed(place, aid)


def _money_comes(place: Place, account: int, fund: int, number: str) -> None:
    """The treasury pays half of the budget, a charity gives something."""
    lines = [
        BankLine(FROM_TREASURY, f"{place.town}财政局", "司法救助资金"),
        BankLine(DONATED, f"{place.town}慈善会", "捐助司法救助"),
    ]
    statement = _taken(place, number, CAME, 0, lines)
    sources = {FROM_TREASURY: AidSource.BUDGET, DONATED: AidSource.DONATION}
    receipts = tuple(
        AidReceipt(
            line=row.place,
            amount=row.amount,
            booked_on=row.on,
            source=sources[row.amount],
            giver=next(line.name for line in lines if line.amount == row.amount),
        )
        for row in LineRow.objects.filter(dossier_id=statement).order_by("pk")
    )
    act = AidMoneyAssigned(account=account, fund=fund, receipts=receipts)
    door.enter(statement, act, place.staff["accountant"], on=CAME)


def _taken(place: Place, number: str, day: date, opening: Fen, lines: list[BankLine]) -> int:
    """A day's statement of the fund's account, taken in; its dossier."""
    file = written(f"JZ{day:%Y%m%d}", number, day, opening, lines)
    name, accountant = f"救助资金对账单{day:%Y%m%d}.xml", place.staff["accountant"]
    ((done, _),) = take_in_and_assign(place.court.code, name, file, read(file), accountant, day)
    return done.dossier or 0


def _in_need(court: str) -> Iterator[tuple[int, int]]:
    """Cases of the court and a natural person who applies in each, cases of livelihood first."""
    rows = CaseRow.objects.filter(court=court, closed_on=None, filed_on__lt=ASKED, type_code="执")
    found = 0
    for row in rows.exclude(handler=None).order_by("-livelihood", "dossier_id")[:60]:
        applicants = parties_of(door.read(row.dossier_id), Role.APPLICANT, ASKED)
        natural = Party.objects.filter(
            pk__in=[each.party for each in applicants], kind=PartyKind.NATURAL
        ).first()
        if natural is not None and found < len(STORIES):
            found += 1
            yield row.dossier_id, natural.pk


def _applied(place: Place, case: int, person: int, story: tuple[AidGround, str, str]) -> int:
    ground, hardship, proof = story
    urgent = ground is AidGround.INJURY
    act = AidApplied(
        case=case,
        applicant=person,
        ground=ground,
        asked=3_000_000 if urgent else 2_000_000,
        hardship=hardship,
        proof=proof,
        urgent=urgent,
    )
    day = PAID if urgent else ASKED
    aid, _ = door.open_dossier(place.court.code, steps([act], place.staff["filing"], day))
    if not urgent:
        door.enter_all(aid, steps([AidFiled()], place.staff["filing"], FILED))
    return aid


def _decision(aid: int) -> AidGranted:
    applied = door.read(aid).recorded[0].act
    if not isinstance(applied, AidApplied):
        raise TypeError(f"{aid} is no application for aid")
    return AidGranted(
        case=applied.case,
        applicant=applied.applicant,
        amount=2_000_000,
        source=AidSource.BUDGET,
        reason="被执行人没有可供执行的财产，申请人无过错，家庭收入低于最低生活支出",
    )


def _proposed(place: Place, aid: int) -> None:
    step = door.Step(act=_decision(aid), by=place.staff["judge"], on=PAID)
    door.propose(aid, step, note="请院长审批")


def _aided(place: Place, fund: int, account: int, number: str, aid: int, person: int) -> None:
    """Granted, paid through the bank's file, seen on the next statement, handed over."""
    staff, granted = place.staff, _decision(aid)
    kept = add_account(Party.objects.get(pk=person), card(aid * 100))
    payout = AidPayoutApproved(account=account, payee=person, payee_account=kept.pk, amount=granted.amount)
    _do(aid, granted, staff["judge"], CAME, staff["president"])
    _do(aid, AidNoticed(), staff["judge"], CAME)
    seq = _do(aid, payout, staff["judge"], CAME, staff["director"])
    make(BankAccountRow.objects.get(dossier_id=account), staff["accountant"], CAME)
    line = BankLine(-granted.amount, Party.objects.get(pk=person).name, f"ZX-{aid}-{seq} 司法救助金")
    statement = _taken(place, number, PAID, FROM_TREASURY + DONATED, [line])
    for act in settled(StatementRow.objects.get(dossier_id=statement)).acts:
        _do(statement, act, staff["accountant"], PAID)
    over = AidHandedOver(
        case=granted.case,
        applicant=person,
        fund=fund,
        amount=granted.amount,
        explained="已说明救助金的性质、理由和骗取的后果，受助人在笔录上签字",
        witness="所在街道办事处",
    )
    _do(aid, over, staff["judge"], TODAY)


def _do(dossier: int, act: Act, by: Actor, on: date, approved_by: Actor | None = None) -> int:
    """Enter an act, approved where it must be; the number of its entry."""
    return door.enter_all(dossier, [door.Step(act=act, by=by, approved_by=approved_by, on=on)])[-1].seq
