"""The case page: whom the seed drew and how, whether the application came in time, and nothing for another court."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.cases.court import ELSEWHERE, Court, court
from tests.cases.stories import FILED
from zhixing.cases.acts.assignment import Assigned, HandedOver
from zhixing.cases.acts.filing import Filed
from zhixing.people.models import Officer
from zhixing.record import door


def page(who: Court, dossier: int) -> tuple[int, str]:
    """The status and text of the case page as the first officer of that court sees it."""
    client = Client()
    client.force_login(Officer.objects.get(pk=who.officers[0]))
    answer = client.get(f"/cases/{dossier}/")
    return answer.status_code, answer.content.decode()


@pytest.mark.django_db
def test_the_page_names_whom_the_seed_drew_and_says_how() -> None:
    here = court()
    dossier = here.application()
    acts = ((Filed(), FILED), (HandedOver(), FILED), (Assigned(), date(2017, 3, 6)))
    door.enter_all(dossier, [door.Step(act=act, by=here.by(), on=on) for act, on in acts])
    status, text = page(here, dossier)
    assert status == 200
    assert "种子“渝0235 2017-03-06:" in text
    assert "<dt>承办</dt><dd>渝0235的承办" in text
    assert "申请在时效之内" in text


@pytest.mark.django_db
def test_to_another_court_the_case_does_not_exist() -> None:
    here, there = court(), court(ELSEWHERE)
    assert page(there, here.application())[0] == 404
