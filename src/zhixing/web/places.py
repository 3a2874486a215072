"""Where an installation keeps its own state, and the secrets it makes for itself on first use.

Imports nothing of Django, so that the command line may ask before Django is set up.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]


def state() -> Path:
    """The directory of this installation's state: ZHIXING_VAR, else `var/` of the checkout, else the user's state directory."""
    named = os.environ.get("ZHIXING_VAR")
    if named:
        return Path(named).absolute()
    if (PROJECT / "pyproject.toml").exists():
        return PROJECT / "var"
    return Path(os.environ.get("XDG_STATE_HOME", Path.home() / ".local" / "state")) / "zhixing"


def secret(name: str) -> str:
    """The secret of that name: from the environment variable of the same name, else made once and kept for its owner alone.

    Two processes that ask for the first time at once get the same answer: the file appears whole, under its name, or not at all.
    """
    given = os.environ.get(name)
    if given:
        return given
    folder = state() / "secrets"
    kept = folder / name.lower()
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, fresh = tempfile.mkstemp(dir=folder)  # mkstemp makes it 0600
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            with contextlib.suppress(FileExistsError):
                os.link(fresh, kept)
        finally:
            Path(fresh).unlink()
    return kept.read_text()
