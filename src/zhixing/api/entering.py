"""What can be entered: acts, proposals, decisions, corrections. Every one goes through the door, or is only tried."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from zhixing.api.bodies import Correct, Decide, Enter, Propose
from zhixing.api.files import must_be_kept
from zhixing.api.problem import Problem, malformed
from zhixing.api.routing import DRY_RUN, Answer, Ask, Route, taken
from zhixing.api.shapes import Discloses, DutyOut, Entered, EntryOut, Tried
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.acts import NOTHING, Corrected
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.files import named_by
from zhixing.record.outcome import as_if_approved, outcome
from zhixing.record.rules import OWN


def enter(ask: Ask) -> Answer:
    """Enter acts in a dossier, or try them."""
    given = taken(ask.body, Enter)
    number, court = ask.number("number"), ask.court_to_act_in()
    acts = _acts(given.acts)
    must_be_kept(court, acts)
    if ask.flag("dry_run"):
        return _tried(ask, ask.dossier(), acts, given.on)
    me = ask.holder.acting(court)
    steps = [door.Step(act=act, by=me, on=given.on) for act in acts]
    return _entered(number, door.enter_all(number, steps, expect=ask.expect))


def open_case(ask: Ask) -> Answer:
    """Begin a dossier; the first act must be one that opens."""
    given = taken(ask.body, Enter)
    if given.court not in ask.holder.courts:
        raise Problem(
            403,
            "beyond-token",
            "令牌不及",
            f"应为令牌可以办理的法院之一：{'、'.join(ask.holder.courts)}",
            at="$.court",
        )
    me, acts = ask.holder.acting(given.court), _acts(given.acts)
    must_be_kept(given.court, acts)
    number, added = door.open_dossier(given.court, [door.Step(act=act, by=me, on=given.on) for act in acts])
    return _entered(number, added)


def propose(ask: Ask) -> Answer:
    """Lay an act before its approver, or try it as if approved."""
    given = taken(ask.body, Propose)
    number, court = ask.number("number"), ask.court_to_act_in()
    (act,) = _acts([given.act])
    must_be_kept(court, [act])
    if ask.flag("dry_run"):
        return _tried(ask, ask.dossier(), [act], given.on)
    step = door.Step(act=act, by=ask.holder.acting(court), on=given.on)
    return _entered(number, [door.propose(number, step, note=given.note, expect=ask.expect)])


def decide(ask: Ask) -> Answer:
    """Approve, send back or withdraw a proposal."""
    given = taken(ask.body, Decide)
    number, seq, today = ask.number("number"), ask.number("seq"), ask.holder.today
    me = ask.holder.acting(ask.court_to_act_in())
    if given.decision == "approve":
        entry: Entry[Act] = door.approve(number, seq, me, on=today, expect=ask.expect)
    elif given.decision == "return":
        entry = door.send_back(number, seq, me, on=today, reason=given.reason, expect=ask.expect)
    else:
        entry = door.withdraw(number, seq, me, on=today, reason=given.reason, expect=ask.expect)
    return _entered(number, [entry])


def correct(ask: Ask) -> Answer:
    """Propose a correction of an entry."""
    given = taken(ask.body, Correct)
    dossier = ask.dossier()
    wrong = dossier.at(given.entry)
    if wrong is None or isinstance(wrong.act, OWN):
        raise Problem(409, "impossible", "不能这样办", "没有这条记录，或它不能更正", at="$.entry")
    act = NOTHING
    if bytes(given.act):
        (other,) = _acts([given.act])
        if type(other) is not type(wrong.act):
            raise Problem(409, "impossible", "不能这样办", "更正不能改变行为的类型", at="$.act.type")
        must_be_kept(dossier.court, [other], besides=named_by(wrong.act))
        act = msgspec.Raw(msgspec.json.encode(other))
    mended = Corrected(entry=given.entry, reason=given.reason, act=act, on=given.on)
    step = door.Step(act=mended, by=ask.holder.acting(dossier.court), on=ask.holder.today)
    return _entered(dossier.id, [door.propose(dossier.id, step, expect=ask.expect)])


def _acts(raw: Sequence[msgspec.Raw]) -> list[Act]:
    if not raw:
        raise Problem(422, "malformed", "内容不合要求", "请至少写一个行为", at="$.acts")
    found = []
    for place, each in enumerate(raw):
        where = f"$.acts[{place}]"
        try:
            act = installed().act(each)
        except msgspec.DecodeError as error:
            problem = malformed(error)
            raise Problem(
                problem.out.status,
                "malformed",
                problem.out.title,
                problem.out.detail,
                at=f"{where}{problem.out.at[1:]}",
            ) from error
        # Structs let unknown fields pass, so that old entries decode for ever; what comes in new must mean all it says.
        unknown = set(msgspec.json.decode(each, type=dict)) - {"type", *act.__struct_fields__}
        if unknown:
            raise Problem(
                422,
                "malformed",
                "内容不合要求",
                f"没有这些字段：{'、'.join(sorted(unknown))}。请删去或改正拼写",
                at=where,
            )
        found.append(act)
    return found


def _tried(ask: Ask, dossier: Dossier, acts: Sequence[Act], on: date) -> Answer:
    if ask.expect is not None and ask.expect != dossier.head:
        raise door.Stale(ask.expect, dossier.head)
    me = ask.holder.acting(dossier.court)
    rules = [installed().rule(type(act)) for act in acts]
    tried = outcome(
        dossier, [as_if_approved(rule, act, me, on) for rule, act in zip(rules, acts, strict=True)]
    )
    told = [Discloses(rule.discloses.parties, rule.discloses.public, rule.discloses.sms) for rule in rules]
    approver = next((rule.approved_by.value for rule in rules if rule.approved_by), None)
    return Answer(
        Tried(
            [EntryOut.of(entry) for entry in tried.entries],
            [DutyOut.of(duty, on) for duty in tried.opened],
            [DutyOut.of(duty, on) for duty in tried.closed],
            told,
            [rule.document for rule in rules if rule.document],
            approver,
        ),
        head=dossier.head,
    )


def _entered(number: int, added: Sequence[Entry[Act]]) -> Answer:
    head = added[-1].seq
    out = Entered(number, head, [EntryOut.of(entry) for entry in added])
    return Answer(out, status=201, head=head)


ROUTES = (
    Route(
        "POST", "/cases", "收案：建立卷宗", open_case, Entered, Enter, status=201, writes=True, begins=True
    ),
    Route(
        "POST",
        "/cases/{number}/entries",
        "录入行为",
        enter,
        Entered,
        Enter,
        (DRY_RUN,),
        status=201,
        writes=True,
    ),
    Route(
        "POST",
        "/cases/{number}/proposals",
        "提请批准",
        propose,
        Entered,
        Propose,
        (DRY_RUN,),
        status=201,
        writes=True,
    ),
    Route(
        "POST",
        "/cases/{number}/proposals/{seq}",
        "批准、退回或撤回提请",
        decide,
        Entered,
        Decide,
        status=201,
        writes=True,
    ),
    Route(
        "POST", "/cases/{number}/corrections", "提请更正", correct, Entered, Correct, status=201, writes=True
    ),
)
