"""Passkeys (WebAuthn): registered and used with python-fido2; the ceremony's state lies in the session between its two halves."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    UserVerificationRequirement,
)

from zhixing.people.models import Officer, Passkey
from zhixing.record import clock

STATE = "passkey_state"
Told = dict[str, object]


class BadPasskey(ValueError):
    """A ceremony that failed: the answer does not fit what was asked, or comes from a copied key."""


def _server(request: HttpRequest) -> Fido2Server:
    host = request.get_host()
    name = urlsplit(f"//{host}").hostname or host
    own = f"{request.scheme}://{host}"
    return Fido2Server(
        PublicKeyCredentialRpEntity(name="执行办案平台", id=name), verify_origin=lambda origin: origin == own
    )


def _known(officer: Officer) -> list[AttestedCredentialData]:
    rows = Passkey.objects.filter(officer=officer).values_list("attested", flat=True)
    return [AttestedCredentialData(bytes(attested)) for attested in rows]


def begin_registering(request: HttpRequest, officer: Officer) -> Told:
    """What the browser is asked to make."""
    user = PublicKeyCredentialUserEntity(
        id=str(officer.pk).encode(), name=officer.username, display_name=officer.name
    )
    options, state = _server(request).register_begin(
        user, _known(officer), user_verification=UserVerificationRequirement.PREFERRED
    )
    request.session[STATE] = state
    return dict(options)


def finish_registering(request: HttpRequest, officer: Officer, name: str, answer: Told) -> Passkey:
    """Keep the passkey the browser made. Raises BadPasskey."""
    state = request.session.pop(STATE, None)
    try:
        made = _server(request).register_complete(state, answer)
    except (ValueError, TypeError, KeyError) as error:
        raise BadPasskey(str(error)) from error
    attested = made.credential_data
    if state is None or attested is None:
        raise BadPasskey("没有进行中的登记")
    return Passkey.objects.create(
        officer=officer,
        name=name.strip()[:60] or "通行密钥",
        credential=attested.credential_id,
        attested=bytes(attested),
        counter=made.counter,
        made_at=clock.real_now(),
    )


def begin_showing(request: HttpRequest, officer: Officer) -> Told:
    """What the browser is asked to sign."""
    options, state = _server(request).authenticate_begin(
        _known(officer), user_verification=UserVerificationRequirement.PREFERRED
    )
    request.session[STATE] = state
    return dict(options)


def finish_showing(request: HttpRequest, officer: Officer, answer: Told) -> Passkey:
    """The passkey that signed. Raises BadPasskey, also when its counter went back: then it was copied."""
    state = request.session.pop(STATE, None)
    try:
        shown = AuthenticationResponse.from_dict(answer)
        used = _server(request).authenticate_complete(state, _known(officer), shown)
    except (ValueError, TypeError, KeyError) as error:
        raise BadPasskey(str(error)) from error
    found = Passkey.objects.get(officer=officer, credential=used.credential_id)
    counter = shown.response.authenticator_data.counter
    if (counter or found.counter) and counter <= found.counter:
        raise BadPasskey("这把通行密钥的使用次数倒退，可能被复制。请删除它并告知系统管理员")
    found.counter, found.used_at = counter, clock.real_now()
    found.save(update_fields=["counter", "used_at"])
    return found
