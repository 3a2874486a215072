"""Sentences and clauses every paper has in much the same words: double interest, dismissal, appeal, when it takes effect.

Each is recognised whole, so that nothing hides behind a familiar beginning: an amount inside one stops it.
"""

from __future__ import annotations

import re

from zhixing.cases.titles.findings import Findings
from zhixing.cases.titles.numerals import AMOUNT
from zhixing.cases.titles.sections import Sentence

_DOUBLE = re.compile(
    r"(?:，)?(?:如果?|若|倘若|逾期|义务人|当事人|各?被告|各?被申请人|债务人|上述|未)?[^。；\0]{0,120}?"
    r"(?:依照|按照|按|依据|根据|应|应当|并|则)?[^。；\0]{0,60}?"
    r"加倍(?:支付|给付|偿付|计付|承担)?[^。；\0]{0,14}?(?:迟延|延期|延迟)履行(?:期间)?(?:的)?"
    r"(?:的?债务)?利息(?:[^。；\0]{0,40}迟延履行金)?"
)
_PENALTY = re.compile(r"(?:如果?|若|逾期|未按)?[^。；\0]{0,80}支付迟延履行金")
_ASIDE: tuple[tuple[str, str], ...] = (
    (
        r"[^。；\0]*驳回[^。；\0]*(?:诉讼|仲裁|反诉|其他|其它|其余|上诉|本诉)[^。；\0]*(?:请求|主张"
        r"|申请)[^。；\0]*",
        "驳回其他请求，无给付内容",
    ),
    (
        r"[^。；\0]*(?:对|就)?[^。；\0]*(?:其他|其它|其余)[^。；\0]*请求[^。；\0]*(?:不予支持|不予处理"
        r"|予以驳回)[^。；\0]*",
        "驳回其他请求，无给付内容",
    ),
    (
        r"[^。；\0]*(?:放弃|撤回|不再主张|不再要求)[^。；\0]*(?:请求|诉讼|主张|权利|责任|利息|款项"
        r"|费用)[^。；\0]*",
        "放弃或者撤回，无给付内容",
    ),
    (
        r"[^。；\0]*(?:再无|无|没有|不再有|不存在)(?:任何)?(?:其他|其它)?[^。；\0]{0,20}(?:争议|纠纷"
        r"|纠葛|债权债务|经济纠纷|权利义务|瓜葛)[^。；\0]*",
        "了结条款，无给付内容",
    ),
    (r"[^。；\0]*(?:不得|不再)[^。；\0]{0,24}(?:主张|追究|提起|要求)[^。；\0]*", "了结条款，无给付内容"),
    (r"[^。；\0]*如不服本[^。；\0]*(?:上诉|起诉|诉讼|申请撤销)[^。；\0]*", "上诉或者起诉的告知"),
    (r"[^。；\0]*(?:上诉于|提起上诉|递交上诉状)[^。；\0]*", "上诉或者起诉的告知"),
    (r"[^。；\0]*(?:终审|终局)(?:判决|裁定|裁决|的)?[^。；\0]{0,6}", "效力条款"),
    (
        r"[^。；\0]*(?:本|该|上述|以上)?[^。；\0]{0,16}(?:判决|裁决|裁定|调解|协议|支付令"
        r"|和解)[^。；\0]{0,60}?(?:即?(?:具有|发生)(?:同等)?(?:的)?(?:法律|强制执行)?(?:效力|约束力)"
        r"|生效)[^。；\0]{0,30}",
        "效力条款",
    ),
    (r"[^。；\0]*(?:不违反|符合)[^。；\0]*(?:法律|规定)[^。；\0]*", "效力条款"),
    (r"[^。；\0]*(?:本院|本委|本会|仲裁庭)[^。；\0]{0,10}予以确认", "效力条款"),
    (r"[^。；\0]*(?:一式[^。；\0]{1,4}份|各执[^。；\0]{1,4}份|份数)[^。；\0]*", "文书份数"),
    (r"[^。；\0]*(?:申请(?:强制)?执行)[^。；\0]{0,16}(?:期间|期限|时效)[^。；\0]*", "申请执行期间的告知"),
    (
        r"[^。；\0]*(?:一方|义务人|当事人|对方|权利人|另一方)[^。；\0]*(?:不履行|逾期|未履行"
        r"|拒不)[^。；\0]*(?:可以?|有权)[^。；\0]*申请[^。；\0]*执行[^。；\0]*",
        "申请执行的告知",
    ),
    (
        r"[^。；\0]*(?:权利人|当事人|对方)[^。；\0]*(?:可以?|有权)[^。；\0]*申请[^。；\0]*"
        r"(?:强制)?执行[^。；\0]*",
        "申请执行的告知",
    ),
    (r"[^。；\0]*(?:判决|裁定|裁决|判决如下|协议如下|裁决如下)(?:如下)?[：]?", "引语"),
    (r"[^。；\0]*(?:依照|依据|根据)[^。；\0]*《[^。；\0]*》[^。；\0]*", "所依据的法律"),
    (
        r"[^。；\0]*(?:承担|代偿|清偿|履行)[^。；\0]*(?:责任|义务|后|之后)[^。；\0]*"
        r"(?:有权)?[^。；\0]*追偿[^。；\0]*",
        "追偿权",
    ),
    (
        r"[^。；\0]*(?:合同|协议|决议)》?[^。；\0]{0,40}(?:解除|终止|无效|有效|不成立)",
        "确认或者解除，无给付内容",
    ),
    (r"当事人应当?按照[^。；\0]{0,12}协议的?约定(?:自觉)?(?:全面)?履行义务", "履行协议的告知"),
    (r"[^。；\0]*(?:如有异议|书面异议|提出异议)[^。；\0]*", "异议的告知"),
    (r"[^。；\0]*(?:公告|书面|签字|盖章|捺印)[^。；\0]{0,20}(?:后)?(?:即)?生效[^。；\0]*", "效力条款"),
    (r"[^。；\0]*(?:自愿达成|达成如下|经本院主持调解|经仲裁庭调解)[^。；\0]*", "引语"),
    (
        r"[^。；\0]*(?:确认|解除)[^。；\0]*(?:合同|协议|劳动关系|劳动合同|婚姻关系|关系)[^。；\0]*"
        r"(?:解除|终止|无效|有效|成立|于[^。；\0]*解除|之间[^。；\0]*)?[^。；\0]{0,30}",
        "确认或者解除，无给付内容",
    ),
    (
        r"[^。；\0]*(?:原告|反诉原告|申请人)?[^。；\0]{0,20}(?:准许|准予)[^。；\0]*(?:离婚|撤回|撤诉)[^。；\0]*",
        "准予事项，无给付内容",
    ),
    (r"[^。；\0]*(?:本案|其他|其它)?(?:无其他|没有其他)(?:事项|请求|约定)[^。；\0]*", "了结条款，无给付内容"),
    (
        r"(?:双方|各方|当事人|原、?被告)[^。；\0]{0,16}(?:同意|确认|协商一致)[^。；\0]{0,40}(?:解除"
        r"|终止)[^。；\0]*",
        "确认或者解除，无给付内容",
    ),
)
_ASIDE_PATTERNS = tuple((re.compile(pattern), why) for pattern, why in _ASIDE)
_ELSEWHERE = re.compile(r"[^。；\0]*(?:维持|撤销|变更)[^。；\0]*(?:判决|裁决|裁定|原判)[^。；\0]*")
_ACCOUNT = re.compile(
    r"(?:，)?(?:上述|该|以上|前述)?(?:款项|款)?(?:应)?(?:直接)?(?:汇入|支付至|支付到|转入|打入|存入"
    r"|付至|汇至)[^，。；（）\0]{1,24}?(?:账户|账号|帐户|帐号|卡)(?:内|中)?(?:（[^（）]*）)?"
    r"|（?[^，。；（）\0]{0,14}(?:收款)?(?:账户|账号|户名|开户行|开户银行|收款人|卡号)(?:名称|信息)?"
    r"(?:如下|为)?[：:][^。；）]*）?"
)
_RECOURSE = re.compile(
    r"(?:[^，。；\0]{0,60}?(?:承担|代偿|清偿|履行|赔偿|支付)[^，。；\0]{0,20}(?:之?后|以后)(?:，)?)"
    r"(?:[^，。；\0]{0,40})?(?:有权|可以|可|依法|在其)[^。；\0]{0,60}?追偿"
    r"|(?:，)?(?:并)?(?:有权|可)(?:就|在)?[^，。；\0]{0,40}向[^，。；\0]{1,40}追偿"
)
_AMENDED = re.compile(r"(?:变更|改判)[^：。；\0]{4,90}(?:判决|裁决)[^：。；\0]{0,12}为：")
_LESS_PAID = re.compile(
    r"（?(?:应)?扣除已(?:经)?(?:支付|付|履行|偿还|给付|归还)(?:的)?(?:款项|部分|金额|数额)?）?"
)
_DUTY_VERB = re.compile(
    r"(?:日|天|月|年)(?:之)?内|出具|开具|支付(?!令)|偿还|返还|归还|给付|赔偿|交付|腾退|腾空|搬离|协助"
    r"|办理|过户|拆除|停止|赔礼|连带责任|优先受偿"
)


