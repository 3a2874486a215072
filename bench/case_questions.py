"""A case of 30 acts decoded, folded and asked everything its lists, desks and duties show, beside two ways that only read it.

The peers read the same bytes and ask nothing: pydantic validates each entry by a model of the same fields, Django makes a row
of an ORM model for each entry and decodes its body. What stands in our time and not in theirs is corrections resolved, all
duties with their due days, and the questions of the case's row.
"""

from __future__ import annotations

import json
import operator
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Literal, Union, get_type_hints

import msgspec
from bench.figure import Figure, side_by_side
from pydantic import Field, TypeAdapter, create_model

from zhixing.cases import questions
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.duties import duties

CASES, GOAL = 300, 20_000  # cases a second a core
DAY = date(2016, 3, 1)
BY = Actor(kind="officer", id=7, name="承办甲", post="执行员", court="渝0235", powers=("officer", "judge"))
BEGUN: Sequence[tuple[int, dict[str, object]]] = (
    (0, {"type": "cases.application_received", "cause": "买卖合同纠纷"}),
    (0, {"type": "parties.joined", "party": 1, "role": "applicant"}),
    (0, {"type": "parties.joined", "party": 2, "role": "debtor"}),
    (0, {"type": "parties.joined", "party": 3, "role": "debtor"}),
    (0, {"type": "cases.title_recorded", "kind": "judgment", "issuer": "某县人民法院", "number": "（2015）渝0235民初7号",
         "effective_on": "2015-12-01", "perform_by": "2015-12-11"}),
    (0, {"type": "cases.claim_recorded", "title": 5, "kind": "money", "label": "货款", "owed_by": [2, 3], "owed_to": [1],
         "amount": 12_345_600, "due": "2015-12-11"}),
    (2, {"type": "cases.filed", "number": "（2016）渝0235执77号"}),
    (3, {"type": "cases.handed_over", "note": ""}),
    (4, {"type": "cases.assigned", "officer": 7, "method": "designated", "reason": ""}),
    (6, {"type": "cases.enforcement_notice_issued", "to": [2]}),
    (8, {"type": "cases.enforcement_notice_issued", "to": [3]}),
    (9, {"type": "cases.livelihood_flagged", "category": "wages"}),
)  # fmt: skip
TALK: dict[str, object] = {
    "type": "cases.applicant_contacted", "party": 1, "channel": "phone", "content": "告知进展，听取意见；申请执行人无新的线索。",
}  # fmt: skip
STORY = (*BEGUN, *((15 + 9 * turn, TALK) for turn in range(30 - len(BEGUN))))


def figures() -> list[Figure]:
    """Time them in turns; AssertionError where one of them did not read all 30."""
    cases = [bodies(number) for number in range(1, CASES + 1)]
    pydantic, orm = reads_by_pydantic(), reads_by_rows()
    assert len(asked(1, cases[0])) > 20
    assert len(pydantic(1, cases[0])) == len(orm(1, cases[0])) == len(STORY) == 30
    ours, first, second = side_by_side(
        [lambda each=each: all_of(each, cases) for each in (asked, pydantic, orm)]
    )
    job, wanted = "All questions of a case of 30 acts", CASES / GOAL
    return [
        Figure(job, CASES, ours, "20,000 cases/s a core", wanted, wanted / ours, 1),
        Figure(job, CASES, ours, "pydantic, only validated", first, first / ours, 1),
        Figure(job, CASES, ours, "an ORM row an act, only decoded", second, second / ours, 1),
    ]


def all_of(read: Callable[[int, list[bytes]], list[object]], cases: list[list[bytes]]) -> int:
    """Read every case; how many things came of it."""
    return sum(len(read(number, each)) for number, each in enumerate(cases, start=1))


def bodies(number: int) -> list[bytes]:
    """The stored entries of a case."""
    return [msgspec.json.encode(entry) for entry in entries(number)]


