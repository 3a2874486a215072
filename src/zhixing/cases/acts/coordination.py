"""Coordination with trial: the bench that made the title is asked what it means, and answers."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.record.act import Act, Choice, FileHash, Prose, Seq, title


class TrialBenchAsked(Act, frozen=True, kw_only=True, tag="cases.trial_bench_asked"):
    """征询审判部门: what the title orders is not clear, and the bench that made it is asked in writing."""

    title: Annotated[Seq, title("执行依据")]
    bench: Annotated[str, title("审判部门")]
    unclear: Annotated[Prose, title("不明确之处")]


class TrialAnswerKind(Choice):
    """How the bench answers."""

    REPLY = "reply", "书面答复"
    CORRECTION = "correction", "裁定补正"
    UNCLEAR = "unclear", "仍不明确"


class TrialBenchAnswered(Act, frozen=True, kw_only=True, tag="cases.trial_bench_answered"):
    """审判部门答复: the bench says what the title means, or corrects it by ruling."""

    question: Annotated[Seq, title("所答复的征询")]
    kind: Annotated[TrialAnswerKind, title("方式")]
    answer: Annotated[Prose, title("答复内容")]
    ruling: Annotated[str, title("补正裁定文号")] = ""
    dated: Annotated[date | None, title("文书日期")] = None
    file: Annotated[FileHash | None, title("文书文件")] = None
