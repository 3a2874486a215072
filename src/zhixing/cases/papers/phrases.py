"""Phrases that papers of enforcement share: the parties' heads, the case in one clause, the titles, who signs."""

from __future__ import annotations

from zhixing.cases import questions
from zhixing.cases.acts.assignment import Assigned, Reassigned
from zhixing.cases.acts.filing import ApplicationReceived, CaseType, ClaimRecorded, TitleRecorded
from zhixing.cases.acts.panel import PanelFormed
from zhixing.law.money import Fen
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.parties.acts import Role
from zhixing.parties.questions import agents_of, parties_of, representative_of
from zhixing.record.dossier import Entry
from zhixing.record.paper import Block, Line, Person, Signature, Table, Telling
from zhixing.record.power import Power

BEFORE_ENFORCEMENT = {Role.APPLICANT: "申请人", Role.DEBTOR: "被申请人"}
JUDGES = {Power.JUDGE.value, Power.PANEL.value, Power.FILING.value}


def members(told: Telling, role: Role) -> tuple[int, ...]:
    """The parties in a role that day, those who take part from this very act among them."""
    return tuple(part.party for part in parties_of(told.dossier, role, told.on))


def preserving(told: Telling) -> bool:
    """Whether the case is one of preservation, in which nobody enforces anything yet."""
    return questions.case_type(told.dossier) is CaseType.PRESERVATION


def called(told: Telling, role: Role) -> str:
    """What a role is called in papers of this case: before enforcement there are an applicant and a respondent."""
    return BEFORE_ENFORCEMENT.get(role, role.label) if preserving(told) else role.label


def course(told: Telling) -> str:
    """What the court is doing in this case: 执行, or 办理 before enforcement."""
    return "办理" if preserving(told) else "执行"


def side(told: Telling, role: Role) -> str:
    """The names of a side; the role itself where nobody is recorded."""
    return told.names(members(told, role)) or role.label


def cause(told: Telling) -> str:
    """The cause of action, as the application names it."""
    return questions.cause(told.dossier) or "执行"


def case_clause(told: Telling) -> str:
    """The case in one clause: 申请执行人甲与被执行人乙追索劳动报酬纠纷一案."""
    applicant, debtor = side(told, Role.APPLICANT), side(told, Role.DEBTOR)
    named = "" if applicant == Role.APPLICANT.label else f"{called(told, Role.APPLICANT)}{applicant}"
    owes = "" if debtor == Role.DEBTOR.label else f"{called(told, Role.DEBTOR)}{debtor}"
    between = "与".join(each for each in (named, owes) if each)
    return f"{between}{cause(told)}一案" if between else f"{cause(told)}一案"


def titles(told: Telling) -> str:
    """The enforcement titles: who made them, their numbers and kinds."""
    found = told.dossier.as_of(told.on).of(TitleRecorded)
    named = [f"{each.act.issuer}{each.act.number}{each.act.kind.label}" for each in found]
    unknown = "本院作出的财产保全裁定" if preserving(told) else "申请执行人提交的生效法律文书"
    return "、".join(named) or unknown


def head(told: Telling) -> tuple[Line, ...]:
    """Who takes part, each with what identifies them, as rulings begin."""
    lines = []
    for part in parties_of(told.dossier, None, told.on):
        lines.append(Line(f"{called(told, part.role)}：{identified(told.person(part.party))}。"))
        named = representative_of(told.dossier, part.party, told.on)
        if named is not None:
            lines.append(Line(f"{named.office}：{told.name(named.person)}。"))
        for agent in agents_of(told.dossier, part.party, told.on):
            lines.append(Line(f"委托诉讼代理人：{told.name(agent.agent)}，{agent.kind.label}。"))
    return tuple(lines)


def identified(person: Person) -> str:
    """A person with what is known of them."""
    born = f"{plain_date(person.born_on)}出生" if person.born_on else ""
    place = f"{'住' if person.natural else '住所地'}{person.address}" if person.address else ""
    known = (
        person.name,
        person.sex,
        born,
        place,
        f"{person.paper}{person.identity}" if person.identity else "",
    )
    return "，".join(each for each in known if each)


