"""Registers in and out: cases taken over from a court's register as files, and written as the same files again."""
