"""Rules of things in custody (执行款物规定 16–21, from memory: the text is not among the norms at hand).

Not covered: the inventory that a keeper draws up each quarter, perishables that are sold at once (see the room of property).
"""

from __future__ import annotations

from zhixing.assets.rules.guards import parties_fit
from zhixing.cases.rules.guards import open_case
from zhixing.funds.goods.acts import GoodsEscrowed, GoodsHandedOver, GoodsKind, GoodsTakenIn
from zhixing.funds.goods.questions import goods
from zhixing.funds.keeping.rules import ESCROW
from zhixing.funds.rules.account import GROUP
from zhixing.funds.rules.needs import AS_IT_STANDS
from zhixing.funds.rules.payout import IN_HAND, TEAM
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

CUSTODY = cite("执行款物规定", 18)  # from memory: counted, registered, a receipt; valuables sealed
HANDING_OVER = cite("执行款物规定", 20)  # from memory: by the officer in charge, against a receipt, approved


@guard("贵重物品已封存", CUSTODY, on_act=True)
def valuables_sealed(asked: Asked) -> Objection | None:
    """What is small and dear is sealed before it is handed to the keeper."""
    act = asked.the(GoodsTakenIn)
    if act.kind is not GoodsKind.VALUABLE or act.sealed:
        return None
    return Objection(say("有价证券、金银珠宝等贵重物品应当封存"), say("请封存后登记，并勾选“已封存”"))


@guard("有保管中的执行物", CUSTODY)
def something_in_custody(asked: Asked) -> Objection | None:
    """Where the court holds nothing there is nothing to hand over."""
    if any(not each.gone for each in goods(asked.dossier, AS_IT_STANDS).values()):
        return None
    return Objection(say("本案没有保管中的执行物"), say("请先登记执行物"), (GoodsTakenIn,))


@guard("所选的执行物还在保管", HANDING_OVER, on_act=True)
def still_there(asked: Asked) -> Objection | None:
    """A thing is handed over once, whatever day is written."""
    act = asked.act
    if not isinstance(act, GoodsHandedOver | GoodsEscrowed):
        return None
    held = goods(asked.dossier, AS_IT_STANDS).get(act.goods)
    if held is None:
        return Objection(say("第 {seq} 条不是登记执行物的记录", seq=act.goods), say("请选择本案登记的执行物"))
    if held.gone:
        return Objection(say("该执行物已经全部发还"), say("请核对所选的执行物"))
    if isinstance(act, GoodsEscrowed) and held.escrowed is not None:
        return Objection(say("该执行物已经提存"), say("请核对所选的执行物"))
    return None


@guard("退还被执行人写明理由", HANDING_OVER, on_act=True)
def return_has_reason(asked: Asked) -> Objection | None:
    """A thing held for the creditor goes back to the debtor only for a stated reason."""
    act = asked.the(GoodsHandedOver)
    applicants = {each.party for each in parties_of(asked.dossier, Role.APPLICANT, asked.on)}
    if act.to in applicants or act.reason.strip():
        return None
    return Objection(
        say("领取人不是申请执行人"), say("请写明退还的理由，如：已经履行完毕、解除查封、依法属于豁免的物品")
    )


@guard("代领有特别授权，部分发还写明内容", HANDING_OVER, on_act=True)
def well_documented(asked: Asked) -> Objection | None:
    """Who fetches for another shows a special power; a part is described."""
    act = asked.the(GoodsHandedOver)
    if act.by_agent and act.authority is None:
        return Objection(say("由代理人领取而没有委托书"), say("请上传写明代为领取的特别授权委托书"))
    if not act.whole and not act.what.strip():
        return Objection(say("部分发还没有写明领取了什么"), say("请写明名称和数量，或者勾选“全部发还”"))
    return None


RULES = [
    ActRule(
        act=GoodsTakenIn,
        label="登记执行物",
        basis=(CUSTODY,),
        by=(*TEAM, Power.CLERK),
        purpose="清点、登记收取的执行物，交保管部门并取得收取凭证",
        guards=(*IN_HAND, open_case, parties_fit, valuables_sealed),
        discloses=Disclosure(sms="funds.goods_taken_in"),
        document="收取执行物笔录",
        group=GROUP,
    ),
    ActRule(
        act=GoodsHandedOver,
        label="发还执行物",
        basis=(HANDING_OVER,),
        by=TEAM,
        approved_by=Power.DIRECTOR,
        purpose="把保管的物交给申请执行人，或者依法退还被执行人",
        guards=(*IN_HAND, something_in_custody, parties_fit, still_there, return_has_reason, well_documented),
        discloses=Disclosure(sms="funds.goods_handed_over"),
        document="领取执行物笔录",
        group=GROUP,
    ),
    ActRule(
        act=GoodsEscrowed,
        label="提存执行物",
        basis=(ESCROW,),
        by=TEAM,
        approved_by=Power.DIRECTOR,
        purpose="有法定事由不能交付的物，经批准提存",
        guards=(*IN_HAND, something_in_custody, parties_fit, still_there),
        discloses=Disclosure(sms="funds.goods_escrowed"),
        document="提存执行物审批表",
        group=GROUP,
    ),
]
