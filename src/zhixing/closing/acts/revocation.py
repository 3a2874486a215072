"""An ending undone: the objection to it was upheld, and the case goes on under its own number."""

from __future__ import annotations

from typing import Annotated, ClassVar

from zhixing.record.act import Act, Course, Prose, Seq, title


class EndingRevoked(Act, frozen=True, kw_only=True, tag="closing.ending_revoked"):
    """撤销终结裁定: the ruling that ended the round or the enforcement is revoked on objection; the case is open again."""

    course: ClassVar[Course] = Course.REOPENED

    objection: Annotated[Seq, title("成立的异议", "对终结执行、终本的异议")]
    ruling: Annotated[str, title("裁定书文号", "撤销原裁定的裁定")]
    reason: Annotated[Prose, title("理由")] = ""
