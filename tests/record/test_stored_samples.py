"""Acts live for decades: every type ever stored has a sample that must decode for ever, and loses nothing on the way back."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from zhixing.record.catalogue import installed

STORED = Path(__file__).parent / "stored"
SAMPLES = sorted(STORED.glob("*.json"))


def test_every_act_type_has_a_sample() -> None:
    assert {rule.tag for rule in installed()} - {path.stem for path in SAMPLES} == set()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_stored_act_still_decodes_and_says_the_same(path: Path) -> None:
    stored = path.read_bytes()
    act = installed().act(stored)
    again = json.loads(msgspec.json.encode(act))
    assert act.tag() == path.stem
    assert {key: again[key] for key in json.loads(stored)} == json.loads(stored)


def test_a_sample_that_changed_its_meaning_is_noticed() -> None:
    with pytest.raises(msgspec.ValidationError):
        installed().act(b'{"type": "parties.joined", "party": 7, "role": "a role we never had"}')
