"""Django's name for this face."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages."""

    name = "zhixing.web"
    label = "web"
    verbose_name = "页面"
