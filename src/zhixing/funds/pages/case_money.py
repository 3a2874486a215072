"""The money of one case: what lies where, what came, to whom it can be paid, and what became of each payout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhixing.assets.pages.filled import form_link
from zhixing.assets.pages.filled_price import Said
from zhixing.assets.pages.opening import case_of, day_of, proposed
from zhixing.cases import questions as cases
from zhixing.cases.acts.performance import SatisfactionRecorded, VoluntarilyPerformed
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.payout import (
    DeferralEnded,
    DepositRefundApproved,
    LargePayoutApproved,
    PayoutApproved,
    PayoutCancelled,
    PayoutDeferred,
)
from zhixing.funds.acts.statement import MoneyKind
from zhixing.funds.aid.questions.application import aids
from zhixing.funds.distribution.payable import creditors, payable_to
from zhixing.funds.fees.acts import FeeReliefDecided
from zhixing.funds.fees.questions import relief
from zhixing.funds.goods.acts import GoodsEscrowed, GoodsHandedOver, GoodsTakenIn
from zhixing.funds.goods.questions import Held, goods
from zhixing.funds.keeping.acts import (
    DepositCounted,
    EscrowPlaced,
    EscrowReleased,
    FeeTaken,
    PaymentNoticed,
)
from zhixing.funds.models import LedgerAccount, LedgerPosting
from zhixing.funds.pages.proceeds import from_sales
from zhixing.funds.pages.recording import hows
from zhixing.funds.questions.case_money import Receipt, receipts
from zhixing.funds.questions.payout import Course, deferred, payouts, reference, refunded
from zhixing.funds.rules.payout import DIRECTOR_UP_TO
from zhixing.law.money import Fen, plain
from zhixing.parties.acts import Role
from zhixing.parties.models import Party, PartyIdentity
from zhixing.parties.questions import parties_of
from zhixing.parties.register import ACCOUNT
from zhixing.record import clock
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Duty, Standing, duties

LIES_IN = (AccountKind.CASE, AccountKind.RESERVED, AccountKind.ESCROW, AccountKind.DEPOSIT)
RUNS = (Standing.OPEN, Standing.OVERDUE)
WAYS = (
    PaymentNoticed,
    DepositCounted,
    FeeTaken,
    FeeReliefDecided,
    EscrowPlaced,
    EscrowReleased,
    PayoutDeferred,
    DeferralEnded,
)


@dataclass(frozen=True, slots=True)
class Way:
    """A link to an act's form, filled in as far as the record tells."""

    label: str
    link: str


@dataclass(frozen=True, slots=True)
class Payee:
    """An applicant or a plan's creditor, and a link to pay each account they gave; none: one is to be given first."""

    party: int
    name: str
    ways: tuple[Way, ...]
    by_plan: Fen | None  # what a plan in force lets be paid to them now; None where none binds


@dataclass(frozen=True, slots=True)
class Came:
    """A receipt, and the ways to record it as satisfaction while some of it is not, or to give a deposit back."""

    receipt: Receipt
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Went:
    """A payout, who it is for, the account by its end, what the bank is told, and the way to undo it."""

    course: Course
    payee: str
    account: str
    reference: str
    undo: Way | None


def case_money_page(request: HttpRequest, number: int) -> HttpResponse:
    """The money of a case as of `?as_of=`."""
    dossier, day = case_of(request, number), day_of(request)
    now = day == clock.today()
    held = _held(dossier, day)
    return render(
        request,
        "funds/case.html",
        {
            "here": "cases",
            "dossier": dossier,
            "day": day,
            "today": clock.today(),
            "title": cases.case_title(dossier, day),
            "waiting": proposed(dossier) if now else [],
            "held": held,
            "there": held[0][1],
            "from_sales": from_sales(dossier, day),
            "deferred": deferred(dossier, day),
            "aids": aids(dossier, day),
            "terms": _terms(dossier, day),
            "payees": _payees(dossier, day, held[0][1]) if now and held[0][1] > 0 else [],
            "came": [Came(each, _recording(dossier, each) if now else ()) for each in receipts(dossier, day)],
            "hows": hows(dossier) if now else [],
            "went": _went(dossier, day, now=now),
            "ways": [_way(dossier, each, {}) for each in _possible(dossier, day, held)] if now else [],
            "goods": _goods(dossier, day, now=now),
            "take_in": _way(dossier, GoodsTakenIn, {}) if now else None,
            "relief": relief(dossier, day),
        },
    )


def _possible(
    dossier: Dossier, day: date, held: Sequence[tuple[str, Fen, int | None]]
) -> Iterator[type[Act]]:
    """The further acts of money that there is something for."""
    _, _, escrow, deposit = (amount for _, amount, _ in held)
    paused = deferred(dossier, day) is not None
    idle = {DepositCounted: not deposit, EscrowReleased: not escrow}
    idle |= {PayoutDeferred: paused, DeferralEnded: not paused}
    return (each for each in WAYS if not idle.get(each, False))


