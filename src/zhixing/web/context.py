"""What every page is given: the day, who is signed in, and what they may open."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from zhixing.people.models import Officer
from zhixing.people.powers import powers_anywhere
from zhixing.record import clock
from zhixing.record.power import Power
from zhixing.web.templatetags.zhixing import day

Context = dict[str, str | bool | date | None]


def page(request: HttpRequest) -> Context:
    """Day, posts and menu of the signed-in officer."""
    today = clock.today()
    found: Context = {"today": today, "today_text": day(today), "held": clock.held_day()}
    if isinstance(request.user, Officer):
        held = powers_anywhere(request.user, today)
        found["posts"] = "、".join(
            dict.fromkeys(post.title for post in request.user.posts.all() if post.until is None)
        )
        found["may_file"] = Power.FILING in held
    return found
