"""What a clerk confirms when a case comes in, and how a reading of the title fills it in. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

import msgspec

from zhixing.cases.acts.filing import (
    Jurisdiction,
    LivelihoodCategory,
    Origin,
    RatePer,
    RateTable,
    Sharing,
    SumNature,
    TitleKind,
)
from zhixing.cases.from_title import KINDS, TO_COURT, fallen_due, nature_of, sharing_of
from zhixing.cases.titles.reading import Anchor, Perform, TitleReading
from zhixing.law.identities import IdentityKind
from zhixing.parties.acts import Role
from zhixing.record.act import Choice, Fen, Prose, title

# Roles in the case at trial that make an applicant in enforcement.
CLAIMANTS = ("原告", "申请人", "反诉原告", "债权人", "申请执行人", "上诉人（原审原告）")


class Kind(Choice):
    """What a party is."""

    NATURAL = "natural", "自然人"
    LEGAL = "legal", "法人"
    OTHER = "other", "非法人组织"


class PaperKind(Choice):
    """Kinds of identity documents, by their names in the law."""

    RESIDENT = IdentityKind.RESIDENT.value, IdentityKind.RESIDENT.value
    CREDIT_CODE = IdentityKind.CREDIT_CODE.value, IdentityKind.CREDIT_CODE.value
    ORGANISATION_CODE = IdentityKind.ORGANISATION_CODE.value, IdentityKind.ORGANISATION_CODE.value
    PASSPORT = IdentityKind.PASSPORT.value, IdentityKind.PASSPORT.value
    HONG_KONG_MACAU = IdentityKind.HONG_KONG_MACAU.value, IdentityKind.HONG_KONG_MACAU.value
    TAIWAN = IdentityKind.TAIWAN.value, IdentityKind.TAIWAN.value
    OFFICER = IdentityKind.OFFICER.value, IdentityKind.OFFICER.value
    OTHER = IdentityKind.OTHER.value, IdentityKind.OTHER.value


class DutyKind(Choice):
    """What is owed, if not money."""

    THING = "thing", "交付财物"
    CONDUCT = "conduct", "行为"
    RIGHT = "right", "财产性权益"


class PartyLine(msgspec.Struct, frozen=True, kw_only=True):
    """One party."""

    name: Annotated[str, title("姓名或名称")]
    role: Annotated[Role, title("地位")]
    kind: Annotated[Kind, title("性质")] = Kind.NATURAL
    paper: Annotated[PaperKind, title("证件种类")] = PaperKind.RESIDENT
    number: Annotated[str, title("证件号码", "凭证件识别同一人，请核对原件")] = ""
    address: Annotated[str, title("住址")] = ""
    phone: Annotated[str, title("电话")] = ""


class SumLine(msgspec.Struct, frozen=True, kw_only=True):
    """One sum of money."""

    label: Annotated[str, title("名目")]
    amount: Annotated[Fen, title("金额")]
    owed_by: Annotated[str, title("由谁负担", "多人用顿号隔开")]
    owed_to: Annotated[str, title("给谁", "多人用顿号隔开")]
    nature: Annotated[SumNature, title("款项性质")] = SumNature.PRINCIPAL
    sharing: Annotated[Sharing, title("负担方式")] = Sharing.SINGLE
    days: Annotated[int | None, title("生效后几日内履行")] = None
    months: Annotated[int | None, title("或几个月内履行")] = None
    by: Annotated[date | None, title("或在某日前履行", "当日为最后一日")] = None


class CostLine(msgspec.Struct, frozen=True, kw_only=True):
    """One cost of the lawsuit that goes to the court."""

    label: Annotated[str, title("名目")]
    amount: Annotated[Fen, title("金额")]
    borne_by: Annotated[str, title("由谁负担", "多人用顿号隔开")]
    days: Annotated[int | None, title("生效后几日内交纳")] = None
    by: Annotated[date | None, title("或在某日前交纳")] = None


class InterestLine(msgspec.Struct, frozen=True, kw_only=True):
    """One interest that goes on."""

    on: Annotated[str, title("计息的款项", "填上面某一款项的名目")] = ""
    base: Annotated[Fen | None, title("或计息基数")] = None
    since: Annotated[date | None, title("起算日")] = None
    until: Annotated[date | None, title("止于", "计至付清的不填")] = None
    table: Annotated[RateTable, title("利率表")] = RateTable.NONE
    times: Annotated[str, title("倍数")] = "1"
    rate: Annotated[str, title("或利率", "小数")] = ""
    per: Annotated[RatePer, title("利率单位")] = RatePer.YEAR
    plus: Annotated[str, title("加点", "在利率表上加减的年利率，如加 50 个基点填 0.005")] = "0"
    cap: Annotated[Fen | None, title("利息上限")] = None
    cap_rate: Annotated[str, title("或年利率上限", "小数")] = ""
    cap_table: Annotated[RateTable, title("上限所据利率表")] = RateTable.NONE
    cap_times: Annotated[str, title("上限的倍数")] = "1"


class OtherLine(msgspec.Struct, frozen=True, kw_only=True):
    """One duty that is not money."""

    text: Annotated[Prose, title("内容")]
    owed_by: Annotated[str, title("由谁负担")]
    owed_to: Annotated[str, title("给谁")]
    kind: Annotated[DutyKind, title("种类")] = DutyKind.CONDUCT
    days: Annotated[int | None, title("生效后几日内履行")] = None


class FilingForm(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the clerk confirms."""

    cause: Annotated[str, title("案由", "与执行依据一致")]
    kind: Annotated[TitleKind, title("执行依据种类")]
    issuer: Annotated[str, title("作出单位")]
    number: Annotated[str, title("文书号")]
    effective_on: Annotated[date, title("生效日期")]
    parties: Annotated[tuple[PartyLine, ...], title("当事人")]
    made_on: Annotated[date | None, title("作出日期")] = None
    sums: Annotated[tuple[SumLine, ...], title("金钱请求")] = ()
    interest: Annotated[tuple[InterestLine, ...], title("继续计算的利息")] = ()
    others: Annotated[tuple[OtherLine, ...], title("非金钱请求")] = ()
    costs: Annotated[tuple[CostLine, ...], title("向法院交纳的诉讼费用", "不作为申请执行人的请求")] = ()
    order: Annotated[tuple[str, ...], title("约定的抵充顺序", "一行一项", kind="lines")] = ()
    received_on: Annotated[date | None, title("收到申请的日期", "不填为今天")] = None
    origin: Annotated[Origin, title("案件来源")] = Origin.APPLIED
    jurisdiction: Annotated[Jurisdiction, title("管辖依据")] = Jurisdiction.FIRST_INSTANCE
    delay_interest: Annotated[bool, title("申请执行迟延履行利息")] = False
    livelihood: Annotated[LivelihoodCategory | None, title("涉民生类别")] = None
    account: Annotated[str, title("申请执行人收款账号")] = ""
    risk_told: Annotated[bool, title("已告知执行风险")] = False
    preservation_hinted: Annotated[bool, title("已提示可以申请保全")] = False


