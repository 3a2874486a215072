"""Who may open a page that is not a dossier's: the holders of a power. Dossiers are guarded by the database and the door."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from zhixing.people.models import Officer
from zhixing.people.powers import powers_anywhere
from zhixing.record import clock
from zhixing.record.power import Power

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def needs(*powers: Power) -> Callable[[View[P]], View[P]]:
    """Make a view answer only officers who hold one of these powers in some court today; all others get 403."""

    def make(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            held = powers_anywhere(officer_of(request), clock.today())
            if not held & set(powers):
                labels = "、".join(power.label for power in powers)
                raise PermissionDenied(f"本页供{labels}使用")
            return view(request, *args, **kwargs)

        return guarded

    return make


def officer_of(request: HttpRequest) -> Officer:
    """The signed-in officer; PermissionDenied when nobody is."""
    if not isinstance(request.user, Officer):
        raise PermissionDenied("请先登录")
    return request.user
