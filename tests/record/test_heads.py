"""Signed heads: what was signed is proven, what was rewritten is found, even when the whole chain was recomputed."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec
import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests.cast import COURT, OTHER_COURT, assigned, begin, who
from zhixing.cases.acts.filing import LivelihoodCategory, LivelihoodFlagged
from zhixing.cli import proof as proof_command
from zhixing.cli import verify as verify_command
from zhixing.cli.postgres import cluster
from zhixing.record import chain, door, heads
from zhixing.record.catalogue import installed
from zhixing.record.link import GENESIS, link
from zhixing.record.models import Leaf, StoredAct
from zhixing.record.proof import Consistency, Head, Inclusion, genuine, proven


@pytest.fixture
def case(db: None) -> int:
    """A case in hand."""
    begin()
    return assigned()


def enter(case: int) -> int:
    act = LivelihoodFlagged(category=LivelihoodCategory.WAGES)
    return door.enter(case, act, who("officer1"), on=door.read(case).entries[-1].on).seq


def kept(head: Head, folder: Path) -> Path:
    """The head as an inspector keeps it."""
    file = folder / "head.json"
    file.write_bytes(msgspec.json.encode(head))
    return file


def checked(file: Path, key: str = "") -> int:
    """What `zhixing verify --against` exits with."""
    return verify_command.check(argparse.Namespace(against=file, key=key, quiet=True))


def rewrite(case: int, seq: int) -> None:
    """What one who owns the database can do: change an act and recompute every hash after it."""
    rows = list(StoredAct.objects.filter(dossier_id=case).order_by("seq"))
    previous = GENESIS
    name = str(connection.settings_dict["NAME"])
    with psycopg.connect(cluster().superuser(name), autocommit=True) as session:
        session.execute("SET session_replication_role = replica")
        for row in rows:
            entry = installed().entry(bytes(row.body))
            if row.seq == seq:
                another = msgspec.structs.replace(entry.by, name="另一个人")
                entry = msgspec.structs.replace(entry, who=another.kept())
            body = msgspec.json.encode(entry)
            own = link(previous, body)
            session.execute(
                "UPDATE record_act SET body = %s, prev_hash = %s, hash = %s WHERE dossier_id = %s AND seq = %s",
                [body, previous, own, case, row.seq],
            )
            previous = own
        session.execute("UPDATE record_dossier SET head_hash = %s WHERE id = %s", [previous, case])


def test_an_act_is_proven_to_be_in_the_signed_record(case: int) -> None:
    head = heads.sign(COURT)
    assert genuine(head, heads.public_key()) and not genuine(head, "00" * 32)
    found = heads.prove_inclusion(case, 3)
    assert proven(found) and (found.claim.dossier, found.claim.seq) == (case, 3)
    other = msgspec.structs.replace(found, body=heads.prove_inclusion(case, 4).body)
    assert not proven(other)


def test_a_later_record_is_proven_to_have_grown_from_the_earlier(case: int) -> None:
    older = heads.sign(COURT)
    enter(case)
    newer = heads.sign(COURT)
    assert newer.size == older.size + 1
    assert proven(heads.prove_consistency(older, newer))
    with pytest.raises(heads.SealTrouble):
        heads.prove_consistency(newer, older)


def test_places_are_given_once_in_order_and_each_court_has_its_own(case: int) -> None:
    assigned(OTHER_COURT)
    heads.sign(COURT)
    before = list(Leaf.objects.order_by("id").values_list("id", "court", "place"))
    enter(case)
    heads.sign(COURT)
    after = list(Leaf.objects.order_by("id").values_list("id", "court", "place"))
    assert after[: len(before)] == before and len(after) == len(before) + 1
    for own in (COURT, OTHER_COURT):
        places = [place for _, court, place in after if court == own]
        assert places == list(range(len(places)))


def test_an_act_not_yet_signed_has_no_proof(case: int) -> None:
    heads.sign(COURT)
    seq = enter(case)
    with pytest.raises(heads.SealTrouble, match="还没有进入"):
        heads.prove_inclusion(case, seq)


def test_an_altered_head_is_not_genuine(case: int) -> None:
    head = heads.sign(COURT)
    for changed in ({"size": head.size + 1}, {"root": "00" * 32}, {"court": OTHER_COURT}):
        assert not genuine(msgspec.structs.replace(head, **changed))


def test_the_undisturbed_record_agrees_with_the_head_kept_elsewhere(case: int, tmp_path: Path) -> None:
    file = kept(heads.sign(COURT), tmp_path)
    enter(case)
    assert checked(file, heads.public_key()) == 0


def test_an_algorithm_the_library_has_not_is_refused_in_words(
    case: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "ZHIXING_SEAL", "sm2")
    with pytest.raises(heads.SealTrouble, match="SM2"):
        heads.sign(COURT)


def test_a_proof_file_is_checked_by_the_command(
    case: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heads.sign(COURT)
    found: Inclusion | Consistency = heads.prove_inclusion(case, 2)
    file = tmp_path / "proof.json"
    file.write_bytes(msgspec.json.encode(found))
    asked = argparse.Namespace(action="verify", file=file, key=heads.public_key())
    assert proof_command.run(asked) == 0
    assert "属实" in capsys.readouterr().out
    file.write_bytes(msgspec.json.encode(msgspec.structs.replace(found, place=3)))
    assert proof_command.run(asked) == 1
    file.write_bytes(b"{}")
    assert proof_command.run(asked) == 2


def test_a_past_rewritten_with_its_whole_chain_passes_verify_but_not_against_the_head(
    committed: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin()
    case = assigned()
    file = kept(heads.sign(COURT), tmp_path)
    rewrite(case, 3)
    assert list(chain.verify(installed())) == []
    assert checked(file) == 1
    assert f"卷宗 {case} 第 3 条" in capsys.readouterr().out