def entries(number: int) -> list[Entry[Act]]:
    """The same, decoded."""
    begun = datetime(2016, 3, 1, 9, tzinfo=UTC) + timedelta(seconds=number)
    return [
        Entry(
            dossier=number,
            seq=seq,
            on=DAY + timedelta(days=days),
            recorded_at=begun + timedelta(days=days, seconds=seq),
            who=BY.kept(),
            act=installed().act(msgspec.json.encode(act)),
            facts={"handler-name": msgspec.Raw('"承办甲"'.encode())}
            if act["type"] == "cases.assigned"
            else {},
        )
        for seq, (days, act) in enumerate(STORY, start=1)
    ]


def asked(number: int, stored: list[bytes]) -> list[object]:
    """Ours: the dossier, all its duties, and what the case's row holds."""
    dossier = installed().dossier(number, "case", "渝0235", stored)
    on = dossier.entries[-1].on
    return [
        *(duty.standing(on) for duty in duties(installed().duties, dossier)),
        *parties_of(dossier, None, on),
        questions.number_in(questions.case_number(dossier, on)),
        *(question(dossier, on) for question in OF_A_DAY),
        *(question(dossier) for question in OF_ALL),
    ]


OF_A_DAY: Sequence[Callable[[Dossier, date], object]] = (
    questions.stage,
    questions.filed_on,
    questions.livelihood,
    questions.closed,
    questions.paused,
    questions.handler,
    questions.clerk,
    questions.amount_claimed,
    questions.amount_reached,
    questions.amount_waived,
)
OF_ALL: Sequence[Callable[[Dossier], object]] = (questions.case_type, questions.cause, questions.limit)


def reads_by_pydantic() -> Callable[[int, list[bytes]], list[object]]:
    """A model an act type and one for the entry, of the fields ours have."""
    kinds = {type(entry.act) for entry in entries(1)}
    models = []
    for kind in kinds:
        hints = get_type_hints(kind)
        fields = {
            each.name: (hints[each.name], ... if each.required else each.default)
            for each in msgspec.structs.fields(kind)
        }
        models.append(create_model(kind.__name__, type=(Literal[kind.tag()], ...), **fields))
    act = Annotated[operator.getitem(Union, tuple(models)), Field(discriminator="type")]
    actor = create_model(
        "By", kind=str, id=int, name=str, post=(str, ""), court=(str, ""), powers=(tuple[str, ...], ())
    )
    entry = create_model(
        "Whole",
        dossier=int,
        seq=int,
        on=date,
        recorded_at=datetime,
        by=actor,
        act=act,
        facts=(dict[str, object], {}),
    )
    validate = TypeAdapter(entry).validate_json
    return lambda _number, stored: [validate(each) for each in stored]


def reads_by_rows() -> Callable[[int, list[bytes]], list[object]]:
    """Django's model of the table, a row an act; the rows as the database would answer them."""
    from django.conf import settings

    if not settings.configured:
        settings.configure(INSTALLED_APPS=[], DATABASES={})
    import django
    from django.db import models

    django.setup()
    kinds = {
        "dossier_id": models.BigIntegerField, "court": models.TextField, "seq": models.IntegerField, "type": models.TextField,
        "on_day": models.DateField, "recorded_at": models.DateTimeField, "by_kind": models.TextField,
        "by_id": models.BigIntegerField, "approved_by_id": models.BigIntegerField, "body": models.BinaryField,
        "prev_hash": models.BinaryField, "hash": models.BinaryField,
    }  # fmt: skip
    columns = {name: kind(null=True) for name, kind in kinds.items()}
    meta = type("Meta", (), {"app_label": "bench"})
    row = type("Row", (models.Model,), {"__module__": __name__, "Meta": meta, **columns})
    names = ["id", *kinds]
    answered = {number: [cells(each) for each in entries(number)] for number in range(1, CASES + 1)}

    def read(number: int, _stored: list[bytes]) -> list[object]:
        found = [row.from_db("default", names, each) for each in answered[number]]
        return [json.loads(each.body) for each in found]

    return read


def cells(entry: Entry[Act]) -> tuple[object, ...]:
    """An entry's row, as the database would answer it."""
    link = bytes(32)
    known = (entry.act.tag(), entry.on, entry.recorded_at, entry.by.kind, entry.by.id, None)
    return (entry.seq, entry.dossier, BY.court, entry.seq, *known, msgspec.json.encode(entry), link, link)
