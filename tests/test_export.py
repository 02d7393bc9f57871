"""The data as one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from conftest import run

from generator.errors import OutputError
from generator.export import export

if TYPE_CHECKING:
    from pathlib import Path


def test_every_table_and_every_place_is_in_the_file(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "facts.sqlite"
    done = run("generator", "export", str(file), cwd=project)
    assert done.returncode == 0, done.stderr
    data = json.loads((project / "docs" / "data" / "briefing.json").read_text(encoding="utf-8"))
    base = sqlite3.connect(file)
    for name in ("articles", "events", "quotes", "figures", "people"):
        assert base.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (len(data[name]),), name  # noqa: S608
    quote = next(q for q in data["quotes"] if q["id"])
    found = base.execute("SELECT text FROM evidence WHERE of = 'quotes' AND record = ?", (quote["id"],)).fetchall()
    assert (quote["evidence"]["text"],) in found
    base.close()
    assert export(project / "docs", file)["events"] == len(data["events"])  # an export is replaced


def test_nothing_else_is_replaced_and_nothing_made_of_nothing(project: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is no SQLite file"):
        export(project / "docs", notes)
    assert notes.read_text(encoding="utf-8") == "mine"
    with pytest.raises(OutputError, match="run: briefing build"):
        export(tmp_path, tmp_path / "a.sqlite")
