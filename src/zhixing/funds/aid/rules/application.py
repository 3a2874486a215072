"""Rules of an application until it is decided: who may ask, once for a case and person; filing, extension, the committee."""

from __future__ import annotations

from zhixing.funds.aid.acts.application import (
    AidApplied,
    AidDeliberated,
    AidExtended,
    AidFiled,
    AidWithdrawn,
)
from zhixing.funds.aid.acts.case import AidDecided, AidOutcome, AidSought
from zhixing.funds.aid.needs import AID_NUMBER, AID_PERSON
from zhixing.funds.aid.questions.application import aid_number, application, outcome
from zhixing.funds.aid.rules.fund import GROUP
from zhixing.funds.rules.needs import AS_IT_STANDS
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.act import Act, DossierId
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, Reach, guard

# from memory: the articles of 司法救助意见
ONCE = cite("司法救助意见", 2)
WHO = cite("司法救助意见", 3)
NOT_WHO = cite("司法救助意见", 4)
FILING = cite("司法救助意见", 8)
MATERIAL = cite("司法救助意见", 9)
COMMITTEE = cite("司法救助意见", 11)
TEN_DAYS = cite("司法救助意见", 12)
TYPE = cite("案号规定", 7)
MOST_DAYS = 250  # a year of working days: more is a slip
TEAM = (Power.OFFICER, Power.JUDGE)


@guard("是本院已立案的执行案件", FILING, on_act=True)
def case_is_ours(asked: Asked) -> Objection | None:
    """The court that enforces aids, wherever the applicant is at home."""
    if asked.fact(AID_PERSON).number:
        return None
    return Objection(
        say("所写的不是本院已经立案的执行案件"), say("请从执行案件的页面提出，由案件管辖法院救助")
    )


@guard("申请人是自然人", NOT_WHO, on_act=True)
def natural_person(asked: Asked) -> Objection | None:
    """Companies and other organisations are not aided."""
    who = asked.fact(AID_PERSON)
    if who.natural or not who.known:
        return None
    return Objection(say("申请人是法人或者其他组织"), say("法人、其他组织提出的申请不予救助"))


@guard("申请人是本院登记的当事人", WHO, on_act=True)
def applicant_known(asked: Asked) -> Objection | None:
    """Who is not in the register cannot have asked."""
    if asked.fact(AID_PERSON).known:
        return None
    return Objection(say("当事人登记中没有所填的申请人"), say("请从本案的申请执行人中选择"))


@guard("同一案件的同一申请人只救助一次", ONCE, on_act=True)
def aided_once(asked: Asked) -> Objection | None:
    """Whoever was aided in a case, or has asked and waits, does not ask again; after a refusal he may."""
    others = asked.fact(AID_PERSON).others
    if not others:
        return None
    return Objection(
        say("该申请人在本案已有司法救助：{others}", others="、".join(others)),
        say("同一案件对同一申请人只进行一次救助；正在审查的，请在原卷宗里办理"),
    )


@guard("还没有立案", FILING)
def not_yet_filed(asked: Asked) -> Objection | None:
    """An application is filed once."""
    number = aid_number(asked.dossier, AS_IT_STANDS)
    if not number:
        return None
    return Objection(say("已立案：{number}", number=number), say("不必再次立案"))


@guard("已经立案", FILING)
def aid_filed(asked: Asked) -> Objection | None:
    """What is not filed is not examined."""
    if aid_number(asked.dossier, AS_IT_STANDS):
        return None
    return Objection(say("司法救助申请还没有立案"), say("请先立案"), (AidFiled,))


@guard("尚未决定", TEN_DAYS)
def undecided_aid(asked: Asked) -> Objection | None:
    """An application is decided once."""
    found = outcome(asked.dossier, AS_IT_STANDS)
    if found is None:
        return None
    return Objection(say("这一申请已于 {on} 办结审查", on=found.on), say("决定有误的，请依法更正该条记录"))


