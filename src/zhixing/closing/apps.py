"""The room as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class ClosingConfig(AppConfig):
    """结案."""

    name = "zhixing.closing"
    label = "closing"
    default_auto_field = "django.db.models.BigAutoField"
