"""Who appears in a paper: names with their roles, found in the head or, without a head, in the operative part itself.

A name has no mark of its own in Chinese: it is what stands between the role (被告) and a word that cannot belong to
it (于本判决…, 应向…, 支付…). Names found in the head are certain; the others are inferred where such words bound them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_PLAIN = (
    "原告|被告|被申请执行人|第三人|被申请人|申请人(?!民)|被上诉人|上诉人|申请执行人|被执行人|债权人|债务人|保证人|担保人|抵押人|出借人|借款人|反诉原告|反诉被告"
    "|被反诉人|反诉人|原审原告|原审被告|甲方|乙方|丙方|丁方"
)
ROLE = (
    rf"(?:一审|原审|本诉|再审|第[一二三四五六七八九十])?(?:{_PLAIN})(?:（(?:反诉|本诉|原审|一审|再审"
    rf"|被)[^（）]{{0,14}}）)?"
    r"(?:[一二三四五六七八九](?![次审致并方人份直切律些时家位名个期十百千万年月日])|[1-9](?![\d年月日.万元、]))?"
)
DEBTOR_SIDE = (
    "被告",
    "被申请执行人",
    "被申请人",
    "被上诉人",
    "被执行人",
    "债务人",
    "保证人",
    "担保人",
    "借款人",
)
CREDITOR_SIDE = ("原告", "申请人", "申请执行人", "债权人", "出借人")
PAY = (
    "支付|偿还|返还|归还|给付|赔偿|退还|清偿|偿付|付清|还清|交付|交还"
    "|补偿|履行|缴纳|退回|协助|办理|腾退|腾空|搬离|迁出|付给|付款|结清|连带"
)
_NOUN = (
    "人民币|￥|货款|借款|工程款|租金|欠款|本金|利息|违约金|医疗费|护理费|误工费|各项|经济损失|损失|工资|赔偿|补偿|购房款|定金|押金|保证金|预付款"
    "|服务费|物业|律师|保全|担保|公告|鉴定|案件|受理|诉讼|仲裁|剩余|尚欠|所欠|拖欠|垫付|代偿|股权|转让|投资|加工|运输|运费|运输费|材料|劳务|报酬|价款|首付|房屋|车辆"
    "|因|\\d|交通|残疾|死亡|精神|住院|营养|丧葬|抚养费|赡养费|扶养费|彩礼|加班|经济|未签|未休|解除|二倍|双倍|生活费|合同|质保|欠付|逾期|资金|保险|款项|违法|拖欠|租赁"
)
_BOUND = (
    r"(?=于(?:本|判|调|裁|\d|每|签|前|上|收|支|该|协|生|二〇|下|此|20|次|当)|在(?:本|判|调|裁|\d|上述"
    r"|签|收|其|未|继承|抵押|[^，。；]{1,24}(?:内|前|后|时))"
    rf"|应(?:共同|连带|分期|分别|各|全额|足额|及时|一并|先|再|依|以|为|另|补|将|从|支|于|在|向|当|自|一次|按|对|承|负|将|予|给|立即|继续|赔|补|得|就|协|腾|{PAY})|向(?!某)"
    rf"(?:{ROLE}|本院|法院|本委|本会|[^，。；]{{1,30}}?(?:{PAY}))"
    rf"|自(?:本|愿|\d|收|签|行|己|判|调)|须|无(?:需|须|权|义)|毋须|不(?:支|承|应|予|负)|需(?:于|在|向|支|要|按|自)|{PAY}|对(?!面)|负担|承担|已(?:于|在|将|预"
    rf"|交|缴|支|付|经|偿|还|履|归|向|收|垫|全)"
    r"|未(?:按|能|于|在|足|履|支|付|偿|还|到|如)|有(?:权|任|违|逾|义|一期)|与(?=原|被|申|第"
    r"|[^，。；]{1,30}(?:签|之间|于|一致|协))|和(?=原|被|申|第)|及(?=原|被|申|第)"
    r"|、|，|。|；|：|（|）|\n|\0|$|的|共同|各(?:自|向|支|负|承|半|偿|\d)|分(?:别|期|\d"
    r"|[一二三四五六七八九十]+[期次])|一次性|尚欠|欠|不(?:履|按|能|再|得|服|足)|多(?:预|交|付)|同意"
    r"|确认|名下|之间|就(?=[本上前该其\d])"
    r"|按(?:照|期|约|时|\d|月|年|上|比|第)|可(?:以|就|向|申|一)|逾期|自愿|所(?:欠|有|负|付|支)|为(?:基"
    r"|限)|如(?:未|不|逾|有|果)|若|立即|限|继续|配合|将|每|预交|预缴|垫付|停止|拒|放弃|撤|其余|其他"
    r"|作为|是否|均|从|直接|迳|径|另|提供|保证|诉|享有|代|拆除|开具"
    r"|协议|双方|一致|截至|截止|暂计|平均|均|各半|离婚|抚养|赔礼|恢复|排除|清除|返|拖欠|依|系|只|仅|随|承|偿|认可|全额|补"
    r")"
)
_NAME = r"[\u3400-\u9fff𠀀-𯿿A-Za-z0-9·•.&×*＊（）()\-]"
_ORGANISATION = re.compile(
    r"(?:[^，。；：、（）\n]|（[^，。；（）]{1,12}）){1,36}?(?:有限责任公司|股份有限公司|有限公司|公司"
    r"|合伙企业（[^）]{2,6}）|(?:分行|支行|银行(?!股份|有限))|合作社|经营部|事务所|委员会|工作室|商行"
    r"|集团(?!有限|股份|公司|[\u3400-\u9fff]{1,6}公司)|医院|学校|大学|酒店|个体工商户)"
    r"(?:[^，。；：、（）\n]{1,14}?(?:分公司|支公司|分行|支行|营业部|项目部|分店|中心支公司))?"
)
_OTHER_ORGANISATION = re.compile(
    r"(?:厂|店|部|所|站|馆|中心|场|社|行|会|院|局|处|队|园|户|村|组|府|公司|\d)$"
)
_LINE = re.compile(
    rf"(?:^|(?<=\n))(?P<role>{ROLE})(?:[：:]|(?=[\u3400-\u9fff]))(?P<name>[^，。；：\n（]{{1,40}}"
    rf"(?:（[^，。；）\n]{{1,14}}）(?=[^，。；\n]))?[^，。；：\n（]{{0,30}})"
)
_SHORT = re.compile(r"(?:以下|下)?(?:简称|均简称)[：:]?[“\"‘「]?([^”\"’」）)，。]{1,16})")


@dataclass(frozen=True, slots=True)
class Member:
    """A name with its role and its span in the even text."""

    name: str
    role: str
    start: int
    end: int


@dataclass(slots=True)
class Cast:
    """Everyone found so far; `others` maps short names to full ones."""

    members: list[Member] = field(default_factory=list)
    others: dict[str, str] = field(default_factory=dict)
    roles_of_head: set[str] = field(default_factory=set)

    def add(self, name: str, role: str, start: int, end: int) -> None:
        """Remember a name once under its first role."""
        if name and all(member.name != name for member in self.members):
            self.members.append(Member(name, role, start, end))

    @property
    def names(self) -> tuple[str, ...]:
        """All names and short names, longest first, so that a longer one is never cut short."""
        return tuple(sorted({*(member.name for member in self.members), *self.others}, key=len, reverse=True))

    def full(self, name: str) -> str:
        """The full name behind a short one."""
        return self.others.get(name, name)

    def with_role(self, role: str) -> tuple[str, ...]:
        """Everyone of a role: 被告 finds 被告 and 原审被告, never 反诉被告."""
        bare = re.sub(r"（.*）|一审|原审|本诉|再审", "", role)
        exact = tuple(
            member.name
            for member in self.members
            if bare == re.sub(r"（.*）|一审|原审|本诉|再审", "", member.role)
        )
        inner = tuple(
            member.name for member in self.members if bare in re.findall(r"反诉原告|反诉被告", member.role)
        )
        numbered = tuple(
            member.name for member in self.members if bare_role(member.role) == bare and member.role != bare
        )
        return exact or inner or numbered

    def side(self, side: tuple[str, ...]) -> tuple[str, ...]:
        """Everyone of a side."""
        return tuple(member.name for member in self.members if bare_role(member.role) in side)


def bare_role(role: str) -> str:
    """A role without what stands in brackets or before it: 原审被告（反诉原告） is 被告."""
    return re.sub(r"（.*）|一审|原审|本诉|再审|第[一二三四五六七八九十]|[一二三四五六七八九1-9]$", "", role)


def head_cast(head: str) -> Cast:
    """Read the parties' lines of the head."""
    cast = Cast()
    for found in _LINE.finditer(head):
        name = found["name"].strip()
        if re.search(r"诉称|辩称|与被告|与原告|纠纷|一案|向本院|提出", name):
            continue
        for part in re.split(r"、(?=[\u3400-\u9fff]{2,})", name):
            cast.add(part, found["role"], *found.span("name"))
        cast.roles_of_head.add(bare_role(found["role"]))
        line_end = head.find("\n", found.end())
        line = head[found.end() : line_end if line_end >= 0 else len(head)]
        short = _SHORT.search(line)
        if short:
            cast.others[short[1]] = name
    return cast


