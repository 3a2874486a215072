"""The papers of things in custody."""

from __future__ import annotations

from zhixing.cases.papers.phrases import approval_form, to
from zhixing.funds.goods.acts import GoodsEscrowed, GoodsHandedOver, GoodsTakenIn
from zhixing.record.paper import Body, Line, Paper, PaperKind, Telling


def _thing(told: Telling, seq: int) -> str:
    entry = told.dossier.at(seq)
    return entry.act.name if entry is not None and isinstance(entry.act, GoodsTakenIn) else ""


def taken_in(told: Telling) -> Body:
    """The receipt: what was taken in, whose, where it lies."""
    act = told.the(GoodsTakenIn)
    return Body(
        blocks=(
            to(told, (act.of,)),
            Line(
                f"本院收取你（单位）下列物品：{act.name}（{act.kind.label}{'，已封存' if act.sealed else ''}）。"
            ),
            Line(f"由{act.department}保管，保管地点：{act.place}。收取凭证：{act.receipt}。"),
            Line(f"依据：{told.basis}。"),
            Line("在场执行人员签名：　　　　　　　　　　交物人签名："),
        )
    )


def handed_over(told: Telling) -> Body:
    """The list that who fetches the thing signs."""
    act = told.the(GoodsHandedOver)
    rows = [("执行物", _thing(told, act.goods)), ("领取人", told.name(act.to))]
    rows.append(("领取的内容", "全部" if act.whole else act.what))
    if act.by_agent:
        rows.append(("代领", "由代理人凭特别授权的委托书领取"))
    if act.reason:
        rows.append(("退还理由", act.reason))
    return Body(blocks=(*approval_form(told, *rows), Line("领取人签名：")), sealed=False)


def escrowed(told: Telling) -> Body:
    """For whom which thing is kept aside, and why."""
    act = told.the(GoodsEscrowed)
    rows = (
        ("执行物", _thing(told, act.goods)),
        ("为谁提存", told.name(act.of)),
        ("提存事由", act.ground.label),
        ("证明情况", act.reason),
    )
    return Body(blocks=approval_form(told, *rows), sealed=False)


PAPERS = [
    Paper(acts=(GoodsTakenIn,), kind=PaperKind.MINUTES, write=taken_in),
    Paper(acts=(GoodsHandedOver,), kind=PaperKind.MINUTES, write=handed_over),
    Paper(acts=(GoodsEscrowed,), kind=PaperKind.FORM, write=escrowed),
]
