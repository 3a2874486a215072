"""Django's name for this room."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """The record."""

    name = "zhixing.record"
    label = "record"
    verbose_name = "记录"