def to(told: Telling, parties: tuple[int, ...]) -> Line:
    """The address line."""
    return Line(f"{told.names(parties)}：", indented=False)


def claim_lines(told: Telling) -> tuple[Line, ...]:
    """What is enforced, one claim a line."""
    found = told.dossier.as_of(told.on).of(ClaimRecorded)
    return tuple(Line(f"{number}．{_claim(told, each)}") for number, each in enumerate(found, 1))


def _claim(told: Telling, entry: Entry[ClaimRecorded]) -> str:
    claim = entry.act
    what = f"{claim.label}{paper_sum(claim.amount)}" if claim.amount is not None else claim.label
    detail = f"：{claim.text}" if claim.text and claim.amount is None else ""
    due = f"，履行期限至{plain_date(claim.due)}" if claim.due else ""
    return f"{told.names(claim.owed_by)}向{told.names(claim.owed_to)}履行{what}{detail}{due}；"


def claimed(told: Telling) -> Fen:
    """The sums of money claimed."""
    return questions.amount_claimed(told.dossier, told.on)


def received_on(told: Telling) -> str:
    """The day on which the application came in."""
    received = told.dossier.first(ApplicationReceived)
    return plain_date(received.on if received else told.dossier.entries[0].on)


def handler(told: Telling) -> str:
    """The name of the handling officer; whoever does the act where none is assigned."""
    return told.officer(questions.handler(told.dossier, told.on)) or told.entry.by.name


def clerk(told: Telling) -> str:
    """The name of the clerk: of the panel, else of the assignment; empty for none."""
    formed = told.dossier.as_of(told.on).last(PanelFormed)
    own = formed.act.clerk if formed else None
    given: list[Entry[Assigned | Reassigned]] = told.dossier.as_of(told.on).of(Assigned, Reassigned)
    return told.officer(own) or (told.officer(given[-1].act.clerk) if given else "")


def signed(told: Telling) -> tuple[Signature, ...]:
    """The panel where one was formed, else whoever did the act."""
    formed = told.dossier.as_of(told.on).last(PanelFormed)
    if formed is not None and told.officer(formed.act.presiding):
        others = [
            Signature("审判员", told.officer(each)) for each in formed.act.members if told.officer(each)
        ]
        return (Signature("审判长", told.officer(formed.act.presiding)), *others)
    return (alone(told),)


def alone(told: Telling) -> Signature:
    """The one who did the act, by the office they hold."""
    office = "审判员" if JUDGES & set(told.entry.by.powers) else "执行员"
    return Signature(office, told.entry.by.name)


def contact(told: Telling) -> Line:
    """Whom to turn to."""
    return Line(f"联系人：{handler(told)}（{told.court}）")


def because(reason: str, ground: str) -> str:
    """The reason given and the ground of law it falls under, each said once."""
    given = reason.strip().rstrip("。")
    return given if ground in given else f"{given}，{ground}" if given else ground


def case_rows(told: Telling) -> tuple[tuple[str, str], ...]:
    """The first rows of a form: which case it is."""
    number = questions.case_number(told.dossier, told.on)
    rows = [("案号", number)] if number else []
    return (
        *rows,
        ("案由", cause(told)),
        (called(told, Role.APPLICANT), side(told, Role.APPLICANT)),
        (called(told, Role.DEBTOR), side(told, Role.DEBTOR)),
    )


def approval_form(told: Telling, *rows: tuple[str, str]) -> tuple[Block, ...]:
    """A form on which something was asked for and approved."""
    asked = (f"{told.entry.by.name}（{told.entry.by.post or alone(told).office}）", plain_date(told.on))
    approver = told.entry.approved_by
    approved = (("审批意见", f"同意。{approver.name}（{approver.post or '审批人'}）"),) if approver else ()
    return (Table((*case_rows(told), *rows, ("依据", told.basis), ("提请人", "，".join(asked)), *approved)),)
