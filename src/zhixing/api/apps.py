"""Django's registration of the API's few tables."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Tokens, and the answers kept for repeated requests."""

    name = "zhixing.api"
    label = "api"
