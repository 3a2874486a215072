"""Property that was found: what it is, whose, how it was found, what it is worth, and whether it can be enforced on."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import msgspec

from zhixing.assets.kinds import PropertyKind
from zhixing.parties.acts import LiableId
from zhixing.record.act import Act, Choice, Fen, FileHash, Prose, Sealed, Seq, title

# Names a found property of the same dossier.
Property: TypeAlias = Annotated[Seq, msgspec.Meta(extra={"of": ("assets.property_found",)})]


class FoundBy(Choice):
    """How property was found (已查明财产: 查明方式)."""

    DECLARED = "declared", "被执行人报告"
    CLUE = "clue", "申请执行人提供线索"
    NETWORK = "network", "网络查控"
    ON_SITE = "on_site", "现场调查"
    SEARCH = "search", "搜查"
    AUDIT = "audit", "审计"
    REWARD = "reward", "悬赏"
    PRESERVATION = "preservation", "财产保全"
    OTHER = "other", "其他途径"


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One national field of a property: column code and value; what identifies stands as its keyed hash."""

    code: Annotated[str, title("数据项", kind="national")]
    value: Annotated[str, title("内容", kind="told")] = ""


class PropertyFound(Act, frozen=True, kw_only=True, tag="assets.property_found"):
    """查明财产: a property of a debtor was found."""

    owner: Annotated[LiableId, title("权利人")]
    kind: Annotated[PropertyKind, title("财产类型")]
    name: Annotated[str, title("财产名称", "不写账号、证号；它们填在“识别号”里")]
    identifier: Annotated[Sealed | None, title("识别号", "账号、车辆识别号、产权证号等；加密保存")] = None
    value: Annotated[Fen | None, title("估计价值")] = None
    found_by: Annotated[FoundBy, title("查明方式")] = FoundBy.OTHER
    source: Annotated[Seq | None, title("来源", "查明该财产的行为")] = None
    share: Annotated[str, title("共有情况", "按份共有的写份额，如“与配偶各半”")] = ""
    burdens: Annotated[Prose, title("权利负担", "抵押、质押、租赁、在先查封等")] = ""
    divisible: Annotated[bool, title("可以分割")] = False
    details: Annotated[tuple[Told, ...], title("国家数据项")] = ()


class Exemption(Choice):
    """Why property is not enforced on (查扣冻规定 art. 3 and 4)."""

    LIVING = "living", "生活所必需的衣服、家具、炊具、餐具等"
    MAINTENANCE = "maintenance", "生活所必需的费用"
    EDUCATION = "education", "完成义务教育所必需的物品"
    UNPUBLISHED = "unpublished", "未公开的发明或未发表的著作"
    AIDS = "aids", "身体缺陷所必需的辅助工具、医疗物品"
    HONOURS = "honours", "勋章及其他荣誉表彰的物品"
    TREATY = "treaty", "依条约免于查封的财产"
    OTHER_LAW = "other_law", "法律、司法解释规定的其他不得执行的财产"
    NECESSARY_HOME = "necessary_home", "生活所必需的居住房屋（可以查封，不得拍卖、变卖、抵债）"


class PropertyExempted(Act, frozen=True, kw_only=True, tag="assets.property_exempted"):
    """认定不得执行的财产: all or a part of a property is left to the debtor and the family."""

    property: Annotated[Property, title("财产")]
    ground: Annotated[Exemption, title("理由")]
    reason: Annotated[Prose, title("认定的事实")]
    amount: Annotated[Fen | None, title("保留的金额", "只保留一部分的填写；不填为全部")] = None
    until: Annotated[date | None, title("保留至", "不填为不定期")] = None


class ExemptionEnded(Act, frozen=True, kw_only=True, tag="assets.exemption_ended"):
    """认定可以执行: a property once left to the debtor may be enforced on."""

    exemption: Annotated[Seq, title("原认定", "原来认定不得执行的记录", of=("assets.property_exempted",))]
    reason: Annotated[Prose, title("理由", "如申请执行人已提供临时住房，或同意从变价款扣除租金")]


class OutsiderGround(Choice):
    """How a property turned out not to be the debtor's."""

    NOT_OWNED = "not_owned", "登记或占有在案外人名下"
    OBJECTION_UPHELD = "objection_upheld", "案外人异议成立"
    MISTAKEN = "mistaken", "查明有误"
    GONE = "gone", "已灭失或已不存在"


class PropertyRuledOut(Act, frozen=True, kw_only=True, tag="assets.property_ruled_out"):
    """排除财产: what was found is not the debtor's, or is no more."""

    property: Annotated[Property, title("财产")]
    ground: Annotated[OutsiderGround, title("理由")]
    reason: Annotated[Prose, title("依据的事实")]
    proof: Annotated[FileHash | None, title("证明材料")] = None
