"""Rules of an act: basis, powers, guards, disclosure, document; and refusals, which teach.

A guard is a condition of law on an act. It looks at what was asked (dossier, act, day, actor, outside facts) and answers with
nothing, or with an `Objection`: the facts that stand against the act and the shortest way to make it possible.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar, cast

from zhixing.law.citations import Citation
from zhixing.law.texts import Text, say
from zhixing.record.act import Act, DossierId
from zhixing.record.dossier import Actor, Dossier
from zhixing.record.power import Power

A = TypeVar("A", bound=Act)
V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Need(Generic[V_co]):
    """Something a rule must know beyond its dossier. The room's `facts.py` loads it; the door keeps it with the act."""

    name: str
    shape: type[V_co]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the door was asked: may `act` be entered in `dossier`, taking effect `on`, by `by`? Pages ask without an act."""

    dossier: Dossier
    on: date
    by: Actor
    act: Act | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    approved_by: Actor | None = None

    def fact(self, need: Need[V]) -> V:
        """An outside fact the rule declared as a need; KeyError is our defect."""
        return cast(V, self.facts[need.name])

    def the(self, kind: type[A]) -> A:
        """The act, which must be of this type; TypeError is our defect."""
        if not isinstance(self.act, kind):
            raise TypeError(f"{kind.__name__} asked about, got {type(self.act).__name__}")
        return self.act


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a guard does not let the act pass: the facts, and the way out. `opens` names acts that would clear it.

    `unrecorded` marks a condition that no room records yet: shown as "not yet recorded", never as met.
    """

    facts: Text
    way_out: Text
    opens: tuple[type[Act], ...] = ()
    unrecorded: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """A named condition of law. `on_act` guards look at the act's content, so they are asked only when there is one."""

    name: str
    label: str
    cites: tuple[Citation, ...]
    check: Callable[[Asked], Objection | None]
    on_act: bool = False


def guard(
    label: str, *cites: Citation, on_act: bool = False
) -> Callable[[Callable[[Asked], Objection | None]], Guard]:
    """Make a guard of a function; its name becomes the guard's name.

    @guard("尚未结案", cite("立案结案意见", 14))
    def not_closed(asked): ...
    """

    def make(check: Callable[[Asked], Objection | None]) -> Guard:
        return Guard(check.__name__.replace("_", "-"), label, cites, check, on_act)

    return make


@dataclass(frozen=True, slots=True)
class Refusal:
    """The door's no: which guard, under which article, on what facts, and how to go on."""

    guard: str
    label: str
    cites: tuple[Citation, ...]
    facts: Text
    way_out: Text
    opens: tuple[type[Act], ...] = ()
    unrecorded: bool = False

    @property
    def told(self) -> Text:
        """What stands against it and how to go on, where there is room for one line."""
        return say("{facts}。怎样才行：{way_out}", facts=self.facts, way_out=self.way_out)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """To whom the act is disclosed, and the name of the message that tells them."""

    parties: bool = True
    public: bool = False
    sms: str = ""


NOT_DISCLOSED = Disclosure(parties=False)


@dataclass(frozen=True, slots=True)
class Reach:
    """An act that another dossier receives because of this one, entered in the same transaction."""

    dossier: DossierId
    act: Act


def reaches_nothing(_act: Act, _dossier: DossierId) -> Sequence[Reach]:
    """Most acts stay in their dossier."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRule:
    """Everything the door must know about a type of act.

    `by` names the powers of which one is enough; `approved_by` the power that must approve (None: no approval).
    `opens` marks the act that may begin a dossier; `internal` one that only another act or the system enters.
    """

    act: type[Act]
    label: str
    basis: tuple[Citation, ...]
    by: tuple[Power, ...]
    purpose: str
    approved_by: Power | None = None
    guards: tuple[Guard, ...] = ()
    needs: tuple[Need[object], ...] = ()
    discloses: Disclosure = NOT_DISCLOSED
    document: str = ""
    group: str = ""
    opens: bool = False
    internal: bool = False
    takes_over: bool = False  # begins a dossier whose history another register states (`taking_over`)
    reaches: Callable[[Act, DossierId], Sequence[Reach]] = reaches_nothing
    sends: tuple[str, ...] = ()  # what goes into the outbox besides, for a room's `deliveries.py`
    books: bool = False  # moves money in the ledger: undone by another act, never corrected
    steps: tuple[type[Act], ...] = ()  # acts entered together with this one in one step
    coerces: bool = (
        False  # takes from a person freedom, property or standing, or pays out: wants a strong, fresh sign-in
    )

    @property
    def tag(self) -> str:
        """The name under which the act type is stored; templates cannot ask the type, they would call it."""
        return self.act.tag()


def refusals(rule: ActRule, asked: Asked) -> list[Refusal]:
    """Every guard that stands against the act; without an act, only the dossier's own conditions are asked."""
    if rule.act.dossier_kind not in ("", asked.dossier.kind):
        return [
            Refusal(
                "dossier-kind",
                "办在该行为所属的卷宗里",
                rule.basis,
                say("“{label}”不属于这种卷宗", label=rule.label),
                say("请到“{right}”的卷宗里办理", right=rule.act.dossier_label),
            )
        ]
    found = []
    for each in rule.guards:
        if each.on_act and asked.act is None:
            continue
        objection = each.check(asked)
        if objection is not None:
            found.append(
                Refusal(
                    each.name,
                    each.label,
                    each.cites,
                    objection.facts,
                    objection.way_out,
                    objection.opens,
                    objection.unrecorded,
                )
            )
    return found
