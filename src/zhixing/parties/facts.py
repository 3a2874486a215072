"""What the rules of parties must know beyond the dossier: whether an id names a party of this court."""

from __future__ import annotations

from zhixing.parties.models import Party
from zhixing.record.rule import Asked


def known_parties(asked: Asked) -> tuple[int, ...]:
    """The ids among the act's parties that are parties of the dossier's court. Pages get none."""
    if asked.act is None:
        return ()
    named = {getattr(asked.act, name) for name in ("party", "agent", "person") if hasattr(asked.act, name)}
    return tuple(
        sorted(Party.objects.filter(pk__in=named, court=asked.dossier.court).values_list("pk", flat=True))
    )


LOADERS = {"known-parties": known_parties}
