"""The CSV tables against the data: the same rows, the same values, cell by cell, addresses that lead to sentences."""

import csv
import io
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.check.built import Built
from generator.check.data import Row
from generator.check.seeds import firsts, leads, sentence, visible

TABLES = ("events", "quotes", "figures", "people", "organisations", "places", "terms", "differences")
MOST = 3  # articles of which a row tells more than their names
_NAMES = {"people_names": "people", "place_names": "places", "organisation_names": "organisations"}
_NAMES |= {"speaker_name": "speaker"}
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
            where = f"data/{name}.csv:{number}"
            if len(line) != len(columns):
                yield f"{where}: {len(line)} cells under {len(columns)} columns"
            for column, cell in zip(columns, line, strict=False):
                yield from (f"{where}: {column} {wrong}" for wrong in _wrong(built, record, column, cell))


def _wrong(built: Built, record: Row, column: str, cell: str) -> Iterator[str]:
    places = firsts(_places(record))[:MOST]
    if column == "address":
        addresses = cell.split("\n") if cell else []
        if len(addresses) != len(places) or not all(map(partial(leads, built), addresses, places)):
            yield f"is {cell[:60]!r}, which doesn't lead to its sentences"
        return
    if column in ("publisher", "title", "sentence"):
        told = (sentence(built, p) if column == "sentence" else built.articles[p["article"]][column] for p in places)
        words = (one if isinstance(one, str) else one["value"] or "unknown" for one in told)
        value = _guarded("\n".join(" ".join(one.split()) for one in words))
    elif column in _NAMES:
        ids = record[_NAMES[column]] or []
        value = _guarded("; ".join(dict.fromkeys(built.names[i] for i in ([ids] if isinstance(ids, str) else ids))))
    else:
        value = _guarded(_cell(record, column))
    if cell != value:
        yield f"is {cell[:60]!r}, in the data {value[:60]!r}"


def _places(record: Row) -> list[Row]:
    """Return where a record is read; a difference is read where its answers are."""
    found = record.get("evidence") or record.get("mentions") or record.get("uses")
    if found:
        return [found] if isinstance(found, dict) else found
    return [e for reading in record.get("readings", []) for e in reading["evidence"]]


def _cell(record: Row, column: str) -> str:
    """Return what a cell must hold: a value of the record, or something of the places where it was read."""
    places = _places(record)
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
