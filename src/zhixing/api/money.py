"""Case money over the API: statements in, payment files out, judicial aid.

Acts (decisions, payouts) are entered and approved at /cases/{number}/… as in any dossier.
"""

from __future__ import annotations

from collections.abc import Collection

from zhixing.api.money_shapes import (
    AidFundOut,
    AidOut,
    DoubtfulOut,
    PaymentFileContent,
    PaymentFileOut,
    SendStatement,
    SettledOut,
    StatementOut,
)
from zhixing.api.problem import Problem, not_found
from zhixing.api.routing import CURSOR, LIMIT, Answer, Ask, Param, Route, taken
from zhixing.api.saying import said
from zhixing.api.shapes import Page
from zhixing.funds.aid.models import AidRow
from zhixing.funds.aid.pages.desk import fund_rows
from zhixing.funds.aid.pages.opening import SEES
from zhixing.funds.aid.questions.application import AidStage
from zhixing.funds.aid.questions.fund import wage
from zhixing.funds.aid.rules.decision import CEILING_MONTHS
from zhixing.funds.models import BankAccountRow, StatementRow
from zhixing.funds.paying.acts import PaymentFileMade
from zhixing.funds.paying.ordering import NoFile, make, written
from zhixing.funds.paying.settling import settled
from zhixing.funds.recognising.assigning import take_in_and_assign
from zhixing.funds.sheets.opening import read_any
from zhixing.funds.statement import StatementRefused
from zhixing.people.powers import powers_by_court
from zhixing.record import door
from zhixing.record.files import NotKept
from zhixing.record.models import DutyRow
from zhixing.record.power import Power

_STAGES = ", ".join(each.value for each in AidStage)
STAGE = Param("stage", f"只列这一阶段的：{_STAGES}")
FORM = Param("form", "xml（pain.001）或 csv，默认 xml")


def needs_one_of(ask: Ask, powers: Collection[Power]) -> None:
    """Raise Problem where the token carries none of these powers, as the pages refuse an officer without."""
    held = powers_by_court(ask.holder.officer, ask.holder.today)
    own = {power for court in ask.holder.courts for power in held.get(court, ())}
    if not {power for power in powers if power in own and power.value in ask.holder.token.powers}:
        labels = "、".join(power.label for power in powers)
        raise Problem(403, "beyond-token", "令牌不及", f"令牌须有这些职权之一：{labels}")


def accounting(ask: Ask, court: str) -> None:
    held = powers_by_court(ask.holder.officer, ask.holder.today).get(court, ())
    if (
        court not in ask.holder.courts
        or Power.ACCOUNTANT not in held
        or Power.ACCOUNTANT.value not in ask.holder.token.powers
    ):
        raise Problem(403, "beyond-token", "令牌不及", "须是该法院财务人员的令牌")


def send_statement(ask: Ask) -> Answer:
    """Book a bank's file: each statement whole, once; what is certain goes to its case by rule."""
    given = taken(ask.body, SendStatement)
    accounting(ask, given.court)
    accounts = list(BankAccountRow.objects.filter(court=given.court, closed_on=None))
    by, today = ask.holder.acting(given.court), ask.holder.today
    try:
        found = read_any(given.content, accounts, str(given.account or ""))
        done = take_in_and_assign(given.court, given.name, given.content, found, by, today)
    except (StatementRefused, NotKept) as refused:
        raise Problem(422, "not-taken", "对账单没有登记", said(refused.text), at="$.content") from refused
    out = [StatementOut(each.number, each.dossier, each.lines, each.known, rule) for each, rule in done]
    return Answer(Page(out), status=201)


def settle(ask: Ask) -> Answer:
    """Enter what a statement says of payouts: those paid, those that came back; asked again it adds nothing."""
    row = StatementRow.objects.filter(dossier_id=ask.number("number"), court=ask.court()).first()
    if row is None:
        raise not_found("没有这份对账单")
    accounting(ask, row.court)
    found, by = settled(row), ask.holder.acting(row.court)
    for act in found.acts:
        door.enter(row.dossier_id, act, by, on=ask.holder.today)
    doubtful = [DoubtfulOut(place, said(why)) for place, why in found.doubtful]
    return Answer(SettledOut(len(found.paid), len(found.back), doubtful), status=201)


