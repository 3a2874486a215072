"""For each route of the API an address and a body, all about one case of court 0235."""

from __future__ import annotations

from datetime import date

import msgspec

from tests.cast import COURT, TODAY, intake, parties, who
from tests.web.test_permissions import a_case, a_file, money, plan_of_the_court
from zhixing.api.gate import ROUTES
from zhixing.cases.acts.assignment import Reassigned
from zhixing.cases.acts.filing import LivelihoodCategory, LivelihoodFlagged
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record import door, heads, outbox
from zhixing.record.indicator import installed_indicators

ON = date(2017, 6, 14)


def asked() -> dict[str, tuple[str, object]]:
    """Route → the path under /api/v1 with its places filled, and the body."""
    case, proposal = a_case()
    sha256 = a_file(case)
    outbox.work()
    (debtor,) = (each.party for each in parties_of(door.read(case), Role.DEBTOR, TODAY))
    size = heads.sign(COURT).size
    funds = money(case)
    numbers = {
        "/plans": plan_of_the_court(),
        "/parties": debtor,
        "/bank-accounts": funds["bank-account"][0],
        "/statements": funds["statement"][0],
        "/clearances": funds["clearance"][0],
    }
    places = {
        "seq": str(proposal),
        "sha256": sha256,
        "court": COURT,
        "type": "cases.filed",
        "norm": "民诉法",
        "article": "251",
        "year": "2017",
        "name": next(each.name for each in installed_indicators().values() if each.lines),
    }
    flag = msgspec.to_builtins(LivelihoodFlagged(category=next(iter(LivelihoodCategory))))
    moved = msgspec.to_builtins(Reassigned(officer=who("officer2").id, reason="工作调整"))
    bodies: dict[str, object] = {
        "/cases": {
            "on": ON,
            "court": COURT,
            "acts": [msgspec.to_builtins(act) for act in intake(*parties())],
        },
        "/cases/{number}/entries": {"on": ON, "acts": [flag]},
        "/cases/{number}/proposals": {"on": ON, "act": moved},
        "/cases/{number}/proposals/{seq}": {"decision": "approve"},
        "/cases/{number}/corrections": {"entry": door.read(case).head, "reason": "误录"},
        "/statements": {"court": COURT, "name": "a.xml", "content": "5pS25Yiw"},
        "/statements/{number}/settlement": {},
        "/bank-accounts/{number}/payment-files": {},
        "/clearances/{number}/register": {"name": "a.csv", "content": "5pS25Yiw"},
        "/files": {"court": COURT, "name": "a.txt", "content": "5pS25Yiw"},
        "/identifiers": {"court": COURT, "text": "509999 0001"},
    }
    found = {}
    for route in ROUTES:
        number = numbers.get(f"/{route.address.split('/')[1]}", case)
        path = route.address.format(number=number, **places)
        query = f"?older={size}&newer={size}" if path.endswith("/consistency") else ""
        query = "?dry_run=true" if any(each.name == "dry_run" for each in route.params) else query
        found[f"{route.method} {route.address}"] = (path + query, bodies.get(route.address))
    return found
