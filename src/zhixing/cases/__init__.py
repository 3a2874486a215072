"""Cases: filing and what comes in with it, assignment, notice, settlement, objection, suspension."""
