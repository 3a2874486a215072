"""Acts in the dossier of a court's organisation: who works where, who is classified as what, what equipment there is."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from zhixing.record.act import Act, Choice, OfficerId, Prose, Seq, title


class OrganisationAct(Act, frozen=True, kw_only=True):
    """机构行为: an act in the dossier of a court's organisation."""

    dossier_kind: ClassVar[str] = "court-organisation"
    dossier_label: ClassVar[str] = "人员与装备"


class OrganisationOpened(OrganisationAct, frozen=True, kw_only=True, tag="people.organisation_opened"):
    """建立机构卷宗: the court's staffing and equipment are recorded from this day."""

    remark: Annotated[Prose, title("说明")] = ""


class Work(Choice):
    """What a department does, for comparison: enforcement, trial, or what serves both."""

    ENFORCEMENT = "enforcement", "执行"
    TRIAL = "trial", "审判"
    SUPPORT = "support", "综合"


class DepartmentCount(msgspec.Struct, frozen=True, kw_only=True):
    """The people of one department on the day of the count."""

    department: Annotated[str, title("部门")]
    work: Annotated[Work, title("类别")]
    established: Annotated[int, title("编制数")]
    judges: Annotated[int, title("员额法官")] = 0
    assistants: Annotated[int, title("法官助理")] = 0
    officers: Annotated[int, title("执行员")] = 0
    clerks: Annotated[int, title("书记员")] = 0
    bailiffs: Annotated[int, title("司法警察")] = 0
    administrators: Annotated[int, title("行政人员")] = 0
    hired: Annotated[int, title("聘用、派遣人员", "不计入在编人数")] = 0

    @property
    def in_post(self) -> int:
        """People on the establishment; those hired or sent by others are not."""
        return (
            self.judges + self.assistants + self.officers + self.clerks + self.bailiffs + self.administrators
        )


class StaffCounted(OrganisationAct, frozen=True, kw_only=True, tag="people.staff_counted"):
    """清点人员: the people of every department of the court on a day."""

    departments: Annotated[tuple[DepartmentCount, ...], title("各部门人员")]


class Category(Choice):
    """How an officer is managed: categories of the classified management of court staff."""

    JUDGE = "judge", "法官"
    ASSISTANT = "assistant", "审判辅助人员"
    ADMINISTRATIVE = "administrative", "司法行政人员"


class OfficerClassified(OrganisationAct, frozen=True, kw_only=True, tag="people.officer_classified"):
    """人员分类: under which category an officer is managed from this day."""

    officer: Annotated[OfficerId, title("人员")]
    category: Annotated[Category, title("管理类别")]


class Equipment(Choice):
    """What an enforcement bureau works with."""

    VEHICLE = "vehicle", "执法车辆"
    RECORDER = "recorder", "执法记录仪"
    BODY_SET = "body_set", "单兵执法设备"
    RADIO = "radio", "对讲机"
    RESTRAINT = "restraint", "警械用具"


class EquipmentReceived(OrganisationAct, frozen=True, kw_only=True, tag="people.equipment_received"):
    """领用装备: equipment came to the bureau; with its next check."""

    kind: Annotated[Equipment, title("装备")]
    count: Annotated[int, title("数量")]
    name: Annotated[str, title("型号或编号")] = ""
    next_check: Annotated[date | None, title("下次检查", "最后一天")] = None


class EquipmentChecked(OrganisationAct, frozen=True, kw_only=True, tag="people.equipment_checked"):
    """检查装备: how many work, and by when the next check is due."""

    equipment: Annotated[Seq, title("装备", of=("people.equipment_received",))]
    working: Annotated[int, title("可用数量")]
    words: Annotated[Prose, title("检查情况")] = ""
    next_check: Annotated[date | None, title("下次检查", "最后一天")] = None


class EquipmentWithdrawn(OrganisationAct, frozen=True, kw_only=True, tag="people.equipment_withdrawn"):
    """停用装备: equipment that is used no more, and why."""

    equipment: Annotated[Seq, title("装备", of=("people.equipment_received",))]
    count: Annotated[int, title("数量")]
    reason: Annotated[Prose, title("原因")]
