"""Invented registers for the tests: a plain case, and one in which every field of every table says something."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.cast import resident_number
from zhixing.registers.cells import READERS, Value
from zhixing.registers.fields import (
    IDENTIFIER,
    KEY,
    MAIN,
    NUMBER,
    PAPERS,
    PARTIES,
    Column,
    Kind,
    Table,
    tables,
)
from zhixing.registers.importing import Import, Report, import_cases
from zhixing.registers.reading import open_register

Line = Mapping[str, str]


def number(serial: int, court: str = "渝0235") -> str:
    """A case number of 2016."""
    return f"（2016）{court}执{serial}号"


def plain_case(serial: int, **changed: str) -> dict[str, str]:
    """A case filed in March 2016 and still open."""
    return {
        "案号": number(serial),
        "N_AJBS": str(serial),
        "立案日期": "2016-03-02",
        "收案日期": "2016-03-01",
        "立案案由描述": "民间借贷纠纷",
        "执行依据类型": "判决书",
        "作出执行依据单位": "某县人民法院",
        "执行依据文书文号": "（2015）渝0235民初3号",
        "执行依据文书生效日期": "2015-12-01",
        "执行依据文书履行最后期限": "2015-12-20",
        "应执行标的金额": "50000.00",
        **changed,
    }


def closed_case(serial: int, **changed: str) -> dict[str, str]:
    """A case filed in March 2016 and fulfilled in June."""
    ended = {
        "结案方式": "执行完毕",
        "结案日期": "2016-06-01",
        "执行完毕事由": "自动履行",
        "实际到位金额": "50000",
    }
    return plain_case(serial, **{**ended, **changed})


def write(path: Path, lines: Sequence[Line], encoding: str = "utf-8") -> Path:
    """Write the lines as CSV; a line may lack what another has."""
    head = list(dict.fromkeys(name for line in lines for name in line))
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, head, restval="")
        writer.writeheader()
        writer.writerows(lines)
    return path


def take_in(path: Path, codes: Mapping[tuple[str, str], str] | None = None) -> Report:
    """Import a file as the command does."""
    return import_cases(Import(open_register(path), path.name, codes or {}))


# What fields that decide over acts must say to be understood, and to fit one another.
DECIDING: dict[str, str] = {
    "C_AJLXDZ": "执",
    "C_AJLY": "当事人申请",
    "C_ZXYJLX": "判决书",
    "C_JAFS": "终结本次执行程序",
    "C_SQZBHZXCYLXLXQQ": "是",
    "C_SQZBHZXCYLXJQQ": "否",
    "C_FQZX": "否",
    "C_SQRSQZJBCZXCX": "否",
    "D_SDCLRQ": "2016-03-01",
    "D_SARQ": "2016-03-01",
    "D_LARQ": "2016-03-02",
    "D_YSAJRQ": "2016-03-03",
    "D_FARQ": "2016-03-04",
    "D_FCZXTZSRQ": "2016-03-05",
    "D_JARQ": "2016-09-01",
    "D_JSRQ": "2016-10-08",
    "N_YZXBDJE": "123456.78",
    "N_SJDWJE": "100.01",
    "N_SQRFQBDJE": "0.5",
}
OF_PARTIES = {"C_DSRFLDW": "被执行人", "C_LX": "自然人", "C_TYSHXYDM": "", "C_QTSFZJZL": "其他证件"}


def full_row(table: Table, serial: int, nth: int) -> dict[str, str]:
    """A row in which every field says something."""
    found = {}
    for place, column in enumerate(table.columns):
        found[column.code] = _content(column, place + nth)
    if table.code == MAIN:
        found |= DECIDING
    if table.code == PARTIES:
        found |= OF_PARTIES
        found |= {"C_SFZHM": resident_number(100 + 10 * serial + nth), "C_QTSFZJHM": f"ZJ-{serial}{nth}"}
        found["C_MC"] = f"赵小川{serial}{nth}"
    if table.code == PAPERS:
        found |= {
            "C_ID_SCZXZXZTXX": f"key{serial}-{nth}",
            "C_ZJLX": "护照",
            "C_ZJHM": f"E123456{serial}{nth}",
        }
    found[NUMBER], found[IDENTIFIER] = number(serial), str(10**15 + serial)
    found[KEY] = f"key{serial}-{nth}"
    return found


def _content(column: Column, salt: int) -> str:
    match column.kind:
        case Kind.INT | Kind.LONG:
            return str(salt)
        case Kind.AMOUNT:
            return f"{salt}.{salt % 100:02}05"
        case Kind.TIME:
            return "2016-04-01" if salt % 2 else f"2016-04-01 09:30:{salt % 60:02}"
        case Kind.PROSE:
            return f"第一行，{column.name}\n第二行“{salt}”"
        case _:
            return f"{column.name}{salt}"[:30]


def full_register(path: Path, serials: Sequence[int]) -> dict[str, list[dict[str, str]]]:
    """Write a CSV register of these cases, two rows in every further table; answer what each table says."""
    said: dict[str, list[dict[str, str]]] = {}
    for table in tables().values():
        times = (1,) if table.code == MAIN else (1, 2)
        said[table.code] = [full_row(table, serial, nth) for serial in serials for nth in times]
        place = path if table.code == MAIN else path.with_name(f"{path.stem}.{table.code}.csv")
        write(place, said[table.code], "utf-8-sig")
    return said


def meaning(table: Table, line: Line) -> dict[str, Value]:
    """What a line says, typed; empty fields left out. Headings in whatever form."""
    known = {f"{column.name}({column.code})": column for column in table.columns}
    found = {}
    for name, text in line.items():
        column = known.get(name) or table.by_code()[name]
        if text:
            found[column.code] = READERS[column.kind](text)
    return found


def lines_of(path: Path) -> list[dict[str, str]]:
    """The lines of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