def filled(reading: TitleReading, on: date) -> dict[str, list[str]]:
    """The form as a reading of the title fills it on a day: nothing that was not read is filled in."""
    found: dict[str, str] = {
        "issuer": reading.court or "",
        "number": reading.number or "",
        "made_on": reading.dated.isoformat() if reading.dated else "",
        "delay_interest": "on" if reading.double_interest else "",
        "order": "\n".join(reading.order),
    }
    if reading.kind is not None:
        found["kind"] = KINDS[reading.kind].value
    for number, party in enumerate(reading.parties):
        role = Role.APPLICANT if (party.role or "") in CLAIMANTS else Role.DEBTOR
        organisation = len(party.name) > 4 or "公司" in party.name
        found |= {
            f"parties.{number}.name": party.name,
            f"parties.{number}.role": role.value,
            f"parties.{number}.kind": (Kind.LEGAL if organisation else Kind.NATURAL).value,
            f"parties.{number}.paper": (PaperKind.CREDIT_CODE if organisation else PaperKind.RESIDENT).value,
        }
    return {
        key: [value]
        for key, value in (
            found | _sums(reading, on) | _costs(reading) | _interest(reading) | _others(reading)
        ).items()
    }


def _yuan(fen: int | None) -> str:
    return "" if fen is None else f"{fen // 100}.{fen % 100:02d}"


