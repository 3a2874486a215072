"""The API's way in: token, courts, transaction, repeated requests, errors. Stands before sessions, which the API has none of."""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import unquote

import msgspec
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from zhixing.api import clearances, entering, events, files, knowledge, money, plans, proofs, reading
from zhixing.api.models import Answered
from zhixing.api.openapi import document
from zhixing.api.problem import Problem, ProblemOut, not_found, refused
from zhixing.api.routing import NOT_SEEN, Answer, Ask, Route
from zhixing.api.saying import CHINESE, ENGLISH, answering_in, language, said, spoken
from zhixing.api.tokens import Holder, likely_holder, seeing_as, still_held
from zhixing.people.limits import wait_for_lease
from zhixing.record import clock, door
from zhixing.record.many_rows import fetch_together

BASE = "/api/v1"
LARGEST = 1 << 20
ROUTES: tuple[Route, ...] = (
    *reading.ROUTES,
    *entering.ROUTES,
    *files.ROUTES,
    *knowledge.ROUTES,
    *events.ROUTES,
    *proofs.ROUTES,
    *plans.ROUTES,
    *money.ROUTES,
    *clearances.ROUTES,
)
LOG = logging.getLogger(__name__)
ENCODER = msgspec.json.Encoder()
IF_MATCH = re.compile(r'^"(\d{1,9})(?:-[0-9a-f]{16})?"$')
KEY = re.compile(r"^[\x21-\x7e]{1,80}$")


