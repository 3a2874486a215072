"""Rules of filing: what must be there before a case is accepted, and by when the court must answer.

Not covered: distribution of jurisdiction among courts of different districts (the ground is stated, its facts are for
the clerk), special courts, and the recording of registration by other bodies.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.filing import (
    ApplicantAccountGiven,
    ApplicationReceived,
    CaseType,
    ClaimKind,
    ClaimRecorded,
    Filed,
    FilingRefused,
    InterestRecorded,
    Jurisdiction,
    LivelihoodFlagged,
    Origin,
    PreservationHintGiven,
    RateTable,
    RiskNoticeGiven,
    SetOffOrderRecorded,
    SupplementAsked,
    SupplementReceived,
    TitleRecorded,
)
from zhixing.cases.questions.limitation import limitation
from zhixing.cases.rules.guards import open_case
from zhixing.law.answers import Found
from zhixing.law.case_numbers import CaseNumber, CaseNumberError, parse
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Need, Objection, guard

INTAKE = (Power.FILING,)
INTAKE_OR_HANDLER = (Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK)
ACCEPTANCE = cite("执行工作规定", 16)

# The number the door allocated in the transaction of filing; the supplied one when an old case is taken in.
CASE_NUMBER = Need("case-number", str)


@guard("尚未立案", ACCEPTANCE)
def not_filed(asked: Asked) -> Objection | None:
    """A case is filed once."""
    first = asked.dossier.first(Filed)
    if first is None:
        return None
    return Objection(say("本案已于 {on} 立案", on=first.on), say("立案后的变动请办理相应的行为"))


@guard("执行依据已录入并已生效", ACCEPTANCE)
def title_effective(asked: Asked) -> Objection | None:
    """There is a title, and it has taken effect."""
    titles = asked.dossier.of(TitleRecorded)
    if not titles:
        return Objection(
            say("还没有录入执行依据"), say("请录入判决书、调解书、仲裁裁决等生效文书"), (TitleRecorded,)
        )
    for entry in titles:
        effective = entry.act.effective_on
        if effective is None:
            return Objection(
                say("“{number}”没有生效日期", number=entry.act.number), say("请更正该执行依据，补填生效日期")
            )
        if effective > asked.on:
            return Objection(
                say("“{number}”于 {day} 才生效", number=entry.act.number, day=effective),
                say("请待文书生效后立案"),
            )
    return None


@guard("申请执行人是执行依据确定的权利人或其继受人", ACCEPTANCE)
def applicant_entitled(asked: Asked) -> Objection | None:
    """Every claim is owed to an applicant of the case."""
    applicants = {each.party for each in parties_of(asked.dossier, Role.APPLICANT, asked.on)}
    if not applicants:
        return Objection(say("还没有申请执行人"), say("请先录入当事人"))
    for entry in asked.dossier.of(ClaimRecorded):
        if not applicants & set(entry.act.owed_to):
            return Objection(
                say("请求事项“{label}”的权利人不是本案申请执行人", label=entry.act.label),
                say("请核对权利人，或录入该申请执行人"),
            )
    return None


@guard("有给付内容，标的和被执行人明确", ACCEPTANCE)
def content_definite(asked: Asked) -> Objection | None:
    """There is a claim, it says how much or what, and against which debtor of the case."""
    debtors = {each.party for each in parties_of(asked.dossier, Role.DEBTOR, asked.on)}
    if not debtors:
        return Objection(say("还没有被执行人"), say("请先录入被执行人"))
    claims = asked.dossier.of(ClaimRecorded)
    if not claims:
        return Objection(say("还没有录入请求事项"), say("请录入文书确定的给付内容"), (ClaimRecorded,))
    for entry in claims:
        if not debtors & set(entry.act.owed_by):
            return Objection(
                say("请求事项“{label}”的义务人不是本案被执行人", label=entry.act.label),
                say("请核对义务人，或录入该被执行人"),
            )
    return None


@guard("义务人在确定的期限内未履行", ACCEPTANCE)
def overdue(asked: Asked) -> Objection | None:
    """At least one claim's time for performance has run out."""
    lasts = [_last_day(asked, entry.act) for entry in asked.dossier.of(ClaimRecorded)]
    known = [day for day in lasts if day is not None]
    if not lasts or any(day < asked.on for day in known):
        return None
    if not known:
        return Objection(say("没有一项请求填了履行最后一日"), say("请补填履行最后一日，文书未定的填生效日期"))
    return Objection(say("最早的履行期限到 {day} 才届满", day=min(known)), say("请待履行期限届满后立案"))


