"""Documents told without a database: persons and officers of the stories, and the text a reader would see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.documents.gathered import paper_of
from zhixing.documents.numbering import numbers
from zhixing.documents.written import known_then
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.paper import Body, Line, Person, Telling

PERSONS = {
    number: Person(
        name=name,
        sex="男",
        born_on=date(1985, 1, 1),
        address="重庆市云阳县双江街道",
        paper="公民身份号码",
        identity="509999198501010014",
    )
    for number, name in ((11, "李大山"), (12, "赵小川"), (13, "周远"), (14, "吴明"), (15, "郑律"))
}
OFFICERS = {1: "承办甲", 2: "书记乙", 3: "孙明", 4: "胡立", 42: "高远", 43: "马平", 44: "林静", 45: "何清"}


def telling(dossier: Dossier, entry: Entry[Act]) -> Telling:
    """What the entry's paper is written from."""
    return Telling(
        dossier=known_then(dossier, entry),
        entry=entry,
        rule=installed().rule(type(entry.act)),
        court="重庆市云阳县人民法院",
        number=numbers(dossier).get(entry.seq, ""),
        persons=PERSONS,
        officers=OFFICERS,
    )


def body(dossier: Dossier, entry: Entry[Act]) -> Body:
    """The entry's paper."""
    paper = paper_of(entry.act)
    assert paper is not None, entry.act.tag()
    return paper.write(telling(dossier, entry))


def text(found: Body) -> str:
    """Everything a reader sees between number and date."""
    attached = (line.text for each in found.attached for line in (Line(each.title), *each.lines))
    signed = (f"{each.office} {each.name}" for each in found.signed)
    return "\n".join((*_lines(found), *signed, found.clerk, *attached))


def _lines(found: Body) -> Iterator[str]:
    for block in found.blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (f"{label}：{content}" for label, content in block.rows)
