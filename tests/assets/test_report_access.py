"""Codes to report on line: given with the order, found by hash alone, ended by use, replacement and time; and nothing is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, resident_number, who
from zhixing.assets.access import Access, live, open_with
from zhixing.assets.acts.declaration import ReportAccessIssued
from zhixing.assets.models import ReportAccessRow, ReportRow
from zhixing.assets.report_code import code_hash, code_of
from zhixing.cases.acts.notice import EnforcementNoticeIssued, PropertyReportOrdered
from zhixing.documents.written import Shown, write
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record import door, outbox
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.scope import EVERY_COURT, see, seeing

NUMBER = resident_number(2)


def ordered() -> Dossier:
    """A case whose debtor was ordered to report today, the outbox worked off."""
    begin()
    case = assigned()
    officer = who("officer1")
    (debtor,) = (each.party for each in parties_of(door.read(case), Role.DEBTOR, TODAY))
    acts = (EnforcementNoticeIssued(to=(debtor,)), PropertyReportOrdered(to=(debtor,)))
    door.enter_all(case, [door.Step(act=act, by=officer, on=TODAY) for act in acts])
    outbox.work()
    return door.read(case)


def the_code(dossier: Dossier) -> str:
    """The code as it stands in the paper."""
    (row,) = ReportAccessRow.objects.filter(dossier_id=dossier.id)
    return code_of(dossier.id, row.seq, row.party)


@pytest.mark.django_db
def test_the_order_gives_each_debtor_a_code_once_and_only_the_paper_has_it() -> None:
    dossier = ordered()
    (given,) = dossier.of(ReportAccessIssued)
    assert given.by.kind == "system"
    code = the_code(dossier)
    paper = write(dossier, given.seq)
    assert any(code in str(block) for block in paper.body.blocks)
    for shown in (Shown.VEILED, Shown.PUBLIC):
        assert not any(code in str(block) for block in write(dossier, given.seq, shown=shown).body.blocks)
    stored = repr([entry.act for entry in dossier.recorded]) + repr(list(ReportAccessRow.objects.values()))
    assert code not in stored and code.replace("-", "") not in stored
    outbox.work()
    assert len(door.read(dossier.id).of(ReportAccessIssued)) == 1


@pytest.mark.django_db
def test_a_code_opens_with_the_right_number_in_any_writing_and_with_no_other() -> None:
    dossier = ordered()
    code = the_code(dossier)
    opened = open_with(NUMBER, code, "198.51.100.1", TODAY)
    assert isinstance(opened, Access) and (opened.dossier, opened.court) == (dossier.id, COURT)
    for written in (
        code.lower(),
        code.replace("-", ""),
        f" {code} ",
        code.replace("0", "O").replace("1", "l"),
    ):
        assert open_with(NUMBER, written, "198.51.100.2", TODAY + timedelta(0)) in (opened, *range(1, 61))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (resident_number(3), ""),
        ("", ""),
        ("不是号码", ""),
        (NUMBER, "0000-0000-0000"),
        (NUMBER, ""),
        ("x" * 5000, "y" * 5000),
    ],
)
def test_every_wrong_answer_is_the_same(number: str, code: str) -> None:
    dossier = ordered()
    told = the_code(dossier) if code == "" and number != NUMBER else code
    assert open_with(number, told, "198.51.100.3", TODAY) is None


@pytest.mark.django_db
def test_a_code_ends_with_its_day_and_when_a_later_one_is_given() -> None:
    dossier = ordered()
    (row,) = ReportAccessRow.objects.filter(dossier_id=dossier.id)
    old = the_code(dossier)
    assert open_with(NUMBER, old, "198.51.100.4", row.until) is not None
    assert open_with(NUMBER, old, "198.51.100.4", row.until + timedelta(days=1)) is None
    again = ReportAccessIssued(order=row.order, debtor=row.party, until=date(2017, 7, 1))
    door.enter(dossier.id, again, who("officer1"), on=TODAY)
    assert open_with(NUMBER, old, "198.51.100.4", TODAY) is None
    assert live(dossier.id, row.seq, COURT, TODAY) is None
    assert isinstance(open_with(NUMBER, the_code(dossier), "198.51.100.4", TODAY), Access)


@pytest.mark.django_db
def test_guessing_is_slowed_down_by_code_and_by_address() -> None:
    dossier = ordered()
    code = the_code(dossier)
    answers = [open_with(resident_number(7), code, f"198.51.100.{each}", TODAY) for each in range(6)]
    assert answers[:5] == [None] * 5 and isinstance(answers[5], int)
    many = [open_with(NUMBER, f"{each:012d}", "203.0.113.9", TODAY) for each in range(21)]
    assert many[:20] == [None] * 20 and isinstance(many[20], int)


@pytest.mark.django_db
def test_another_court_sees_neither_codes_nor_reports() -> None:
    dossier = ordered()
    see(EVERY_COURT)
    assert ReportAccessRow.objects.filter(dossier_id=dossier.id).count() == 1
    with seeing((OTHER_COURT,)):
        assert not ReportAccessRow.objects.exists() and not ReportRow.objects.exists()


@pytest.mark.django_db
def test_the_order_goes_out_with_the_notice_and_states_what_the_law_wants() -> None:
    assert installed().rule(EnforcementNoticeIssued).steps == (PropertyReportOrdered,)
    dossier = ordered()
    (order,) = dossier.of(PropertyReportOrdered)
    text = str(write(dossier, order.seq).body.blocks)
    stated = (
        "10日内",
        "前一年",
        "有价证券",
        "不动产",
        "动产",
        "财产性权利",
        "登记在他人名下",
        "转让",
        "大额资金",
    )
    consequences = ("财产调查表", "延长期限", "十日内向本院补充报告", "罚款、拘留", "失信被执行人名单")
    assert [each for each in (*stated, *consequences) if each not in text] == []


def test_codes_are_sixty_bits_of_signs_that_are_read_off_paper_safely() -> None:
    codes = {code_of(1, seq, 12) for seq in range(500)}
    assert len(codes) == 500
    assert all(len(each) == 14 and not set(each) & set("ILOU") for each in codes)
    assert code_hash("7K3M-9QXT-0011") == code_hash("7k3m 9qxt ooil")
