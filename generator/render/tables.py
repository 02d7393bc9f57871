"""Data ──▶ one CSV per table; the sources for a list of references: BibTeX and CSL-JSON."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from generator import edtf
from generator.model import Article, Briefing, Page, Span, value_of
from generator.render.cite import On
from generator.render.dates import first_day
from generator.render.markdown import printable
from generator.render.places import where, whole_sentence
from generator.render.titles import title_of

Row = dict[str, Any]

_ENTITY = ("id", "name", "kind", "aliases", "roles", "mentions", "articles")
_READ = ("publisher", "title", "sentence", "address")
_NAMED = {"people": "people_names", "places": "place_names", "organisations": "organisation_names"}
_TABLES: Mapping[str, tuple[str, ...]] = {
    "events": ("id", "date", "basis", "headline", "status", "mode", *chain(*_NAMED.items()), "sources"),
    "quotes": ("id", "speaker", "speaker_name", "text", "class", "attribution", "firmness", "source", "line"),
    "figures": ("id", "value", "high", "unit", "qualifier", "measure", "period", "group", "source", "line", "text"),
    "people": _ENTITY,
    "organisations": _ENTITY,
    "places": (*_ENTITY, "country", "coordinates"),
    "terms": ("id", "term", "kind", "definition", "expansion", "uses"),
    "differences": ("id", "kind", "question", "verdict", "readings", "decision"),
}
MOST = 3
"""Articles of which a row tells who published them, their title and a sentence; the data has all."""


class Sheets:
    """The tables of ``data/briefing.json`` as CSV, a record for each of their rows.

    What the row is read from stands in its last cells, with a line for each article, in the same order in each cell.
    """

    def __init__(self, briefing: Briefing, on: On, *, read: bool = True) -> None:
        """Look up the articles and names of a briefing; ``on`` gives addresses.

        Unless ``read`` is asked for, only the address tells where a row is read.
        """
        self._columns = _READ if read else _READ[-1:]
        self._read = self._told if read else self._at
        self._on = on
        self._articles = {a.id: a for a in briefing.articles}
        self._names = {e.id: e.name for e in briefing.entities}
        told = {a.id: (value_of(a.publisher), value_of(a.title)) for a in briefing.articles}
        self._titles = {article: [one or "unknown" for one in both] for article, both in told.items()}

    def sheet(self, name: str, rows: Iterable[Row]) -> Iterator[Page]:
        """Yield the CSV of the rows of a table, if that has one."""
        columns = _TABLES.get(name)
        if not columns:
            return
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow((*columns, *self._columns))
        for row in rows:
            places = _places(row)
            read = [self._read(e) for e in _first(places)]
            lines = ["\n".join(" ".join(cell.split()) for cell in cells) for cells in zip(*read, strict=True)]
            named = row | _named(row, self._names)
            cells = [_cell(named, places, column) for column in columns]
            writer.writerow([_inert(cell) for cell in (*cells, *(lines or [""] * len(self._columns)))])
        yield Page(f"data/{name}.csv", out.getvalue().encode("utf-8-sig"))  # by its mark a spreadsheet knows UTF-8

    def _told(self, place: Row) -> tuple[str, ...]:
        """Return who published what holds a place, its title, the sentence, and its address."""
        article, words = self._articles[place["article"]], Span(place["start"], place["end"])
        return *self._titles[article.id], whole_sentence(article, words).text, *self._at(place)

    def _at(self, place: Row) -> tuple[str, ...]:
        return (self._on(*where(self._articles[place["article"]], place["start"])),)


def _named(row: Row, names: Mapping[str, str]) -> Row:
    """Return the names of those of whom a row holds only ids."""
    ids = {own: row.get(column) or [] for column, own in _NAMED.items()}
    ids["speaker_name"] = [row["speaker"]] if row.get("speaker") else []
    return {own: [names.get(i, i) for i in found] for own, found in ids.items()}


def _places(row: Row) -> Sequence[Row]:
    """Return where a row is read: its evidence, or that of its answers."""
    found = row.get("evidence") or row.get("mentions") or row.get("uses")
    if isinstance(found, dict):
        return (found,)
    return found or [e for reading in row.get("readings", ()) for e in reading["evidence"]]


def _first(places: Iterable[Row]) -> Sequence[Row]:
    """Return the first place in each of the first articles, in the order of their files."""
    first: dict[str, Row] = {}
    for place in sorted(places, key=lambda e: (e["source"], e["start"])):
        first.setdefault(place["article"], place)
    return list(first.values())[:MOST]


def _cell(row: Row, places: Sequence[Row], column: str) -> str:
    match column:
        case "sources" | "articles":
            return " ".join(sorted({e["source"] for e in places}))
        case "source" | "line":
            return str(places[0][column])
        case _:
            return _flat(row[column] if column in row else places[0][column])


def _flat(value: Any) -> str:  # noqa: ANN401 - any cell
    match value:
        case None:
            return ""
        case {"text": text} | {"title": text} | {"value": text} | {"holds": text}:
            return str(text)
        case [{"start": _}, *_]:
            return str(len(value))
        case [*items]:
            return "; ".join(dict.fromkeys(map(_flat, items)))
        case _:
            return str(value)


def _inert(cell: str) -> str:
    """Show what hides, and keep a spreadsheet from reading a cell as a formula (an apostrophe is its sign for text)."""
    cell = printable(cell)
    number = cell[:1] == "-" and cell[1:].replace(".", "", 1).isdigit()
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not number else cell


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
