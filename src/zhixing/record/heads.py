"""Signed heads: each day the root of every court's tree is signed. Whoever keeps one can later tell whether the past was
rewritten, even by someone who owns the database and recomputed every chain.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from zhixing.record import clock
from zhixing.record.merkle import Tree, consistency, inclusion
from zhixing.record.models import Leaf, SignedHead, StoredAct
from zhixing.record.places import give_places, leaves
from zhixing.record.proof import ED25519, Consistency, Head, Inclusion

SM2 = "sm2"


class SealTrouble(RuntimeError):
    """A head cannot be signed or a proof cannot be given; the message says why and what to do."""


def sign(court: str) -> Head:
    """Give every act its place and sign the root of the court's tree. SealTrouble without an act, or without the algorithm."""
    private = _private()
    give_places()
    tree = Tree()
    for each in leaves(court, _size(court)):
        tree.append(each)
    if not tree.size:
        raise SealTrouble(f"法院 {court} 还没有记录，没有可签署的内容")
    public = private.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    unsigned = Head(
        court=court,
        size=tree.size,
        root=tree.root().hex(),
        at=clock.now(),
        algorithm=ED25519,
        key=public.hex(),
        signature="",
    )
    signature = private.sign(unsigned.statement)
    SignedHead.objects.create(
        court=court,
        size=tree.size,
        root=tree.root(),
        at=unsigned.at,
        algorithm=ED25519,
        key=public,
        signature=signature,
    )
    return msgspec.structs.replace(unsigned, signature=signature.hex())


def public_key() -> str:
    """The public key of this installation's seal, in hex: to be given out once, by another way than the heads."""
    public = _private().public_key()
    return public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw).hex()


def _private() -> Ed25519PrivateKey:
    if settings.ZHIXING_SEAL == SM2:
        raise SealTrouble(
            "所装的密码库不含 SM2 签名。请改用 ZHIXING_SEAL=ed25519，或换装含国密算法的 cryptography"
        )
    if settings.ZHIXING_SEAL != ED25519:
        raise SealTrouble(f"没有“{settings.ZHIXING_SEAL}”这种签名算法，ZHIXING_SEAL 可以是 ed25519 或 sm2")
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(settings.ZHIXING_SEAL_KEY.encode()).digest())


def _size(court: str) -> int:
    last = Leaf.objects.filter(court=court).order_by("-place").values_list("place", flat=True).first()
    return 0 if last is None else last + 1


def heads(court: str) -> list[Head]:
    """Every signed head of a court, newest first."""
    return [_of(row) for row in SignedHead.objects.filter(court=court).order_by("-at", "-pk")]


def _of(row: SignedHead) -> Head:
    return Head(
        court=row.court,
        size=row.size,
        root=bytes(row.root).hex(),
        at=row.at.astimezone(clock.ZONE),
        algorithm=row.algorithm,
        key=bytes(row.key).hex(),
        signature=bytes(row.signature).hex(),
    )


def prove_inclusion(dossier: int, seq: int) -> Inclusion:
    """That an act is in the newest signed head of its court. SealTrouble when no head holds it yet."""
    leaf = Leaf.objects.filter(dossier_id=dossier, seq=seq).first()
    newest = heads(leaf.court)[:1] if leaf else []
    if leaf is None or not newest or newest[0].size <= leaf.place:
        raise SealTrouble("这条记录还没有进入已签署的树首。每天签署一次，也可以现在用 zhixing head sign 签署")
    path = inclusion(list(leaves(leaf.court, newest[0].size)), leaf.place)
    act = StoredAct.objects.only("body", "prev_hash").get(dossier_id=dossier, seq=seq)
    return Inclusion(
        head=newest[0],
        prev=bytes(act.prev_hash).hex(),
        body=bytes(act.body).decode(),
        place=leaf.place,
        path=[each.hex() for each in path],
    )


def prove_consistency(older: Head, newer: Head) -> Consistency:
    """That the newer head's record began as the older's, as far as what is stored today says."""
    if older.court != newer.court or older.size > newer.size:
        raise SealTrouble("两个树首须属于同一法院，且前一个不大于后一个")
    if newer.size > _size(newer.court):
        raise SealTrouble(f"库中只有 {_size(newer.court)} 条，少于树首所记的 {newer.size} 条：记录缺失")
    path = consistency(list(leaves(newer.court, newer.size)), older.size)
    return Consistency(older=older, newer=newer, path=[each.hex() for each in path])


def rewritten(head: Head) -> list[str]:
    """What in the record differs from the head, in sentences; empty when the record up to there is what was signed.

    Reads the acts themselves, not the leaves: both may have been rewritten. The leaves then tell where, unless they were, too.
    """
    found = []
    places = Leaf.objects.filter(court=head.court, place__lt=head.size).order_by("place")
    tree = Tree()
    acts = _hashes(head.court)
    for leaf in places.iterator(chunk_size=10_000):
        stored = acts.get((leaf.dossier_id, leaf.seq))
        if stored is None:
            found.append(f"卷宗 {leaf.dossier_id} 第 {leaf.seq} 条：签署时在卷，现已缺失")
        elif stored != bytes(leaf.hash):
            found.append(f"卷宗 {leaf.dossier_id} 第 {leaf.seq} 条：与签署时的内容不同")
        tree.append(stored or b"")
    if tree.size < head.size:
        found.append(f"法院 {head.court}：签署时有 {head.size} 条，现在只有 {tree.size} 条有位置")
    if tree.root().hex() != head.root and not found:
        found.append(f"法院 {head.court}：记录连同位置表都与签署时不同，不能指出是哪一条")
    return found


def _hashes(court: str) -> Mapping[tuple[int, int], bytes]:
    rows = StoredAct.objects.filter(court=court).values_list("dossier_id", "seq", "hash")
    return {(dossier, seq): bytes(stored) for dossier, seq, stored in rows.iterator(chunk_size=10_000)}
