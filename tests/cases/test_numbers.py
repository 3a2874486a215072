"""Case numbers: without gaps whatever fails or runs at once, and no number twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections

from tests.cases.court import ELSEWHERE, Court, court
from tests.cases.stories import FILED
from zhixing.cases.acts.filing import Filed
from zhixing.cases.models import CaseRow, NumberCounter
from zhixing.record import door, scope


def numbers() -> list[str]:
    """The numbers given so far, in their order."""
    return list(CaseRow.objects.exclude(number="").order_by("serial").values_list("number", flat=True))


def file(here: Court, number: str = "", on: date = FILED) -> int:
    """File a complete application; its dossier."""
    dossier = here.application()
    door.enter(dossier, Filed(number=number), here.by(), on=on)
    return dossier


@pytest.mark.django_db
def test_numbers_follow_one_another_and_a_refused_or_tried_filing_takes_none() -> None:
    here = court()
    file(here)
    with pytest.raises(door.Refused):
        door.enter(here.application(acts=3), Filed(), here.by(), on=FILED)
    door.dry_run(here.application(), [door.Step(act=Filed(), by=here.by(), on=FILED)])
    file(here)
    assert numbers() == ["（2017）渝0235执1号", "（2017）渝0235执2号"]


@pytest.mark.django_db
def test_every_year_and_court_counts_for_itself() -> None:
    here, there = court(), court(ELSEWHERE)
    file(here)
    file(here, on=date(2018, 1, 5))
    file(there)
    assert sorted(numbers()) == ["（2017）渝0235执1号", "（2017）渝0236执1号", "（2018）渝0235执1号"]


@pytest.mark.django_db
def test_a_supplied_number_is_kept_in_its_normal_form_and_the_count_goes_on_after_it() -> None:
    here = court()
    file(here, "(2017) 渝0235执 41 号")
    file(here)
    assert numbers() == ["（2017）渝0235执41号", "（2017）渝0235执42号"]


@pytest.mark.django_db
def test_a_number_of_another_case_is_refused_with_its_reason() -> None:
    here = court()
    file(here, "（2017）渝0235执7号")
    with pytest.raises(door.Refused) as refused:
        file(here, "(2017)渝0235执7号")
    assert [each.guard for each in refused.value.refusals] == ["number-free"]


@pytest.mark.django_db
def test_an_old_number_of_before_2016_is_taken_in_and_moves_no_counter() -> None:
    here = court()
    file(here, "（2015）云法民执字第00123号")
    assert numbers() == ["（2015）云法民执字第00123号"]
    assert not NumberCounter.objects.exists()


def test_filings_at_the_same_moment_leave_no_gap_and_no_number_twice(committed: None) -> None:
    here = court()
    waiting = [here.application() for _ in range(8)]
    incomplete = [here.application(acts=3) for _ in range(4)]
    by = here.by()

    def attempt(dossier: int) -> None:
        scope.see([here.code])
        try:
            door.enter(dossier, Filed(), by, on=FILED)
        except door.Refused:
            assert dossier in incomplete
        finally:
            connections.close_all()

    mixed = [each for pair in zip(waiting, [*incomplete, *incomplete], strict=True) for each in pair]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(attempt, mixed))
    assert numbers() == [f"（2017）渝0235执{place}号" for place in range(1, 9)]
