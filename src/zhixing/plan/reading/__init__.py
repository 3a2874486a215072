"""Reads a work plan from its own text: every phrase by a named rule, nothing dropped in silence."""

from zhixing.plan.reading.reader import read

__all__ = ["read"]
