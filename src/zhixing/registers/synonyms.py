"""Words that registers use besides each choice's own label, for yes and no, and at the head of a court's code table."""

from __future__ import annotations

from zhixing.cases.acts.filing import CaseType, Origin, RefusalGround, TitleKind
from zhixing.closing.acts.ways import CancellationGround, EndingGround, FulfilmentGround, NonEnforcementGround
from zhixing.parties.acts import Role
from zhixing.record.act import Choice

ALSO: dict[type[Choice], dict[str, Choice]] = {
    Role: {
        "申请人": Role.APPLICANT,
        "第三人": Role.THIRD_DEBTOR,
        "到期债权第三者": Role.THIRD_DEBTOR,
        "被申请人": Role.DEBTOR,
    },
    Origin: {
        "申请": Origin.APPLIED,
        "申请执行": Origin.APPLIED,
        "移送执行": Origin.TRANSFERRED,
        "移送": Origin.TRANSFERRED,
        "委托执行": Origin.ENTRUSTED,
        "受托": Origin.ENTRUSTED,
        "提级": Origin.ELEVATED,
        "指定": Origin.DESIGNATED,
    },
    CaseType: {
        "首次执行案件": CaseType.FIRST,
        "恢复执行案件": CaseType.RESUMED,
        "财产保全执行案件": CaseType.PRESERVATION,
    },
    TitleKind: {
        "判决": TitleKind.JUDGMENT,
        "民事判决书": TitleKind.JUDGMENT,
        "民事调解书": TitleKind.MEDIATION,
        "调解": TitleKind.MEDIATION,
        "民事裁定书": TitleKind.RULING,
        "裁定": TitleKind.RULING,
        "仲裁裁决": TitleKind.AWARD,
        "公证债权文书": TitleKind.NOTARISED_DEBT,
        "行政决定书": TitleKind.ADMINISTRATIVE,
        "刑事判决书": TitleKind.CRIMINAL,
    },
    FulfilmentGround: {
        "自动履行": FulfilmentGround.PERFORMED,
        "自动履行完毕": FulfilmentGround.PERFORMED,
        "强制执行": FulfilmentGround.ENFORCED,
        "执行和解": FulfilmentGround.SETTLED,
        "和解履行完毕": FulfilmentGround.SETTLED,
    },
    EndingGround: {"撤销申请": EndingGround.WITHDRAWN, "其他": EndingGround.OTHER},
    NonEnforcementGround: {"其他": NonEnforcementGround.OTHER},
    RefusalGround: {},
    CancellationGround: {},
}
YES, NO = ("是", "1", "有", "true"), ("否", "0", "无", "false")
FIELD, CODE, WORD = "字段", "代码", "词"
