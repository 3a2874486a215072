"""The embedded PostgreSQL: first start, hard kills, private homes, two starters at once, and who may do what."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

pytestmark = pytest.mark.database
PROGRAM = Path(sys.executable).parent / "zhixing"
STATEMENT = "import os, sys, psycopg; from zhixing.cli.postgres import ensure_running; c = psycopg.connect(ensure_running()); "


@dataclass(frozen=True)
class Installation:
    """An installation with a state directory of its own."""

    state: Path

    def zhixing(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the platform in it."""
        return subprocess.run([PROGRAM, *arguments], env=self.environment(), capture_output=True, text=True)

    def starting(self, code: str) -> subprocess.Popen[str]:
        """Begin a Python program in it that has a connection `c`."""
        return subprocess.Popen(
            [sys.executable, "-c", STATEMENT + code],
            env=self.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def python(self, code: str) -> str:
        """What such a program prints."""
        program = self.starting(code)
        out, err = program.communicate()
        assert program.returncode == 0, err
        return out.strip()

    def base(self) -> Path:
        """Where its cluster lies."""
        return Path(self.python("from zhixing.cli.postgres import cluster; print(cluster().base)"))

    def server(self) -> int:
        """The number of the server's process."""
        return int((self.base() / "data" / "postmaster.pid").read_text().split()[0])

    def environment(self) -> dict[str, str]:
        """The environment, with this state directory and no other database."""
        return {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "ZHIXING_VAR": str(self.state),
            "LC_ALL": "C",  # the locale of the caller must not matter
        }


@pytest.fixture
def installation() -> Iterator[Installation]:
    """An installation in a folder that everyone may enter."""
    state = Path(tempfile.mkdtemp(prefix="zhixing-"))
    state.chmod(0o755)
    yield Installation(state)
    Installation(state).zhixing("postgres", "stop")
    shutil.rmtree(state)


def test_chinese_text_has_trigrams_whatever_the_callers_locale(installation: Installation) -> None:
    assert (
        int(installation.python("print(c.execute(\"SELECT cardinality(show_trgm('张伟'))\").fetchone()[0])"))
        > 0
    )


def test_the_application_is_not_superuser_and_cannot_pass_row_security(installation: Installation) -> None:
    rights = "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
    assert installation.python(f'print(c.execute("{rights}").fetchone())') == "(False, False, False)"


def test_the_owner_is_admitted_as_superuser(installation: Installation) -> None:
    done = installation.zhixing(
        "psql", "--superuser", "--", "-Atc", "SELECT current_user, current_database()"
    )
    assert done.stdout.strip() == "postgres|zhixing"


def test_a_wrong_password_is_refused(installation: Installation) -> None:
    said = installation.python(
        "import re\n"
        "try: psycopg.connect(re.sub('zhixing:[^@]+@', 'zhixing:wrong@', os.environ['DATABASE_URL']))\n"
        "except psycopg.OperationalError as refused: print('password authentication failed' in str(refused))"
    )
    assert said == "True"


def test_the_last_to_leave_stops_the_server(installation: Installation) -> None:
    first = installation.starting("print('up', flush=True); sys.stdin.readline()")
    assert first.stdout is not None
    assert first.stdout.readline() == "up\n"
    installation.python("pass")  # comes and goes
    assert installation.zhixing("postgres", "status").returncode == 0
    first.terminate()  # without a word: the operating system lets go of its lock
    first.communicate()
    installation.python("pass")
    assert installation.zhixing("postgres", "status").returncode == 3


def test_a_server_asked_to_stay_stays_until_stopped(installation: Installation) -> None:
    assert installation.zhixing("postgres", "start").returncode == 0
    installation.python("pass")
    assert installation.zhixing("postgres", "status").returncode == 0
    installation.zhixing("postgres", "stop")
    assert installation.zhixing("postgres", "status").returncode == 3


def test_two_who_start_it_at_once_share_one_server(installation: Installation) -> None:
    both = [
        installation.starting("print(c.execute('SELECT pg_postmaster_start_time()').fetchone()[0])")
        for _ in range(2)
    ]
    said = [program.communicate() for program in both]
    assert [program.returncode for program in both] == [0, 0], said


def test_after_a_hard_kill_it_starts_again_with_everything_committed(installation: Installation) -> None:
    installation.zhixing("postgres", "start")
    installation.python("c.execute('CREATE TABLE kept AS SELECT generate_series(1, 1000)'); c.commit()")
    killed = installation.server()
    psutil.Process(killed).send_signal(signal.SIGKILL)
    assert installation.python("print(c.execute('SELECT count(*) FROM kept').fetchone()[0])") == "1000"
    assert installation.server() != killed


def test_a_zombie_does_not_pass_for_a_running_server(installation: Installation) -> None:
    base = installation.base()
    zombie = subprocess.Popen(["true"])
    deadline = time.monotonic() + 10
    while psutil.Process(zombie.pid).status() != psutil.STATUS_ZOMBIE and time.monotonic() < deadline:
        os.sched_yield()
    (base / "data" / "postmaster.pid").write_text(f"{zombie.pid}\n{base / 'data'}\n")
    (base / "socket" / ".s.PGSQL.5432.lock").write_text(f"{zombie.pid}\n")
    assert installation.python("print(c.execute('SELECT 1').fetchone()[0])") == "1"
    zombie.wait()


def test_a_private_home_stays_private() -> None:
    home = Path(tempfile.mkdtemp(prefix="zhixing-home-"))
    installation = Installation(home / "project" / "var")
    try:
        base = installation.base()
        assert installation.python("print(c.execute('SELECT 1').fetchone()[0])") == "1"
        assert home.stat().st_mode & 0o777 == 0o700
        shutil.rmtree(base)
    finally:
        shutil.rmtree(home)


def test_data_of_another_version_is_refused_with_a_way_out(installation: Installation) -> None:
    base = installation.base()
    (base / "data" / "PG_VERSION").write_text("15\n")
    done = installation.zhixing("postgres", "start")
    assert done.returncode != 0
    assert "pg_dump" in done.stderr
    assert "Traceback" not in done.stderr
