"""The norms' own texts: data that the court takes in, shown beside the rules that cite them. Never part of the project."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from zhixing.law.norms import NORMS
from zhixing.law.norms.reading import articles
from zhixing.record import clock
from zhixing.record.models import NormArticle


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: its stem, how many articles were taken in, and why not if none."""

    stem: str
    articles: int
    why_not: str = ""


def known_stems() -> frozenset[str]:
    """File stems that a version of a norm names."""
    return frozenset(version.text for norm in NORMS.values() for version in norm.versions if version.text)


def take_in(path: Path) -> Imported:
    """Take in one text, replacing what was there under its name; a text no norm names, or without articles, is left out."""
    if path.stem not in known_stems():
        return Imported(path.stem, 0, "没有一部已知规范的版本使用这个文件名")
    content = path.read_bytes()
    try:
        found = articles(content.decode("utf-8"))
    except UnicodeDecodeError:
        return Imported(path.stem, 0, "不是 UTF-8 文本")
    if not found:
        return Imported(path.stem, 0, "没有读到“第…条”")
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        NormArticle.objects.filter(stem=path.stem).delete()
        NormArticle.objects.bulk_create(
            NormArticle(stem=path.stem, article=number, text=text, file_hash=digest, taken_in_at=clock.now())
            for number, text in found.items()
        )
    return Imported(path.stem, len(found))


def article_text(stem: str | None, article: int) -> str | None:
    """The text of an article, None when its norm's text has not been taken in."""
    if not stem:
        return None
    return NormArticle.objects.filter(stem=stem, article=article).values_list("text", flat=True).first()
