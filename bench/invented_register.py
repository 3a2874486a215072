"""An invented register of any size, the same for the same size: for measuring and for the story, never for use."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

COURTS = ("渝0101", "渝0235", "渝0236", "渝0228", "渝0233")
CAUSES = ("民间借贷纠纷", "买卖合同纠纷", "追索劳动报酬纠纷", "机动车交通事故责任纠纷", "金融借款合同纠纷")
HEAD = (
    ("案号", "C_AH"),
    ("案件标识", "N_AJBS"),
    ("收案日期", "D_SARQ"),
    ("立案日期", "D_LARQ"),
    ("立案案由描述", "C_LAAYMS"),
    ("案件来源", "C_AJLY"),
    ("执行依据类型", "C_ZXYJLX"),
    ("作出执行依据单位", "C_ZCZXYJDW"),
    ("执行依据文书文号", "C_ZXYJWSWH"),
    ("执行依据文书生效日期", "D_ZXYJWSSXRQ"),
    ("执行依据文书履行最后期限", "D_ZXYJWSLXZHQX"),
    ("应执行标的金额", "N_YZXBDJE"),
    ("申请执行内容", "C_SQZXNR"),
    ("未成年人", "C_WCNR"),
    ("法定执行期限", "N_FDZXQX"),
    ("移送案件日期", "D_YSAJRQ"),
    ("分案日期", "D_FARQ"),
    ("发出执行通知书日期", "D_FCZXTZSRQ"),
    ("结案方式", "C_JAFS"),
    ("结案日期", "D_JARQ"),
    ("执行完毕事由", "C_ZXWBSY"),
    ("终结本次执行事由", "C_ZJBCZXSY"),
    ("实际到位金额", "N_SJDWJE"),
    ("卷宗号", "C_JZH"),
)
PARTY_HEAD = ("C_ID", "案号", "N_XH", "当事人法律地位", "类型", "名称", "地址", "性别", "身份证号码")
WEIGHTS, SIGNS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"
BAD_EVERY = 200  # of so many rows one cannot be taken in


def write(path: Path, rows: int, *, codes: bool = False, bad: bool = True) -> int:
    """Write the main table; how many of its rows are bad. `codes` puts codes at the head instead of names."""
    wrong = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([code if codes else name for name, code in HEAD])
        for index, line in enumerate(_cases(rows)):
            if bad and index % BAD_EVERY == BAD_EVERY - 1:
                line[3 if index % (2 * BAD_EVERY) < BAD_EVERY else 11] = "不详"
                wrong += 1
            writer.writerow(line)
    return wrong


def write_parties(path: Path, rows: int) -> None:
    """Write the table of parties beside it: a creditor without paper and a debtor with one, for each case."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(PARTY_HEAD)
        for index, line in enumerate(_cases(rows)):
            chance = random.Random(f"party {index}")
            number = line[0]
            writer.writerow(
                [f"A{index}", number, 1, "申请执行人", "自然人", _name(chance), "某县某镇", "", ""]
            )
            who = chance.randrange(max(rows // 2, 1))  # some owe in several cases
            writer.writerow(
                [
                    f"B{index}",
                    number,
                    2,
                    "被执行人",
                    "自然人",
                    _name(random.Random(who)),
                    "",
                    "",
                    _identity(who),
                ]
            )


def _cases(rows: int) -> Iterator[list[str]]:
    serials: dict[tuple[str, int], int] = {}
    for index in range(rows):
        chance = random.Random(index)
        court = COURTS[index % len(COURTS)]
        filed = date(2016, 1, 4) + timedelta(days=chance.randrange(500))
        serial = serials[court, filed.year] = serials.get((court, filed.year), 0) + 1
        amount = f"{chance.randrange(100_000, 90_000_000) / 100:.2f}"
        way = chance.choice(("执行完毕", "执行完毕", "终结本次执行程序", ""))
        yield [
            f"（{filed.year}）{court}执{serial}号",
            str(1_000_000 + index),
            str(filed - timedelta(days=chance.randrange(5))),
            str(filed),
            chance.choice(CAUSES),
            "当事人申请",
            "民事判决书",
            "某某区人民法院",
            f"（2015）{court}民初{index + 1}号",
            str(filed - timedelta(days=chance.randrange(60, 300))),
            str(filed - timedelta(days=chance.randrange(10, 50))),
            amount,
            "给付本金、利息及诉讼费用",
            "否",
            "180",
            str(filed + timedelta(days=1)),
            str(filed + timedelta(days=3)),
            str(filed + timedelta(days=6)),
            way,
            str(filed + timedelta(days=chance.randrange(30, 180))) if way else "",
            "自动履行" if way == "执行完毕" else "",
            "未发现可供执行的财产" if way.startswith("终结") else "",
            amount if way == "执行完毕" else "",
            f"J{index:07}",
        ]


def _name(chance: random.Random) -> str:
    return chance.choice("赵钱孙李周吴郑王") + chance.choice("大小长新明") + chance.choice("山川河林海峰")


def _identity(who: int) -> str:
    born = date(1950, 1, 1) + timedelta(days=who % 18_000)
    first = f"509999{born:%Y%m%d}{who // 18_000 + 1:03}"
    return first + SIGNS[sum(int(d) * w for d, w in zip(first, WEIGHTS, strict=True)) % 11]
