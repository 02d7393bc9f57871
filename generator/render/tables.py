"""Data ──▶ one CSV per table."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from generator.model import Briefing, Page, Span, value_of
from generator.render.cite import On
from generator.render.markdown import printable
from generator.render.places import where, whole_sentence

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
            read = [self._read(e)[-len(self._columns) :] for e in _first(places)]
            lines = ["\n".join(" ".join(cell.split()) for cell in cells) for cells in zip(*read, strict=True)]
            cells = [_cell(row | _named(row, self._names), places, column) for column in columns]
            writer.writerow([_inert(cell) for cell in (*cells, *(lines or [""] * len(self._columns)))])
        yield Page(f"data/{name}.csv", out.getvalue().encode("utf-8-sig"))  # by its mark a spreadsheet knows UTF-8

    def _read(self, place: Row) -> tuple[str, ...]:
        """Return who published what holds a place, its title, the sentence, and its address."""
        article, words = self._articles[place["article"]], Span(place["start"], place["end"])
        sentence = whole_sentence(article, words).text
        return *self._titles[article.id], sentence, self._on(*where(article, words.start))


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
