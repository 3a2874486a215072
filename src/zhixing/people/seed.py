"""The staff of the demonstration district: ten courts, their departments and some hundred invented officers. Deterministic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction

from zhixing.law.courts import COURTS, Court, Level
from zhixing.people.models import Department, Officer, Post
from zhixing.record.power import Power

PASSWORD = "zhixing-2017"  # of the demonstration alone; printed by `make run`
SINCE = date(2014, 1, 1)
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
# Two signs each.
GIVEN = (
    "建国晓东丽华志强秀英明亮海燕国平春梅立新永红小兵玉兰光明雪梅德胜家明静怡俊杰文博"
    "思源雅琴振华晨曦瑞霞宏伟淑芬天佑佳宁泽民云峰月娥正东培根若兰子轩长江桂芳启明安然"
)


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat in every court: the end of its username, department, title, powers."""

    role: str
    department: str
    title: str
    powers: tuple[Power, ...]


BUREAU, FILING, FINANCE, INSPECTION, OFFICE = "执行局", "立案庭", "财务科", "监察室", "院领导"
BASIC: tuple[Seat, ...] = (
    Seat("president", OFFICE, "院长", (Power.PRESIDENT,)),
    Seat("vice", OFFICE, "副院长", (Power.VICE_PRESIDENT,)),
    Seat("director", BUREAU, "执行局局长", (Power.DIRECTOR, Power.PANEL)),
    Seat("judge", BUREAU, "执行法官", (Power.JUDGE,)),
    Seat("judge2", BUREAU, "执行法官", (Power.JUDGE, Power.PANEL)),
    Seat("officer1", BUREAU, "执行员", (Power.OFFICER,)),
    Seat("officer2", BUREAU, "执行员", (Power.OFFICER,)),
    Seat("clerk", BUREAU, "书记员", (Power.CLERK,)),
    Seat("filing", FILING, "立案员", (Power.FILING,)),
    Seat("accountant", FINANCE, "会计", (Power.ACCOUNTANT,)),
    Seat("inspector", INSPECTION, "监察员", (Power.INSPECTOR,)),
)
MORE_AT_THE_INTERMEDIATE = (Seat("administrator", "技术科", "系统管理员", (Power.ADMINISTRATOR,)),)


def seats(court: Court) -> Sequence[Seat]:
    """The seats of a court."""
    return (*BASIC, *MORE_AT_THE_INTERMEDIATE) if court.level is Level.INTERMEDIATE else BASIC


def username(court: Court, role: str) -> str:
    """0235.officer1: the court's code without its province, and the seat."""
    return f"{court.code.removeprefix('渝')}.{role}"


def seed_district() -> int:
    """Make departments, officers and posts that are not there yet; how many officers were made."""
    wanted = [(court, seat) for court in COURTS for seat in seats(court)]
    there = set(Officer.objects.values_list("username", flat=True))
    missing = [each for each in wanted if username(*_key(each)) not in there]
    if not missing:
        return 0
    secret = make_password(
        PASSWORD
    )  # one hash for all: it is the same password, and a hundred hashes take long
    with transaction.atomic():
        departments = _departments()
        officers = [
            Officer(
                username=username(*_key(each)),
                name=_name(wanted.index(each)),
                password=secret,
                invented=True,
            )
            for each in missing
        ]
        Officer.objects.bulk_create(officers)
        Post.objects.bulk_create(
            Post(
                officer=officer,
                department=departments[court.code, seat.department],
                court=court.code,
                title=seat.title,
                powers=[power.value for power in seat.powers],
                since=SINCE,
            )
            for officer, (court, seat) in zip(officers, missing, strict=True)
        )
    return len(missing)


def _key(each: tuple[Court, Seat]) -> tuple[Court, str]:
    return each[0], each[1].role


def _name(place: int) -> str:
    return SURNAMES[place * 7 % len(SURNAMES)] + _given(place * 3)


def _given(number: int) -> str:
    start = number * 2 % len(GIVEN)
    return GIVEN[start : start + 2]


def _departments() -> dict[tuple[str, str], Department]:
    names = {(court.code, seat.department) for court in COURTS for seat in seats(court)}
    Department.objects.bulk_create(
        (Department(court=code, name=name) for code, name in sorted(names)), ignore_conflicts=True
    )
    return {(each.court, each.name): each for each in Department.objects.all()}
