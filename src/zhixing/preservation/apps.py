"""Django's name for this room."""

from django.apps import AppConfig


class PreservationConfig(AppConfig):
    """Preservation."""

    name = "zhixing.preservation"
    label = "preservation"
    verbose_name = "保全"
