"""Case money in the courts: a bank account each, two days' statements, lines certain, likely and unknown, and two payouts."""

from __future__ import annotations

from datetime import date
from random import Random

from zhixing.cases import questions as cases
from zhixing.cases.models import CaseRow
from zhixing.funds.acts.account import (
    AccountUse,
    BankAccountOpened,
    MonthlyChecked,
    VirtualAccountGiven,
)
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.payout import PayoutApproved
from zhixing.funds.acts.statement import LineSetAside
from zhixing.funds.camt import read
from zhixing.funds.ledger import holds
from zhixing.funds.models import BankAccountRow, LineRow
from zhixing.funds.recognising.assigning import take_in_and_assign
from zhixing.funds.reconciling.comparing import compare
from zhixing.funds.rules.payout import DIRECTOR_UP_TO
from zhixing.parties.acts import Role
from zhixing.parties.models import Party
from zhixing.parties.questions import parties_of
from zhixing.parties.register import add_account
from zhixing.record import door
from zhixing.record.dossier import Actor
from zhixing.simulate.bank_file import BankLine, written
from zhixing.simulate.district import TODAY, Place, places, steps

OPENED, NUMBERED, DAYS = date(2016, 6, 1), date(2017, 6, 12), (date(2017, 6, 13), date(2017, 6, 14))
CHECKED = date(2017, 5, 31)
BEGINS = 1_250_000  # fen on the account when the platform took it over
CASES = 8  # with an account number of their own, in each court
RELATIVES = ("邓晓霞", "唐建军", "魏春梅")  # who pay for a debtor
UNKNOWN = (("陈文远", "还款"), ("重庆恒达商贸有限公司", "货款"), ("周玉兰", "赔偿款 请查收"))


def load_money(seed: int) -> int:
    """Open an account in every court that has none and book its statements; how many courts. Raises Refused."""
    there = set(BankAccountRow.objects.values_list("court", flat=True))
    missing = [each for each in places() if each.court.code not in there]
    for place in missing:
        _load(place, Random(f"{seed}:{place.court.code}:money"))
    return len(missing)


def _load(place: Place, rng: Random) -> None:
    court, accountant = place.court.code, place.staff["accountant"]
    number = f"62000{court[1:]:0>4}{rng.randrange(10**7):07}"
    opening = BankAccountOpened(
        name=place.court.name, bank=f"农业银行{place.town}支行", number=number, use=AccountUse.CASE_MONEY
    )
    account, _ = door.open_dossier(court, steps([opening], accountant, OPENED))
    checked(account, place)
    numbered = _with_numbers(court, account, number, accountant)
    balance = BEGINS
    for day in DAYS:
        lines = _lines(rng, numbered)
        file = written(f"{day:%Y%m%d}", number, day, balance, lines)
        take_in_and_assign(court, f"对账单{day:%Y%m%d}.xml", file, read(file), accountant, day)
        balance += sum(line.amount for line in lines)
    _look_for_the_oldest(account, accountant)
    _pay(place, account)
    compare(court)


def checked(account: int, place: Place) -> None:
    """Accounting and the bureau compared at the end of last month: nothing had come yet."""
    act = MonthlyChecked(unknown=0, amount=0, note="本月没有收付，账户余额与银行一致")
    step = door.Step(
        act=act, by=place.staff["accountant"], on=CHECKED, approved_by=place.staff["director"], at=None
    )
    door.enter_all(account, [step])


def _with_numbers(court: str, account: int, number: str, by: Actor) -> dict[str, tuple[int, str, str]]:
    """Account number → case, its number and its debtor's name, of some open cases."""
    rows = CaseRow.objects.filter(
        court=court, closed_on=None, filed_on__lt=NUMBERED, type_code="执", paused=""
    )
    found = {}
    for place, row in enumerate(rows.order_by("dossier_id")[:CASES], 1):
        own = f"{number}{place:04}"
        act = VirtualAccountGiven(account=account, number=own)
        door.enter(row.dossier_id, act, by, on=TODAY)
        debtors = parties_of(door.read(row.dossier_id), Role.DEBTOR, TODAY)
        name = Party.objects.get(pk=debtors[0].party).name if debtors else "张某"
        found[own] = (row.dossier_id, row.number, name)
    return found


def _lines(rng: Random, numbered: dict[str, tuple[int, str, str]]) -> list[BankLine]:
    """What comes in a day: to numbers of cases, with a case number in the text, from who knows whom; a fee goes out."""
    found = []
    for own, (_, case, name) in numbered.items():
        amount = rng.randrange(50, 2_000) * 10_000
        told = rng.random() < 0.5
        payer = name if rng.random() < 0.6 else rng.choice(RELATIVES)
        found.append(BankLine(amount, payer, "执行款" if told else f"{case} 执行款", own if told else ""))
    found += [BankLine(rng.randrange(5, 90) * 10_000, *who) for who in UNKNOWN]
    rng.shuffle(found)
    return [*found, BankLine(-1_500, "农业银行", "账户管理费")]


def _look_for_the_oldest(account: int, by: Actor) -> None:
    """Somebody looks for the owner of the oldest line that is left."""
    left = LineRow.objects.filter(account=account, amount__gt=0, case=None).order_by("on", "pk").first()
    if left is not None:
        aside = LineSetAside(line=left.place, owner=by.id, note="已请开户行协助查询付款人")
        door.enter(left.dossier_id, aside, by, on=TODAY)


DECIDED = (True, False)  # one payout waits for the bank, the next for the director


def _pay(place: Place, account: int) -> None:
    """Applicants whose cases have money gave accounts, and are to be paid."""
    received = LineRow.objects.filter(account=account).exclude(case=None).order_by("pk")
    paid = 0
    for number in dict.fromkeys(received.values_list("case", flat=True)):
        dossier = door.read(number or 0)
        applicants = parties_of(dossier, Role.APPLICANT, TODAY)
        officer = place.by_id.get(cases.handler(dossier, TODAY) or 0)
        amount = holds(place.court.code, AccountKind.CASE, dossier.id)
        if not applicants or officer is None or amount > DIRECTOR_UP_TO or paid == len(DECIDED):
            continue
        kept = add_account(Party.objects.get(pk=applicants[0].party), card(account * 100 + paid))
        act = PayoutApproved(account=account, payee=applicants[0].party, payee_account=kept.pk, amount=amount)
        if DECIDED[paid]:
            step = door.Step(act=act, by=officer, approved_by=place.staff["director"], on=TODAY)
            door.enter_all(dossier.id, [step])
        else:
            door.propose(dossier.id, door.Step(act=act, by=officer, on=TODAY))
        paid += 1


def card(place: int) -> str:
    """An invented bank card number whose last digit checks."""
    head = f"6228{place:014}"
    total = sum(sum(divmod(int(digit) * (2 - at % 2), 10)) for at, digit in enumerate(reversed(head)))
    return f"{head}{-total % 10}"
