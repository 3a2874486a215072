"""`zhixing manage …`: Django's own commands (migrate, makemigrations, shell …) with the database running."""

from __future__ import annotations

import argparse

from zhixing.cli import django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `zhixing manage` takes: everything, as it is."""
    parser.add_argument("arguments", nargs=argparse.REMAINDER)


def run(args: argparse.Namespace) -> int:
    """Run a management command."""
    django.setup(tables=False)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["zhixing manage", *args.arguments])
    return 0
