"""The sources for a list of references, as BibTeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import edtf
from generator.model import Page, value_of
from generator.render.lookup import title_of
from generator.render.markdown import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Article

_SPECIAL = re.compile(r"[\\{}$&#^_%~]")
_WRITTEN = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
_DAYS = {"day": 3, "month": 2, "year": 1}
"""How many of year, month and day a date of some precision tells."""


def references(articles: Sequence[Article]) -> Page:
    """Return ``data/sources.bib``: every one, by its id, with what is known of it."""
    return Page("data/sources.bib", "\n".join(map(_bibtex, articles)).encode())


def _bibtex(article: Article) -> str:
    """Return an entry; each value stands in two braces, so that no program changes its capitals or splits a name."""
    fields = {
        "title": value_of(article.title) or title_of(article),
        "author": value_of(article.byline),
        "howpublished": value_of(article.publisher),
        **dict(zip(("year", "month", "day"), map(str, _issued(article)), strict=False)),
        "url": value_of(article.url),
    }
    lines = (f"  {name} = {{{{{_escaped(value)}}}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{article.id},\n{''.join(lines)}}}\n"


def _escaped(value: str) -> str:
    """Return a text in which nothing is a command of TeX."""
    return _SPECIAL.sub(lambda m: _WRITTEN.get(m[0], f"\\{m[0]}"), printable(" ".join(value.split())))


def _issued(article: Article) -> Sequence[int]:
    """Return the year, the month and the day of publication, as many of them as are known."""
    published = value_of(article.published) or ""
    covered = edtf.bounds(published) if published else None
    first = covered.first if covered else None
    return first.timetuple()[: _DAYS.get(edtf.precision(published), 1)] if first else ()
