"""The words by which plans are read: patterns of phrases, labels, headings, and what names an indicator. Data, no sentences."""

from __future__ import annotations

import re

_Y = r"(?:(?P<y>20\d\d)年)"
_M = r"(?P<m>1[0-2]|0?[1-9])月(?:份)?"
_TO = r"(?:[—–\-－~～]+|至|到)"


_SPAN = (
    rf"{_Y}?(?P<m>1[0-2]|0?[1-9])月(?:(?P<d>\d{{1,2}})日)?{_TO}"
    r"(?:(?P<y2>20\d\d)年)?(?P<m2>1[0-2]|0?[1-9])月(?:(?P<d2>\d{1,2})日)?(?:底|末)?"
)
PHRASES = {
    "every-new-year-and-spring-festival": r"每年(?:的)?(?:元旦[、和及]?)?春节(?:期间|前后|前)?",
    "every-months": rf"每年(?:的)?(?P<a>1[0-2]|[1-9])月(?:份)?{_TO}(?P<b>1[0-2]|[1-9])月(?:份)?",
    "every-quarter-of-year": r"每年(?:的)?第?(?P<q>[一二三四1-4])季度(?:末|内)?",
    "every-year-end": r"每年(?:的)?(?:年底|年末|底|末)(?:前)?",
    "every-half-year": r"每半年(?:末)?",
    "every-quarter": r"每(?:个)?季度?(?:末)?|按季度?",
    "every-month": r"每(?:个)?月(?:底|末)?|按月",
    "every-week": r"每周",
    "every-year": r"每年(?:度)?|按年度?",
    "span": _SPAN,
    "before-day": rf"{_Y}?{_M}(?P<d>\d{{1,2}})日(?:之)?(?:前|以前)",
    "on-day": rf"{_Y}?{_M}(?P<d>\d{{1,2}})日",
    "part-of-month": rf"{_Y}?{_M}(?P<part>上|中|下)旬(?:之?前)?",
    "month-end": rf"{_Y}?{_M}(?:底|末)(?:之?前)?",
    "before-month": rf"{_Y}?{_M}(?:之|以)?前",
    "half-year": rf"{_Y}?(?P<half>上|下)半年(?:内|之?前)?",
    "quarter": rf"{_Y}第?(?P<q>[一二三四1-4])季度(?:末|内|底)?(?:之?前)?",
    "bare-quarter": r"第(?P<q>[一二三四])季度(?:末|内|底)?",
    "year-end": rf"{_Y}(?:年?(?:底|末)|内|度内)?(?:之?前|以前)?(?=[，,：:；;。、 内完实建基全力达]|$)",
    "this-year-end": r"(?:今年|年)(?:底|末|内)(?:之?前)?",
    "in-month": rf"{_Y}{_M}(?:内|中)?",
    "lasting": r"长期(?:坚持|推进|进行|执行)?|常年坚持|持续推进|贯穿始终",
    "regularly": r"定期|适时|不定期|经常性",
}
LEADERS = "分管领导|牵头领导|责任领导|分管院领导|主管领导|牵头院领导|责任院领导|责任人|负责人"
DEPARTMENTS = "责任部门|责任单位|牵头部门|牵头单位|主办部门|主责部门|落实部门|承办部门|责任庭室"
WITH = "配合部门|配合单位|协办部门|协办单位|协同部门|参与部门"
PROGRESS = (
    "工作进度及要求|工作进度和要求|工作进度|进度及要求|进度要求|进度安排|完成时限|完成时间|完成期限|时间进度"
    "|时间要求|时限要求|时间节点|工作时限|序时进度|目标要求"
)
WORDS = "工作内容|主要内容|具体措施|工作任务|任务要求|措施内容"
LABEL = re.compile(
    rf"(?:^|(?<=[。；\n ）]))[ \t]*[【\[]?(?:(?P<leaders>{LEADERS})|(?P<departments>{DEPARTMENTS})|(?P<with>{WITH})"
    rf"|(?P<progress>{PROGRESS})|(?P<words>{WORDS}))[】\]]?[ \t]*[：][ \t]*",
    re.MULTILINE,
)
# What leads into a day in the middle of a sentence: 并于, 力争在.
LED_IN = re.compile(r"(?:[，、]?(?:并|且))?(?:应|须|力争|确保)?(?:于|在|至迟|最迟)+$")
PERCENT = re.compile(
    r"(?:应当?|要|须|均)?(?:达到|达|不低于|不少于|不得低于|高于|超过|提高到|提升到|提升至|提高至|保持在|控制在|降到|降至|低于|为|占)?"
    r"(?P<value>\d+(?:\.\d+)?)[%％](?:以上|以内|以下)?"
)
IN_WORDS = re.compile(r"(?:达到|不低于|不少于)?百分之(?P<words>[一二三四五六七八九十百]+)(?:以上|以内)?")
PIECES = re.compile(
    r"(?:不少于|不低于|至少|达到|不得少于)(?P<value>\d+)(?P<unit>件次|人次|[件次人篇名场起条个期])(?:以上)?"
)
COURTS = re.compile(r"(?P<mid>中级(?:人民)?法院|中院)|(?P<basic>基层(?:人民)?法院|各?基层院)")
LEAD = re.compile(
    r"^(?:并|要|应|须|确保|力争|努力|实现|使|将|把|全市|辖区(?:各|两级)?法院?|各(?:级)?法院|本院|在|的)+"
)
TAIL = re.compile(r"(?:应当?|要|须|均|总体|上|中|方面|分别|力争)+$")
# What a target is measured on → the indicator that measures it.
INDICATORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("listed-debtor-share", re.compile("失信.*(?:适用率|纳入)|纳入案件占执行案件")),
    ("enforcement-staff-share", re.compile("执行(?:人员|力量|干警).*(?:比例|占比|配备)")),
)
# What a section is, by words of its heading; the first that fits.
SECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ideas", re.compile("指导思想|总体要求|总体思路|指导原则和")),
    ("goals", re.compile("目标")),
    ("principles", re.compile("原则")),
    ("stages", re.compile("步骤|阶段|时间安排|进度安排|实施安排")),
    ("requirements", re.compile("保障|组织领导|组织实施")),
    ("measures", re.compile("措施|任务|重点工作|主要工作|分工|举措")),
    ("requirements", re.compile("要求")),
)
SIGNED = re.compile(
    r"(?:\n|^)[ \t]*(?P<issuer>\S{2,24}(?:法院|办公室|委员会))[ \t]*\n[ \t]*(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*$"
)


DOCUMENT_NO = re.compile(r"[^\s〔\[（(]{1,12}[〔\[（(]\s*(?:19|20)\d\d\s*[〕\])）]\s*\d{1,4}\s*号")
DATED = re.compile(r"(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
ISSUER = re.compile(r"\S{2,24}(?:法院|委员会|办公室|领导小组)")
PLAN_TITLE = re.compile(r"(?:方案|计划|意见|细则|纲要|任务书|分工表)$")
LETTER_TITLE = re.compile(r"(?:的)?通知$")
WORK_LABEL = re.compile(r"(?:主要(?:工作|任务)(?:为|是)?|工作内容|工作任务)\s*：")
FROM = re.compile(r"(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?")
