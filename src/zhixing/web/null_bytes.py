"""Null bytes in what is sent. PostgreSQL keeps none in its texts, and nobody writes one: such a request is refused whole."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render


def no_null_bytes(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: 400 for an address, a search or a form with a null byte in it."""

    def answered(request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or _has_null(request.GET) or _has_null(request.POST):
            return render(request, "400.html", status=400)
        return answer(request)

    return answered


def _has_null(sent: QueryDict) -> bool:
    return any("\x00" in name or any("\x00" in value for value in values) for name, values in sent.lists())