def read_double_interest(findings: Findings, sentence: Sentence) -> None:
    """Find the clause that doubles the interest of delayed performance (民诉法 264) anywhere in a sentence."""
    if "加倍" not in sentence.rest:
        _by_article(findings, sentence)
        return
    for start, end in _clauses_with(sentence.rest, "加倍"):
        found = _DOUBLE.search(sentence.rest, start, end)
        if found is None or re.search(AMOUNT, found[0]):
            continue
        rest = sentence.rest[found.end() : end]
        stop = found.end() + (len(rest) if not _DUTY_VERB.search(rest) else 0)
        place = (sentence.start + found.start(), sentence.start + stop)
        findings.double_interest_place = findings.double_interest_place or place
        findings.cover(*place)
        sentence.take(found.start(), stop)


def _by_article(findings: Findings, sentence: Sentence) -> None:
    """逾期履行的，按民事诉讼法第二百六十四条处理: the clause by its number, which moved from 229 to 232, 253, 260, 264."""
    found = re.search(
        r"(?:如果?|若|逾期|未按)[^。；\0]{0,60}《中华人民共和国民事诉讼法》第二百(?:二十九|三十二"
        r"|五十三|六十|六十四)条(?:的|之)?(?:规定)?(?:处理|执行|办理)?",
        sentence.rest,
    )
    if found is not None and not re.search(AMOUNT, found[0]):
        place = (sentence.start + found.start(), sentence.start + found.end())
        findings.double_interest_place = findings.double_interest_place or place
        findings.cover(*place)
        sentence.take(*found.span())


