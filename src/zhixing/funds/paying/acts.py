"""The file by which the bank is told to pay. It is made in the dossier of the bank account, and reaches every case in it."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from zhixing.funds.acts.payout import Payout
from zhixing.record.act import Act, DossierId, Fen, Prose, Seq, title


class FilePayment(msgspec.Struct, frozen=True, kw_only=True):
    """One payment of the file: an approved payout, whole."""

    case: Annotated[DossierId, title("案件")]
    payout: Payout
    amount: Annotated[Fen, title("金额")]


class PaymentFileMade(Act, frozen=True, kw_only=True, tag="funds.payment_file_made"):
    """制作付款文件: approved payouts are handed to the bank together.

    The files are written from the parties' data whenever they are asked for; the hashes prove that they are the same.
    """

    dossier_kind: ClassVar[str] = "bank-account"
    dossier_label: ClassVar[str] = "银行账户"

    number: Annotated[str, title("付款文件号")]
    payments: Annotated[tuple[FilePayment, ...], title("付款")]
    total: Annotated[Fen, title("合计")]
    made_at: Annotated[str, title("制作时刻", "北京时间")]
    message: Annotated[str, title("付款指令（pain.001）的校验值")]
    table: Annotated[str, title("付款清单（CSV）的校验值")]


class PaymentFileWithdrawn(Act, frozen=True, kw_only=True, tag="funds.payment_file_withdrawn"):
    """作废付款文件: the bank has paid none of what is still open in it; those payouts may be sent again."""

    dossier_kind: ClassVar[str] = "bank-account"
    dossier_label: ClassVar[str] = "银行账户"

    file: Annotated[Seq, title("付款文件", of=("funds.payment_file_made",))]
    number: Annotated[str, title("付款文件号")]
    payments: Annotated[tuple[FilePayment, ...], title("未付的各笔")]
    reason: Annotated[Prose, title("理由", "银行未受理的凭据")]
