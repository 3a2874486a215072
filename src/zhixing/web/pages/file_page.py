"""A file that an act of a dossier names, handed out as it was sent."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from zhixing.record.files import Damaged, content_of, file_in
from zhixing.web.signed_in import dossier_of


def file_page(request: HttpRequest, number: int, sha256: str) -> HttpResponse:
    """The file, to save: no browser opens it as a page of ours. 404 for one that no act of the dossier names."""
    dossier = dossier_of(request, number)
    file = file_in(dossier, sha256)
    if file is None:
        raise Http404(_("本卷没有这个附件"))
    try:
        content = content_of(file)
    except Damaged as error:
        messages.error(request, str(error), "late")
        return redirect("case", number=number)
    answer = HttpResponse(content, content_type=file.media_type)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file.name)}"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    return answer
