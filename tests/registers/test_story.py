"""The story of a register, small: killed twice with -9, finished, written, compared. `bench.register_story` tells it large."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bench.register_story import tell
from django.db import connection

ROWS = 2000


def test_a_register_killed_twice_is_taken_in_whole_and_written_again(
    committed: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(connection.settings_dict["NAME"])
    address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    monkeypatch.setenv("DATABASE_URL", address)
    assert tell(tmp_path, ROWS, address)