def _names(names: Sequence[str]) -> str:
    return "、".join(names)


def _when(perform: Perform | None) -> dict[str, str]:
    """When to perform, as far as it runs from the day the title took effect or is a day."""
    if perform is None:
        return {}
    counted = perform.after in (None, Anchor.EFFECTIVE) and not perform.working
    return {
        "days": str(perform.days) if perform.days and counted else "",
        "months": str(perform.months) if perform.months and counted else "",
        "by": perform.by.isoformat() if perform.by else "",
    }


def _sums(reading: TitleReading, on: date) -> dict[str, str]:
    """Each sum; of one that recurs, each instalment fallen due by that day; then the costs that go to a party."""
    lines: list[dict[str, str]] = []
    for item in reading.sums:
        same = {
            "owed_by": _names(item.owed_by),
            "owed_to": _names(item.owed_to),
            "nature": nature_of(item.label).value,
            "sharing": sharing_of(item).value,
        }
        instalments = fallen_due(item, on) if item.every else None
        if instalments is None:
            lines.append({"label": item.label, "amount": _yuan(item.amount), **same, **_when(item.perform)})
            continue
        lines += [
            {"label": each.label, "amount": _yuan(each.amount), **same, "by": each.due.isoformat()}
            for each in instalments
        ]
    lines += [
        {
            "label": cost.label,
            "amount": _yuan(cost.amount),
            "owed_by": _names(cost.borne_by),
            "owed_to": cost.payable_to or "",
            "nature": SumNature.COURT_FEE.value,
            **_when(cost.perform),
        }
        for cost in reading.costs
        if cost.payable_to not in (None, TO_COURT, *cost.borne_by)
    ]
    return _numbered("sums", lines)


def _costs(reading: TitleReading) -> dict[str, str]:
    """The costs still to be paid to the court: not what the one who bears them has prepaid."""
    lines = [
        {
            "label": cost.label,
            "amount": _yuan(cost.amount),
            "borne_by": _names(cost.borne_by),
            **{name: value for name, value in _when(cost.perform).items() if name != "months"},
        }
        for cost in reading.costs
        if cost.payable_to == TO_COURT and cost.prepaid_by not in cost.borne_by
    ]
    return _numbered("costs", lines)


def _numbered(name: str, lines: Sequence[Mapping[str, str]]) -> dict[str, str]:
    return {
        f"{name}.{number}.{field}": value
        for number, line in enumerate(lines)
        for field, value in line.items()
    }


def _interest(reading: TitleReading) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, item in enumerate(reading.interest):
        key = f"interest.{number}"
        same = [each.label for each in reading.sums if each.amount == item.base]
        rate = item.rate
        found |= {
            f"{key}.on": item.base_of or (same[0] if same else ""),
            f"{key}.base": "" if same or item.base_of else _yuan(item.base),
            f"{key}.since": item.since.isoformat() if item.since else "",
            f"{key}.until": item.until.isoformat() if item.until else "",
            f"{key}.cap": _yuan(item.cap.amount) if item.cap else "",
        }
        if rate is not None:
            found |= {
                f"{key}.table": rate.table or RateTable.NONE.value,
                f"{key}.times": str(rate.times),
                f"{key}.rate": "" if rate.number is None else str(rate.number),
                f"{key}.per": rate.per,
                f"{key}.plus": str(rate.plus),
            }
        cap = item.cap.rate if item.cap else None
        if cap is not None and (cap.number is None or cap.per == "year"):
            found |= {
                f"{key}.cap_table": cap.table or RateTable.NONE.value,
                f"{key}.cap_times": str(cap.times),
                f"{key}.cap_rate": "" if cap.number is None else str(cap.number),
            }
    return found


def _others(reading: TitleReading) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, item in enumerate(reading.claims):
        key = f"others.{number}"
        found |= {
            f"{key}.kind": item.kind if item.kind in ("thing", "right") else "conduct",
            f"{key}.text": item.text,
            f"{key}.owed_by": _names(item.owed_by),
            f"{key}.owed_to": _names(item.owed_to),
        }
        found[f"{key}.days"] = _when(item.perform).get("days", "")
    return found
