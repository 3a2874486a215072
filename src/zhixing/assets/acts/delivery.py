"""Giving what was sold to its buyer: the ruling by which it passes, its service, the handing over, and clearing a house."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.assets.acts.found import Property
from zhixing.cases.acts.notice import ServiceMethod
from zhixing.parties.acts import LiableId
from zhixing.record.act import Act, Choice, FileHash, PartyId, Prose, Seq, title


class TransferRuled(Act, frozen=True, kw_only=True, tag="assets.transfer_ruled"):
    """裁定成交过户: the sale is confirmed by ruling, and the register is to be changed."""

    property: Annotated[Property, title("财产")]
    ruling: Annotated[str, title("裁定书文号")]
    registry: Annotated[str, title("协助过户的登记机关", "不需登记的不填")] = ""


class TransferRulingServed(Act, frozen=True, kw_only=True, tag="assets.transfer_ruling_served"):
    """送达成交、抵债裁定: on the day of service the property passes to the buyer."""

    property: Annotated[Property, title("财产")]
    to: Annotated[PartyId, title("买受人、承受人")]
    method: Annotated[ServiceMethod, title("送达方式")] = ServiceMethod.DIRECT
    proof: Annotated[FileHash | None, title("送达证明")] = None


class RegistryServed(Act, frozen=True, kw_only=True, tag="assets.registry_served"):
    """向登记机关送达协助执行通知书: the registry has the ruling and the order to change the register and hand over papers."""

    property: Annotated[Property, title("财产")]
    received_by: Annotated[str, title("签收人")]
    proof: Annotated[FileHash | None, title("送达证明")] = None


class PropertyHandedOver(Act, frozen=True, kw_only=True, tag="assets.property_handed_over"):
    """移交财产: the buyer has it."""

    property: Annotated[Property, title("财产")]
    to: Annotated[PartyId, title("买受人、承受人")]
    state: Annotated[Prose, title("移交的情况", "地点、物品清单、钥匙证照、欠费")]
    minutes: Annotated[FileHash | None, title("交接笔录")] = None


class OccupantKind(Choice):
    """What is to be cleared, as the time to leave divides it."""

    NOT_A_HOME = "not_a_home", "不是被执行人及其所扶养家属的居住房屋"
    OTHER_HOME = "other_home", "居住房屋，另有住处"
    ONLY_HOME = "only_home", "唯一居住房屋"
    MORTGAGED_HOME = "mortgaged_home", "已设定抵押的居住房屋"


class EvictionNoticed(Act, frozen=True, kw_only=True, tag="assets.eviction_noticed"):
    """责令迁出公告: whoever occupies a house or land is ordered by the president's notice to leave by a day."""

    property: Annotated[Property, title("房屋、土地")]
    occupant: Annotated[OccupantKind, title("居住情况")]
    until: Annotated[date, title("迁出期限")]
    occupied_by: Annotated[tuple[PartyId, ...], title("应当迁出的人")]


class MeasureKind(Choice):
    """By what force something other than money or a sale is carried out."""

    DELIVERY = "delivery", "强制交付财物、票证"
    SUBSTITUTE = "substitute", "委托他人代为履行"
    CERTIFICATES = "certificates", "办理财产权证照转移手续"
    OTHER = "other", "其他措施"


class OtherMeasureTaken(Act, frozen=True, kw_only=True, tag="assets.other_measure_taken"):
    """采取其他强制措施: a thing is delivered by force, a duty done by another at the debtor's cost, or the like."""

    kind: Annotated[MeasureKind, title("措施")]
    against: Annotated[LiableId, title("强制对象")]
    ruling: Annotated[str, title("裁定书、通知书文号")]
    place: Annotated[str, title("实施地点")] = ""
    what: Annotated[Prose, title("实施内容", "交付何物、代为履行何事，由谁实施")]
    result: Annotated[Prose, title("实施结果")]
    claim: Annotated[Seq | None, title("请求事项", of=("cases.claim_recorded",))] = None
    minutes: Annotated[FileHash | None, title("笔录")] = None


class Evicted(Act, frozen=True, kw_only=True, tag="assets.evicted"):
    """强制迁出: the time to leave has passed, and the house or land is cleared by force."""

    property: Annotated[Property, title("房屋、土地")]
    present: Annotated[Prose, title("到场的人", "被执行人或者成年家属、基层组织代表、见证人")]
    belongings: Annotated[Prose, title("搬出财物的处置", "清单、运至何处、交给何人")]
    housing: Annotated[Prose, title("临时住房", "被执行人无法自行解决居住的，写明如何安置")] = ""
    minutes: Annotated[FileHash | None, title("笔录")] = None
