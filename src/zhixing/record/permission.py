"""Whether an act may be entered: power, day, and the guards of its rule under the law of its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NoReturn

from zhixing.law.texts import Text, say
from zhixing.record import clock, facts
from zhixing.record.act import Act
from zhixing.record.acts import Proposed
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.fields import fields
from zhixing.record.questions import ended
from zhixing.record.rule import ActRule, Asked, Refusal, refusals


class Refused(Exception):
    """The act may not be entered; `refusals` say why, under which article, and how to go on."""

    def __init__(self, found: Sequence[Refusal]) -> None:
        super().__init__("；".join(f"{each.label}: {each.facts}" for each in found))
        self.refusals = tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One act to enter. `approved_by` enters a proposal by `by` and its approval; `at` is the recording time (default: now)."""

    act: Act
    by: Actor
    on: date
    approved_by: Actor | None = None
    at: datetime | None = None


def refusals_of(dossier: Dossier, step: Step) -> list[Refusal]:
    """What stands against this act, content and all; empty when it may be entered, or proposed if it needs approval."""
    rule = installed().rule(type(step.act))
    try:
        allowed(dossier, rule, step)
    except Refused as error:
        return list(error.refusals)
    return []


def standing_refusals(dossier: Dossier, rule: ActRule, by: Actor, on: date) -> list[Refusal]:
    """What now stands against an act of this type, before its content is known: power, then the dossier's own conditions."""
    asked = Asked(dossier, on, by)
    found = power_refusals(rule, by) + naming_refusals(dossier, rule)
    needed = Asked(dossier, on, by, None, facts.load(rule, asked)) if rule.needs else asked
    return found + refusals(rule, needed)


def naming_refusals(dossier: Dossier, rule: ActRule) -> list[Refusal]:
    """What an act must name and this dossier does not have: of no auction the buyer pays."""
    if rule.act.dossier_kind not in ("", dossier.kind):
        return []
    found = []
    for field in fields(rule.act):
        named = tuple(installed().rule(tag) for tag in field.of)
        if not named or not field.required or field.many or dossier.of(*(each.act for each in named)):
            continue
        labels: Text | str = named[0].label
        # Labels have commas themselves, so they stay apart, to be said in English each.
        for each in named[1:]:
            labels = say("{one}；{other}", one=labels, other=each.label)
        facts, way_out = say("本卷中没有：{labels}", labels=labels), say("请先办理：{labels}", labels=labels)
        opens = tuple(each.act for each in named if not each.internal)
        found.append(Refusal("something-to-name", field.label, rule.basis, facts, way_out, opens))
    return found


def approver(rule: ActRule, proposal: Entry[Proposed], by: Actor) -> None:
    """Raise Refused unless this actor may decide the proposal: the power, and not one\'s own."""
    wanted = rule.approved_by
    if wanted is None or wanted.value not in by.powers:
        label = wanted.label if wanted else ""
        refuse(rule, "approver", "由有权的人审批", f"{by.name}不是本院的{label}", f"请由{label}审批")
    if proposal.by.id == by.id:
        refuse(rule, "two-persons", "提请人与批准人不得为同一人", f"提请人就是{by.name}", "请由他人审批")
    weak = strength_refusals(rule, by)
    if weak:
        raise Refused(weak)


def allowed(dossier: Dossier, rule: ActRule, step: Step) -> dict[str, object]:
    """Ask everything; raise Refused with all refusals, or answer the outside facts that were told."""
    asked = Asked(dossier, step.on, step.by, step.act, {}, step.approved_by)
    found = power_refusals(rule, step.by) + strength_refusals(rule, step.by)
    found += day_refusals(dossier, rule, step.on)
    told = facts.load(rule, asked)
    found += refusals(rule, Asked(dossier, step.on, step.by, step.act, told, step.approved_by))
    if found:
        raise Refused(found)
    return told


def power_refusals(rule: ActRule, by: Actor) -> list[Refusal]:
    """Who has none of the powers the rule names is refused."""
    if {power.value for power in rule.by} & set(by.powers):
        return []
    labels = "、".join(power.label for power in rule.by)
    return [
        Refusal(
            "power",
            "由有权的人办理",
            rule.basis,
            say("{name}在本院没有办理此项行为的职权", name=by.name),
            say("请由{labels}办理", labels=labels),
        )
    ]


def strength_refusals(rule: ActRule, by: Actor) -> list[Refusal]:
    """What coerces or pays is done by an officer who has just shown with a second factor who they are."""
    if not rule.coerces or by.kind != "officer" or by.strong:
        return []
    return [
        Refusal(
            "strong-sign-in",
            "强制或付款的行为，须在十五分钟内以双因素验证过身份",
            (),
            say("{name}没有以双因素验证身份，或者验证已超过十五分钟", name=by.name),
            say("请到“账户—登录安全”验证身份后再办；还没有第二因素的，请先在那里登记"),
        )
    ]


def day_refusals(dossier: Dossier, rule: ActRule, on: date) -> list[Refusal]:
    """An act is not dated in the future, nor before its dossier began; what begins a dossier stands at its beginning alone."""
    if rule.opens and dossier.recorded:
        return [
            Refusal(
                "begins-a-dossier",
                "卷宗只立一次",
                rule.basis,
                say("“{label}”只能作为卷宗的第一条，本卷宗已经开始", label=rule.label),
                say("收案信息有误的，请更正第 1 条记录；另一案件请另行收案"),
            )
        ]
    today = clock.today()
    if on > today:
        return [
            Refusal(
                "not-in-the-future",
                "日期不得晚于今天",
                (),
                say("所填日期 {on} 晚于今天 {today}", on=on, today=today),
                say("请填行为实际发生的日期"),
            )
        ]
    if dossier.entries and on < dossier.entries[0].on:
        return [
            Refusal(
                "not-before-the-dossier",
                "日期不得早于收案",
                (),
                say(
                    "“{label}”的日期 {on} 早于收案日 {first}",
                    label=rule.label,
                    on=on,
                    first=dossier.entries[0].on,
                ),
                say("请核对日期；此前的行为属于另一卷宗"),
            )
        ]
    return _behind_the_end(dossier, rule, on)


def _behind_the_end(dossier: Dossier, rule: ActRule, on: date) -> list[Refusal]:
    """What coerces or pays is not dated back before an ending known by now: its guards would ask the case as it then was."""
    ending = ended(dossier, date.max) if rule.coerces else None
    if ending is None or ended(dossier, on) is not None:
        return []
    return [
        Refusal(
            "not-behind-the-end",
            "强制或付款的行为不得倒填在结案以前",
            (),
            say("本案已于 {end} 办结，所填日期 {on} 在此之前", end=ending.on, on=on),
            say("请填实际办理的日期；结案有误的，先更正或撤销结案"),
        )
    ]


def refuse(rule: ActRule, guard: str, label: str, stands: str, way_out: str) -> NoReturn:
    """Raise Refused with one reason of the door\'s own."""
    raise Refused(
        [Refusal(guard, label, rule.basis, say("{stands}", stands=stands), say("{way_out}", way_out=way_out))]
    )
