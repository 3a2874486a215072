"""Rules of filing: what comes in, what is told, and by when the court must answer. The conditions stand in `acceptance`.

Not covered: proof of materials by other bodies, and the receipt for the application itself, which the documents room prints.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.filing import (
    ApplicantAccountGiven,
    ApplicationReceived,
    Filed,
    FilingRefused,
    LivelihoodFlagged,
    PreservationHintGiven,
    RiskNoticeGiven,
    SupplementAsked,
    SupplementReceived,
)
from zhixing.cases.rules.acceptance import (
    ACCEPTANCE,
    BEFORE_FILING,
    CASE_NUMBER,
    NUMBER_TAKEN,
    TO_BE_ACCEPTED,
)
from zhixing.cases.rules.guards import open_case
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.duty import DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Need, Objection, guard

INTAKE = (Power.FILING,)
INTAKE_OR_HANDLER = (Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK)
SUPPLEMENT = cite("登记立案规定", 7)
# Whether the account the act names is kept with the party it names.
ACCOUNT_KNOWN = Need("account-known", bool)


@guard("补正的内容一次告知", SUPPLEMENT)
def asked_once(asked: Asked) -> Objection | None:
    """What is missing is told once, in full."""
    before = asked.dossier.first(SupplementAsked)
    if before is None:
        return None
    return Objection(
        say("已于 {on} 告知补正", on=before.on), say("补正应一次性书面告知；原告知有误的，请更正该条记录")
    )


@guard("告知补正写明内容和期限", SUPPLEMENT, on_act=True)
def supplement_named(asked: Asked) -> Objection | None:
    """The notice lists what is missing and gives a day that lies ahead."""
    act = asked.the(SupplementAsked)
    if not any(item.strip() for item in act.items):
        return Objection(say("没有写明须补正什么"), say("请逐项写明"))
    if act.until is None:
        return Objection(say("没有指定补正期限"), say("请填写补正期限的最后一日"))
    if act.until < asked.on:
        return Objection(say("补正期限 {until} 早于告知日", until=act.until), say("请核对日期"))
    return None


@guard("已经告知补正", SUPPLEMENT)
def supplement_wanted(asked: Asked) -> Objection | None:
    """Only what was asked for can come in as a supplement."""
    if asked.dossier.first(SupplementAsked):
        return None
    return Objection(say("没有告知过补正"), say("材料齐全的直接立案；有欠缺的先告知补正"), (SupplementAsked,))


@guard("对象是本案的申请执行人", ACCEPTANCE, on_act=True)
def to_applicant(asked: Asked) -> Objection | None:
    """Risk notice, hint and account are the applicant's."""
    act = asked.act
    if isinstance(act, ApplicantAccountGiven):
        named = {act.party}
    elif isinstance(act, RiskNoticeGiven | PreservationHintGiven):
        named = set(act.to)
    else:
        return None
    applicants = {each.party for each in parties_of(asked.dossier, Role.APPLICANT, asked.on)}
    if named and named <= applicants:
        return None
    return Objection(say("所选的人不是申请执行人"), say("请选择本案的申请执行人"))


@guard("账户登记在该申请执行人名下", cite("执行款物规定", 11), on_act=True)
def account_is_theirs(asked: Asked) -> Objection | None:
    """Money goes to an account that is kept with that very party."""
    if asked.fact(ACCOUNT_KNOWN):
        return None
    return Objection(
        say("该申请执行人名下没有编号 {account} 的账户", account=asked.the(ApplicantAccountGiven).account),
        say("请先在当事人资料中登记收款账户，再在此选择；付给他人的须另经合议庭审查"),
    )


RULES = [
    ActRule(
        act=ApplicationReceived,
        label="收到申请",
        basis=(cite("民诉法", 247), cite("执行工作规定", 18)),
        by=INTAKE,
        purpose="收下执行申请或移送材料，开始审查",
        opens=True,
        group="收案与立案",
    ),
    ActRule(
        act=SupplementAsked,
        label="告知补正",
        basis=(SUPPLEMENT,),
        by=INTAKE,
        purpose="一次性书面告知须补正的材料",
        guards=(*BEFORE_FILING, asked_once, supplement_named),
        discloses=Disclosure(sms="cases.supplement_asked"),
        document="补正通知书",
        group="收案与立案",
    ),
    ActRule(
        act=SupplementReceived,
        label="收到补正",
        basis=(SUPPLEMENT,),
        by=INTAKE,
        purpose="收下补正的材料",
        guards=(*BEFORE_FILING, supplement_wanted),
        group="收案与立案",
    ),
    ActRule(
        act=LivelihoodFlagged,
        label="标记涉民生",
        basis=(cite("执行工作规定", 17),),
        by=INTAKE_OR_HANDLER,
        purpose="标明属于哪一类涉民生案件，优先办理",
        guards=(open_case,),
        group="收案与立案",
    ),
    ActRule(
        act=ApplicantAccountGiven,
        label="提供收款账户",
        basis=(cite("执行款物规定", 11),),
        by=INTAKE_OR_HANDLER,
        purpose="记下申请执行人的收款账户",
        guards=(open_case, to_applicant, account_is_theirs),
        needs=(ACCOUNT_KNOWN,),
        group="收案与立案",
    ),
    ActRule(
        act=RiskNoticeGiven,
        label="告知执行风险",
        basis=(cite("执行公开规定", 3),),
        by=INTAKE,
        purpose="向申请执行人告知执行的风险",
        guards=(*BEFORE_FILING, to_applicant),
        document="执行风险告知书",
        group="收案与立案",
    ),
    ActRule(
        act=PreservationHintGiven,
        label="提示保全",
        basis=(cite("立审执协调意见", 1),),
        by=INTAKE,
        purpose="提示申请执行人可以申请财产保全",
        guards=(*BEFORE_FILING, to_applicant),
        group="收案与立案",
    ),
    ActRule(
        act=Filed,
        label="立案",
        basis=(ACCEPTANCE, cite("登记立案规定", 2)),
        by=INTAKE,
        purpose="符合受理条件，立为执行案件并编立案号",
        guards=TO_BE_ACCEPTED,
        needs=(CASE_NUMBER, NUMBER_TAKEN),
        discloses=Disclosure(sms="cases.filed"),
        document="受理通知书",
        group="收案与立案",
    ),
    ActRule(
        act=FilingRefused,
        label="不予受理",
        basis=(ACCEPTANCE,),
        by=INTAKE,
        approved_by=Power.VICE_PRESIDENT,
        purpose="不符合受理条件，裁定不予受理",
        guards=BEFORE_FILING,
        discloses=Disclosure(sms="cases.filing_refused"),
        document="不予受理裁定书",
        group="收案与立案",
    ),
]


def _since(trigger: Trigger) -> date:
    """The day from which the seven days run: that of the application, or on which the supplement came in."""
    came = trigger.dossier.last(SupplementReceived)
    return came.on if came else trigger.entry.on


DUTIES = [
    DutyRule(
        name="decide-on-filing",
        label="七日内立案或裁定不予受理",
        holder=Power.FILING,
        opens_on=(ApplicationReceived,),
        limits=(
            Limit(
                within(days(7), start=_since),
                cite("执行工作规定", 16, figure="七日"),
                text="收到申请之日起七日；告知补正的，自收到补正材料之日起计算（登记立案规定第七条）",
            ),
        ),
        closes_on=(Filed, FilingRefused),
        suspended_on=(SupplementAsked,),
        resumed_on=(SupplementReceived,),
    ),
]
