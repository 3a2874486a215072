"""How long something took, in the words of pages."""

from __future__ import annotations

from datetime import timedelta

from django import template

from zhixing.law.texts import Text, say

register = template.Library()
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@register.filter
def lasting(span: timedelta | None) -> Text | str:
    """A span in its largest fitting unit, or a dash for none."""
    if span is None:
        return "—"
    if span >= DAY:
        return say("{count} 天", count=span // DAY)
    if span >= HOUR:
        return say("{count} 小时", count=span // HOUR)
    if span >= MINUTE:
        return say("{count} 分钟", count=span // MINUTE)
    return say("不到一分钟")
