"""A correction is asked what its act would have been asked, and takes nothing from under later acts in silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from django.test import Client

from tests import cast
from tests.cases.stories import DEBTOR, noticed
from tests.closing.stories import terminated
from tests.record.builder import Did, add, build, refused
from zhixing.cases.acts.assignment import Assigned
from zhixing.cases.acts.filing import ClaimRecorded, Filed, TitleRecorded
from zhixing.cases.acts.party_change import ChangeGround, PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.performance import BroughtForward
from zhixing.cases.models import CaseRow
from zhixing.closing.acts import RoundTerminated
from zhixing.parties.acts import PartyJoined, PartyLeft, Role
from zhixing.people.models import Officer
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.acts import NOTHING, Corrected
from zhixing.record.catalogue import installed
from zhixing.record.correction import kept_facts, mentioned, shaken
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.rule import Asked
from zhixing.record.rules import replacement_allowed
from zhixing.record.scope import see

ON = date(2017, 3, 8)


def raw(act: Act) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(act))


def taken_away(entry: int) -> Corrected:
    return Corrected(entry=entry, reason="误录")


def later_than(dossier: Dossier, mended: Corrected) -> list[str]:
    """The types of the later acts that the correction would shake."""
    last = dossier.recorded[-1]
    found = shaken(Asked(dossier, last.on, last.by, mended))
    return [type(each.entry.act).__name__ for each in found]


def the(dossier: Dossier, kind: type[Act]) -> Entry[Act]:
    return dossier.of(kind)[-1]


@pytest.fixture
def district(db: None) -> Iterator[None]:
    cast.begin()
    yield
    see(())


def propose(number: int, mended: Corrected) -> Entry[Act]:
    return door.propose(number, door.Step(act=mended, by=cast.who("filing"), on=ON))


# 从卷宗以外得知的事实


@pytest.mark.usefixtures("district")
def test_a_number_that_another_case_bears_is_refused_in_words() -> None:
    taken, number = cast.filed(), cast.filed()
    other = CaseRow.objects.get(dossier_id=taken).number
    entry = the(door.read(number), Filed)
    mended = Corrected(entry=entry.seq, reason="案号有误", act=raw(Filed(number=other)))
    with pytest.raises(door.Refused, match="已是本院另一案件的案号"):
        propose(number, mended)
    client = Client()
    client.force_login(Officer.objects.get(pk=cast.who("filing").id))
    sent = {"number": other, "on": cast.FILED.isoformat(), "reason": "案号有误"}
    answer = client.post(f"/cases/{number}/entries/{entry.seq}/correct/", sent)
    assert answer.status_code == 422
    assert "已是本院另一案件的案号" in answer.content.decode()


@pytest.mark.usefixtures("district")
def test_a_number_corrected_is_taken_at_approval_and_leaves_no_gap() -> None:
    number = cast.filed()
    entry = the(door.read(number), Filed)
    mended = Corrected(entry=entry.seq, reason="案号有误", act=raw(Filed(number="（2017）渝0235执2号")))
    waiting = propose(number, mended)
    assert CaseRow.objects.get(dossier_id=cast.filed()).serial == 2  # nothing was held back for a proposal
    with pytest.raises(door.Refused, match="已是本院另一案件的案号"):
        door.approve(number, waiting.seq, cast.who("director"), on=ON)
    free = Corrected(entry=entry.seq, reason="案号有误", act=raw(Filed(number="（2017）渝0235执3号")))
    door.approve(number, propose(number, free).seq, cast.who("director"), on=ON)
    assert CaseRow.objects.get(dossier_id=number).serial == 3
    assert CaseRow.objects.get(dossier_id=cast.filed()).serial == 4


@pytest.mark.usefixtures("district")
def test_what_was_told_of_the_replacement_stands_with_it() -> None:
    number = cast.assigned()
    entry = the(door.read(number), Assigned)
    another = cast.who("officer2")
    assert isinstance(entry.act, Assigned)
    right = msgspec.structs.replace(entry.act, officer=another.id)
    nobody = msgspec.structs.replace(entry.act, officer=cast.who("accountant").id)
    with pytest.raises(door.Refused, match="更正后仍不合"):
        propose(number, Corrected(entry=entry.seq, reason="选错", act=raw(nobody)))
    waiting = propose(number, Corrected(entry=entry.seq, reason="选错", act=raw(right)))
    door.approve(number, waiting.seq, cast.who("director"), on=ON)
    row = CaseRow.objects.get(dossier_id=number)
    assert (row.handler, row.handler_name) == (another.id, another.name)


# 以后的行为


def test_a_later_act_that_refers_to_what_is_taken_away_is_named_with_the_way_out() -> None:
    dossier = build(noticed())
    title = the(dossier, TitleRecorded)
    found = refused(dossier, Did(taken_away(title.seq), dossier.entries[-1].on))
    [refusal] = [each for each in found if each.guard == "later-acts-stand"]
    claim = the(dossier, ClaimRecorded)
    assert f"第 {claim.seq} 条“录入请求事项”（{claim.on}）：它以第 {title.seq} 条为据" in str(refusal.facts)
    assert "由后往前" in str(refusal.way_out)


def test_without_its_filing_nothing_that_came_after_would_stand() -> None:
    dossier = build(terminated())
    found = later_than(dossier, taken_away(the(dossier, Filed).seq))
    assert {"Assigned", "EnforcementNoticeIssued", "RoundTerminated"} <= set(found)


def test_once_the_later_act_is_mended_the_earlier_one_may_be() -> None:
    dossier = build(noticed())
    filed, last = the(dossier, Filed), dossier.entries[-1].on
    later = Corrected(entry=filed.seq, reason="日期有误", on=last)
    assert "Assigned" in later_than(dossier, later)
    for entry in [each for each in reversed(dossier.entries) if each.seq > filed.seq]:
        dossier = add(dossier, Did(Corrected(entry=entry.seq, reason="日期有误", on=last), last))
    assert later_than(dossier, later) == []


def test_a_date_before_its_time_is_refused_as_the_act_would_have_been() -> None:
    dossier = build(noticed())
    assigned, filed = the(dossier, Assigned), the(dossier, Filed)
    early = Corrected(entry=assigned.seq, reason="日期有误", on=filed.on - date.resolution)
    assert "replacement-allowed" in [each.guard for each in refused(dossier, Did(early, ON))]


def test_an_amount_may_be_mended_where_nothing_rested_on_it() -> None:
    dossier = build(terminated())
    claim = the(dossier, ClaimRecorded)
    assert isinstance(claim.act, ClaimRecorded)
    right = raw(msgspec.structs.replace(claim.act, amount=5_100_000))
    assert later_than(dossier, Corrected(entry=claim.seq, reason="金额有误", act=right)) == []


def test_what_an_act_entered_with_itself_falls_with_it() -> None:
    heir = 77
    story = noticed()
    asked = PartyChangeAsked(ground=ChangeGround.DEBTOR_DIED, by=DEBTOR, new=heir, old=DEBTOR)
    ruling = PartyChangeDecided(application=len(story) + 1, new=heir, old=DEBTOR, granted=True, simple=True)
    dossier = build([*story, Did(asked, ON), Did(ruling, ON)], guarded=False)
    for reach in installed().rule(PartyChangeDecided).reaches(ruling, dossier.id):
        dossier = add(dossier, Did(reach.act, ON), guarded=False)
    assert {PartyJoined, PartyLeft} <= {type(each.act) for each in dossier.entries}
    found = later_than(dossier, taken_away(the(dossier, PartyChangeDecided).seq))
    assert {"PartyJoined", "PartyLeft"} <= set(found)


def test_no_act_is_blamed_for_what_stood_against_it_before() -> None:
    bare = build([did for did in terminated() if not isinstance(did.act, Filed)], guarded=False)
    claim = the(bare, ClaimRecorded)
    assert isinstance(claim.act, ClaimRecorded)
    right = raw(msgspec.structs.replace(claim.act, amount=5_100_000))
    assert refused(bare, Did(the(bare, RoundTerminated).act, ON))
    assert later_than(bare, Corrected(entry=claim.seq, reason="金额有误", act=right)) == []


def test_a_content_that_cannot_be_read_is_refused() -> None:
    dossier = build(noticed())
    for content in (b'{"type":"no.such.act"}', b'{"type":"cases.filed","number":7}', b"[]"):
        mended = Corrected(entry=the(dossier, Filed).seq, reason="误录", act=msgspec.Raw(content))
        assert "same-type" in [each.guard for each in refused(dossier, Did(mended, ON))]


def test_references_are_read_off_the_act_type() -> None:
    assert mentioned(BroughtForward(done=(4, 5))) == {4, 5}
    assert mentioned(PartyJoined(party=4, role=Role.DEBTOR)) == set()
    assert mentioned(Corrected(entry=2, reason="误录", act=NOTHING)) == {2}


def test_a_correction_that_changes_nothing_shakes_nothing() -> None:
    dossier = build(terminated())
    for entry in dossier.entries:
        for mended in (
            Corrected(entry=entry.seq, reason="核对", on=entry.on),
            Corrected(entry=entry.seq, reason="核对", act=raw(entry.act)),
        ):
            asked = Asked(dossier, dossier.entries[-1].on, entry.by, mended, kept_facts(entry))
            assert shaken(asked) == []
            assert replacement_allowed.check(asked) is None
