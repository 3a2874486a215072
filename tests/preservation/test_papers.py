"""Papers of preservation say what is held of whom, on what security, until when, and what the applicant must do."""

from __future__ import annotations

import pytest

from tests.cases.stories import APPLICANT, DEBTOR
from tests.documents.told import body, text
from tests.preservation.test_following import offered
from tests.preservation.test_preservation import APPLIED, FRIDAY, IN_SUIT, enter, held, opened, ruled
from zhixing.preservation.acts import (
    PreservationRefused,
    PreservationReviewAsked,
    PreservationReviewDecided,
    Reconsideration,
    ReleaseAsked,
    ReleaseDeclined,
    ResultTold,
    SecurityAsked,
    SubstitutionAsked,
    SubstitutionDeclined,
)
from zhixing.record.dossier import Dossier


def newest(dossier: Dossier) -> str:
    entry = dossier.at(dossier.head)
    assert entry is not None
    return text(body(dossier, entry))


def test_the_ruling_names_sum_security_suit_and_remedy_and_no_debtor() -> None:
    paper = newest(ruled())
    for words in ("被申请人", "10,000.00元", "保全责任险担保书", "三十日内", "五日内"):
        assert words in paper
    assert "被执行人" not in paper and "申请执行人" not in paper


def test_in_suit_no_suit_is_asked_for() -> None:
    paper = newest(ruled(IN_SUIT))
    assert "（2017）渝0235民初99号" in paper and "三十日内" not in paper


def test_what_is_held_is_told_with_its_last_day() -> None:
    told = newest(enter(held(ruled()), ResultTold(to=(APPLICANT, DEBTOR))))
    assert "轿车" in told and "2019年6月14日" in told and "届满七日前" in told
    nothing = newest(enter(ruled(), ResultTold(to=(APPLICANT,), nothing_found=True)))
    assert "没有发现可供保全的财产" in nothing


def test_the_seizure_under_it_speaks_of_respondents_and_of_the_sum_ruled() -> None:
    paper = newest(held(ruled()))
    assert "本院作出的财产保全裁定" in paper and "裁定保全的数额" in paper and "被执行人" not in paper


def test_security_and_refusal_say_why() -> None:
    asked = newest(enter(opened(), APPLIED, SecurityAsked(amount=APPLIED.requested, until=FRIDAY)))
    assert "2017年6月16日" in asked and "驳回申请" in asked
    refused = newest(enter(opened(), IN_SUIT, PreservationRefused(reason="没有提供担保")))
    assert "没有提供担保" in refused and "驳回申请人的财产保全申请" in refused


@pytest.mark.parametrize(
    ("outcome", "amount", "ordered"),
    [
        (Reconsideration.UPHELD, None, "驳回"),
        (Reconsideration.CHANGED, 600_000, "变更为6,000.00元"),
        (Reconsideration.REVOKED, 0, "撤销原裁定"),
    ],
)
def test_a_reconsideration_is_ruled_on_with_its_reason(
    outcome: Reconsideration, amount: int | None, ordered: str
) -> None:
    asked = enter(
        held(ruled()), PreservationReviewAsked(by=DEBTOR, served_on=FRIDAY, reason="数额过高"), on=FRIDAY
    )
    decided = PreservationReviewDecided(request=asked.head, outcome=outcome, amount=amount, reason="经核算")
    paper = newest(enter(asked, decided, on=FRIDAY))
    assert ordered in paper and "数额过高" in paper and "经核算" in paper and "以一次为限" in paper


def test_who_asked_in_vain_is_told_why() -> None:
    asked = enter(held(ruled()), ReleaseAsked(by=DEBTOR, reason="提供保函", security=100_000_000))
    declined = ReleaseDeclined(request=asked.head, reason="不足以担保", security_lacks="附有解除的条件")
    paper = newest(enter(asked, declined))
    assert "不予解除保全" in paper and "附有解除的条件" in paper
    case, control, machine = offered(100)
    ask = SubstitutionAsked(by=DEBTOR, control=control, property=machine, reason="经营所需")
    case = enter(case, ask)
    paper = newest(enter(case, SubstitutionDeclined(request=case.head, reason="价值远低于车辆")))
    assert "不予变更保全标的" in paper and "价值远低于车辆" in paper
