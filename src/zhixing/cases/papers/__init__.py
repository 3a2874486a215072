"""The papers of a case; one module a group."""

from zhixing.cases.papers import forms, notices, reviews, rulings

PAPERS = [*notices.PAPERS, *rulings.PAPERS, *reviews.PAPERS, *forms.PAPERS]
