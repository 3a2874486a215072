"""Schemathesis over every operation: what the document promises holds for requests nobody thought of, and nothing breaks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.cast import COURT, TODAY, assigned, begin, who
from zhixing.api.gate import ROUTES
from zhixing.api.tokens import make
from zhixing.people.models import Officer
from zhixing.people.powers import powers_by_court


@pytest.fixture
def api(served: str) -> schemathesis.BaseSchema:
    """The document, read from the running platform."""
    begin()
    assigned()
    schema = schemathesis.openapi.from_url(f"{served}/api/v1/openapi.json")
    schema.config.generation.update(allow_x00=False)  # refused everywhere, which a JSON schema cannot say
    return schema


@pytest.fixture
def bearer(api: schemathesis.BaseSchema) -> dict[str, str]:
    """A token of the bureau's director."""
    officer = Officer.objects.get(pk=who("director").id)
    powers = powers_by_court(officer, TODAY)[COURT]
    _, text = make(officer, "探测", powers=powers, courts=[COURT], expires_on=date(2017, 12, 31))
    return {"Authorization": f"Bearer {text}"}


def test_no_request_breaks_the_api_or_its_document(
    api: schemathesis.BaseSchema, bearer: dict[str, str]
) -> None:
    for route in ROUTES:
        operation = api[route.address][route.method]

        @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy())
        def probe(case: schemathesis.Case[Any]) -> None:
            # What the schema allows, the law may refuse; and JSON calls 1.0 an integer, which the platform does not.
            case.call_and_validate(headers=bearer, excluded_checks=[positive_data_acceptance])

        probe()
