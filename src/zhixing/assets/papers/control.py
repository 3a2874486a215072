"""Rulings on holding property, on renewing it and lifting it, and the order to whoever must assist, in our own wording."""

from __future__ import annotations

from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    DepositTransferred,
    Rank,
)
from zhixing.assets.acts.found import ExemptionEnded, PropertyExempted
from zhixing.assets.kinds import Family, PropertyKind, family
from zhixing.assets.questions.control import Hold, hold, wanted
from zhixing.assets.questions.found import Asset, asset
from zhixing.cases.papers.phrases import (
    called,
    case_clause,
    clerk,
    contact,
    course,
    head,
    members,
    preserving,
    signed,
    titles,
    to,
)
from zhixing.law.answers import Found
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.parties.acts import Role
from zhixing.record.paper import Attachment, Body, Line, Paper, PaperKind, Telling

RECONSIDER = (
    "当事人、利害关系人认为本执行行为违反法律规定的，可以自知道或者应当知道之日起六十日内向本院提出书面异议。"
)


def _thing(told: Telling, found: Asset | None) -> str:
    """A property as papers name it: whose, what, and its number in full."""
    if found is None:
        return "财产"
    act = found.found.act
    number = told.identifier(act.identifier)
    marked = f"（{number}）" if number else ""
    return f"{called(told, Role.DEBTOR)}{told.name(act.owner)}所有的{found.kind.label}“{act.name}”{marked}"


def _assisting(name: str) -> tuple[Line, ...]:
    return (Line(f"请{name}自收到本裁定书和协助执行通知书时起协助执行。"),) if name else ()


def assistance(told: Telling, name: str, what: str) -> tuple[Attachment, ...]:
    """The notice to whoever must assist, which goes out with the ruling; none where the court does it by itself."""
    if not name:
        return ()
    lines = (
        Line(f"{name}：", indented=False),
        Line(f"关于{case_clause(told)}，本院作出的{told.number or '执行'}裁定书已发生法律效力。"),
        Line(f"{told.under}，请协助执行以下事项："),
        Line(what, strong=True),
        Line("请将办理的结果及时书面告知本院。有义务协助执行而拒不协助的，依法承担责任。"),
        Line("附：执行裁定书一份"),
        contact(told),
    )
    return (Attachment("协助执行通知书", lines),)


def _assistant(held: Hold | None) -> str:
    act = held.entry.act if held else None
    return act.assisted_by if isinstance(act, Controlled) else ""


def controlled(told: Telling) -> Body:
    """A property is held, or waits in line: what, how, until when, what is left for living, and why that much."""
    act = told.the(Controlled)
    found = asset(told.dossier, act.property, told.on)
    waiting = "轮候" if act.rank is Rank.WAITING else ""
    sum_wanted = wanted(told.dossier, told.on)
    measure = "裁定保全的数额为" if preserving(told) else "应当履行的债务及执行费用计"
    reason = f"{measure}{paper_sum(sum_wanted.value)}" if isinstance(sum_wanted, Found) else ""
    lines = [
        *head(told),
        Line(
            f"本院在{course(told)}{case_clause(told)}中，依据{titles(told)}，{reason or '查明下列财产可供执行'}。"
        ),
        Line(f"{told.under}，裁定如下："),
        Line(f"{waiting}{act.manner.label}{_thing(told, found)}{_extent(act, found)}。", strong=True),
    ]
    if act.until is not None:
        lines.append(
            Line(
                f"{act.manner.label}期限至{plain_date(act.until)}届满，届满前可以续行；届满未续行的，效力消灭。"
            )
        )
    if act.rank is Rank.WAITING:
        lines.append(Line("在先的查封、扣押、冻结解除或者失效时，本轮候自动生效，期限自生效之日起算。"))
    lines += _left_for_living(act)
    if act.whole:
        lines.append(Line(f"该财产不可分割，且被执行人没有其他足额财产：{act.whole.rstrip('。')}。"))
    lines += _told_to_others(act, found)
    if act.keeper:
        lines.append(Line(f"{act.manner.label}期间由{act.keeper}保管，保管人不得使用、转移、毁损。"))
    lines += [*_assisting(act.assisted_by), Line(RECONSIDER), Line("本裁定立即执行。")]
    until = f"，期限至{plain_date(act.until)}" if act.until is not None else ""
    what = f"{waiting}{act.manner.label}{_thing(told, found)}{_extent(act, found)}{until}。"
    return Body(
        blocks=tuple(lines),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
        attached=assistance(told, act.assisted_by, what),
    )


def _told_to_others(act: Controlled, found: Asset | None) -> list[Line]:
    """What a freeze of a claim or of equity asks of whoever owes it, of the company, and of the registry."""
    who = act.assisted_by or "第三人"
    if found is not None and found.kind is PropertyKind.CLAIM:
        return [Line(f"冻结期间，{who}不得向债务人清偿；要求偿付的，交由本院提存。")]
    if found is not None and found.kind is PropertyKind.EQUITY:
        return [
            Line(
                f"请{act.assisted_by or '登记机关'}在国家企业信用信息公示系统公示，冻结自公示时发生法律效力。"
            ),
            Line("股权所在公司在实施增资、减资、合并、分立等对股权有重大影响的行为前，应当向本院书面报告。"),
        ]
    return []


