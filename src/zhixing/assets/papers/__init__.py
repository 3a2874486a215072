"""The papers of property; one module a topic."""

from zhixing.assets.papers import control, reports, sales, valuation

PAPERS = [*control.PAPERS, *reports.PAPERS, *sales.PAPERS, *valuation.PAPERS]
