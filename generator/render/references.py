"""The sources for a list of references: BibTeX, and CSL-JSON for programs that manage literature."""

import json
import re
from collections.abc import Sequence
from typing import Any

from generator import edtf
from generator.model import Article, Page, value_of
from generator.render.dates import first_day
from generator.render.lookup import title_of
from generator.render.markdown import printable

_SPECIAL = re.compile(r"[\\{}$&#^_%~]")
_WRITTEN = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
_DAYS = {"day": 3, "month": 2, "year": 1}
"""How many of year, month and day a date of some precision tells."""


def reference_pages(articles: Sequence[Article]) -> tuple[Page, ...]:
    """Return ``data/sources.bib`` and ``data/sources.json``: every one, by its id, with what is known of it."""
    bibtex = "\n".join(_bibtex(a) for a in articles)
    csl = ",\n".join(json.dumps(_csl(a), ensure_ascii=False) for a in articles)
    return Page("data/sources.bib", bibtex.encode()), Page("data/sources.json", f"[\n{csl}\n]\n".encode())


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


def _csl(article: Article) -> dict[str, Any]:
    author, issued = value_of(article.byline), _issued(article)
    known = {
        "id": article.id,
        "type": "article-newspaper",
        "title": printable(value_of(article.title) or title_of(article)),
        "author": [{"literal": printable(author)}] if author else None,
        "container-title": value_of(article.publisher),
        "issued": {"date-parts": [issued]} if issued else None,
        "URL": value_of(article.url),
        "language": value_of(article.language),
    }
    return {name: value for name, value in known.items() if value}


def _issued(article: Article) -> Sequence[int]:
    """Return the year, the month and the day of publication, as many of them as are known."""
    published = value_of(article.published) or ""
    first = first_day(published)
    return list(first.timetuple()[: _DAYS.get(edtf.precision(published), 1)]) if first else []
