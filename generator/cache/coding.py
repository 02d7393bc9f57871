"""What was found ──▶ JSON ──▶ the same again: one coder for every frozen dataclass of the model.

A dataclass is an object with one key, its name, and the list of its fields; a tuple is a list. The words of the article
are no part of it: evidence is its place, and its words are read from the article's text.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from generator import model
from generator.model import Article, Evidence, Findings, Source, Span

_CLASSES = {name: kind for name, kind in vars(model).items() if isinstance(kind, type) and is_dataclass(kind)}
_LEAVES = (str, int, float, bool, type(None))
_EXACTLY, _NESTED = frozenset(_LEAVES), frozenset((list, dict))
"""Types of most values, known without a call."""
_WHOLE: dict[str, Callable[[Any], object]] = {"Decimal": Decimal, "frozenset": frozenset}
_KNOWN: dict[type, tuple[str, ...]] = {Article: ("text",), Findings: ("article",), Evidence: ("article", "text")}
"""The fields that aren't kept, because the subject has them."""


def encoded(found: Article | Findings) -> str:
    """Return what was found as one line of JSON; raises TypeError for what no field of a finding can hold."""
    subject = found if isinstance(found, Article) else found.article
    return json.dumps([subject.id, plain(found)], separators=(",", ":"))


def decoded(line: str, subject: Source | Article) -> object:
    """Return what was found in a source or an article again.

    Raises ValueError, TypeError or LookupError for what this coder didn't write.
    """
    name, row = json.loads(line)
    return _Maker(name, subject, _CLASSES).made(row)


def made_again(row: object, article: Article, kind: type) -> Any:  # noqa: ANN401 - what was made plain
    """Return what was made plain of an article, with dataclasses of one kind besides those of the model in it."""
    return _Maker(article.id, article, _CLASSES | {kind.__name__: kind}).made(row)


def plain(value: object, besides: type | None = None) -> object:
    """Return what was found as lists, objects and leaves of JSON; ``besides`` the model's there may be one class."""
    if isinstance(value, _LEAVES):
        return value
    if isinstance(value, tuple):
        return [one if type(one) in _EXACTLY else plain(one, besides) for one in value]
    if isinstance(value, frozenset):
        return {"frozenset": sorted(value)}
    if isinstance(value, Decimal):
        return {"Decimal": str(value)}
    kind: type = type(value)
    if kind is not besides and _CLASSES.get(kind.__name__) is not kind:
        msg = f"a {kind.__name__} is no part of what is found"
        raise TypeError(msg)
    return {kind.__name__: plain(tuple([getattr(value, name) for name in _kept(kind)]), besides)}


@cache
def _kept(kind: type) -> tuple[str, ...]:
    known = next((names for of, names in _KNOWN.items() if issubclass(kind, of)), ())
    return tuple(f.name for f in fields(kind) if f.name not in known)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes values again; ``name`` is the id that evidence was cited under."""

    name: str
    subject: Source | Article
    classes: Mapping[str, type]

    def made(self, value: Any) -> Any:  # noqa: ANN401 - JSON
        if isinstance(value, list):
            return tuple([self.made(one) if type(one) in _NESTED else one for one in value])
        if not isinstance(value, dict):
            return value
        ((name, row),) = value.items()
        if name == "Span":
            return Span(*row)
        if name in _WHOLE:
            return _WHOLE[name](row)
        kind = self.classes[name]
        given = dict(zip(_kept(kind), self.made(row), strict=True))
        if issubclass(kind, Evidence):
            span = given["span"]
            given |= {"article": self.name, "text": self.subject.text[span.start : span.end]}
        elif kind is Article:
            given["text"] = self.subject.text
        elif kind is Findings:
            given["article"] = self.subject
        return kind(**given)
