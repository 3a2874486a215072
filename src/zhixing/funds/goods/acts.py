"""Acts on things in the court's custody. Who fetched a thing is a party; that an agent came is told, and by what power."""

from __future__ import annotations

from typing import Annotated

from zhixing.funds.keeping.acts import EscrowGround
from zhixing.parties.acts import ApplicantId, LiableId, MemberId
from zhixing.record.act import Act, Choice, FileHash, Prose, Seq, title

GOODS = Annotated[Seq, title("执行物", of=("funds.goods_taken_in",))]


class GoodsKind(Choice):
    """What a thing in custody is."""

    OWED = "owed", "执行依据指定交付的物"
    SEIZED = "seized", "查封、扣押的物"
    VALUABLE = "valuable", "有价证券、金银珠宝等贵重物品"
    PAPERS = "papers", "票证、账册"


class GoodsTakenIn(Act, frozen=True, kw_only=True, tag="funds.goods_taken_in"):
    """登记执行物: a thing was taken in; two officers were there, and the keeper gave a receipt."""

    name: Annotated[str, title("名称、数量、特征")]
    kind: Annotated[GoodsKind, title("款物类型")]
    of: Annotated[LiableId, title("被执行人")]
    department: Annotated[str, title("保管部门")]
    place: Annotated[str, title("保管地点")]
    receipt: Annotated[str, title("收取凭证")]
    sealed: Annotated[bool, title("已封存", "贵重物品应当封存")] = False


class GoodsHandedOver(Act, frozen=True, kw_only=True, tag="funds.goods_handed_over"):
    """发还执行物: a thing in custody was handed to an applicant, or back to the debtor, all of it or a part."""

    goods: GOODS
    to: Annotated[MemberId, title("领取人")]
    whole: Annotated[bool, title("全部发还")] = True
    what: Annotated[Prose, title("领取了什么", "部分发还的填写")] = ""
    by_agent: Annotated[bool, title("由代理人领取")] = False
    authority: Annotated[FileHash | None, title("特别授权的委托书", "由代理人领取的必须提交")] = None
    reason: Annotated[Prose, title("退还被执行人的理由", "领取人是被执行人的填写")] = ""


class GoodsEscrowed(Act, frozen=True, kw_only=True, tag="funds.goods_escrowed"):
    """提存执行物: a thing that cannot be handed over is kept aside for an applicant."""

    goods: GOODS
    of: Annotated[ApplicantId, title("为谁提存")]
    ground: Annotated[EscrowGround, title("事由")]
    reason: Annotated[Prose, title("证明情况")]
