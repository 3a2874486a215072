"""The event feed: one CloudEvent an act, in an order that is stable and has no gaps, to be resumed from the last id.

Rows appear when their transaction commits, which is not the order of their ids. So the feed goes by (transaction, id) and shows
only transactions older than every one still running: it is complete up to there, and nothing can come in before it later.
"""

from __future__ import annotations

import re

from django.db import connection

from zhixing.api.problem import Problem
from zhixing.api.routing import LIMIT, Answer, Ask, Param, Route
from zhixing.api.shapes import CloudEvent, EventData

MEDIA = "application/cloudevents-batch+json"
ID = re.compile(r"^(\d{1,19})-(\d{1,18})$")
AFTER = """
    SELECT xact::text || '-' || id, court, dossier_id, seq, type, on_day, recorded_at FROM record_act
    WHERE (xact, id) > (%s::xid8, %s) AND xact < pg_snapshot_xmin(pg_current_snapshot()) AND court = ANY(%s)
    ORDER BY xact, id LIMIT %s
"""


def events(ask: Ask) -> Answer:
    """Events after a given one, oldest first; an empty list means there is nothing new yet."""
    after = ID.match(ask.text("after") or "0-0")
    if after is None:
        raise Problem(422, "malformed", "内容不合要求", "应为上一次收到的最后一个事件的 id", at="?after")
    with connection.cursor() as cursor:
        cursor.execute(AFTER, [str(int(after[1])), int(after[2]), list(ask.holder.courts), ask.limit()])
        rows = cursor.fetchall()
    found = [
        CloudEvent(
            id=row[0],
            source=f"/api/v1/courts/{row[1]}",
            type=f"zhixing.{row[4]}",
            subject=f"/api/v1/cases/{row[2]}",
            time=row[6],
            data=EventData(row[2], row[3], row[1], row[4], row[5]),
        )
        for row in rows
    ]
    return Answer(found, media=MEDIA)


ROUTES = (
    Route(
        "GET",
        "/events",
        "事件：新录入的行为（CloudEvents）",
        events,
        list[CloudEvent],
        media=MEDIA,
        params=(Param("after", "上一次收到的最后一个事件的 id；从头读时不写", "event"), LIMIT),
    ),
)
