"""Every act whose rule names a document makes one that is complete in itself, written of its stored sample."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.cases.stories import noticed
from tests.closing.stories import terminated
from tests.documents.told import body, telling, text
from tests.record.builder import Did, add, build
from zhixing.documents.gathered import installed_papers, paper_of
from zhixing.documents.plain import kind_of, plain_paper
from zhixing.funds.aid.needs import AidMeans, AidPerson
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.rule import ActRule

STORED = Path(__file__).parents[1] / "record" / "stored"
WITH_DOCUMENT = [rule for rule in installed() if rule.document]
DAY = date(2017, 6, 15)
MEANS = AidMeans(fund=9, account=7, holds=10_000_000, wage=550_000, wage_year=2016)
# Traces of what was not filled in: Python's words, template signs, empty brackets, two stops in a row, code values.
UNFILLED = re.compile(
    r"None|True|False|[{}<>]|（）|《》|“”|。。|，，|，。|；。|：。|、。|\bart-|[a-z]{2,}_?[a-z]*|当事人（编号"
)

CITED = re.compile(r"《[^》]+》第[零一二三四五六七八九十百]+条|(》|法律、司法解释)的有关规定")


def of(rule: ActRule) -> tuple[Dossier, Entry[Act]]:
    """The stored sample of the act, last in a dossier that has most of what it may refer to."""
    act = installed().act((STORED / f"{rule.tag}.json").read_bytes())
    if rule.opens:
        dossier = add(build([]), Did(act, DAY), guarded=False)
        dossier = add(dossier, Did(PartyJoined(party=11, role=Role.APPLICANT), DAY), guarded=False)
        return dossier, dossier.recorded[0]
    if rule.act.dossier_kind == "aid":
        dossier = add(aided(), Did(act, DAY, {"aid-means": MEANS}), guarded=False)
        return dossier, dossier.recorded[-1]
    story = noticed() if rule.tag.startswith("cases.") else terminated()
    dossier = add(
        build(story, guarded=False), Did(act, DAY, {"case-number": "（2017）渝0235执1号"}), guarded=False
    )
    return dossier, dossier.recorded[-1]


def aided() -> Dossier:
    """An application for aid that was granted."""
    begun = ("aid_applied", "aid_filed", "aid_granted")
    acts = [installed().act((STORED / f"funds.{each}.json").read_bytes()) for each in begun]
    facts = {
        "aid-person": AidPerson(number="（2017）渝0235执1号", natural=True),
        "aid-number": "（2017）渝0235司救执1号",
        "aid-means": MEANS,
    }
    return build([Did(each, DAY, facts) for each in acts], guarded=False)


def test_there_are_documents_to_speak_of() -> None:
    assert len(WITH_DOCUMENT) > 45
    assert set(installed_papers()) == {rule.act for rule in WITH_DOCUMENT}


@pytest.mark.parametrize("rule", WITH_DOCUMENT, ids=lambda rule: rule.tag)
def test_the_document_is_complete_and_chinese(rule: ActRule) -> None:
    dossier, entry = of(rule)
    if paper_of(entry.act) is None:
        assert rule.tag == "closing.fulfilled"  # confirmed in writing: no notice is made
        return
    found = text(body(dossier, entry))
    assert len(found) > 60
    assert not UNFILLED.search(found), UNFILLED.search(found)


@pytest.mark.parametrize("rule", WITH_DOCUMENT, ids=lambda rule: rule.tag)
def test_the_plain_paper_that_an_act_would_have_without_its_own_is_complete_too(rule: ActRule) -> None:
    dossier, entry = of(rule)
    found = text(plain_paper(rule.act, rule.document).write(telling(dossier, entry)))
    assert len(found) > 40
    assert not UNFILLED.search(found), UNFILLED.search(found)


@pytest.mark.parametrize("rule", WITH_DOCUMENT, ids=lambda rule: rule.tag)
def test_what_orders_or_tells_cites_its_basis_as_numbered_then(rule: ActRule) -> None:
    dossier, entry = of(rule)
    if paper_of(entry.act) is not None:
        found = text(body(dossier, entry))
        assert CITED.search(found) or not needs_basis(rule)


def needs_basis(rule: ActRule) -> bool:
    """Whether a paper of that name cites: what parties hand in and minutes of talks need not."""
    return not rule.document.endswith(("笔录", "申请书", "担保书"))


def test_a_name_that_tells_no_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="看不出种类"):
        kind_of("某种材料")
