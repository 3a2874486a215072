"""`zhixing plan import`: the reading as JSON or in lines, what is wrong with its place, and nothing written where it stops."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest
from tests.cast import COURT

from zhixing.cli import plan
from zhixing.plan.drafts import reading_of
from zhixing.plan.models import PlanDraft
from zhixing.record.scope import EVERY_COURT, seeing

TEXT = """某院〔2016〕5号
某某人民法院
关于加强执行工作的方案
一、工作措施
1、建立台账。逐案登记。
责任部门：执行局
完成时限：2016年12月前，登记率达到95%。
二、实施步骤
（一）推进阶段（2016年4月—2017年4月）推进。
某某人民法院
2016年3月1日
"""


def called(*words: str) -> int:
    """The command's exit code."""
    parser = argparse.ArgumentParser()
    plan.add_arguments(parser)
    return plan.run(parser.parse_args(["import", *words]))


@pytest.fixture
def paper(tmp_path: Path) -> str:
    """A plan's file."""
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_json_has_the_fields_of_a_reading(paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(paper, "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["document_no"], told["issuer"], told["date"]) == (
        "某院〔2016〕5号",
        "某某人民法院",
        "2016-03-01",
    )
    (stage,) = told["stages"]
    assert (stage["name"], stage["since"], stage["until"]) == ("推进阶段", "2016-04-01", "2017-04-30")
    (measure,) = told["measures"]
    assert (measure["no"], measure["title"], measure["departments"]) == (1, "建立台账", ["执行局"])
    (deadline,) = measure["deadlines"]
    assert (deadline["text"], deadline["by"]) == ("2016年12月前", "2016-12-31")
    (target,) = measure["targets"]
    assert (target["value"], target["unit"], target["of"], target["by"]) == (95, "%", "登记率", "2016-12-31")
    assert told["not_understood"] == []


def test_lines_say_the_same(paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(paper, "--dry-run") == 0
    assert "期限 2016-12-31 为止（2016年12月前）" in capsys.readouterr().out


def test_a_phrase_may_be_read_otherwise(paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(paper, "--dry-run", "--json", "--reading", "before-month=before-first-day") == 0
    assert json.loads(capsys.readouterr().out)["measures"][0]["deadlines"][0]["by"] == "2016-11-30"


@pytest.mark.parametrize("given", ["before-month", "no-rule=x", "before-month=later"])
def test_a_wrong_reading_is_explained(paper: str, given: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(paper, "--dry-run", "--reading", given) == 2
    assert "before-" in capsys.readouterr().err


def test_what_is_no_plan_stops_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("亲爱的同事：\n周末愉快。", encoding="utf-8")
    assert called(str(path)) == 1
    assert "没有读出任何措施" in capsys.readouterr().err


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(str(tmp_path / "none.txt")) == 2
    assert "none.txt" in capsys.readouterr().err


def test_departments_that_do_not_exist_are_pointed_at(
    paper: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = tmp_path / "departments.txt"
    known.write_text("立案庭\n", encoding="utf-8")
    assert called(paper, "--dry-run", "--departments", str(known)) == 0
    assert "没有“执行局”这个部门" in capsys.readouterr().err


def test_problems_stand_in_the_json_with_their_places(paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(paper).write_text(TEXT.replace("95%", "195%"), encoding="utf-8")
    assert called(paper, "--json") == 1
    (found,) = json.loads(capsys.readouterr().out)["problems"]
    assert found == {
        "where": "第 5 行（第 1 项措施“建立台账”）",
        "what": "目标“达到195%”超过百分之百",
        "mend": "请核对原文，改正目标值",
        "stops": True,
    }


def test_a_list_of_departments_that_is_not_there_is_named(
    paper: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(paper, "--departments", str(tmp_path / "none.txt")) == 2
    assert "none.txt" in capsys.readouterr().err


def test_a_file_without_text_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7 damaged")
    assert called(str(path), "--dry-run") == 2
    assert "不是完好的PDF文件" in capsys.readouterr().err


def test_a_court_that_is_none_is_told(paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(paper, "--court", "某99") == 2
    assert "某99" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_plan_without_faults_is_kept_for_a_person(paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(paper, "--court", COURT) == 0
    with seeing(EVERY_COURT):
        draft = PlanDraft.objects.get()
    assert (draft.court, draft.name, draft.text) == (COURT, "plan.txt", TEXT)
    assert [each.title for each in reading_of(draft).plan.measures] == ["建立台账"]
    assert f"/plan/drafts/{draft.pk}/" in capsys.readouterr().err


@pytest.mark.django_db
@pytest.mark.parametrize("words", [["--dry-run"], ["--departments", "/nowhere"]])
def test_what_is_only_tried_or_wrong_writes_nothing(paper: str, words: list[str]) -> None:
    called(paper, *words)
    with seeing(EVERY_COURT):
        assert not PlanDraft.objects.exists()
