"""The working of a plan in words: each step, its base, each formula. Page, paper and command line print the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhixing.law.distribution import Distribution, Line, Stage, Step
from zhixing.law.money import Fen, show
from zhixing.law.texts import Text, say


@dataclass(frozen=True, slots=True)
class Told:
    """A step in words, with a sentence for each claim."""

    step: Step
    heading: Text
    base: Text
    lines: tuple[Text, ...]


def working(found: Distribution) -> tuple[Told, ...]:
    """The whole working, in the order of the law."""
    return tuple(
        Told(step, heading(nth, step), base(step), tuple(formula(step, line) for line in step.lines))
        for nth, step in enumerate(found.steps, 1)
    )


def heading(nth: int, step: Step) -> Text:
    """Which step it is."""
    of = say("第{nth}步 {stage}", nth=nth, stage=step.stage.value)
    if step.pot and step.stage is Stage.PRIORITY:
        template = "第{nth}步 {stage}（{pot}，第{place}顺位）"
        return say(template, nth=nth, stage=step.stage.value, pot=step.pot, place=step.place)
    if step.pot:
        return say("第{nth}步 {stage}（{pot}）", nth=nth, stage=step.stage.value, pot=step.pot)
    if step.place:
        template = "第{nth}步 {stage}（控制顺序第{place}）"
        return say(template, nth=nth, stage=step.stage.value, place=step.place)
    return of


def base(step: Step) -> Text:
    """What was there, what was claimed, what remains."""
    return say(
        "可分配 {available} 元，应受偿 {base} 元，本步分出 {paid} 元，余 {left} 元",
        available=show(step.available),
        base=show(step.base),
        paid=show(step.paid),
        left=show(step.available - step.paid),
    )


def formula(step: Step, line: Line) -> Text:
    """How one claim's part came out."""
    if step.available >= step.base:
        return say("债权{claim}：足额受偿 {paid} 元", claim=line.claim, paid=show(line.paid))
    if len(step.lines) == 1:
        template = "债权{claim}：应受偿 {base} 元，受偿余款 {paid} 元"
        return say(template, claim=line.claim, base=show(line.base), paid=show(line.paid))
    return say(
        "债权{claim}：{available}×{base}÷{total}＝{paid} 元",
        claim=line.claim,
        available=show(step.available),
        base=show(line.base),
        total=show(step.base),
        paid=show(line.paid),
    )


def printed(found: Distribution, pots: Sequence[tuple[str, Fen]]) -> Iterator[Text]:
    """The working line by line, from what is distributed to what is left."""
    for name, amount in pots:
        yield say("待分配款项 {name}：{amount} 元", name=name, amount=show(amount))
    for told in working(found):
        yield told.heading
        yield told.base
        yield from told.lines
    for share in found.shares:
        yield say(
            "债权{claim}共受偿 {total} 元：费用 {costs}，利息 {interest}，主债务 {principal}，加倍部分 {doubled}",
            claim=share.claim,
            total=show(share.total),
            costs=show(share.costs),
            interest=show(share.interest),
            principal=show(share.principal),
            doubled=show(share.doubled),
        )
    yield say("余款 {left} 元，退还被执行人或者留待继续执行", left=show(found.left))
