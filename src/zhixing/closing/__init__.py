"""How a case ends: the statutory ways, termination of the round and its proof, resumption in a new case, the archive."""
