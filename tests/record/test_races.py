"""Two connections at once: on one dossier one goes after the other; numbers have no gaps and no doubles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection

from tests import cast
from zhixing.cases.acts.filing import Filed, LivelihoodCategory, LivelihoodFlagged
from zhixing.cases.models import CaseRow
from zhixing.record import chain, door
from zhixing.record.catalogue import installed
from zhixing.record.scope import EVERY_COURT, see

TOGETHER = 4


@pytest.fixture(autouse=True)
def district(committed: None) -> Iterator[None]:
    cast.begin()
    yield
    see(())


def at_once(works: list[Callable[[], object]]) -> list[object]:
    """Run each work in a thread and connection of its own, all starting at the same moment."""
    start = Barrier(len(works))

    def run(work: Callable[[], object]) -> object:
        try:
            see(EVERY_COURT)
            start.wait()
            return work()
        except (door.Stale, door.Refused) as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def test_of_those_who_saw_the_same_record_one_writes() -> None:
    number = cast.filed()
    seen, by = door.read(number).head, cast.who("filing")
    flag = LivelihoodFlagged(category=LivelihoodCategory.WAGES)

    def work() -> object:
        return door.enter(number, flag, by, on=cast.FILED, expect=seen).seq

    done = at_once([work] * TOGETHER)
    assert sorted(type(each).__name__ for each in done) == ["Stale"] * (TOGETHER - 1) + ["int"]
    assert list(chain.verify(installed())) == []


def test_those_who_do_not_mind_write_one_after_the_other() -> None:
    number = cast.filed()
    by, before = cast.who("filing"), door.read(number).head
    flag = LivelihoodFlagged(category=LivelihoodCategory.WAGES)
    done = at_once([lambda: door.enter(number, flag, by, on=cast.FILED).seq] * TOGETHER)
    assert sorted(each for each in done if isinstance(each, int)) == [
        before + n for n in range(1, TOGETHER + 1)
    ]
    assert list(chain.verify(installed())) == []


def test_cases_filed_at_once_get_numbers_without_gaps() -> None:
    numbers = [cast.received() for _ in range(TOGETHER)]
    by = cast.who("filing")
    at_once([partial(door.enter, number, Filed(), by, on=cast.FILED) for number in numbers])
    serials = CaseRow.objects.order_by("serial").values_list("serial", flat=True)
    assert list(serials) == list(range(1, TOGETHER + 1))
