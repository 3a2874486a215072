"""Django's name for this room."""

from django.apps import AppConfig


class FundsConfig(AppConfig):
    """Funds."""

    name = "zhixing.funds"
    label = "funds"
    verbose_name = "案款"
