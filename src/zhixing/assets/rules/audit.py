"""Rules of the audit of an organisation that owes: asked for in writing, decided within ten days, paid for by whom the law says.

Not covered: whether the debtor is an organisation is for the officer to see on the party's page; fines for hiding the books
(财产调查规定 art. 19) come with coercion.
"""

from __future__ import annotations

from zhixing.assets.acts.clues import AuditDecided, AuditReported, AuditRequested
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.rules.guards import FREE_TO_ACT, IN_HAND
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

HANDLERS = (Power.OFFICER, Power.JUDGE)
GROUP = "财产调查"
AUDIT = cite("财产调查规定", 17, figure="十日")
DRAWN = cite("财产调查规定", 18)
COST = cite("财产调查规定", 20)


@guard("书面申请，写明情形", AUDIT, on_act=True)
def asked_in_writing(asked: Asked) -> Objection | None:
    """An applicant asks in writing for the audit of a debtor, and says why."""
    act = asked.the(AuditRequested)
    parts = {(each.party, each.role) for each in parties_of(asked.dossier, None, asked.on)}
    if (act.party, Role.APPLICANT) not in parts or (act.debtor, Role.DEBTOR) not in parts:
        return Objection(say("申请人或被审计人不是本案的申请执行人、被执行人"), say("请从当事人中选择"))
    if not act.written or not act.reason.strip():
        return Objection(
            say("没有书面申请，或者没有写明理由"), say("请申请人提交书面申请，写明逃避债务等情形")
        )
    return None


@guard("决定完整：准许的随机确定机构，不准许的写明原因", AUDIT, DRAWN, on_act=True)
def audit_decision_complete(asked: Asked) -> Objection | None:
    """Each request is decided once; a grant names an auditor drawn at random, a refusal its reason."""
    act = asked.the(AuditDecided)
    found = asked.dossier.at(act.request)
    if found is None or not isinstance(found.act, AuditRequested):
        return Objection(say("没有这份审计申请"), say("请选择本案的审计申请"), (AuditRequested,))
    if any(each.act.request == act.request for each in asked.dossier.of(AuditDecided)):
        return Objection(say("这份申请已经决定"), say("有误的请更正该条记录"))
    if not act.granted:
        return None if act.why_not.strip() else Objection(say("不准许而没有写明原因"), say("请写明原因"))
    if act.auditor.strip() and act.drawn:
        return None
    return Objection(say("没有写明审计机构，或者不是随机确定"), say("请随机确定具备资格的审计机构后填写"))


@guard("审计费用由依法应当负担的人负担", COST, on_act=True)
def cost_borne_rightly(asked: Asked) -> Objection | None:
    """The debtor pays where evasion was found, else the applicant who asked."""
    act = asked.the(AuditReported)
    decided = asked.dossier.at(act.decision)
    if decided is None or not isinstance(decided.act, AuditDecided) or not decided.act.granted:
        return Objection(say("没有准许审计的决定"), say("请选择准许审计的决定"), (AuditDecided,))
    request = asked.dossier.at(decided.act.request)
    if request is None or not isinstance(request.act, AuditRequested):
        return None
    bearer = request.act.debtor if act.evasion else request.act.party
    if act.borne_by == bearer:
        return None
    return Objection(
        say("查实逃避债务的，费用由被执行人负担；未查实的，由申请审计的申请执行人负担"),
        say("请改选费用负担人"),
    )


def _that_request(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, AuditDecided) and closing.act.request == opening.seq


RULES = [
    ActRule(
        act=AuditRequested,
        label="申请审计",
        basis=(AUDIT,),
        by=(*HANDLERS, Power.CLERK, Power.FILING),
        purpose="申请执行人书面申请委托审计机构对被执行人审计",
        guards=(*FREE_TO_ACT, asked_in_writing),
        group=GROUP,
    ),
    ActRule(
        act=AuditDecided,
        label="决定是否审计",
        basis=(AUDIT, DRAWN),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        purpose="收到书面申请之日起十日内决定是否准许；准许的随机确定审计机构",
        guards=(*IN_HAND, audit_decision_complete),
        discloses=Disclosure(sms="assets.audit_decided"),
        document="审计申请决定书",
        group=GROUP,
    ),
    ActRule(
        act=AuditReported,
        label="收到审计报告",
        basis=(COST,),
        by=(*HANDLERS, Power.CLERK),
        purpose="记下审计结果、处理结果和费用负担",
        guards=(*IN_HAND, cost_borne_rightly),
        discloses=Disclosure(sms="assets.audit_reported"),
        group=GROUP,
    ),
]

DUTIES = [
    DutyRule(
        name="assets.decide-audit",
        label="决定是否准许审计",
        holder=Power.OFFICER,
        opens_on=(AuditRequested,),
        limits=(Limit(within(days(10)), AUDIT),),
        closes_on=(AuditDecided,),
        matches=_that_request,
        falls_away_on=(ClosingAct,),
    ),
]
