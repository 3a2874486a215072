"""Conditions of acceptance: what must be there before an application becomes a case (执行工作规定 art. 16).

Not covered: distribution of jurisdiction among courts of different districts (the ground is stated, its facts are for
the clerk), special courts, claims split into several cases (fc-no-split), and proof of succession to a creditor's right.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.filing import (
    ApplicationReceived,
    CaseType,
    ClaimRecorded,
    Filed,
    FilingRefused,
    Jurisdiction,
    Origin,
    PreservationHintGiven,
    RiskNoticeGiven,
    SupplementAsked,
    SupplementReceived,
    TitleKind,
    TitleRecorded,
)
from zhixing.cases.questions.case import case_type
from zhixing.cases.questions.limitation import limitation
from zhixing.cases.rules.guards import open_case
from zhixing.law.answers import Found
from zhixing.law.case_numbers import FIRST_YEAR, CaseNumber, CaseNumberError, parse
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.rule import Asked, Need, Objection, guard

ACCEPTANCE = cite("执行工作规定", 16)
# The number the door allocated in the transaction of filing; the supplied one when an old case is taken in.
CASE_NUMBER = Need("case-number", str)
# Whether another dossier of this court already bears the supplied number.
NUMBER_TAKEN = Need("number-taken", bool)
NOT_BY_FIRST_INSTANCE = (
    TitleKind.AWARD,
    TitleKind.LABOUR_AWARD,
    TitleKind.NOTARISED_DEBT,
    TitleKind.ADMINISTRATIVE,
)


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
    if not titles and _before_a_title(asked):
        return None
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


def _before_a_title(asked: Asked) -> bool:
    """Property is preserved before there is a title and a claim to enforce: the application and the ruling are its ground."""
    return case_type(asked.dossier) is CaseType.PRESERVATION


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
    if not claims and not _before_a_title(asked):
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
        return _needs_its_own(asked.on)
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


def _needs_its_own(on: date) -> Objection | None:
    """Before the numbers had one form in the whole country, a case kept the number that its court gave it then."""
    if on.year >= FIRST_YEAR:
        return None
    return Objection(
        say("{on} 立案的案件，编号还没有全国统一的规则", on=on),
        say("请填写当时的案号，例如（2015）云法执字第00123号"),
    )


@guard("在申请执行时效之内，或债务人未提出时效异议", cite("民诉法", 250, figure="二年"))
def within_limitation(asked: Asked) -> Objection | None:
    """A late application is still accepted (民诉法解释 481); the guard only refuses what cannot be told."""
    answer = limitation(asked.dossier, asked.on)
    if isinstance(answer, Found) or (_before_a_title(asked) and not asked.dossier.of(TitleRecorded)):
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
    outside = [entry for entry in asked.dossier.of(TitleRecorded) if entry.act.kind in NOT_BY_FIRST_INSTANCE]
    if not outside:
        return None
    return Objection(
        say("{kind}不由“第一审法院”执行", kind=outside[0].act.kind.label),
        say("请更正收案记录，填被执行人住所地或财产所在地"),
    )


@guard("案号没有被本院其他案件使用", cite("案号规定", 3), on_act=True)
def number_free(asked: Asked) -> Objection | None:
    """Every number is of one case alone."""
    if not asked.fact(NUMBER_TAKEN):
        return None
    return Objection(
        say("案号“{number}”已是本院另一案件的案号", number=asked.the(Filed).number),
        say("请核对案号；同一案件不重复录入"),
    )


BEFORE_FILING = (not_filed, open_case)
TO_BE_ACCEPTED = (
    *BEFORE_FILING,
    title_effective,
    applicant_entitled,
    content_definite,
    overdue,
    jurisdiction_stated,
    within_limitation,
    supplemented,
    told_of_risks,
    number_fits,
    number_free,
)
