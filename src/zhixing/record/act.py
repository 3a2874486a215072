"""What an act is: a frozen, tagged struct with Chinese field titles.

Acts live for decades: a type never changes its meaning, new fields have defaults, a new meaning is a new type.
"""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar, TypeAlias

import msgspec


class Choice(enum.Enum):
    """A closed list of answers; the value is stored for ever, the label is what people read."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Choice:
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        return self.label


class Course(enum.Enum):
    """What an act does to the course of its dossier."""

    GOES_ON = enum.auto()
    ROUND_ENDED = (
        enum.auto()
    )  # ended, while the procedure stays open: it may be objected to, parties may change
    ENDED = enum.auto()
    ELSEWHERE = enum.auto()  # having ended here, it goes on in another dossier
    REOPENED = enum.auto()  # the ending was revoked


class Act(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", gc=False):
    """One thing done, on a date, by an officer or a party, with effect. The docstring of a type begins with its Chinese name.

    What was decoded holds no cycles, so the collector of cycles need not know of it: to decode takes half the time then.
    """

    # The kind of dossier the act belongs to, which one whose rule is `opens` begins; empty: any.
    dossier_kind: ClassVar[str] = "case"
    dossier_label: ClassVar[str] = "案件"  # what a dossier of that kind is called where it has no number
    course: ClassVar[Course] = Course.GOES_ON

    @classmethod
    def tag(cls) -> str:
        """The name under which the type is stored, such as `cases.filed`."""
        return str(cls.__struct_config__.tag)


def title(
    label: str, hint: str = "", *, kind: str = "", of: tuple[str, ...] = (), folded: bool = False
) -> msgspec.Meta:
    """Field title for forms and pages: Chinese label, one line of help, and the kind of input where the type does not tell.

    `of` are the tags of the acts that an entry number may name; `folded` rows are seldom needed and stay shut till opened.
    """
    extra: dict[str, object] = ({"kind": kind} if kind else {}) | ({"of": of} if of else {})
    extra |= {"folded": True} if folded else {}
    return msgspec.Meta(title=label, description=hint or None, extra=extra or None)


# Integer fen, 0.01 yuan.
Fen: TypeAlias = Annotated[int, msgspec.Meta(ge=0, extra={"kind": "fen"})]
# Row of `parties`: the record never holds a name or an identity number.
PartyId: TypeAlias = Annotated[int, msgspec.Meta(extra={"kind": "party"})]
# Account that is kept, encrypted, with a party of the case.
PartyAccount: TypeAlias = Annotated[int, msgspec.Meta(extra={"kind": "account"})]
# Row of `people`.
OfficerId: TypeAlias = Annotated[int, msgspec.Meta(extra={"kind": "officer"})]
DossierId: TypeAlias = Annotated[int, msgspec.Meta(extra={"kind": "dossier"})]
# Sequence number of an earlier act of the same dossier.
Seq: TypeAlias = Annotated[int, msgspec.Meta(ge=1, extra={"kind": "seq"})]
# Several lines of prose.
Prose: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "prose"})]
# SHA-256 (hex) of a file kept outside the record.
FileHash: TypeAlias = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$", extra={"kind": "file"})]
# What identifies a thing (account, plate, certificate), as its keyed hash: `record.sealed`. Faces seal what is typed.
Sealed: TypeAlias = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$", extra={"kind": "sealed"})]
