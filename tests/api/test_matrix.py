"""Who may ask what of the API: matrix.toml, against the table of routes. A route without an entry there fails.

Each route is asked for one case of court 0235 by a token of each role, of another court, and by nobody.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import msgspec
import pytest
from django.db import transaction
from django.test import Client

from tests.api.matrix import asked
from tests.cast import COURT, OTHER_COURT, TODAY, who
from zhixing.api.gate import BASE, ROUTES
from zhixing.api.tokens import make
from zhixing.people.models import Officer
from zhixing.people.powers import powers_by_court
from zhixing.record.scope import EVERY_COURT, see

MATRIX: dict[str, dict[str, int]] = tomllib.loads((Path(__file__).parent / "matrix.toml").read_text())
ROLES = ("officer1", "judge", "filing", "director", "president", "accountant", "inspector")


def token(seat: str, court: str) -> dict[str, str]:
    """The header of a token with all that the officer in that seat holds."""
    see(EVERY_COURT)
    officer = Officer.objects.get(pk=who(seat, court).id)
    powers = powers_by_court(officer, TODAY)[court]
    until = date(2017, 12, 31)
    return {
        "Authorization": "Bearer "
        + make(officer, "矩阵", powers=powers, courts=[court], expires_on=until, coerces=True)[1]
    }


def answered(method: str, path: str, body: object, header: dict[str, str]) -> int:
    """With what status a request is answered; what it did is undone."""
    with transaction.atomic():
        sent = b"" if method == "GET" else msgspec.json.encode(body)
        answer = Client().generic(method, BASE + path, sent, content_type="application/json", headers=header)
        transaction.set_rollback(True)
    return answer.status_code


def test_every_route_has_an_entry_and_no_entry_is_left_over() -> None:
    assert set(MATRIX) == {f"{route.method} {route.address}" for route in ROUTES}


@pytest.mark.django_db
def test_each_role_is_answered_as_the_matrix_says() -> None:
    asking = asked()
    headers: dict[str, dict[str, str]] = {
        "nobody": {},
        **{role: token(role, COURT) for role in ROLES},
        "other_court": token("officer1", OTHER_COURT),
    }
    found: dict[str, dict[str, int]] = {}
    for route in ROUTES:
        name = f"{route.method} {route.address}"
        path, body = asking[name]
        found[name] = {role: answered(route.method, path, body, header) for role, header in headers.items()}
    assert found == MATRIX
