"""Figures about cases: the share of enforcement cases with a listed debtor, once listings are recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.indicator import Indicator, Measured


def listed_debtor_share(courts: Sequence[str], _on: date) -> Mapping[str, Measured]:
    """Cannot be told: no room records listings yet."""
    missing = Undetermined(
        (say("失信被执行人名单尚未在本系统登记，纳入案件数无从统计"),), (cite("失信规定", 1),)
    )
    return dict.fromkeys(courts, missing)


INDICATORS = (
    Indicator(
        name="listed-debtor-share",
        label="失信被执行人适用率",
        unit="%",
        of="纳入失信名单的案件占执行案件的比例",
        measure=listed_debtor_share,
        cites=(cite("失信规定", 1),),
    ),
)
