"""Django's name for the simulator."""

from django.apps import AppConfig


class SimulateConfig(AppConfig):
    """The demonstration district."""

    name = "zhixing.simulate"
    label = "simulate"
    verbose_name = "演示"
