"""Django's name for this room."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """Parties."""

    name = "zhixing.parties"
    label = "parties"
    verbose_name = "当事人"
