"""Which case of which seed has been loaded: an interrupted load goes on where it stopped, a repeated one adds nothing."""

from __future__ import annotations

from django.db import models


class Loaded(models.Model):
    """Case `index` of a seed is this dossier."""

    seed = models.IntegerField()
    index = models.IntegerField()
    dossier = models.ForeignKey("record.DossierHead", models.CASCADE)

    class Meta:
        db_table = "simulate_loaded"
        constraints = [models.UniqueConstraint(fields=["seed", "index"], name="loaded_once")]
