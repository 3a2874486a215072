"""Types of cases as they stand in case numbers (类型代字), with their meaning.

The enforcement types are the standard's (法〔2015〕137号 and its table); a trial's type is composed of its
field (民) and its stage (初), so the many combinations are composed here too.

Not covered: the types of later additions beyond those named (resettlement education and the like).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.texts import say

ENFORCEMENT_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "执": "首次执行案件",
        "执恢": "恢复执行案件",
        "执保": "财产保全执行案件",
        "执异": "执行异议案件",
        "执复": "执行复议案件",
        "执监": "执行监督案件",
        "执协": "执行协调案件",
        "执他": "其他执行案件",
    }
)

# from memory: 司救 beyond 司救执, 民特 to 行审复, 法赔 to 委赔监, 认台 to 协他
RELATED_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "司惩": "司法制裁审查案件（罚款、拘留）",
        "司惩复": "司法制裁复议案件",
        "财保": "非诉财产保全审查案件",
        "行保": "非诉行为保全审查案件",
        "行保复": "非诉行为保全复议案件",
        "证保": "非诉证据保全审查案件",
        "清申": "强制清算申请审查案件",
        "清终": "强制清算上诉案件",
        "清监": "强制清算监督案件",
        "强清": "强制清算案件",
        "破申": "破产申请审查案件",
        "破终": "破产上诉案件",
        "破监": "破产监督案件",
        "破": "破产案件",
        "司救执": "执行司法救助案件",
        "司救民": "民事司法救助案件",
        "司救刑": "刑事司法救助案件",
        "司救行": "行政司法救助案件",
        "司救他": "其他司法救助案件",
        "行审": "非诉行政行为申请执行审查案件",
        "行审复": "非诉行政行为申请执行复议案件",
        "民特": "民事特别程序案件",
        "民特监": "民事特别程序监督案件",
        "民督": "督促程序案件（支付令）",
        "民督监": "督促程序监督案件",
        "民催": "公示催告案件",
        "民撤": "第三人撤销之诉案件",
        "民保令": "人身安全保护令申请审查案件",
        "刑更": "刑罚变更案件",
        "刑没": "违法所得没收案件",
        "刑医": "强制医疗案件",
        "刑核": "死刑复核案件",
        "法赔": "司法赔偿案件（本院为赔偿义务机关）",
        "委赔": "赔偿委员会审理案件",
        "委赔监": "赔偿委员会监督案件",
        "认台": "台湾地区裁判认可案件",
        "认港": "香港特区裁判认可案件",
        "认澳": "澳门特区裁判认可案件",
        "协外认": "外国裁判承认案件",
        "协他": "其他司法协助案件",
    }
)

_FIELDS = {
    "民": "民事",
    "刑": "刑事",
    "行": "行政",
    "行赔": "行政赔偿",
    "知民": "知识产权民事",
    "知行": "知识产权行政",
    "知刑": "知识产权刑事",
}
_STAGES = {
    "初": "一审案件",
    "终": "二审案件",
    "监": "依职权再审审查案件",
    "申": "申请再审审查案件",
    "抗": "抗诉再审审查案件",
    "再": "再审案件",
    "辖": "管辖案件",
    "辖终": "管辖上诉案件",
    "辖监": "管辖监督案件",
    "提": "提级管辖案件",
    "他": "其他案件",
}
CASE_TYPES: Mapping[str, str] = MappingProxyType(
    {
        **ENFORCEMENT_TYPES,
        **RELATED_TYPES,
        **{f + s: f"{field}{stage}" for f, field in _FIELDS.items() for s, stage in _STAGES.items()},
    }
)

# from memory: the types the courts of Chongqing used before 2016
OLD_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "执": "首次执行案件",
        "民执": "首次执行案件（民事）",
        "行执": "首次执行案件（行政）",
        "刑执": "首次执行案件（刑事财产部分）",
        "非诉执": "首次执行案件（非诉行政）",
        "仲执": "首次执行案件（仲裁裁决）",
        "公执": "首次执行案件（公证债权文书）",
        "执恢": "恢复执行案件",
        "恢执": "恢复执行案件",
        "执保": "财产保全执行案件",
        "执异": "执行异议案件",
        "执复": "执行复议案件",
        "执监": "执行监督案件",
        "执请": "执行请示案件",
        "执协": "执行协调案件",
        "执他": "其他执行案件",
        "民初": "民事一审案件",
        "民终": "民事二审案件",
        "民再": "民事再审案件",
        "民申": "民事申请再审案件",
        "民督": "督促程序案件（支付令）",
        "民特": "民事特别程序案件",
        "民保": "财产保全案件",
        "刑初": "刑事一审案件",
        "刑终": "刑事二审案件",
        "行初": "行政一审案件",
        "行终": "行政二审案件",
        "行审": "非诉行政行为申请执行审查案件",
    }
)


def meaning(code: str, *, old: bool = False) -> Found[str] | Undetermined:
    """Answer what a type stands for, in case numbers of 2016 and later or, with `old`, in those before."""
    words = (OLD_TYPES if old else CASE_TYPES).get(code)
    if words is None:
        return Undetermined((say("类型代字“{code}”的含义", code=code),), (cite("案号规定", 7),))
    return Found(words)


def is_enforcement(code: str) -> bool:
    """Answer whether a type, of either form, is one of enforcement."""
    return code in ENFORCEMENT_TYPES or (code in OLD_TYPES and "执" in code)
