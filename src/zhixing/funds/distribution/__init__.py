"""Several creditors, one sum: who takes part, the plan, objections to it, what may be paid (docs/distribution.md)."""
