"""briefing.json ──▶ one SQLite file: a table for each list, and one for all places where something was read; I/O."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from generator.check.data import DATA, load
from generator.errors import OutputError
from generator.staging import told

EVIDENCE = ("of", "record", "article", "source", "start", "end", "line", "text")
"""The columns of ``evidence``: the table and the record that rest on a place, and the place."""


def export(docs: Path, to: Path) -> Mapping[str, int]:
    """Write the data of a built briefing to a new SQLite file; return the number of rows of each table.

    Raises OutputError where nothing has been built, or the file is there already and isn't such an export.
    """
    data = load(docs, DATA)
    with told(to):
        if to.exists() and not to.read_bytes().startswith(b"SQLite format 3\x00"):
            raise OutputError(to.as_posix(), "is no SQLite file, and isn't replaced; name another file")
        to.unlink(missing_ok=True)
        tables = {name: rows for name, rows in data.items() if isinstance(rows, list)}
        with closing(sqlite3.connect(to)) as base, base:
            counts = {name: _table(base, name, rows) for name, rows in sorted(tables.items()) if rows}
            places = [place for name, rows in sorted(tables.items()) for row in rows for place in _places(name, row)]
            _fill(base, "evidence", EVIDENCE, places)
    return counts | {"evidence": len(places)}


def _table(base: sqlite3.Connection, name: str, rows: Sequence[Mapping[str, Any]]) -> int:
    columns = tuple(dict.fromkeys(key for row in rows for key in row))
    _fill(base, name, columns, ([_cell(row.get(column)) for column in columns] for row in rows))
    return len(rows)


def _fill(base: sqlite3.Connection, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    named = ", ".join(f'"{column}"' for column in columns)
    base.execute(f'CREATE TABLE "{name}" ({named})')
    marks = ", ".join("?" * len(columns))
    base.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)  # noqa: S608 - names are those of the schema


def _cell(value: Any) -> object:  # noqa: ANN401 - any JSON
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _places(table: str, row: Mapping[str, Any]) -> Iterable[Sequence[object]]:
    """Yield every place that a record rests on, however deep it stands in it."""
    stack: list[Any] = list(row.values())
    while stack:
        value = stack.pop(0)
        if isinstance(value, dict) and {"article", "start", "text"} <= value.keys():
            yield (table, row.get("id", ""), *(value.get(key) for key in EVIDENCE[2:]))
        elif isinstance(value, list | dict):
            stack[:0] = value.values() if isinstance(value, dict) else value
