"""Zhixing (执行): civil enforcement of a court district, from filing to closing."""
