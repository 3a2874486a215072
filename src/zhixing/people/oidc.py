"""Signing in through the court's own identity provider: OpenID Connect, authorization code with PKCE, state and nonce.

Authlib does the protocol. Provider, key and token are believed only so far: the issuer that the settings name, algorithms that
need the provider's private key, us as the audience, our nonce. Its metadata and keys are asked for anew each hour, and when a
token is signed with a key not yet known, so the provider may change its keys at any time.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import msgspec
from authlib.integrations.base_client.errors import MismatchingStateError
from authlib.integrations.django_client import OAuth, OAuthError
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from joserfc.errors import JoseError
from requests import RequestException

from zhixing.law.texts import Text, say
from zhixing.people.models import LinkedSubject, Officer
from zhixing.people.strength import FRESH
from zhixing.record import clock

SIGNED_WITH = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
PATIENCE = 10  # seconds for the provider to answer
LEEWAY = 60  # seconds by which the provider's clock may differ
HERE = ("127.0.0.1", "localhost", "::1")
log = logging.getLogger(__name__)


class Provider(Protocol):
    """What we use of Authlib's client."""

    def authorize_redirect(self, request: HttpRequest, redirect_uri: str) -> HttpResponse:
        """To the provider, with state, nonce and PKCE challenge kept in the session."""

    def authorize_access_token(
        self, request: HttpRequest, *, claims_options: Mapping[str, Mapping[str, object]], leeway: int
    ) -> Mapping[str, object]:
        """Take the code to the provider; what it answers, the checked ID token under `userinfo`."""

    def load_server_metadata(self) -> dict[str, object]:
        """What the provider says of itself."""


class NotSignedOn(Exception):
    """The provider did not vouch for anyone; the sentence says so to the person who waits, the log says more."""

    def __init__(self, text: Text, why: object) -> None:
        super().__init__(str(text))
        self.text = text
        log.warning("sign-on refused: %s", why)


class Claims(msgspec.Struct, frozen=True):
    """What a checked ID token says that we use."""

    iss: str
    sub: str
    acr: str = ""
    amr: tuple[str, ...] = ()
    auth_time: float = 0.0

    @property
    def shown_at(self) -> datetime | None:
        """When the person showed a second factor to the provider; None when not, or too long ago to count here."""
        if not {self.acr, *self.amr} & settings.OIDC_STRONG:
            return None
        shown, now = datetime.fromtimestamp(self.auth_time, clock.ZONE), clock.real_now()
        return shown if now - FRESH < shown <= now + timedelta(seconds=LEEWAY) else None


def begin(request: HttpRequest, back: str) -> HttpResponse:
    """Send the browser to the provider, which sends it to the address `back`. Raises NotSignedOn."""
    try:
        return _provider().authorize_redirect(request, back)
    except (RequestException, RuntimeError, ValueError) as error:
        raise _unreachable(error) from error


def finish(request: HttpRequest) -> Claims:
    """Whom the provider vouches for, once its answer has been checked. Raises NotSignedOn."""
    wanted = {
        "iss": {"essential": True, "value": settings.OIDC_ISSUER},
        "aud": {"essential": True, "value": settings.OIDC_CLIENT},
    }
    try:
        token = _provider().authorize_access_token(request, claims_options=wanted, leeway=LEEWAY)
        return msgspec.convert(token["userinfo"], type=Claims)
    except MismatchingStateError as error:
        raise NotSignedOn(say("这次登录已经过期，或者不是从本页开始的。请重新登录"), error) from error
    except OAuthError as error:
        raise NotSignedOn(say("统一身份认证没有完成登录。请重试，或用用户名和密码登录"), error) from error
    except RequestException as error:
        raise _unreachable(error) from error
    except (JoseError, ValueError, KeyError, RuntimeError) as error:
        raise NotSignedOn(
            say("统一身份认证给出的凭证没有通过核验，未予登录。请重试；再次出现的，请告知系统管理员"), error
        ) from error


def officer_of_subject(claims: Claims) -> Officer | None:
    """The officer whom an administrator linked to this person, if they still work here. Nobody is made."""
    found = LinkedSubject.objects.filter(issuer=claims.iss, subject=claims.sub, ended_at=None)
    row = found.select_related("officer").first()
    return row.officer if row is not None and row.officer.is_active else None


def _unreachable(error: Exception) -> NotSignedOn:
    return NotSignedOn(say("现在连不上统一身份认证。请稍后重试，或用用户名和密码登录"), error)


def _provider() -> Provider:
    """The client of this hour, its metadata read."""
    address = urlsplit(settings.OIDC_ISSUER)
    if address.scheme != "https" and address.hostname not in HERE:
        raise ImproperlyConfigured("ZHIXING_OIDC_ISSUER 应以 https:// 开头")
    hour = int(clock.real_now().timestamp()) // 3600
    client = _client(settings.OIDC_ISSUER, settings.OIDC_CLIENT, settings.OIDC_SECRET_FILE, hour)
    told = client.load_server_metadata()
    offered = msgspec.convert(told.get("id_token_signing_alg_values_supported") or ["RS256"], type=list[str])
    told["id_token_signing_alg_values_supported"] = [each for each in offered if each in SIGNED_WITH]
    return client


@lru_cache(maxsize=2)
def _client(issuer: str, client: str, secret_file: str, _hour: int) -> Provider:
    made: Provider = OAuth().register(
        "oidc",
        client_id=client,
        client_secret=Path(secret_file).read_text().strip() if secret_file else None,
        server_metadata_url=issuer.rstrip("/") + "/.well-known/openid-configuration",
        client_kwargs={"scope": "openid", "code_challenge_method": "S256", "default_timeout": PATIENCE},
    )
    return made
