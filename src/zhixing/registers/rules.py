"""The rule of taking a case over from a register.

What a register says happened elsewhere, under other eyes: the guards of filing, assignment and closing are not asked of it, for
they would ask for papers a register does not hold. The opening act states so, its power is the system's alone, and every stated
act is entered by the register's name. Whatever is done afterwards is asked everything.

Not covered: who in a court may order the import (an operator of the machine does it), and cases of other courts.
"""

from __future__ import annotations

from zhixing.law.answers import Found
from zhixing.law.case_numbers import CaseNumberError, parse
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard
from zhixing.registers.acts import CaseTakenOver

NUMBERS = cite("案号规定", 3)


@guard("转入的案号是本院的执行案号", NUMBERS, on_act=True)
def number_of_this_court(asked: Asked) -> Objection | None:
    """The number can be read, belongs to this court, and is that of an enforcement case."""
    text = asked.the(CaseTakenOver).number
    try:
        number = parse(text)
    except CaseNumberError as error:
        return Objection(say("案号“{text}”不能识读：{error}", text=text, error=error), say("请改正登记册"))
    court = number.court
    if not isinstance(court, Found) or court.value.code != asked.dossier.court:
        return Objection(say("案号“{text}”不是本院的案号", text=text), say("请核对法院代字"))
    if not number.is_enforcement:
        return Objection(say("案号“{text}”不是执行案号", text=text), say("登记册只转入执行案件"))
    return None


RULES = [
    ActRule(
        act=CaseTakenOver,
        label="转入登记案件",
        basis=(cite("立案结案意见", 1), NUMBERS),
        by=(Power.SYSTEM,),
        purpose="把登记册所载的案件转入，以后的办理接着记",
        guards=(number_of_this_court,),
        group="收案与立案",
        opens=True,
        internal=True,
        takes_over=True,
    ),
]
