"""The papers of judicial aid: the decision, the refusal, the letter to the treasury, notices, forms and minutes."""

from __future__ import annotations

from zhixing.cases.papers.phrases import alone, approval_form, identified, to
from zhixing.funds.aid.acts.application import (
    AidAppropriationAsked,
    AidDeliberated,
    AidGranted,
    AidHandedOver,
    AidNoticed,
    AidPayoutApproved,
    AidRefused,
)
from zhixing.funds.aid.acts.case import AidDeducted, AidTold
from zhixing.funds.aid.needs import AidMeans
from zhixing.funds.aid.questions.application import aid_number, application, enforcement_number, granted
from zhixing.funds.rules.needs import AS_IT_STANDS
from zhixing.law.money import show
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.record.paper import Block, Body, Line, Paper, PaperKind, Signature, Table, Telling

NATURE = "救助金是国家一次性的辅助救济，用于解决生活面临的急迫困难，不免除被执行人的履行义务。"
FRAUD = "以虚假手段骗取救助金的，应当返还；构成犯罪的，依法追究刑事责任。"


def _head(told: Telling) -> tuple[Line, ...]:
    """Who asks."""
    return (Line(f"救助申请人：{identified(told.person(application(told.dossier).act.applicant))}。"),)


def _asked(told: Telling) -> Line:
    """What was asked for, in which case, and when."""
    entry = application(told.dossier)
    return Line(
        f"救助申请人系{enforcement_number(told.dossier)}执行案件的申请执行人，于{plain_date(entry.on)}"
        f"以“{entry.act.ground.label}”为由，申请救助金{paper_sum(entry.act.asked)}。"
    )


def decision(told: Telling) -> Body:
    """Who is aided, why, by how much and how that was reckoned (国家司法救助决定书)."""
    act, means = told.the(AidGranted), told.entry.fact("aid-means", AidMeans)
    above = (Line(f"突破限额的理由：{act.above}"),) if act.above else ()
    return Body(
        blocks=(
            *_head(told),
            _asked(told),
            Line(f"本院查明：{application(told.dossier).act.hardship}"),
            Line(f"本院认为：{act.reason}"),
            Line(
                f"救助金以{means.wage_year}年度职工月平均工资{show(means.wage)}元为基准，"
                f"一般不超过三十六个月的总额{show(36 * means.wage)}元。"
            ),
            *above,
            Line(f"{told.under}，决定如下："),
            Line(f"给予{told.name(act.applicant)}司法救助金{paper_sum(act.amount)}。"),
            Line(NATURE),
        ),
        signed=(Signature("司法救助委员会"),),
    )


def refusal(told: Telling) -> Body:
    """Why aid is not given."""
    act = told.the(AidRefused)
    return Body(
        blocks=(
            *_head(told),
            _asked(told),
            Line(f"本院认为：{act.reason}"),
            Line(f"救助申请人属于“{act.exclusion.label}”。{told.under}，决定如下："),
            Line("不予司法救助。"),
        ),
        signed=(Signature("司法救助委员会"),),
    )


def letter(told: Telling) -> Body:
    """The treasury is asked to pay what was decided."""
    act, decided = told.the(AidAppropriationAsked), granted(told.dossier, AS_IT_STANDS)
    amount = paper_sum(decided.act.amount) if decided else ""
    return Body(
        blocks=(
            Line(f"{act.to}：", indented=False),
            Line(
                f"本院已在{aid_number(told.dossier, told.on)}司法救助案件中决定给予救助金{amount}，"
                "请在司法救助资金中拨付。"
            ),
            Line(f"依据：{told.basis}。"),
            Line("此致"),
        )
    )


def notice(told: Telling) -> Body:
    """The money is there, and what to bring."""
    applied, decided = application(told.dossier).act, granted(told.dossier, AS_IT_STANDS)
    amount = paper_sum(decided.act.amount) if decided else ""
    return Body(
        blocks=(
            to(told, (applied.applicant,)),
            Line(f"本院决定给予你的司法救助金{amount}已经到位，请领取。"),
            Line("请带身份证件和本人名下的银行账户；领取时须在笔录上签字。"),
            Line(f"{NATURE}{FRAUD}"),
            Line(f"依据：{told.basis}。"),
            Line("特此通知。"),
        )
    )


