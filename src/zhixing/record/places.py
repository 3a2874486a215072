"""Giving acts their places: one after another, when they are asked for, in an order that never changes afterwards.

Acts commit in any order. A place is given only to what has committed, by one giver at a time, so nothing ever comes in before a
place already given, none is left out, and a restored copy of the database goes on where the original stood.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection, transaction

from zhixing.record.models import Leaf

AT_ONCE = 2000  # dossiers
GIVE = """
    WITH waiting AS (
        SELECT id, placed, head_seq FROM record_dossier
        WHERE head_seq > placed ORDER BY id LIMIT %s FOR NO KEY UPDATE SKIP LOCKED
    ), acts AS (
        SELECT a.court, a.dossier_id, a.seq, a.hash, a.recorded_at,
               row_number() OVER (PARTITION BY a.court ORDER BY a.recorded_at, a.dossier_id, a.seq) AS own
        FROM record_act a JOIN waiting w ON a.dossier_id = w.id AND a.seq > w.placed AND a.seq <= w.head_seq
    ), last AS (
        SELECT court, coalesce((SELECT max(place) FROM record_leaf l WHERE l.court = c.court), -1) AS place
        FROM (SELECT DISTINCT court FROM acts) c
    ), given AS (
        INSERT INTO record_leaf (id, court, place, dossier_id, seq, hash)
        SELECT nextval('record_leaf_id'), court, place, dossier_id, seq, hash FROM (
            SELECT acts.court, last.place + own AS place, dossier_id, seq, hash
            FROM acts JOIN last USING (court) ORDER BY recorded_at, dossier_id, seq
        ) in_order
    )
    UPDATE record_dossier d SET placed = w.head_seq FROM waiting w WHERE d.id = w.id
"""


def give_places() -> None:
    """Give a place to every committed act of the courts in sight that has none; those being written now get theirs next time."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('record.places'))")
        while True:
            cursor.execute(GIVE, [AT_ONCE])
            if cursor.rowcount < AT_ONCE:
                return


def leaves(court: str, size: int) -> Iterator[bytes]:
    """The hashes of a court's first acts, in the order of their places."""
    found = Leaf.objects.filter(court=court, place__lt=size).order_by("place").values_list("hash", flat=True)
    return (bytes(each) for each in found.iterator(chunk_size=10_000))
