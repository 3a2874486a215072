"""The API's way in: token, courts, transaction, repeated requests, errors. Stands before sessions, which the API has none of."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote

import msgspec
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from zhixing.api import entering, events, knowledge, proofs, reading
from zhixing.api.models import Answered
from zhixing.api.openapi import document
from zhixing.api.problem import Problem, ProblemOut, not_found, refused
from zhixing.api.routing import Answer, Ask, Route
from zhixing.api.tokens import Holder, holder
from zhixing.record import clock, door

BASE = "/api/v1"
LARGEST = 1 << 20
ROUTES: tuple[Route, ...] = (
    *reading.ROUTES,
    *entering.ROUTES,
    *knowledge.ROUTES,
    *events.ROUTES,
    *proofs.ROUTES,
)
ENCODER = msgspec.json.Encoder()
IF_MATCH = re.compile(r'^"(\d{1,9})"$')
KEY = re.compile(r"^[\x21-\x7e]{1,80}$")


def api_gate(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answers what begins with /api/ itself; everything else goes on to the pages."""

    def answered(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/api/"):
            return answer(request)
        try:
            return _answer(request)
        except Problem as problem:
            return _problem(problem.out)

    return answered


def _answer(request: HttpRequest) -> HttpResponse:
    path = request.path.removeprefix(BASE)
    if request.path == f"{BASE}/openapi.json" and request.method == "GET":
        return HttpResponse(document(ROUTES), content_type="application/json")
    asking = _holder(request)
    route, places = _route(request.method or "", path)
    ask = Ask(asking, places, _query(request, route))
    if route.writes:
        return _write(request, route, ask)
    with transaction.atomic():
        _see(asking)
        return _response(route.answer(ask))


def _holder(request: HttpRequest) -> Holder:
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    found = holder(text.strip()) if scheme.lower() == "bearer" and text else None
    if found is None:
        raise Problem(
            401,
            "unauthenticated",
            "令牌无效",
            "请在 Authorization 头中写 Bearer 和有效的令牌；令牌在“账户”页建立，过期或撤销后须另建",
        )
    return found


def _route(method: str, path: str) -> tuple[Route, dict[str, str]]:
    allowed = []
    for route in ROUTES:
        match = route.pattern.match(path)
        if match and route.method == method:
            return route, {name: unquote(text) for name, text in match.groupdict().items()}
        if match:
            allowed.append(route.method)
    if allowed:
        raise Problem(405, "method", "方法不对", f"这个地址只接受 {'、'.join(allowed)}")
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


def _see(asking: Holder) -> None:
    # For this transaction alone: the connection goes back seeing nothing.
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.courts', %s, true)", [",".join(sorted(asking.courts))])


def _write(request: HttpRequest, route: Route, ask: Ask) -> HttpResponse:
    ask = replace(ask, body=_body(request), expect=_expected(request))
    key = request.headers.get("Idempotency-Key", "")
    try:
        with transaction.atomic():
            _see(ask.holder)
            if not key:
                return _response(route.answer(ask))
            return _once(key, request, route, ask)
    except door.Refused as error:
        return _problem(refused(error.refusals, ask.holder.today))
    except door.Stale as error:
        stale = ProblemOut(f"{BASE}/problems/stale", "卷宗已更新", 412, str(error), head=error.actual)
        return _problem(stale)


def _body(request: HttpRequest) -> bytes:
    kind = request.content_type or ""
    if kind != "application/json":
        raise Problem(415, "media-type", "内容类型不对", "请用 Content-Type: application/json 发送 JSON")
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not str(length).isdecimal() or int(length) > LARGEST:
        raise Problem(413, "too-large", "内容太大", f"一次最多 {LARGEST} 字节，请分次发送")
    body = request.body
    if b"\\u0000" in body or b"\0" in body:
        raise Problem(422, "malformed", "内容不合要求", "不能含空字符，请删去")
    return body


def _expected(request: HttpRequest) -> int | None:
    given = request.headers.get("If-Match", "")
    if not given:
        return None
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
    answer = route.answer(ask)
    kept.status, kept.body, kept.etag = answer.status, ENCODER.encode(answer.out), answer.etag
    kept.save(update_fields=["status", "body", "etag"])
    return _reply(bytes(kept.body), kept.status, answer.media, kept.etag)


def _response(answer: Answer) -> HttpResponse:
    return _reply(ENCODER.encode(answer.out), answer.status, answer.media, answer.etag)


def _reply(body: bytes, status: int, media: str, etag: str) -> HttpResponse:
    response = HttpResponse(body, status=status, content_type=media)
    if etag:
        response.headers["ETag"] = etag
    return response


def _problem(out: ProblemOut) -> HttpResponse:
    response = HttpResponse(ENCODER.encode(out), status=out.status, content_type="application/problem+json")
    if out.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response
