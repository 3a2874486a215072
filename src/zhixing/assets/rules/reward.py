"""Rules of the reward for clues: promised by the applicant, decided within ten days, published, paid out of what it brought.

Not covered: the order among several who gave the same clue is the order of their entries (财产调查规定 art. 23); payment itself
is for the funds room.
"""

from __future__ import annotations

from zhixing.assets.acts.clues import (
    ClueProvided,
    ClueSource,
    RewardDecided,
    RewardNoticePublished,
    RewardRequested,
    RewardSettled,
)
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.rules.guards import FREE_TO_ACT, IN_HAND, PROCEDURE_IN_HAND
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
REWARD = cite("财产调查规定", 21, figure="十日")
NOTICE = cite("财产调查规定", 22)
PAID = cite("财产调查规定", 24)


@guard("申请载明悬赏金和承诺", REWARD, on_act=True)
def promise_made(asked: Asked) -> Objection | None:
    """The applicant names the reward, promises it, and says where it shall be published."""
    act = asked.the(RewardRequested)
    parts = {(each.party, each.role) for each in parties_of(asked.dossier, None, asked.on)}
    if (act.party, Role.APPLICANT) not in parts or (act.debtor, Role.DEBTOR) not in parts:
        return Objection(say("申请人或被悬赏的人不是本案的申请执行人、被执行人"), say("请从当事人中选择"))
    if not act.promised:
        return Objection(say("没有自愿支付悬赏金的承诺"), say("请申请人在申请书中承诺后勾选"))
    if not act.terms.strip() or not act.where.strip():
        return Objection(say("没有写明悬赏金或发布方式"), say("请按申请书填写"))
    return None


@guard("申请尚未决定，不准许的写明原因", REWARD, on_act=True)
def reward_decision_complete(asked: Asked) -> Objection | None:
    """Each request is decided once; a refusal has its reason."""
    act = asked.the(RewardDecided)
    found = asked.dossier.at(act.request)
    if found is None or not isinstance(found.act, RewardRequested):
        return Objection(say("没有这份悬赏申请"), say("请选择本案的悬赏申请"), (RewardRequested,))
    if any(each.act.request == act.request for each in asked.dossier.of(RewardDecided)):
        return Objection(say("这份申请已经决定"), say("有误的请更正该条记录"))
    if act.granted or act.why_not.strip():
        return None
    return Objection(say("不准许而没有写明原因"), say("请写明原因"))


@guard("准许悬赏，公告载明法定内容", NOTICE, on_act=True)
def notice_complete(asked: Asked) -> Objection | None:
    """A notice follows a grant, tells the reward and on what it is paid, and is published somewhere."""
    act = asked.the(RewardNoticePublished)
    decided = asked.dossier.at(act.decision)
    if decided is None or not isinstance(decided.act, RewardDecided) or not decided.act.granted:
        return Objection(say("没有准许悬赏的决定"), say("请先决定准许"), (RewardDecided,))
    if not act.terms.strip() or not act.conditions.strip():
        return Objection(say("没有载明悬赏金或领取条件"), say("请载明"))
    if act.platforms.strip() or act.posted_at.strip():
        return None
    return Objection(say("没有写明发布的平台或张贴的地点"), say("请在悬赏公告平台发布，或者张贴后填写"))


@guard("悬赏金依法发放或写明不发放的理由", PAID, on_act=True)
def paid_rightly(asked: Asked) -> Objection | None:
    """Paid is a rewarded clue that the court did not have and that brought money; what is not paid has its reason."""
    act = asked.the(RewardSettled)
    notice, found = asked.dossier.at(act.notice), asked.dossier.at(act.clue)
    if notice is None or not isinstance(notice.act, RewardNoticePublished):
        return Objection(say("没有这份悬赏公告"), say("请选择本案的悬赏公告"), (RewardNoticePublished,))
    if found is None or not isinstance(found.act, ClueProvided) or found.act.source is not ClueSource.REWARD:
        return Objection(say("所选的线索不是悬赏举报的线索"), say("请选择悬赏举报的线索"), (ClueProvided,))
    if not act.paid:
        return None if act.why_not.strip() else Objection(say("不发放而没有写明理由"), say("请写明理由"))
    if act.known_before or not act.realised:
        return Objection(
            say("法院已经掌握的线索，或者没有使债权实现的，不发放悬赏金"), say("请改为不发放，写明理由")
        )
    if act.paid > act.realised:
        return Objection(say("悬赏金超过因此实现的债权"), say("请核对金额"))
    return None


def _that_request(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, RewardDecided) and closing.act.request == opening.seq


RULES = [
    ActRule(
        act=RewardRequested,
        label="申请悬赏",
        basis=(REWARD,),
        by=(*HANDLERS, Power.CLERK, Power.FILING),
        purpose="申请执行人书面申请悬赏查找财产，并承诺支付悬赏金",
        guards=(*FREE_TO_ACT, promise_made),
        group=GROUP,
    ),
    ActRule(
        act=RewardDecided,
        label="决定是否悬赏",
        basis=(REWARD,),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        purpose="收到书面申请之日起十日内决定是否准许",
        guards=(*IN_HAND, reward_decision_complete),
        discloses=Disclosure(sms="assets.reward_decided"),
        document="悬赏申请决定书",
        group=GROUP,
    ),
    ActRule(
        act=RewardNoticePublished,
        label="发布悬赏公告",
        basis=(NOTICE,),
        by=HANDLERS,
        purpose="公开发布悬赏公告，载明悬赏金和领取条件",
        guards=(*IN_HAND, notice_complete),
        discloses=Disclosure(public=True, sms="assets.reward_notice_published"),
        document="悬赏公告",
        group=GROUP,
    ),
    ActRule(
        act=RewardSettled,
        label="结算悬赏金",
        basis=(PAID,),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        coerces=True,
        purpose="因线索实现债权的，按公告发放悬赏金，从申请执行人应得款中扣减；不发放的写明理由",
        guards=(*PROCEDURE_IN_HAND, paid_rightly),
        discloses=Disclosure(sms="assets.reward_settled"),
        document="悬赏金结算表",
        group=GROUP,
    ),
]

DUTIES = [
    DutyRule(
        name="assets.decide-reward",
        label="决定是否准许悬赏",
        holder=Power.OFFICER,
        opens_on=(RewardRequested,),
        limits=(Limit(within(days(10)), REWARD),),
        closes_on=(RewardDecided,),
        matches=_that_request,
        falls_away_on=(ClosingAct,),
    ),
]
