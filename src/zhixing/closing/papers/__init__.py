"""The papers of closing; one module a group."""

from zhixing.closing.papers import resumption, termination, ways

PAPERS = [*ways.PAPERS, *termination.PAPERS, *resumption.PAPERS]
