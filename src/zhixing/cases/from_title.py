"""From the reading of a title to what is entered of it: natures of sums, what of a recurring sum has fallen due, what stays open.

Pure. A reading is a proposal; the clerk confirms it in a form, and the form becomes acts. What a form cannot say by itself is
listed in `left_open`, so that nothing read is lost without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.cases.acts.filing import Sharing, SumNature, TitleKind
from zhixing.cases.titles.reading import Interest, Kind, Perform, Sum, TitleReading
from zhixing.law.money import show
from zhixing.law.periods import months, shifted
from zhixing.law.texts import Text, say

KINDS = {
    Kind.JUDGMENT: TitleKind.JUDGMENT,
    Kind.MEDIATION: TitleKind.MEDIATION,
    Kind.AWARD: TitleKind.AWARD,
    Kind.RULING: TitleKind.RULING,
    Kind.PAYMENT_ORDER: TitleKind.PAYMENT_ORDER,
    Kind.NOTARISED_DEBT: TitleKind.NOTARISED_DEBT,
}
TO_COURT = "court"
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
# A sum that recurs longer than this before the application is more likely misread than owed.
MOST_INSTALMENTS = 240


@dataclass(frozen=True, slots=True)
class FallenDue:
    """One instalment of a recurring sum: its name, its amount in fen, the last day on which it was to be paid."""

    label: str
    amount: int
    due: date


def nature_of(label: str) -> SumNature:
    """What a sum is, by its name in the paper; the clerk may choose otherwise."""
    if "利息" in label or "罚息" in label or "复利" in label:
        return SumNature.INTEREST
    if any(word in label for word in ("受理费", "申请费", "公告费", "诉讼费")):
        return SumNature.COURT_FEE
    if any(word in label for word in ("律师", "担保费", "保全费", "鉴定费", "差旅费")):
        return SumNature.COST
    return SumNature.PRINCIPAL


def sharing_of(item: Sum) -> Sharing:
    """How several debtors answer: jointly where the paper says so, else in shares (民法典 art. 518)."""
    if len(item.owed_by) < 2:
        return Sharing.SINGLE
    return Sharing.JOINT if item.jointly else Sharing.SEVERAL


def fallen_due(item: Sum, by: date) -> list[FallenDue] | None:
    """The instalments of a recurring sum due up to that day, its own end at the latest; None where the paper sets no count.

    What falls due later is applied for later, as its own application.
    """
    step = MONTHS_OF.get(item.every or "")
    if item.since is None or step is None or item.condition:
        return None
    found = list(_instalments(item, item.since, step, min(item.until or by, by)))
    return found if len(found) <= MOST_INSTALMENTS else None


def _instalments(item: Sum, since: date, step: int, last: date) -> Iterator[FallenDue]:
    count = 0
    while count <= MOST_INSTALMENTS:
        begins = shifted(since, months(count * step)) if count else since
        ends = shifted(since, months((count + 1) * step)) - timedelta(days=1)
        due = _named_day(item.perform, since, count * step) or ends
        if due > last:
            return
        yield FallenDue(f"{item.label}（{begins.year}年{begins.month}月）", item.amount, due)
        count += 1


def _named_day(perform: Perform | None, since: date, after: int) -> date | None:
    """The day the paper names, `after` months past the first such day from `since`; None where it names none.

    Counted from the first named day, so that a stretch cut short by a short month names no day twice.
    """
    if perform is None:
        return None
    if perform.monthly_day is not None:
        named = _day_of_month(since, perform.monthly_day)
        first = named if named >= since else _month_after(since, 1)
        return _day_of_month(_month_after(first, after), perform.monthly_day)
    if perform.yearly is None:
        return None
    month, day = map(int, perform.yearly.split("-"))
    named = _day_of_month(date(since.year, month, 1), day)
    first = named if named >= since else date(since.year + 1, month, 1)
    return _day_of_month(_month_after(first, after), day)


def _month_after(day: date, count: int) -> date:
    """The first day of the month that lies so many months after a day's own."""
    years, month = divmod(day.month - 1 + count, 12)
    return date(day.year + years, month + 1, 1)


def _day_of_month(month: date, day: int) -> date:
    """The day of that number in the month, or its last day where the month is shorter."""
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return min(month.replace(day=1) + timedelta(days=day - 1), following - timedelta(days=1))


def left_open(reading: TitleReading, by: date) -> list[Text]:
    """What was read and cannot be put into the form as it stands: one sentence each, for the clerk to decide."""
    found = [line for item in reading.sums for line in _of_sum(item, by)]
    found += [line for interest in reading.interest for line in _of_interest(interest)]
    for cost in reading.costs:
        if cost.payable_to is None:
            found.append(
                say("{label} {amount} 元付给谁，文书没有写明", label=cost.label, amount=show(cost.amount))
            )
    for liability in reading.liabilities:
        names = "、".join(liability.owed_by)
        found.append(
            say(
                "{names}另负{kind}责任，请在所涉款项中填写负担人和负担方式",
                names=names,
                kind=LIABLE.get(liability.kind, ""),
            )
        )
    for claim in reading.claims:
        if claim.kind == "priority":
            found.append(say("优先受偿：{text}。请在分配时主张，不作为请求事项", text=claim.text))
    return found


LIABLE = {"joint": "连带", "supplementary": "补充", "guarantee": "担保", "several": "按份"}


def _of_sum(item: Sum, by: date) -> Iterator[Text]:
    if item.condition:
        yield say(
            "“{label}”附有条件：{condition}。条件未成就的请删去", label=item.label, condition=item.condition
        )
    if item.every and fallen_due(item, by) is None:
        yield say("“{label}”按期反复给付，请按已到期的期数填写金额", label=item.label)
    if len(item.owed_by) > 1 and item.jointly is None:
        yield say("“{label}”由数人负担，文书没有写明连带或按份", label=item.label)
    if item.perform is not None and not _computable(item.perform):
        yield say("“{label}”的履行期间不从生效之日起算，请填写最后一日", label=item.label)


def _computable(perform: Perform) -> bool:
    """Whether days or months after the title took effect, or a day, say when to perform."""
    if perform.by is not None or perform.monthly_day is not None or perform.yearly is not None:
        return True
    return not perform.working and (perform.after is None or perform.after == "effective")


def _of_interest(interest: Interest) -> Iterator[Text]:
    if interest.condition:
        yield say(
            "“{label}”附有条件：{condition}。条件未成就的请删去",
            label=interest.label,
            condition=interest.condition,
        )
    if interest.since is None:
        words = interest.since_text or "没有写明"
        yield say("“{label}”的起算日：{words}", label=interest.label, words=words)
    if interest.rate is None:
        yield say("“{label}”的利率：{words}", label=interest.label, words=interest.rate_text or "没有写明")
    cap = interest.cap.rate if interest.cap else None
    if cap is not None and cap.number is not None and cap.per != "year":
        yield say("“{label}”的利率上限不是年利率，请折成年利率填写", label=interest.label)
    if interest.until is None and interest.until_text and "清" not in interest.until_text:
        yield say("“{label}”止于：{words}", label=interest.label, words=interest.until_text)
