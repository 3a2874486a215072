"""Figures about people: the share of enforcement staff in a court's staff."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from zhixing.law.answers import Found, Undetermined
from zhixing.law.texts import say
from zhixing.people.models import OrganisationRow
from zhixing.people.questions import ORGANISED
from zhixing.people.questions import enforcement_share as share_in
from zhixing.record import door
from zhixing.record.indicator import Indicator


def enforcement_staff_share(court: str, on: date) -> Found[Fraction] | Undetermined:
    """The share by the court's last count; undetermined where nobody has counted."""
    row = OrganisationRow.objects.filter(court=court).first()
    if row is None:
        return Undetermined((say("本院还没有建立机构卷宗，没有清点人员"),), (ORGANISED,))
    return share_in(door.read(row.dossier_id), on)


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
