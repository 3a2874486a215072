"""For each request: who is signed in decides which courts the connection sees; nobody signed in opens only what is listed.

Deny by default: a view that is not in OPEN_TO_ALL asks for a sign-in.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, resolve_url

from zhixing.people.models import Officer
from zhixing.people.powers import courts_seen
from zhixing.record import clock
from zhixing.record.scope import see

OPEN_TO_ALL = (
    "sign-in",
    "second-step",
    "oidc",
    "oidc-return",
    "passkey-options",
    "language",
    "declare",  # a debtor reports property with the code of a served paper
    "declare-form",
    "declare-receipt",
)


class CourtScope:
    """Django middleware; stands after authentication."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request with the officer's courts in sight, and take them out of sight afterwards."""
        if isinstance(request.user, Officer):
            see(courts_seen(request.user, clock.today()))
            try:
                return self.get_response(request)
            finally:
                see(())
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Send whoever is not signed in to the sign-in page, unless the page is open to all."""
        match = request.resolver_match
        if isinstance(request.user, Officer) or (match is not None and match.url_name in OPEN_TO_ALL):
            return None
        return _to_sign_in(request)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back to what was asked for; a part of a page (htmx) sends the whole page there."""
    if request.headers.get("HX-Request") == "true":
        here = urlsplit(request.headers.get("HX-Current-URL", ""))
        back = f"{here.path}?{here.query}" if here.query else here.path
        answer = HttpResponse(status=204)
        answer.headers["HX-Redirect"] = _address(back or "/")
        return answer
    return redirect(_address(request.get_full_path() if request.method == "GET" else "/"))


def _address(back: str) -> str:
    return f"{resolve_url('sign-in')}?{urlencode({'next': back})}"
