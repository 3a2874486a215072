"""The papers of property; one module a topic."""

from zhixing.assets.papers import control, reports, sales, third_debts, valuation

PAPERS = [*control.PAPERS, *reports.PAPERS, *sales.PAPERS, *third_debts.PAPERS, *valuation.PAPERS]
