"""Papers of the property report: the letter with the code to report on line, the report itself, the search order."""

from __future__ import annotations

from zhixing.assets.acts.clues import SearchOrdered
from zhixing.assets.acts.declaration import (
    DeclaredChange,
    DeclaredProperty,
    PropertyDeclared,
    ReportAccessIssued,
    ReportCategory,
)
from zhixing.cases.papers.phrases import case_clause, case_rows, contact, to
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.record.paper import Block, Body, Line, Paper, PaperKind, Signature, Table, Telling


def access(told: Telling) -> Body:
    """How to report on line. The code stands in the paper that is served; a preview does not show it."""
    act = told.the(ReportAccessIssued)
    code = told.codes.get(act.debtor, "（制作正式文书时载入）")
    return Body(
        blocks=(
            to(told, (act.debtor,)),
            Line(
                f"{case_clause(told)}，本院已向你（单位）发出报告财产令。{told.under}，除书面报告外，你（单位）可以在网上报告财产。"
            ),
            Line("一、打开本院执行办案平台的登录页，选择“网上报告财产”；"),
            Line("二、填写你（单位）的身份证件号码或者统一社会信用代码，以及下列报告码："),
            Line(f"报告码：{code}", strong=True),
            Line("三、按照报告财产令的要求逐项填写，没有的项目明确勾选；可以随时保存，提交后取得回执编号。"),
            Line(
                f"报告码有效至{plain_date(act.until)}，提交后即失效。报告码只供本人使用，请勿告诉他人；遗失的请联系本院重新发给。"
            ),
            Line("网上报告与书面报告具有同等效力；报告期限以报告财产令载明的为准。"),
            Line("特此告知。"),
            contact(told),
        )
    )


def report(told: Telling) -> Body:
    """What the debtor reported, category by category, with the changes."""
    act = told.the(PropertyDeclared)
    blocks: list[Block] = [
        Table(
            (
                *case_rows(told),
                ("报告人", told.name(act.debtor)),
                ("方式", act.means.label),
                ("报告日期", plain_date(told.on)),
            )
        )
    ]
    for number, category in enumerate(ReportCategory, 1):
        blocks.append(Line(f"{number}．{category.label}", strong=True))
        own = [each for at, each in act.listed() if at is category]
        blocks += [Line(_property(told, each)) for each in own] or [Line("报告人确认没有。")]
    blocks.append(Line("财产变动（收到执行通知之日前一年至报告之日）", strong=True))
    blocks += [Line(_change(told, each)) for each in act.changes] or [Line("报告人确认没有应当报告的变动。")]
    blocks.append(Line("报告人已知悉：拒绝报告、虚假报告或者无正当理由逾期报告的，应当承担法律责任。"))
    blocks.append(Line(f"依据：{told.basis}。"))
    return Body(blocks=tuple(blocks), signed=(Signature("报告人"),), sealed=False)


def _property(told: Telling, each: DeclaredProperty) -> str:
    parts = (
        f"{each.kind.label}：{each.name}",
        told.identifier(each.identifier),
        paper_sum(each.value) if each.value is not None else "",
        f"共有、权属：{each.share}" if each.share else "",
        f"负担：{each.burdens}" if each.burdens else "",
        f"由他人占有或登记：{each.with_others}" if each.with_others else "",
    )
    return "，".join(part for part in parts if part) + "；"


def _change(told: Telling, each: DeclaredChange) -> str:
    parts = (
        f"{plain_date(each.on)}{each.kind.label}：{each.what}",
        told.identifier(each.identifier),
        paper_sum(each.amount) if each.amount is not None else "",
        f"对方：{each.with_whom}" if each.with_whom else "",
    )
    return "，".join(part for part in parts if part) + "；"


def search_order(told: Telling) -> Body:
    """The order that is shown before a search; the president signs."""
    act = told.the(SearchOrdered)
    approver = told.entry.approved_by
    return Body(
        blocks=(
            Line(
                f"{case_clause(told)}，被执行人{told.name(act.debtor)}隐匿财产或者会计账簿等资料：{act.hidden.rstrip('。')}。"
            ),
            Line(f"本院于{plain_date(act.ordered_on)}责令其交出，其拒不交出。{told.under}，命令如下："),
            Line(f"对{told.name(act.debtor)}的{act.place}进行搜查。"),
            Line(
                f"本令自签发之日起{act.days}日内有效。搜查人员应当出示本令和工作证件，搜查妇女身体由女执行人员进行，并制作笔录。"
            ),
        ),
        signed=(Signature("院长", approver.name if approver else ""),),
    )


PAPERS = [
    # Inner: whoever reads the file of the case, the other side among them, does not read the code.
    Paper(acts=(ReportAccessIssued,), kind=PaperKind.NOTICE, write=access, inner=True),
    Paper(acts=(PropertyDeclared,), kind=PaperKind.STATEMENT, write=report),
    Paper(acts=(SearchOrdered,), kind=PaperKind.ORDER, write=search_order),
]
