"""What every act of a plan's dossier has in common: the kind of its dossier."""

from __future__ import annotations

from typing import Annotated, ClassVar, TypeAlias

import msgspec

from zhixing.record.act import Act


class PlanAct(Act, frozen=True, kw_only=True):
    """计划行为: an act in the dossier of a work plan."""

    dossier_kind: ClassVar[str] = "plan"
    dossier_label: ClassVar[str] = "工作方案"


# The number of a measure in the plan.
MeasureNo: TypeAlias = Annotated[int, msgspec.Meta(ge=1, title="措施", extra={"kind": "measure"})]
