"""The cast of judicial aid: a court's fund with budget and money, and an enforcement case whose applicant lives in need."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from django.conf import settings

from tests.cast import COURT, TODAY, assigned, begin, who
from tests.funds.cast import bank_account, statement, taken
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.aid.acts.application import (
    AidApplied,
    AidFiled,
    AidGranted,
    AidGround,
    AidHandedOver,
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
from zhixing.funds.ledger import holds
from zhixing.parties.acts import Role
from zhixing.parties.models import Party
from zhixing.parties.questions import parties_of
from zhixing.parties.register import add_account
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor
from zhixing.record.duties import Duty, duties
from zhixing.record.writing import read

WAGE = 500_000  # fen a month, so that the ceiling is 180,000 yuan
BUDGET, CAME = 30_000_000, 10_000_000  # 300,000 yuan for the year, 100,000 of them paid
CARD = "6228000000000000001"


class Aided:
    """A case of 50,000 yuan wages, its applicant with an account, and a fund with 100,000 yuan and twice that to come."""

    def __init__(self) -> None:
        begin()
        self.bank = bank_account()
        self.case = assigned()
        self.applicant = parties_of(read(self.case), Role.APPLICANT, TODAY)[0].party
        self.card = add_account(Party.objects.get(pk=self.applicant), CARD).pk
        self.fund = opened(AidFundOpened(account=self.bank), who("accountant"))
        self.in_fund(AidBudgetSet(year=2017, amount=BUDGET, document="渝财行〔2017〕12号"))
        self.in_fund(AidWageRecorded(year=2016, monthly=WAGE, source="市统计局公报"))
        found = taken(statement(0, CAME))
        assert found.dossier is not None
        self.statement = found.dossier
        door.enter(self.statement, self.receipt(), who("accountant"), on=TODAY)

    def in_fund(self, act: Act) -> None:
        """The accountant's act in the fund's dossier."""
        door.enter(self.fund, act, who("accountant"), on=TODAY)

    def receipt(self, line: str = "1", amount: int = CAME) -> AidMoneyAssigned:
        """A line of the first statement as money of the treasury."""
        one = AidReceipt(
            line=line, amount=amount, booked_on=TODAY, source=AidSource.BUDGET, giver="云阳县财政局"
        )
        return AidMoneyAssigned(account=self.bank, fund=self.fund, receipts=(one,))

    def application(self, **changed: Any) -> AidApplied:
        """The applicant asks for 20,000 yuan."""
        act = AidApplied(
            case=self.case,
            applicant=self.applicant,
            ground=AidGround.MAINTENANCE,
            asked=2_000_000,
            hardship="独自抚养两名未成年子女，没有固定收入",
            proof="村民委员会出具的困难证明",
        )
        return msgspec.structs.replace(act, **changed)

    def applied(self, on: date = TODAY, **changed: Any) -> int:
        """The dossier of an application."""
        return opened(self.application(**changed), who("filing"), on)

    def filed(self, on: date = TODAY) -> int:
        """The dossier of an application that has its number."""
        aid = self.applied(on)
        door.enter(aid, AidFiled(), who("filing"), on=on)
        return aid

    def grant(self, amount: int = 2_000_000, above: str = "") -> AidGranted:
        """The decision to give so much."""
        return AidGranted(
            case=self.case,
            applicant=self.applicant,
            amount=amount,
            source=AidSource.BUDGET,
            reason="被执行人没有履行能力，申请人生活困难",
            above=above,
        )

    def granted(self, amount: int = 2_000_000) -> int:
        """The dossier of an application that was granted."""
        aid = self.filed()
        self.do(aid, self.grant(amount), "president")
        return aid

    def order(self, amount: int = 2_000_000) -> AidPayoutApproved:
        """The payout to who is aided."""
        return AidPayoutApproved(
            account=self.bank, payee=self.applicant, payee_account=self.card, amount=amount
        )

    def handing(self, amount: int = 2_000_000) -> AidHandedOver:
        """The end of it."""
        return AidHandedOver(
            case=self.case,
            applicant=self.applicant,
            fund=self.fund,
            amount=amount,
            explained="已释明，受助人签字",
        )

    def do(self, dossier: int, act: Act, approver: str = "", on: date = TODAY, seat: str = "judge") -> int:
        """The act by a judge or another seat, approved where it must be; the number of its entry."""
        by = who(approver) if approver else None
        return door.enter_all(dossier, [door.Step(act=act, by=who(seat), approved_by=by, on=on)])[-1].seq

    def holds(self) -> int:
        """Fen in the fund's account."""
        return holds(COURT, AccountKind.AID, self.fund)

    def duty(self, dossier: int, name: str) -> Duty:
        """The newest duty of that name."""
        return [each for each in duties(installed().duties, read(dossier)) if each.rule.name == name][-1]


def opened(act: Act, by: Actor, on: date = TODAY) -> int:
    """A dossier begun with this act."""
    return door.open_dossier(COURT, [door.Step(act=act, by=by, on=on)])[0]


def hold_clock(day: date) -> None:
    """Let today be that day."""
    settings.ZHIXING_TODAY = day.isoformat()
