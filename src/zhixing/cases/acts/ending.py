"""What every act that ends a case has in common. The types themselves stand in `closing`, above this room."""

from __future__ import annotations

from typing import Annotated, ClassVar

from zhixing.record.act import Act, Prose, title


class ClosingAct(Act, frozen=True, kw_only=True):
    """结案: base of the acts that end a case; `reason` says why this way."""

    # A terminated round closes the case and leaves the procedure open: objections may still be raised (异议复议规定 art. 6).
    ends_the_procedure: ClassVar[bool] = True

    reason: Annotated[Prose, title("结案事由")]
