"""The words by which plans are read: patterns of phrases, labels, headings, and what names an indicator. Data, no sentences."""

from __future__ import annotations

import re

_Y = r"(?:(?P<y>20\d\d|[今明当])年(?:的)?)"
_M = r"(?P<m>1[0-2]|0?[1-9])月(?:份)?"
_D = r"(?P<d>\d{1,2})[日号]"
_TO = r"(?:[—–\-－~～―─]+|至|到)"
_BEFORE = r"(?:(?:之|以)?前)"
_MONTH = r"(?:1[0-2]|0?[1-9])月(?:份)?"
# What may follow a year that stands alone: then something is to be done in it.
_DONE = "[，,：；;。、]|$|[要应须将]|完成|实现|建成|基本|全面|力争|达到|启动|开展"

PHRASES = {
    "new-year-and-spring-festival": rf"{_Y}(?:元旦[、和及]?)?春节(?:期间|前后|(?P<before>前))?",
    "every-new-year-and-spring-festival": (
        r"(?:每年(?:的)?(?:元旦[、和及]?)?春节|元旦[、和及]?春节|春节(?=期间|前))(?:期间|前后|(?P<before>前))?"
    ),
    "every-months": rf"每年(?:的)?(?P<a>1[0-2]|[1-9])月(?:份)?{_TO}(?P<b>1[0-2]|[1-9])月(?:份)?",
    "every-date": rf"每年(?:的)?{_M}{_D}{_BEFORE}?",
    "every-named-month": rf"每年(?:的)?{_MONTH}(?:[、和及]{_MONTH})*(?:底|末|[上中下]旬)?{_BEFORE}?",
    "every-quarter-of-year": r"每年(?:的)?第?(?P<q>[一二三四1-4])季度(?:末|内)?",
    "every-year-end": r"每年(?:的)?(?:年底|年末|底|末)(?:前)?",
    "every-half-year": r"每半年(?:末)?|半年一次|每年(?:至少|不少于)?[两二2]次",
    "every-quarter": r"每(?:个)?季度?(?:末)?|[按逐]季度?",
    "every-date-of-month": rf"每(?:个)?月(?P<d>\d{{1,2}})[日号]{_BEFORE}?",
    "every-month": rf"每(?:个)?月(?:底|末)?{_BEFORE}?|[按逐]月",
    "every-week": r"每周",
    "every-year": r"每年(?:度)?|按年度?",
    "span": (
        rf"{_Y}?{_M}(?:{_D})?(?:起|开始)?{_TO}(?:(?:(?P<y2>20\d\d)年)?(?P<m2>1[0-2]|0?[1-9])月"
        r"(?:(?P<d2>\d{1,2})[日号])?(?:底|末|止)?|(?:(?P<y3>20\d\d)年)?年?(?:底|末)|(?P<d3>\d{1,2})[日号])"
    ),
    "numeric-span": (
        r"(?P<y>20\d\d)[./](?P<m>1[0-2]|0?[1-9])(?:[./](?P<d>\d{1,2}))?(?:[—–\-－~～―─]+|至|到)"
        r"(?P<y2>20\d\d)[./](?P<m2>1[0-2]|0?[1-9])(?:[./](?P<d2>\d{1,2}))?(?!\d)"
    ),
    "years": rf"(?P<y>20\d\d)年?{_TO}(?P<y2>20\d\d)年(?:度|底|末)?",
    "before-day": rf"{_Y}?{_M}{_D}(?:24时)?{_BEFORE}",
    "from-day": rf"{_Y}?{_M}{_D}(?:起|开始)",
    "on-day": rf"{_Y}?{_M}{_D}",
    "numeric-day": rf"(?P<y>20\d\d)[./\-](?P<m>1[0-2]|0?[1-9])[./\-](?P<d>\d{{1,2}})(?!\d){_BEFORE}?",
    "part-of-month": rf"{_Y}?{_M}(?P<part>上|中|下)旬{_BEFORE}?",
    "month-end": rf"{_Y}?{_M}(?:底|末){_BEFORE}?",
    "before-month": rf"{_Y}?{_M}{_BEFORE}",
    "from-month": rf"{_Y}?{_M}(?:起|开始)",
    "numeric-month": rf"(?P<y>20\d\d)[./](?P<m>1[0-2]|0?[1-9])(?![\d%.]){_BEFORE}?",
    "half-year": rf"{_Y}?(?<!每)(?P<half>上|下)半年(?:内|底|末)?{_BEFORE}?",
    "quarter": rf"{_Y}第?(?P<q>[一二三四1-4])季度(?:末|内|底)?{_BEFORE}?",
    "bare-quarter": rf"(?<![每上下])第?(?P<q>[一二三四])季度(?:末|内|底)?{_BEFORE}?",
    "year-end": rf"{_Y}(?:(?:年?(?:底|末)|度?内){_BEFORE}?|(?:度)?(?={_DONE}))",
    "before-year": rf"{_Y}{_BEFORE}",
    "this-year-end": r"(?<![\d零一二两三四五六七八九十几多每半全])年(?:底|末|内)(?:之?前)?",
    "in-month": rf"{_Y}{_M}(?:内|中|期间)?",
    "bare-month": rf"(?<![\d年个]){_M}(?:内|期间)?(?=[，：；。]|完成|开展|组织|启动|$)",
    "bare-month-end": r"(?<![\d本])当?月(?:底|末)(?:之?前)?",
    "lasting": r"长期(?:坚持|推进|进行|执行)?|常年坚持|持续(?:推进|进行|坚持)|常态化(?:推进|开展|进行)?|贯穿始终",
    "regularly": r"定期|适时|不定期|经常性",
}
RELATIVE = ("今", "明", "当")  # years told from the plan's own
# With what a phrase can begin: elsewhere no rule need be tried.
BEGINS = r"(?=[\d每今明当元春年月第上下半一二三四按逐长常持贯定适不经])"
# One phrase for each rule, as plans have it.
EXAMPLES = {
    "new-year-and-spring-festival": "2017年元旦、春节期间",
    "every-new-year-and-spring-festival": "每年元旦、春节期间",
    "every-months": "每年7月至9月",
    "every-date": "每年6月30日前",
    "every-named-month": "每年6月、12月",
    "every-quarter-of-year": "每年第三季度",
    "every-year-end": "每年年底",
    "every-half-year": "每半年",
    "every-quarter": "每季度",
    "every-date-of-month": "每月10日前",
    "every-month": "每月",
    "every-week": "每周",
    "every-year": "每年",
    "span": "2016年4月—2016年5月",
    "numeric-span": "2016.4—2017.5",
    "years": "2016年至2018年",
    "before-day": "2017年6月30日前",
    "from-day": "2016年10月1日起",
    "on-day": "2016年12月1日",
    "numeric-day": "2016.12.31前",
    "part-of-month": "2016年9月中旬",
    "month-end": "2016年12月底前",
    "before-month": "2016年12月前",
    "from-month": "2016年10月起",
    "numeric-month": "2016.12前",
    "half-year": "2017年上半年",
    "quarter": "2016年第三季度",
    "bare-quarter": "第三季度",
    "year-end": "2017年底前",
    "before-year": "2018年前",
    "this-year-end": "年底前",
    "in-month": "2016年6月",
    "bare-month": "10月，",
    "bare-month-end": "月底前",
    "lasting": "长期坚持",
    "regularly": "定期",
}
LEADERS = "分管领导|牵头领导|责任领导|分管院领导|主管领导|牵头院领导|责任院领导|包抓领导|联系领导|牵头人|责任人|负责人"
DEPARTMENTS = "责任部门|责任单位|牵头部门|牵头单位|主办部门|主责部门|落实部门|承办部门|责任庭室|牵头庭室|责任科室|实施部门"
WITH = "配合部门|配合单位|配合庭室|协办部门|协办单位|协同部门|参与部门"
PROGRESS = (
    "工作进度及要求|工作进度和要求|工作进度|进度及要求|进度要求|进度安排|完成时限|完成时间|完成期限|时间进度"
    "|时间要求|时限要求|时间节点|时间安排|工作时限|办结时限|序时进度|目标要求"
)
WORDS = "工作内容|主要内容|具体措施|工作任务|任务要求|措施内容"
# A label stands at the beginning of a line or of a clause; in brackets or before a colon, at a line's beginning also alone.
LABEL = re.compile(
    r"(?:(?:(?P<line>^)|(?<=[。；），])|（)[ \t]*|(?<= ))(?P<open>[【\[])?"
    rf"(?:(?P<leaders>{LEADERS})|(?P<departments>{DEPARTMENTS})|(?P<with>{WITH})|(?P<progress>{PROGRESS})|(?P<words>{WORDS}))"
    r"(?(open)[】\]][ \t]*：?|(?(line)[ \t]*(?:：|$|(?<=[ \t])(?=\S))|[ \t]*：))[ \t]*",
    re.MULTILINE,
)
OWNED = ("leaders", "departments", "with")  # labels by which a measure is known
# What leads into a day in the middle of a sentence: 并于, 力争在.
LED_IN = re.compile(r"(?:[，、]?(?:并|且))?(?:应|须|力争|确保|原则上)?(?:于|在|至迟|最迟|自|从|截至|截止)*$")
_UP_TO = (
    "(?:应当?|要|须|均)?(?:达到|达|不低于|不少于|不得低于|不得少于|高于|超过|不超过|不高于|提高到|提升到|提升至|提高至|保持在|控制在"
    "|降到|降至|下降到|低于|为|占|在)?"
)
# A figure: so many percent, in digits or words; so many points more; so many pieces, where a verb says they are to be reached.
FIGURE = re.compile(
    rf"{_UP_TO}(?P<percent>\d{{1,9}}(?:\.\d{{1,9}})?)%(?:以上|以内|以下|左右)?"
    rf"|{_UP_TO}百分之(?P<words>[零一二三四五六七八九十百]+)(?:以上|以内|以下)?"
    r"|(?:提高|提升|上升|增加|下降|降低|压降|减少)(?P<points>\d{1,9}(?:\.\d{1,9})?)(?P<point>个百分点)(?:以上)?"
    r"|(?:不少于|不低于|至少|达到|不得少于)(?P<value>\d{1,9}(?:\.\d{1,9})?)(?P<unit>万元|亿元|件次|人次|个工作日|[件次人篇名场起条个期辆台家天日倍])(?:以上)?"
)
GROWS = re.compile("增长|增加|同比|环比|增幅|增速")  # such a figure may exceed a hundred percent
# 适用率即纳入案件占执行案件的比例: what is measured stands after 即, unless 即 is part of a word.
THAT_IS = re.compile(r"(?<![立随当])即(?![可时日将使便])")
COURTS = re.compile(r"(?P<mid>中级(?:人民)?法院|中院)|(?P<basic>基层(?:人民)?法院|各?基层院)")
LEAD = re.compile(
    r"^(?:并|要|应|须|确保|力争|努力|实现|使|将|把|全市|辖区(?:各|两级)?法院?|各(?:级)?法院|本院|在|的|其中)+"
)
TAIL = re.compile(r"(?:应当?|要|须|均|总体|上|中|方面|分别|力争|不得)+$")
# What a target is measured on → the indicator that measures it.
INDICATORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("listed-debtor-share", re.compile("失信.*(?:适用率|纳入)|纳入案件占执行案件")),
    ("enforcement-staff-share", re.compile("执行(?:人员|力量|干警).*(?:比例|占比|配备)")),
)
# What a section is, by words of its heading; the first that fits.
SECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ideas", re.compile("指导思想|总体要求|总体思路|指导原则和|重要意义|工作背景|基本形势")),
    ("goals", re.compile("目标")),
    ("principles", re.compile("原则")),
    ("stages", re.compile("步骤|阶段|时间安排|进度安排|实施安排")),
    ("requirements", re.compile("保障|组织领导|组织实施")),
    ("measures", re.compile("措施|任务|重点工作|主要工作|工作重点|工作内容|工作安排|分工|举措")),
    ("requirements", re.compile("要求")),
)
# Dates of papers: 2016年5月23日, 二〇一六年五月二十三日.
_DIGIT = "[〇零○一二三四五六七八九]"
_DATED = (
    rf"(?:(?:19|20)\d\d|[一二]{_DIGIT}{{3}})年(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
DATED = re.compile(r"(?P<y>[^年\s]+)年(?P<m>[^月\s]+)月(?P<d>[^日\s]+)日")
A_DATE = re.compile(_DATED)
DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
A_YEAR = re.compile(r"(20\d\d)[年〕]")
SIGNED = re.compile(
    rf"^[ \t]*(?P<issuer>\S{{2,24}}(?:法院|办公室|委员会|领导小组))[ \t]*\n\s*(?P<on>{_DATED})[ \t]*$",
    re.MULTILINE,
)
DOCUMENT_NO = re.compile(r"[^\s〔\[（(]{1,12}[〔\[（(]\s*(?:19|20)\d\d\s*[〕\])）]\s*\d{1,4}\s*号")
ISSUER = re.compile(r"\S{2,24}(?:法院|委员会|办公室|领导小组)")
PLAN_TITLE = re.compile(r"(?:方案|计划|意见|细则|纲要|任务书|分工表)$")
LETTER_TITLE = re.compile(r"(?:的)?通知$")
WORK_LABEL = re.compile(r"(?:主要(?:工作|任务)(?:为|是)?|工作内容|工作任务)\s*：")
# Between names: 执行局和办公室, but not 和平区法院.
AND = re.compile(r"(?<=[局庭室处部院队科组办心])(?:以及|[和及与])(?=\S)")
ROLE = re.compile(r"(?:牵头|配合|负责|主办|协办|落实|等)+$")
SPRING_FESTIVAL = "春节"  # as the notices of holidays call it
# Heads of the columns of a table of measures; the last: what a head means that is no label itself.
NUMBER_COLUMN = re.compile("序号|编号|项号")
WHAT_COLUMN = re.compile("措施|任务|内容|项目|工作(?!时限|进度|要求)")
COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("完成时限", re.compile("时限|时间|期限|进度")),
    ("配合部门", re.compile("配合|协办|协同")),
    ("责任部门", re.compile("部门|单位|处室|庭室|科室")),
    ("分管领导", re.compile("领导")),
)
