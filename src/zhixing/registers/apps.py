"""Django's name for this room."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """Registers."""

    name = "zhixing.registers"
    label = "registers"
    verbose_name = "登记册"
