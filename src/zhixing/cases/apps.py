"""Django's name for this room."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases."""

    name = "zhixing.cases"
    label = "cases"
    verbose_name = "案件"
