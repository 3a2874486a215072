"""The wall between courts stands in the database: every table that names a court, or hangs on a dossier, is behind it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models
from tests.cast import COURT, OTHER_COURT, assigned, begin

from zhixing.record.models import DossierHead
from zhixing.record.scope import see

pytestmark = pytest.mark.django_db

# Where people belong is known to all courts of the district: it decides what they may see, so it cannot itself hang on that.
KNOWN_TO_ALL = {"people_department", "people_post"}
# Which cases the demonstration's generator has made: two numbers and the dossier's, of invented cases only.
DEMONSTRATION = {"simulate_loaded"}
# Forced, and no policy lets anything by unasked; a partition of the acts has no policy: nobody reaches it but through the whole.
FORCED = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relrowsecurity AND c.relforcerowsecurity
      AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND (p.polqual IS NULL OR p.polwithcheck IS NULL))
"""
WITH_COURT = """
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name = 'court'
"""


def names(query: str) -> set[str]:
    """The first column of what the query answers."""
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {str(name) for (name,) in cursor.fetchall()}


def with_court() -> list[type[models.Model]]:
    """The models whose rows name a court and are behind the wall."""
    return [
        model
        for model in apps.get_models()
        if any(field.column == "court" for field in model._meta.concrete_fields)
        and model._meta.db_table not in KNOWN_TO_ALL
    ]


def test_every_table_with_a_court_has_forced_row_level_security() -> None:
    assert names(WITH_COURT) - names(FORCED) == KNOWN_TO_ALL


def test_every_table_that_hangs_on_a_dossier_names_its_court() -> None:
    hanging = {
        model._meta.db_table
        for model in apps.get_models()
        if any(field.related_model is DossierHead for field in model._meta.concrete_fields)
    }
    assert hanging - DEMONSTRATION <= names(WITH_COURT)


def test_a_table_without_its_policy_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE unprotected (court varchar(8))")
    assert "unprotected" in names(WITH_COURT) - names(FORCED)


def test_through_the_models_another_court_sees_no_row() -> None:
    begin()
    assigned(COURT)
    see([COURT])
    filled = {model.__name__ for model in with_court() if model._default_manager.exists()}
    assert {"DossierHead", "StoredAct", "CaseRow", "Party"} <= filled
    see([OTHER_COURT])
    assert not [model.__name__ for model in with_court() if model._default_manager.exists()]
    see([])
    assert not [model.__name__ for model in with_court() if model._default_manager.exists()]
