"""One English identifier per term: acts, guards, duties and models stand in docs/glossary.toml; an act bears its name there."""

from __future__ import annotations

import tomllib
from collections.abc import Set
from pathlib import Path

from django.apps import apps

from zhixing.record.catalogue import installed

GLOSSARY: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parents[2] / "docs" / "glossary.toml").read_text()
)


def terms() -> dict[str, str]:
    """Identifier → 中文, of all rooms."""
    return {name: chinese for room in GLOSSARY.values() for name, chinese in room.items()}


def named() -> set[str]:
    """Every identifier of the code that stands for a term of the law or the court."""
    catalogue = installed()
    models = {model.__name__ for model in apps.get_models() if model.__module__.startswith("zhixing.")}
    guards = {guard.name for rule in catalogue for guard in rule.guards}
    return (
        models | guards | {rule.act.__name__ for rule in catalogue} | {duty.name for duty in catalogue.duties}
    )


def missing(names: Set[str]) -> list[str]:
    """Those that the glossary does not know."""
    return sorted(names - terms().keys())


def test_every_name_stands_in_the_glossary() -> None:
    assert not missing(named())


def test_a_name_that_is_not_there_is_found() -> None:
    assert missing({"Filed", "Frobnicated"}) == ["Frobnicated"]


def test_an_act_bears_the_name_that_the_glossary_gives_it() -> None:
    known = terms()
    strange = [
        (rule.act.__name__, known[rule.act.__name__])
        for rule in installed()
        if not (rule.act.__doc__ or "").startswith(known[rule.act.__name__])
    ]
    assert not strange


def test_no_room_gives_two_acts_the_same_name() -> None:
    acts = [(rule.act.__module__.split(".")[1], terms()[rule.act.__name__]) for rule in installed()]
    assert len(acts) == len(set(acts))
