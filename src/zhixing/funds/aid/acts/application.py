"""An application for aid, a dossier of its own (司救执): who asks, why, what was decided, and how it was paid."""

from __future__ import annotations

from typing import Annotated, ClassVar

from zhixing.funds.acts.payout import PayoutApproved, PayoutCancelled
from zhixing.funds.aid.acts.fund import AidSource
from zhixing.record.act import Act, Choice, Course, DossierId, Fen, PartyId, Prose, Seq, title

KIND, LABEL = "aid", "司法救助案件"
CASE = Annotated[DossierId, title("执行案件")]
APPLICANT = Annotated[PartyId, title("救助申请人")]


class AidGround(Choice):
    """Who may be aided (司法救助意见 3)."""

    MAINTENANCE = "maintenance", "追索赡养费、扶养费、抚育费等，被执行人没有履行能力"
    INJURY = "injury", "道路交通事故等民事侵权造成人身伤害，无法获得赔偿"
    CRIME_INJURY = "crime_injury", "刑事被害人重伤或者严重残疾，无法获得赔偿"
    CRIME_URGENT = "crime_urgent", "刑事被害人危及生命、急需救治，无力承担医疗费用"
    CRIME_DEATH = "crime_death", "刑事被害人死亡，依靠其收入生活的近亲属等无法获得赔偿"
    CRIME_LOSS = "crime_loss", "刑事被害人财产遭受重大损失，无法获得赔偿"
    REPRISAL = "reprisal", "举报人、证人、鉴定人受到打击报复，无法获得赔偿"
    OTHER = "other", "人民法院认为需要救助的其他人员"


class AidExclusion(Choice):
    """Why aid is in general not given (司法救助意见 4), or no ground is there."""

    AT_FAULT = "at_fault", "对案件发生有重大过错"
    UNCOOPERATIVE = "uncooperative", "无正当理由拒绝配合查明案件事实"
    FALSE = "false", "故意作虚伪陈述或者伪造证据，妨害诉讼"
    WAIVED = "waived", "主动放弃民事赔偿请求，或者拒绝责任人及其近亲属赔偿"
    OTHER_CAUSE = "other_cause", "生活困难不是案件原因造成"
    ALREADY_HELPED = "already_helped", "已经通过社会救助得到合理补偿、救助"
    NO_GROUND = "no_ground", "不属于应当救助的情形"
    OTHER = "other", "不应给予救助的其他情形"


class _OfApplication(Act, frozen=True, kw_only=True):
    """What is done in the dossier of an application."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL


class AidApplied(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_applied"):
    """收到司法救助申请: an applicant of an enforcement case, who lives in need, asks for aid."""

    case: CASE
    applicant: APPLICANT
    ground: Annotated[AidGround, title("救助情形")]
    asked: Annotated[Fen, title("申请金额")]
    hardship: Annotated[Prose, title("生活困难情况", "家庭人口、劳动能力、就业、收入；不写姓名、证件号码")]
    proof: Annotated[Prose, title("证明材料", "困难证明由谁出具，损害结果的证明，是否得到其他救助")]
    orally: Annotated[bool, title("口头申请，已作笔录")] = False
    urgent: Annotated[bool, title("急需医疗救治等特殊情况")] = False


class AidFiled(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_filed"):
    """司法救助立案: the application meets the conditions and gets its number; ten working days begin."""


class AidExtended(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_extended"):
    """延长司法救助审查期限: the case is complicated; the decision is due on a later day."""

    more: Annotated[int, title("延长的工作日数")]
    reason: Annotated[Prose, title("案情复杂的理由")]


class AidDeliberated(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_deliberated"):
    """司法救助委员会讨论: whether it agrees, and to how much at most."""

    agreed: Annotated[bool, title("同意救助")]
    amount: Annotated[Fen, title("同意的金额")] = 0
    opinion: Annotated[Prose, title("意见和理由")]


class AidGranted(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_granted"):
    """决定给予司法救助: so much, once, out of the fund."""

    case: CASE
    applicant: APPLICANT
    amount: Annotated[Fen, title("救助金额")]
    source: Annotated[AidSource, title("资金来源")]
    reason: Annotated[Prose, title("救助理由", "实际损失、有无过错、家庭经济状况、最低生活支出、赔偿情况")]
    above: Annotated[Prose, title("突破三十六个月的理由", "损失特别重大、生活特别困难的才填写")] = ""


class AidRefused(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_refused"):
    """决定不予司法救助: a ground for refusal stands."""

    course: ClassVar[Course] = Course.ENDED

    case: CASE
    applicant: APPLICANT
    exclusion: Annotated[AidExclusion, title("不予救助的情形")]
    reason: Annotated[Prose, title("理由")]


class AidWithdrawn(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_withdrawn"):
    """撤回司法救助申请: who asked does not ask any more."""

    course: ClassVar[Course] = Course.ENDED

    case: CASE
    applicant: APPLICANT
    reason: Annotated[Prose, title("理由")]


class AidAppropriationAsked(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_appropriation_asked"):
    """申请拨付救助金: the treasury is asked to pay what was decided."""

    to: Annotated[str, title("财政部门")]


class AidMoneyReady(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_money_ready"):
    """救助金已拨付到位: what was decided lies in the fund."""


class AidNoticed(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_noticed"):
    """通知领取救助金: who is aided learns that the money is there, and what to bring."""


class AidPayoutApproved(PayoutApproved, frozen=True, kw_only=True, tag="funds.aid_payout_approved"):
    """发放救助金: so much of the fund is set aside for the account of who is aided."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL


AID_PAYOUT = Annotated[Seq, title("发放审批", of=("funds.aid_payout_approved",))]


class AidPayoutCancelled(PayoutCancelled, frozen=True, kw_only=True, tag="funds.aid_payout_cancelled"):
    """撤销救助金发放: the bank has not paid; the money goes back to the fund."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    payout: AID_PAYOUT


class AidHandedOver(_OfApplication, frozen=True, kw_only=True, tag="funds.aid_handed_over"):
    """救助金发放完毕: it was paid; what it is, why it was given and what follows from fraud were explained and signed."""

    course: ClassVar[Course] = Course.ENDED

    case: CASE
    applicant: APPLICANT
    fund: Annotated[DossierId, title("司法救助资金")]
    amount: Annotated[Fen, title("已付金额")]
    explained: Annotated[Prose, title("释明和签收情况")]
    witness: Annotated[str, title("到场见证的单位")] = ""
