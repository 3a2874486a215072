"""An application for preservation comes in: who asks, against whom, for how much; the hours run from here."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.cases.acts.filing import ApplicationReceived, CaseType
from zhixing.law.texts import say
from zhixing.parties.acts import PartyJoined, Role
from zhixing.preservation.acts import PreservationApplied, When
from zhixing.record import clock, door
from zhixing.record.act import Act, Fen, Prose, title
from zhixing.record.rule import Refusal
from zhixing.web.act_fields import Mistakes, act_from, fields
from zhixing.web.act_inputs import inputs
from zhixing.web.pages.filing_form import PartyLine
from zhixing.web.pages.filing_page import NOTHING_TO_CHOOSE, filing_court, party_of, rows_of
from zhixing.web.signed_in import acting

# The form begins with a row for each side.
TWO_SIDES = {
    "parties.0.role": [str(Role.APPLICANT.value)],
    "parties.1.role": [str(Role.DEBTOR.value)],
}


class PreservationForm(msgspec.Struct, frozen=True, kw_only=True):
    """What the clerk takes down."""

    cause: Annotated[str, title("案由", "争议的案由，如“买卖合同纠纷”")]
    when: Annotated[When, title("申请的阶段")]
    parties: Annotated[tuple[PartyLine, ...], title("当事人", "申请保全人填申请执行人，被保全人填被执行人")]
    requested: Annotated[Fen, title("请求保全的数额")]
    clues: Annotated[Prose, title("财产信息或线索", "诉前须写明具体财产；不写账号，账号在查明财产时填写")]
    received_at: Annotated[str, title("收到的钟点", "写成 08:30；四十八小时从此刻起算")] = ""
    received_on: Annotated[date | None, title("收到申请的日期", "不填为今天")] = None
    urgent: Annotated[bool, title("情况紧急", "诉前保全一律为紧急")] = False
    disputed_value: Annotated[Fen | None, title("争议标的的价值", "保全的是争议标的时填写")] = None
    suit: Annotated[str, title("诉讼、仲裁案号", "已经起诉、申请仲裁的填写")] = ""
    perform_by: Annotated[date | None, title("履行期最后一天", "执行前保全的填写")] = None
    institution: Annotated[str, title("仲裁机构", "仲裁中的保全，经其向法院提交")] = ""
    foreign: Annotated[bool, title("涉外仲裁", "由中级人民法院裁定")] = False


def preservation_filing_page(request: HttpRequest) -> HttpResponse:
    """GET shows the form; POST takes the application in and goes to the case."""
    court = filing_court(request)
    if request.method != "POST":
        return _form(request, TWO_SIDES, {}, [])
    submitted = {key: request.POST.getlist(key) for key in request.POST}
    try:
        form = act_from(PreservationForm, submitted)
        _complete(form)
        me = acting(request, court)
        with transaction.atomic():
            rows = rows_of(submitted)
            ids = [
                party_of(me, court, line, rows[place] if place < len(rows) else str(place)).pk
                for place, line in enumerate(form.parties)
            ]
            on = form.received_on or clock.today()
            number, _ = door.open_dossier(
                court, [door.Step(act=act, by=me, on=on) for act in acts_of(form, ids)]
            )
    except Mistakes as error:
        return _form(request, submitted, error.found, [])
    except door.Refused as error:
        return _form(request, submitted, {}, list(error.refusals))
    messages.success(request, str(say("已收到保全申请，期限自收到时起算。请核对后立案、分案")), "done")
    return redirect("case", number=number)


def acts_of(form: PreservationForm, parties: list[int]) -> list[Act]:
    """The acts, in the order in which they are entered; `parties` are the numbers of the form's parties."""
    roles = [line.role for line in form.parties]
    applied = PreservationApplied(
        by=parties[roles.index(Role.APPLICANT)],
        against=tuple(each for each, role in zip(parties, roles, strict=True) if role is Role.DEBTOR),
        when=form.when,
        requested=form.requested,
        received_at=form.received_at,
        urgent=form.urgent,
        disputed_value=form.disputed_value,
        clues=form.clues,
        suit=form.suit,
        perform_by=form.perform_by,
        institution=form.institution,
        foreign=form.foreign,
    )
    joined = [PartyJoined(party=each, role=role) for each, role in zip(parties, roles, strict=True)]
    received = ApplicationReceived(cause=form.cause, case_type=CaseType.PRESERVATION, trial_case=form.suit)
    return [received, *joined, applied]


def _complete(form: PreservationForm) -> None:
    """Raise Mistakes where nobody asks, or nobody is asked against."""
    roles = {line.role for line in form.parties}
    if not {Role.APPLICANT, Role.DEBTOR} <= roles:
        raise Mistakes(
            {"parties": "须有申请保全人（地位选申请执行人）和被保全人（地位选被执行人）各至少一名"}
        )


def _form(
    request: HttpRequest, submitted: dict[str, list[str]], wrong: dict[str, str], refused: list[Refusal]
) -> HttpResponse:
    return render(
        request,
        "web/preservation_filing.html",
        {
            "here": "new",
            "inputs": inputs(fields(PreservationForm), submitted, wrong, NOTHING_TO_CHOOSE),
            "wrong": wrong,
            "refused": refused,
            "today": clock.today(),
        },
        status=422 if wrong or refused else 200,
    )
