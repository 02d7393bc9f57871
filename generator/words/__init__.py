"""The words of the pages in the language of the site: English where it stands, every other language from one file.

The language is set once, for all that is rendered inside of ``speaking``.
"""

import gettext
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from generator import edtf

ENGLISH = "en"
REASON = "reason"
"""The context of messages that the stages before the pages put into the data, always in English."""
_FOLDER = Path(__file__).parent
LANGUAGES = (ENGLISH, *sorted(path.stem for path in _FOLDER.glob("*.po")))
"""The languages in which the pages can speak."""


class _Tongue(NamedTuple):
    """A language, and the English messages for which it turned out to have no words."""

    code: str
    lacking: set[str]


_tongue: ContextVar[_Tongue] = ContextVar("tongue", default=_Tongue(ENGLISH, set()))  # noqa: B039 - English lacks nothing


@contextmanager
def speaking(code: str) -> Iterator[set[str]]:
    """Let everything inside speak a language, one of ``LANGUAGES``; the set fills with messages that stay English."""
    tongue = _Tongue(code, set())
    before = _tongue.set(tongue)
    try:
        yield tongue.lacking
    finally:
        _tongue.reset(before)


def language() -> str:
    """Return the code of the language of the pages."""
    return _tongue.get().code


def lacking() -> set[str]:
    """Return the messages for which the language of the pages turned out to have no words."""
    return _tongue.get().lacking


def stays(message: str) -> str:
    """Return an English message for which the language of the pages has no words, and note it."""
    if language() != ENGLISH:
        _tongue.get().lacking.add(message)
    return message


def locale() -> Locale:
    """Return what Unicode knows of the language of the pages."""
    return Locale(language())


def N_(message: str) -> str:  # noqa: N802 - the name that tools for messages know
    """Return a message as it is, so that it is known as one: it is translated where it is shown."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802
    """Return the forms of a message as they are, for ``ngettext`` where they are shown."""
    return one, many


def _(message: str, **values: object) -> str:
    """Return a message in the language of the pages, its ``{placeholders}`` filled, numbers in its form."""
    words = messages(language(), "").get(message) or stays(message)
    return words.format(**{k: number(v) if isinstance(v, int) else v for k, v in values.items()}) if values else words


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Return the form of a message for a count, which ``{n}`` stands for."""
    choose = _plurals(language())[1]
    return forms(one, many)[choose(count)].format(n=number(count), **values)


def forms(one: str, many: str) -> tuple[str, ...]:
    """Return the forms of a message in the language of the pages, ``{n}`` not filled."""
    return _plurals(language())[0].get(one) or (stays(one), many)


_ENDLESS = range(-30, -9)  # as many digits behind the point has a third, and no value that somebody wrote
_PARTS = 12  # parts of a whole that have a name: a twelfth


def number(value: float | Decimal) -> str:
    """Return a number with the marks of the language of the pages: ``1,234`` in English; a third is ``1/3``."""
    if isinstance(value, Decimal) and value.as_tuple().exponent in _ENDLESS:
        return str(Fraction(value).limit_denominator(_PARTS))
    if language() == ENGLISH:
        return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return format_decimal(value, locale=language(), decimal_quantization=False)


@cache
def messages(code: str, context: str) -> Mapping[str, str]:
    """Return the messages of a language in one context that have one form: English ──▶ its own words."""
    found = (m for m in _catalogue(code) if isinstance(m.id, str) and m.id and (m.context or "") == context)
    return {str(m.id): str(m.string) for m in found if m.string}


@cache
def _plurals(code: str) -> tuple[Mapping[str, tuple[str, ...]], Callable[[int], int]]:
    catalogue = _catalogue(code)
    several = [(m.id[0], m.string) for m in catalogue if isinstance(m.id, tuple) and isinstance(m.string, tuple)]
    return {one: forms for one, forms in several if all(forms)}, gettext.c2py(catalogue.plural_expr)


@cache
def _catalogue(code: str) -> Catalog:
    if code == ENGLISH:
        return Catalog(ENGLISH)
    with (_FOLDER / f"{code}.po").open(encoding="utf-8") as stream:
        return read_po(stream, locale=code)


def dated(value: str) -> str:
    """Return an EDTF value in words: ``14. April 2025`` in German."""
    return edtf.format_value(value) if language() == ENGLISH else edtf.format_value(value, edtf.Tongue(_, _named))


def _named(stem: str) -> str:
    """Return a day or a month of a year."""
    year, month, *day = stem.split("-")
    if day:
        return format_date(date.fromisoformat(stem), "long", locale())
    return f"{get_month_names('wide', 'stand-alone', locale())[int(month)]} {year.lstrip('0')}"
