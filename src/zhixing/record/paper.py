"""What a paper is: the document that an act makes, written from its dossier, before anything is laid out or printed.

A room's `papers.py` offers `PAPERS`, found by its file name; an act whose rule names a document and that has no paper there
gets a plain one of its kind. Writing is pure: the same record tells the same words, whenever it is written again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from zhixing.law.paper_words import legal_basis, under
from zhixing.record.act import Act, Choice
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.rule import ActRule

A = TypeVar("A", bound=Act)


class PaperKind(Choice):
    """Kinds of papers: each is numbered on its own within a case and within a court's year."""

    RULING = "ruling", "裁定书"
    DECISION = "decision", "决定书"
    NOTICE = "notice", "通知书"
    ORDER = "order", "令"
    LETTER = "letter", "函"
    MINUTES = "minutes", "笔录"
    FORM = "form", "审批表"
    SLIP = "slip", "送达回证"
    STATEMENT = "statement", "当事人文书"
    RECEIPT = "receipt", "收据"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A party or agent as a paper names them. What is not known is empty and left out."""

    name: str
    natural: bool = True
    sex: str = ""
    born_on: date | None = None
    address: str = ""
    service_address: str = ""
    paper: str = ""  # what the identity is called, such as 公民身份号码
    identity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a paper is written from: the dossier as it was known when the act was entered, and the words for its ids."""

    dossier: Dossier
    entry: Entry[Act]
    rule: ActRule
    court: str
    number: str
    persons: Mapping[int, Person]
    officers: Mapping[int, str]
    sealed: Mapping[str, str] = field(default_factory=dict)  # identifiers of things, by their keyed hash
    accounts: Mapping[int, str] = field(default_factory=dict)  # of parties, by their end
    payer: str = ""  # who paid, where the act is money that came
    codes: Mapping[int, str] = field(default_factory=dict)  # what this paper alone hands over, by party

    def the(self, kind: type[A]) -> A:
        """The act, which must be of this type; TypeError is our defect."""
        if not isinstance(self.entry.act, kind):
            raise TypeError(f"{kind.__name__} written about, got {type(self.entry.act).__name__}")
        return self.entry.act

    @property
    def on(self) -> date:
        """The day on which the act took effect, which is the paper's date."""
        return self.entry.on

    @property
    def basis(self) -> str:
        """The rule's articles, numbered as on that day."""
        return legal_basis(self.rule.basis, self.on)

    @property
    def under(self) -> str:
        """The clause that leads from the reasons to the order: 依照…规定."""
        return under(self.rule.basis, self.on)

    def person(self, party: int) -> Person:
        """The party of that id; one that is not known is named as such."""
        return self.persons.get(party) or Person(name="身份未登记的人")

    def account(self, number: int) -> str:
        """A party's account, by the end of its number: the whole of it goes to the bank alone."""
        return self.accounts.get(number, "未登记的账户")

    def name(self, party: int) -> str:
        """The name of a party."""
        return self.person(party).name

    def names(self, parties: tuple[int, ...] | list[int]) -> str:
        """Names of several parties."""
        return "、".join(self.name(each) for each in parties)

    def identifier(self, token: str | None) -> str:
        """An identifier of a thing, as this paper may show it; empty for none or one that this court does not know."""
        return self.sealed.get(token, "") if token else ""

    def officer(self, officer: int | None) -> str:
        """The name of an officer; empty for none or one that is not known."""
        return self.officers.get(officer, "") if officer is not None else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `indented` begins two signs in, as prose does; an address line does not."""

    text: str
    indented: bool = True
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of label and content."""

    rows: tuple[tuple[str, str], ...]


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the office and the name; a name left empty is signed by hand."""

    office: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper that goes out with another under its number and date, on a page of its own, as an order to assist with a ruling."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What stands between the number and the date, and who signs. `sealed` leaves room for the court's seal."""

    blocks: tuple[Block, ...]
    signed: tuple[Signature, ...] = ()
    clerk: str = ""
    sealed: bool = True
    copy: bool = False  # a ruling's copies carry 本件与原本核对无异
    attached: tuple[Attachment, ...] = ()


def always(_act: Act) -> bool:
    """Every act of the type makes its paper."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How the document of these acts is written. `inner` papers lie in the volume that parties do not read."""

    acts: tuple[type[Act], ...]
    kind: PaperKind
    write: Callable[[Telling], Body]
    inner: bool = False
    wanted: Callable[[Act], bool] = always


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A paper ready to be laid out: its heading, number, body and date."""

    court: str
    heading: str
    number: str
    body: Body
    on: date
    name: str
    kind: PaperKind
    register: str = field(default="")
