"""The one place that reads the clock. A setting can hold it at a day: the demonstration district lives in June 2017."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The present moment in the courts' time zone; on a held day, the present time of that day."""
    moment = real_now()
    held = held_day()
    return moment if held is None else datetime.combine(held, moment.timetz())


def real_now() -> datetime:
    """The true moment, also where the day is held: for sign-in and its log, which no demonstration may hold still."""
    return datetime.now(ZONE)


def today() -> date:
    """The present day in the courts' time zone."""
    return now().date()


def held_day() -> date | None:
    """The day at which the setting ZHIXING_TODAY holds the clock, or None."""
    text: str = settings.ZHIXING_TODAY
    return date.fromisoformat(text) if text else None
