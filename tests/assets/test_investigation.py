"""Clues, investigation on the spot, search, audit, reward: what each needs, by when it is due, and what follows from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.assets.reports import CAR
from tests.cases.stories import APPLICANT, DEBTOR, noticed
from tests.record.builder import Did, build, refused
from zhixing.assets.acts.clues import (
    AuditDecided,
    AuditReported,
    AuditRequested,
    ClueProvided,
    ClueResult,
    ClueSource,
    ClueVerified,
    InvestigationRequested,
    OnSiteInvestigated,
    RewardDecided,
    RewardNoticePublished,
    RewardRequested,
    RewardSettled,
    SearchConducted,
    SearchOrdered,
)
from zhixing.assets.acts.found import FoundBy
from zhixing.assets.questions.investigation import clues, investigations
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.duties import Standing, duties
from zhixing.record.power import Power

DAY = date(2017, 5, 8)
CLUE = ClueProvided(debtor=DEBTOR, party=APPLICANT, content="在县城有一辆轿车")
FOUND = replace(CAR, found_by=FoundBy.CLUE)
VERIFIED = ClueVerified(clue=13, result=ClueResult.TRUE, how="到车管所查询", found=(14,))
ASKED = InvestigationRequested(party=APPLICANT, debtor=DEBTOR, reason="被执行人外出务工，住处不详")
LOOKED = OnSiteInvestigated(
    debtor=DEBTOR,
    place="某村村民委员会",
    what="财产和下落",
    result="无房产登记，有轿车一辆",
    investigators=(1, 2),
)
WARRANT = SearchOrdered(
    debtor=DEBTOR, place="县城门面二楼", hidden="账簿藏于二楼，有证人证言", ordered_on=DAY, days=10
)
SEARCH = SearchConducted(
    order=13, searchers=(1, 2), shown=True, present="被执行人之子、居委会干部", account="查得账簿三册"
)
AUDIT = AuditRequested(party=APPLICANT, debtor=DEBTOR, reason="抽逃出资")
AUDITED = AuditDecided(request=13, auditor="某会计师事务所", drawn=True, advance=1_000_000)
AUDIT_REPORT = AuditReported(decision=14, result="未见抽逃", cost=1_000_000, borne_by=APPLICANT)
REWARD = RewardRequested(
    party=APPLICANT, debtor=DEBTOR, terms="执行到位金额的百分之五", promised=True, where="悬赏公告平台"
)
REWARDED = RewardDecided(request=13)
POSTED = RewardNoticePublished(
    decision=14, terms="执行到位金额的百分之五", conditions="提供本院未掌握的线索", platforms="悬赏公告平台"
)
TIP = ClueProvided(debtor=DEBTOR, content="车停在某车库", source=ClueSource.REWARD, informant="c" * 64)
SETTLED = RewardSettled(notice=15, clue=16, realised=5_000_000, paid=250_000)


def guards(act: Act, *before: Act, on: date = DAY) -> list[str]:
    """The guards that stand against the act after these of the same day."""
    return [
        each.guard for each in refused(build([*noticed(), *(Did(one, DAY) for one in before)]), Did(act, on))
    ]


@pytest.mark.parametrize(
    ("act", "before", "against"),
    [
        (CLUE, (), []),
        (replace(CLUE, debtor=APPLICANT), (), ["clue-complete"]),
        (replace(CLUE, content=" "), (), ["clue-complete"]),
        (replace(CLUE, party=None), (), ["clue-complete"]),
        (replace(CLUE, party=None, source=ClueSource.OTHER), (), []),
        (replace(TIP, informant=None), (), ["clue-complete"]),
        (TIP, (), []),
        (VERIFIED, (CLUE, FOUND), []),
        (VERIFIED, (FOUND,), ["verification-complete"]),
        (replace(VERIFIED, how=""), (CLUE, FOUND), ["verification-complete"]),
        (replace(VERIFIED, found=()), (CLUE, FOUND), ["verification-complete"]),
        (replace(VERIFIED, found=(), result=ClueResult.FALSE), (CLUE,), []),
        (VERIFIED, (CLUE, FOUND, VERIFIED), ["verification-complete"]),
        (ASKED, (), []),
        (replace(ASKED, party=DEBTOR), (), ["request-between-parties"]),
        (LOOKED, (), []),
        (replace(LOOKED, investigators=(1, 1)), (), ["investigation-complete"]),
        (replace(LOOKED, result=""), (), ["investigation-complete"]),
        (replace(LOOKED, debtor=APPLICANT), (), ["investigation-complete"]),
    ],
)
def test_clues_and_investigations_are_whole(act: Act, before: tuple[Act, ...], against: list[str]) -> None:
    assert guards(act, *before) == against


@pytest.mark.parametrize(
    ("act", "before", "against"),
    [
        (WARRANT, (), []),
        (replace(WARRANT, debtor=APPLICANT), (), ["told-in-vain"]),
        (replace(WARRANT, hidden=""), (), ["told-in-vain"]),
        (replace(WARRANT, ordered_on=date(2017, 6, 1)), (), ["told-in-vain"]),
        (replace(WARRANT, days=0), (), ["told-in-vain"]),
        (SEARCH, (WARRANT,), []),
        (SEARCH, (CLUE,), ["under-an-order"]),
        (replace(SEARCH, shown=False), (WARRANT,), ["under-an-order"]),
        (replace(SEARCH, searchers=(1,)), (WARRANT,), ["witnessed"]),
        (replace(SEARCH, present=""), (WARRANT,), ["witnessed"]),
        (replace(SEARCH, present="", absent="已通知，拒不到场"), (WARRANT,), []),
        (replace(SEARCH, woman_searched=True), (WARRANT,), ["witnessed"]),
        (replace(SEARCH, woman_searched=True, by_woman=True), (WARRANT,), []),
        (replace(SEARCH, account=""), (WARRANT,), ["minuted"]),
    ],
)
def test_a_search_has_its_order_its_witnesses_and_its_minutes(
    act: Act, before: tuple[Act, ...], against: list[str]
) -> None:
    assert guards(act, *before) == against


def test_a_search_order_runs_out() -> None:
    last = DAY + timedelta(days=10)
    assert guards(SEARCH, WARRANT, on=last) == []
    assert guards(SEARCH, WARRANT, on=last + timedelta(days=1)) == ["under-an-order"]


def test_the_president_alone_signs_a_search_order_and_both_acts_coerce() -> None:
    order, search = installed().rule(SearchOrdered), installed().rule(SearchConducted)
    assert order.approved_by is Power.PRESIDENT
    assert order.coerces and search.coerces


@pytest.mark.parametrize(
    ("act", "before", "against"),
    [
        (AUDIT, (), []),
        (replace(AUDIT, party=DEBTOR), (), ["asked-in-writing"]),
        (replace(AUDIT, written=False), (), ["asked-in-writing"]),
        (AUDITED, (AUDIT,), []),
        (AUDITED, (CLUE,), ["audit-decision-complete"]),
        (AUDITED, (AUDIT, AUDITED), ["audit-decision-complete"]),
        (replace(AUDITED, drawn=False), (AUDIT,), ["audit-decision-complete"]),
        (replace(AUDITED, auditor=""), (AUDIT,), ["audit-decision-complete"]),
        (replace(AUDITED, granted=False), (AUDIT,), ["audit-decision-complete"]),
        (replace(AUDITED, granted=False, why_not="没有初步证据"), (AUDIT,), []),
        (AUDIT_REPORT, (AUDIT, AUDITED), []),
        (replace(AUDIT_REPORT, borne_by=DEBTOR), (AUDIT, AUDITED), ["cost-borne-rightly"]),
        (replace(AUDIT_REPORT, evasion=True), (AUDIT, AUDITED), ["cost-borne-rightly"]),
        (replace(AUDIT_REPORT, evasion=True, borne_by=DEBTOR), (AUDIT, AUDITED), []),
        (AUDIT_REPORT, (AUDIT,), ["cost-borne-rightly"]),
        (REWARD, (), []),
        (replace(REWARD, promised=False), (), ["promise-made"]),
        (replace(REWARD, terms=""), (), ["promise-made"]),
        (replace(REWARD, debtor=APPLICANT), (), ["promise-made"]),
        (REWARDED, (REWARD,), []),
        (REWARDED, (REWARD, REWARDED), ["reward-decision-complete"]),
        (REWARDED, (CLUE,), ["reward-decision-complete"]),
        (replace(REWARDED, granted=False), (REWARD,), ["reward-decision-complete"]),
        (POSTED, (REWARD, REWARDED), []),
        (POSTED, (REWARD, replace(REWARDED, granted=False, why_not="不宜")), ["notice-complete"]),
        (replace(POSTED, conditions=""), (REWARD, REWARDED), ["notice-complete"]),
        (replace(POSTED, platforms=""), (REWARD, REWARDED), ["notice-complete"]),
        (replace(POSTED, platforms="", posted_at="公告栏"), (REWARD, REWARDED), []),
        (SETTLED, (REWARD, REWARDED, POSTED, TIP), []),
        (SETTLED, (REWARD, REWARDED, POSTED, CLUE), ["paid-rightly"]),
        (replace(SETTLED, known_before=True), (REWARD, REWARDED, POSTED, TIP), ["paid-rightly"]),
        (replace(SETTLED, realised=0), (REWARD, REWARDED, POSTED, TIP), ["paid-rightly"]),
        (replace(SETTLED, paid=6_000_000), (REWARD, REWARDED, POSTED, TIP), ["paid-rightly"]),
        (replace(SETTLED, paid=0), (REWARD, REWARDED, POSTED, TIP), ["paid-rightly"]),
        (replace(SETTLED, paid=0, why_not="系代理人"), (REWARD, REWARDED, POSTED, TIP), []),
        (replace(SETTLED, notice=14), (REWARD, REWARDED, POSTED, TIP), ["paid-rightly"]),
    ],
)
def test_audits_and_rewards_follow_request_decision_and_result(
    act: Act, before: tuple[Act, ...], against: list[str]
) -> None:
    assert guards(act, *before) == against


@pytest.mark.parametrize(
    ("act", "on", "name", "due"),
    [
        (CLUE, DAY, "assets.verify-clue", date(2017, 5, 15)),
        (replace(CLUE, urgent=True), DAY, "assets.verify-urgent-clue", date(2017, 5, 11)),
        (CLUE, date(2017, 5, 1), "assets.verify-clue", date(2017, 5, 8)),
        (CLUE, date(2017, 4, 30), "assets.verify-clue-before-2017", date(2017, 5, 5)),
        (ASKED, DAY, "assets.investigate-on-request", date(2017, 5, 18)),
        (AUDIT, DAY, "assets.decide-audit", date(2017, 5, 18)),
        (REWARD, DAY, "assets.decide-reward", date(2017, 5, 18)),
    ],
)
def test_each_is_due_in_its_time(act: Act, on: date, name: str, due: date) -> None:
    dossier = build([*noticed(), Did(act, on)])
    found = [each for each in duties(installed().duties, dossier) if each.opening.seq == 13]
    month = [("assets.finish-investigation", date(2017, 6, 8))] if act is ASKED else []
    assert [(each.rule.name, each.due) for each in found] == [*month, (name, due)]


def test_a_vague_clue_has_no_term() -> None:
    dossier = build([*noticed(), Did(replace(CLUE, clear=False), DAY)])
    assert not [each for each in duties(installed().duties, dossier) if each.opening.seq == 13]


@pytest.mark.parametrize(
    ("asked", "done"),
    [(CLUE, VERIFIED), (ASKED, LOOKED), (AUDIT, AUDITED), (REWARD, REWARDED)],
)
def test_what_was_asked_for_is_met_by_its_answer(asked: Act, done: Act) -> None:
    dossier = build([*noticed(), Did(asked, DAY), Did(FOUND, DAY), Did(done, DAY)])
    found = [each for each in duties(installed().duties, dossier) if each.opening.seq == 13]
    assert len(found) == (2 if asked is ASKED else 1)
    assert all(each.standing(DAY) is Standing.MET for each in found)


def test_what_was_done_to_find_property_is_told() -> None:
    dossier = build([*noticed(), *(Did(each, DAY) for each in (CLUE, FOUND, VERIFIED, LOOKED))])
    assert [(each.provided.seq, each.verified and each.verified.seq) for each in clues(dossier, DAY)] == [
        (13, 15)
    ]
    assert [each.seq for each in investigations(dossier, DAY)] == [16]
