"""Addresses of the API as a table: a row says method, address, what is asked, taken and given. OpenAPI is read off it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

import msgspec

from zhixing.api.problem import Problem, malformed, not_found
from zhixing.api.shapes import Page
from zhixing.api.tokens import Holder
from zhixing.record import clock, door
from zhixing.record.binary import Cell
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import fetch, insert_rows, row_of
from zhixing.record.models import Look

MOST = 200  # items of one page
LONGEST = 18  # figures of a number in the database
COURT = "SELECT court FROM record_dossier WHERE id = %s::bigint"
EARLIEST, LATEST = 1900, 9000  # years of moments that can be put into any time zone
NOT_SEEN = "没有这个案件，或者它不在令牌可以查看的法院"
T = TypeVar("T")
PLACES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Param:
    """One query parameter; `kind` is text, day, moment, flag, number or cursor."""

    name: str
    meaning: str
    kind: str = "text"


AS_OF = Param("as_of", "截至哪一天的情形，默认今天", "day")
KNOWN_AT = Param(
    "known_at", "按哪一时刻所知，例如 2017-06-15T10:00:00+08:00，默认现在；as_of 不写时截至那一天", "moment"
)
TODAY_ONLY = Param("as_of", "只能是今天：清单只记现在的情形；过去某日的，到各案件去问", "day")
LIMIT = Param("limit", f"一页最多多少条，1 至 {MOST}，默认 50", "number")
CURSOR = Param("cursor", "上一页给出的 next", "cursor")
DRY_RUN = Param("dry_run", "true 时只试不录", "flag")


@dataclass(frozen=True, slots=True)
class Then:
    """A day, and the moment as known at which it is asked about (None: now)."""

    on: date
    known_at: datetime | None

    def of(self, dossier: Dossier) -> Dossier:
        """The dossier as it then was."""
        known = dossier if self.known_at is None else dossier.known_at(self.known_at)
        return known.as_of(self.on)


@dataclass(frozen=True, slots=True)
class Ask:
    """A request, read: who asks, the places of the address, the query, the body."""

    holder: Holder
    places: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes = b""
    expect: int | None = None
    court_read: str | None = None  # of the dossier of the address, when it was read on the way

    def number(self, name: str) -> int:
        """A number in the address; 404 when it is none, as nothing bears such a name."""
        text = self.places[name]
        if not text.isdecimal() or len(text) > LONGEST:
            raise not_found(f"“{text}”不是编号")
        return int(text)

    def text(self, name: str) -> str:
        """A query parameter, or nothing."""
        return self.query.get(name, "").strip()

    def day(self, name: str = "as_of") -> date:
        """A day in the query, today by default; a day to come is refused."""
        text = self.text(name)
        if not text:
            return self.holder.today
        try:
            found = date.fromisoformat(text)
        except ValueError:
            raise Problem(
                422, "malformed", "内容不合要求", "请写成 2017-06-15 的形式", at=f"?{name}"
            ) from None
        if found > self.holder.today:
            raise Problem(409, "impossible", "不能这样办", f"不得晚于今天 {self.holder.today}", at=f"?{name}")
        return found

    def moment(self) -> datetime | None:
        """The moment as known at which is asked; None for now. One to come is refused."""
        # A plus sign that was not escaped arrives as a space.
        text = self.text("known_at").replace(" ", "+")
        if not text:
            return None
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            found = None
        if found is None or "T" not in text.upper() or not EARLIEST <= found.year <= LATEST:
            raise Problem(
                422,
                "malformed",
                "内容不合要求",
                "请写成 2017-06-15T10:00:00+08:00 的形式",
                at="?known_at",
            )
        found = found if found.tzinfo else found.replace(tzinfo=clock.ZONE)
        if found > clock.now():
            raise Problem(409, "impossible", "不能这样办", "不得晚于现在", at="?known_at")
        return found

    def then(self) -> Then:
        """As of which day, as known at which moment, the answer is wanted."""
        known_at = self.moment()
        if known_at is None or self.text("as_of"):
            return Then(self.day(), known_at)
        return Then(known_at.astimezone(clock.ZONE).date(), known_at)

    def today_only(self) -> None:
        """Raises Problem when a list that is kept for the present alone is asked about another day."""
        if self.day() != self.holder.today:
            raise Problem(
                409,
                "unanswerable",
                "答不了过去的情形",
                "这个清单只记现在的情形，请到每件案件的 duties、entries 问那一天",
                at="?as_of",
            )

    def whole(self, name: str, default: int, most: int) -> int:
        """A number in the query, from 0 to `most`."""
        text = self.text(name)
        if not text:
            return default
        if not text.isdecimal() or int(text) > most:
            raise Problem(422, "malformed", "内容不合要求", f"应为 0 至 {most} 的整数", at=f"?{name}")
        return int(text)

    def flag(self, name: str) -> bool:
        """Whether a flag is set: true or false."""
        text = self.text(name)
        if text not in ("", "true", "false"):
            raise Problem(422, "malformed", "内容不合要求", "应为 true 或 false", at=f"?{name}")
        return text == "true"

    def limit(self) -> int:
        """How many items a page is to hold."""
        return max(1, self.whole("limit", 50, MOST))

    def page(self, items: Sequence[T], key: Callable[[T], int]) -> Page[T]:
        """One page of what is all there, in the order of a key that the cursor names."""
        after = self.whole("cursor", -1, 10**18)
        rest = [item for item in items if key(item) > after]
        limit = self.limit()
        return Page(rest[:limit], str(key(rest[limit - 1])) if len(rest) > limit else None)

    def which_court(self) -> tuple[str, Sequence[Cell]]:
        """The statement that reads the court of the address's dossier, and its parameters; no row without one to be seen."""
        text = self.places.get("number", "")
        return COURT, [int(text) if text.isdecimal() and len(text) <= LONGEST else 0]

    def court(self) -> str:
        """The court of the dossier of the address; 404 when it is not there or not to be seen."""
        if self.court_read is not None:
            return self.court_read
        found = fetch(COURT, [self.number("number")])
        if not found:
            raise not_found(NOT_SEEN)
        return str(found[0][0])

    def court_to_act_in(self) -> str:
        """The same for what goes through the door, which says 404 itself: who sees one court acts in no other."""
        courts = self.holder.courts
        return courts[0] if len(courts) == 1 else self.court()

    def dossier(self) -> Dossier:
        """The dossier of the address; the look is logged. 404 when it is not there or not to be seen."""
        try:
            found = door.read(self.number("number"))
        except door.NoDossier:
            raise not_found(NOT_SEEN) from None
        officer = self.holder.officer
        look = row_of(
            Look,
            dossier_id=found.id,
            court=found.court,
            officer=officer.pk,
            name=officer.name,
            at=clock.now(),
            page=f"API：{self.holder.token.name}",
        )
        insert_rows(Look, [look])
        return found


S = TypeVar("S", bound=msgspec.Struct)


def taken(body: bytes, kind: type[S]) -> S:
    """The body as what the address takes. Raises Problem."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError as error:
        raise malformed(error) from error


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered: a struct to encode, its status, and the head of the dossier it tells of (0: of none)."""

    out: object
    status: int = 200
    head: int = 0
    media: str = "application/json"


@dataclass(frozen=True, slots=True)
class Route:
    """One row of the API's table."""

    method: str
    address: str
    does: str
    answer: Callable[[Ask], Answer]
    gives: object
    takes: type[msgspec.Struct] | None = None
    params: Sequence[Param] = ()
    status: int = 200
    writes: bool = False
    begins: bool = False  # a dossier: there is no state yet that If-Match could name
    bulky: bool = False  # takes a file
    media: str = "application/json"
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        written = PLACES.sub(r"(?P<\1>[^/]+)", self.address)
        object.__setattr__(self, "pattern", re.compile(f"^{written}$"))
