"""A sentence cut into tokens: parties, amounts, dates of performance, parts of an interest formula, verbs, and words.

What no pattern knows becomes a `word` token; the readers either use it as a label or leave it, and what is left is
reported as not understood. So no pattern needs to be complete for the reading to be honest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.cases.titles import numerals, performance, rates
from zhixing.cases.titles.cast import ROLE, Cast, bare_role
from zhixing.cases.titles.numerals import AMOUNT, DATE, MONTH, YEAR
from zhixing.cases.titles.reading import Perform, Rate

_PAID = r"(?:清偿|付清|还清|结清|偿清|履行|给付|支付|返还|归还|偿还|退还|退清|赔偿|到账|交付|迁出|腾退|搬离|交还|腾空)"
_EVENT_END = (
    rf"(?:[^，。；（）\0按]{{0,24}}?{_PAID}(?:完毕|完成|清)?(?:之日|日|完毕之日|为止|时止|时|(?=止))|[^，。；（）\0按]{{0,16}}?(?:期限?|期间)(?:届满)?之日"
    r"|[^，。；（）\0按]{0,20}?(?:年满|满)?(?:18|十八)周岁(?:之日|时)?(?=止|为止|，|。|；|$)|[^，。；（）\0按]{0,16}?(?:独立生活|毕业)(?:之日|时)?(?=止|为止)|[^，。；（）\0按]{0,16}?(?:生效|确定|起诉|立案|解除)之日|[^，。；（）\0按\d]{2,24}?之日(?=止|为止|）|。|；|$)|(?:全部)?(?:清|付清|还清|清偿|履行完毕)为止)"
)
_YM = rf"{YEAR}年{MONTH}月"
_STRETCH = (
    rf"(?:自|从)?(?:{DATE}|{_YM})(?:份)?(?:起)?(?:至|到|-|—|~|～)(?:{DATE}|{_YM}|{MONTH}月)(?:份)?(?:止|为止)?(?:期间|之间)?"
    rf"(?=(?:(?!按|以|利率|基数|计付|每)[^，。；（）\0]){{1,24}}?{AMOUNT})"
)
_AS_OF = (
    rf"(?:截至|截止至|截止到|截止)(?P<asof>{DATE}|本判决作出之日|起诉之日|本调解协议签订之日)(?:止|为止)?"
)
_INTERIM = rf"(?:暂?计算|暂计|暂算|计付|计|算)?(?:至|到)(?P<interim>{DATE})(?:止|为止)?(?:的)?(?:逾期)?(?:利息|违约金)?(?:金额)?(?:暂计|共计|合计|计|为|是|暂为|共)*(?={AMOUNT})"
_BASE = (
    r"(?:均|分别)?(?:以|按照?|就)(?P<base>(?:(?!为(?:计算|计息)?(?:基数|本金)|按|以(?!上))[^。；\0，]){1,60}?)(?:为|作为|作|的)"
    r"(?:计算|计息|计付|逾期|利息|违约金|的|之)*(?:基数|本金(?!的|为|按|\d)|基准(?!利率)|基础(?!上))(?:计算|计付|计)?"
)
_BASE_OF = r"(?:以|按照?)?(?P<part>(?:未付|欠付|逾期|应付|剩余|尚欠|未还|未偿还|未清偿|未支付)[^，。；按（）\0]{0,40}?)(?:的|，)?(?=按?(?:每逾期|每日|日(?=万|千|百|利率|息|按|\d)|年利率|月利率|每月|[日月年]万分|[日月]千分))"
_BASE_BARE = rf"(?:(?<=（)|(?<=（其中)|(?<=[；，]))(?:其中|另|余)?(?P<bare>{AMOUNT})(?:部分)?，?(?=(?:自|从){DATE}的?(?:次日)?起)"
_SINCE = (
    rf"(?:(?:自|从|由)(?P<event>[^，。；（）\0至到内]{{0,30}}?)（?(?:即)?(?P<since>{DATE})）?|(?P<bare>{DATE}))(?P<next>的?次日|之?后|之次日|的第二[日天])?(?:之日)?(?:起算|起|开始)(?:计算|计付|计(?!至|算))?"
    rf"|(?:自|从)(?P<only>{DATE})(?P<next2>的?次日)?(?=至|到|计算?至)"
    rf"|(?:自|从)(?P<unknown>[^，。；（）\0至到内]{{2,40}}?(?:之日|次日|届满后|届满|当日|之时))(?:起算|起|开始)(?:计算|计付|计(?!至|算))?"
    rf"|(?P<thence>此后|之后|其后|其余|后续|以后)(?:的|部分|产生的)*(?=利息|以|按|的?逾期|自|至|仍|继续|，?以|，?按)"
)
_UNTIL = (
    rf"(?:继续|计算|计付|支付|清偿|计|算|付)?直?(?:至|到)(?P<until>{DATE}|{_EVENT_END})(?:当日|之日)?(?:止|为止)?"
    rf"|(?P<before>{DATE})(?:之前|以前|前)(?=的?(?:利息)?按)"
)
_CAP = (
    rf"(?:但|且|并)?(?:以|其?总额|总计|累计|利息|违约金|最高|合计|总和|计算|两者|上述|的|，)*不(?:得|应|能)?(?:超过|高于|超出)(?P<cap>[^，。；）\0]{{1,80}}?)为限"
    rf"|(?:但|且|并)?(?:以|其?总额|总计|累计|利息|违约金|最高|合计|总和|计算|两者|上述|的)*不(?:得|应|能)?(?:超过|高于|超出)(?P<cap2>[^，。；）\0]{{1,80}})|以(?P<cap3>{AMOUNT})为限"
)
_TOTAL = (
    rf"(?:(?:以上|上述|前述|上列|前列)(?:各|两|三|四|几|[一二三四五六七八九十、至第])*(?:项)?(?:款项|费用|金额|债务|债权|给付|款)?)?(?:，)?"
    rf"(?:共计|合计|合共|总计|总共|总额|共)(?:金额)?(?:为|是|应?支付|应付|：)?(?={AMOUNT})"
)
_VERB = (
    r"(?:支付|偿还|返还|归还|给付|退还|清偿|偿付|付清|还清|付给|给予|赔付|退回|退赔|兑付|缴付|结清|交付|交纳|缴纳|垫付给|汇付)(?:完毕|至|给)?(?!期|之日|方式|义务|责任|责)"
    r"|(?:赔偿|补偿)(?:给)?(?!金|款|费|责任|协议|义务)|(?:承担|负担)(?:给付|支付)?(?!.{0,6}责任|.{0,4}义务)|履行(?:完毕)?(?!期|义务)|(?<![预首垫代定])(?:付|还)(?:给)?(?=\d|￥|清)|(?:尚欠|拖欠|结欠|欠付|尚有|欠)(?=.{0,40}元)"
)
_JOINT = r"(?:互负|互相|相互)?(?:承担)?(?:连带|共同(?!确认|同意|协商|债务|财产|委托|签))(?:清偿|偿还|支付|赔偿|给付|归还|返还|退还|承担|向)?(?:责任)?"
_EACH = r"各自|分别|按份|各(?=支付|向|自|承担|负担|偿|赔|付|给|应|返|退)"
_EVERY = r"每(?:个)?(?P<every>月|年|季度)|/(?P<every2>月|年)"
_MARKS = {
    "，": "comma",
    "；": "comma",
    "。": "comma",
    "：": "comma",
    "、": "sep",
    "（": "open",
    "）": "close",
    "\0": "cut",
    "\n": "comma",
}


@dataclass(slots=True)
class Token:
    """One token; `start` and `end` are offsets in the sentence. Only the fields of its kind are set."""

    kind: str
    start: int
    end: int
    text: str
    names: tuple[str, ...] = ()
    preposition: str = ""
    side: str = ""
    amount: int | None = None
    day: date | None = None
    perform: Perform | None = None
    rate: Rate | None = None
    words: str = ""
    number: int = 0
    used: bool = False
    doubted: bool = False


@dataclass(slots=True)
class Scanner:
    """Cuts sentences into tokens; remembers the last date read, from which a date without its year takes it."""

    cast: Cast
    last_day: date | None = None

    def scan(self, text: str) -> list[Token]:
        """The tokens of a sentence, in order and without gaps."""
        tokens: list[Token] = []
        party = re.compile(party_pattern(self.cast))
        index = 0
        while index < len(text):
            if text.startswith("（人民币）", index):
                tokens.append(Token("word", index, index + 5, "（人民币）"))
                index += 5
                continue
            token = self._mark(text, index) or self._pattern(text, index) or self._party(party, text, index)
            if token is None:
                last = tokens[-1] if tokens else None
                if last is not None and last.kind == "word":
                    last.end, last.text = index + 1, last.text + text[index]
                else:
                    tokens.append(Token("word", index, index + 1, text[index]))
                index += 1
                continue
            tokens.append(token)
            index = token.end
        return tokens

    def _mark(self, text: str, index: int) -> Token | None:
        kind = _MARKS.get(text[index])
        return Token(kind, index, index + 1, text[index]) if kind else None

    def _pattern(self, text: str, index: int) -> Token | None:
        for kind, pattern, read in _PATTERNS:
            found = pattern.match(text, index)
            if found is None or found.end() == index:
                continue
            token = Token(kind, found.start(), found.end(), found[0])
            if read(self, token, found):
                return token
        return None

    def _party(self, pattern: re.Pattern[str], text: str, index: int) -> Token | None:
        found = pattern.match(text, index)
        if found is None:
            return None
        names, side = resolve(self.cast, found["who"])
        return Token(
            "party",
            index,
            found.end(),
            found[0],
            names=names,
            side=side,
            preposition=found["prep"] or "",
            words=found["who"],
        )

    def day(self, text: str) -> date | None:
        """Read a date and remember it."""
        found = numerals.day(text, self.last_day)
        self.last_day = found or self.last_day
        return found


def party_pattern(cast: Cast) -> str:
    """The pattern of a mention: 二被告, 原、被告双方, 被告甲、乙, a known name, or a role alone."""
    names = "|".join(re.escape(name) for name in cast.names) or "(?!)"
    long = (
        "|".join(
            re.escape(name) + ("(?!某)" if name[-1] == "某" else "") for name in cast.names if len(name) > 1
        )
        or "(?!)"
    )
    group = rf"(?:[二两三四五六各]|上述|全体|以上|前述)(?:位|名|个)?{ROLE}|原、?被告(?:双方|各方)?|双方(?:当事人)?|各方当事人"
    unit = rf"(?:{ROLE}(?:{names})|(?:{long})|{ROLE})"
    return rf"(?P<prep>向|给|对|由|与|付给|欠)?(?P<who>{group}|{unit}(?:(?:、|和|与|以及|及){unit}|、(?:{names}))*)(?:方|本人|两人|二人|三人)?"


def resolve(cast: Cast, words: str) -> tuple[tuple[str, ...], str]:
    """The names a mention stands for and the side it is on ("both" for 双方); a role nobody is known by stands for itself."""
    if re.match(r"原、?被告|双方|各方", words):
        return tuple(member.name for member in cast.members), "both"
    names: list[str] = []
    rest = words
    while rest:
        rest = re.sub(r"^(?:、|和|与|以及|及)", "", rest)
        role = re.match(rf"(?:[二两三四五六各]|上述|全体|以上|前述)*(?:位|名|个)?(?P<role>{ROLE})?", rest)
        rest = rest[role.end() :] if role else rest
        name = next((name for name in cast.names if rest.startswith(name)), None)
        if name is not None:
            names.append(cast.full(name))
            rest = rest[len(name) :]
        elif role and role["role"]:
            names.extend(cast.with_role(role["role"]) or (bare_role(role["role"]),))
        else:
            break
    return tuple(dict.fromkeys(names)), ""


def _keep(_scanner: Scanner, _token: Token, _found: re.Match[str]) -> bool:
    return True


def _period(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.perform = performance.period(found, scanner.last_day)
    return token.perform is not None


def _by(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    day = scanner.day(found[next(name for name in ("by", "on", "end") if name in found.groupdict())])
    token.perform = Perform(by=day) if day else None
    return day is not None


def _at_once(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.perform = Perform(days=0, after=performance.anchor("签收"))
    return True


def _monthly(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.perform = performance.monthly(found)
    return token.perform is not None


def _month(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    read = performance.month(found[1], scanner.last_day)
    if read is None:
        return False
    token.day = scanner.last_day = date(*read, 1)
    return True


def _as_of(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.day = scanner.day(found[1]) if found[1][-1] in "日号底末" else None
    return True


def _words(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.words = next(words for words in found.groups() if words)
    return True


def _since(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    if found["thence"]:
        token.words = found["thence"]
        return True
    words = found["since"] or found["bare"] or found["only"]
    if words is None:
        token.words = found["unknown"]
        return not re.search(r"生效|签收|送达.*内", token.words) or True
    token.day = scanner.day(words)
    if token.day and (found["next"] or found["next2"]):
        token.day += timedelta(days=1)
    return token.day is not None


def _until(scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.words = found["until"] or found["before"]
    if re.fullmatch(DATE, token.words):
        token.day = scanner.day(token.words)
        if token.day and found["before"]:
            token.day -= timedelta(days=1)
        return token.day is not None
    return True


def _plain(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.rate = rates.plain(found)
    return token.rate is not None


def _published(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.rate = rates.published(found)
    token.words = rates.pinned(found) or ""
    return True


def _amount(_scanner: Scanner, token: Token, found: re.Match[str]) -> bool:
    token.amount = numerals.fen(found[0])
    return token.amount is not None


Reader = Callable[[Scanner, Token, re.Match[str]], bool]
_PATTERNS: tuple[tuple[str, re.Pattern[str], Reader], ...] = tuple(
    (kind, re.compile(pattern), read)
    for kind, pattern, read in (
        ("stretch", _STRETCH, _keep),
        ("perform", performance.PERIOD, _period),
        ("perform", performance.BY_RANGE, _by),
        ("perform", performance.BY_DAY, _by),
        ("perform", performance.ON_DAY, _by),
        ("perform", performance.AT_ONCE, _at_once),
        ("interim", _INTERIM, _as_of),
        ("as_of", _AS_OF, _as_of),
        ("base", _BASE, _words),
        ("base", _BASE_BARE, _words),
        ("base", _BASE_OF, _words),
        ("since", _SINCE, _since),
        ("cap", _CAP, _words),
        ("until", _UNTIL, _until),
        ("rate", rates.PLAIN, _plain),
        ("rate", rates.PUBLISHED, _published),
        ("from", performance.FROM_MONTH, _month),
        ("to", performance.TO_MONTH, _month),
        ("monthly", performance.MONTHLY, _monthly),
        ("every", _EVERY, _words),
        ("total", _TOTAL, _keep),
        ("amount", AMOUNT, _amount),
        ("joint", _JOINT, _keep),
        ("each", _EACH, _keep),
        ("verb", _VERB, _keep),
    )
)
