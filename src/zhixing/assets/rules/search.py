"""Rules of search: ordered by the president after the debtor was told in vain to hand over; shown, witnessed, with minutes.

Not covered: what may be seized on the spot, which is held by its own ruling; opening of places is noted, its cost is not.
"""

from __future__ import annotations

from datetime import timedelta

from zhixing.assets.acts.clues import SearchConducted, SearchOrdered
from zhixing.cases.rules.guards import IN_HAND
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

HANDLERS = (Power.OFFICER, Power.JUDGE)
GROUP = "财产调查"
SEARCH = cite("民诉法", 259)
HIDDEN = cite("民诉法解释", 494)
SHOWN = cite("民诉法解释", 495)
WITNESSED = cite("民诉法解释", 496)
WOMAN = cite("民诉法解释", 496, paragraph=2)
MINUTES = cite("民诉法解释", 498)
OPENED = cite("财产调查规定", 14)
DUTIES: list[DutyRule] = []
TWO = 2


@guard("被执行人隐匿财产或资料，经责令仍不交出", HIDDEN, OPENED, on_act=True)
def told_in_vain(asked: Asked) -> Objection | None:
    """A search needs a debtor, facts that something is hidden, and an order to hand it over that was not followed."""
    act = asked.the(SearchOrdered)
    if act.debtor not in {each.party for each in parties_of(asked.dossier, Role.DEBTOR, asked.on)}:
        return Objection(say("被搜查的人不是本案被执行人"), say("请选择被执行人"))
    if not act.hidden.strip():
        return Objection(say("没有写明隐匿的事实"), say("请写明据以认定隐匿的事实和证据"))
    if act.ordered_on > asked.on:
        return Objection(say("责令交出的日期 {day} 在将来", day=act.ordered_on), say("请先责令交出"))
    if act.days < 1:
        return Objection(say("有效天数须大于零"), say("请核对"))
    return None


def _order(dossier: Dossier, seq: int) -> Entry[Act] | None:
    found = dossier.at(seq)
    return found if found is not None and isinstance(found.act, SearchOrdered) else None


@guard("有有效的搜查令，并已出示", SEARCH, SHOWN, on_act=True)
def under_an_order(asked: Asked) -> Objection | None:
    """A search follows an order that runs, shown with the officers' papers."""
    act = asked.the(SearchConducted)
    found = _order(asked.dossier, act.order)
    if found is None or not isinstance(found.act, SearchOrdered):
        return Objection(say("没有搜查令"), say("请先提请院长签发搜查令"), (SearchOrdered,))
    last = found.on + timedelta(days=found.act.days)
    if not found.on <= asked.on <= last:
        return Objection(
            say("搜查令自 {on} 至 {last} 有效", on=found.on, last=last),
            say("请重新签发搜查令"),
            (SearchOrdered,),
        )
    if not act.shown:
        return Objection(say("没有出示搜查令和工作证件"), say("搜查人员须出示后才可搜查"))
    return None


@guard("有人到场见证，妇女身体由女执行人员搜查", WITNESSED, WOMAN, on_act=True)
def witnessed(asked: Asked) -> Objection | None:
    """Somebody of the debtor's side and the neighbourhood is there, or was called in vain; two search."""
    act = asked.the(SearchConducted)
    if len(set(act.searchers)) < TWO:
        return Objection(say("搜查人员不足二人"), say("请由二人以上搜查，并逐一选择"))
    if not act.present.strip() and not act.absent.strip():
        return Objection(
            say("没有写明到场的人，也没有写明通知后拒不到场"), say("请写明；拒不到场的不影响搜查")
        )
    if act.woman_searched and not act.by_woman:
        return Objection(say("搜查妇女身体没有由女执行人员进行"), say("应当由女执行人员进行"))
    return None


@guard("制作搜查笔录", MINUTES, on_act=True)
def minuted(asked: Asked) -> Objection | None:
    """The course is written."""
    if asked.the(SearchConducted).account.strip():
        return None
    return Objection(say("没有写明搜查的经过和结果"), say("请写明；拒绝签名的记入笔录"))


RULES = [
    ActRule(
        act=SearchOrdered,
        label="签发搜查令",
        basis=(SEARCH, HIDDEN, OPENED),
        by=HANDLERS,
        approved_by=Power.PRESIDENT,
        coerces=True,
        purpose="被执行人隐匿财产、会计账簿等资料，经责令仍不交出的，由院长签发搜查令",
        guards=(*IN_HAND, told_in_vain),
        document="搜查令",
        group=GROUP,
    ),
    ActRule(
        act=SearchConducted,
        label="搜查",
        basis=(SEARCH, SHOWN, WITNESSED, MINUTES),
        by=HANDLERS,
        coerces=True,
        purpose="凭搜查令搜查，制作笔录；发现应当查封、扣押的财产，另行裁定控制",
        guards=(*IN_HAND, under_an_order, witnessed, minuted),
        discloses=Disclosure(sms="assets.search_conducted"),
        document="搜查笔录",
        group=GROUP,
    ),
]