def make_file(ask: Ask) -> Answer:
    """Put all payouts that wait into one file for the bank."""
    account = _account(ask)
    try:
        act = make(account, ask.holder.acting(account.court), ask.holder.today)
    except NoFile as nothing:
        raise Problem(409, "impossible", "不能这样办", said(nothing.text)) from nothing
    seq = door.read(account.dossier_id).of(PaymentFileMade)[-1].seq
    return Answer(PaymentFileOut(seq, act.number, len(act.payments), act.total), status=201)


def payment_file(ask: Ask) -> Answer:
    """The file as it goes to the bank; it names payees and accounts, each of which is logged as read."""
    account = _account(ask)
    if not ask.holder.token.coerces:
        raise Problem(403, "beyond-token", "令牌不及", "付款文件写有收款账户，须是勾选“强制和付款”的令牌")
    made = {each.seq: each for each in door.read(account.dossier_id).of(PaymentFileMade)}
    entry, form = made.get(ask.number("seq")), ask.text("form") or "xml"
    if entry is None or form not in ("xml", "csv"):
        raise not_found("没有这份付款文件，或者没有这种格式（xml、csv）")
    try:
        content = written(account, entry, form, ask.holder.acting(account.court))
    except NoFile as changed:
        raise Problem(409, "impossible", "不能这样办", said(changed.text)) from changed
    return Answer(PaymentFileContent(f"{entry.act.number}.{form}", content))


def _account(ask: Ask) -> BankAccountRow:
    row = BankAccountRow.objects.filter(dossier_id=ask.number("number"), court=ask.court()).first()
    if row is None:
        raise not_found("没有这个银行账户")
    accounting(ask, row.court)
    return row


def funds(ask: Ask) -> Answer:
    """The aid funds of the token's courts, with what is left to give."""
    needs_one_of(ask, SEES)
    own = [each for each in fund_rows(ask.holder.today) if each.row.court in ask.holder.courts]
    out = []
    for each in own:
        known = wage(door.read(each.row.dossier_id), ask.holder.today)
        out.append(
            AidFundOut(
                each.row.dossier_id,
                each.row.court,
                each.row.account,
                each.holds,
                each.year.budget,
                each.committed,
                each.left,
                CEILING_MONTHS * known.monthly if known else None,
            )
        )
    return Answer(Page(out))


def applications(ask: Ask) -> Answer:
    """Applications for aid of the token's courts; each is a dossier of its own, read at /cases/{number}/entries."""
    needs_one_of(ask, SEES)
    found = AidRow.objects.filter(court__in=ask.holder.courts, pk__gt=ask.whole("cursor", 0, 10**18))
    if stage := ask.text("stage"):
        found = found.filter(stage=stage)
    limit = ask.limit()
    rows = list(found.order_by("pk")[: limit + 1])
    more = str(rows[limit - 1].pk) if len(rows) > limit else None
    terms = DutyRow.objects.filter(
        rule__startswith="funds.aid",
        met_on=None,
        ended_on=None,
        dossier_id__in=[row.dossier_id for row in rows],
    )
    due = dict(terms.order_by("-due").values_list("dossier_id", "due"))
    return Answer(
        Page(
            [
                AidOut(
                    row.dossier_id,
                    row.court,
                    row.number,
                    row.case,
                    row.case_number,
                    row.stage,
                    said(AidStage(row.stage).label),
                    row.urgent,
                    row.asked,
                    row.amount,
                    row.paid,
                    row.applied_on,
                    row.filed_on,
                    row.decided_on,
                    due.get(row.dossier_id),
                )
                for row in rows[:limit]
            ],
            more,
        )
    )


PAGED = (CURSOR, LIMIT)
ROUTES = (
    Route(
        "POST",
        "/statements",
        "登记银行对账单",
        send_statement,
        Page[StatementOut],
        SendStatement,
        status=201,
        writes=True,
        begins=True,
        bulky=True,
    ),
    Route(
        "POST",
        "/statements/{number}/settlement",
        "按对账单核对付款、退款，记入各案",
        settle,
        SettledOut,
        status=201,
        writes=True,
    ),
    Route(
        "POST",
        "/bank-accounts/{number}/payment-files",
        "制作付款文件",
        make_file,
        PaymentFileOut,
        status=201,
        writes=True,
    ),
    Route(
        "GET",
        "/bank-accounts/{number}/payment-files/{seq}",
        "取付款文件交银行",
        payment_file,
        PaymentFileContent,
        params=(FORM,),
    ),
    Route("GET", "/aid-funds", "司法救助资金", funds, Page[AidFundOut]),
    Route("GET", "/aids", "司法救助申请", applications, Page[AidOut], params=(STAGE, *PAGED)),
)
