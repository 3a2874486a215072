"""`zhixing openapi`: the API's OpenAPI document, as kept in docs/openapi.json."""

from __future__ import annotations

import argparse
import sys


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(_args: argparse.Namespace) -> int:
    """Print the document; 0."""
    from zhixing.cli.django import setup

    setup(tables=False)
    from zhixing.api.gate import ROUTES
    from zhixing.api.openapi import document

    sys.stdout.buffer.write(document(ROUTES))
    return 0
