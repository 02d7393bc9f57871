"""briefing.json ──▶ one SQLite file: a table for each list, and one for all places where something was read; I/O."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from generator.check.data import DATA, every_evidence, load
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
            every = ((name, row) for name, rows in sorted(tables.items()) for row in rows)
            found = ((name, row.get("id", ""), e) for name, row in every for _, e in every_evidence(row, name))
            places = [(name, record, *(e.get(key) for key in EVIDENCE[2:])) for name, record, e in found]
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
