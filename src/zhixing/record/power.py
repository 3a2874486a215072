"""Powers: who may do, and who must approve, an act. A post gives powers in a court; a rule names the powers it wants."""

from __future__ import annotations

from zhixing.record.act import Choice


class Power(Choice):
    """One kind of authority in a court. The rules name powers, never persons."""

    FILING = "filing", "立案人员"
    OFFICER = "officer", "执行员"
    CLERK = "clerk", "书记员"
    BAILIFF = "bailiff", "司法警察"
    JUDGE = "judge", "执行法官"
    PANEL = "panel", "合议庭审判长"
    DIRECTOR = "director", "执行局局长"
    VICE_PRESIDENT = "vice_president", "分管副院长"
    PRESIDENT = "president", "院长"
    ACCOUNTANT = "accountant", "财务人员"
    INSPECTOR = "inspector", "监察人员"
    HIGHER_COURT = "higher_court", "上一级法院"
    READER = "reader", "查阅人员"
    ADMINISTRATOR = "administrator", "系统管理员"
    PARTY = "party", "当事人"
    SYSTEM = "system", "系统"
