"""How good the institutions' answers are: how soon, how often nothing, how often contradicted, how many parked or owed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Avg, Count, F, Q

from zhixing.assets.institutions import Institution
from zhixing.assets.models import InquiryRow, NetworkAnswer, NetworkRequest
from zhixing.assets.network.models import AnswerPlace, RequestState


@dataclass(frozen=True, slots=True)
class Quality:
    """One institution within the courts that one may see. `latency` is the mean from first sending to the whole answer."""

    institution: Institution
    asked: int
    answered: int
    waiting: int
    silent: int
    troubled: int  # could not be reached at the last attempt
    latency: timedelta | None
    empty: int
    contradicted: int
    parked: int

    @property
    def empty_share(self) -> int:
        """Answers that knew of nothing, in percent."""
        return 100 * self.empty // self.answered if self.answered else 0


def qualities(court: str = "") -> list[Quality]:
    """Every institution, within one court or all that the connection may see."""
    of_court = Q(court=court) if court else Q()
    requests, answers = _requests(of_court), _answers(of_court)
    parked = Counter(
        NetworkAnswer.objects.filter(of_court, place=AnswerPlace.PARKED).values_list("institution", flat=True)
    )
    found = []
    for each in Institution:
        asked, answered, waiting, silent, troubled, latency = requests.get(each.value, (0, 0, 0, 0, 0, None))
        empty, contradicted = answers.get(each.value, (0, 0))
        found.append(
            Quality(
                institution=each,
                asked=asked,
                answered=answered,
                waiting=waiting,
                silent=silent,
                troubled=troubled,
                latency=latency,
                empty=empty,
                contradicted=contradicted,
                parked=parked[each.value],
            )
        )
    return found


def _requests(of_court: Q) -> dict[str, tuple[int, int, int, int, int, timedelta | None]]:
    rows = (
        NetworkRequest.objects.filter(of_court)
        .values("institution")
        .annotate(
            asked=Count("pk"),
            answered=Count("pk", filter=Q(state=RequestState.ANSWERED)),
            waiting=Count("pk", filter=Q(state__in=(RequestState.QUEUED, RequestState.SENT))),
            silent=Count("pk", filter=Q(state=RequestState.SILENT)),
            troubled=Count("pk", filter=Q(attempts__gt=0, state=RequestState.QUEUED)),
            latency=Avg(F("answered_at") - F("first_sent_at")),
        )
        .values_list("institution", "asked", "answered", "waiting", "silent", "troubled", "latency")
    )
    return {row[0]: row[1:] for row in rows}


def _answers(of_court: Q) -> dict[str, tuple[int, int]]:
    rows = (
        InquiryRow.objects.filter(of_court)
        .values("institution")
        .annotate(
            empty=Count("pk", filter=Q(status="nothing")), wrong=Count("pk", filter=Q(contradicted=True))
        )
        .values_list("institution", "empty", "wrong")
    )
    return {row[0]: row[1:] for row in rows}
