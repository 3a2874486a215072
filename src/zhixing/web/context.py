"""What every page is given: the day, who is signed in, and what they may open."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import HttpRequest

from zhixing.law.courts import COURTS_BY_CODE
from zhixing.people.access import guarded_that_open
from zhixing.people.models import Notice, Officer
from zhixing.people.powers import powers_anywhere
from zhixing.people.strength import exempt, is_strong
from zhixing.record import clock
from zhixing.record.power import Power
from zhixing.web.templatetags.zhixing import day

Context = dict[str, str | int | bool | date | frozenset[str] | None]


def page(request: HttpRequest) -> Context:
    """Day, posts and menu of the signed-in officer."""
    today = clock.today()
    found: Context = {"today": today, "today_text": day(today), "held": clock.held_day()}
    found["largest_file"] = settings.LARGEST_FILE // (1024 * 1024)
    officer = getattr(request, "user", None)  # a request refused early, as for a strange host, has none
    if isinstance(officer, Officer):
        held = powers_anywhere(officer, today)
        posts = [post for post in officer.posts.all() if post.until is None]
        found["posts"] = "、".join(dict.fromkeys(post.title for post in posts))
        courts = dict.fromkeys(COURTS_BY_CODE[post.court].name_on(today) for post in posts)
        found["own_courts"] = "、".join(courts)  # heads what is printed
        found["may_file"] = Power.FILING in held
        found["may_open"] = guarded_that_open(held)
        found["unread"] = Notice.objects.filter(officer=officer, read_at=None).count()
        found["is_strong"], found["exempt"] = is_strong(request), exempt(officer)
    return found
