"""What is offered on a case that has ended: every act of every room is asked, and the answer is compared with these lists.

A new act type that is possible after an ending fails here until the law that allows it has been looked up and it is listed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, KNOWN, OTHER, assigned, filed, intake, noticed
from tests.closing.stories import terminated
from tests.preservation.test_closed import DONE
from tests.preservation.test_preservation import FRIDAY, enter, held, ruled
from tests.record.builder import ANYONE, Did, add, build, refused
from zhixing.assets.acts.control import Controlled
from zhixing.cases.acts.assignment import CaseTransferred
from zhixing.cases.acts.filing import FilingRefused, RefusalGround
from zhixing.cases.acts.notice import ApplicantContacted
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.review import ObjectionKind, ObjectionRaised
from zhixing.closing.acts import (
    EndingGround,
    EnforcementEnded,
    Fulfilled,
    FulfilmentGround,
    ResumedInNewCase,
    ResumptionGround,
    RoundTerminated,
)
from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.payout import PayoutApproved
from zhixing.funds.acts.statement import MoneyKind
from zhixing.funds.rules.payout import payee_entitled
from zhixing.parties.acts import PartyJoined, PartyLeft, Role
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.permission import day_refusals
from zhixing.record.rule import Asked, refusals

ON = date(2017, 6, 12)
ENDED_ON = date(2017, 6, 9)

# Facts about those who take part, and mistakes: taken down whenever they come to light.
ALWAYS = {"parties.agent_appointed", "parties.legal_representative_named", "record.corrected"}
# Someone may come to object to the ending within sixty days (终结执行异议批复 art. 1); rulings are served after they are made.
AFTER_ANY_CLOSING = {
    *ALWAYS,
    "parties.joined",
    "cases.objection_raised",
    "cases.service_attempted",
    "closing.archived",
    "closing.resumption_applied",
}
# The procedure stays open: parties change (终本规定 art. 11), objections come, whoever takes over the case looks for property.
# The debt stands: property is still looked for and held, its reports and clues still taken in.
OF_PROPERTY = {
    "assets.clue_provided",
    "assets.clue_verified",
    "assets.control_requested",
    "assets.finding_disputed",
    "assets.inquiry_sent",
    "assets.control_renewed",
    "assets.declaration_supplemented",
    "assets.declaration_verified",
    "assets.exemption_ended",
    "assets.investigation_requested",
    "assets.on_site_investigated",
    "assets.property_change_found",
    "assets.property_declared",
    "assets.property_exempted",
    "assets.property_found",
    "assets.property_ruled_out",
    "assets.reward_settled",
}
AFTER_A_ROUND = {
    *OF_PROPERTY,
    *AFTER_ANY_CLOSING,
    "parties.left",
    "cases.committee_discussed",
    "cases.panel_formed",
    "cases.panel_deliberated",
    "cases.party_change_asked",
    "cases.reassigned",
    "cases.recusal_asked",
    "cases.voluntarily_performed",  # the debt stands, and who pays it is heard (终本规定 art. 9)
    "closing.property_change_learned",
    "closing.round_rechecked",
    "closing.round_termination_served",
    "closing.supplement_report_received",
    "closing.termination_published",
    # Of a plan drawn before: its terms run out, what is disputed is decided (民诉法解释 509, 510).
    "funds.plan_objected",
    "funds.plan_objection_notified",
    "funds.plan_objection_opposed",
    "funds.plan_opposition_notified",
    "funds.plan_served",
    "funds.plan_suit_ended",
    "funds.plan_suit_filed",
    "funds.aid_told",  # it is then that nothing can be reached (司法救助意见 art. 8)
}
# A preservation goes on while something is held: suit, remedies, release; more may be found and held under the ruling.
AFTER_A_PRESERVATION = {
    *AFTER_A_ROUND,
    "assets.control_released",
    "assets.disposal_request_declined",
    "assets.disposal_request_received",
    "assets.disposal_right_given",
    "assets.own_sale_allowed",
    "assets.seizure_recorded",
    "preservation.more_security_asked",
    "preservation.reconsideration_asked",
    "preservation.reconsideration_decided",
    "preservation.release_asked",
    "preservation.release_declined",
    "preservation.result_told",
    "preservation.substitution_asked",
    "preservation.substitution_declined",
    "preservation.substitution_ruled",
    "preservation.suit_filed",
} - {
    "assets.controlled",  # all that was found is held
    "assets.finding_disputed",
    "assets.inquiry_sent",
    "cases.panel_deliberated",
    "closing.resumption_applied",
    "closing.round_rechecked",
    "closing.round_termination_served",
    "closing.termination_published",
}
# Everything goes on in the new case; what concerns the paper of the old one stays.
AFTER_RESUMPTION = {
    *ALWAYS,
    "parties.joined",
    "cases.service_attempted",
    "closing.archived",
    "closing.round_termination_served",
}
NO_CLOSING = {*ALWAYS, "parties.joined", "cases.service_attempted"}
UNDER_REVIEW = {
    "cases.committee_discussed",
    "cases.objection_accepted",
    "cases.objection_decided",
    "cases.objection_supplement_asked",
    "cases.objection_taken_higher",
    "cases.panel_formed",
    "cases.recusal_asked",
    "cases.review_directed",
    "cases.review_extended",
}


def fulfilled() -> Dossier:
    done = Fulfilled(reason="付清", ground=FulfilmentGround.PERFORMED)
    return build([*noticed(), Did(done, ENDED_ON)], guarded=False)


def withdrawn() -> Dossier:
    act = EnforcementEnded(
        reason="撤销申请",
        ground=EndingGround.WITHDRAWN,
        evidence="申请书",
        ruling="（2017）渝0235执1号之一",
        parties=(APPLICANT,),
    )
    return build([*noticed(), Did(act, ENDED_ON)], guarded=False)


def resumed_elsewhere() -> Dossier:
    moved = ResumedInNewCase(case=2, ground=ResumptionGround.PROPERTY_FOUND)
    return build([*terminated(), Did(moved, ON)], guarded=False)


def transferred() -> Dossier:
    return build(
        [*assigned(), Did(CaseTransferred(to="重庆市开州区人民法院", reason="管辖异议成立"), ENDED_ON)]
    )


def refused_at_the_door() -> Dossier:
    act = FilingRefused(ground=RefusalGround.NO_CONTENT, reason="没有给付内容")
    return build([*intake(), Did(act, ENDED_ON)])


def possible(dossier: Dossier, on: date = ON) -> set[str]:
    """The acts that the page of this case offers, whoever looks."""
    return {
        rule.act.tag()
        for rule in installed()
        if not (rule.internal or rule.opens) and not refusals(rule, Asked(dossier, on, ANYONE))
    }


@pytest.mark.parametrize(
    ("dossier", "offered"),
    [
        (fulfilled(), AFTER_ANY_CLOSING),
        (withdrawn(), AFTER_ANY_CLOSING),
        (build(terminated()), AFTER_A_ROUND),
        (resumed_elsewhere(), AFTER_RESUMPTION),
        (transferred(), NO_CLOSING),
        (refused_at_the_door(), NO_CLOSING - {"cases.service_attempted"}),
    ],
    ids=["fulfilled", "ended", "round", "resumed", "transferred", "not accepted"],
)
def test_an_ended_case_offers_what_the_law_leaves_to_it(dossier: Dossier, offered: set[str]) -> None:
    assert possible(dossier) == offered


def test_a_preservation_that_was_carried_out_goes_on() -> None:
    assert possible(enter(held(ruled()), DONE), FRIDAY) == AFTER_A_PRESERVATION


def test_an_objection_to_the_ending_opens_what_its_review_needs() -> None:
    dossier = withdrawn()
    raised = ObjectionRaised(
        kind=ObjectionKind.CLOSING,
        by=APPLICANT,
        against=dossier.head,
        counted_from=ENDED_ON,
        counted_why="当日收到裁定",
    )
    assert possible(add(dossier, Did(raised, ON))) == AFTER_ANY_CLOSING | UNDER_REVIEW


def test_who_objects_may_still_be_taken_down_and_nobody_else() -> None:
    for role in Role:
        joined = Did(PartyJoined(party=OTHER, role=role), ON, KNOWN)
        late = "may-still-join" in [each.guard for each in refused(fulfilled(), joined)]
        assert late is (role not in (Role.OUTSIDER, Role.INTERESTED))
        assert refused(build(terminated()), joined) == []
    left = Did(PartyLeft(party=APPLICANT, reason="退出"), ON)
    assert [each.guard for each in refused(fulfilled(), left)] == ["may-still-leave"]


def test_nothing_of_review_is_offered_where_there_is_nothing_to_review() -> None:
    waiting = UNDER_REVIEW - AFTER_A_ROUND | {"cases.reconsideration_asked", "cases.objection_suit_filed"}
    assert possible(build(filed())) & waiting == set()
    assert possible(build(noticed())) & waiting == set()


def test_what_coerces_is_not_dated_back_before_an_ending_that_is_known() -> None:
    rule, before = installed().rule(Controlled), ENDED_ON - timedelta(days=1)
    (found,) = day_refusals(fulfilled(), rule, before)
    assert found.guard == "not-behind-the-end"
    assert day_refusals(fulfilled().as_of(before), rule, before) == []
    assert day_refusals(fulfilled(), rule, ENDED_ON) == []
    assert day_refusals(fulfilled(), installed().rule(ApplicantContacted), before) == []


@pytest.mark.parametrize(
    "ended", [fulfilled, withdrawn, resumed_elsewhere], ids=["fulfilled", "ended", "resumed"]
)
def test_where_money_lies_a_panel_may_agree_to_pay_another_and_decides_nothing_else(
    ended: Callable[[], Dossier],
) -> None:
    money = MoneyReceived(account=8, statement=9, line="1", amount=500, kind=MoneyKind.EXECUTION)
    before = ended()
    dossier = add(before, Did(money, ON), guarded=False)
    sitting = {"cases.panel_formed", "cases.panel_deliberated"}
    assert sitting & possible(before) == set() and {"cases.panel_formed"} <= sitting & possible(dossier)
    formed = add(dossier, Did(PanelFormed(presiding=3, members=(5, 4)), ON))
    said = PanelDeliberated(
        topic=DeliberationTopic.PAYMENT, handler_opinion="发给承继人", other_opinions="同意", agreed=True
    )
    named = replace(said, payee=OTHER, amount=500)
    assert refused(formed, Did(named, ON)) == []
    other = replace(said, topic=DeliberationTopic.ENDING)
    assert [each.guard for each in refused(formed, Did(other, ON))] == ["sits"]
    joined = Did(PartyJoined(party=OTHER, role=Role.INTERESTED), ON, KNOWN)
    known = add(formed, joined, guarded=False)
    payout = PayoutApproved(account=8, payee=OTHER, payee_account=1, amount=500, reason="继承人")
    assert payee_entitled.check(Asked(known, ON, ANYONE, payout)) is not None
    agreed = add(known, Did(named, ON))
    assert payee_entitled.check(Asked(agreed, ON, ANYONE, payout)) is None


def test_the_lists_would_notice_an_act_without_a_guard() -> None:
    """The check bites: asked of an open case, enforcement itself is offered."""
    open_case = build(
        [did for did in terminated() if not isinstance(did.act, RoundTerminated)], guarded=False
    )
    assert possible(open_case) - AFTER_A_ROUND >= {"cases.satisfaction_recorded", "cases.guarantee_given"}
