"""Which powers an officer holds in which court on a day. A post in the intermediate court sees the whole district."""

from __future__ import annotations

from datetime import date

from zhixing.law.courts import COURTS, INTERMEDIATE_COURT
from zhixing.people.models import Officer, Post
from zhixing.record.dossier import Actor
from zhixing.record.power import Power

Held = dict[str, frozenset[Power]]
# Whoever holds one of these in the intermediate court acts in its district as the court above.
OF_THE_COURT_ABOVE = frozenset(
    (Power.OFFICER, Power.JUDGE, Power.PANEL, Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT)
)
# Looking after accounts needs no sight of any dossier.
WITHOUT_DOSSIERS = frozenset((Power.ADMINISTRATOR,))


def posts_on(officer: Officer, on: date) -> list[Post]:
    """The posts an officer holds that day; none when they have left."""
    if not officer.is_active:
        return []
    known = officer.posts.all() if officer.known_posts is None else officer.known_posts
    return [post for post in known if post.since <= on and (post.until is None or on < post.until)]


def powers_by_court(officer: Officer, on: date) -> Held:
    """Court code → powers the officer holds there that day: by their posts, and in the district of the intermediate court."""
    found: dict[str, set[Power]] = {}
    for post in posts_on(officer, on):
        found.setdefault(post.court, set()).update(Power(value) for value in post.powers)
    if found.get(INTERMEDIATE_COURT.code, set()) & OF_THE_COURT_ABOVE:
        for court in COURTS:
            if court != INTERMEDIATE_COURT:
                found.setdefault(court.code, set()).add(Power.HIGHER_COURT)
    return {court: frozenset(powers) for court, powers in found.items()}


def powers_anywhere(officer: Officer, on: date) -> frozenset[Power]:
    """Every power the officer holds in any court that day."""
    return frozenset().union(*powers_by_court(officer, on).values())


def courts_seen(officer: Officer, on: date) -> tuple[str, ...]:
    """The courts whose dossiers the officer may see: their own; with a post in the intermediate court, the district."""
    own = {post.court for post in posts_on(officer, on) if {*map(Power, post.powers)} - WITHOUT_DOSSIERS}
    if INTERMEDIATE_COURT.code in own:
        return tuple(court.code for court in COURTS)
    return tuple(sorted(own))


def actor(officer: Officer, court: str, on: date, *, strong: bool = False) -> Actor:
    """The officer as they act in that court that day, with the powers they hold there; `strong` as they signed in."""
    posts = posts_on(officer, on)
    own = [post for post in posts if post.court == court] or posts
    held = powers_by_court(officer, on).get(court, frozenset())
    return Actor(
        kind="officer",
        id=officer.pk,
        name=officer.name,
        post="、".join(dict.fromkeys(post.title for post in own if post.court == own[0].court)),
        court=own[0].court if own else "",
        powers=tuple(sorted(power.value for power in held)),
        strong=strong,
    )
