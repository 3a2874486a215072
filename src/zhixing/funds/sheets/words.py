"""The headings and words that Chinese banks use in their tables."""

from __future__ import annotations

import re

from zhixing.funds.sheets.acts import Meaning

# What a heading probably means, by words in it; the first that fits.
GUESSES = (
    (Meaning.ON, ("交易日期", "记账日期", "入账日期", "交易时间", "记账日", "日期")),
    (Meaning.BALANCE, ("余额",)),
    (Meaning.OUTLAY, ("借方", "支出", "付出", "转出")),
    (Meaning.INCOME, ("贷方", "收入", "存入", "转入")),
    (Meaning.DIRECTION, ("借贷", "收支")),
    (Meaning.OWN, ("子账号", "虚拟账号", "本方账号")),
    (Meaning.ACCOUNT, ("对方账号", "对方账户", "对手账号", "付款账号")),
    (Meaning.NAME, ("对方户名", "对方名称", "对方单位", "对手户名", "户名")),
    (Meaning.REFERENCE, ("流水", "凭证号", "交易序号")),
    (Meaning.TEXT, ("摘要", "附言", "用途", "备注")),
    (Meaning.AMOUNT, ("金额", "发生额")),
)
IN_WORDS, OUT_WORDS = ("贷", "收", "入", "C", "+"), ("借", "付", "支", "出", "D", "-")
FOOTER = re.compile("合计|总计|小计|笔数|打印|制表|页|说明|注[:：]|期[初末]|汇总")
AROUND_AMOUNTS = {ord(sign): None for sign in ",，￥¥ 元"}
CHINESE_DAY = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")


def guessed(heading: str) -> Meaning | None:
    """What a heading probably means; None where nothing fits."""
    bare = "".join(heading.split())
    return next((meaning for meaning, words in GUESSES if any(word in bare for word in words)), None)
