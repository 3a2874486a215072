"""A register taken in: the acts it states, what is sent back and why, the same file again, a changed one, an interrupted one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from tests.cast import COURT, OTHER_COURT, begin, filed, resident_number, who
from tests.registers.register import closed_case, lines_of, number, plain_case, take_in, write
from zhixing.cases.acts.filing import Filed
from zhixing.cases.models import CaseRow, NumberCounter
from zhixing.closing.acts.ways import Fulfilled
from zhixing.parties.acts import PartyJoined
from zhixing.parties.models import Party
from zhixing.record import chain, door, read_model
from zhixing.record.catalogue import installed
from zhixing.record.models import DossierHead, DutyRow, Outgoing
from zhixing.record.scope import see
from zhixing.registers.acts import CaseTakenOver
from zhixing.registers.importing import Report
from zhixing.registers.models import TakenOverRow
from zhixing.registers.reading import BadFile, open_register
from zhixing.registers.rejecting import rejects_path, write_rejects

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def district(db: None) -> None:
    begin()


def problems(report: Report) -> list[tuple[int, str, str]]:
    return [(each.line, each.code, each.reason) for each in report.problems]


def only(serial: int) -> CaseRow:
    return CaseRow.objects.get(number=number(serial))


def test_good_rows_become_cases_with_their_historical_dates(tmp_path: Path) -> None:
    report = take_in(write(tmp_path / "r.csv", [plain_case(1), closed_case(2)]))
    assert (report.entered, report.problems) == (2, [])
    first, second = only(1), only(2)
    assert (first.court, first.received_on, first.filed_on) == (COURT, date(2016, 3, 1), date(2016, 3, 2))
    assert (first.amount_claimed, first.closed_on) == (5_000_000, None)
    assert (second.closed_on, second.closing_way) == (date(2016, 6, 1), "执行完毕")
    assert second.amount_reached == 5_000_000
    dossier = door.read(second.dossier_id)
    assert [entry.on for entry in dossier.of(Filed, Fulfilled)] == [date(2016, 3, 2), date(2016, 6, 1)]
    taken = dossier.of(CaseTakenOver)[0]
    assert taken.on == date(2017, 6, 15)
    assert taken.act.stated == dossier.head - 1
    assert {entry.by.name for entry in dossier.recorded} == {"登记册转入"}


def test_what_was_taken_over_stands_in_chain_and_read_models_like_anything_else(tmp_path: Path) -> None:
    take_in(write(tmp_path / "r.csv", [plain_case(1), closed_case(2)]))
    assert list(chain.verify(installed())) == []
    assert (
        list(read_model.differences(door.read_many(list(DossierHead.objects.values_list("pk", flat=True)))))
        == []
    )


def test_duties_are_computed_and_nothing_is_sent_for_the_past(tmp_path: Path) -> None:
    take_in(write(tmp_path / "r.csv", [plain_case(1)]))
    own = DutyRow.objects.filter(dossier_id=only(1).dossier_id)
    assert own.filter(rule="decide-on-filing", met_on=date(2016, 3, 2)).exists()
    assert own.filter(met_on=None, ended_on=None).exists()
    assert not Outgoing.objects.filter(dossier_id=only(1).dossier_id).exists()


def test_what_is_done_afterwards_is_asked_everything(tmp_path: Path) -> None:
    take_in(write(tmp_path / "r.csv", [closed_case(2)]))
    with pytest.raises(door.Refused):
        door.enter(only(2).dossier_id, Filed(), who("filing"), on=date(2017, 6, 15))


def test_the_act_of_taking_over_cannot_be_entered_by_anybody(tmp_path: Path) -> None:
    act = CaseTakenOver(number=number(9), source="x", stated=0, digest="0" * 64)
    with pytest.raises(door.Refused):
        door.open_dossier(COURT, [door.Step(act=act, by=who("president"), on=date(2017, 6, 1))])


def test_no_other_act_begins_a_dossier_that_is_taken_over(tmp_path: Path) -> None:
    step = door.Step(act=Filed(), by=who("filing"), on=date(2017, 6, 1))
    with pytest.raises(door.Refused):
        door.take_over([door.TakenFile(COURT, step, [])])


def test_the_same_file_again_adds_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", [plain_case(1), closed_case(2)])
    take_in(path)
    before = DossierHead.objects.count()
    again = take_in(
        write(tmp_path / "again.csv", [closed_case(2, 立案日期="2016/3/2"), plain_case(1)], "gb18030")
    )
    assert (again.entered, again.there, again.problems) == (0, 2, [])
    assert DossierHead.objects.count() == before


def test_a_changed_row_of_a_case_that_is_there_is_reported_and_changes_nothing(tmp_path: Path) -> None:
    take_in(write(tmp_path / "r.csv", [plain_case(1)]))
    report = take_in(write(tmp_path / "r2.csv", [plain_case(1, 应执行标的金额="60000")]))
    assert problems(report) == [(2, "C_AH", "本案已经转入，登记内容与上次不同")]
    assert only(1).amount_claimed == 5_000_000


def test_a_case_of_our_own_is_not_taken_over(tmp_path: Path) -> None:
    ours = CaseRow.objects.get(dossier_id=filed()).number
    report = take_in(write(tmp_path / "r.csv", [plain_case(1, 案号=ours)]))
    assert [reason for _, _, reason in problems(report)] == ["本院已有此案号的案件"]


@pytest.mark.parametrize(
    ("changed", "code", "reason"),
    [
        ({"案号": "渝0235执1号"}, "C_AH", None),
        ({"案号": "（2016）京0101执1号"}, "C_AH", "不是本辖区法院的案号"),
        ({"案号": "（2016）渝0235民初1号"}, "C_AH", "不是执行案件的案号"),
        ({"立案日期": "2016-13-02"}, "D_LARQ", "日历上没有这一天"),
        ({"立案日期": ""}, "D_LARQ", "空白"),
        ({"立案日期": "2016-02-01"}, "D_LARQ", "立案日期早于收案日期2016-03-01"),
        ({"立案日期": "2018-02-01"}, "D_LARQ", "晚于今天2017-06-15"),
        ({"应执行标的金额": "五万"}, "N_YZXBDJE", "不是金额"),
        ({"应执行标的金额": "1.001"}, "N_YZXBDJE", "有不足一分的零头"),
        ({"执行依据类型": ""}, "C_ZXYJLX", "有执行依据或执行标的，执行依据类型却是空白"),
        ({"执行依据类型": "信函"}, "C_ZXYJLX", "不是可以识读的词或代码"),
        ({"结案方式": "不了了之"}, "C_JAFS", "不是可以识读的词或代码"),
        ({"结案方式": ""}, "C_JAFS", "有结案日期，结案方式却是空白"),
        ({"结案日期": ""}, "D_JARQ", "有结案方式，结案日期却是空白"),
        ({"结案日期": "2016-03-01"}, "D_JARQ", "结案日期早于立案日期2016-03-02"),
        ({"C_AJLXDZ": "执保"}, "C_AJLXDZ", "与案号中的“执”不符"),
    ],
)
def test_a_bad_row_is_sent_back_with_field_reason_and_mend(
    tmp_path: Path, changed: dict[str, str], code: str, reason: str | None
) -> None:
    report = take_in(write(tmp_path / "r.csv", [plain_case(1), closed_case(2, **changed)]))
    assert report.entered == 1
    (problem,) = report.problems
    assert (problem.line, problem.code) == (3, code)
    assert reason is None or problem.reason == reason
    assert problem.mend


def test_a_number_written_twice_in_one_file_is_sent_back(tmp_path: Path) -> None:
    report = take_in(write(tmp_path / "r.csv", [plain_case(1), plain_case(1)]))
    assert report.entered == 1
    assert problems(report) == [(3, "C_AH", "与第 2 行的案号相同")]


def test_rejects_can_be_corrected_and_imported_again(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", [plain_case(1), closed_case(2, 结案日期="2016-13-01")])
    party = {"案号": number(2), "当事人法律地位": "被执行人", "名称": "赵小川", "身份证号码": "509999"}
    write(tmp_path / "r.执行主体信息.csv", [party])
    report = take_in(path)
    written = write_rejects(rejects_path(path), report, open_register(path))
    assert [each.name for each in written] == ["r-退回.csv", "r-退回.T_SCZXZXZTXX.csv"]
    (line,), (other,) = (lines_of(each) for each in written)
    assert line["退回：字段"] == "结案日期(D_JARQ)"
    assert line["退回：填的是"] == "2016-13-01"
    assert line["退回：改法"]
    line["结案日期"], other["身份证号码"] = "2016-11-01", resident_number(5)
    write(written[0], [line])
    write(written[1], [other])
    again = take_in(written[0])
    assert (again.entered, again.problems) == (1, [])
    assert only(2).closed_on == date(2016, 11, 1)


def test_parties_join_and_the_same_person_is_entered_once(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", [plain_case(1), plain_case(2)])
    debtor = {"当事人法律地位": "被执行人", "名称": "赵小川", "身份证号码": resident_number(5)}
    applicant = {"当事人法律地位": "申请人", "名称": "李大山", "身份证号码": ""}
    lines = [{"案号": number(serial), **each} for serial in (1, 2) for each in (debtor, applicant)]
    write(tmp_path / "r.T_SCZXZXZTXX.csv", lines)
    assert take_in(path).problems == []
    assert Party.objects.filter(name="赵小川").count() == 1
    assert Party.objects.filter(name="李大山").count() == 2  # never by name alone
    joined = door.read(only(1).dossier_id).of(PartyJoined)
    assert [entry.act.role.label for entry in joined] == ["被执行人", "申请执行人"]


def test_an_identity_under_another_name_is_sent_back(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", [plain_case(1), plain_case(2)])
    who_is = [("赵小川", 1), ("钱大江", 2)]
    lines = [
        {"案号": number(n), "当事人法律地位": "被执行人", "名称": name, "身份证号码": resident_number(5)}
        for name, n in who_is
    ]
    write(tmp_path / "r.T_SCZXZXZTXX.csv", lines)
    report = take_in(path)
    assert report.entered == 1
    assert [(each.table, each.line, each.code) for each in report.problems] == [("T_SCZXZXZTXX", 3, "C_MC")]


def test_nothing_that_names_a_person_stands_in_the_record(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", [plain_case(1, 账户名称="赵小川的账户")])
    line = {"案号": number(1), "当事人法律地位": "被执行人", "名称": "赵小川", "简历": "曾任教师"}
    write(tmp_path / "r.T_SCZXZXZTXX.csv", [line])
    take_in(path)
    bodies = b"".join(bytes(act.body) for act in DossierHead.objects.get().acts.all()).decode()
    assert "民间借贷" in bodies
    assert not any(word in bodies for word in ("赵小川", "教师"))


def test_a_row_of_another_table_without_its_case_is_reported(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", [plain_case(1)])
    write(tmp_path / "r.执行日志.csv", [{"案号": number(7), "事项": "外勤"}])
    report = take_in(path)
    assert [(each.table, each.reason) for each in report.problems] == [
        ("T_SCZXZXRZ", "主表中没有这一行的案件")
    ]


def test_codes_of_the_courts_own_table_are_understood(tmp_path: Path) -> None:
    codes = {("C_JAFS", "02"): "终结本次执行程序", ("C_ZXYJLX", "1"): "判决书"}
    path = write(tmp_path / "r.csv", [closed_case(1, 结案方式="02", 执行依据类型="1")])
    assert take_in(path, codes).problems == []
    assert only(1).closing_way == "终结本次执行程序"


def test_the_counter_moves_past_the_numbers_that_came_in(tmp_path: Path) -> None:
    take_in(write(tmp_path / "r.csv", [plain_case(41), plain_case(7)]))
    assert NumberCounter.objects.get(court=COURT, type_code="执", year=2016).last == 41


def test_another_court_does_not_see_what_was_taken_over(tmp_path: Path) -> None:
    take_in(write(tmp_path / "r.csv", [plain_case(1)]))
    see([OTHER_COURT])
    assert not CaseRow.objects.exists()
    assert not TakenOverRow.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_every_encoding_of_the_courts_is_read(tmp_path: Path, encoding: str) -> None:
    assert take_in(write(tmp_path / "r.csv", [plain_case(1)], encoding)).entered == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("案号,无此字段\n".encode(), "第 2 列“无此字段”不是"),
        ("立案日期\n".encode(), "没有“案号”"),
        ("案号,C_AH\n".encode(), "同一字段"),
        (b"\xff\xfe\x48\x68", "UTF-16"),
        (b"\xe6\xa1\x88\xe5\x8f\xb7\n\xff\xff\n", "第 2 行"),
    ],
)
def test_a_file_that_is_no_register_says_what_and_where(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(content)
    with pytest.raises(BadFile, match=said):
        open_register(path)


def test_a_row_that_the_database_will_not_have_is_sent_back_and_the_others_come_in(tmp_path: Path) -> None:
    with connection.cursor() as cursor:  # as when somebody files the same case meanwhile
        cursor.execute(
            """
            CREATE FUNCTION taken_meanwhile() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'number taken' USING ERRCODE = 'unique_violation'; END $$;
            CREATE TRIGGER taken_meanwhile BEFORE INSERT ON cases_case FOR EACH ROW
                WHEN (NEW.serial IN (3, 4)) EXECUTE FUNCTION taken_meanwhile();
            """
        )
    path = write(tmp_path / "r.csv", [plain_case(serial) for serial in range(1, 8)])
    report = take_in(path)
    assert report.entered == 5
    assert problems(report) == [(4, "C_AH", "不能存入：number taken"), (5, "C_AH", "不能存入：number taken")]
    assert CaseRow.objects.count() == TakenOverRow.objects.count() == 5
