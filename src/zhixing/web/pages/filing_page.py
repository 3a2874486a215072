"""Filing starts from a real paper: its text is read, the clerk confirms beside it, and the case is what was confirmed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.cases.file_text import UnreadableFile, text_in
from zhixing.cases.from_title import left_open
from zhixing.cases.titles import read
from zhixing.cases.titles.reading import TitleReading
from zhixing.law.identities import IdentityError, IdentityKind
from zhixing.parties.models import Party, PartyKind
from zhixing.parties.register import NewParty, Paper, add_account, enter_party
from zhixing.people.powers import powers_by_court
from zhixing.record import clock, door
from zhixing.record.dossier import Actor
from zhixing.record.power import Power
from zhixing.record.rule import Refusal
from zhixing.web.act_fields import Mistakes, act_from, fields
from zhixing.web.act_inputs import Choosable, inputs
from zhixing.web.pages.filing_acts import Ready, acts_of, unknown_names
from zhixing.web.pages.filing_form import FilingForm, PartyLine, filled
from zhixing.web.signed_in import acting, officer_of

LARGEST = 10 * 1024 * 1024  # bytes of an uploaded paper
NOTHING_TO_CHOOSE = Choosable((), (), ())


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the paper: understood, not understood, or neither."""

    text: str
    style: str


def filing_page(request: HttpRequest) -> HttpResponse:
    """GET asks for the paper; POST `step=read` reads it; POST `step=confirm` takes the case in."""
    court = filing_court(request)
    if request.method != "POST":
        return render(request, "web/filing.html", {"here": "new"})
    if request.POST.get("step") == "confirm":
        return _confirm(request, court)
    try:
        text = _text(request)
    except UnreadableFile as error:
        return render(request, "web/filing.html", {"here": "new", "wrong": str(error)}, status=422)
    return _form(request, text, filled(read(text), clock.today()) if text else {}, {}, [])


def filing_court(request: HttpRequest) -> str:
    """The court for which the officer files cases today. Raises PermissionDenied."""
    held = powers_by_court(officer_of(request), clock.today())
    for court, powers in held.items():
        if Power.FILING in powers:
            return court
    raise PermissionDenied("收案由立案人员办理。您没有立案的职权。")


def _text(request: HttpRequest) -> str:
    upload = request.FILES.get("paper")
    if isinstance(upload, UploadedFile) and upload.size:
        if upload.size > LARGEST:
            raise UnreadableFile("文件超过 10 MB", upload.name or "", "请只上传文书正文")
        return text_in(upload.read(), upload.name or "")
    return request.POST.get("text", "").replace("\r\n", "\n").strip()


def _form(
    request: HttpRequest,
    text: str,
    submitted: dict[str, list[str]],
    wrong: dict[str, str],
    refused: list[Refusal],
) -> HttpResponse:
    reading = read(text) if text else None
    return render(
        request,
        "web/filing_confirm.html",
        {
            "here": "new",
            "text": text,
            "reading": reading,
            "pieces": _pieces(text, reading) if reading else [],
            "left_open": left_open(reading, clock.today()) if reading else [],
            "inputs": inputs(fields(FilingForm), submitted or {"": []}, wrong, NOTHING_TO_CHOOSE),
            "wrong": wrong,
            "refused": refused,
            "today": clock.today(),
        },
        status=422 if wrong or refused else 200,
    )


def _pieces(text: str, reading: TitleReading) -> list[Piece]:
    """The paper cut where its marks begin and end."""
    marks = [(*span, "") for span in reading.understood]
    marks += [(*passage.place, "not") for passage in reading.not_understood]
    found, at = [], 0
    for start, end, style in sorted(marks):
        if start < at:
            continue
        if start > at:
            found.append(Piece(text[at:start], "none"))
        found.append(Piece(text[start:end], style))
        at = end
    return [*found, Piece(text[at:], "none")] if at < len(text) else found


def _confirm(request: HttpRequest, court: str) -> HttpResponse:
    submitted = {key: request.POST.getlist(key) for key in request.POST}
    text = request.POST.get("text", "").replace("\r\n", "\n")
    try:
        form = act_from(FilingForm, submitted)
    except Mistakes as error:
        return _form(request, text, submitted, error.found, [])
    wrong = unknown_names(form)
    if wrong:
        return _form(request, text, submitted, wrong, [])
    me = acting(request, court)
    try:
        with transaction.atomic():
            ready = _register(me, court, form, text, rows_of(submitted))
            on = form.received_on or clock.today()
            number, _ = door.open_dossier(
                court, [door.Step(act=act, by=me, on=on) for act in acts_of(form, ready)]
            )
    except Mistakes as error:
        return _form(request, text, submitted, error.found, [])
    except door.Refused as error:
        return _form(request, text, submitted, {}, list(error.refusals))
    messages.success(request, "已收案。核对无误后即可立案；不符合条件的，页面会说明原因。", "done")
    return redirect("case", number=number)


def rows_of(submitted: dict[str, list[str]]) -> list[str]:
    """The numbers of the rows in which parties were filled in: a row left empty before them shifts nothing."""
    found = [
        re.fullmatch(r"parties\.([0-9]+)\.name", key)
        for key, values in submitted.items()
        if "".join(values).strip()
    ]
    return sorted({each[1] for each in found if each is not None}, key=int)


def _register(me: Actor, court: str, form: FilingForm, text: str, rows: list[str]) -> Ready:
    """Make or find the parties, and keep the applicant's account. Raises Mistakes."""
    ids: dict[str, int] = {}
    account: tuple[int, int] | None = None
    for place, line in enumerate(form.parties):
        party = party_of(me, court, line, rows[place] if place < len(rows) else str(place))
        ids[line.name.strip()] = party.pk
        if form.account and account is None and line.role.value == "applicant":
            try:
                account = (party.pk, add_account(party, form.account).pk)
            except IdentityError as error:
                raise Mistakes({"account": f"收款账号：{error}"}) from error
    return Ready(ids, account, text)


def party_of(me: Actor, court: str, line: PartyLine, row: str) -> Party:
    """Make or find a party; `row` is the number of its row in the form. Raises Mistakes."""
    papers = [Paper(IdentityKind(line.paper.value), line.number)] if line.number.strip() else []
    try:
        return enter_party(
            court,
            NewParty(
                name=line.name,
                kind=PartyKind(line.kind.value),
                papers=papers,
                address=line.address,
                phones=[line.phone] if line.phone else [],
            ),
            me,
        )
    except IdentityError as error:
        field = "phone" if "电话" in error.what or "手机" in error.what else "number"
        raise Mistakes({f"parties.{row}.{field}": f"{line.name}：{error}"}) from error
