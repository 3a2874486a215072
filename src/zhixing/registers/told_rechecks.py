"""The half-yearly inquiries after a round ended, in the national tables: whom each asked when, who answered, what was found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.inquiry import AnswerStatus, InquiryAnswered
from zhixing.assets.questions.inquiry import answer_of
from zhixing.closing.acts import RoundAskedAgain
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY
from zhixing.registers.rows import Values
from zhixing.registers.told import yuan
from zhixing.registers.told_rows import Made, Persons, key_of, name_of, numbered

ASKED, FOUND = "T_SCZXZBHZDWLCXX", "T_SCZXZBCCCXXX"
# Whether an answer has a result, where it has one.
RESULT = {AnswerStatus.COMPLETE: True, AnswerStatus.PARTIAL: True, AnswerStatus.NOTHING: False}


def recheck_rows(dossier: Dossier, persons: Persons) -> Iterator[tuple[str, Values]]:
    """Table and values of each row; no register states these inquiries."""
    yield from numbered(_made(dossier, persons), dossier)


def _made(dossier: Dossier, persons: Persons) -> Made:
    for sent in dossier.as_of(date.max).of(RoundAskedAgain):
        yield from _asked(dossier, sent, persons)
        for thing in dossier.of(PropertyFound):
            answer = answer_of(dossier, thing) if thing.act.source == sent.seq else None
            if answer is not None:
                yield from _found(thing, answer, persons)


def _asked(dossier: Dossier, sent: Entry[RoundAskedAgain], persons: Persons) -> Made:
    answers = {
        (each.act.debtor, each.act.institution): each
        for each in dossier.of(InquiryAnswered)
        if each.act.inquiry == sent.seq
    }
    place = 0
    for debtor in sent.act.debtors:
        for institution in sent.act.asked:
            place += 1
            answer = answers.get((debtor, institution))
            came = answer if answer is not None and answer.act.status is not AnswerStatus.SILENT else None
            yield (
                ASKED,
                "N_XHZDCX",
                {
                    KEY: f"{key_of(sent)}-{place}",
                    "C_CXFS": "自动查询",
                    "N_BZXR": debtor,
                    "C_BZXRXMHMC": name_of(persons, debtor),
                    "C_XZDWMC": institution.label,
                    "D_FSXZDWSJ": sent.on,
                    "D_XZDWFKSJ": came.on if came else None,
                    "C_SFYJG": RESULT.get(came.act.status) if came else None,
                    "C_CKLSH": came.act.answer if came else "",
                },
            )


def _found(thing: Entry[PropertyFound], answer: Entry[InquiryAnswered], persons: Persons) -> Made:
    act = thing.act
    yield (
        FOUND,
        "N_XHCCCX",
        {
            KEY: f"{key_of(thing)}-z",
            "C_CXFS": "自动查询",
            "N_BZXR": act.owner,
            "C_BZXRXMHMC": name_of(persons, act.owner),
            "C_XZDWMC": answer.act.institution.label,
            "C_CCLX": act.kind.label,
            "C_CCMC": act.name,
            "N_CCSL": 1,
            "N_CCJE": yuan(act.value) if act.value is not None else None,
            "C_CKLSH": answer.act.answer,
        },
    )
