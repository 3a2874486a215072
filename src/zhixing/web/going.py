"""Where one can go from anywhere: the pages that the palette finds by their name, and an officer's own views of the case list."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from zhixing.languages.speaking import in_english
from zhixing.people.access import may_open
from zhixing.people.models import Officer
from zhixing.people.powers import powers_anywhere
from zhixing.record import clock
from zhixing.record.power import Power
from zhixing.web.models import SavedView


@dataclass(frozen=True, slots=True)
class Place:
    """A page: what it is called, the name of its address, what it shows of it, and the power it is for (None: any)."""

    label: str
    name: str
    query: str = ""
    power: Power | None = None

    @property
    def link(self) -> str:
        """Its address."""
        return reverse(self.name) + (f"?{self.query}" if self.query else "")


PLACES = (
    Place("工作台", "desk"),
    Place("待我审批", "desk", "show=approve"),
    Place("通知", "notices"),
    Place("案件", "case-list"),
    Place("我的案件", "case-list", "handler=me&state=open"),
    Place("待分案", "case-list", "state=unassigned"),
    Place("超过执行期限", "case-list", "state=late"),
    Place("收案", "case-new", power=Power.FILING),
    Place("收保全申请", "preservation-new", power=Power.FILING),
    Place("续行查封、扣押、冻结", "renewals"),
    Place("网络查控", "network-desk"),
    Place("待核对的财产报告", "property-reports"),
    Place("财产保全", "preservation-desk"),
    Place("案款", "funds"),
    Place("案款对账", "reconciliation"),
    Place("案款清理", "clearance-desk"),
    Place("司法救助", "aid-desk"),
    Place("工作方案", "plan-wall"),
    Place("人员与装备", "organisation"),
    Place("行为与依据", "catalogue"),
    Place("职权清单", "powers"),
    Place("账户", "account"),
    Place("登录安全", "security"),
    Place("接口令牌", "tokens"),
)


def says(label: str, text: str) -> bool:
    """Whether a label has the text in it, in Chinese or as an English reader knows it."""
    return text in label or text.lower() in in_english(label).lower()


def places(text: str, officer: Officer) -> list[tuple[str, str]]:
    """The pages whose name has the text and that the officer may open: address and name."""
    held = powers_anywhere(officer, clock.today())
    return [
        (each.link, each.label)
        for each in PLACES
        if says(each.label, text) and (each.power is None or each.power in held) and may_open(each.name, held)
    ]


def views(text: str, officer: Officer) -> list[tuple[str, str]]:
    """The officer's saved views whose name has the text: address and name."""
    mine = SavedView.objects.filter(officer=officer, name__icontains=text).order_by("name")
    return [(f"{reverse('case-list')}?{view.query}", view.name) for view in mine]
