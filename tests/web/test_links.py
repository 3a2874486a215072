"""Nobody is led where they are turned away: the links of every page, for every seat, against the powers their pages ask."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.http import Http404
from django.test import Client
from django.urls import resolve

from tests.cast import COURT, TODAY, begin, who
from tests.funds.cast import bank_account, taken
from tests.funds.cast import statement as bank_statement
from tests.web.test_permissions import paths
from zhixing.people.access import may_open
from zhixing.people.models import Notice, Officer
from zhixing.people.powers import powers_anywhere
from zhixing.record import clock
from zhixing.record.scope import EVERY_COURT, see

LINK = re.compile(r'href="(/[^"#]*)')
ABOVE = "渝02"
PAPERS = ("document", "document-word", "volume", "case-export", "file")
SEATS = (
    "officer1",
    "filing",
    "director",
    "accountant",
    "inspector",
    "administrator",
)  # the last of the court above


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
        officer = Officer.objects.get(pk=who(seat, ABOVE if seat == "administrator" else COURT).id)
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


@pytest.mark.django_db
def test_a_notice_about_what_has_a_page_for_others_leads_to_its_record() -> None:
    begin()
    bank_account()
    about = taken(bank_statement(0, 500)).dossier
    for seat, leads in (("officer1", f"/dossiers/{about}/"), ("accountant", f"/funds/statements/{about}/")):
        officer = Officer.objects.get(pk=who(seat).id)
        see(EVERY_COURT)
        told = Notice.objects.create(
            officer=officer, dossier_id=about, court=COURT, text="已批准", at=clock.now()
        )
        client = Client()
        client.force_login(officer)
        answer = client.get(f"/notices/{told.pk}/", follow=True)
        assert (answer.status_code, answer.redirect_chain[-1][0]) == (200, leads), seat
