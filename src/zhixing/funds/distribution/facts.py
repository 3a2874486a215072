"""What the rules of distribution are told from outside the dossier: what kind of person the debtor is."""

from __future__ import annotations

from zhixing.funds.distribution.acts import DistributionPlanDrawn
from zhixing.parties.models import Party
from zhixing.record.rule import Asked


def debtor_kind(asked: Asked) -> str:
    """natural, legal or other, of the debtor a plan names; empty where none is named. Pages get nothing."""
    act = asked.act
    if not isinstance(act, DistributionPlanDrawn):
        return ""
    found = Party.objects.filter(pk=act.debtor, court=asked.dossier.court).values_list("kind", flat=True)
    return next(iter(found), "")


LOADERS = {"distribution-debtor": debtor_kind}
