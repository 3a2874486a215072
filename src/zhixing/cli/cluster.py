"""One PostgreSQL cluster: its folder, its first set-up, starting and stopping it, and clearing up after a hard kill.

Nobody but the owner reaches it: there is no network port, only a socket; the superuser `postgres` is admitted by
operating-system identity, the application's role by password. The locale is PostgreSQL's own C.UTF-8, so that order does not
depend on the machine; the character classes are UTF-8 too, because with those of "C" trigrams of Chinese text come out empty.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from zhixing.cli.binaries import SYSTEM_STATE, PostgresTrouble, Programs

ROLE = DATABASE = "zhixing"
SOCKET_LIMIT = 107 - len("/.s.PGSQL.5432.lock")  # bytes the operating system allows for a socket's path
ORPHANS_LEAVE = 60  # seconds that back-ends of a killed server are given to notice
CHARACTERS = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
EXTENSIONS = ("pg_trgm", "btree_gist")
CONFIGURATION = """
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0777
timezone = 'Asia/Shanghai'
log_timezone = 'Asia/Shanghai'
jit = off
"""
ADMISSION = "local all postgres peer map=owner\nlocal all all scram-sha-256\n"
# Behind row-level security an index serves only operators that cannot tell of a row by failing. These cannot: LIKE, array @>.
TELL_NOTHING = ("pg_catalog.textlike(text, text)", "pg_catalog.arraycontains(anyarray, anyarray)")


@dataclass(frozen=True)
class Cluster:
    """A cluster at a base folder; `data`, `socket` and the log lie inside it where the path is short enough."""

    base: Path
    programs: Programs

    @property
    def data(self) -> Path:
        """PostgreSQL's data directory."""
        return self.base / "data"

    @property
    def log(self) -> Path:
        """What the server wrote."""
        return self.base / "log"

    @property
    def socket(self) -> Path:
        """The folder of the socket."""
        inside = self.base / "socket"
        if len(os.fsencode(inside)) <= SOCKET_LIMIT:
            return inside
        return (
            Path(tempfile.gettempdir()) / f"zhixing-{hashlib.sha256(os.fsencode(self.base)).hexdigest()[:16]}"
        )

    def address(self, password: str) -> str:
        """The application's DATABASE_URL."""
        return f"postgresql://{ROLE}:{quote(password)}@/{DATABASE}?host={quote(str(self.socket), safe='/')}"

    def superuser(self, database: str = "postgres") -> str:
        """How the owner connects as PostgreSQL's superuser."""
        return f"host='{self.socket}' user=postgres dbname={database}"

    def running(self) -> bool:
        """Whether a live server keeps this data; one that was killed does not count, nor does its zombie."""
        pid = self._recorded_pid()
        return pid is not None and self._keeps_data(pid)

    def start(self, password: str) -> None:
        """Start the server, making the cluster first if need be. PostgresTrouble when it will not start."""
        self._make_folders()
        if not self.data.exists():
            self._initialise()
        self._configure()
        self._clear_after_kill()
        done = self._control("start", "-w", "-t", "300", "-l", str(self.log))
        if done != 0:
            raise PostgresTrouble(f"内置数据库没有启动。日志 {self.log} 的末尾：\n{self._end_of_log()}")
        try:
            self._prepare(password)
        except BaseException:
            self.stop()  # a server that is half prepared must not pass for one that runs
            raise

    def stop(self) -> None:
        """Stop the server: transactions in progress are rolled back, clients disconnected."""
        if self.running() and self._control("stop", "-w", "-t", "120", "-m", "fast") != 0:
            raise PostgresTrouble(f"内置数据库没有停止。日志 {self.log} 的末尾：\n{self._end_of_log()}")

    def _make_folders(self) -> None:
        for folder in (self.base, self.socket):
            try:
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            except OSError as error:
                raise PostgresTrouble(
                    f"不能建立数据库目录 {folder}：{error.strerror}。请检查该目录的权限。"
                ) from error
            if folder.is_symlink() or folder.stat().st_uid not in (os.geteuid(), self._owner()):
                raise PostgresTrouble(f"目录 {folder} 属于另一用户。请删除它，或以该用户运行。")
            self.programs.own(folder)

    def _owner(self) -> int:
        return self.programs.user.pw_uid if self.programs.user else os.geteuid()

    def _initialise(self) -> None:
        fresh = self.base / "data.new"  # renamed when whole, so that an interrupted set-up is begun again
        shutil.rmtree(fresh, ignore_errors=True)
        done = self.programs.run(
            "initdb", "-D", fresh, "-U", "postgres", "--encoding=UTF8", "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8", "--locale=C", f"--lc-ctype={CHARACTERS}",
            "--data-checksums", "--auth=reject", "--no-sync",
            cwd=self.base,
        )  # fmt: skip
        if done.returncode != 0:
            raise PostgresTrouble(f"内置数据库没有建成：\n{done.stderr.strip()}")
        fresh.rename(self.data)

    def _configure(self) -> None:
        version, ours = (self.data / "PG_VERSION").read_text().strip(), self._major()
        if version != ours:
            raise PostgresTrouble(
                f"{self.data} 是 PostgreSQL {version} 的数据，现在的程序是 {ours}。"
                "请先用旧程序导出（pg_dump），移走该目录后再导入。"
            )
        texts = {
            "zhixing.conf": CONFIGURATION.format(socket=self.socket),
            "pg_hba.conf": ADMISSION,
            "pg_ident.conf": f'owner "{pwd.getpwuid(os.geteuid()).pw_name}" postgres\n',
        }
        for name, text in texts.items():
            (self.data / name).write_text(text)
            self.programs.own(self.data / name)
        main = self.data / "postgresql.conf"
        if "zhixing.conf" not in main.read_text():
            with main.open("a") as file:
                file.write("\ninclude 'zhixing.conf'\n")

    def _major(self) -> str:
        done = self.programs.run("postgres", "--version", cwd=self.base)
        return done.stdout.split()[-1].split(".")[0] if done.returncode == 0 else done.stderr.strip()

    def _control(self, *arguments: str) -> int:
        return self.programs.run("pg_ctl", "-D", self.data, "-s", *arguments, cwd=self.base).returncode

    def _end_of_log(self) -> str:
        return (
            "\n".join(self.log.read_text(errors="replace").splitlines()[-12:])
            if self.log.exists()
            else "（空）"
        )

    def _recorded_pid(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return None

    def _keeps_data(self, pid: int) -> bool:
        """Whether the process is alive and works in this data directory: servers and back-ends do, a zombie works nowhere."""
        import psutil

        try:
            process = psutil.Process(pid)
            return process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()).samefile(self.data)
        except (psutil.Error, OSError):
            return False

    def _clear_after_kill(self) -> None:
        """Remove the locks of a server that was killed, once none of its back-ends is left to write.

        PostgreSQL does this itself, unless the killed process is still a zombie or its number has been given away.
        """
        pid = self._recorded_pid()
        if pid is None:
            return
        import psutil

        deadline = time.monotonic() + ORPHANS_LEAVE
        while any(self._keeps_data(other) for other in psutil.pids()):
            if time.monotonic() > deadline:
                raise PostgresTrouble("被强行结束的数据库还有残留进程，请稍候再试。")
            time.sleep(0.1)
        for lock in (
            self.data / "postmaster.pid",
            self.socket / ".s.PGSQL.5432.lock",
            self.socket / ".s.PGSQL.5432",
        ):
            lock.unlink(missing_ok=True)

    def _prepare(self, password: str) -> None:
        """The application's role and database, and in every new database the extensions, which only the superuser may add."""
        import psycopg
        from psycopg import sql

        role, database = sql.Identifier(ROLE), sql.Identifier(DATABASE)
        with psycopg.connect(self.superuser("template1"), autocommit=True) as connection:
            for extension in EXTENSIONS:
                connection.execute(
                    sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
                )
            trigrams = connection.execute("SELECT cardinality(show_trgm('张伟'))").fetchone()
            if trigrams is None or trigrams[0] == 0:
                raise PostgresTrouble("数据库的字符集不能检索中文。请移走数据库目录后重新建立。")
        with psycopg.connect(self.superuser(), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {}").format(role))
            rights = sql.SQL("ALTER ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE CREATEDB PASSWORD {}")
            connection.execute(rights.format(role, sql.Literal(password)))
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(database, role))
        for each in ("template1", DATABASE):
            with psycopg.connect(self.superuser(each), autocommit=True) as connection:
                for function in TELL_NOTHING:
                    connection.execute(sql.SQL("ALTER FUNCTION {} LEAKPROOF").format(sql.SQL(function)))


def base_folder(wanted: Path, programs: Programs, installation: str) -> Path:
    """Where the cluster lies: `wanted`, or, if its user cannot get there, a folder in the system's state directory.

    That folder is found by the installation's own secret name, not by its path: a new checkout in an old one's place begins anew.
    """
    if programs.user is None or all(
        parent.stat().st_mode & 0o001 for parent in wanted.parents if parent.exists()
    ):
        return wanted
    return SYSTEM_STATE / hashlib.sha256(installation.encode()).hexdigest()[:16]
