"""Data ──▶ one CSV per table."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from generator.model import Page
from generator.render.markdown import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Row = dict[str, Any]

_ENTITY = ("id", "name", "kind", "aliases", "roles", "mentions", "articles")
_TABLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("events", ("id", "date", "basis", "headline", "status", "mode", "people", "places", "sources")),
    ("quotes", ("id", "speaker", "text", "class", "attribution", "firmness", "source", "line")),
    ("figures", ("id", "value", "high", "unit", "qualifier", "measure", "period", "group", "source", "line", "text")),
    ("people", _ENTITY),
    ("organisations", _ENTITY),
    ("places", (*_ENTITY, "country", "coordinates")),
    ("terms", ("id", "term", "kind", "definition", "expansion", "uses")),
    ("differences", ("id", "kind", "question", "verdict", "readings", "decision")),
)


def tables(data: Row) -> Iterator[Page]:
    """Yield one CSV for each table of ``data/briefing.json``, a line for each of its rows."""
    for name, columns in _TABLES:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row, column) for column in columns] for row in data[name])
        yield Page(f"data/{name}.csv", out.getvalue().encode("utf-8-sig"))  # by its mark a spreadsheet knows UTF-8


def _cell(row: Row, column: str) -> str:
    evidence = row.get("evidence") or row.get("mentions") or []
    places: Sequence[Row] = evidence if isinstance(evidence, list) else [evidence]
    match column:
        case "sources" | "articles":
            return _inert(" ".join(sorted({e["source"] for e in places})))
        case "source" | "line":
            return _inert(str(places[0][column]))
        case _:
            value = row[column] if column in row else places[0][column]
            return _inert(_flat(value))


def _flat(value: Any) -> str:  # noqa: ANN401 - any cell
    match value:
        case None:
            return ""
        case {"text": text}:
            return str(text)
        case {"title": text} | {"value": text} | {"holds": text}:
            return str(text)
        case [*items]:
            return str(len(items)) if items and isinstance(items[0], dict) and "start" in items[0] else _joined(items)
        case _:
            return str(value)


def _joined(items: Sequence[Any]) -> str:
    return "; ".join(dict.fromkeys(_flat(item) for item in items))


def _inert(cell: str) -> str:
    """Show what hides, and keep a spreadsheet from reading a cell as a formula (an apostrophe is its sign for text)."""
    cell = printable(cell)
    number = cell[:1] == "-" and cell[1:].replace(".", "", 1).isdigit()
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not number else cell