def advice(told: Telling) -> Body:
    """The applicant learns that aid may be asked for, and how."""
    act = told.the(AidTold)
    return Body(
        blocks=(
            to(told, act.to),
            Line(f"你申请执行一案，{act.reason.rstrip('。')}。你可以向本院申请国家司法救助。"),
            Line("申请应当书面提出；书写确有困难的，可以口头提出，由本院记入笔录。"),
            Line(
                "请提交身份证明、实际损害结果的证明、本人及家庭成员生活困难的证明、是否得到其他救助的证明。"
            ),
            Line(f"同一案件只救助一次。{FRAUD}"),
            Line(f"依据：{told.basis}。"),
        )
    )


def minutes(told: Telling) -> Body:
    """What the committee said."""
    act = told.the(AidDeliberated)
    rows = (
        *_which(told),
        ("时间", plain_date(told.on)),
        ("结果", f"同意救助{show(act.amount)}元" if act.agreed else "不同意救助"),
        ("意见和理由", act.opinion),
    )
    return Body(
        blocks=(Table(rows),), signed=(Signature("司法救助委员会委员签名"), alone(told)), sealed=False
    )


def receipt(told: Telling) -> Body:
    """The money was paid; what it is was explained; who is aided signs."""
    act = told.the(AidHandedOver)
    rows = [
        *_which(told),
        ("时间", plain_date(told.on)),
        ("已付救助金", f"{show(act.amount)}元"),
        ("释明", f"{NATURE}{FRAUD}"),
        ("释明和签收情况", act.explained),
    ]
    if act.witness:
        rows.append(("到场见证", act.witness))
    return Body(blocks=(Table(tuple(rows)),), signed=(Signature("受助人签名"), alone(told)), sealed=False)


def _which(told: Telling) -> tuple[tuple[str, str], ...]:
    """The first rows of a form: which application it is."""
    number = aid_number(told.dossier, told.on)
    return (
        *((("案号", number),) if number else ()),
        ("执行案件", enforcement_number(told.dossier)),
        ("救助申请人", told.name(application(told.dossier).act.applicant)),
    )


def payout_form(told: Telling) -> Body:
    """The form that accounting pays by."""
    act = told.the(AidPayoutApproved)
    approver = told.entry.approved_by
    rows = (
        *_which(told),
        ("收款账户", told.account(act.payee_account)),
        ("金额", f"{show(act.amount)}元"),
        ("依据", told.basis),
        (
            "提请人",
            f"{told.entry.by.name}（{told.entry.by.post or alone(told).office}），{plain_date(told.on)}",
        ),
        *((("审批意见", f"同意。{approver.name}（{approver.post or '审批人'}）"),) if approver else ()),
    )
    blocks: tuple[Block, ...] = (Table(rows),)
    return Body(blocks=blocks, sealed=False)


def deduction_form(told: Telling) -> Body:
    """How much goes back from the case's money to the fund, and why it may."""
    act = told.the(AidDeducted)
    rows = [("扣回金额", f"{show(act.amount)}元")]
    if act.consent:
        rows.append(("受助人的书面同意", act.consent))
    return Body(blocks=approval_form(told, *rows), sealed=False)


PAPERS = [
    Paper(acts=(AidGranted,), kind=PaperKind.DECISION, write=decision),
    Paper(acts=(AidRefused,), kind=PaperKind.DECISION, write=refusal),
    Paper(acts=(AidAppropriationAsked,), kind=PaperKind.LETTER, write=letter),
    Paper(acts=(AidNoticed,), kind=PaperKind.NOTICE, write=notice),
    Paper(acts=(AidTold,), kind=PaperKind.NOTICE, write=advice),
    Paper(acts=(AidDeliberated,), kind=PaperKind.MINUTES, write=minutes, inner=True),
    Paper(acts=(AidHandedOver,), kind=PaperKind.MINUTES, write=receipt),
    Paper(acts=(AidPayoutApproved,), kind=PaperKind.FORM, write=payout_form, inner=True),
    Paper(acts=(AidDeducted,), kind=PaperKind.FORM, write=deduction_form, inner=True),
]
