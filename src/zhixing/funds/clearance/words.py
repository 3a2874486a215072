"""How registers of old money call their columns."""

from __future__ import annotations

FLOW = ("流水号", "交易流水号", "流水", "凭证号", "编号", "序号")
AMOUNT = ("金额", "到账金额", "到账额", "暂存金额", "余额")
DAY = ("到账日期", "到账日", "日期", "交易日期", "收款日期")
PAYER = ("付款人", "交款人", "对方户名", "户名", "来款单位")
NUMBER = ("执行案号", "案号")
OFFICER = ("承办人", "案件承办人", "执行人员")
TEXT = ("摘要", "附言", "备注", "用途")
EVERY = {
    "flow": FLOW,
    "amount": AMOUNT,
    "day": DAY,
    "payer": PAYER,
    "number": NUMBER,
    "officer": OFFICER,
    "text": TEXT,
}
REQUIRED = {"flow": "流水号", "amount": "金额", "day": "到账日期"}
FOOTER = ("合计", "总计", "小计")
