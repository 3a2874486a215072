"""What printing documents needs of the system: pango and the papers' font; installed when they are missing and that is possible.

`python3 requirements/printing.py` runs under the system's Python with the standard library alone. The platform runs without
them: a document then says what to install, and is made as soon as it is there.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

LIBRARIES = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")
FONT = "Noto Serif CJK SC"
PACKAGES = (
    "libpango-1.0-0",
    "libpangoft2-1.0-0",
    "libharfbuzz-subset0",
    "fonts-noto-cjk",
    "fontconfig",
)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font() -> bool:
    """Whether the font of the papers is installed."""
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", f":family={FONT}", "family"], capture_output=True, text=True)
    return bool(listed.stdout.strip())


def ready() -> bool:
    """Whether documents can be printed."""
    return all(_loads(each) for each in LIBRARIES) and has_font()


def install() -> None:
    """Install them from the system's packages; needs the superuser and apt-get."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        subprocess.run(
            ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", *command], env=environment, stdout=subprocess.DEVNULL
        )


def main() -> int:
    """Always 0: what is missing keeps nobody from everything else. Says in one sentence what to install."""
    if ready():
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stdout.write("正在安装制作文书所需的字体和排版库 …\n")
        sys.stdout.flush()
        install()
    # A library just installed is found by new processes alone.
    found = subprocess.run([sys.executable, __file__, "--ready"]).returncode == 0
    if not found:
        sys.stderr.write(f"暂时不能制作文书（其他功能照常）：请安装 {' '.join(PACKAGES)}。\n")
    return 0


if __name__ == "__main__":
    sys.exit((0 if ready() else 1) if sys.argv[1:] == ["--ready"] else main())
