"""Build the project's own Python environment from hash-pinned requirements, or do nothing when it is up to date.

Runs under the system's Python with the standard library alone: `python3 requirements/environment.py .venv`.
uv installs about ten times faster than pip; where it has no build for the machine, pip does the same work.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "requirements"
NEEDED = (3, 11)


def fingerprint() -> str:
    """Everything that decides what the environment holds, as one hash."""
    parts = [PINS / "uv.txt", PINS / "dev.txt", PINS / "base.in", ROOT / "pyproject.toml", Path(__file__)]
    content = b"\0".join(part.read_bytes() for part in parts)
    return hashlib.sha256(content + sys.version.encode() + str(ROOT).encode()).hexdigest()


def run(*command: str | Path) -> bool:
    """Run a command; say whether it succeeded."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return subprocess.run([str(part) for part in command], env=environment).returncode == 0


def build(venv: Path) -> bool:
    """Make the environment and install the pinned packages and the project itself."""
    python = venv / "bin" / "python"
    if not python.exists() and not run(sys.executable, "-m", "venv", venv):
        print(
            "不能建立 Python 环境：请先安装 python3-venv（Debian：apt-get install python3-venv）。",
            file=sys.stderr,
        )
        return False
    pip = (python, "-m", "pip", "--quiet", "install", "--require-hashes")
    project = ("--quiet", "--no-deps", "--no-build-isolation", "--editable", ROOT)
    uv = (venv / "bin" / "uv", "pip")
    if run(*pip, "--only-binary", ":all:", "-r", PINS / "uv.txt"):
        chosen = ("--python", python)
        return run(*uv, "sync", "--quiet", *chosen, "--require-hashes", PINS / "dev.txt") and run(
            *uv, "install", *chosen, *project
        )
    print("uv 不可用，改用 pip。", file=sys.stderr)
    return run(*pip, "-r", PINS / "dev.txt") and run(python, "-m", "pip", "install", *project)


def main(venv: Path) -> int:
    """Bring the environment up to date; 0 when it is."""
    if sys.version_info < NEEDED:
        print(
            f"需要 Python 3.11 或更新版本，当前是 {sys.version.split()[0]}。可用 make PYTHON=… 指定。",
            file=sys.stderr,
        )
        return 1
    stamp = venv / "built-from"
    venv.mkdir(exist_ok=True)
    with (venv / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stamp.exists() and stamp.read_text() == fingerprint():
            return 0
        started = time.monotonic()
        print("正在建立 Python 环境 …", flush=True)
        if not build(venv):
            return 1
        stamp.write_text(fingerprint())
        print(f"Python 环境就绪，用时 {time.monotonic() - started:.0f} 秒。", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute()))
