"""Files that no act names go after a day; those named, proposed, or sent again stay, and nothing of another court goes."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from django.core.files.storage import default_storage

from tests.api.test_files import returned
from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, who
from zhixing.record import clock, door, files
from zhixing.record.acts import Corrected
from zhixing.record.models import StoredFile
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.tasks import throw_away_unnamed_files


@pytest.fixture
def case(db: None) -> int:
    """A case in hand of officer1."""
    begin()
    return assigned()


def kept(text: str, court: str = COURT, *, days: int = 2) -> StoredFile:
    """A file sent so many days ago."""
    file = files.keep(court, "回执.txt", text.encode(), 1)
    StoredFile.objects.filter(pk=file.pk).update(kept_at=clock.now() - timedelta(days=days))
    return file


def test_what_no_act_names_goes_after_a_day_with_its_bytes(case: int) -> None:
    named, refused, fresh = kept("入卷"), kept("被拒绝"), kept("今天", days=0)
    same_elsewhere = kept("入卷", OTHER_COURT)
    door.enter(case, returned(case, named.sha256), who("officer1"), on=TODAY)
    throw_away_unnamed_files(0)
    see(EVERY_COURT)
    assert set(StoredFile.objects.values_list("pk", flat=True)) == {named.pk, fresh.pk}
    assert not default_storage.exists(refused.place) and not default_storage.exists(same_elsewhere.place)
    assert files.content_of(named) == "入卷".encode()


def test_what_a_correction_names_stays(case: int) -> None:
    first, second = kept("错的"), kept("对的")
    entry = door.enter(case, returned(case, first.sha256), who("officer1"), on=TODAY)
    right = msgspec.Raw(msgspec.json.encode(returned(case, second.sha256)))
    correction = Corrected(entry=entry.seq, act=right, reason="传错了文件")
    door.propose(case, door.Step(act=correction, by=who("officer1"), on=TODAY))
    assert files.throw_away_unnamed(clock.now() - timedelta(days=1)) == 0
    assert StoredFile.objects.count() == 2


def test_what_is_sent_again_or_about_to_be_named_waits_another_day(case: int) -> None:
    again, about = kept("再传"), kept("将要入卷")
    files.keep(COURT, "回执.txt", "再传".encode(), 1)
    assert files.objection(COURT, [returned(case, about.sha256)]) is None
    assert files.throw_away_unnamed(clock.now() - timedelta(days=1)) == 0
    assert set(StoredFile.objects.values_list("pk", flat=True)) == {again.pk, about.pk}


def test_a_connection_that_sees_one_court_throws_away_nothing_of_another(case: int) -> None:
    kept("别院的", OTHER_COURT)
    see((COURT,))
    assert files.throw_away_unnamed(clock.now()) == 0
    see(EVERY_COURT)
    assert StoredFile.objects.count() == 1
