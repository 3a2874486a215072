"""Figures about people: the share of enforcement staff in a court's staff."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from zhixing.law.answers import Undetermined
from zhixing.law.texts import say
from zhixing.people.models import OrganisationRow
from zhixing.people.questions import ORGANISED
from zhixing.people.questions import enforcement_share as share_in
from zhixing.record import door
from zhixing.record.indicator import Indicator, Measured


def enforcement_staff_share(courts: Sequence[str], on: date) -> Mapping[str, Measured]:
    """The share by each court's last count; undetermined where nobody has counted."""
    numbers = OrganisationRow.objects.filter(court__in=courts).values_list("dossier_id", flat=True)
    found = {dossier.court: share_in(dossier, on) for dossier in door.read_many(sorted(numbers))}
    missing = Undetermined((say("本院还没有建立机构卷宗，没有清点人员"),), (ORGANISED,))
    return {court: found.get(court, missing) for court in courts}


INDICATORS = (
    Indicator(
        name="enforcement-staff-share",
        label="执行人员配备比例",
        unit="%",
        of="执行部门在编人数占全院在编人数的比例",
        measure=enforcement_staff_share,
        cites=(ORGANISED,),
    ),
)
