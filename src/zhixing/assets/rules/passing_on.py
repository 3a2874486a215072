"""How a preservation's controls go on: in enforcement (民诉法解释 art. 168), or with the court where suit was filed (art. 160).

The case takes each control over as it stands, without a new ruling or a gap; the preservation is told through the outbox and
holds nothing more.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import ControlPassedOn, ControlTakenOver
from zhixing.assets.questions.control import hold
from zhixing.assets.questions.preserved import Preserved
from zhixing.assets.rules.control import GROUP, HANDLERS, not_held_yet
from zhixing.assets.rules.guards import meant, property_stands
from zhixing.cases.acts.filing import CaseType, TitleRecorded
from zhixing.cases.questions import case_type
from zhixing.cases.rules.guards import IN_HAND
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Need, Objection, guard

GOES_ON = cite("民诉法解释", 168)
TURNS_INTO = cite("财产保全规定", 17)
HANDS_OVER = cite("民诉法解释", 160)

# The control of the preservation that an act takes over, as it stands; nothing where there is none.
PRESERVED = Need("preserved", tuple[Preserved, ...])


@guard("本案是执行案件，或者是受移送的保全案件", GOES_ON, HANDS_OVER)
def goes_on_here(asked: Asked) -> Objection | None:
    """What is preserved goes on in enforcement; in another preservation only where its ruling was handed over to that."""
    if case_type(asked.dossier) is not CaseType.PRESERVATION or asked.dossier.first(TitleRecorded):
        return None
    return Objection(say("本案是财产保全案件，不是受移送的"), say("请在执行案件中接续"))


@guard("保全的控制仍然有效", GOES_ON, on_act=True)
def preservation_stands(asked: Asked) -> Objection | None:
    """It was ordered in a preservation, and was neither lifted, nor taken over by another case, nor did it lapse."""
    found = asked.fact(PRESERVED)
    here = case_type(asked.dossier) is not CaseType.PRESERVATION
    if found and found[0].preservation and not found[0].over and (here or found[0].handed_over):
        return None
    if found and found[0].preservation and not found[0].over:
        return Objection(say("保全手续还没有移送"), say("采取诉前保全的法院移送以后，再接续"))
    if not found or not found[0].preservation:
        return Objection(say("没有这一保全案件的控制"), say("请核对保全案号"))
    return Objection(
        say("该控制已经解除、届满或者转入其他执行案件"), say("请另行裁定控制，并核对是否已有他人在先")
    )


@guard("与保全案件的记录一致", GOES_ON, TURNS_INTO, on_act=True)
def as_it_was(asked: Asked) -> Objection | None:
    """Manner, place in line, term and amount go on as they are; the property is the same, and the same debtor's."""
    act, own = asked.the(ControlTakenOver), meant(asked)
    for each in asked.fact(PRESERVED):
        if not each.same_as(act):
            return Objection(
                say("方式、顺位、日期或者金额与保全案件{case}的记录不同", case=each.case),
                say("请从“财产”页面接续，由系统带入"),
            )
        if own is None:
            return None
        told = own.found.act
        same = (told.identifier or "", str(told.kind.value)) == (each.token, each.kind)
        if not same or told.owner not in each.owners:
            return Objection(
                say("本案的这项财产与保全的不是同一项，或者不属于同一人"),
                say("请从“财产”页面接续，由系统带入"),
            )
    return None


@guard("该控制还在本案", GOES_ON, on_act=True)
def held_still(asked: Asked) -> Objection | None:
    """Only what is held is passed on."""
    held = hold(asked.dossier, asked.the(ControlPassedOn).control, date.max)
    if held is not None and held.released is None:
        return None
    return Objection(say("该控制已经解除或者转出"), say("不必再次转出"))


RULES = [
    ActRule(
        act=ControlTakenOver,
        label="保全转为执行控制",
        basis=(GOES_ON, TURNS_INTO, HANDS_OVER),
        by=(Power.SYSTEM, *HANDLERS),
        purpose="保全裁定未撤销、解除的，进入执行后自动转为执行中的控制，顺位和期限连续",
        guards=(*IN_HAND, goes_on_here, property_stands, not_held_yet, preservation_stands, as_it_was),
        needs=(PRESERVED,),
        discloses=Disclosure(sms="assets.control_taken_over"),
        group=GROUP,
        sends=("control-taken-over",),
    ),
    ActRule(
        act=ControlPassedOn,
        label="保全移转执行",
        basis=(GOES_ON, TURNS_INTO),
        by=(Power.SYSTEM,),
        purpose="保全的控制已由执行案件接续",
        guards=(held_still,),
        discloses=Disclosure(),
        group=GROUP,
        internal=True,
    ),
]
