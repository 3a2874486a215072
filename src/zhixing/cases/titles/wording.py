"""Words that carry no duty of their own, and what is left of a label when they are taken off."""

from __future__ import annotations

import re

from zhixing.cases.titles.numerals import HAN

GLUE = re.compile(
    r"(?:在[^，。；]{0,24}(?:交强险|强制保险|商业险|三者险|保险)[^，。；]{0,16}(?:限额)?范围内|并?有权要求|要求|另行|应当|应该|应予|应|须|需要|需|自愿|同意|愿意|承诺|一次性|分期|分[\d一二三四五六七八九十]+[期次笔](?:支付|付清|履行|偿还|给付)?|共[\d一二三四五六七八九十]+期|并且|并应|并|且|再|则|将|由|于|在|另外?|还|即|该|其|上述|前述|(?:确定的)?(?:各项)?(?:给付|付款|金钱)?义务|应付|拒不|以上裁决|上述裁决|裁决|以上|下列|以下|如下"
    r"|款项|货币|各项|的|全部|全额|足额|按时|按期|直接|迳|径|人民币|限|现|仍|继续|为止|止|计算|计付|计收|计息|计|标准|支付方式|付款方式|还款方式|履行方式|方式|具体为|具体|方案"
    r"|及其|及|以及|和|与|同时|一并|立即|方|为|至|到|给|向|对|付|双方|协议|一致|确认|协商|经|共同|起|之日|日起|日|后|完毕|开始|支付|之后|剩余|部分|等|所|或|均|前|内|止"
    r"|第[\d一二三四五六七八九十]+[期笔次](?:款项?)?|首期|末期|最后一期|每期|按|以|合计|总计|共计|共|金额|各|自|从|收到|因此|故|被告|原告|直至|付清|还清|其中|包括|含|下同|还款|付款|欠款|本金|利息为|上列|应向|尚欠|元|个月)+"
)
_LEAD = re.compile(
    r"(?:、|，|：|其中|及其|以及|及|和|与|并|的|应当|应|须|自愿|同意|将|一次性|上述|尚欠付?|尚未支付|拖欠|欠付|所欠|未付|未支付|结欠|下欠|全部|相应|其|该|剩余(?!款)|另|还|再|由|因|本案|原告|被告|共|分期|各项?(?=费用|款)|支付|直接|一并|人民币|等额|足额|前述|本判决|项下|确定|已到期|到期)+"
)
_TRAIL = re.compile(r"(?:、|：|共计|合计|总计|总额|金额|数额|共|计|为|是|即|人民币|各|等|应|，|（|款项(?<=.款项)|：|整)+$")
_DATES = re.compile(rf"^(?:[\d{HAN}]+(?:年度?|个?月|日|季度|号)?(?:份)?|自|从|至|到|止|起|期间|-|—|、|～|~|度|/|\.)+(?:期间|的|产生|欠付|拖欠|应付|共|发生)*(?=.)")
REJECTED = re.compile(
    r"扣除|扣减|减去|抵扣|抵销|抵消|冲抵|已支付|已付|已经|已偿还|已归还|已收|超过|不足|低于|除外|范围|限额|以内|约$|近$|单价|每[月日年平]|价值|差价|放弃|免除|减免|不再|如|若|未按|担保限额|最高额|总价|预交|退还多"
)
NOUN = re.compile(
    r"(?:款|金|费|费用|利息|息|工资|损失|报酬|差额|价|租|债|贴|助|税|利|红利?|收益|股利|本|额|奖|酬|偿|利润|资|价值|抚慰金|薪|彩礼|保费|佣金|项|债务|欠款)(?:（[^（）]{1,20}）)?$"
)
INTEREST_LABEL = re.compile(
    r"(?P<label>(?:逾期|资金|借款|欠款|未付|贷款|延期|迟延)?(?:付款|占用|还款|支付|期间|付息|办证|交房)*(?:期间)?(?:的(?!利息|罚息|复利))?(?:利息|违约金|罚息|复利|占用费|占用利息|滞纳金|损失|资金占用损失|孳息|使用费)(?:损失)?)$"
)
DEDUCTED = re.compile(
    r"扣除|扣减|减去|抵扣|抵销|抵消|冲抵|已支付|已付|已经|已偿还|已归还|已收|已给付|超过|不足|低于|放弃|免除|减免|不再|单价"
)
UNLABELLED = re.compile(
    r"(?:第[\d一二三四五六七八九十]+[期笔次](?:款项?|支付|还款)?|首期款?|首付款?|首笔款?|末期|最后一[期笔](?:款项?)?|余款|剩余款项?|剩余|尾款|其余款项?|其余|下余|余下款项?|余额|款项?|每期|前[\d一二三四五六七八九十]+期|)"
)


def is_glue(text: str) -> bool:
    """Whether words between read parts add nothing to them."""
    return not text or GLUE.fullmatch(text) is not None


def label_of(words: str) -> str:
    """The name of a sum in the words before its amount: 尚欠的2023年5月工资 is 工资."""
    label = _LEAD.sub("", words, count=1) if _LEAD.match(words) else words
    label = _TRAIL.sub("", label)
    label = re.sub(r"^(?:其中|包括|含)", "", label)
    dated = _DATES.match(label)
    if dated and len(label) - dated.end() >= 2:
        label = label[dated.end() :]
    if "的" in label:
        last = label.rsplit("的", 1)[1]
        label = last if NOUN.search(last) and len(last) >= 2 else label
    label = re.sub(r"（.*$", "", label) if label.count("（") > label.count("）") else label
    bare = _LEAD.match(label)
    return label[bare.end() :] if bare and bare.end() < len(label) and bare[0] not in ("本",) else label
