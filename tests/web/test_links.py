"""Nobody is led where they are turned away: the links of every page, for every seat, against the powers their pages ask."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.http import Http404
from django.test import Client
from django.urls import resolve

from tests.cast import COURT, TODAY, who
from tests.web.test_permissions import paths
from zhixing.people.access import may_open
from zhixing.people.models import Officer
from zhixing.people.powers import powers_anywhere

LINK = re.compile(r'href="(/[^"#]*)')
PAPERS = ("document", "document-word", "volume", "case-export", "file")
SEATS = ("officer1", "filing", "director", "accountant", "inspector")


def name_of(link: str) -> str:
    """The name of the page a link leads to; empty for what is no page."""
    try:
        return resolve(urlsplit(link).path).url_name or ""
    except Http404:
        return ""


@pytest.mark.django_db
def test_no_page_has_a_link_to_one_that_its_reader_may_not_open() -> None:
    addresses = paths()
    wrong = []
    for seat in SEATS:
        officer = Officer.objects.get(pk=who(seat, COURT).id)
        client, held = Client(), powers_anywhere(officer, TODAY)
        client.force_login(officer)
        for name, path in addresses.items():
            if name in PAPERS:
                continue
            answer = client.get(path)
            if answer.status_code != 200 or "text/html" not in answer.headers["Content-Type"]:
                continue
            found = {each: name_of(each) for each in LINK.findall(answer.content.decode())}
            wrong += [
                f"{seat}, {name}: {link}" for link, to in found.items() if to and not may_open(to, held)
            ]
    assert not wrong, "\n".join(wrong)
