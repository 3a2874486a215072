"""Django's name for this room."""

from django.apps import AppConfig


class AssetsConfig(AppConfig):
    """Assets."""

    name = "zhixing.assets"
    label = "assets"
    verbose_name = "财产"
