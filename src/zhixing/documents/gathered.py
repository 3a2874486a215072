"""The papers of all rooms, gathered from their `papers.py`; an act without one gets a plain paper of its document's kind."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache

from zhixing.documents.plain import plain_paper
from zhixing.record.act import Act
from zhixing.record.catalogue import installed, packages_with
from zhixing.record.paper import Paper


@cache
def installed_papers() -> Mapping[type[Act], Paper]:
    """The paper of each act type whose rule names a document."""
    own: dict[type[Act], Paper] = {}
    for room in packages_with("papers"):
        for paper in importlib.import_module(f"zhixing.{room}.papers").PAPERS:
            for act in paper.acts:
                if act in own:
                    raise ValueError(f"two papers for {act.tag()}")
                own[act] = paper
    return {
        rule.act: own.get(rule.act) or plain_paper(rule.act, rule.document)
        for rule in installed()
        if rule.document
    }


def paper_of(act: Act) -> Paper | None:
    """The paper that this act makes; None where it makes none."""
    paper = installed_papers().get(type(act))
    return paper if paper is not None and paper.wanted(act) else None