def _extent(act: Controlled, found: Asset | None) -> str:
    if act.amount is None:
        return ""
    money = found is not None and family(found.kind) is Family.MONEY
    return f"，{'金额' if money else '价值'}以{paper_sum(act.amount)}为限"


def _left_for_living(act: Controlled) -> list[Line]:
    if act.living is not None:
        each = act.living
        return [
            Line(
                f"为被执行人及其所扶养家属保留必需的生活费用{paper_sum(each.amount)}："
                f"{each.people}人，每人每月{paper_sum(each.monthly)}，{each.months}个月"
                f"（标准依据：{each.standard}）。该部分不得冻结。"
            )
        ]
    if act.living_not_kept:
        return [Line(f"未另行保留生活费用，理由：{act.living_not_kept.rstrip('。')}。")]
    return []


def _of(told: Telling, number: int) -> tuple[Hold | None, Asset | None]:
    held = hold(told.dossier, number, told.on)
    return held, asset(told.dossier, held.thing, told.on) if held else None


def renewed(told: Telling) -> Body:
    """The term is prolonged."""
    act = told.the(ControlRenewed)
    held, found = _of(told, act.control)
    manner = held.manner.label if held else "查封、扣押、冻结"
    asked = "根据申请执行人的申请" if act.on_application else "依职权"
    return Body(
        blocks=(
            *head(told),
            Line(
                f"本院在{course(told)}{case_clause(told)}中，{manner}的期限将要届满，{asked}续行：{act.reason}。"
            ),
            Line(f"{told.under}，裁定如下："),
            Line(f"继续{manner}{_thing(told, found)}，期限至{plain_date(act.until)}。", strong=True),
            Line("本裁定立即执行。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
        attached=assistance(
            told,
            _assistant(held),
            f"继续{manner}{_thing(told, found)}，期限至{plain_date(act.until)}。",
        ),
    )


def released(told: Telling) -> Body:
    """A control is lifted, whole or in part."""
    act = told.the(ControlReleased)
    held, found = _of(told, act.control)
    manner = held.manner.label if held else "查封、扣押、冻结"
    part = f"中价值{paper_sum(act.part)}的部分（其余{act.left}继续{manner}）" if act.part else ""
    return Body(
        blocks=(
            *head(told),
            Line(f"本院在{course(told)}{case_clause(told)}中查明：{act.reason.rstrip('。')}。"),
            Line(f"本院认为，本案属于“{act.ground.label}”的情形。{told.under}，裁定如下："),
            Line(f"解除对{_thing(told, found)}{part}的{manner}。", strong=True),
            Line("本裁定送达后立即生效。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
        attached=assistance(told, _assistant(held), f"解除对{_thing(told, found)}{part}的{manner}。"),
    )


def transferred(told: Telling) -> Body:
    """Money is taken from an account or an income."""
    act = told.the(DepositTransferred)
    verb = "提取" if act.income else "划拨"
    found = asset(told.dossier, act.property, told.on)
    what = f"{verb}{_thing(told, found)}中的{paper_sum(act.amount)}至本院{act.into}。"
    return Body(
        blocks=(
            *head(told),
            Line(f"本院在{course(told)}{case_clause(told)}中，{told.under}，裁定如下："),
            Line(what, strong=True),
            *_assisting(act.assisted_by),
            Line(RECONSIDER),
            Line("本裁定立即执行。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
        attached=assistance(told, act.assisted_by, what),
    )


def exempted(told: Telling) -> Body:
    """Both sides learn what is left to the debtor."""
    act = told.the(PropertyExempted)
    found = asset(told.dossier, act.property, told.on)
    part = f"其中{paper_sum(act.amount)}" if act.amount is not None else ""
    both = (*members(told, Role.APPLICANT), *members(told, Role.DEBTOR))
    return Body(
        blocks=(
            to(told, both),
            Line(f"关于{case_clause(told)}，本院查明：{act.reason.rstrip('。')}。"),
            Line(f"{told.under}，{_thing(told, found)}{part}属于{act.ground.label}，本院予以保留。"),
            Line(RECONSIDER),
            contact(told),
        )
    )


def exemption_ended(told: Telling) -> Body:
    """What was left may be enforced on, with the provision made."""
    act = told.the(ExemptionEnded)
    both = (*members(told, Role.APPLICANT), *members(told, Role.DEBTOR))
    return Body(
        blocks=(
            to(told, both),
            Line(f"关于{case_clause(told)}，原为被执行人保留的财产，现查明：{act.reason.rstrip('。')}。"),
            Line(f"{told.under}，本院认定可以对该财产执行。"),
            Line(RECONSIDER),
            contact(told),
        )
    )


PAPERS = [
    Paper(acts=(Controlled,), kind=PaperKind.RULING, write=controlled),
    Paper(acts=(ControlRenewed,), kind=PaperKind.RULING, write=renewed),
    Paper(acts=(ControlReleased,), kind=PaperKind.RULING, write=released),
    Paper(acts=(DepositTransferred,), kind=PaperKind.RULING, write=transferred),
    Paper(acts=(PropertyExempted,), kind=PaperKind.NOTICE, write=exempted),
    Paper(acts=(ExemptionEnded,), kind=PaperKind.NOTICE, write=exemption_ended),
]
