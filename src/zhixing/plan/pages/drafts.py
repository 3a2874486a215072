"""Bringing a plan in: its text is read, shown beside the reading, corrected and confirmed; then it is a dossier."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.law.texts import say
from zhixing.plan import drafts
from zhixing.plan.acts.adoption import Adopted
from zhixing.plan.correcting import Mistake, corrected
from zhixing.plan.models import PlanDraft
from zhixing.plan.pages.may import acting, drafting_court
from zhixing.plan.reading import read
from zhixing.plan.reading.files import UnreadableFile, text_of
from zhixing.plan.reading.phrases import RULES, UnknownReading
from zhixing.record import clock, door
from zhixing.record.rule import Refusal

LARGEST = 20 * 1024 * 1024  # bytes of an uploaded plan


def draft_new(request: HttpRequest) -> HttpResponse:
    """GET shows where to put the text; POST reads it and keeps the reading as a draft."""
    court = _court(request)
    wrong, text = "", request.POST.get("text", "")
    if request.method == "POST":
        try:
            name, text = _submitted(request)
            reading = read(text, readings=_readings(request.POST))
            return redirect("plan-draft", number=drafts.keep(court, name, text, reading))
        except (UnreadableFile, UnknownReading) as error:
            wrong = str(error)
    told = {"here": "plan", "wrong": wrong, "text": text, "phrase_rules": RULES}
    return render(request, "plan/draft_new.html", told, status=422 if wrong else 200)


def draft_page(request: HttpRequest, number: int) -> HttpResponse:
    """The text beside the reading. POST with `decision`: correct, or confirm, which begins the dossier."""
    court = _court(request)
    draft = PlanDraft.objects.filter(pk=number).first()
    if draft is None:
        raise Http404("没有这份方案草稿")
    if draft.dossier_id is not None:
        return redirect("plan", number=draft.dossier_id)
    mistakes: list[Mistake] = []
    refused: list[Refusal] = []
    if request.method == "POST":
        plan, mistakes = corrected(drafts.reading_of(draft).plan, request.POST)
        if not mistakes:
            drafts.correct(draft, plan)
            if request.POST.get("decision") != "confirm":
                messages.success(request, str(say("已保存更正")), "done")
                return redirect("plan-draft", number=number)
            try:
                begun = drafts.confirm(draft, acting(request, court), clock.today())
            except door.Refused as error:
                refused = list(error.refusals)
            else:
                messages.success(request, str(say("方案已立卷。下一步：提请院长批准印发")), "done")
                return redirect("act", number=begun, tag=Adopted.tag())
    reading = drafts.reading_of(draft)
    return render(
        request,
        "plan/draft.html",
        {
            "here": "plan",
            "draft": draft,
            "lines": list(enumerate(draft.text.splitlines(), start=1)),
            "reading": reading,
            "plan": reading.plan,
            "mistakes": mistakes,
            "refused": refused,
            "submitted": request.POST,
            "day": clock.today(),
        },
        status=422 if mistakes or refused else 200,
    )


def _court(request: HttpRequest) -> str:
    court = drafting_court(request)
    if not court:
        raise PermissionDenied(str(say("方案由执行局局长或院领导导入")))
    return court


def _submitted(request: HttpRequest) -> tuple[str, str]:
    upload = request.FILES.get("file")
    if isinstance(upload, UploadedFile) and upload.size:
        if upload.size > LARGEST:
            raise UnreadableFile("文件超过 20 MB", upload.name or "", "请只上传方案正文")
        return upload.name or "", text_of(upload.read(), upload.name or "")
    text = request.POST.get("text", "")
    if not text.strip():
        raise UnreadableFile("没有内容", "", "请粘贴方案原文，或选择 .txt、.docx、.pdf 文件")
    return str(say("粘贴的文本")), text


def _readings(posted: Mapping[str, str]) -> dict[str, str]:
    chosen = {rule.name: posted.get(f"reading-{rule.name}", "") for rule in RULES}
    return {name: value for name, value in chosen.items() if value}