def _clauses_with(text: str, word: str) -> list[tuple[int, int]]:
    """The stretches of a sentence from a condition (如未按…) to its end that hold a word."""
    at = text.index(word)
    condition = max(
        (found.start() for found in re.finditer(r"(?:如果?|若|倘若|逾期|未按|未在)", text[:at])), default=-1
    )
    begins = [found.start() for found in re.finditer(r"如果?|若|倘若", text[:at])]
    start = begins[-1] if begins else condition if condition >= 0 else max(text.rfind("，", 0, at) + 1, 0)
    ahead = re.search(r"[^，。；\0]{0,24}(?:当事人|义务人|债务人|被告|被申请人|各方|双方)$", text[:start])
    return [(ahead.start() if ahead else start, len(text))]


def set_aside_whole(findings: Findings, sentence: Sentence) -> bool:
    """Set a sentence aside that orders nothing; False where it may order something."""
    text = sentence.rest.strip("。；，\n\0")
    start = sentence.rest.find(text)
    end = start + len(text)
    if not text:
        return True
    if _ELSEWHERE.fullmatch(text) and not re.search(AMOUNT, text):
        findings.doubt(
            sentence.start + start, sentence.start + end, text, "内容在另一份文书中，请一并读取该文书"
        )
        return True
    if re.search(AMOUNT, text) and not text.startswith(("驳回", "准许", "准予")):
        return False
    for pattern, why in _ASIDE_PATTERNS:
        if pattern.fullmatch(text) and (why in _ORDERLESS or not _DUTY_VERB.search(text)):
            findings.put_aside(sentence.start + start, sentence.start + end, text, why)
            return True
    return False


_ORDERLESS = {
    "驳回其他请求，无给付内容",
    "上诉或者起诉的告知",
    "申请执行的告知",
    "申请执行期间的告知",
    "所依据的法律",
    "异议的告知",
    "履行协议的告知",
    "放弃或者撤回，无给付内容",
    "了结条款，无给付内容",
    "追偿权",
}


def set_aside_parts(findings: Findings, sentence: Sentence) -> None:
    """Set aside the account to be paid into and a penalty clause that merely repeats the law."""
    less = _LESS_PAID.search(sentence.rest)
    if less and not re.match(rf"的?{AMOUNT}", sentence.rest[less.end() :]):
        findings.cover(sentence.start + less.start(), sentence.start + less.end())
        sentence.take(*less.span())
    for pattern, why in (
        (_AMENDED, "变更原判项的引语"),
        (_RECOURSE, "追偿权"),
        (_ACCOUNT, "收款账户"),
        (_PENALTY, "迟延履行金的告知"),
    ):
        found = pattern.search(sentence.rest)
        if found and not re.search(AMOUNT, found[0]):
            findings.put_aside(sentence.start + found.start(), sentence.start + found.end(), found[0], why)
            sentence.take(*found.span())
