"""What a plan gives is what is paid: to whom, how much, when; what is in dispute is kept aside; all of it to the fen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from msgspec.structs import replace

from tests.cast import COURT, TODAY, who
from tests.funds.test_payout import Case
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.payout import LargePayoutApproved, PayoutApproved
from zhixing.funds.distribution import questions
from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimOrder,
    ClaimRank,
    DisputedShare,
    DistributionPlanDrawn,
    DistributionPlanObjected,
    DistributionPlanServed,
    ParticipationApplied,
    PotHeld,
)
from zhixing.funds.keeping.acts import EscrowGround, EscrowPlaced
from zhixing.funds.ledger import breaks
from zhixing.funds.questions.case_money import receipts
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.models import Party, PartyKind
from zhixing.parties.questions import parties_of
from zhixing.parties.register import NewParty, add_account, enter_party
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.writing import read

LATER = TODAY + timedelta(days=20)


class Shared(Case):
    """A million yuan of which a plan gives three quarters to the applicant and a quarter to another creditor."""

    def __init__(self) -> None:
        super().__init__()
        self.creditor = enter_party(COURT, NewParty(name="债权人戊", kind=PartyKind.NATURAL)).pk
        self.their_account = add_account(Party.objects.get(pk=self.creditor), "6228000000000000019").pk
        self.debtor = parties_of(read(self.dossier), Role.DEBTOR, TODAY)[0].party
        applied = ParticipationApplied(
            by=self.creditor, amount=50_000_000, title="（2016）渝0235民初9号", reason="不足"
        )
        asked = self.mine(PartyJoined(party=self.creditor, role=Role.INTERESTED), applied)
        own = ClaimAdmitted(
            number="1", creditor=self.applicant, rank=ClaimRank.ORDINARY, principal=150_000_000
        )
        theirs = ClaimAdmitted(
            number="2",
            creditor=self.creditor,
            rank=ClaimRank.ORDINARY,
            principal=50_000_000,
            application=asked,
        )
        self.mine(own, theirs)
        self.plan = self.do(self.drawn())

    def mine(self, *acts: Act) -> int:
        """What the officer enters alone; the number of the last entry."""
        return [door.enter(self.dossier, act, who("officer1"), on=TODAY) for act in acts][-1].seq

    def drawn(self, amount: int = 100_000_000) -> DistributionPlanDrawn:
        """The plan over what came first."""
        dossier = read(self.dossier)
        pots = (PotHeld(name="案款", amount=amount, receipts=(receipts(dossier, TODAY)[0].entry.seq,)),)
        claims = questions.admitted(dossier, TODAY)
        found = questions.worked_out(pots, tuple(each.act for each in claims), ClaimOrder.PRO_RATA.name)
        return DistributionPlanDrawn(
            debtor=self.debtor,
            order=ClaimOrder.PRO_RATA,
            pots=pots,
            claims=tuple(each.seq for each in claims),
            shares=questions.given(found),
        )

    def serve(self) -> None:
        """On everybody, today."""
        for party in (self.applicant, self.creditor, self.debtor):
            self.mine(DistributionPlanServed(plan=self.plan, to=party))

    def to_them(self, amount: int) -> PayoutApproved:
        """A payout to the other creditor."""
        return LargePayoutApproved(
            account=self.bank, payee=self.creditor, payee_account=self.their_account, amount=amount
        )

    def pay(self, act: PayoutApproved) -> None:
        """On the day when the terms to object are over."""
        step = door.Step(act=act, by=who("officer1"), approved_by=who("vice"), on=LATER)
        door.enter_all(self.dossier, [step])


@pytest.fixture
def shared(db: None) -> Shared:
    """A plan drawn over money in the ledger."""
    found = Shared()
    settings.ZHIXING_TODAY = LATER.isoformat()
    return found


def test_nobody_is_paid_before_the_terms_are_over_and_then_each_what_the_plan_gives(shared: Shared) -> None:
    mine = shared.order(75_000_000, LargePayoutApproved)
    with pytest.raises(door.Refused, match=r"现在还可以领取 0\.00 元"):
        shared.pay(mine)
    shared.serve()
    with pytest.raises(door.Refused, match=r"领取 0\.00 元"):
        shared.do(mine, "vice")
    with pytest.raises(door.Refused, match=r"还可以领取 750,000\.00 元，要发放 750,000\.01 元"):
        shared.pay(replace(mine, amount=75_000_001))
    shared.pay(replace(mine, amount=70_000_000))
    with pytest.raises(door.Refused, match=r"领取 50,000\.00 元"):
        shared.pay(replace(mine, amount=5_000_001))
    shared.pay(replace(mine, amount=5_000_000))
    shared.pay(shared.to_them(25_000_000))  # no panel: the plan entitles
    assert shared.holds() == 0 and list(breaks([COURT])) == []


def test_only_what_is_not_disputed_is_paid_and_the_rest_is_kept_aside_for_whom_it_is_disputed(
    shared: Shared,
) -> None:
    shared.serve()
    disputed = (DisputedShare(claim="2", amount=20_000_000),)
    shared.mine(
        DistributionPlanObjected(plan=shared.plan, by=shared.applicant, disputed=disputed, reason="债权不实")
    )
    with pytest.raises(door.Refused, match=r"领取 50,000\.00 元"):
        shared.pay(shared.to_them(25_000_000))
    kept = EscrowPlaced(of=shared.creditor, amount=20_000_000, ground=EscrowGround.DISPUTED, reason="异议")
    with pytest.raises(door.Refused, match="不是申请执行人"):
        shared.do(replace(kept, of=shared.debtor))
    shared.do(kept)
    shared.pay(shared.to_them(5_000_000))
    assert shared.holds(AccountKind.ESCROW) == 20_000_000 and shared.holds() == 75_000_000


def test_a_plan_gives_out_no_more_than_the_ledger_has_and_what_was_paid_by_plan_still_counts(
    shared: Shared,
) -> None:
    with pytest.raises(door.Refused, match=r"到账共 1,000,000\.00 元"):
        shared.do(replace(shared.drawn(100_000_001), amends=shared.plan, reason="增加款项"))
    shared.serve()
    shared.pay(shared.to_them(25_000_000))
    again = replace(shared.drawn(), amends=shared.plan, reason="依异议修正")
    shared.plan = shared.do(again)
    shared.serve()
    with pytest.raises(door.Refused, match=r"领取 0\.00 元"):
        shared.pay(shared.to_them(1))
