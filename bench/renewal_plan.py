"""The renewal plan of a district with 200,000 controls, beside fetching the rows and planning them in Python."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.figure import Figure, side_by_side

COUNT, TODAY = 200_000, date(2017, 6, 15)
GOAL = 2.0  # seconds

Planned = tuple[dict[str, int], list[int]]


def figures() -> list[Figure]:
    """In a database of its own, which is thrown away."""
    with TemporaryDirectory() as state:
        own = {**os.environ, "ZHIXING_VAR": state, "ZHIXING_TODAY": TODAY.isoformat()}
        zhixing = [str(Path(sys.executable).with_name("zhixing"))]
        if not Path(zhixing[0]).exists():
            zhixing = [str(Path(".venv/bin/zhixing").resolve())]
        try:
            subprocess.run([*zhixing, "manage", "migrate"], env=own, check=True, capture_output=True)
            python = str(Path(zhixing[0]).with_name("python"))
            made = subprocess.run(
                [python, "-m", "bench.renewal_plan"], env=own, check=True, capture_output=True, text=True
            )
        finally:
            subprocess.run([*zhixing, "postgres", "stop"], env=own, check=False, capture_output=True)
    ours, theirs = json.loads(made.stdout)
    return [
        Figure(
            "Renewal plan, counts and first page", COUNT, ours, "planning in Python", theirs, theirs / ours, 1
        ),
        Figure("Renewal plan, seconds", COUNT, ours, "two seconds", GOAL, ours / GOAL, 1, most=True),
    ]


def measure() -> None:
    """Fill the table, compare both plans, and print the seconds of each. Run in a process of its own, with its own database."""
    from zhixing.cli.django import setup

    setup()
    from django.db import transaction

    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        with transaction.atomic():
            fill()
        assert ours() == theirs()
        print(json.dumps(side_by_side([ours, theirs])))


def fill() -> None:
    """Controls of all kinds, some without a value, ending from five hundred days ago to a thousand days ahead."""
    from zhixing.assets.kinds import PropertyKind
    from zhixing.assets.models import ControlRow
    from zhixing.law.courts import COURTS
    from zhixing.record.models import DossierHead

    rng, kinds = Random(5), [str(each.value) for each in PropertyKind]
    heads = [
        (each.code, DossierHead.objects.create(kind="case", court=each.code, opened_on=TODAY).pk)
        for each in COURTS
    ]
    rows = (
        ControlRow(
            dossier_id=heads[number % len(heads)][1],
            court=heads[number % len(heads)][0],
            seq=number,
            property=1,
            kind=rng.choice(kinds),
            name="",
            manner="sealed",
            since=TODAY - timedelta(days=400),
            in_force_since=TODAY - timedelta(days=400),
            until=TODAY + timedelta(days=rng.randint(-500, 1000)),
            amount=rng.choice((None, rng.randint(1, 300_000_000))),
        )
        for number in range(COUNT)
    )
    ControlRow.objects.bulk_create(rows, batch_size=5_000)


def ours() -> Planned:
    """The counts and the fifty most pressing, as the page asks for them."""
    from zhixing.assets.renewal_plan import plan

    found = plan(TODAY)
    return {each.value: count for each, count in found.counts.items()}, [row.pk for row in found.rows[:50]]


def theirs() -> Planned:
    """The same of rows fetched and planned one by one with the pure questions."""
    from zhixing.assets.kinds import PropertyKind
    from zhixing.assets.models import ControlRow
    from zhixing.assets.questions.renewal import Urgency, begin_by, urgency
    from zhixing.assets.renewal_plan import YEAR

    counts = dict.fromkeys((each.value for each in Urgency), 0)
    order, ranked = list(Urgency), []
    for row in ControlRow.objects.filter(released_on=None, until__gte=TODAY - YEAR):
        begin = begin_by(PropertyKind(row.kind), row.amount, row.until)
        stands = urgency(begin, row.until, TODAY)
        counts[stands.value] += 1
        if stands is not Urgency.LATER:
            ranked.append((order.index(stands), begin, -(row.amount or 0), row.pk))
    return counts, [each[3] for each in sorted(ranked)[:50]]


if __name__ == "__main__":
    measure()