def short_names(cast: Cast, text: str) -> None:
    """Learn the short names that the facts introduce: 原告甲建材有限公司（以下简称甲公司）."""
    for member in cast.members:
        found = re.search(re.escape(member.name) + rf"（[^（）]{{0,12}}?{_SHORT.pattern}", text)
        if found and found[1] != member.name:
            cast.others[found[1]] = member.name


def infer(cast: Cast, text: str, start: int) -> None:
    """Add names that follow a role in the operative part, where the words around them bound them."""
    for clean in (True, False):
        for found in re.finditer(ROLE, text):
            if bare_role(found[0]) in cast.roles_of_head:
                continue
            if re.search(r"(?:原、?|[二两三四五六各]|上述|全体)$", text[: found.start()]):
                continue
            for name, at in _names_after(cast, text, found.end(), clean=clean):
                if not _known(cast, text, at):
                    cast.add(name, found[0], start + at, start + at + len(name))


def _known(cast: Cast, text: str, at: int) -> bool:
    return any(text.startswith(name, at) for name in cast.names)


def _names_after(cast: Cast, text: str, at: int, *, clean: bool) -> Iterator[tuple[str, int]]:
    while True:
        known = next((known for known in cast.names if text.startswith(known, at)), None)
        name = known or _name_at(text, at, clean=clean)
        if name is None:
            return
        yield name, at
        at += len(name)
        following = re.compile(rf"、(?!{ROLE})").match(text, at)
        if following is None:
            return
        at = following.end()


def _name_at(text: str, at: int, *, clean: bool) -> str | None:
    """The name at a place; `clean` accepts only words that certainly end a name, not nouns of money."""
    bound = _BOUND if clean else _BOUND[:-1] + f"|{_NOUN})"
    if re.compile(rf"(?:方|人|们|双方|{ROLE})?{bound}").match(text, at):
        return None
    organisation = _ORGANISATION.match(text, at)
    if organisation and not re.search(rf"{PAY}|{ROLE}|应|，|承担|有权|提供|责任|负担", organisation[0]):
        return organisation[0]
    found = re.compile(rf"({_NAME}{{1,24}}?){bound}").match(text, at)
    if found is None or re.search(r"[元％%]|指定|账户|账号|^(?:方|人|负|承|未|已|有|之|其|对)", found[1]):
        return None
    if len(found[1]) == 1 and not re.match(r"[甲乙丙丁戊己庚辛壬癸A-Za-z]", found[1]):
        return None
    if len(found[1]) > 4 and not _OTHER_ORGANISATION.search(found[1]) and "·" not in found[1]:
        return None
    if clean and re.search(_NOUN.replace("|\\d", "").replace("|因", ""), found[1][1:]):
        return None
    return found[1]
