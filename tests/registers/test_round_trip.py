"""Every table and every field, taken in and written again, as CSV and as a workbook: nothing is lost."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.cast import COURT, assigned, begin, who
from tests.registers.register import (
    closed_case,
    full_register,
    lines_of,
    meaning,
    number,
    plain_case,
    take_in,
    write,
)
from zhixing.cases.acts.assignment import HandedOver
from zhixing.cases.models import CaseRow
from zhixing.record import door
from zhixing.record.models import Look
from zhixing.record.scope import EVERY_COURT
from zhixing.registers.exporting import Export, export_cases
from zhixing.registers.fields import KEY, MAIN, NUMBER, PARTIES, tables
from zhixing.registers.reading import DEFINITIONS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def district(db: None) -> None:
    begin()


def export(path: Path, reason: str = "") -> dict[str, int]:
    return export_cases(Export(path, EVERY_COURT, reason))


def test_every_field_of_every_table_comes_back_from_csv(tmp_path: Path) -> None:
    said = full_register(tmp_path / "in.csv", [1, 2, 3])
    report = take_in(tmp_path / "in.csv")
    assert (report.entered, report.problems) == (3, [])
    counts = export(tmp_path / "out.csv", "核对")
    for code, table in tables().items():
        place = tmp_path / ("out.csv" if code == MAIN else f"out.{code}.csv")
        back = [meaning(table, line) for line in lines_of(place)]
        assert back == [meaning(table, line) for line in said[code]]
        assert counts[code] == len(back)
        empty = {"C_TYSHXYDM"} if code == PARTIES else set()  # a natural person has none
        assert set().union(*back) == {column.code for column in table.columns} - empty


def test_what_was_written_can_be_taken_in_and_adds_nothing(tmp_path: Path) -> None:
    full_register(tmp_path / "in.csv", [1, 2])
    take_in(tmp_path / "in.csv")
    export(tmp_path / "out.csv", "核对")
    export(tmp_path / "out.xlsx", "核对")
    for name in ("out.csv", "out.xlsx"):
        again = take_in(tmp_path / name)
        assert (again.entered, again.there, again.problems) == (0, 2, []), name


def test_a_workbook_has_a_sheet_for_each_table_and_one_of_definitions(tmp_path: Path) -> None:
    full_register(tmp_path / "in.csv", [1])
    take_in(tmp_path / "in.csv")
    export(tmp_path / "out.xlsx", "核对")
    book = CalamineWorkbook.from_path(str(tmp_path / "out.xlsx"))
    assert book.sheet_names == [*(table.name for table in tables().values()), DEFINITIONS]
    head, row = book.get_sheet_by_name(tables()[MAIN].name).to_python()[:2]
    assert dict(zip(head, row, strict=True))["立案日期(D_LARQ)"] == date(2016, 3, 2)
    defined = book.get_sheet_by_name(DEFINITIONS).to_python()
    assert len(defined) == 1 + sum(len(table.columns) for table in tables().values())


def test_without_a_reason_nobody_is_named_and_with_one_it_is_noted(tmp_path: Path) -> None:
    path = write(tmp_path / "in.csv", [plain_case(1)])
    write(
        tmp_path / "in.执行主体信息.csv",
        [{"案号": number(1), "名称": "赵小川", "当事人法律地位": "被执行人"}],
    )
    take_in(path)
    export(tmp_path / "out.csv")
    assert "赵小川" not in (tmp_path / f"out.{PARTIES}.csv").read_text(encoding="utf-8-sig")
    assert not Look.objects.exists()
    export(tmp_path / "out.csv", "上级法院调取")
    assert "赵小川" in (tmp_path / f"out.{PARTIES}.csv").read_text(encoding="utf-8-sig")
    assert "上级法院调取" in Look.objects.get().page


def test_what_has_been_done_since_is_written_in_place_of_the_registers_word(tmp_path: Path) -> None:
    take_in(write(tmp_path / "in.csv", [plain_case(1), plain_case(2)]))
    case = CaseRow.objects.get(number=number(1)).dossier_id
    handed = door.enter(case, HandedOver(), who("filing"), on=date(2017, 6, 14))
    export(tmp_path / "out.csv")
    first, second = (meaning(tables()[MAIN], line) for line in lines_of(tmp_path / "out.csv"))
    assert first["D_YSAJRQ"] == datetime.combine(handed.on, time.min)
    assert first["C_AJJZJD"] == "待分案"
    assert first.keys() - second.keys() == {"D_YSAJRQ", "C_AJJZJD"}


def test_a_case_begun_here_is_written_in_the_same_fields(tmp_path: Path) -> None:
    case = assigned()
    export(tmp_path / "out.csv", "核对")
    (line,) = (meaning(tables()[MAIN], line) for line in lines_of(tmp_path / "out.csv"))
    row = CaseRow.objects.get(dossier_id=case)
    assert (line[NUMBER], line["C_LAAYMS"], line["C_ZXYJLX"]) == (row.number, row.cause, "判决书")
    assert line["N_CBR"] == row.handler
    parties = [meaning(tables()[PARTIES], each) for each in lines_of(tmp_path / f"out.{PARTIES}.csv")]
    assert [(each["C_MC"], each["C_DSRFLDW"]) for each in parties] == [
        ("李大山", "申请执行人"),
        ("赵小川", "被执行人"),
    ]
    assert all(each[KEY] and each[NUMBER] == row.number for each in parties)
    assert row.court == COURT


def test_a_closed_case_without_news_is_written_as_it_came(tmp_path: Path) -> None:
    given = closed_case(1)
    take_in(write(tmp_path / "in.csv", [given]))
    export(tmp_path / "out.csv")
    (back,) = lines_of(tmp_path / "out.csv")
    named = {name.split("(")[0]: text for name, text in back.items() if text}
    assert named["结案方式"] == "执行完毕"
    assert named["执行完毕事由"] == "自动履行"
    assert named["实际到位金额"] == "50000"
