"""What stands against an act of a campaign. Lines are asked as they stand, whatever day is written on the act."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from zhixing.funds.clearance.acts import (
    ClearanceInspected,
    ClearanceOpened,
    OldLineGiven,
    OldLineKept,
    OldLineNotCaseMoney,
    OldLineReopened,
    OldLinesAssigned,
    OldLinesRegistered,
    OldLineUnreturnable,
)
from zhixing.funds.clearance.questions import OldClass, finished, in_suspense, old_lines, opening
from zhixing.funds.rules.needs import AS_IT_STANDS, CASE_HOLDS, OWN_CASES
from zhixing.funds.statement import in_yuan
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.rule import Asked, Need, Objection, guard

LINE_BY_LINE = cite("执行款物规定", 4)
MONTHLY = cite("执行款物规定", 3)
DEFERRED = cite("执行款物规定", 10)
# Fen that lie in the account among what is not known; the row is locked within a write.
SUSPENSE_HOLDS = Need("suspense-holds", int)
KEPT_AT_MOST = timedelta(days=366)


@guard("三个日期依次在后", MONTHLY, on_act=True)
def dates_in_order(asked: Asked) -> Objection | None:
    """The own check, the joint one, the end."""
    act = asked.the(ClearanceOpened)
    if act.base_on <= act.own_by <= act.joint_by <= act.done_by:
        return None
    return Objection(
        say("清理截止日、自行清理、联合抽查、全面完成四个日期没有依次在后"), say("请按工作方案核对日期")
    )


@guard("清理尚未完成", MONTHLY)
def not_finished(asked: Asked) -> Objection | None:
    """Nothing follows the end."""
    done = finished(asked.dossier, AS_IT_STANDS)
    return Objection(say("清理已于 {on} 完成", on=done.on), say("新的款项请另行清理")) if done else None


@guard("流水号不重复、金额大于零、在截止日以前到账", LINE_BY_LINE, on_act=True)
def lines_are_old_and_new_here(asked: Asked) -> Objection | None:
    """A line is registered once, and only if the campaign is about it."""
    act, base = asked.the(OldLinesRegistered), opening(asked.dossier).base_on
    there = old_lines(asked.dossier, AS_IT_STANDS)
    twice = [flow for flow, many in Counter(line.flow for line in act.lines).items() if many > 1]
    twice += [line.flow for line in act.lines if line.flow in there]
    if twice:
        return Objection(say("流水号 {flow} 重复", flow=twice[0]), say("请核对登记册，每笔只登记一次"))
    for line in act.lines:
        if line.amount <= 0:
            return Objection(say("流水号 {flow} 的金额不大于零", flow=line.flow), say("请核对登记册"))
        if line.on > base:
            return Objection(
                say(
                    "流水号 {flow} 于 {on} 到账，在截止日 {base} 以后", flow=line.flow, on=line.on, base=base
                ),
                say("请核对登记册；以后到账的按日常流程认定"),
            )
    return None if act.lines else Objection(say("没有一笔明细"), say("请核对登记册"))


@guard("不超过账上待查的款项", LINE_BY_LINE, on_act=True)
def not_more_than_lies_there(asked: Asked) -> Objection | None:
    """No more is registered than the ledger holds for nobody known."""
    act, holds = asked.the(OldLinesRegistered), asked.fact(SUSPENSE_HOLDS)
    wanted = in_suspense(asked.dossier, AS_IT_STANDS) + sum(line.amount for line in act.lines)
    if wanted <= holds:
        return None
    return Objection(
        say(
            "登记的款项合计 {wanted} 元，账上待查收款只有 {holds} 元",
            wanted=in_yuan(wanted),
            holds=in_yuan(holds),
        ),
        say("请核对登记册，已经付出或者已经认定的不再登记"),
    )


@guard("有待核对的款项", LINE_BY_LINE)
def something_waits(asked: Asked) -> Objection | None:
    """Where everything is found out there is nothing to find out."""
    if any(each.in_suspense for each in old_lines(asked.dossier, AS_IT_STANDS).values()):
        return None
    return Objection(say("没有待核对的款项"), say("请先登记暂存款明细"), (OldLinesRegistered,))


@guard("所写的款项正待核对", LINE_BY_LINE, on_act=True)
def line_waits(asked: Asked) -> Objection | None:
    """A line gets one conclusion at a time, whatever day is written."""
    act, there = asked.act, old_lines(asked.dossier, AS_IT_STANDS)
    named: list[tuple[str, int | None, date | None]] = []
    if isinstance(act, OldLinesAssigned):
        named = [(each.line, each.amount, each.booked_on) for each in act.assignments]
    elif isinstance(act, OldLineUnreturnable):
        named = [(act.line, act.amount, None)]
    elif isinstance(act, OldLineKept | OldLineNotCaseMoney | OldLineGiven):
        named = [(act.line, None, None)]
    seen: set[str] = set()
    for flow, amount, on in named:
        found = there.get(flow)
        if found is None:
            return Objection(say("登记册上没有流水号 {flow} 的这一笔", flow=flow), say("请从清理页面办理"))
        if amount not in (None, found.line.amount) or on not in (None, found.line.on):
            return Objection(
                say(
                    "流水号 {flow} 登记的是 {on} 到账 {amount} 元，与所填不符",
                    flow=flow,
                    on=found.line.on,
                    amount=in_yuan(found.line.amount),
                ),
                say("请从清理页面办理；登记册有误的，请更正登记"),
            )
        if not found.in_suspense or flow in seen:
            return Objection(
                say("流水号 {flow} 已有结论：{kind}", flow=flow, kind=found.kind.label),
                say("结论有误的，请先撤回"),
                (OldLineReopened,),
            )
        seen.add(flow)
    return None if named else Objection(say("没有认定任何一笔"), say("请至少认定一笔"))


@guard("对应的是本院的案件", LINE_BY_LINE, on_act=True)
def old_cases_are_ours(asked: Asked) -> Objection | None:
    """Money in a court's account is booked to that court's cases."""
    own = asked.fact(OWN_CASES)
    strangers = [each.line for each in asked.the(OldLinesAssigned).assignments if each.case not in own]
    if not strangers:
        return None
    return Objection(say("流水号 {flow} 所对应的不是本院的执行案件", flow=strangers[0]), say("请核对案号"))


@guard("延期有期限", DEFERRED, on_act=True)
def kept_until_a_day(asked: Asked) -> Objection | None:
    """What is kept comes up again, within a year at the latest."""
    until = asked.the(OldLineKept).until
    if until <= asked.on:
        return Objection(say("延期至 {until}，不在今后", until=until), say("请填写再次核对的日期"))
    if until > asked.on + KEPT_AT_MOST:
        return Objection(
            say("延期至 {until}，超过一年", until=until),
            say("请填写一年以内的日期；到期仍不能支付的，再办延期"),
        )
    return None


@guard("撤回的是现有的结论，款项还在", LINE_BY_LINE, on_act=True)
def conclusion_stands(asked: Asked) -> Objection | None:
    """What is undone was concluded, and the money was not paid out since."""
    act = asked.the(OldLineReopened)
    found = old_lines(asked.dossier, AS_IT_STANDS).get(act.line)
    if found is None or found.kind is OldClass.WAITING:
        return Objection(say("流水号 {flow} 没有结论", flow=act.line), say("请从清理页面办理撤回"))
    if (found.case, found.line.amount) != (act.case, act.amount):
        return Objection(say("流水号 {flow} 没有这样的结论", flow=act.line), say("请从清理页面办理撤回"))
    held = asked.fact(CASE_HOLDS)
    if act.case is not None and held < act.amount:
        return Objection(
            say("案件账上只有 {held} 元，要撤回 {amount} 元", held=in_yuan(held), amount=in_yuan(act.amount)),
            say("款项已经发放或者待付；请先撤回发放，已付出的请依法追回"),
        )
    return None


@guard("抽查的笔数不超过登记的笔数", MONTHLY, on_act=True)
def inspected_what_is_there(asked: Asked) -> Objection | None:
    """Nobody can look at more lines than there are, nor find more wrong."""
    act, many = asked.the(ClearanceInspected), len(old_lines(asked.dossier, asked.on))
    if 0 < act.lines <= many and 0 <= act.wrong <= act.lines:
        return None
    return Objection(
        say(
            "登记的有 {many} 笔，所填抽查 {lines} 笔、发现问题 {wrong} 笔",
            many=many,
            lines=act.lines,
            wrong=act.wrong,
        ),
        say("抽查的在 1 笔以上、不超过登记的笔数，发现问题的不超过抽查的"),
    )


@guard("每一笔都有结论", MONTHLY)
def every_line_concluded(asked: Asked) -> Objection | None:
    """The campaign ends when no line waits, and none that was kept is overdue."""
    there = old_lines(asked.dossier, asked.on).values()
    waiting = [
        each
        for each in there
        if each.kind is OldClass.WAITING or (each.until is not None and each.until < asked.on)
    ]
    if there and not waiting:
        return None
    return Objection(
        say("登记 {all} 笔，还有 {many} 笔待核对或者延期已满", all=len(there), many=len(waiting)),
        say("请逐笔核对，作出结论"),
    )


@guard("与清理是同一账户", LINE_BY_LINE, on_act=True)
def account_of_the_campaign(asked: Asked) -> Objection | None:
    """The money lies in the account that is cleared up."""
    act = asked.act
    if isinstance(act, OldLinesAssigned | OldLineReopened) and act.account == opening(asked.dossier).account:
        return None
    return Objection(say("所写的银行账户不是这次清理的账户"), say("请从清理页面办理"))
