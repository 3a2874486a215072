"""Django's name for this room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People."""

    name = "zhixing.people"
    label = "people"
    verbose_name = "人员"
