"""The ledger: posting, balances as of a day, and the proof that vouchers, balances and acts agree.

The database keeps what must always hold (migration 0001). This module only asks it to post, and reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import cast

from django.db.models import Count, F, Max, Q, Sum
from django.db.models.functions import Coalesce

from zhixing.funds.acts.booking import AccountKind, Posting, Voucher
from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.models import (
    BankAccountRow,
    LedgerAccount,
    LedgerPosting,
    LedgerVoucher,
    LineRow,
    StatementRow,
)
from zhixing.funds.questions.case_money import receipt_number
from zhixing.funds.questions.vouchers import BOOKED, vouchers
from zhixing.funds.statement import in_yuan
from zhixing.law.money import Fen
from zhixing.law.texts import Text, say
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.many_rows import execute
from zhixing.record.models import StoredAct
from zhixing.record.writing import read_many

POST = """
    SELECT funds_post(%s, %s, %s, %s::date, %s::text[], %s::text[], %s::int[],
                      %s::int[], %s::text[], %s::bigint[], %s::int[], %s::bigint[])
"""
AT_ONCE = 500  # dossiers whose acts are compared with the ledger together


def post(dossier: Dossier, entry: Entry[Act], booked: Sequence[Voucher]) -> None:
    """Post the vouchers of an act, which take the next numbers of its court and year. Raises IntegrityError.

    What the database refuses: vouchers that do not sum to zero, an account on the wrong side of zero.
    """
    rows = [(place, each) for place, voucher in enumerate(booked, 1) for each in voucher.postings]
    execute(
        POST,
        [
            dossier.court,
            dossier.id,
            entry.seq,
            entry.on,
            [voucher.purpose for voucher in booked],
            [voucher.line for voucher in booked],
            [len(voucher.postings) for voucher in booked],
            [place for place, _ in rows],
            [each.kind.value for _, each in rows],
            [each.owner for _, each in rows],
            [each.kind.side for _, each in rows],
            [each.amount for _, each in rows],
        ],
    )


def holds(court: str, kind: AccountKind, owner: int, on: date | None = None) -> Fen:
    """What an account holds, in fen, now or at the end of that day; 0 where there is no account."""
    account = LedgerAccount.objects.filter(court=court, kind=kind.value, owner=owner).first()
    if account is None:
        return 0
    if on is None:
        return account.holds
    return account.side * (account.rows.filter(on__lte=on).aggregate(all=Sum("amount"))["all"] or 0)


def held_by_kind(kind: AccountKind, on: date) -> Fen:
    """What all accounts of a kind that can be seen hold together at the end of that day, in fen."""
    rows = LedgerPosting.objects.filter(account__kind=kind.value, on__lte=on)
    return kind.side * (rows.aggregate(all=Sum("amount"))["all"] or 0)


def breaks(courts: Iterable[str]) -> Iterator[Text]:
    """A sentence for each thing in which the ledger disagrees with itself or with the acts of these courts."""
    for court in courts:
        yield from _own_breaks(court)
        yield from _breaks_with_acts(court)
        yield from _breaks_with_banks(court)
        yield from own_approvals(court)


def counts(courts: Iterable[str]) -> tuple[int, int]:
    """How many vouchers and accounts these courts have."""
    named = list(courts)
    of_them = LedgerVoucher.objects.filter(court__in=named), LedgerAccount.objects.filter(court__in=named)
    return of_them[0].count(), of_them[1].count()


def _own_breaks(court: str) -> Iterator[Text]:
    found = LedgerVoucher.objects.filter(court=court).annotate(
        total=Coalesce(Sum("rows__amount"), 0), there=Count("rows")
    )
    for voucher in found.filter(~Q(total=0) | ~Q(there=F("postings"))):
        yield say(
            "{court} 凭证 {year}-{number}：借贷不平或者缺分录（合计 {total} 元）",
            court=court,
            year=voucher.year,
            number=voucher.number,
            total=in_yuan(voucher.total),
        )
    by_year = LedgerVoucher.objects.filter(court=court).values("year")
    for year in by_year.annotate(last=Max("number"), many=Count("pk")).exclude(last=F("many")):
        yield say(
            "{court} {year} 年的凭证有缺号：最后一号 {last}，共 {many} 张",
            court=court,
            year=year["year"],
            last=year["last"],
            many=year["many"],
        )
    accounts = LedgerAccount.objects.filter(court=court).annotate(total=Coalesce(Sum("rows__amount"), 0))
    for account in accounts.exclude(balance=F("total")):
        yield say(
            "{court} 账户 {label} {owner}：余额 {balance} 元，分录合计 {total} 元",
            court=court,
            label=account.label,
            owner=account.owner,
            balance=in_yuan(account.balance),
            total=in_yuan(account.total),
        )


def _breaks_with_acts(court: str) -> Iterator[Text]:
    """Each act that moves money has its vouchers and no others."""
    tags = [each.tag() for each in BOOKED]
    acts = StoredAct.objects.filter(court=court, type__in=tags).values_list("dossier_id", flat=True)
    booked = LedgerVoucher.objects.filter(court=court).values_list("dossier_id", flat=True)
    numbers = sorted(set(acts.distinct()) | set(booked.distinct()))
    receipts: dict[str, list[int]] = {}
    for start in range(0, len(numbers), AT_ONCE):
        part = numbers[start : start + AT_ONCE]
        there = _stored(part)
        for dossier in read_many(part):
            for entry in dossier.recorded:
                _note_receipt(receipts, entry)
                said = [
                    (each.purpose, each.line, frozenset(each.postings)) for each in vouchers(dossier, entry)
                ]
                if said != there.pop((dossier.id, entry.seq), []):
                    yield say(
                        "{court} 卷宗 {dossier} 第 {seq} 条：账上的凭证与行为不符",
                        court=court,
                        dossier=dossier.id,
                        seq=entry.seq,
                    )
        for number, seq in there:
            yield say(
                "{court} 卷宗 {dossier} 第 {seq} 条：账上有凭证，卷宗里没有这条行为",
                court=court,
                dossier=number,
                seq=seq,
            )
    for series, given in sorted(receipts.items()):
        if sorted(given) != list(range(1, len(given) + 1)):
            yield say(
                "{court} 收据 {series} 有缺号或者重号：共 {many} 张",
                court=court,
                series=series,
                many=len(given),
            )


def _note_receipt(found: dict[str, list[int]], entry: Entry[Act]) -> None:
    """Keep the number of a receipt with its series, 渝0235收据2017."""
    number = receipt_number(cast(Entry[MoneyReceived], entry)) if isinstance(entry.act, MoneyReceived) else ""
    if number:
        series, _, serial = number.rpartition("-")
        found.setdefault(series, []).append(int(serial))


def own_approvals(court: str) -> Iterator[Text]:
    """Every act of money that wants approval was approved, and by another than who proposed it: the door sees to that."""
    tags = [
        rule.tag for rule in installed() if rule.approved_by is not None and rule.tag.startswith("funds.")
    ]
    acts = StoredAct.objects.filter(court=court, type__in=tags)
    alone = acts.filter(Q(approved_by_id=None) | Q(approved_by_id=F("by_id"))).order_by("dossier_id", "seq")
    for dossier, seq in alone.values_list("dossier_id", "seq"):
        yield say("{court} 卷宗 {dossier} 第 {seq} 条：没有由他人批准", court=court, dossier=dossier, seq=seq)


def _breaks_with_banks(court: str) -> Iterator[Text]:
    """The bank's balance is that of its last statement and of what notifications brought since."""
    for account in BankAccountRow.objects.filter(court=court):
        statements = StatementRow.objects.filter(account=account.dossier_id).order_by("dossier_id")
        last = statements.filter(closing__isnull=False).last()
        if last is None:
            continue
        since = LineRow.objects.filter(account=account.dossier_id, dossier_id__gt=last.dossier_id)
        expected = (last.closing or 0) + (since.aggregate(all=Sum("amount"))["all"] or 0)
        there = holds(court, AccountKind.BANK, account.dossier_id)
        if expected != there:
            yield say(
                "{court} {name}：账上 {there} 元，银行对账单 {number} 期末（连同其后的到账通知）{expected} 元",
                court=court,
                name=account.name,
                there=in_yuan(there),
                number=last.number,
                expected=in_yuan(expected),
            )


def _stored(dossiers: Sequence[int]) -> dict[tuple[int, int], list[tuple[str, str, frozenset[Posting]]]]:
    """Dossier and entry → purpose, line and postings of each voucher there, in the order of their numbers."""
    rows = LedgerPosting.objects.filter(voucher__dossier_id__in=dossiers).order_by("voucher__number")
    whole: dict[int, list[Posting]] = {}
    places: dict[int, tuple[tuple[int, int], str, str]] = {}
    for number, seq, voucher, purpose, line, kind, owner, amount in rows.values_list(
        "voucher__dossier_id",
        "voucher__seq",
        "voucher_id",
        "voucher__purpose",
        "voucher__line",
        "account__kind",
        "account__owner",
        "amount",
    ):
        whole.setdefault(voucher, []).append(Posting(AccountKind(kind), owner, amount))
        places[voucher] = ((number, seq), purpose, line)
    found: dict[tuple[int, int], list[tuple[str, str, frozenset[Posting]]]] = {}
    for voucher, (place, purpose, line) in places.items():
        found.setdefault(place, []).append((purpose, line, frozenset(whole[voucher])))
    return found
