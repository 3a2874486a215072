"""Who takes part in a case, in which role, and who speaks for them. Acts hold ids alone: names live in this room's tables."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import msgspec

from zhixing.record.act import Act, Choice, PartyId, Prose, title


class Role(Choice):
    """Role in the enforcement case."""

    APPLICANT = "applicant", "申请执行人"
    DEBTOR = "debtor", "被执行人"
    OUTSIDER = "outsider", "案外人"
    INTERESTED = "interested", "利害关系人"
    GUARANTOR = "guarantor", "担保人"
    THIRD_DEBTOR = "third_debtor", "到期债权第三人"


def _in(*roles: Role) -> msgspec.Meta:
    return msgspec.Meta(extra={"roles": tuple(str(role.value) for role in roles)})


# Parties of the case in a role: forms offer these alone. That the door refuses others is for the guards of each act.
LIABLE = (Role.DEBTOR, Role.GUARANTOR, Role.THIRD_DEBTOR)
ApplicantId: TypeAlias = Annotated[PartyId, _in(Role.APPLICANT)]
DebtorId: TypeAlias = Annotated[PartyId, _in(Role.DEBTOR)]
LiableId: TypeAlias = Annotated[PartyId, _in(*LIABLE)]
ThirdDebtorId: TypeAlias = Annotated[PartyId, _in(Role.THIRD_DEBTOR)]
MemberId: TypeAlias = Annotated[PartyId, _in(Role.APPLICANT, Role.DEBTOR)]


class PartyJoined(Act, frozen=True, kw_only=True, tag="parties.joined"):
    """录入当事人: someone takes part in the case."""

    party: Annotated[PartyId, title("当事人")]
    role: Annotated[Role, title("地位")]
    original_role: Annotated[str, title("原案地位", "如原告、被告")] = ""


class PartyLeft(Act, frozen=True, kw_only=True, tag="parties.left"):
    """当事人退出: someone no longer takes part."""

    party: Annotated[PartyId, title("当事人")]
    reason: Annotated[Prose, title("原因")]


class AgentKind(Choice):
    """Who may be an agent (民诉法 art. 61)."""

    LAWYER = "lawyer", "律师"
    LEGAL_WORKER = "legal_worker", "基层法律服务工作者"
    RELATIVE = "relative", "近亲属"
    STAFF = "staff", "单位工作人员"
    RECOMMENDED = "recommended", "社区、单位、社会团体推荐的公民"


class AgentAppointed(Act, frozen=True, kw_only=True, tag="parties.agent_appointed"):
    """委托代理人: someone acts for a party."""

    party: Annotated[PartyId, title("被代理人")]
    agent: Annotated[PartyId, title("代理人")]
    kind: Annotated[AgentKind, title("代理人类别")]
    special_authority: Annotated[bool, title("特别授权", "代为放弃、和解、收取案款须有特别授权")] = False


class LegalRepresentativeNamed(Act, frozen=True, kw_only=True, tag="parties.legal_representative_named"):
    """法定代表人: who represents an organisation."""

    party: Annotated[PartyId, title("单位")]
    person: Annotated[PartyId, title("法定代表人、负责人")]
    office: Annotated[str, title("职务")] = "法定代表人"
