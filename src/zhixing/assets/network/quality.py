"""How good the institutions' answers are: how soon, how often nothing, how often contradicted, how many parked or owed.

What was answered is told by the record, whether it came over this installation's network or was taken over; what is under
way, and how long answers take, by the requests that were sent from here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Avg, Count, F, Q

from zhixing.assets.acts.inquiry import AnswerStatus
from zhixing.assets.institutions import Institution
from zhixing.assets.models import InquiryRow, NetworkAnswer, NetworkRequest
from zhixing.assets.network.messages import Operation
from zhixing.assets.network.models import AnswerPlace, RequestState

WHOLE = (AnswerStatus.COMPLETE, AnswerStatus.NOTHING, AnswerStatus.REFUSED)


@dataclass(frozen=True, slots=True)
class Quality:
    """One institution within the courts that one may see. `latency` is the mean from first sending to the whole answer."""

    institution: Institution
    answered: int
    waiting: int
    silent: int  # asked often enough and never answered
    troubled: int  # could not be reached at the last attempt
    latency: timedelta | None
    empty: int
    contradicted: int
    parked: int

    @property
    def asked(self) -> int:
        """Everything asked of it: answered, still waited for, or given up."""
        return self.answered + self.waiting + self.silent

    @property
    def empty_share(self) -> int:
        """Answers that knew of nothing, in percent."""
        return 100 * self.empty // self.answered if self.answered else 0

    @property
    def wrong_share(self) -> int:
        """Answers that were disputed, or whose finding was ruled out later, in percent."""
        return 100 * self.contradicted // self.answered if self.answered else 0


def qualities(court: str = "") -> list[Quality]:
    """Every institution, within one court or all that the connection may see."""
    of_court = Q(court=court) if court else Q()
    requests, answers = _requests(of_court), _answers(of_court)
    parked = Counter(
        NetworkAnswer.objects.filter(of_court, place=AnswerPlace.PARKED).values_list("institution", flat=True)
    )
    found = []
    for each in Institution:
        waiting, troubled, latency = requests.get(each.value, (0, 0, None))
        answered, silent, empty, wrong = answers.get(each.value, (0, 0, 0, 0))
        found.append(
            Quality(
                institution=each,
                answered=answered,
                waiting=waiting,
                silent=silent,
                troubled=troubled,
                latency=latency,
                empty=empty,
                contradicted=wrong,
                parked=parked[each.value],
            )
        )
    return found


def _requests(of_court: Q) -> dict[str, tuple[int, int, timedelta | None]]:
    """Of each institution: inquiries under way, those that could not be sent, and the mean time of an answer."""
    rows = (
        NetworkRequest.objects.filter(of_court, operation=Operation.INQUIRE.value)
        .values("institution")
        .annotate(
            waiting=Count("pk", filter=Q(state__in=(RequestState.QUEUED, RequestState.SENT))),
            troubled=Count("pk", filter=Q(attempts__gt=0, state=RequestState.QUEUED)),
            latency=Avg(F("answered_at") - F("first_sent_at"), filter=Q(state=RequestState.ANSWERED)),
        )
        .values_list("institution", "waiting", "troubled", "latency")
    )
    return {row[0]: row[1:] for row in rows}


def _answers(of_court: Q) -> dict[str, tuple[int, int, int, int]]:
    """Of each institution: whole answers, inquiries given up, answers that knew of nothing, answers that proved wrong."""
    rows = (
        InquiryRow.objects.filter(of_court)
        .values("institution")
        .annotate(
            whole=Count("pk", filter=Q(status__in=[each.value for each in WHOLE])),
            silent=Count("pk", filter=Q(status=AnswerStatus.SILENT.value)),
            empty=Count("pk", filter=Q(status=AnswerStatus.NOTHING.value)),
            wrong=Count("pk", filter=Q(contradicted=True)),
        )
        .values_list("institution", "whole", "silent", "empty", "wrong")
    )
    return {row[0]: row[1:] for row in rows}
