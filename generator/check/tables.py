"""The CSV tables against the data: the same rows, the same values, cell by cell."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from generator.check.seeds import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.built import Built
    from generator.check.data import Row

TABLES = ("events", "quotes", "figures", "people", "organisations", "places", "terms", "differences")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would read what begins so as a formula
_MAIN = ("text", "title", "value", "holds")
"""What stands in a cell for a record that is part of another, the first that it has."""


def other_tables(built: Built) -> Iterator[str]:
    """Yield tables that are missing, and cells that don't say what the data does."""
    for name in TABLES:
        path = built.folder / "data" / f"{name}.csv"
        if not path.is_file():
            yield f"data/{name}.csv: there is no such table"
            continue
        text = path.read_bytes().decode("utf-8-sig", "replace")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        columns, lines = (rows[0], rows[1:]) if rows else ([], [])
        if len(lines) != len(built.data[name]):
            yield f"data/{name}.csv: {len(lines)} rows for {len(built.data[name])} records"
        for number, (line, record) in enumerate(zip(lines, built.data[name], strict=False), 2):
            wanted = [_guarded(_cell(record, column)) for column in columns]
            yield from (
                f"data/{name}.csv:{number}: {column} is {cell[:60]!r}, in the data {value[:60]!r}"
                for column, cell, value in zip(columns, line, wanted, strict=False)
                if cell != value
            )
            if len(line) != len(columns):
                yield f"data/{name}.csv:{number}: {len(line)} cells under {len(columns)} columns"


def _cell(record: Row, column: str) -> str:
    """Return what a cell must hold: a value of the record, or something of the places where it was read."""
    where = record.get("evidence", record.get("mentions"))
    places: list[Row] = where if isinstance(where, list) else [where] if where else []
    if column in ("sources", "articles"):
        return " ".join(sorted({p["source"] for p in places}))
    if column == "source" or (column not in record and places and column in places[0]):
        return str(places[0][column])
    return _text(record[column]) if column in record else f"no column {column}"


def _text(value: Any) -> str:  # noqa: ANN401 - any JSON
    if value is None:
        return ""
    if isinstance(value, dict):
        return str(next(value[key] for key in _MAIN if key in value))
    if not isinstance(value, list):
        return str(value)
    if value and isinstance(value[0], dict) and "start" in value[0]:
        return str(len(value))  # of places only the number is told
    return "; ".join(dict.fromkeys(_text(one) for one in value))


def _guarded(cell: str) -> str:
    cell = visible(cell)
    number = cell.startswith("-") and cell[1:].replace(".", "", 1).isdigit()
    return f"'{cell}" if cell.startswith(_FORMULA) and not number else cell
