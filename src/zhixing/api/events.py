"""The event feed: one CloudEvent an act, in an order that is stable and has no gaps, to be resumed from the last id.

Rows appear when their transaction commits, which is not the order in which they were written. So each act is given its place once
it has committed (record.places), and the feed goes by places: nothing can come in before what was read.
"""

from __future__ import annotations

from django.db import connection

from zhixing.api.routing import LIMIT, Answer, Ask, Param, Route
from zhixing.api.shapes import CloudEvent, EventData
from zhixing.record.places import give_places

MEDIA = "application/cloudevents-batch+json"
AFTER = """
    SELECT l.id, a.court, a.dossier_id, a.seq, a.type, a.on_day, a.recorded_at
    FROM record_leaf l JOIN record_act a ON a.dossier_id = l.dossier_id AND a.seq = l.seq
    WHERE l.id > %s AND l.court = ANY(%s) ORDER BY l.id LIMIT %s
"""


def events(ask: Ask) -> Answer:
    """Events after a given one, oldest first; an empty list means there is nothing new yet."""
    give_places()
    with connection.cursor() as cursor:
        cursor.execute(AFTER, [ask.whole("after", 0, 10**18), list(ask.holder.courts), ask.limit()])
        rows = cursor.fetchall()
    found = [
        CloudEvent(
            id=str(row[0]),
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
        params=(Param("after", "上一次收到的最后一个事件的 id；从头读时不写", "cursor"), LIMIT),
    ),
)
