"""From what the clerk confirmed to the acts that take a case in. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zhixing.cases.acts.filing import (
    ApplicantAccountGiven,
    ApplicationReceived,
    ClaimKind,
    ClaimRecorded,
    CostRecorded,
    InterestRecorded,
    LivelihoodFlagged,
    PreservationHintGiven,
    RateTable,
    RiskNoticeGiven,
    SetOffOrderRecorded,
    TitleRecorded,
)
from zhixing.law.answers import Found
from zhixing.law.periods import days, due, months
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.web.pages.filing_form import CostLine, FilingForm, InterestLine, OtherLine, SumLine

BETWEEN_NAMES = re.compile(r"[、,，;；\s]+")


@dataclass(frozen=True, slots=True)
class Ready:
    """What was registered for the form: name → party, the applicant's account (party, account), and the paper's text."""

    parties: Mapping[str, int]
    account: tuple[int, int] | None
    text: str


def names(text: str) -> list[str]:
    """The names in a field, parted by 、 or a comma."""
    return [name for name in BETWEEN_NAMES.split(text.strip()) if name]


def unknown_names(form: FilingForm) -> dict[str, str]:
    """Names in claims that no party bears, and what else only the whole form can tell."""
    known = {line.name.strip() for line in form.parties}
    wrong: dict[str, str] = {}
    for kind, lines in (("sums", form.sums), ("others", form.others), ("costs", form.costs)):
        for place, line in enumerate(lines):
            for field in ("borne_by",) if kind == "costs" else ("owed_by", "owed_to"):
                strange = [name for name in names(getattr(line, field)) if name not in known]
                if strange:
                    wrong[f"{kind}.{place}.{field}"] = (
                        f"“{strange[0]}”不是上面的当事人，请与姓名或名称写成一致"
                    )
    labels = {line.label for line in form.sums}
    for place, interest in enumerate(form.interest):
        if interest.on and interest.on not in labels:
            wrong[f"interest.{place}.on"] = f"“{interest.on}”不是上面任何一项款项的名目"
        if interest.since is None:
            wrong[f"interest.{place}.since"] = "请填写利息的起算日，或删去这一行"
    return wrong


def acts_of(form: FilingForm, ready: Ready) -> list[Act]:
    """The acts, in the order in which they are entered."""
    first: list[Act] = [
        ApplicationReceived(
            cause=form.cause,
            origin=form.origin,
            jurisdiction=form.jurisdiction,
            claims_delay_interest=form.delay_interest,
        )
    ]
    first += [PartyJoined(party=ready.parties[line.name.strip()], role=line.role) for line in form.parties]
    title_seq = len(first) + 1
    claims = [_sum(line, form, ready, title_seq) for line in form.sums]
    claims += [_other(line, form, ready, title_seq) for line in form.others]
    lasts = {claim.due for claim in claims if claim.due is not None}
    title = TitleRecorded(
        kind=form.kind,
        issuer=form.issuer,
        number=form.number,
        made_on=form.made_on,
        effective_on=form.effective_on,
        perform_by=max(lasts, default=None),
        operative_text=ready.text,
        instalments=len(lasts) > 1,
    )
    interest = [_interest(line, form, title_seq) for line in form.interest]
    costs = [_cost(line, form, ready, title_seq) for line in form.costs]
    return [*first, title, *claims, *interest, *costs, *_last(form, ready)]


def _last(form: FilingForm, ready: Ready) -> list[Act]:
    applicants = tuple(
        ready.parties[line.name.strip()] for line in form.parties if line.role is Role.APPLICANT
    )
    found: list[Act] = []
    if form.order:
        found.append(SetOffOrderRecorded(order=form.order))
    if form.livelihood is not None:
        found.append(LivelihoodFlagged(category=form.livelihood))
    if ready.account is not None:
        found.append(ApplicantAccountGiven(party=ready.account[0], account=ready.account[1]))
    if form.risk_told and applicants:
        found.append(RiskNoticeGiven(to=applicants))
    if form.preservation_hinted and applicants:
        found.append(PreservationHintGiven(to=applicants))
    return found


def _ids(text: str, ready: Ready) -> tuple[int, ...]:
    return tuple(ready.parties[name] for name in names(text))


def _due(line: SumLine | CostLine | OtherLine, form: FilingForm) -> date | None:
    """The last day to perform: a day that is named, or days or months after the title took effect."""
    if not isinstance(line, OtherLine) and line.by is not None:
        return line.by
    after_months = line.months if isinstance(line, SumLine) else None
    period = days(line.days) if line.days else months(after_months) if after_months else None
    answer = due(form.effective_on, period) if period else None
    return answer.value.day if isinstance(answer, Found) else None


def _cost(line: CostLine, form: FilingForm, ready: Ready, title: int) -> CostRecorded:
    return CostRecorded(
        title=title,
        label=line.label,
        amount=line.amount,
        borne_by=_ids(line.borne_by, ready),
        due=_due(line, form),
    )


def _sum(line: SumLine, form: FilingForm, ready: Ready, title: int) -> ClaimRecorded:
    return ClaimRecorded(
        title=title,
        kind=ClaimKind.MONEY,
        label=line.label,
        owed_by=_ids(line.owed_by, ready),
        owed_to=_ids(line.owed_to, ready),
        amount=line.amount,
        nature=line.nature,
        due=_due(line, form),
        sharing=line.sharing,
    )


def _other(line: OtherLine, form: FilingForm, ready: Ready, title: int) -> ClaimRecorded:
    kind = ClaimKind(line.kind.value)
    return ClaimRecorded(
        title=title,
        kind=kind,
        label=kind.label,
        owed_by=_ids(line.owed_by, ready),
        owed_to=_ids(line.owed_to, ready),
        text=line.text,
        due=_due(line, form),
    )


def _interest(line: InterestLine, form: FilingForm, title: int) -> InterestRecorded:
    labels = [item.label for item in form.sums]
    return InterestRecorded(
        claim=title + 1 + labels.index(line.on) if line.on else None,
        base=line.base,
        since=line.since or form.effective_on,
        until=line.until,
        rate="" if line.table is not RateTable.NONE else line.rate,
        per=line.per,
        table=line.table,
        times=line.times or "1",
        plus=line.plus or "0",
        cap=line.cap,
        cap_rate="" if line.cap_table is not RateTable.NONE else line.cap_rate,
        cap_table=line.cap_table,
        cap_times=line.cap_times or "1",
    )
