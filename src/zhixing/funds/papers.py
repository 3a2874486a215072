"""The papers of case money."""

from zhixing.funds.distribution.papers import PAPERS

__all__ = ["PAPERS"]