def _last_day(asked: Asked, claim: ClaimRecorded) -> date | None:
    if claim.due is not None:
        return claim.due
    found = asked.dossier.at(claim.title)
    return found.act.effective_on if found and isinstance(found.act, TitleRecorded) else None


@guard("已告知执行风险并提示保全", cite("执行公开规定", 3))
def told_of_risks(asked: Asked) -> Objection | None:
    """An applicant is told at filing what may stand in the way, and that property may be preserved."""
    received = asked.dossier.first(ApplicationReceived)
    if received is None or received.act.origin is not Origin.APPLIED:
        return None
    if received.act.case_type is not CaseType.FIRST:
        return None
    if asked.dossier.first(RiskNoticeGiven) is None:
        return Objection(say("还没有向申请执行人告知执行风险"), say("请先告知执行风险"), (RiskNoticeGiven,))
    if asked.dossier.first(PreservationHintGiven) is None:
        return Objection(say("还没有向申请执行人提示保全"), say("请先提示保全"), (PreservationHintGiven,))
    return None


@guard("告知补正的事项已经补正", cite("登记立案规定", 7))
def supplemented(asked: Asked) -> Objection | None:
    """What was asked for has come in."""
    wanted, came = asked.dossier.last(SupplementAsked), asked.dossier.last(SupplementReceived)
    if wanted is None or (came is not None and came.seq > wanted.seq):
        return None
    return Objection(
        say("{on} 告知补正的内容尚未补正：{items}", on=wanted.on, items="、".join(wanted.act.items)),
        say("收到后录入“收到补正”，逾期不补的裁定不予受理"),
        (SupplementReceived, FilingRefused),
    )


@guard("所填案号合规并属于本院", cite("案号规定", 3), on_act=True)
def number_fits(asked: Asked) -> Objection | None:
    """A supplied number can be read, is of this court, and of this kind of case."""
    text = asked.the(Filed).number
    if not text:
        return None
    try:
        number = parse(text)
    except CaseNumberError as error:
        return Objection(
            say("案号“{text}”不能识读：{error}", text=text, error=error), say("请改正，或留空由系统编号")
        )
    if not isinstance(number.court, Found) or number.court.value.code != asked.dossier.court:
        return Objection(
            say("案号“{text}”不是本院的案号", text=text), say("请核对法院代字，或留空由系统编号")
        )
    received = asked.dossier.first(ApplicationReceived)
    kind = received.act.case_type.value if received else ""
    if isinstance(number, CaseNumber) and number.type_code != kind:
        return Objection(
            say("案号“{text}”的类型代字与收案时的“{kind}”不符", text=text, kind=kind), say("请核对类型代字")
        )
    return None


@guard("请求事项所据的执行依据在卷", ACCEPTANCE, on_act=True)
def title_in_dossier(asked: Asked) -> Objection | None:
    """A claim names a title of this dossier; a money claim says how much."""
    claim = asked.the(ClaimRecorded)
    found = asked.dossier.at(claim.title)
    if found is None or not isinstance(found.act, TitleRecorded):
        return Objection(
            say("第 {seq} 条不是执行依据", seq=claim.title), say("请选择已录入的执行依据"), (TitleRecorded,)
        )
    if claim.kind is ClaimKind.MONEY and not claim.amount:
        return Objection(say("金钱请求“{label}”没有金额", label=claim.label), say("请填写文书确定的金额"))
    if claim.kind is not ClaimKind.MONEY and not claim.text:
        return Objection(say("“{label}”没有写明内容", label=claim.label), say("请写明交付何物、为何行为"))
    return None


@guard("利率可以确定", cite("迟延履行利息解释", 1), on_act=True)
def rate_given(asked: Asked) -> Objection | None:
    """A rate is a decimal or a table and a factor, on a base that is known."""
    act = asked.the(InterestRecorded)
    if act.claim is None and act.base is None:
        return Objection(say("没有计息基数"), say("请选择计息的请求事项，或填写基数"))
    text = act.times if act.table is not RateTable.NONE else act.rate
    digits = text.replace(".", "", 1)
    if not digits.isdigit() or not digits.isascii():
        return Objection(say("利率或倍数“{text}”不是小数", text=text), say("请写成小数，如 0.06、1.3"))
    if act.until is not None and act.until < act.since:
        return Objection(
            say("止日 {until} 早于起日 {since}", until=act.until, since=act.since), say("请核对计息期间")
        )
    return None


