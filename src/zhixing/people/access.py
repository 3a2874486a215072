"""Who may open a page that is not a dossier's: the holders of a power. Dossiers are guarded by the database and the door."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse

from zhixing.people.models import Officer
from zhixing.people.powers import powers_anywhere
from zhixing.record import clock
from zhixing.record.power import Power

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
_NEEDED: dict[str, frozenset[Power]] = {}  # by the view's full name, which decorators keep


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

        _NEEDED[_full_name(view)] = frozenset(powers)
        return guarded

    return make


def _full_name(view: Callable[..., object]) -> str:
    return f"{view.__module__}.{view.__qualname__}"


def may_open(name: str, held: Collection[Power]) -> bool:
    """Whether who holds these powers may open the page of that name, so that nobody is led where they are turned away."""
    needed = _NEEDED.get(_full_name(resolve(reverse(name)).func))
    return needed is None or not needed.isdisjoint(held)


def officer_of(request: HttpRequest) -> Officer:
    """The signed-in officer; PermissionDenied when nobody is."""
    if not isinstance(request.user, Officer):
        raise PermissionDenied("请先登录")
    return request.user