@guard("只延长一次", TEN_DAYS)
def not_extended_before(asked: Asked) -> Objection | None:
    """The ten days are extended once."""
    found = asked.dossier.first(AidExtended)
    if found is None:
        return None
    return Objection(say("已于 {on} 延长审查期限", on=found.on), say("请在延长后的期限内决定"))


@guard("延长的天数大于零", TEN_DAYS, on_act=True)
def extends_by_something(asked: Asked) -> Objection | None:
    """An extension is by working days."""
    more = asked.the(AidExtended).more
    if 0 < more <= MOST_DAYS:
        return None
    return Objection(
        say("要延长 {more} 个工作日", more=more), say("请填写 1 至 {most} 个工作日，如 10", most=MOST_DAYS)
    )


@guard("申请的金额大于零", FILING, on_act=True)
def asks_for_something(asked: Asked) -> Objection | None:
    """Who asks for nothing is not aided."""
    if asked.the(AidApplied).asked > 0:
        return None
    return Objection(say("申请金额为零"), say("请填写申请书写明的金额；没有写的，问明后填写"))


@guard("案件、申请人与申请一致", FILING, on_act=True)
def as_applied_for(asked: Asked) -> Objection | None:
    """What reaches the enforcement case reaches the one that was named, for the person who asked."""
    applied = application(asked.dossier).act
    said = getattr(asked.act, "case", None), getattr(asked.act, "applicant", None)
    if said == (applied.case, applied.applicant):
        return None
    return Objection(
        say("所填的执行案件或者救助申请人与申请不一致"), say("请从司法救助案件的页面打开表格，不要改动这两项")
    )


def _sought(act: Act, aid: DossierId) -> list[Reach]:
    if not isinstance(act, AidApplied):
        return []
    return [Reach(act.case, AidSought(person=act.applicant, aid=aid, ground=act.ground, asked=act.asked))]


def _withdrawn(act: Act, aid: DossierId) -> list[Reach]:
    if not isinstance(act, AidWithdrawn):
        return []
    told = AidDecided(person=act.applicant, aid=aid, outcome=AidOutcome.WITHDRAWN, reason=act.reason)
    return [Reach(act.case, told)]


OPEN = (undecided_aid,)
RULES = [
    ActRule(
        act=AidApplied,
        label="收到司法救助申请",
        basis=(WHO, FILING, MATERIAL),
        by=(Power.FILING, Power.CLERK, *TEAM),
        purpose="登记申请执行人的救助申请和生活困难的证明",
        guards=(case_is_ours, applicant_known, natural_person, asks_for_something, aided_once),
        needs=(AID_PERSON,),
        reaches=_sought,
        opens=True,
        group=GROUP,
    ),
    ActRule(
        act=AidFiled,
        label="司法救助立案",
        basis=(FILING, TYPE),
        by=(Power.FILING,),
        purpose="符合申请条件，编立司法救助案号；自立案起十个工作日内决定",
        guards=(not_yet_filed, *OPEN),
        needs=(AID_NUMBER,),
        discloses=Disclosure(sms="funds.aid_filed"),
        group=GROUP,
    ),
    ActRule(
        act=AidExtended,
        label="延长司法救助审查期限",
        basis=(TEN_DAYS,),
        by=TEAM,
        approved_by=Power.VICE_PRESIDENT,
        purpose="案情复杂，经院领导批准适当延长",
        guards=(aid_filed, *OPEN, not_extended_before, extends_by_something),
        group=GROUP,
    ),
    ActRule(
        act=AidDeliberated,
        label="司法救助委员会讨论",
        basis=(COMMITTEE,),
        by=(*TEAM, Power.CLERK),
        purpose="记录司法救助委员会的意见；突破三十六个月的须经其同意",
        guards=(aid_filed, *OPEN),
        document="司法救助委员会讨论笔录",
        group=GROUP,
    ),
    ActRule(
        act=AidWithdrawn,
        label="撤回司法救助申请",
        basis=(FILING,),
        by=(Power.FILING, Power.CLERK, *TEAM),
        purpose="申请人不再申请；以后仍可申请",
        guards=(*OPEN, as_applied_for),
        reaches=_withdrawn,
        discloses=Disclosure(),
        group=GROUP,
    ),
]
