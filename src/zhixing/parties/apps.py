"""Django's name for this room."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """Parties."""

    name = "zhixing.parties"
    label = "parties"
    verbose_name = "当事人"

    def ready(self) -> None:
        """Refuse to start without a key for identities: what is written with a poor one cannot be taken back."""
        from zhixing.record.encryption import check_key  # reads the settings, which must be complete

        check_key()
