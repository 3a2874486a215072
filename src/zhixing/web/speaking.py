"""Templates that speak the reader's language: every `{{ value }}` is said in English when English is asked for.

It is done where a template is loaded, so that no page can forget it. What a form gives back (`value="…"`, a textarea) is never
translated, since it would be stored; nor is markup. Text of the templates themselves uses Django's translate tags.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Sequence

from django.template import Context, Engine, Origin, Template
from django.template.base import FilterExpression, Node, TextNode, VariableNode
from django.template.loaders import cached
from django.templatetags.i18n import BlockTranslateNode
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation.trans_real import translation

from zhixing.languages.catalogue import english
from zhixing.languages.speaking import SIGNS, in_english

GIVEN_BACK = re.compile(r'(?:value="|<textarea[^>]*>|<code>|data-raw="[^"]*)$')
MARKUP = re.compile("[<>&]")
ENGLISH_SIGNS = str.maketrans({**SIGNS, "\u3002": ". "})


def speaks_english() -> bool:
    """Whether what is being made now is for an English reader."""
    return (get_language() or "").startswith("en")


def spoken(value: object) -> object:
    """A value as the reader of this page sees it; markup and numbers are left alone."""
    if isinstance(value, int | float | Own | None) or not speaks_english():
        return value
    if isinstance(value, SafeString) and MARKUP.search(value):
        return value  # a template's own literal and a joined list are safe, too, and are spoken
    return in_english(str(value) if isinstance(value, Promise) else value)


class Spoken(FilterExpression):
    """A filter expression whose answer is spoken. It stands around one that is parsed already."""

    def __init__(self, expression: FilterExpression) -> None:
        self.expression = expression
        self.filters, self.var = expression.filters, expression.var
        self.token, self.is_var = expression.token, expression.is_var

    def resolve(self, context: Context, ignore_failures: bool = False) -> object:
        """The value, in the reader's language."""
        return spoken(self.expression.resolve(context, ignore_failures))

    def __str__(self) -> str:
        return str(self.expression)


class Own(str):
    """Somebody's own words, which stay as they are: what a bank or a payer wrote is no label, though it may read like one."""


class Signs(TextNode):
    """Text of a template between its tags that has signs of Chinese: brackets, commas, colons as an English reader knows them."""

    def render(self, context: Context) -> str:
        """The text with the reader's signs."""
        return self.s.translate(ENGLISH_SIGNS) if speaks_english() else self.s

    def render_annotated(self, context: Context) -> str:
        """As `render`; Django asks text this way."""
        return self.render(context)


class Loader(cached.Loader):
    """Loads and keeps the templates of the rooms, and teaches each to speak, once."""

    def __init__(self, engine: Engine, loaders: Sequence[str]) -> None:
        super().__init__(engine, loaders)
        self.taught: set[Template] = set()

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        """As Django does."""
        template = super().get_template(template_name, skip)
        if template not in self.taught:
            _teach(template.nodelist)
            self.taught.add(template)
        return template


def _teach(nodes: list[Node]) -> None:
    before = ""
    for place, node in enumerate(nodes):
        if type(node) is TextNode and node.s.translate(ENGLISH_SIGNS) != node.s:
            nodes[place] = Signs(node.s)
        if isinstance(node, VariableNode) and not GIVEN_BACK.search(before):
            node.filter_expression = Spoken(node.filter_expression)
        if isinstance(node, BlockTranslateNode):
            node.extra_context = {name: Spoken(each) for name, each in node.extra_context.items()}
        before = node.s if isinstance(node, TextNode) else ""
        for name in getattr(node, "child_nodelists", ()):
            _teach(getattr(node, name, None) or [])


class _Catalogue(gettext.NullTranslations):
    """The rooms' catalogues in the form gettext keeps them."""

    def __init__(self) -> None:
        super().__init__()
        self._catalog = english()
        self.plural = lambda n: int(n != 1)


def teach_django() -> None:
    """Give Django's translate tags and gettext the rooms' English."""
    translation("en").merge(_Catalogue())
