"""The papers of property; one module a topic."""

from zhixing.assets.papers import control

PAPERS = [*control.PAPERS]
