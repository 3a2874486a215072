"""Who may open a page that is not a dossier's: the holders of a power. Dossiers are guarded by the database and the door."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

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
    needed = _guarded().get(name)
    return needed is None or not needed.isdisjoint(held)


def guarded_that_open(held: Collection[Power]) -> frozenset[str]:
    """The names of the pages kept for some that open to who holds these powers."""
    return frozenset(name for name, needed in _guarded().items() if not needed.isdisjoint(held))


@cache
def _guarded() -> dict[str, frozenset[Power]]:
    """For whom the pages are that are kept for some, by the name of their address."""
    views = _patterns(get_resolver().url_patterns)
    return {str(each.name): _NEEDED[name] for each in views if (name := _full_name(each.callback)) in _NEEDED}


def _patterns(patterns: Sequence[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _patterns(each.url_patterns)
        else:
            yield each


def officer_of(request: HttpRequest) -> Officer:
    """The signed-in officer; PermissionDenied when nobody is."""
    if not isinstance(request.user, Officer):
        raise PermissionDenied("请先登录")
    return request.user
