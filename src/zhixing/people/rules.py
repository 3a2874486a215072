"""Rules of a court's organisation: counts that add up and are approved, equipment that is checked in time."""

from __future__ import annotations

from datetime import date

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.layers import Layer
from zhixing.law.periods import Due, years
from zhixing.law.texts import say
from zhixing.people.acts import (
    EquipmentChecked,
    EquipmentReceived,
    EquipmentWithdrawn,
    OfficerClassified,
    OrganisationOpened,
    StaffCounted,
    Work,
)
from zhixing.people.questions import equipment
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Need, Objection, guard

ORGANISED = cite("执行工作规定", 1)
EQUIPPED = cite("执行工作规定", 6)
GROUP = "人员与装备"
DEPARTMENTS = Need("court-departments", list[str])


@guard("清点的部门都是本院部门，各只一行", ORGANISED, on_act=True)
def departments_known(asked: Asked) -> Objection | None:
    """A count names each department of the court at most once, and no other."""
    named = [each.department for each in asked.the(StaffCounted).departments]
    known = asked.fact(DEPARTMENTS)
    unknown = [name for name in named if name not in known]
    if unknown:
        return Objection(
            say("本院没有“{names}”", names="、".join(unknown)),
            say("请从本院部门中选择：{known}", known="、".join(known)),
        )
    twice = sorted({name for name in named if named.count(name) > 1})
    if twice:
        return Objection(say("“{names}”出现两次", names="、".join(twice)), say("请合为一行"))
    return None


@guard("清点有执行部门，人数不为负", ORGANISED, on_act=True)
def count_is_whole(asked: Asked) -> Objection | None:
    """A count without an enforcement department says nothing about enforcement."""
    rows = asked.the(StaffCounted).departments
    if not any(each.work is Work.ENFORCEMENT for each in rows):
        return Objection(say("没有类别为“执行”的部门"), say("请填写执行局的人数"))
    for each in rows:
        numbers = (each.established, each.judges, each.assistants, each.officers)
        if min(*numbers, each.clerks, each.bailiffs, each.administrators, each.hired) < 0:
            return Objection(say("“{name}”有负数", name=each.department), say("人数请填零或正整数"))
    return None


@guard("数量是正整数", EQUIPPED, on_act=True)
def some_equipment(asked: Asked) -> Objection | None:
    """Nothing is not received."""
    if asked.the(EquipmentReceived).count > 0:
        return None
    return Objection(say("数量不是正整数"), say("请填写实际领用的数量"))


@guard("装备在册，数量不超过现有", EQUIPPED, on_act=True)
def equipment_there(asked: Asked) -> Objection | None:
    """What is checked or withdrawn is on the list, and not more than is left."""
    act = asked.act
    if not isinstance(act, EquipmentChecked | EquipmentWithdrawn):
        return None
    found = next(
        (each for each in equipment(asked.dossier, asked.on) if each.entry.seq == act.equipment), None
    )
    if found is None:
        return Objection(
            say("第 {seq} 条不是领用装备", seq=act.equipment), say("请选择在册的装备"), (EquipmentReceived,)
        )
    amount = act.working if isinstance(act, EquipmentChecked) else act.count
    if 0 <= amount <= found.left:
        return None
    return Objection(
        say("所填 {amount}，现有 {left}", amount=amount, left=found.left), say("请核对实物后填写")
    )


RULES = [
    ActRule(
        act=OrganisationOpened,
        label="建立机构卷宗",
        basis=(ORGANISED,),
        by=(Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT),
        purpose="从此记录本院执行人员与装备",
        group=GROUP,
        opens=True,
    ),
    ActRule(
        act=StaffCounted,
        label="清点人员",
        basis=(ORGANISED,),
        by=(Power.DIRECTOR,),
        approved_by=Power.PRESIDENT,
        purpose="各部门编制、员额和在编人数，据以计算执行人员比例",
        guards=(departments_known, count_is_whole),
        needs=(DEPARTMENTS,),
        group=GROUP,
    ),
    ActRule(
        act=OfficerClassified,
        label="人员分类",
        basis=(ORGANISED,),
        by=(Power.DIRECTOR,),
        approved_by=Power.PRESIDENT,
        purpose="确定执行人员的管理类别",
        group=GROUP,
    ),
    ActRule(
        act=EquipmentReceived,
        label="领用装备",
        basis=(EQUIPPED,),
        by=(Power.DIRECTOR, Power.CLERK, Power.BAILIFF),
        purpose="登记车辆、执法记录仪等装备和下次检查的日期",
        guards=(some_equipment,),
        group=GROUP,
    ),
    ActRule(
        act=EquipmentChecked,
        label="检查装备",
        basis=(EQUIPPED,),
        by=(Power.DIRECTOR, Power.CLERK, Power.BAILIFF),
        purpose="登记可用数量和下次检查的日期",
        guards=(equipment_there,),
        group=GROUP,
    ),
    ActRule(
        act=EquipmentWithdrawn,
        label="停用装备",
        basis=(EQUIPPED,),
        by=(Power.DIRECTOR,),
        purpose="登记报废、上缴、遗失的装备",
        guards=(equipment_there,),
        group=GROUP,
    ),
]


def _next_check(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    day: date | None = act.next_check if isinstance(act, EquipmentReceived | EquipmentChecked) else None
    if day is None:
        return Undetermined((say("没有定下次检查的日期"),))
    return Found(Due(day, "", False, day), (say("以所定日期 {day} 为最后一天", day=day),))


def _dated(_dossier: Dossier, opening: Entry[Act]) -> bool:
    act = opening.act
    return isinstance(act, EquipmentReceived | EquipmentChecked) and act.next_check is not None


def _lot(entry: Entry[Act]) -> int:
    act = entry.act
    return act.equipment if isinstance(act, EquipmentChecked | EquipmentWithdrawn) else entry.seq


def _same_lot(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return _lot(opening) == _lot(closing)


DUTIES = [
    DutyRule(
        name="check-equipment",
        label="检查装备",
        holder=Power.DIRECTOR,
        opens_on=(EquipmentReceived, EquipmentChecked),
        limits=(Limit(_next_check, EQUIPPED, Layer.COURT, text="上次登记时所定的日期"),),
        closes_on=(EquipmentChecked, EquipmentWithdrawn),
        when=_dated,
        matches=_same_lot,
    ),
    DutyRule(
        name="count-staff",
        label="清点人员",
        holder=Power.DIRECTOR,
        opens_on=(OrganisationOpened, StaffCounted),
        limits=(Limit(within(years(1)), ORGANISED, Layer.COURT, text="平台通行做法：每年一次"),),
        closes_on=(StaffCounted,),
        latest_only=True,
    ),
]
