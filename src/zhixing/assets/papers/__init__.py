"""The papers of property; one module a topic."""

from zhixing.assets.papers import control, reports

PAPERS = [*control.PAPERS, *reports.PAPERS]
