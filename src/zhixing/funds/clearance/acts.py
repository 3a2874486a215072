"""Acts of a campaign, which is a dossier: the register of old money, what was found out of each line, the checks, the end.

Who paid and what was written is personal: it lies encrypted beside them (`LineText`). A line is known by its flow number.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from zhixing.funds.acts.statement import Matched
from zhixing.record.act import Act, Choice, Course, DossierId, Fen, FileHash, OfficerId, Prose, title

KIND, LABEL = "clearance", "案款清理"


class ClearanceOpened(Act, frozen=True, kw_only=True, tag="funds.clearance_opened"):
    """开展案款清理: the money that lay in an account on a day is to be cleared up by three dates of the plan."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    name: Annotated[str, title("名称")]
    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    base_on: Annotated[date, title("清理截止日", "此前到账未发放的案款")]
    own_by: Annotated[date, title("自行清理完成日")]
    joint_by: Annotated[date, title("联合抽查日")]
    done_by: Annotated[date, title("全面完成日")]


class OldLine(msgspec.Struct, frozen=True, kw_only=True):
    """A sum of the register, and the officer the register names, where it does."""

    flow: Annotated[str, title("流水号")]
    amount: Annotated[Fen, title("金额")]
    on: Annotated[date, title("到账日")]
    officer: Annotated[OfficerId | None, title("承办人")] = None


class OldLinesRegistered(Act, frozen=True, kw_only=True, tag="funds.old_lines_registered"):
    """登记暂存款明细: accounting separated these sums, line by line."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    file: Annotated[FileHash, title("登记册文件")]
    lines: Annotated[tuple[OldLine, ...], title("明细")]


class OldLineGiven(Act, frozen=True, kw_only=True, tag="funds.old_line_given"):
    """交承办人核对: an officer is to find out whose money a line is."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    line: Annotated[str, title("流水号")]
    owner: Annotated[OfficerId, title("承办人")]


class OldAssignment(msgspec.Struct, frozen=True, kw_only=True):
    """A line and the case whose money it is."""

    line: Annotated[str, title("流水号")]
    amount: Annotated[Fen, title("金额")]
    case: Annotated[DossierId, title("案件")]
    booked_on: Annotated[date, title("到账日")]
    matched: Annotated[Matched, title("认定方式")] = Matched.BY_HAND
    score: Annotated[int, title("把握（万分之）")] = 0
    why: Annotated[str, title("理由", "不写姓名、账号")] = ""


class OldLinesAssigned(Act, frozen=True, kw_only=True, tag="funds.old_lines_assigned"):
    """历史案款对应到案件: each line is the money of a case; it lies there now and is to be paid like any other."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    assignments: Annotated[tuple[OldAssignment, ...], title("认定")]


class KeptGround(Choice):
    """Why a line cannot be paid now."""

    STAYED = "stayed", "案件中止或者暂缓执行"
    DISPUTED = "disputed", "数额或者归属有争议，分配尚未完成"
    FROZEN = "frozen", "另案保全、冻结"
    MISSING = "missing", "申请执行人下落不明或者联系不上"
    NOT_FOUND = "not_found", "尚未查到对应的案件"
    OTHER = "other", "其他正当理由"


class OldLineKept(Act, frozen=True, kw_only=True, tag="funds.old_line_kept"):
    """批准历史案款延期: a line cannot be paid now; until a day it rests, then it comes up again."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    line: Annotated[str, title("流水号")]
    ground: Annotated[KeptGround, title("事由")]
    reason: Annotated[Prose, title("情况说明", "不写姓名、账号")]
    until: Annotated[date, title("延期至")]


class OldLineUnreturnable(Act, frozen=True, kw_only=True, tag="funds.old_line_unreturnable"):
    """列入不能退还款专账: nobody can be found to whom a line could be paid or given back."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    line: Annotated[str, title("流水号")]
    amount: Annotated[Fen, title("金额")]
    reason: Annotated[Prose, title("查找经过和理由", "不写姓名、账号")]


class OtherMoney(Choice):
    """What a line is if it is not case money."""

    SUIT_FEE = "suit_fee", "诉讼费"
    FINE = "fine", "罚款、罚金"
    DEPOSIT = "deposit", "保证金"
    OTHER = "other", "其他款项"


class OldLineNotCaseMoney(Act, frozen=True, kw_only=True, tag="funds.old_line_not_case_money"):
    """认定不属于执行案款: accounting deals with the line elsewhere."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    line: Annotated[str, title("流水号")]
    kind: Annotated[OtherMoney, title("款项性质")]
    reason: Annotated[Prose, title("依据")]


class OldLineReopened(Act, frozen=True, kw_only=True, tag="funds.old_line_reopened"):
    """撤回清理结论: what was found out of a line was wrong; it waits again."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    line: Annotated[str, title("流水号")]
    amount: Annotated[Fen, title("金额")]
    case: Annotated[DossierId | None, title("原认定的案件", "没有认定到案件的不填")] = None
    reason: Annotated[Prose, title("理由")]


class ClearanceInspected(Act, frozen=True, kw_only=True, tag="funds.clearance_inspected"):
    """记录联合抽查: court and procuratorate looked at so many lines, and what they found."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    lines: Annotated[int, title("抽查笔数")]
    wrong: Annotated[int, title("发现问题的笔数")]
    findings: Annotated[Prose, title("抽查情况和整改要求")]


class ClearanceFinished(Act, frozen=True, kw_only=True, tag="funds.clearance_finished"):
    """完成案款清理: every line has its conclusion."""

    course: ClassVar[Course] = Course.ENDED
    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    note: Annotated[Prose, title("清理情况报告")]
