"""A small client of the REST API for other systems: typed answers, problems as exceptions, repeats that enter nothing twice.

client = Client("http://127.0.0.1:8000", token)
case = client.case(17)
client.enter(17, date.today(), [Notified(...)], expect=case.head)
"""

from __future__ import annotations

import http.client
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar
from urllib.parse import quote, urlencode, urlsplit

import msgspec

from zhixing.api.file_shapes import FileContent, FileOut
from zhixing.api.problem import ProblemOut
from zhixing.api.shapes import (
    ApprovalOut,
    CaseLine,
    CaseOut,
    CloudEvent,
    Entered,
    EntryOut,
    Page,
    Tried,
)
from zhixing.record.act import Act

T = TypeVar("T")
# (method, path with query, headers, body) → (status, body)
Send = Callable[[str, str, Mapping[str, str], bytes], tuple[int, bytes]]


class ProblemError(Exception):
    """The platform said no: `problem` says what, where and how to mend it; a refusal carries its guards."""

    def __init__(self, problem: ProblemOut) -> None:
        super().__init__(
            f"{problem.status} {problem.title}：{problem.detail}{problem.at and f'（{problem.at}）'}"
        )
        self.problem = problem


class OverHttp:
    """Requests over one kept connection; a connection that was closed meanwhile is opened again."""

    def __init__(self, address: str, timeout: float = 30) -> None:
        parts = urlsplit(address)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self._connection = kind(parts.netloc, timeout=timeout)

    def __call__(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
        """Status and body of the answer. Raises OSError when nobody answers, also at the second try."""
        try:
            return self._once(method, path, headers, body)
        except (http.client.RemoteDisconnected, ConnectionError):
            self._connection.close()
        try:
            return self._once(method, path, headers, body)
        except (http.client.HTTPException, OSError):
            self._connection.close()
            raise

    def _once(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
        self._connection.request(method, path, body, dict(headers))
        with self._connection.getresponse() as answer:
            return answer.status, answer.read()

    def close(self) -> None:
        """Let the connection go."""
        self._connection.close()


class Client:
    """The API as a Python object. Every method raises ProblemError for an answer that is a problem document.

    `language` (zh, en) is that of the words for people in answers.
    """

    def __init__(self, address: str, token: str, send: Send | None = None, language: str = "zh") -> None:
        self._send = send or OverHttp(address)
        self._token = token
        self._language = language

    def cases(self, **query: str) -> Iterator[CaseLine]:
        """Every case that the query (number, party, court, open, as_of, known_at) finds, page after page."""
        return self.pages("/cases", Page[CaseLine], query)

    def case(self, number: int, as_of: date | None = None, known_at: datetime | None = None) -> CaseOut:
        """One case as of a day, as known at a moment with offset; today and now by default."""
        return self.get(f"/cases/{number}", CaseOut, _then(as_of, known_at))

    def entries(
        self, number: int, as_of: date | None = None, known_at: datetime | None = None
    ) -> list[EntryOut]:
        """What stands in the record of a case."""
        return list(self.pages(f"/cases/{number}/entries", Page[EntryOut], _then(as_of, known_at)))

    def open_case(self, court: str, on: date, acts: Sequence[Act], key: str = "") -> Entered:
        """Begin a dossier."""
        return self.post("/cases", {"court": court, "on": on, "acts": acts}, Entered, key=key)

    def enter(
        self, number: int, on: date, acts: Sequence[Act], *, expect: int | None = None, key: str = ""
    ) -> Entered:
        """Enter acts, all or none. `expect` is the head that was read."""
        return self.post(
            f"/cases/{number}/entries", {"on": on, "acts": acts}, Entered, expect=expect, key=key
        )

    def try_out(self, number: int, on: date, acts: Sequence[Act], *, expect: int | None = None) -> Tried:
        """What entering them would bring; nothing is kept."""
        path = f"/cases/{number}/entries?dry_run=true"
        return self.post(path, {"on": on, "acts": acts}, Tried, expect=expect)

    def propose(
        self, number: int, on: date, act: Act, note: str = "", *, expect: int | None = None, key: str = ""
    ) -> Entered:
        """Lay an act before its approver."""
        body = {"on": on, "act": act, "note": note}
        return self.post(f"/cases/{number}/proposals", body, Entered, expect=expect, key=key)

    def decide(
        self, number: int, seq: int, decision: str, reason: str = "", *, expect: int | None = None
    ) -> Entered:
        """approve, return or withdraw a proposal."""
        body = {"decision": decision, "reason": reason}
        return self.post(f"/cases/{number}/proposals/{seq}", body, Entered, expect=expect)

    def correct(
        self, number: int, entry: int, reason: str, act: Act | None = None, on: date | None = None
    ) -> Entered:
        """Propose a correction; neither act nor day takes the entry away."""
        body: dict[str, object] = {"entry": entry, "reason": reason}
        body |= {"act": act} if act is not None else {}
        body |= {"on": on} if on is not None else {}
        return self.post(f"/cases/{number}/corrections", body, Entered)

    def send_file(self, court: str, name: str, content: bytes) -> FileOut:
        """Keep a file; an act then names it by its `sha256`."""
        return self.post("/files", {"court": court, "name": name, "content": content}, FileOut)

    def file(self, number: int, sha256: str) -> bytes:
        """What is in a file that an act of the case names."""
        return self.get(f"/cases/{number}/files/{sha256}", FileContent).content

    def approvals(self) -> list[ApprovalOut]:
        """Proposals that wait for this token's officer."""
        return list(self.pages("/approvals", Page[ApprovalOut], {}))

    def events(self, after: str = "", limit: int = 200) -> list[CloudEvent]:
        """Events after the one of that id, oldest first; empty when there is nothing new."""
        query = {"limit": str(limit)} | ({"after": after} if after else {})
        return self.get("/events", list[CloudEvent], query)

    def close(self) -> None:
        """Let the connection go, if there is one."""
        if isinstance(self._send, OverHttp):
            self._send.close()

    def get(self, path: str, kind: type[T], query: Mapping[str, str] | None = None) -> T:
        """Any address that is read."""
        asked = f"?{urlencode(query)}" if query else ""
        return self._ask("GET", f"{path}{asked}", {}, b"", kind)

    def pages(self, path: str, kind: type[Page[T]], query: Mapping[str, str]) -> Iterator[T]:
        """Every item of a list, page after page."""
        cursor: str | None = ""
        while cursor is not None:
            page = self.get(path, kind, {**query, "cursor": cursor} if cursor else query)
            yield from page.items
            cursor = page.next

    def post(self, path: str, body: object, kind: type[T], *, expect: int | None = None, key: str = "") -> T:
        """Any address that is written. Without a key of the caller's, one is made, so that a retry enters nothing twice."""
        headers = {"Content-Type": "application/json", "Idempotency-Key": key or uuid.uuid4().hex}
        if expect is not None:
            headers["If-Match"] = f'"{expect}"'
        return self._ask("POST", path, headers, msgspec.json.encode(body), kind)

    def _ask(self, method: str, path: str, headers: dict[str, str], body: bytes, kind: type[T]) -> T:
        headers |= {"Authorization": f"Bearer {self._token}", "Accept-Language": self._language}
        status, answer = self._send(method, f"/api/v1{quote(path, safe='/?&=%')}", headers, body)
        if status >= 400:
            raise ProblemError(msgspec.json.decode(answer, type=ProblemOut))
        return msgspec.json.decode(answer, type=kind)


def _then(as_of: date | None, known_at: datetime | None) -> dict[str, str]:
    found = {"as_of": as_of, "known_at": known_at}
    return {name: each.isoformat() for name, each in found.items() if each is not None}
