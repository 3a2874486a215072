"""Things that the court holds for a case: taken in, handed over, kept aside."""