def api_gate(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answers what begins with /api/ itself; everything else goes on to the pages."""

    def answered(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/api/"):
            return answer(request)
        wanted = _wanted(request)
        with answering_in(wanted):
            response = _guarded(request)
        response.headers["Content-Language"] = wanted
        patch_vary_headers(response, ("Accept-Language", "Authorization"))
        return response

    return answered


def _wanted(request: HttpRequest) -> str:
    """English where it is preferred to Chinese."""
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if code.startswith("zh") or code == "*":
            return CHINESE
        if code.startswith("en"):
            return ENGLISH
    return CHINESE


def _guarded(request: HttpRequest) -> HttpResponse:
    """The outermost of the API: whatever goes wrong is answered as a problem, a defect of ours under a number in the log."""
    try:
        return _answer(request)
    except Problem as problem:
        return _problem(problem.out, problem.headers)
    except Exception:
        reference = secrets.token_hex(4)
        LOG.exception("%s %s failed, reference %s", request.method, request.path, reference)
        told = f"平台自身出了错，这次请求没有办成。请把编号 {reference} 告诉系统管理员，日志里有它"
        return _problem(ProblemOut(f"{BASE}/problems/defect", "平台出错", 500, told, reference=reference))


def _answer(request: HttpRequest) -> HttpResponse:
    path = request.path.removeprefix(BASE)
    if request.path == f"{BASE}/openapi.json" and request.method == "GET":
        english = said if language() == ENGLISH else None
        return HttpResponse(document(ROUTES, english), content_type="application/json")
    asking = _holder(request)
    _slow_down(asking)
    route, places = _route(request.method or "", path)
    if not (request.accepts(route.media) or request.accepts("application/json")):
        raise Problem(406, "not-acceptable", "只以 JSON 回答", f"请把 Accept 写成 {route.media}，或者不写")
    ask = Ask(asking, places, _query(request, route))
    if route.writes:
        return _write(request, route, ask)
    with transaction.atomic():
        response = _response(route.answer(_seen(ask)))
    if response.headers["ETag"] in request.headers.get("If-None-Match", "").split(", "):
        return _reply(b"", 304, route.media, response.headers["ETag"])
    return response


def _holder(request: HttpRequest) -> Holder:
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    found = likely_holder(text.strip()) if scheme.lower() == "bearer" and text else None
    if found is None:
        raise _unknown()
    return found


def _unknown() -> Problem:
    return Problem(
        401,
        "unauthenticated",
        "令牌无效",
        "请在 Authorization 头中写 Bearer 和有效的令牌；令牌在“账户”页建立，过期或撤销后须另建",
    )


def _slow_down(asking: Holder) -> None:
    """Refuse what goes beyond the token's rate, and say when to try again."""
    wait = wait_for_lease(f"token:{asking.token.pk}", settings.API_RATE)
    if wait:
        told = f"这个令牌每分钟最多 {settings.API_RATE} 次请求，请在 {wait} 秒后再试"
        raise Problem(429, "too-many", "请求太多", told, headers={"Retry-After": str(wait)})


def _route(method: str, path: str) -> tuple[Route, dict[str, str]]:
    allowed = []
    for route in ROUTES:
        match = route.pattern.match(path)
        if match and route.method == method:
            return route, {name: unquote(text) for name, text in match.groupdict().items()}
        if match:
            allowed.append(route.method)
    if allowed:
        only = "、".join(allowed)
        raise Problem(
            405, "method", "方法不对", f"这个地址只接受 {only}", headers={"Allow": ", ".join(allowed)}
        )
    raise not_found(f"没有 {path} 这个地址，全部地址见 {BASE}/openapi.json")


def _query(request: HttpRequest, route: Route) -> dict[str, str]:
    known = {param.name for param in route.params}
    for name, values in request.GET.lists():
        if name not in known:
            raise Problem(
                422,
                "malformed",
                "内容不合要求",
                f"没有这个参数；可用的有：{'、'.join(sorted(known)) or '无'}",
                at=f"?{name}",
            )
        if len(values) > 1 or "\0" in values[0]:
            raise Problem(422, "malformed", "内容不合要求", "只能写一次，且不能含空字符", at=f"?{name}")
    return {name: value for name, value in request.GET.items() if isinstance(value, str)}


def _seen(ask: Ask) -> Ask:
    """In the request's transaction: let it see the courts of the holder, having looked whether these are the same still; and,
    where something is sent, the court of the dossier that it is for.
    """
    asking = ask.holder
    versions, *court = fetch_together(
        seeing_as(asking), *([ask.which_court()] if ask.body and len(asking.courts) > 1 else [])
    )
    held = still_held(asking, versions)
    if held is None:
        raise _unknown()
    if held is not asking:
        return _seen(replace(ask, holder=held))
    return replace(ask, court_read=str(court[0][0][0])) if court and court[0] else ask


def _write(request: HttpRequest, route: Route, ask: Ask) -> HttpResponse:
    ask = replace(ask, body=_body(request, route), expect=_expected(request, route))
    key = request.headers.get("Idempotency-Key", "")
    try:
        with door.undivided(last=not key):
            ask = _seen(ask)
            if not key:
                return _response(route.answer(ask))
            return _once(key, request, route, ask)
    except door.Refused as error:
        return _problem(refused(error.refusals, ask.holder.today))
    except door.NoDossier:
        raise not_found(NOT_SEEN) from None
    except door.Stale as error:
        stale = ProblemOut(f"{BASE}/problems/stale", "卷宗已更新", 412, str(error), head=error.actual)
        return _problem(stale)


def _body(request: HttpRequest, route: Route) -> bytes:
    # A file comes as base64, which takes a third more.
    largest = LARGEST + (settings.LARGEST_FILE * 4 // 3 if route.bulky else 0)
    kind = request.content_type or ""
    if kind != "application/json":
        raise Problem(415, "media-type", "内容类型不对", "请用 Content-Type: application/json 发送 JSON")
    length = request.META.get("CONTENT_LENGTH") or "0"
    body = request.read(largest + 1) if str(length).isdecimal() and int(length) <= largest else None
    if body is None or len(body) > largest:
        raise Problem(413, "too-large", "内容太大", f"一次最多 {largest} 字节，请分次发送")
    if b"\\u0000" in body or b"\0" in body:
        raise Problem(422, "malformed", "内容不合要求", "不能含空字符，请删去")
    return body


def _expected(request: HttpRequest, route: Route) -> int | None:
    """The head that the request was made upon. Of a tag only the head is compared: language and day change no dossier."""
    given = request.headers.get("If-Match", "")
    if not given:
        return None
    if route.begins:
        raise Problem(
            422, "malformed", "内容不合要求", "新卷宗还没有可比对的情形，请去掉 If-Match", at="If-Match"
        )
    match = IF_MATCH.match(given)
    if match is None:
        raise Problem(422, "malformed", "内容不合要求", '应为读到的 ETag，例如 "12"', at="If-Match")
    return int(match[1])


def _once(key: str, request: HttpRequest, route: Route, ask: Ask) -> HttpResponse:
    """Do it, or answer again what was answered. A second request with the key waits here until the first is done."""
    if not KEY.match(key):
        raise Problem(422, "malformed", "内容不合要求", "应为 1 至 80 个可见的英文字符", at="Idempotency-Key")
    print_of = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode() + ask.body).digest()
    kept, fresh = Answered.objects.get_or_create(
        token=ask.holder.token, key=key, defaults={"request": print_of, "at": clock.now()}
    )
    if not fresh:
        if bytes(kept.request) != print_of:
            raise Problem(
                422,
                "key-reused",
                "同一个幂等键用于不同的请求",
                "请为这个请求换一个新的键",
                at="Idempotency-Key",
            )
        return _reply(bytes(kept.body), kept.status, "application/json", kept.etag)
    response = _response(route.answer(ask))
    kept.status, kept.body, kept.etag = response.status_code, response.content, response.headers["ETag"]
    kept.save(update_fields=["status", "body", "etag"])
    return response


def _response(answer: Answer) -> HttpResponse:
    """With a tag that changes whenever what is answered does: the head, and the print of the bytes."""
    body = ENCODER.encode(spoken(answer.out))
    return _reply(
        body, answer.status, answer.media, f'"{answer.head}-{hashlib.sha256(body).hexdigest()[:16]}"'
    )


def _reply(body: bytes, status: int, media: str, etag: str) -> HttpResponse:
    response = HttpResponse(body, status=status, content_type=media)
    response.headers["ETag"] = etag
    return response


def _problem(out: ProblemOut, headers: Mapping[str, str] | None = None) -> HttpResponse:
    body = ENCODER.encode(spoken(out))
    response = HttpResponse(
        body, status=out.status, content_type="application/problem+json", headers=dict(headers or {})
    )
    if out.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response
