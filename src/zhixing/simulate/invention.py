"""Invented persons, companies, addresses and causes. Pure and deterministic: everything comes from the random source given.

Identity numbers use region 509999, which is assigned to no one; company codes begin 91509999.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from zhixing.cases.acts.filing import LivelihoodCategory
from zhixing.law.identities import IdentityKind, credit_sign, resident_sign
from zhixing.parties.models import PartyKind
from zhixing.parties.register import NewParty, Paper

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂英华建国文辉玲红梅海燕志春生秀珍凤琴云莲荣福贵全发德忠顺"
TRADES = (
    "建筑工程",
    "劳务",
    "商贸",
    "物流",
    "食品",
    "建材",
    "农业开发",
    "置业",
    "机械租赁",
    "服饰",
    "餐饮管理",
    "矿业",
    "电子科技",
    "汽车销售",
)
WORDS = (
    "渝兴",
    "巴山",
    "三峡红",
    "长滩",
    "金桥",
    "恒泰",
    "宏图",
    "瑞丰",
    "鑫源",
    "天合",
    "云锦",
    "大宁河",
    "平湖",
    "锦程",
    "福润",
    "盛达",
)
STREETS = (
    "滨江路",
    "人民路",
    "迎宾大道",
    "新城路",
    "望江街",
    "青龙街",
    "桃花路",
    "移民新村",
    "工业园一路",
    "文化巷",
)
BIRTH_YEARS = (1950, 1995)


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause of action: its name, the label of the sum, usual amounts in yuan, share of cases, what livelihood it touches."""

    name: str
    label: str
    low: int
    high: int
    weight: int
    livelihood: LivelihoodCategory | None = None
    debtor_is_company: float = 0.3
    creditor_is_company: float = 0.2
    interest: float = 0.0
    conduct: str = ""  # what must be done, where the claim is not for money


CAUSES = (
    Cause("民间借贷纠纷", "借款", 10_000, 900_000, 22, None, 0.15, 0.02, 0.8),
    Cause("买卖合同纠纷", "货款", 8_000, 1_500_000, 12, None, 0.6, 0.7, 0.5),
    Cause("金融借款合同纠纷", "借款", 30_000, 3_000_000, 10, None, 0.3, 1.0, 0.9),
    Cause("信用卡纠纷", "透支款", 5_000, 120_000, 7, None, 0.0, 1.0, 0.6),
    Cause("追索劳动报酬纠纷", "工资", 3_000, 90_000, 11, LivelihoodCategory.MIGRANT_WAGES, 0.8, 0.0),
    Cause("劳动争议", "经济补偿", 4_000, 80_000, 5, LivelihoodCategory.WAGES, 0.95, 0.0),
    Cause("机动车交通事故责任纠纷", "赔偿款", 10_000, 600_000, 8, LivelihoodCategory.TRAFFIC, 0.2, 0.0),
    Cause("建设工程分包合同纠纷", "工程款", 50_000, 4_000_000, 5, None, 0.8, 0.5, 0.4),
    Cause("物业服务合同纠纷", "物业费", 1_000, 12_000, 6, None, 0.05, 1.0),
    Cause("房屋租赁合同纠纷", "租金", 5_000, 200_000, 4, None, 0.4, 0.3),
    Cause("抚养费纠纷", "抚养费", 3_000, 40_000, 4, LivelihoodCategory.CHILDREN, 0.0, 0.0),
    Cause("赡养费纠纷", "赡养费", 2_000, 20_000, 2, LivelihoodCategory.PARENTS, 0.0, 0.0),
    Cause("提供劳务者受害责任纠纷", "赔偿款", 15_000, 500_000, 3, LivelihoodCategory.WORK_INJURY, 0.5, 0.0),
    Cause("追偿权纠纷", "代偿款", 10_000, 800_000, 4, None, 0.3, 0.6, 0.3),
    Cause("身体权纠纷", "赔偿款", 2_000, 80_000, 3, LivelihoodCategory.MEDICAL, 0.0, 0.0),
    Cause("离婚后财产纠纷", "财产折价款", 10_000, 400_000, 3),
    Cause("排除妨害纠纷", "排除妨害", 1, 2, 2, conduct="拆除占用通道的围墙，恢复原状"),
    Cause("房屋租赁合同纠纷", "腾退房屋", 1, 2, 1, conduct="腾退承租的门面并交还钥匙"),
)


def cause(rng: Random) -> Cause:
    """A cause, as often as courts see it."""
    return rng.choices(CAUSES, [each.weight for each in CAUSES])[0]


def amount(rng: Random, of: Cause) -> int:
    """A sum in fen: many small, few large; often round."""
    yuan = int(of.low * (of.high / of.low) ** (rng.random() ** 1.6))
    if rng.random() < 0.5:
        return yuan // 100 * 10_000 or 10_000
    return yuan * 100 + rng.randrange(100)


def natural(rng: Random, town: str) -> NewParty:
    """An invented person of a town."""
    name = rng.choice(SURNAMES) + "".join(rng.choice(GIVEN) for _ in range(rng.choice((1, 2, 2))))
    year, month, day = rng.randint(*BIRTH_YEARS), rng.randint(1, 12), rng.randint(1, 28)
    first = f"509999{year}{month:02d}{day:02d}{rng.randrange(1000):03d}"
    return NewParty(
        name=name,
        kind=PartyKind.NATURAL,
        papers=[Paper(IdentityKind.RESIDENT, first + resident_sign(first))],
        address=f"{town}{rng.choice(STREETS)}{rng.randint(1, 300)}号",
        phones=[f"1{rng.choice('3578')}{rng.randrange(10**9):09d}"],
    )


def company(rng: Random, town: str) -> NewParty:
    """An invented company of a town."""
    first = f"91509999{rng.randrange(10**9):09d}"
    return NewParty(
        name=f"{town}{rng.choice(WORDS)}{rng.choice(TRADES)}有限公司",
        kind=PartyKind.LEGAL,
        papers=[Paper(IdentityKind.CREDIT_CODE, first + credit_sign(first))],
        address=f"{town}{rng.choice(STREETS)}{rng.randint(1, 300)}号",
    )


def applicant(rng: Random, of: Cause, town: str) -> NewParty:
    """Who is owed."""
    return company(rng, town) if rng.random() < of.creditor_is_company else natural(rng, town)


def debtor(rng: Random, of: Cause, town: str) -> NewParty:
    """Who owes."""
    return company(rng, town) if rng.random() < of.debtor_is_company else natural(rng, town)


def lawyer(court: str, number: int) -> NewParty:
    """One of the few lawyers of a court's town, met with in many of its cases."""
    return natural(Random(f"{court}:lawyer:{number}"), "")
