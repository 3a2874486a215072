"""The two years for applying, by worked examples; undetermined without a day from which they run."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.cases.stories import APPLICANT, DEBTOR, FILING, intake
from tests.record.builder import Did, build, refused
from zhixing.cases.acts.filing import ApplicationReceived, ClaimKind, ClaimRecorded, TitleKind, TitleRecorded
from zhixing.cases.questions.limitation import limitation
from zhixing.law.answers import Found, Undetermined


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One worked example."""

    name: str
    kind: TitleKind
    effective_on: date
    dues: tuple[date, ...]
    applied_on: date
    last_day: date
    in_time: bool
    instalments: bool = False


def examples() -> list[Example]:
    """The worked examples."""
    text = (Path(__file__).parent / "examples" / "limitation.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text)["example"], list[Example])


def story(each: Example) -> list[Did]:
    """An application on the title of the example."""
    title = TitleRecorded(
        kind=each.kind,
        issuer="某院",
        number="某号",
        effective_on=each.effective_on,
        instalments=each.instalments,
    )
    claims = [
        ClaimRecorded(
            title=2,
            kind=ClaimKind.MONEY,
            label=f"第{place}期",
            owed_by=(DEBTOR,),
            owed_to=(APPLICANT,),
            amount=1,
            due=due,
        )
        for place, due in enumerate(each.dues, start=1)
    ]
    return [Did(act, each.applied_on) for act in (ApplicationReceived(cause="借款合同纠纷"), title, *claims)]


@pytest.mark.parametrize("each", examples(), ids=lambda each: each.name)
def test_the_two_years_end_as_in_the_example(each: Example) -> None:
    answer = limitation(build(story(each), guarded=False), each.applied_on)
    assert isinstance(answer, Found)
    assert (answer.value.last_day, answer.value.in_time) == (each.last_day, each.in_time)
    assert any("时效异议" in str(line) for line in answer.because) is not each.in_time


@pytest.mark.parametrize("missing", [TitleRecorded, ApplicationReceived])
def test_without_title_or_application_nothing_can_be_told(missing: type) -> None:
    kept = [did for did in intake() if not isinstance(did.act, missing)]
    assert isinstance(limitation(build(kept, guarded=False), FILING.on), Undetermined)


def test_a_title_without_any_day_leaves_the_limitation_open_and_the_case_unfiled() -> None:
    bare = [
        Did(msgspec.structs.replace(did.act, effective_on=None), did.on)
        if isinstance(did.act, TitleRecorded)
        else Did(msgspec.structs.replace(did.act, due=None), did.on)
        if isinstance(did.act, ClaimRecorded)
        else did
        for did in intake()
    ]
    dossier = build(bare, guarded=False)
    assert isinstance(limitation(dossier, FILING.on), Undetermined)
    assert {"title-effective", "within-limitation"} <= {each.guard for each in refused(dossier, FILING)}


def test_a_late_application_is_filed_all_the_same() -> None:
    late = date(2021, 3, 3)
    story = [Did(did.act, late, did.facts) for did in intake()]
    assert refused(build(story), Did(FILING.act, late, FILING.facts)) == []
