"""Who has just shown with a second factor who they are: one-time codes (RFC 6238), recovery codes, and how fresh that is.

What coerces or pays wants a second factor within the last quarter of an hour. The demonstration's invented officers have none:
`zhixing serve --demo` sets ZHIXING_DEMONSTRATION, which counts only while the clock is held at a day, and only for officers whom
`zhixing demo` made. So a server started by hand with the same settings over a real court's database exempts nobody.
"""

from __future__ import annotations

import hmac
import secrets
import struct
from base64 import b32encode
from datetime import datetime, timedelta
from urllib.parse import quote

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from zhixing.people.models import Officer, Passkey, RecoveryCode, TotpSecret
from zhixing.record import clock
from zhixing.record.encryption import decrypt_bytes, encrypt_bytes, key_for

ISSUER = "执行办案平台"
FRESH = timedelta(minutes=15)
STEP, DIGITS, DRIFT = 30, 6, 1  # seconds, digits, steps either way (RFC 6238 5.2)
CODES, CODE_SIGNS = 10, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
STRONG_AT, NEW_SECRET = "strong_at", "new_secret"


def code_at(secret: bytes, step: int, digits: int = DIGITS) -> str:
    """The code of a step (RFC 4226 5.3, SHA-1 as authenticators expect)."""
    mac = hmac.digest(secret, struct.pack(">Q", step), "sha1")
    start = mac[-1] & 15
    number: int = struct.unpack(">I", mac[start : start + 4])[0] & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def step_of(moment: datetime) -> int:
    """The step in which a moment lies."""
    return int(moment.timestamp()) // STEP


def begin_totp(request: HttpRequest) -> bytes:
    """A new secret, kept in the session until a first code confirms it; a confirmed one stays good until then."""
    secret = secrets.token_bytes(20)
    request.session[NEW_SECRET] = encrypt_bytes(secret).hex()
    return secret


def new_secret(request: HttpRequest) -> bytes | None:
    """The secret that waits for its first code; None when none does."""
    kept = request.session.get(NEW_SECRET)
    return decrypt_bytes(bytes.fromhex(kept)) if isinstance(kept, str) else None


def address_of_secret(officer: Officer, secret: bytes) -> str:
    """What the QR code says to an authenticator."""
    name = quote(f"{ISSUER}:{officer.username}")
    return f"otpauth://totp/{name}?secret={b32encode(secret).decode()}&issuer={quote(ISSUER)}"


def confirm_totp(request: HttpRequest, officer: Officer, code: str) -> list[str] | None:
    """Confirm the new secret with a first code; the recovery codes, shown this once. None when the code is wrong."""
    secret = new_secret(request)
    step = _step(secret, code, 0) if secret else None
    if secret is None or step is None:
        return None
    del request.session[NEW_SECRET]
    kept = {"secret": encrypt_bytes(secret), "confirmed_at": clock.real_now(), "last_step": step}
    with transaction.atomic():
        TotpSecret.objects.update_or_create(officer=officer, defaults=kept)
        return new_recovery_codes(officer)


def new_recovery_codes(officer: Officer) -> list[str]:
    """Ten new recovery codes in place of the old ones."""
    codes = ["".join(secrets.choice(CODE_SIGNS) for _ in range(10)) for _ in range(CODES)]
    with transaction.atomic():
        RecoveryCode.objects.filter(officer=officer).delete()
        RecoveryCode.objects.bulk_create(RecoveryCode(officer=officer, hash=_hash(code)) for code in codes)
    return codes


def _hash(code: str) -> bytes:
    return hmac.digest(key_for("recovery"), code.encode(), "sha256")


def has_factor(officer: Officer) -> bool:
    """Whether the officer has a second factor."""
    return (
        TotpSecret.objects.filter(officer=officer).exists()
        or Passkey.objects.filter(officer=officer).exists()
    )


def right_code(officer: Officer, code: str) -> bool:
    """Whether this is the officer's code of now, or an unused recovery code; either is good once."""
    plain = code.replace(" ", "").replace("-", "").upper()
    if plain.isdecimal() and len(plain) == DIGITS:
        return _right_totp(officer, plain)
    used = RecoveryCode.objects.filter(officer=officer, hash=_hash(plain), used_at=None)
    return used.update(used_at=clock.real_now()) == 1


def _right_totp(officer: Officer, code: str) -> bool:
    with transaction.atomic():
        found = TotpSecret.objects.select_for_update().filter(officer=officer).first()
        step = _step(decrypt_bytes(bytes(found.secret)), code, found.last_step) if found else None
        if found is None or step is None:
            return False
        found.last_step = step
        found.save(update_fields=["last_step"])
        return True


def _step(secret: bytes, code: str, after: int) -> int | None:
    """The step around now, later than `after`, whose code this is; None when it is none's."""
    now = step_of(clock.real_now())
    for step in range(max(after + 1, now - DRIFT), now + DRIFT + 1):
        if hmac.compare_digest(code_at(secret, step).encode(), code.encode()):
            return step
    return None


def drop_factors(officer: Officer) -> None:
    """Take every second factor away: authenticator, recovery codes, passkeys."""
    drop_totp(officer)
    Passkey.objects.filter(officer=officer).delete()


def drop_totp(officer: Officer) -> None:
    """Take the authenticator and its recovery codes away."""
    TotpSecret.objects.filter(officer=officer).delete()
    RecoveryCode.objects.filter(officer=officer).delete()


def became_strong(request: HttpRequest, at: datetime | None = None) -> None:
    """Note in the session that a second factor was shown, now or at that moment."""
    request.session[STRONG_AT] = (at or clock.real_now()).isoformat()


def strong_until(request: HttpRequest) -> datetime | None:
    """Until when the session counts as strong; None when it does not."""
    text = request.session.get(STRONG_AT)
    until = datetime.fromisoformat(text) + FRESH if isinstance(text, str) else None
    return until if until is not None and clock.real_now() < until else None


def exempt(officer: Officer) -> bool:
    """Whether this is the demonstration and the officer one of its invented ones, who need no second factor."""
    return bool(settings.ZHIXING_DEMONSTRATION and settings.ZHIXING_TODAY and officer.invented)


def is_strong(request: HttpRequest) -> bool:
    """Whether the signed-in officer may now do what coerces or pays."""
    invented = isinstance(request.user, Officer) and exempt(request.user)
    return invented or strong_until(request) is not None
