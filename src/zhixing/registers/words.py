"""Words of the register that decide which act a field states, and the codes that stand for them.

A register writes either the word or the code of its court's own code table, which `zhixing import cases --codes FILE` reads
(columns 字段, 代码, 词). The act's stored value is understood besides. Codes differ from court to court, so none is built in.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeVar

from zhixing.cases.acts.filing import CaseType, Origin, RefusalGround, TitleKind
from zhixing.closing.acts.ways import CancellationGround, EndingGround, FulfilmentGround, NonEnforcementGround
from zhixing.parties.acts import Role
from zhixing.record.act import Choice
from zhixing.registers.cells import BadCell

C = TypeVar("C", bound=Choice)
Codes = Mapping[tuple[str, str], str]  # (field, code) → word

# Other words in use for the same thing, besides each choice's own label.
ALSO: dict[type[Choice], dict[str, Choice]] = {
    Role: {
        "申请人": Role.APPLICANT,
        "第三人": Role.THIRD_DEBTOR,
        "到期债权第三者": Role.THIRD_DEBTOR,
        "被申请人": Role.DEBTOR,
    },
    Origin: {
        "申请": Origin.APPLIED,
        "申请执行": Origin.APPLIED,
        "移送执行": Origin.TRANSFERRED,
        "移送": Origin.TRANSFERRED,
        "委托执行": Origin.ENTRUSTED,
        "受托": Origin.ENTRUSTED,
        "提级": Origin.ELEVATED,
        "指定": Origin.DESIGNATED,
    },
    CaseType: {
        "首次执行案件": CaseType.FIRST,
        "恢复执行案件": CaseType.RESUMED,
        "财产保全执行案件": CaseType.PRESERVATION,
    },
    TitleKind: {
        "判决": TitleKind.JUDGMENT,
        "民事判决书": TitleKind.JUDGMENT,
        "民事调解书": TitleKind.MEDIATION,
        "调解": TitleKind.MEDIATION,
        "民事裁定书": TitleKind.RULING,
        "裁定": TitleKind.RULING,
        "仲裁裁决": TitleKind.AWARD,
        "公证债权文书": TitleKind.NOTARISED_DEBT,
        "行政决定书": TitleKind.ADMINISTRATIVE,
        "刑事判决书": TitleKind.CRIMINAL,
    },
    FulfilmentGround: {
        "自动履行": FulfilmentGround.PERFORMED,
        "自动履行完毕": FulfilmentGround.PERFORMED,
        "强制执行": FulfilmentGround.ENFORCED,
        "执行和解": FulfilmentGround.SETTLED,
        "和解履行完毕": FulfilmentGround.SETTLED,
    },
    EndingGround: {"撤销申请": EndingGround.WITHDRAWN, "其他": EndingGround.OTHER},
    NonEnforcementGround: {"其他": NonEnforcementGround.OTHER},
    RefusalGround: {},
    CancellationGround: {},
}
YES, NO = ("是", "1", "有", "true"), ("否", "0", "无", "false")


def chosen(field: str, text: str, kind: type[C], codes: Codes) -> C:
    """The choice a word, a code or a stored value stands for. Raises BadCell with the words that are understood."""
    found = _words(kind).get(codes.get((field, text), text))
    if isinstance(found, kind):
        return found
    raise BadCell(
        "不是可以识读的词或代码",
        f"请填：{'、'.join(choice.label for choice in kind)}；代码请在 --codes 文件中写明",
    )


@cache
def _words(kind: type[Choice]) -> Mapping[str, Choice]:
    own = {word: choice for choice in reversed(list(kind)) for word in (choice.value, choice.label)}
    return {**ALSO.get(kind, {}), **own}


def word_of(field: str, text: str, words: Sequence[str], codes: Codes) -> str:
    """The word, one of `words`, that a text or its code says. Raises BadCell."""
    word = codes.get((field, text), text)
    if word in words:
        return word
    raise BadCell("不是可以识读的词或代码", f"请填：{'、'.join(words)}；代码请在 --codes 文件中写明")


def yes(field: str, text: str, codes: Codes) -> bool | None:
    """是 or 否; None for nothing. Raises BadCell."""
    if not text:
        return None
    return word_of(field, text.lower(), (*YES, *NO), codes) in YES


def read_codes(text: str) -> dict[tuple[str, str], str]:
    """A court's own code table: CSV with the columns 字段 (a field's code), 代码 and 词. Raises ValueError."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if rows.fieldnames is None or not {"字段", "代码", "词"} <= set(rows.fieldnames):
        raise ValueError("代码表须有“字段”“代码”“词”三列，例如：C_JAFS,02,终结本次执行程序")
    return {(row["字段"].strip().upper(), row["代码"].strip()): row["词"].strip() for row in rows}
