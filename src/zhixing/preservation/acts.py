"""Preservation from the application to its end. Holding the property itself is `assets.acts.control`, in the same case (执保)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.assets.acts.control import (
    Control,
    HandingOverAct,
    SecuringAct,
    SecuringReview,
    SubstitutingAct,
)
from zhixing.assets.acts.found import Property
from zhixing.assets.acts.inquiry import SearchAskedFor
from zhixing.parties.acts import ApplicantId, DebtorId, MemberId
from zhixing.record.act import Act, Choice, Fen, FileHash, Prose, Seq, title


class When(Choice):
    """When preservation is asked for (民诉法 art. 103, 104; 民诉法解释 art. 163; 仲裁法)."""

    BEFORE_SUIT = "before_suit", "诉前（仲裁前）"
    IN_SUIT = "in_suit", "诉讼中"
    ARBITRATION = "arbitration", "仲裁中"
    BEFORE_ENFORCEMENT = "before_enforcement", "执行前"


class PreservationApplied(Act, frozen=True, kw_only=True, tag="preservation.applied"):
    """申请财产保全: someone asks that property be held before there is a title, or before it is enforced."""

    by: Annotated[ApplicantId, title("申请保全人")]
    against: Annotated[tuple[DebtorId, ...], title("被保全人")]
    when: Annotated[When, title("申请的阶段")]
    requested: Annotated[Fen, title("请求保全的数额")]
    received_at: Annotated[str, title("收到的钟点", "写成 08:30；四十八小时从此刻起算")] = ""
    urgent: Annotated[bool, title("情况紧急", "诉前保全一律为紧急")] = False
    disputed_value: Annotated[Fen | None, title("争议标的的价值", "保全的是争议标的时填写")] = None
    clues: Annotated[Prose, title("财产信息或线索", "诉前须写明具体财产")] = ""
    suit: Annotated[str, title("诉讼、仲裁案号", "已经起诉、申请仲裁的填写")] = ""
    perform_by: Annotated[date | None, title("履行期最后一天", "执行前保全的填写")] = None
    institution: Annotated[str, title("仲裁机构", "仲裁中的保全，经其向法院提交")] = ""
    foreign: Annotated[bool, title("涉外仲裁", "由中级人民法院裁定")] = False


class SecurityForm(Choice):
    """How security is given (财产保全规定 art. 6 to 8)."""

    CASH = "cash", "现金"
    PROPERTY = "property", "财产担保"
    SURETY = "surety", "保证担保"
    INSURANCE = "insurance", "保全责任险担保书"
    GUARANTEE = "guarantee", "金融机构独立保函"


class NoSecurity(Choice):
    """Why no security is asked (财产保全规定 art. 9)."""

    NEEDS = "needs", "追索赡养费、劳动报酬、工伤赔偿、交通事故人身损害赔偿等"
    VIOLENCE = "violence", "遭遇家庭暴力且经济困难"
    PUBLIC = "public", "检察机关提起的公益诉讼"
    COURAGE = "courage", "因见义勇为遭受侵害"
    CLEAR = "clear", "案件事实清楚、保全错误可能性较小"
    INSTITUTION = "institution", "申请人为有独立偿付能力的金融机构"
    TITLE = "title", "法律文书生效后、进入执行前"


class SecurityAsked(Act, frozen=True, kw_only=True, tag="preservation.security_asked"):
    """责令提供担保: how much, and by when."""

    amount: Annotated[Fen, title("担保数额")]
    until: Annotated[date, title("提供的期限至")]
    reason: Annotated[Prose, title("酌定的理由", "诉前低于请求数额的，写明特殊情况")] = ""


class SecurityWaived(Act, frozen=True, kw_only=True, tag="preservation.security_waived"):
    """不要求提供担保: the ground on which none is asked."""

    ground: Annotated[NoSecurity, title("理由")]


class SecurityGiven(Act, frozen=True, kw_only=True, tag="preservation.security_given"):
    """提供担保: by whom, in which form, for how much."""

    form: Annotated[SecurityForm, title("担保方式")]
    amount: Annotated[Fen, title("担保数额")]
    giver: Annotated[str, title("担保人")]
    proof: Annotated[FileHash | None, title("担保书、保函")] = None


class MoreSecurityAsked(Act, frozen=True, kw_only=True, tag="preservation.more_security_asked"):
    """责令追加担保: what was given is too little for the loss that the one preserved against may suffer (财产保全规定 art. 5)."""

    amount: Annotated[Fen, title("追加的数额")]
    until: Annotated[date, title("提供的期限至")]
    reason: Annotated[Prose, title("可能造成的损失", "写明已有的担保为什么不足")]


class PreservationRuled(SecuringAct, frozen=True, kw_only=True, tag="preservation.ruled"):
    """裁定财产保全: up to the sum stated, the property of those named is held."""

    ruled_at: Annotated[str, title("作出的钟点", "写成 16:00")] = ""
    on_thing: Annotated[str, title("保全的财产", "不写账号；限于特定财产的写明")] = ""


class PreservationRefused(Act, frozen=True, kw_only=True, tag="preservation.refused"):
    """裁定驳回保全申请: the application does not meet the conditions, or no security was given in time."""

    reason: Annotated[Prose, title("理由")]


class ResultTold(Act, frozen=True, kw_only=True, tag="preservation.result_told"):
    """告知保全结果: both sides are told in writing what is held and when each control ends (财产保全规定 art. 18)."""

    to: Annotated[tuple[MemberId, ...], title("告知的人")]
    nothing_found: Annotated[bool, title("没有可供保全的财产")] = False


class SuitFiled(Act, frozen=True, kw_only=True, tag="preservation.suit_filed"):
    """起诉、申请仲裁: the applicant proved that suit or arbitration followed."""

    filed_on: Annotated[date, title("起诉、申请仲裁之日")]
    number: Annotated[str, title("案号")]
    forum: Annotated[str, title("受理的法院、仲裁机构")]
    elsewhere: Annotated[bool, title("由其他法院受理", "勾选的，应当向该院移送保全手续")] = False


class PreservationHandedOver(HandingOverAct, frozen=True, kw_only=True, tag="preservation.handed_over"):
    """移送保全手续: suit was filed in another court, to which the papers of the preservation go (民诉法解释 art. 160)."""

    suit: Annotated[Seq, title("起诉的证明", of=("preservation.suit_filed",))]
    court: Annotated[str, title("受移送法院")]
    letter: Annotated[str, title("移送函编号")]


class InstitutionTold(Act, frozen=True, kw_only=True, tag="preservation.institution_told"):
    """通知仲裁机构: the institution that handed the application in is told how it was ruled on."""

    institution: Annotated[str, title("仲裁机构")]
    note: Annotated[str, title("通知的方式")] = ""


class EnforcementApplied(Act, frozen=True, kw_only=True, tag="preservation.enforcement_applied"):
    """已申请执行: after a preservation before enforcement the creditor applied for enforcement."""

    applied_on: Annotated[date, title("申请执行之日")]
    case: Annotated[str, title("执行案号")] = ""


class NetworkSearchAsked(SearchAskedFor, frozen=True, kw_only=True, tag="preservation.network_search_asked"):
    """申请网络查控: in writing, under a ruling that rests on a clue alone (财产保全规定 art. 11)."""

    application: Annotated[FileHash | None, title("书面申请")] = None


class Reconsideration(Choice):
    """What became of a reconsideration."""

    UPHELD = "upheld", "驳回复议请求"
    CHANGED = "changed", "变更裁定"
    REVOKED = "revoked", "撤销裁定"


class PreservationReviewAsked(Act, frozen=True, kw_only=True, tag="preservation.reconsideration_asked"):
    """申请复议保全裁定: once, within five days of service; it does not stop the ruling."""

    by: Annotated[MemberId, title("申请人")]
    served_on: Annotated[date, title("裁定送达之日")]
    reason: Annotated[Prose, title("理由")]


class PreservationReviewDecided(
    SecuringReview, frozen=True, kw_only=True, tag="preservation.reconsideration_decided"
):
    """作出保全复议决定: the ruling stands, is changed or is revoked."""

    request: Annotated[Seq, title("复议申请", of=("preservation.reconsideration_asked",))]
    outcome: Annotated[Reconsideration, title("结果")]
    reason: Annotated[Prose, title("理由")]


class ReleaseAsked(Act, frozen=True, kw_only=True, tag="preservation.release_asked"):
    """申请解除保全: by the applicant, or by who is preserved against and offers security."""

    by: Annotated[MemberId, title("申请人")]
    reason: Annotated[Prose, title("理由")]
    security: Annotated[Fen | None, title("提供的担保", "被保全人以担保换取解除的填写")] = None
    urgent: Annotated[bool, title("情况紧急")] = False
    received_at: Annotated[str, title("收到的钟点", "写成 08:30；四十八小时从此刻起算")] = ""


class ReleaseDeclined(Act, frozen=True, kw_only=True, tag="preservation.release_declined"):
    """不予解除保全: why what was asked is not granted."""

    request: Annotated[Seq, title("解除申请", of=("preservation.release_asked",))]
    reason: Annotated[Prose, title("理由")]
    security_lacks: Annotated[
        Prose, title("担保不充分、无效的事实", "被保全人提供了等额担保仍不解除的填写")
    ] = ""


class SubstitutionAsked(Act, frozen=True, kw_only=True, tag="preservation.substitution_asked"):
    """请求变更保全标的: the one preserved against offers another property of the same value."""

    by: Annotated[DebtorId, title("被保全人")]
    control: Annotated[Control, title("被替换的控制")]
    property: Annotated[Property, title("提供的财产", "先录入查明的财产")]
    reason: Annotated[Prose, title("理由")]


class SubstitutionRuled(SubstitutingAct, frozen=True, kw_only=True, tag="preservation.substitution_ruled"):
    """裁定变更保全标的: the offered property is held first, then what it replaces is lifted."""

    request: Annotated[Seq, title("请求", of=("preservation.substitution_asked",))]
    consent: Annotated[bool, title("申请保全人同意", "被替换的是争议标的时须同意")] = False
    reason: Annotated[Prose, title("等值并有利于执行的理由")]


class SubstitutionDeclined(Act, frozen=True, kw_only=True, tag="preservation.substitution_declined"):
    """不予变更保全标的: why what is held is not replaced."""

    request: Annotated[Seq, title("请求", of=("preservation.substitution_asked",))]
    reason: Annotated[Prose, title("理由")]
