"""The last statements of a transaction are sent together with its commit: what they wrote is there, or nothing is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests import cast
from zhixing.cases.acts.filing import LivelihoodCategory, LivelihoodFlagged
from zhixing.cases.models import CaseRow
from zhixing.record import chain, door, writing
from zhixing.record.catalogue import installed
from zhixing.record.scope import EVERY_COURT, see

WAGES = LivelihoodFlagged(category=LivelihoodCategory.WAGES)


@pytest.fixture
def case(committed: None) -> Iterator[int]:
    cast.begin()
    see(EVERY_COURT)
    yield cast.filed()
    see(())


def flag(number: int) -> None:
    with door.undivided(last=True):
        door.enter(number, WAGES, cast.who("filing"), on=cast.FILED)
        assert connection.connection.pgconn.pipeline_status  # nothing waited for yet


def in_new_connection(number: int) -> tuple[int, str]:
    """Head and read model as somebody else sees them."""
    connection.close()
    see(EVERY_COURT)
    return door.read(number).head, CaseRow.objects.get(dossier_id=number).livelihood


def test_what_was_sent_with_the_commit_is_there(case: int) -> None:
    before = door.read(case).head
    done: list[int] = []
    with transaction.atomic():
        transaction.on_commit(lambda: done.append(CaseRow.objects.count()))
    flag(case)
    assert not connection.connection.pgconn.pipeline_status
    assert (done, door.read(case).head) == ([1], before + 1)
    assert in_new_connection(case) == (before + 1, WAGES.category.value)
    assert list(chain.verify(installed())) == []


def test_of_what_the_database_refuses_nothing_is_there(case: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = door.read(case).head
    with monkeypatch.context() as patched:
        patched.setattr(writing, "link", lambda _previous, _body: b"\x01" * 32)
        with pytest.raises(IntegrityError, match="does not follow its last act"):
            flag(case)
    assert not connection.connection.pgconn.pipeline_status
    assert in_new_connection(case) == (before, "")
    flag(case)
    assert in_new_connection(case) == (before + 1, WAGES.category.value)


def test_what_is_given_up_leaves_nothing(case: int) -> None:
    before = door.read(case).head
    with pytest.raises(RuntimeError), door.undivided(last=True):
        door.enter(case, WAGES, cast.who("filing"), on=cast.FILED)
        raise RuntimeError
    assert not connection.connection.pgconn.pipeline_status
    assert in_new_connection(case) == (before, "")


def test_within_another_transaction_nothing_waits_for_its_end(case: int) -> None:
    with transaction.atomic():
        with door.undivided(last=True):
            door.enter(case, WAGES, cast.who("filing"), on=cast.FILED)
        assert not connection.connection.pgconn.pipeline_status


def test_a_lost_connection_leaves_nothing_open(case: int) -> None:
    before = door.read(case).head
    with pytest.raises(DatabaseError), door.undivided(last=True):
        door.enter(case, WAGES, cast.who("filing"), on=cast.FILED)
        connection.connection.pgconn.finish()
    assert in_new_connection(case) == (before, "")
    flag(case)
    assert in_new_connection(case) == (before + 1, WAGES.category.value)
