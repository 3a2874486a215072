"""Change and addition of parties by ruling."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.parties.acts import Role
from zhixing.record.act import Act, Choice, PartyId, Prose, Seq, title


class ChangeGround(Choice):
    """Grounds of change or addition (变更追加规定); the value keeps the article."""

    APPLICANT_HEIR = "art-2", "申请执行人死亡、被宣告失踪，由继承人等承受"
    APPLICANT_DIVORCE = "art-3", "申请执行人离婚，权利分割给配偶"
    APPLICANT_ENDED = "art-4", "申请执行人终止，由承受人承受"
    APPLICANT_MERGED = "art-5", "申请执行人合并、分立"
    CLAIM_ASSIGNED = "art-9", "债权转让给第三人并书面认可"
    DEBTOR_DIED = "art-10", "被执行公民死亡，由继承人等在遗产范围内承担"
    DEBTOR_MERGED = "art-11", "被执行单位合并"
    DEBTOR_SPLIT = "art-12", "被执行单位分立"
    SOLE_OWNER = "art-13", "个人独资企业投资人、个体工商户经营者"
    PARTNERSHIP = "art-14", "合伙企业的普通合伙人"
    LIMITED_PARTNER = "art-14-2", "未按期足额缴纳出资的有限合伙人"
    BRANCH = "art-15", "法人分支机构的法人"
    UNINCORPORATED = "art-16", "对其他非法人组织的债务承担责任的主体"
    UNPAID_SHARES = "art-17", "股东未缴纳、未足额缴纳出资"
    WITHDRAWN_SHARES = "art-18", "股东抽逃出资"
    SOLD_UNPAID_SHARES = "art-19", "未依法出资即转让股权的原股东"
    ONE_PERSON_COMPANY = "art-20", "一人公司股东财产不独立"
    DEREGISTERED = "art-21", "未经清算即注销"
    FREE_TRANSFER = "art-22", "无偿接受财产"
    PROMISED_LIABILITY = "art-23", "注销时书面承诺承担责任"
    PROMISED_PERFORMANCE = "art-24", "第三人书面承诺自愿代为履行"
    ALLOCATED = "art-25", "依行政命令接受财产"


APPLICANT_GROUNDS = (
    ChangeGround.APPLICANT_HEIR,
    ChangeGround.APPLICANT_DIVORCE,
    ChangeGround.APPLICANT_ENDED,
    ChangeGround.APPLICANT_MERGED,
    ChangeGround.CLAIM_ASSIGNED,
)
TRIAL_GROUNDS = (
    ChangeGround.LIMITED_PARTNER,
    ChangeGround.UNPAID_SHARES,
    ChangeGround.WITHDRAWN_SHARES,
    ChangeGround.SOLD_UNPAID_SHARES,
    ChangeGround.ONE_PERSON_COMPANY,
    ChangeGround.DEREGISTERED,
)


class PartyChangeAsked(Act, frozen=True, kw_only=True, tag="cases.party_change_asked"):
    """申请变更、追加当事人: someone asks that another take a party's place, or stand beside."""

    ground: Annotated[ChangeGround, title("事由")]
    by: Annotated[PartyId, title("申请人")]
    new: Annotated[PartyId, title("新当事人")]
    old: Annotated[PartyId | None, title("原当事人", "追加的不选")] = None
    role: Annotated[Role, title("地位")] = Role.DEBTOR
    reason: Annotated[Prose, title("理由")] = ""

    @property
    def of_applicant(self) -> bool:
        """Whether the ground is one of the applicant's side (art. 2 to 9)."""
        return self.ground in APPLICANT_GROUNDS

    @property
    def goes_to_trial(self) -> bool:
        """Whether who disagrees with the ruling sues instead of asking for reconsideration (art. 32)."""
        return self.ground in TRIAL_GROUNDS


class PartyChangeDecided(Act, frozen=True, kw_only=True, tag="cases.party_change_decided"):
    """裁定变更、追加当事人: granted or dismissed; when granted, the new party takes part from this day."""

    application: Annotated[Seq, title("申请")]
    new: Annotated[PartyId, title("新当事人")]
    old: Annotated[PartyId | None, title("原当事人", "追加的不选；变更的，原当事人自此退出")] = None
    role: Annotated[Role, title("地位")] = Role.DEBTOR
    granted: Annotated[bool, title("准许")] = False
    ruling: Annotated[str, title("裁定书文号")] = ""
    extent: Annotated[str, title("责任范围", "如在未出资 100 万元范围内")] = ""
    simple: Annotated[bool, title("事实清楚、权利义务关系明确、争议不大", "是的，可不组成合议庭、不听证")] = (
        False
    )
    heard_on: Annotated[date | None, title("公开听证日期")] = None
    reason: Annotated[Prose, title("理由")] = ""