@guard("在申请执行时效之内，或债务人未提出时效异议", cite("民诉法", 250, figure="二年"))
def within_limitation(asked: Asked) -> Objection | None:
    """A late application is still accepted (民诉法解释 481); the guard only refuses what cannot be told."""
    answer = limitation(asked.dossier, asked.on)
    if isinstance(answer, Found):
        return None
    return Objection(
        say(
            "申请执行时效的起算日无法确定：{missing}", missing="；".join(str(each) for each in answer.missing)
        ),
        say("请补填执行依据的生效日期或履行最后期限"),
    )


@guard("管辖依据与案件来源相符", cite("民诉法", 235))
def jurisdiction_stated(asked: Asked) -> Objection | None:
    """An arbitral or notarised title is enforced at the domicile or where the property is, not by a first-instance court."""
    received = asked.dossier.first(ApplicationReceived)
    if received is None or received.act.jurisdiction is not Jurisdiction.FIRST_INSTANCE:
        return None
    outside = [
        entry
        for entry in asked.dossier.of(TitleRecorded)
        if entry.act.kind.value in ("award", "labour_award", "notarised_debt", "administrative")
    ]
    if not outside:
        return None
    return Objection(
        say("{kind}不由“第一审法院”执行", kind=outside[0].act.kind.label),
        say("请更正收案记录，填被执行人住所地或财产所在地"),
    )


BEFORE_FILING = (not_filed, open_case)
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
        basis=(cite("登记立案规定", 7),),
        by=INTAKE,
        purpose="一次性书面告知须补正的材料",
        guards=BEFORE_FILING,
        discloses=Disclosure(sms="cases.supplement_asked"),
        document="补正通知书",
        group="收案与立案",
    ),
    ActRule(
        act=SupplementReceived,
        label="收到补正",
        basis=(cite("登记立案规定", 7),),
        by=INTAKE,
        purpose="收下补正的材料",
        guards=BEFORE_FILING,
        group="收案与立案",
    ),
    ActRule(
        act=TitleRecorded,
        label="录入执行依据",
        basis=(ACCEPTANCE,),
        by=INTAKE_OR_HANDLER,
        purpose="录入经核对的生效法律文书",
        guards=(open_case,),
        group="收案与立案",
    ),
    ActRule(
        act=ClaimRecorded,
        label="录入请求事项",
        basis=(ACCEPTANCE,),
        by=INTAKE_OR_HANDLER,
        purpose="录入文书确定的一项给付",
        guards=(open_case, title_in_dossier),
        group="收案与立案",
    ),
    ActRule(
        act=InterestRecorded,
        label="录入利息",
        basis=(cite("迟延履行利息解释", 1),),
        by=INTAKE_OR_HANDLER,
        purpose="录入文书确定的一般债务利息",
        guards=(open_case, rate_given),
        group="收案与立案",
    ),
    ActRule(
        act=SetOffOrderRecorded,
        label="录入抵充顺序",
        basis=(cite("迟延履行利息解释", 4),),
        by=INTAKE_OR_HANDLER,
        purpose="录入当事人约定的清偿顺序",
        guards=(open_case,),
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
        guards=(open_case,),
        group="收案与立案",
    ),
    ActRule(
        act=RiskNoticeGiven,
        label="告知执行风险",
        basis=(cite("执行公开规定", 3),),
        by=INTAKE,
        purpose="向申请执行人告知执行的风险",
        guards=BEFORE_FILING,
        document="执行风险告知书",
        group="收案与立案",
    ),
    ActRule(
        act=PreservationHintGiven,
        label="提示保全",
        basis=(cite("立审执协调意见", 1),),
        by=INTAKE,
        purpose="提示申请执行人可以申请财产保全",
        guards=BEFORE_FILING,
        group="收案与立案",
    ),
    ActRule(
        act=Filed,
        label="立案",
        basis=(ACCEPTANCE, cite("登记立案规定", 2)),
        by=INTAKE,
        purpose="符合受理条件，立为执行案件并编立案号",
        guards=(
            not_filed,
            open_case,
            title_effective,
            applicant_entitled,
            content_definite,
            overdue,
            jurisdiction_stated,
            within_limitation,
            supplemented,
            told_of_risks,
            number_fits,
        ),
        needs=(CASE_NUMBER,),
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

DUTIES = [
    DutyRule(
        name="decide-on-filing",
        label="七日内立案或裁定不予受理",
        holder=Power.FILING,
        opens_on=(ApplicationReceived,),
        limits=(Limit(within(days(7)), cite("执行工作规定", 16, figure="七日"), text="收到申请之日起七日"),),
        closes_on=(Filed, FilingRefused),
        suspended_on=(SupplementAsked,),
        resumed_on=(SupplementReceived,),
    ),
]
