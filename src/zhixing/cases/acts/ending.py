"""What every act that ends a case has in common. The types themselves stand in `closing`, above this room."""

from __future__ import annotations

from typing import Annotated, ClassVar

from zhixing.record.act import Act, Course, Prose, title


class ClosingAct(Act, frozen=True, kw_only=True):
    """结案: base of the acts that end a case; `reason` says why this way."""

    course: ClassVar[Course] = Course.ENDED

    reason: Annotated[Prose, title("结案事由")]
