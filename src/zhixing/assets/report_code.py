"""The code of a property report: made from the act that gives it with the installation's key, so that it is kept nowhere.

Sixty bits in twelve signs. Only its keyed hash is stored; whoever has the database alone can neither make nor find a code.
"""

from __future__ import annotations

import hashlib
import hmac

from zhixing.record.encryption import key_for

# Crockford's: no sign that is mistaken for another when read off paper.
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 12, 4
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", "-": "", " ": "", "－": "", "　": ""})


def code_of(dossier: int, seq: int, party: int) -> str:
    """The code that an act of giving gives: XXXX-XXXX-XXXX."""
    digest = hmac.new(key_for("report-code"), f"{dossier}:{seq}:{party}".encode(), hashlib.sha256).digest()
    number = int.from_bytes(digest[:8], "big")
    signs = [SIGNS[(number >> (5 * place)) & 31] for place in range(LENGTH)]
    return "-".join("".join(signs[at : at + GROUP]) for at in range(0, LENGTH, GROUP))


def code_hash(code: str) -> str:
    """The keyed hash under which a code is found, in whatever writing: 64 hexadecimal signs."""
    plain = code.upper().translate(_MISREAD)[: 2 * LENGTH]
    return hmac.new(key_for("report-code-hash"), plain.encode(), hashlib.sha256).hexdigest()
