"""The hash chain: each stored entry carries SHA-256 of the previous hash and its own body.

`verify` names what was tampered with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from zhixing.record.act import Act
from zhixing.record.catalogue import Catalogue
from zhixing.record.dossier import Entry
from zhixing.record.link import GENESIS, link
from zhixing.record.models import DossierHead, StoredAct


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a record: the dossier, the sequence number, and what is wrong."""

    dossier: int
    seq: int
    what: str

    def __str__(self) -> str:
        return f"卷宗 {self.dossier} 第 {self.seq} 条: {self.what}"


def verify(catalogue: Catalogue) -> Iterator[Finding]:
    """Check every record the connection may see, entry by entry."""
    acts = StoredAct.objects.order_by("dossier_id", "seq").iterator(chunk_size=2000)
    current: _Walk | None = None
    heads = {head.pk: head for head in DossierHead.objects.all()}
    met: set[int] = set()
    for act in acts:
        if current is None or current.dossier != act.dossier_id:
            if current is not None:
                yield from current.end(heads.get(current.dossier))
            current = _Walk(act.dossier_id)
            met.add(act.dossier_id)
        yield from current.step(act, catalogue)
    if current is not None:
        yield from current.end(heads.get(current.dossier))
    for number, head in heads.items():
        if number not in met:
            yield Finding(number, head.head_seq, "全部记录缺失")


class _Walk:
    """Walks one dossier's chain."""

    def __init__(self, dossier: int) -> None:
        self.dossier = dossier
        self.seq = 0
        self.hash = GENESIS

    def step(self, act: StoredAct, catalogue: Catalogue) -> Iterator[Finding]:
        body, stored = bytes(act.body), bytes(act.hash)
        if act.seq != self.seq + 1:
            missing = f"第 {self.seq + 1} 至 {act.seq - 1} 条缺失" if act.seq > self.seq + 1 else "序号重复"
            yield Finding(self.dossier, act.seq, missing)
        elif bytes(act.prev_hash) != self.hash:
            yield Finding(self.dossier, act.seq, "与前一条不相衔接: 次序被调换或前一条被改写")
        if link(bytes(act.prev_hash), body) != stored:
            yield Finding(self.dossier, act.seq, "内容被改动: 哈希不符")
        else:
            yield from self._columns(act, body, catalogue)
        self.seq, self.hash = act.seq, stored

    def _columns(self, act: StoredAct, body: bytes, catalogue: Catalogue) -> Iterator[Finding]:
        try:
            entry = catalogue.entry(body)
        except msgspec.MsgspecError as error:
            yield Finding(self.dossier, act.seq, f"内容无法解读: {error}")
            return
        if columns(entry) != _stored_columns(act):
            yield Finding(self.dossier, act.seq, "检索列与内容不符")

    def end(self, head: DossierHead | None) -> Iterator[Finding]:
        if head is None:
            yield Finding(self.dossier, self.seq, "卷宗首行缺失")
        elif head.head_seq != self.seq:
            yield Finding(
                self.dossier, head.head_seq, f"末尾缺失: 应有 {head.head_seq} 条，仅存 {self.seq} 条"
            )
        elif bytes(head.head_hash) != self.hash:
            yield Finding(self.dossier, self.seq, "卷宗首行所记末条哈希不符")


Columns = tuple[int, int, str, date, datetime, str, int, int | None]


def columns(entry: Entry[Act]) -> Columns:
    """What the searchable columns of an entry must say."""
    return (
        entry.dossier,
        entry.seq,
        entry.act.tag(),
        entry.on,
        entry.recorded_at,
        entry.by.kind,
        entry.by.id,
        entry.approved_by.id if entry.approved_by else None,
    )


def _stored_columns(act: StoredAct) -> Columns:
    return (
        act.dossier_id,
        act.seq,
        act.type,
        act.on,
        act.recorded_at,
        act.by_kind,
        act.by_id,
        act.approved_by_id,
    )
