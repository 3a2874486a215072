"""What an officer keeps for themselves on the pages: saved views of the case list."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class SavedView(models.Model):
    """A named filter of the case list, of one officer."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    name = models.CharField("名称", max_length=40)
    query = models.CharField(max_length=400, blank=True)

    class Meta:
        db_table = "web_saved_view"
        constraints = [models.UniqueConstraint(fields=["officer", "name"], name="saved_view_once")]

    def __str__(self) -> str:
        return self.name
