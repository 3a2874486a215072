"""What was disputed, decided and left in cases begun here stands in the national tables, each with what came of it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from tests.cases.stories import APPLICANT, DEBTOR, OTHER, assigned
from tests.record.builder import Did, build
from zhixing.assets.acts.inquiry import RecheckResult
from zhixing.cases.acts.assignment import Reassigned
from zhixing.cases.acts.filing import ClaimKind, ClaimRecorded
from zhixing.cases.acts.higher_court import UrgingOrdered
from zhixing.cases.acts.notice import ApplicantContacted, Channel
from zhixing.cases.acts.panel import CommitteeDiscussed, DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.party_change import ChangeGround, PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.pause import Resumed, Stayed, StayGround, Suspended, SuspensionGround
from zhixing.cases.acts.performance import ConductPerformed
from zhixing.cases.acts.periods import DeductionGround, PeriodDeducted
from zhixing.cases.acts.reconsideration import (
    FilesSentUp,
    ReconsiderationAsked,
    ReconsiderationDecided,
    ReconsiderationResult,
    SupervisionAsked,
)
from zhixing.cases.acts.recusal import (
    RecusalAsked,
    RecusalDecided,
    RecusalGround,
    RecusalReviewAsked,
    RecusalReviewDecided,
)
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised, ObjectionResult
from zhixing.cases.acts.settlement import (
    GuaranteeEnforced,
    GuaranteeGiven,
    GuaranteeKind,
    GuaranteeReason,
)
from zhixing.closing.acts.resumption import ResumptionApplied, ResumptionDeclined, ResumptionGround
from zhixing.closing.acts.termination import PropertyChangeLearned, RoundRechecked
from zhixing.record.act import Act
from zhixing.registers.fields import tables
from zhixing.registers.rows import Values
from zhixing.registers.told_course import case_rows
from zhixing.registers.told_rows import Person

FIRST = 11  # the entry of the first act that a test adds
DAY = date(2017, 4, 10)
NAMED = {
    APPLICANT: Person({"C_MC": "李大山"}),
    DEBTOR: Person({"C_MC": "赵小川"}),
    OTHER: Person({"C_MC": "孙某"}),
}


def at(day: str) -> datetime:
    return datetime.fromisoformat(day)


def rows(*acts: Act | Did) -> dict[str, list[Values]]:
    """The rows of each table after these acts, on a day each from 10 April unless it says its own."""
    dids = [each if isinstance(each, Did) else Did(each, DAY) for each in acts]
    dossier = build([*assigned(), *dids], guarded=False)
    assert dossier.at(FIRST) is not None
    found: dict[str, list[Values]] = {}
    for table, values in case_rows(dossier, NAMED):
        assert set(values) <= set(tables()[table].by_code()), table
        found.setdefault(table, []).append(values)
    return found


RAISED = ObjectionRaised(kind=ObjectionKind.THIRD_PARTY, by=OTHER, object="住宅一套", content="为其所有")
RULED = ObjectionDecided(
    objection=FIRST, result=ObjectionResult.DISMISSED, reason="没有物权", ruling="（2017）渝0235执异1号"
)
ASKED_ABOVE = ReconsiderationAsked(ruling=FIRST + 2, by=OTHER, reason="程序违法")


def test_an_objection_tells_its_ruling_and_where_it_was_taken() -> None:
    (open_one,) = rows(RAISED)["T_SCZXZXYY"]
    assert (open_one["C_TCYYR"], open_one["C_YYNR"]) == ("孙某", "住宅一套；为其所有")
    assert "D_CDRQ" not in open_one
    talk = PanelDeliberated(
        topic=DeliberationTopic.OBJECTION, handler_opinion="驳回", other_opinions="同意", about=FIRST
    )
    answer = ReconsiderationDecided(
        reconsideration=FIRST + 3, result=ReconsiderationResult.UPHELD, ruling="（2017）渝02执复1号"
    )
    found = rows(
        RAISED,
        talk,
        RULED,
        ASKED_ABOVE,
        Did(FilesSentUp(reconsideration=FIRST + 3), date(2017, 4, 12)),
        answer,
    )
    (row,) = found["T_SCZXZXYY"]
    assert (row["C_CDJG"], row["N_ZXYYCDWS"], row["C_CBRYJ"]) == ("驳回异议", FIRST + 2, "驳回")
    assert (row["N_SQFYXH"], row["C_FYJG"]) == (1, "驳回复议，维持裁定")
    (above,) = found["T_SCZXZXFY"]
    assert (above["C_FYLX"], above["D_YSFYFYRQ"]) == ("案外人异议", at("2017-04-12"))
    assert (above["C_FYJG"], above["N_FYJDS"]) == ("驳回复议，维持裁定", FIRST + 5)


def test_a_reconsideration_without_an_answer_has_none_and_supervision_follows_one() -> None:
    (row,) = rows(RAISED, RAISED, RULED, ASKED_ABOVE)["T_SCZXZXFY"]
    assert not {"C_FYJG", "D_FYDFRQ", "C_DFYDHXCL"} & set(row)
    followed = SupervisionAsked(reconsideration=FIRST + 3, by=OTHER)
    (row,) = rows(RAISED, RAISED, RULED, ASKED_ABOVE, followed)["T_SCZXZXFY"]
    assert row["C_DFYDHXCL"] == "申请执行监督"


@pytest.mark.parametrize(("by", "kind"), [(DEBTOR, "申请回避"), (None, "自行回避")])
def test_a_recusal_tells_who_decided_and_its_review_stands_beside(by: int | None, kind: str) -> None:
    asked = RecusalAsked(officer=1, ground=RecusalGround.GIFTS, by=by, reason="接受宴请")
    (waiting,) = rows(asked)["T_SCZXHBQK"]
    assert (waiting["C_HBLX"], "C_HBCLJG" in waiting, waiting.get("N_HBSQR")) == (kind, False, by)
    found = rows(
        asked,
        RecusalDecided(officer=1, granted=False, reason="没有依据"),
        RecusalReviewAsked(decision=FIRST + 1, by=DEBTOR),
        RecusalReviewDecided(review=FIRST + 2, officer=1, granted=True),
    )
    (row,) = found["T_SCZXHBQK"]
    assert (row["C_HBCLJG"], row["N_HBJDS"], row["N_HBR"]) == ("驳回申请", FIRST + 1, 1)
    (review,) = found["T_SCZXZXFY"]
    assert (review["C_FYLX"], review["C_FYJG"]) == ("对回避决定的复议", "准许回避")


def test_a_guarantee_tells_its_sum_its_time_and_that_it_was_enforced() -> None:
    given = GuaranteeGiven(
        guarantor=OTHER, kind=GuaranteeKind.PERSON, amount=1_234_567, until=date(2018, 4, 10)
    )
    (row,) = rows(given)["T_SCZXZXDBQK"]
    assert (row["N_BZJE"], row["N_DBQX"], row["N_DBR"]) == (Decimal("12345.67"), 365, OTHER)
    assert "D_CDRQ" not in row
    taken = GuaranteeEnforced(guarantee=FIRST, reason=GuaranteeReason.UNPERFORMED, asked_by=APPLICANT)
    (row,) = rows(given, taken)["T_SCZXZXDBQK"]
    assert row["C_CDNR"] == "执行担保财产：暂缓期满仍不履行"


def test_a_panel_a_committee_and_a_hearing_have_a_row_each() -> None:
    asked = PartyChangeAsked(ground=ChangeGround.UNPAID_SHARES, by=APPLICANT, new=OTHER, reason="未出资")
    decided = PartyChangeDecided(
        application=FIRST + 1, new=OTHER, granted=True, heard_on=date(2017, 4, 8), ruling="1号"
    )
    found = rows(
        PanelFormed(presiding=42, members=(43, 44), clerk=45),
        asked,
        CommitteeDiscussed(topic="追加股东", decision="同意追加"),
        decided,
    )
    assert [(row["N_CY"], row["C_JS"]) for row in found["T_SCZXZXZZCYZC"]] == [
        (1, "承办人"),
        (42, "审判长"),
        (43, "合议庭成员"),
        (44, "合议庭成员"),
        (45, "书记员"),
    ]
    (heard,) = found["T_SCZXFTSYJL"]
    assert (heard["D_KSSJ"], heard["C_GKTZ"], heard["C_TZCJQK"]) == (at("2017-04-08"), "是", "准许")
    (changed,) = found["T_SCZXBGHZJDSR"]
    assert (changed["C_LX"], changed["N_BGHZJDXDSR"], changed["N_CDWS"]) == ("追加", OTHER, FIRST + 3)
    assert (changed["C_BGHZJBZXRLX"], "C_BGHZJSQZXRLX" in changed) == ("股东未缴纳、未足额缴纳出资", False)
    assert found["T_SCZXSWHTL"][0]["C_TLJG"] == "同意追加"
    assert "T_SCZXFTSYJL" not in rows(asked)


def test_the_days_left_out_are_deductions_rests_and_stays_to_their_last_day() -> None:
    found = rows(
        PeriodDeducted(ground=DeductionGround.SALE, since=date(2017, 4, 1), until=date(2017, 4, 5)),
        Suspended(ground=SuspensionGround.SETTLEMENT),
        Did(Resumed(reason="未履行"), date(2017, 4, 20)),
        Did(Stayed(ground=StayGround.GUARANTEE, until=date(2017, 6, 1)), date(2017, 5, 1)),
    )["T_SCZXKCZXQXJL"]
    assert [(row["C_LX"], row["D_QSRQ"], row.get("D_JSRQ")) for row in found] == [
        ("其他", at("2017-04-01"), at("2017-04-05")),
        ("中止执行", at("2017-04-10"), at("2017-04-19")),
        ("暂缓执行", at("2017-05-01"), at("2017-06-01")),
    ]
    (resting,) = rows(Suspended(ground=SuspensionGround.SETTLEMENT))["T_SCZXKCZXQXJL"]
    assert "D_JSRQ" not in resting


def test_every_act_is_in_the_log_and_every_duty_a_node() -> None:
    found = rows(Reassigned(officer=9, reason="轮岗"))
    assert len(found["T_SCZXZXRZ"]) == FIRST
    assert (found["T_SCZXZXRZ"][-1]["C_SX"], found["T_SCZXZXRZ"][-1]["C_CLR"]) == ("变更承办人", "承办甲")
    (change,) = found["T_SCZXZXZZCYBGJL"]
    assert (change["N_YCY"], change["N_XCY"], change["C_BGYY"]) == (1, 9, "轮岗")
    nodes = {row["C_JDMC"]: row for row in found["T_SCZXZXLCJD"]}
    filing = next(row for name, row in nodes.items() if row["C_JDZT"] == "已完成")
    assert filing["D_JSRQ"] and filing["N_SJWCTS"] is not None
    assert any(row["C_JDZT"] == "办理中" and row["D_JMRQ"] for row in nodes.values())


def test_conduct_owed_and_how_it_was_done_are_linked() -> None:
    owed = ClaimRecorded(
        title=4,
        kind=ClaimKind.CONDUCT,
        label="拆除",
        owed_by=(DEBTOR,),
        owed_to=(APPLICANT,),
        text="拆除围墙",
        due=DAY,
    )
    for substituted, how in ((True, "代履行"), (False, "被执行人自行履行")):
        found = rows(owed, ConductPerformed(claim=FIRST, substituted=substituted, note="已拆"))
        (what,), (done,) = found["T_SCZXDXWDZX"], found["T_SCZXDXWZXQK"]
        assert (done["C_ID_SCZXDXWDZX"], done["C_CLJG"]) == (what["C_ID"], how)
        by_debtor = [row["C_LXBDXW"] for row in found.get("T_SCZXZDLX", ())]
        assert by_debtor == ([] if substituted else ["拆除围墙；已拆"])


def test_after_a_round_what_was_asked_and_what_speaks_for_going_on_is_told() -> None:
    found = rows(
        RoundRechecked(result=RecheckResult.FOUND, found="工资账户一个", receipt="HZ-1"),
        PropertyChangeLearned(debtor=DEBTOR, changed_on=DAY, content="新购轿车"),
        ResumptionApplied(party=APPLICANT, ground=ResumptionGround.PROPERTY_FOUND, clues="轿车"),
        ResumptionDeclined(reason="车已抵押"),
        RoundRechecked(result=RecheckResult.NONE),
    )
    assert [row["C_SFYJG"] for row in found["T_SCZXZBHZDWLCXX"]] == ["是", "否"]
    assert [row["C_CCMC"] for row in found["T_SCZXZBCCCXXX"]] == ["工资账户一个"]
    assert [(row["C_HFJYLY"], row.get("C_CLJG")) for row in found["T_SCZXZBHFJYJCLX"]] == [
        ("终本后查询发现财产", None),
        ("获悉财产变动", None),
        ("申请执行人申请", "不予恢复执行"),
    ]


def test_an_order_from_above_and_a_talk_have_their_rows() -> None:
    found = rows(
        UrgingOrdered(until=date(2017, 7, 1)),
        ApplicantContacted(party=APPLICANT, channel=Channel.PHONE, content="告知进展"),
    )
    (order,), (talk,) = found["T_SCZXPBJL"], found["T_SCZXYT"]
    assert (order["C_PBYQ"], order["D_YBJGRQ"]) == ("督促执行", at("2017-07-01"))
    assert (talk["C_BYTR"], talk["C_YTSY"]) == ("李大山", "告知进展")
