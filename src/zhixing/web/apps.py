"""Django's name for this face."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages."""

    name = "zhixing.web"
    label = "web"
    verbose_name = "页面"

    def ready(self) -> None:
        """Teach the platform its second language."""
        from zhixing.web.speaking import teach_django

        teach_django()
