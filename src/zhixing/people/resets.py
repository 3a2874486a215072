"""A lost second factor is taken away by two persons, neither of them its owner: an administrator asks, another decides.

Whoever could take it away alone could sign in as anyone whose password they know. The rows of the requests are the log.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from zhixing.law.texts import Text, say
from zhixing.people.models import FactorReset, Notice, Officer, OpenSession, Post
from zhixing.people.powers import posts_on, powers_anywhere, powers_by_court
from zhixing.people.sessions import end
from zhixing.people.strength import drop_factors, has_factor
from zhixing.record import clock
from zhixing.record.power import Power
from zhixing.record.scope import seeing

LEADERS = (Power.PRESIDENT, Power.VICE_PRESIDENT, Power.DIRECTOR)
DECIDERS = (*LEADERS, Power.ADMINISTRATOR)
LAPSES = timedelta(days=7)


class NotReset(ValueError):
    """A reset that may not be asked or decided; the sentence says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


def ask(officer: Officer, by: Officer, reason: str) -> FactorReset:
    """Ask to take the officer's second factor away, and tell those who may decide. Raises NotReset."""
    if by.pk == officer.pk:
        raise NotReset(say("不能申请重置自己的第二因素。请由另一名管理员申请"))
    if not reason.strip():
        raise NotReset(say("请写明原因，以及怎样核实了是本人"))
    if not has_factor(officer):
        raise NotReset(say("{name}没有第二因素，不需要重置", name=officer.name))
    now = clock.real_now()
    with transaction.atomic():
        open_ones = FactorReset.objects.select_for_update().filter(officer=officer, decided_at=None)
        open_ones.filter(asked_at__lte=now - LAPSES).update(decided_at=now)
        if open_ones.exists():
            raise NotReset(say("已有一项申请等待批准"))
        made = FactorReset.objects.create(
            officer=officer, reason=reason.strip()[:200], asked_by=by, asked_at=now
        )
    for each in Officer.objects.filter(is_active=True, pk__in=_leaders_of(officer)):
        if may_decide(each, made):
            _tell(each, f"{by.name}申请重置{officer.name}的第二因素，请核实本人后决定", "resets")
    return made


def _leaders_of(officer: Officer) -> set[int]:
    courts = {post.court for post in posts_on(officer, clock.today())}
    wanted = [power.value for power in DECIDERS]
    return set(
        Post.objects.filter(court__in=courts, powers__overlap=wanted).values_list("officer_id", flat=True)
    )


def may_decide(by: Officer, asked: FactorReset) -> bool:
    """Whether this person may decide: another administrator, or a leader of a court the officer works in; no one involved."""
    if by.pk in (asked.officer_id, asked.asked_by_id):
        return False
    day = clock.today()
    if Power.ADMINISTRATOR in powers_anywhere(by, day):
        return True
    held = powers_by_court(by, day)
    return any(
        held.get(post.court, frozenset()).intersection(LEADERS) for post in posts_on(asked.officer, day)
    )


def waiting(by: Officer) -> list[FactorReset]:
    """The requests that this person may decide, oldest first."""
    since = clock.real_now() - LAPSES
    found = FactorReset.objects.filter(decided_at=None, asked_at__gt=since).order_by("asked_at")
    return [each for each in found.select_related("officer", "asked_by") if may_decide(by, each)]


def decide(number: int, by: Officer, *, approved: bool) -> FactorReset:
    """Decide a request. Approved, the factor is gone, every session ended and the officer told. Raises NotReset."""
    now = clock.real_now()
    with transaction.atomic():
        rows = FactorReset.objects.select_for_update(of=("self",)).select_related("officer")
        asked = rows.filter(pk=number, decided_at=None, asked_at__gt=now - LAPSES).first()
        if asked is None:
            raise NotReset(say("这项申请已经办结，或已过七天失效"))
        if not may_decide(by, asked):
            raise NotReset(
                say("不能由本人、申请人或其他法院的人决定。请由该院院领导、局长或另一名管理员决定")
            )
        asked.decided_by, asked.decided_at, asked.approved = by, now, approved
        asked.save(update_fields=["decided_by", "decided_at", "approved"])
        if approved:
            drop_factors(asked.officer)
            sessions = OpenSession.objects.filter(officer=asked.officer)
            end(asked.officer, list(sessions.values_list("pk", flat=True)))
            _tell(
                asked.officer,
                f"您的第二因素已由{by.name}批准重置，请重新登记；不是您要求的，请立即告知管理员",
                "security",
            )
    return asked


def _tell(officer: Officer, text: str, page: str) -> None:
    """A notice that leads to a page. Notices lie under a court: one in which they work."""
    court = next((post.court for post in posts_on(officer, clock.today())), "")
    if not court:
        return
    with seeing([court]):
        Notice.objects.create(officer=officer, court=court, page=page, text=text[:200], at=clock.now())
