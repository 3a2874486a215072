"""Inquiries and control requests through the property network, and what came back."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import msgspec

from zhixing.assets.acts.found import Property
from zhixing.assets.institutions import Institution
from zhixing.parties.acts import ApplicantId, LiableId
from zhixing.record.act import Act, Choice, Fen, PartyId, Prose, Seq, title

# Names an inquiry, and what may be sent to an institution for execution, of the same dossier.
Inquiry: TypeAlias = Annotated[
    Seq,
    msgspec.Meta(
        extra={"of": ("assets.inquiry_sent", "assets.finding_disputed", "closing.round_asked_again")}
    ),
]
Measure: TypeAlias = Annotated[
    Seq,
    msgspec.Meta(
        extra={
            "of": (
                "assets.controlled",
                "assets.control_renewed",
                "assets.control_released",
                "assets.deposit_transferred",
            )
        }
    ),
]


class SearchAskedFor(Act, frozen=True, kw_only=True):
    """An act by which an applicant asks that the network be searched before there is a title: an application in preservation."""

    by: Annotated[ApplicantId, title("申请保全人")]


class InquirySent(Act, frozen=True, kw_only=True, tag="assets.inquiry_sent"):
    """发起网络查询: institutions are asked over the network what they know of the debtors' property."""

    debtors: Annotated[
        tuple[LiableId, ...], title("被查询的人", "被执行人、担保人、到期债权第三人；不得查询其他人")
    ]
    institutions: Annotated[tuple[Institution, ...], title("协助单位", "不选为全部单位")] = ()

    @property
    def asked(self) -> tuple[Institution, ...]:
        """The institutions that are asked."""
        return self.institutions or tuple(Institution)


class AnswerStatus(Choice):
    """What became of the inquiry at one institution."""

    COMPLETE = "complete", "已反馈"
    PARTIAL = "partial", "部分反馈"
    NOTHING = "nothing", "反馈无财产"
    REFUSED = "refused", "拒绝办理"
    SILENT = "silent", "多次发送仍未反馈"


class InquiryAnswered(Act, frozen=True, kw_only=True, tag="assets.inquiry_answered"):
    """收到查询反馈: an institution answered about one debtor; the raw answer is kept as evidence under its hash."""

    inquiry: Annotated[Inquiry, title("查询")]
    debtor: Annotated[PartyId, title("被查询的人")]
    institution: Annotated[Institution, title("协助单位")]
    status: Annotated[AnswerStatus, title("结果")]
    answer: Annotated[str, title("反馈编号")] = ""
    sha256: Annotated[str, title("原始反馈的校验值")] = ""
    found: Annotated[int, title("新查明的财产项数")] = 0
    known: Annotated[int, title("已录入的财产项数")] = 0
    reason: Annotated[Prose, title("说明")] = ""


class FindingDisputed(Act, frozen=True, kw_only=True, tag="assets.finding_disputed"):
    """对反馈提出疑问: what an institution answered seems wrong; it is asked once more, naming the answer in doubt."""

    property: Annotated[Property, title("有疑问的财产", "网络查询查明的")]
    reason: Annotated[Prose, title("疑问和依据", "如与现场调查、登记簿不符")]


class ControlRequested(Act, frozen=True, kw_only=True, tag="assets.control_requested"):
    """发出网络控制请求: a freeze, seizure, renewal, release or transfer that was ruled is sent to the institution."""

    measure: Annotated[Measure, title("裁定的措施")]
    institution: Annotated[Institution, title("协助单位")]
    ruling: Annotated[str, title("裁定书文号")] = ""


class ControlAnswered(Act, frozen=True, kw_only=True, tag="assets.control_answered"):
    """收到控制反馈: what became of a control at the institution."""

    request: Annotated[Seq, title("控制请求", of=("assets.control_requested",))]
    done: Annotated[bool, title("已办理")]
    waiting: Annotated[bool, title("轮候", "在先另有控制")] = False
    amount: Annotated[Fen | None, title("实际控制、划拨的金额")] = None
    until: Annotated[date | None, title("届满日")] = None
    answer: Annotated[str, title("反馈编号")] = ""
    sha256: Annotated[str, title("原始反馈的校验值")] = ""
    reason: Annotated[Prose, title("说明")] = ""


class RecheckResult(Choice):
    """What asking once more found."""

    NONE = "none", "未发现可供执行的财产"
    FOUND = "found", "发现财产"


class InquiryRepeated(Act, frozen=True, kw_only=True):
    """An act that says that property was asked about once more, as the law orders at intervals, and what came of it."""

    result: Annotated[RecheckResult, title("查询结果")]
    found: Annotated[Prose, title("发现的财产", "发现财产的写明种类、所在、金额")] = ""
    receipt: Annotated[str, title("查询反馈编号")] = ""
