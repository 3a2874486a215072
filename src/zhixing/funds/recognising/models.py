"""What a court's own confirmations taught."""

from __future__ import annotations

from django.db import models


class LearnedWeights(models.Model):
    """The weights of one court, from how many lines, and how right the proposals had been; no name, no text."""

    court = models.CharField(max_length=8, unique=True)
    at = models.DateTimeField()
    lines = models.IntegerField()
    weights = models.JSONField()  # {"seen": [[field, level, share] …], "nowhere": {kind: share}}
    said = models.JSONField()  # [[from, lines, said on average, right] …]

    class Meta:
        db_table = "funds_learned_weights"

    @property
    def percents(self) -> list[tuple[int, int, float, float]]:
        """`said` in percent."""
        return [
            (round(start * 100), lines, round(mean * 100, 1), round(right * 100, 1))
            for start, lines, mean, right in self.said
        ]
