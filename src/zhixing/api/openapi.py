"""The OpenAPI 3.1 document, read off the table of routes, the shapes and the act catalogue; never written by hand."""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Union, cast

import msgspec

from zhixing.api.bodies import Correct, Enter, Propose
from zhixing.api.problem import ProblemOut
from zhixing.api.routing import PLACES, Param, Route
from zhixing.api.shapes import EntryOut, Tried
from zhixing.record.catalogue import installed
from zhixing.record.rules import OWN

REF = "#/components/schemas/{name}"
Schema = dict[str, object]
HEAD_TAG = '^"[0-9]{1,9}(-[0-9a-f]{16})?"$'
ACT: Schema = {"$ref": REF.format(name="Act")}
KINDS: dict[str, Schema] = {
    "text": {"type": "string"},
    "day": {"type": "string", "format": "date"},
    "moment": {"type": "string", "format": "date-time"},
    "flag": {"type": "string", "enum": ["true", "false"]},
    "number": {"type": "integer", "minimum": 0, "maximum": 200},
    "cursor": {"type": "string", "pattern": "^[0-9]{1,18}$"},
}
ERRORS = {
    "400": "不是合格的 JSON",
    "401": "令牌无效",
    "403": "令牌不及于此",
    "404": "没有找到，或者不在令牌可以查看的法院",
    "405": "方法不对",
    "406": "只以 JSON 回答",
    "409": "不能这样办，或者依法还不能办理：前提、依据、事实、怎样才行",
    "422": "内容不合要求：哪里、为什么、怎样改",
    "500": "平台出错：日志里的编号",
}
WRITE_ERRORS = {
    "412": "卷宗已更新：现在的 head",
    "413": "内容太大",
    "415": "内容类型不对",
}


WORDS = ("description", "summary", "title")
CHINESE_NAME = re.compile(
    r"^[^:“(]*[\u3400-\u9fff][^:“(]*: (?=[A-Za-z])"
)  # that an act's docstring begins with


def document(routes: tuple[Route, ...], say: Callable[[object], str] | None = None) -> bytes:
    """The document as it is served, its words for people said; as the code has them, as it is kept in docs/openapi.json."""
    whole = _document(routes)
    if say is not None:
        whole = cast(Schema, _spoken(whole, lambda text: CHINESE_NAME.sub("", say(text))))
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _spoken(part: object, say: Callable[[object], str]) -> object:
    """The same with its words for people said; under `properties` such names are fields."""
    if isinstance(part, list):
        return [_spoken(each, say) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        key: say(each) if key in WORDS and isinstance(each, str) else _spoken(each, say)
        for key, each in part.items()
    }


@cache
def _document(routes: tuple[Route, ...]) -> Schema:
    shapes = {route.takes for route in routes if route.takes} | {route.gives for route in routes}
    ordered = [*sorted(shapes, key=str), Tried, ProblemOut]
    acts = [rule.act for rule in installed() if not rule.internal and rule.act not in OWN]
    every_act = operator.getitem(Union, tuple(acts))
    schemas, components = msgspec.json.schema_components([*ordered, every_act], ref_template=REF)
    given = dict(zip([str(each) for each in ordered], schemas, strict=False))
    components["Act"] = schemas[-1]
    _put_acts(components)
    paths: dict[str, dict[str, object]] = {}
    for route in routes:
        paths.setdefault(route.address, {})[route.method.lower()] = _operation(route, given)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "执行办案平台接口",
            "version": "1",
            "description": "金额以分为单位；日期写成 2017-06-15。行为的类型、前提和字段见 /catalogue。",
        },
        "servers": [{"url": "/api/v1"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _put_acts(components: dict[str, dict[str, object]]) -> None:
    """Where a shape holds an act undecoded, say that it is one."""
    for shape, name in ((Propose, "act"), (Correct, "act"), (EntryOut, "act")):
        _properties(components, shape)[name] = ACT
    _properties(components, Enter)["acts"] = {"type": "array", "items": ACT, "minItems": 1}


def _properties(components: dict[str, dict[str, object]], shape: type[msgspec.Struct]) -> Schema:
    return cast(Schema, components[shape.__name__]["properties"])


def _operation(route: Route, given: dict[str, dict[str, object]]) -> Schema:
    content = {route.media: {"schema": given[str(route.gives)]}}
    answers: Schema = {str(route.status): {"description": route.does, "content": content}}
    if not route.writes:
        answers["304"] = {"description": "与 If-None-Match 所写的一样，没有变化"}
    if any(param.name == "dry_run" for param in route.params):
        tried = {"application/json": {"schema": given[str(Tried)]}}
        answers["200"] = {"description": "只试不录的结果", "content": tried}
    for status, meaning in {**ERRORS, **(WRITE_ERRORS if route.writes else {})}.items():
        problem = {"application/problem+json": {"schema": {"$ref": REF.format(name="ProblemOut")}}}
        answers[status] = {"description": meaning, "content": problem}
    found: Schema = {
        "summary": route.does,
        "operationId": f"{route.method.lower()}{PLACES.sub('One', route.address).replace('/', '_')}",
        "parameters": [*_places(route), *(_query(param) for param in route.params), *_headers(route)],
        "responses": answers,
    }
    if route.takes is not None:
        found["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": given[str(route.takes)]}},
        }
    return found


def _places(route: Route) -> list[Schema]:
    texts = ("type", "norm", "court", "sha256")
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string", "minLength": 1}
            if name in texts
            else {"type": "integer", "minimum": 0},
        }
        for name in PLACES.findall(route.address)
    ]


def _query(param: Param) -> Schema:
    return {"name": param.name, "in": "query", "description": param.meaning, "schema": KINDS[param.kind]}


def _headers(route: Route) -> Sequence[Schema]:
    language = _header("Accept-Language", "zh 或 en：给人看的文字用哪种语言", "^(zh|en)$")
    if not route.writes:
        return (language, _header("If-None-Match", "读到的 ETag；没有变化时答 304", None))
    once = _header("Idempotency-Key", "同一个键再发一次，得到第一次的回答，不重复录入", "^[!-~]{1,80}$")
    if route.begins:
        return (language, once)
    fresh = _header("If-Match", "读到的 ETag，只比对其中的 head；卷宗已更新时答 412。不写则不比对", HEAD_TAG)
    return (language, fresh, once)


def _header(name: str, meaning: str, pattern: str | None) -> Schema:
    schema: Schema = {"type": "string"}
    if pattern:
        schema["pattern"] = pattern
    return {"name": name, "in": "header", "description": meaning, "schema": schema}
