"""Tampering: the database refuses it to the platform, and what its superuser does all the same is found and named."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from tests import cast
from zhixing.cli import verify as verify_command
from zhixing.cli.postgres import cluster
from zhixing.record import chain
from zhixing.record.catalogue import installed
from zhixing.record.models import StoredAct
from zhixing.record.scope import see


@pytest.fixture
def case(committed: None) -> Iterator[int]:
    cast.begin()
    yield cast.assigned()
    see(())


def found() -> list[str]:
    return [str(each) for each in chain.verify(installed())]


def by_superuser(statement: str) -> None:
    """What only the superuser of the database can do: switch the triggers off and write."""
    name = connection.settings_dict["NAME"]
    with psycopg.connect(cluster().superuser(str(name)), autocommit=True) as session:
        session.execute("SET session_replication_role = replica")
        session.execute(statement)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record_act SET on_day = '2017-01-01'",
        "DELETE FROM record_act",
        "TRUNCATE record_act",
        "TRUNCATE record_act_2017",
        "UPDATE record_act_2026 SET seq = 1",
    ],
)
def test_the_platform_itself_cannot_change_the_record(statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


TAMPERED = {
    "one byte": (
        "UPDATE record_act SET body = set_byte(body, 60, get_byte(body, 60) # 1) WHERE seq = 5",
        "第 5 条: 内容被改动",
    ),
    "a searchable column": (
        "UPDATE record_act SET on_day = '2017-01-01' WHERE seq = 4",
        "第 4 条: 检索列与内容不符",
    ),
    "one missing": ("DELETE FROM record_act WHERE seq = 3", "第 3 至 3 条缺失"),
    "the last missing": ("DELETE FROM record_act WHERE seq = 10", "末尾缺失"),
    "two swapped": (
        "UPDATE record_act SET seq = CASE seq WHEN 5 THEN 6 ELSE 5 END WHERE seq IN (5, 6)",
        "与前一条不相衔接",
    ),
    "all missing": ("DELETE FROM record_act", "全部记录缺失"),
    "the head": ("UPDATE record_dossier SET head_hash = '\\x00'", "卷宗首行所记末条哈希不符"),
}


@pytest.mark.parametrize("kind", TAMPERED)
def test_what_the_superuser_changed_is_named(case: int, kind: str) -> None:
    assert found() == []
    statement, says = TAMPERED[kind]
    by_superuser(statement)
    assert any(says in line for line in found()), found()


def test_the_command_exits_non_zero_and_says_where(case: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify_command.check(argparse.Namespace(quiet=False, against=None)) == 0
    by_superuser(TAMPERED["one byte"][0])
    assert verify_command.check(argparse.Namespace(quiet=False, against=None)) == 1
    assert f"卷宗 {case} 第 5 条" in capsys.readouterr().out


KILLED = """
import os, sys
from zhixing.cli.django import setup
setup(tables=False)
from django.conf import settings
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from tests import cast
from zhixing.record import door, read_model
from zhixing.record.scope import EVERY_COURT, see
from zhixing.cases.acts.filing import LivelihoodCategory, LivelihoodFlagged
settings.ZHIXING_TODAY = "2017-06-15"
see(EVERY_COURT)
read_model.refresh = lambda *dossiers: os.kill(os.getpid(), 9)
flag = LivelihoodFlagged(category=LivelihoodCategory.WAGES)
door.enter(int(sys.argv[2]), flag, cast.who("filing"), on=cast.ASSIGNED)
"""


def test_a_server_killed_in_mid_write_leaves_nothing_half_written(case: int) -> None:
    before = StoredAct.objects.filter(dossier_id=case).count()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(connection.settings_dict["NAME"]), str(case)],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "zhixing.web.settings", "PYTHONPATH": "src:."},
        capture_output=True,
        check=False,
    )
    assert done.returncode == -9, done.stderr.decode()[-2000:]
    assert StoredAct.objects.filter(dossier_id=case).count() == before
    assert found() == []


@pytest.mark.django_db
def test_the_trigger_may_find_heads_by_their_key_alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT proconfig, prosrc FROM pg_proc WHERE proname = 'record_append'")
        ((closed, source),) = cursor.fetchall()
    ways = ("seqscan", "bitmapscan", "hashjoin", "mergejoin", "material")
    assert set(closed) == {f"enable_{way}=off" for way in ways}
    assert "record_dossier.court IS NOT DISTINCT FROM chains.court" in source
