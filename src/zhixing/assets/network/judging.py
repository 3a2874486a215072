"""Whether an answer may be taken: signed, timely, of a request of ours, about the person asked, said once, within range.

What may not be taken is parked with its reason, never thrown away.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from zhixing.assets.institutions import REPORTS
from zhixing.assets.network.messages import Answer, Envelope, Operation, Request
from zhixing.assets.network.models import AnswerPlace, NetworkAnswer, NetworkRequest, RequestState
from zhixing.assets.network.signing import WINDOW
from zhixing.law.money import show
from zhixing.law.texts import Text, say

MORE = say("该请求已经反馈完毕，又收到另一份反馈")
CHANGED = say("同一反馈编号先后内容不同，以先到的为准")


class Parked(Exception):
    """The answer is set aside: why, and what one can do."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))


def read_answer(envelope: Envelope) -> Answer:
    """What an envelope says. Raises Parked."""
    try:
        return msgspec.json.decode(envelope.body, type=Answer)
    except msgspec.ValidationError as error:
        place = str(error).partition("$.")[2].rstrip("`") or "$"
        if ".value" in str(error) or ".amount" in str(error):
            raise Parked(say("金额超出可能的范围（报文第 {place} 项）", place=place)) from error
        raise Parked(say("内容不符合报文格式（报文第 {place} 项）", place=place)) from error
    except msgspec.DecodeError as error:
        raise Parked(say("内容无法解读，不是约定的报文")) from error


def said_before(rows: Sequence[NetworkAnswer]) -> frozenset[int]:
    """Those of the answers whose number an earlier one bears that was not dismissed."""
    first: dict[str, int] = {}
    others = NetworkAnswer.objects.filter(number__in={each.number for each in rows}, signed=True)
    kept = others.exclude(place=AnswerPlace.DISMISSED).order_by("pk").values_list("number", "pk")
    for number, key in kept:
        first.setdefault(number, key)
    return frozenset(each.pk for each in rows if first.get(each.number, each.pk) < each.pk)


def check(row: NetworkAnswer, envelope: Envelope, request: Request, now: datetime) -> Answer:
    """The answer, fit to be taken, if its number was not used before. Raises Parked."""
    answer = read_answer(envelope)
    asked = row.request
    if asked is None:
        raise Parked(say("没有编号为 {number} 的请求", number=answer.request))
    _of_the_time(asked, envelope, now)
    if asked.state == RequestState.ANSWERED:
        raise Parked(MORE)
    _of_the_person(request, answer)
    if request.operation is not Operation.INQUIRE and answer.control is None:
        raise Parked(say("控制请求的反馈没有办理结果"))
    _within_what_was_ordered(request, answer)
    return answer


def _within_what_was_ordered(request: Request, answer: Answer) -> None:
    """No institution holds or takes more than the ruling says, nor longer."""
    told = answer.control
    if told is None or not told.done:
        return
    if request.amount is not None and told.amount is not None and told.amount > request.amount:
        raise Parked(
            say(
                "反馈控制 {told} 元，超过裁定的 {asked} 元",
                told=show(told.amount),
                asked=show(request.amount),
            )
        )
    if request.until is not None and told.until is not None and told.until > request.until:
        raise Parked(say("反馈的届满日 {told} 晚于裁定的 {asked}", told=told.until, asked=request.until))


def _of_the_time(asked: NetworkRequest, envelope: Envelope, now: datetime) -> None:
    if envelope.at < asked.queued_at - WINDOW:
        raise Parked(say("签署时间 {at} 早于请求", at=f"{envelope.at:%Y-%m-%d %H:%M}"))
    if envelope.at > now + WINDOW:
        raise Parked(say("签署时间 {at} 在将来", at=f"{envelope.at:%Y-%m-%d %H:%M}"))


def _of_the_person(request: Request, answer: Answer) -> None:
    if answer.institution is not request.institution:
        raise Parked(
            say(
                "反馈单位是{told}，请求发给{asked}",
                told=answer.institution.label,
                asked=request.institution.label,
            )
        )
    if answer.subject != request.subject.number:
        raise Parked(say("反馈的证件号码不是被查询的人"))
    if any(each.owner != request.subject.number for each in answer.findings):
        raise Parked(say("反馈的财产登记在他人名下"))
    strange = [each for each in answer.findings if each.kind not in REPORTS[answer.institution]]
    if strange:
        raise Parked(say("该单位不掌握“{kind}”", kind=strange[0].kind.label))
