"""The papers of a case; one module a group."""

from zhixing.cases.papers import forms, notices, rulings

PAPERS = [*notices.PAPERS, *rulings.PAPERS, *forms.PAPERS]
