"""What the rules of distribution are told from outside the dossier: what kind of person the debtor is, what lies there."""

from __future__ import annotations

from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.distribution.acts import DistributionPlanDrawn
from zhixing.funds.holdings import held
from zhixing.law.money import Fen
from zhixing.parties.models import Party
from zhixing.record.dossier import Dossier
from zhixing.record.rule import Asked


def debtor_kind(asked: Asked) -> str:
    """natural, legal or other, of the debtor a plan names; empty where none is named. Pages get nothing."""
    act = asked.act
    if not isinstance(act, DistributionPlanDrawn):
        return ""
    found = Party.objects.filter(pk=act.debtor, court=asked.dossier.court).values_list("kind", flat=True)
    return next(iter(found), "")


def lies_there(dossier: Dossier) -> Fen:
    """What lies with a case for its creditors, what is kept aside included, in fen."""
    kinds = (AccountKind.CASE, AccountKind.ESCROW)
    return sum(held(dossier.court, kind, dossier.id) for kind in kinds)


def distributable(asked: Asked) -> Fen:
    """The same of the dossier that is asked about."""
    return lies_there(asked.dossier)


LOADERS = {"distribution-debtor": debtor_kind, "distributable": distributable}
