"""The browser for the tests: the system's Chromium and a Chinese font; installed when they are missing and that is possible.

`python tests/browser.py` (make browser) sees to it and fails with one sentence otherwise. Nothing is left out for want of a
browser: a page nobody looked at is untested.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PACKAGES = ("chromium", "fonts-noto-cjk")


def executable() -> str | None:
    """The path of the system's Chromium, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def reads_chinese() -> bool:
    """Whether a font for Chinese is installed; without one every page is boxes."""
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True)
    return bool(listed.stdout.strip())


def ready() -> bool:
    """Whether browser tests can run."""
    return executable() is not None and reads_chinese()


def install() -> None:
    """Install both from the system's packages; needs the superuser and apt-get."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES, "fontconfig"]):
        subprocess.run(
            ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", *command], env=environment, stdout=subprocess.DEVNULL
        )


def main() -> int:
    """0 when browser tests can run."""
    if not ready() and os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stdout.write("正在安装浏览器和中文字体 …\n")
        sys.stdout.flush()
        install()
    if ready():
        return 0
    sys.stderr.write(f"浏览器测试需要 {' 和 '.join(PACKAGES)}（或 Chrome 和任一中文字体），请先安装。\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
