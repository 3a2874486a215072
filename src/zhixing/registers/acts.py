"""The act by which a case comes over from a register: what the register says of it, typed, field by field."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated

import msgspec

from zhixing.record.act import Act, FileHash, title


class RegisterRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One row of a table of the register, by field code. An empty field is left out.

    Amounts are decimal yuan to four places and times are local without zone, as registers keep them.
    """

    table: Annotated[str, title("登记表")]
    texts: Annotated[dict[str, str], title("文字")] = {}
    numbers: Annotated[dict[str, int], title("数字")] = {}
    amounts: Annotated[dict[str, Decimal], title("金额")] = {}
    times: Annotated[dict[str, datetime], title("时间")] = {}


class CaseTakenOver(Act, frozen=True, kw_only=True, tag="registers.case_taken_over"):
    """转入登记案件: a case is taken over from a register; the acts that follow at once state its history, unexamined."""

    number: Annotated[str, title("案号")]
    source: Annotated[str, title("来源", "登记册的文件名")]
    stated: Annotated[int, title("登记册所载的行为数", "紧随本条之后，依登记册转述，未经本系统审查")]
    digest: Annotated[FileHash, title("登记内容校验值", "含不入卷的个人信息；带密钥")]
    rows: Annotated[tuple[RegisterRow, ...], title("登记内容")] = ()