def _held(dossier: Dossier, day: date) -> list[tuple[str, Fen, int | None]]:
    """Each kind of account the case may have: what lies there that day, and its account in the ledger."""
    accounts = LedgerAccount.objects.filter(court=dossier.court, owner=dossier.id)
    there = {each.kind: each for each in accounts}
    posted = LedgerPosting.objects.filter(account__in=accounts, on__lte=day)
    sums = dict(posted.values_list("account__kind").annotate(total=Sum("amount")))
    return [
        (
            kind.label,
            kind.side * sums.get(kind.value, 0),
            there[kind.value].pk if kind.value in there else None,
        )
        for kind in LIES_IN
    ]


def _terms(dossier: Dossier, day: date) -> list[Duty]:
    """The terms of money that run."""
    found = duties(installed().duties, dossier.as_of(day))
    return [each for each in found if each.rule.name.startswith("funds.") and each.standing(day) in RUNS]


def _payees(dossier: Dossier, day: date, there: Fen) -> list[Payee]:
    """The applicants and a plan's creditors, each with a way to pay to every account they gave what is theirs now."""
    applicants = [each.party for each in parties_of(dossier, Role.APPLICANT, day)]
    parties = list(dict.fromkeys([*applicants, *sorted(creditors(dossier, day))]))
    names = _names(parties)
    accounts = PartyIdentity.objects.filter(party_id__in=parties, paper=ACCOUNT, retired_at=None)
    came = [each.entry.act.account for each in receipts(dossier, day) if each.back is None]
    found = []
    for party in parties:
        by_plan = payable_to(dossier, party, day)
        amount = there if by_plan is None else max(0, min(there, by_plan))
        act = PayoutApproved if amount <= DIRECTOR_UP_TO else LargePayoutApproved
        rule, ways = installed().rule(act), []
        for row in accounts.filter(party_id=party).order_by("pk"):
            said: Said = {
                "account": str(came[-1]) if came else "",
                "payee": str(party),
                "payee_account": str(row.pk),
                "amount": plain(amount),
            }
            ways.append(Way(f"{rule.label}：{row.masked}", _form(dossier, act, said)))
        found.append(Payee(party, names.get(party, ""), tuple(ways) if amount else (), by_plan))
    return found


def _recording(dossier: Dossier, came: Receipt) -> tuple[Way, ...]:
    """The two ways to count a receipt as satisfied: the debtor paid, or the court took it; a deposit goes back."""
    act = came.entry.act
    if act.kind is MoneyKind.DEPOSIT and came.back is None:
        left = act.amount - refunded(dossier, came.entry.seq)
        before = [
            each.act for each in dossier.of(DepositRefundApproved) if each.act.receipt == came.entry.seq
        ]
        back: Said = {
            "account": str(act.account),
            "receipt": str(came.entry.seq),
            "amount": plain(left),
            "payee": str(before[-1].payee) if before else "",  # it came back from the bank
        }
        return (_way(dossier, DepositRefundApproved, back),) if left > 0 else ()
    if came.unrecorded <= 0:
        return ()
    said: Said = {
        "amount": plain(came.unrecorded),
        "money": str(came.entry.seq),
        "on": came.paid_on.isoformat(),
    }
    return (
        _way(dossier, VoluntarilyPerformed, {**said, "through_court": "on"}),
        _way(dossier, SatisfactionRecorded, said),
    )


def _went(dossier: Dossier, day: date, *, now: bool) -> list[Went]:
    found = payouts(dossier, day)
    approved = [each.approved.act for each in found.values()]
    names = _names(each.payee for each in approved)
    masked = dict(
        PartyIdentity.objects.filter(pk__in=[each.payee_account for each in approved]).values_list(
            "pk", "masked"
        )
    )
    return [
        Went(
            course,
            names.get(course.approved.act.payee, ""),
            masked.get(course.approved.act.payee_account, ""),
            reference(dossier.id, seq),
            _way(dossier, PayoutCancelled, {"payout": str(seq)})
            if now and course.reserved and course.sent is None
            else None,
        )
        for seq, course in found.items()
    ]


def _goods(dossier: Dossier, day: date, *, now: bool) -> list[tuple[Held, tuple[Way, ...]]]:
    """Each thing in custody, and what can be done with what is still there."""
    return [
        (
            each,
            tuple(_way(dossier, act, {"goods": str(seq)}) for act in (GoodsHandedOver, GoodsEscrowed))
            if now and not each.gone
            else (),
        )
        for seq, each in goods(dossier, day).items()
    ]


def _names(parties: Iterable[int]) -> dict[int, str]:
    return dict(Party.objects.filter(pk__in=set(parties)).values_list("pk", "name"))


def _way(dossier: Dossier, act: type[Act], said: Said) -> Way:
    return Way(installed().rule(act).label, _form(dossier, act, said))


def _form(dossier: Dossier, act: type[Act], said: Said) -> str:
    return form_link(dossier, act, said, back=reverse("case-money", args=[dossier.id]))
