"""`zhixing staffing`: a court's people and equipment as of a day, or why there is nothing to show."""

from __future__ import annotations

from datetime import date

import pytest
from tests.cast import COURT, OTHER_COURT, begin, who
from tests.people.test_organisation import COUNT, LOT, ON, OPENED

from zhixing.cli import main
from zhixing.people.acts import OrganisationOpened
from zhixing.record import door


@pytest.fixture
def organised(db: None) -> None:
    """A court's people counted and approved, six recorders whose check is overdue."""
    begin()
    director = who("director")
    steps = [
        door.Step(act=OrganisationOpened(), by=director, on=OPENED),
        door.Step(act=COUNT, by=director, approved_by=who("president"), on=ON),
        door.Step(act=LOT, by=director, on=ON),
    ]
    door.open_dossier(COURT, steps)


def test_it_shows_the_table_the_share_and_the_equipment(
    organised: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["staffing", COURT]) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()[1:4]] == ["部门", "执行局（执行）", "立案庭（审判）"]
    assert "执行人员比例 16.7%，应达到 18.0%：未达到" in out
    assert "员额法官占比：执行 25.0%，审判 40.0%，低于审判部门" in out
    assert "执法记录仪" in out and "在册 6，可用 6，下次检查 2016-06-30，已逾期" in out


def test_before_the_count_the_share_is_not_told(organised: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["staffing", COURT, "--on", date(2016, 3, 2).isoformat()]) == 0
    assert "还不能统计：本院还没有清点人员" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([OTHER_COURT], 1, "还没有建立机构卷宗"),
        ([COURT, "--on", "2016-02-01"], 1, "还没有建立机构卷宗"),
        (["渝9999"], 2, "没有代字为“渝9999”的法院"),
        ([COURT, "--on", "去年"], 2, "不是日期"),
    ],
)
def test_what_it_cannot_show_it_says(
    organised: None, arguments: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["staffing", *arguments]) == code
    assert says in capsys.readouterr().err
