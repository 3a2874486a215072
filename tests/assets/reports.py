"""Stories of property reports: ordered, served, answered; and what was found."""

from __future__ import annotations

from datetime import date

from tests.cases.stories import DEBTOR, noticed
from tests.record.builder import ANYONE, Did
from zhixing.assets.acts.declaration import (
    ChangeKind,
    DeclaredChange,
    DeclaredProperty,
    PropertyChangeFound,
    PropertyDeclared,
    ReportAccessIssued,
    ReportCategory,
    ReportMeans,
)
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.kinds import PropertyKind
from zhixing.cases.acts.notice import ServedDocument, ServiceAttempted, ServiceMethod, ServiceOutcome
from zhixing.record.dossier import Actor

ORDER = 12  # the entry that orders the report, in `noticed()`
SERVED_ON, LAST_DAY, DECLARED_ON, FOUND_ON = (
    date(2017, 3, 10),
    date(2017, 3, 20),
    date(2017, 3, 17),
    date(2017, 3, 24),
)
PLATE, OTHER_PLATE = "a" * 64, "b" * 64
SERVICE = ServiceAttempted(
    document=ServedDocument.NOTICE_AND_ORDER,
    to=DEBTOR,
    method=ServiceMethod.DIRECT,
    outcome=ServiceOutcome.SERVED,
    served_on=SERVED_ON,
    signed_by="本人",
)
DEPOSIT = DeclaredProperty(kind=PropertyKind.BANK_DEPOSIT, name="农业银行存款", value=300_000)
VEHICLE = DeclaredProperty(kind=PropertyKind.VEHICLE, name="小型轿车", identifier=PLATE, value=5_000_000)
REPORT = PropertyDeclared(
    debtor=DEBTOR,
    order=ORDER,
    funds=(DEPOSIT,),
    nothing=tuple(each for each in ReportCategory if each is not ReportCategory.FUNDS),
    no_changes=True,
)
CAR = PropertyFound(
    owner=DEBTOR,
    kind=PropertyKind.VEHICLE,
    name="小型轿车",
    identifier=PLATE,
    value=5_000_000,
    found_by=FoundBy.NETWORK,
)
SALE = PropertyChangeFound(
    debtor=DEBTOR,
    kind=ChangeKind.TRANSFERRED,
    changed_on=date(2017, 1, 5),
    what="把门面转让给其弟",
    amount=20_000_000,
)
TOLD_SALE = DeclaredChange(
    kind=ChangeKind.TRANSFERRED, on=date(2017, 1, 6), what="转让门面", amount=20_000_000
)
THE_DEBTOR = Actor(kind="party", id=DEBTOR, name="被执行人", court="渝0235", powers=("party",))
ACCESS = ReportAccessIssued(order=ORDER, debtor=DEBTOR, until=date(2017, 5, 1))
ONLINE = ReportMeans.ONLINE


def served() -> list[Did]:
    """Notice and order issued and served."""
    return [*noticed(), Did(SERVICE, SERVED_ON, by=ANYONE)]


def declared(report: PropertyDeclared = REPORT, on: date = DECLARED_ON) -> list[Did]:
    """The same, answered on paper."""
    return [*served(), Did(report, on)]
