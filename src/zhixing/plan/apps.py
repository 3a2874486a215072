"""The room as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """工作方案."""

    name = "zhixing.plan"
    label = "plan"
    default_auto_field = "django.db.models.BigAutoField"
