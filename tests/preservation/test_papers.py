"""Papers of preservation say what is held of whom, on what security, until when, and what the applicant must do."""

from __future__ import annotations

from tests.cases.stories import APPLICANT, DEBTOR
from tests.documents.told import body, text
from tests.preservation.test_preservation import APPLIED, FRIDAY, IN_SUIT, enter, held, opened, ruled
from zhixing.preservation.acts import PreservationRefused, ResultTold, SecurityAsked
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
