"""Proof files: whatever is edited in one, or added to it, it no longer verifies; its layout alone says nothing."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import COURT, assigned, begin, who
from zhixing.cases.acts.filing import LivelihoodCategory, LivelihoodFlagged
from zhixing.cli import proof as command
from zhixing.record import door, heads
from zhixing.record.proof import Inclusion, genuine, proven, read

SLOW_FIXTURE = (HealthCheck.function_scoped_fixture,)
Place = tuple[str | int, ...]


@pytest.fixture(params=["inclusion", "consistency"])
def file(request: pytest.FixtureRequest, db: None) -> bytes:
    """A proof as the platform gives it."""
    begin()
    case = assigned()
    older = heads.sign(COURT)
    act = LivelihoodFlagged(category=LivelihoodCategory.WAGES)
    door.enter(case, act, who("officer1"), on=door.read(case).entries[-1].on)
    newer = heads.sign(COURT)
    proof = heads.prove_inclusion(case, 3) if request.param == "inclusion" else None
    return msgspec.json.encode(proof or heads.prove_consistency(older, newer))


def holds(content: bytes) -> bool:
    """Whether the file verifies with no other key than its own: the weakest way to ask."""
    try:
        proof = read(content)
    except ValueError:
        return False
    signed = [proof.head] if isinstance(proof, Inclusion) else [proof.older, proof.newer]
    return all(genuine(head) for head in signed) and proven(proof)


def places(value: object, at: Place = ()) -> list[Place]:
    """Where the values of a JSON document stand."""
    if isinstance(value, dict):
        return [each for key, inner in value.items() for each in places(inner, (*at, key))]
    if isinstance(value, list):
        return [each for key, inner in enumerate(value) for each in places(inner, (*at, key))]
    return [at]


def edited(content: bytes, at: Place, new: object) -> bytes:
    """The document with another value there."""
    document = json.loads(content)
    inner = document
    for key in at[:-1]:
        inner = inner[key]
    inner[at[-1]] = new
    return json.dumps(document, ensure_ascii=False).encode()


def value_at(content: bytes, at: Place) -> str | int:
    inner = json.loads(content)
    for key in at:
        inner = inner[key]
    assert isinstance(inner, str | int)
    return inner


def test_as_given_it_verifies_however_it_is_laid_out(file: bytes) -> None:
    assert holds(file) and holds(json.dumps(json.loads(file), indent=4, sort_keys=True).encode())


@given(chosen=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=SLOW_FIXTURE)
def test_no_value_can_be_edited(file: bytes, chosen: st.DataObject) -> None:
    at = chosen.draw(st.sampled_from(places(json.loads(file))))
    old = value_at(file, at)
    if isinstance(old, int):
        new: str | int = chosen.draw(st.integers(-2, 2**40).filter(lambda each: each != old))
    else:
        place = chosen.draw(st.integers(0, max(len(old) - 1, 0)))
        sign = chosen.draw(st.sampled_from("0189abfA +中:"))
        new = old[:place] + sign + old[place + chosen.draw(st.integers(0, 1)) :]
    if new != old:
        assert not holds(edited(file, at, new)), (at, old, new)


def test_every_value_edited_in_turn_fails(file: bytes) -> None:
    for at in places(json.loads(file)):
        old = value_at(file, at)
        for new in (old + 1, old - 1) if isinstance(old, int) else (old.upper() + " ", old[1:], old[::-1]):
            assert new == old or not holds(edited(file, at, new)), at


def test_nothing_can_be_said_beside_it(file: bytes) -> None:
    assert not holds(edited(file, ("seq",), 7))
    assert not holds(file[:-1] + b',"place":0,' + file[1:])
    document = json.loads(file)
    document["path"] = [*document["path"], "00" * 32]
    assert not holds(json.dumps(document).encode())


def test_bytes_cannot_move_between_the_act_and_the_hash_before_it(file: bytes) -> None:
    proof = read(file)
    if isinstance(proof, Inclusion):
        whole = bytes.fromhex(proof.prev) + proof.body.encode()
        moved = msgspec.structs.replace(proof, prev=whole[:33].hex(), body=whole[33:].decode())
        assert not proven(moved)


def test_the_command_says_what_was_proven_and_refuses_what_was_edited(
    file: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "proof.json"
    asked = argparse.Namespace(action="verify", file=kept, key=heads.public_key())
    kept.write_bytes(file)
    assert command.run(asked) == 0
    said = capsys.readouterr().out
    proof = read(file)
    assert f"第 {proof.claim.seq} 条" in said if isinstance(proof, Inclusion) else "开头正是" in said
    kept.write_bytes(edited(file, ("claimed",), "别的"))
    assert command.run(asked) == 2
    assert "请用平台给出的原文件" in capsys.readouterr().err
    place = ("place",) if isinstance(proof, Inclusion) else ("newer", "size")
    kept.write_bytes(edited(file, place, 1))
    assert command.run(asked) == 1
