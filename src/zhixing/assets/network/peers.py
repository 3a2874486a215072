"""Who we are on the property network, whom we believe, and how long we wait: from the installation's settings."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from django.conf import settings

from zhixing.assets.network.signing import Keys, Signer, key_name, made_of, public

MOST_SENDINGS = 4  # times a request is sent before its institution counts as silent
STEPS = 128


def signer() -> Signer:
    """The courts' own signature."""
    return _signer(settings.ZHIXING_NETWORK_KEY)


@cache
def _signer(secret: str) -> Signer:
    return Signer(made_of(secret, "court"))


def believed() -> Keys:
    """The exchange's keys by name: as set, else the key of the sandbox that shares this installation's secret."""
    return _believed(settings.ZHIXING_NETWORK_KEY, settings.ZHIXING_NETWORK_PEER)


@cache
def _believed(secret: str, peers: str) -> Keys:
    keys = [public(each) for each in peers.split(",") if each] or [made_of(secret, "exchange").public_key()]
    return {key_name(each): each for each in keys}


def patience() -> timedelta:
    """How long an answer is waited for before its request is sent again."""
    minutes: float = settings.ZHIXING_NETWORK_PATIENCE
    return timedelta(minutes=minutes)


def rest(attempts: int) -> timedelta:
    """How long to wait after so many sendings in a row failed: twice as long each time, at most as long as for an answer."""
    return patience() * (min(1 << attempts, STEPS) / STEPS)
