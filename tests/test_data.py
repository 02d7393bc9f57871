"""briefing.json and the CSVs: what other programs read."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from typing import TYPE_CHECKING

import jsonschema_rs
import pytest
from conftest import ROOT
from marked import article
from test_differences import linked

from generator import load
from generator.check.data import load as read_data
from generator.check.data import misformed
from generator.export import export
from generator.extract import extract
from generator.link import link
from generator.model import Corrections, Web
from generator.render.cite import in_columns
from generator.render.data import as_data, data_pages
from generator.render.tables import MOST

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.model import Page

TABLES = ("events", "quotes", "figures", "people", "organisations", "places", "terms", "differences")


def test_the_data_is_what_the_schema_promises(project: Path) -> None:
    data = project / "docs" / "data"
    schema = json.loads((data / "schema.json").read_text(encoding="utf-8"))
    briefing = json.loads((data / "briefing.json").read_text(encoding="utf-8"))
    jsonschema_rs.Draft202012Validator(schema).validate(briefing)
    for name in ("articles", "dates", "people", "places", "events", "quotes", "figures", "terms", "removed"):
        assert briefing[name], name


def test_data_of_another_shape_is_refused(project: Path) -> None:
    data = project / "docs" / "data"
    validator = jsonschema_rs.Draft202012Validator(json.loads((data / "schema.json").read_text(encoding="utf-8")))
    briefing = json.loads((data / "briefing.json").read_text(encoding="utf-8"))
    del briefing["dates"][0]["evidence"]
    with pytest.raises(jsonschema_rs.ValidationError, match="evidence"):
        validator.validate(briefing)


def test_every_table_is_a_csv_with_a_line_for_each_row(project: Path) -> None:
    data = project / "docs" / "data"
    briefing = json.loads((data / "briefing.json").read_text(encoding="utf-8"))
    for name in TABLES:
        rows = list(csv.reader(io.StringIO((data / f"{name}.csv").read_text(encoding="utf-8-sig"))))
        assert len(rows) == len(briefing[name]) + 1, name
        assert {len(row) for row in rows} == {len(rows[0])}, name
        for cells, record in zip(
            (dict(zip(rows[0], row, strict=True)) for row in rows[1:]), briefing[name], strict=True
        ):
            told = {column: value for column, value in record.items() if column in cells and isinstance(value, str)}
            assert told
            assert {column: cells[column].removeprefix("'") for column in told} == told, name
            places = record.get("evidence") or record.get("mentions") or record.get("uses") or []
            sources = {e["source"] for e in (places if isinstance(places, list) else [places])}
            assert sources >= {*cells.get("sources", cells.get("source", "")).split(" ")} - {""}


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    text = f"“{start}HYPERLINK(1) is what we shall do before the end of the year,” said Ana Torres, the minister."
    briefing = link((extract(article(text)),), Corrections())
    assert as_data(briefing)["quotes"][0]["text"].startswith(start), "the data itself stays verbatim"
    table = next(p for p in data_pages(briefing) if p.path == "data/quotes.csv").content.decode()
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not any(cell.startswith(start) for cell in cells)


def table(name: str, pages: Iterable[Page]) -> list[dict[str, str]]:
    text = next(p for p in pages if p.path == f"data/{name}.csv").content
    assert text.startswith(codecs.BOM_UTF8), "by its mark a spreadsheet knows UTF-8"
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("web", "site", "end"),
    [(Web(), "", ".html"), (Web("https://example.org/reefs", folders=True), "https://example.org/reefs/", "/")],
)
def test_a_row_tells_by_itself_who_says_it_and_where(web: Web, site: str, end: str) -> None:
    briefing = linked(("The dam broke. Ana Torres said that engineers are still measuring it.", "2021-09-16"))
    row = table("quotes", data_pages(briefing, web=web))[0]
    source = briefing.articles[0]
    assert row["speaker_name"] == "Ana Torres"
    assert row["sentence"] == "Ana Torres said that engineers are still measuring it."
    assert row["publisher"] == "unknown"
    assert row["address"] == f"{site}articles/{source.id}{end}#s2"


def test_only_what_is_an_utterance_has_an_attribution() -> None:
    text = "It turned back after a “mix-up,” a clerk said. A clerk called it “a shame”. “We lost a whole day,” he said."
    rows = as_data(linked((text, "2021-09-16")))["quotes"]
    said = {row["text"]: row["attribution"] and row["attribution"]["text"] for row in rows}
    assert said == {
        "It turned back after a “mix-up,”": "a clerk",
        "mix-up,": None,
        "a shame": None,
        "We lost a whole day,": "A clerk",
    }


def test_a_row_tells_a_sentence_of_each_of_the_first_articles_only() -> None:
    told = [f"Ana Torres visited the dam on {day} May 2021. Ana Torres left again." for day in range(1, MOST + 3)]
    pages = data_pages(linked(*((text, "2021-09-16") for text in told)))
    row = next(r for r in table("people", pages) if r["name"] == "Ana Torres")
    assert len(row["articles"].split()) == MOST + 2
    assert row["sentence"].split("\n") == [text.partition(" Ana")[0] for text in told[:MOST]]
    assert len(row["address"].split("\n")) == len(row["title"].split("\n")) == MOST


def test_events_name_who_takes_part() -> None:
    rows = table("events", data_pages(linked(("Ana Torres resigned on 3 May 2021.", "2021-09-16"))))
    assert [r["people_names"] for r in rows] == ["Ana Torres"]


def test_of_two_quotations_in_one_clause_each_has_its_own_group() -> None:
    text = "Jon Reed declined to say whether the bridge was safe, explaining that engineers are still measuring it."
    outer, inner = as_data(linked((text, "2021-09-16")))["quotes"]
    assert inner["text"] in outer["text"]
    assert inner["group"]
    assert inner["group"] != outer["group"]


def test_every_kind_of_quotation_has_its_place_in_the_schema() -> None:
    text = "“My father used to say ‘never sell the boat before the storm’, and I never did,” said Ana Torres, a pilot."
    briefing = link((extract(article(text)),), Corrections())
    assert "nested" in {q["class"] for q in as_data(briefing)["quotes"]}
    assert data_pages(briefing)


def test_each_record_of_the_data_stands_on_a_line_of_its_own(project: Path) -> None:
    text = (project / "docs" / "data" / "briefing.json").read_text(encoding="utf-8")
    data = json.loads(text)
    for name, rows in data.items():
        if isinstance(rows, list) and rows:
            inside = text.partition(f'"{name}": [\n')[2].partition("\n]")[0]
            assert [json.loads(line.removesuffix(",")) for line in inside.split("\n")] == rows


def test_each_property_of_the_schema_is_described() -> None:
    schema = json.loads((ROOT / "generator" / "render" / "schema.json").read_text(encoding="utf-8"))
    found: list[str] = []
    stack: list[object] = [schema]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            found += [name for name, value in node.get("properties", {}).items() if "description" not in value]
            stack += node.values()
        elif isinstance(node, list):
            stack += node
    assert found == []


def test_of_copies_of_one_text_the_data_has_what_each_shares_with_the_first() -> None:
    text = (
        "The harbour authority closed the old northern bridge on Monday after engineers found cracks in two pillars. "
        * 2
    )
    data = as_data(linked(*((f"{text} {name} wept.", "2021-09-16") for name in ("Ana", "Bo", "Cleo", "Dov"))))
    (origin,) = data["origins"]
    pairs = {tuple(sorted(side["article"] for side in p["sides"])) for p in data["passages"]}
    first, *copies = origin["articles"]
    assert pairs == {tuple(sorted((first, copy))) for copy in copies}
    assert {p["id"] for p in data["passages"]} == set(origin["shared"])


def test_data_that_is_too_large_for_one_file_is_in_lines_beside_it(project: Path, tmp_path: Path) -> None:
    briefing = load(project)
    pages = data_pages(briefing, whole=1000)
    for page in pages:
        (tmp_path / page.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page.path).write_bytes(page.content)
    named = json.loads((tmp_path / "data" / "briefing.json").read_text(encoding="utf-8"))
    schema = json.loads((tmp_path / "data" / "schema.json").read_text(encoding="utf-8"))
    jsonschema_rs.Draft202012Validator(schema).validate(named)
    for name, rows in as_data(briefing).items():
        assert named[name] == (f"{name}.jsonl" if isinstance(rows, list) and rows else rows)
        if named[name] != rows:
            lines = (tmp_path / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
            columns, _, *values = map(json.loads, lines)
            assert [dict(zip(columns, row, strict=False)).keys() - {"text"} for row in values] == [
                row.keys() - {"text"} for row in rows
            ]
            for place in re.findall(r'{"at":\[[^{}]*}', "\n".join(lines)):
                jsonschema_rs.validate({"$ref": "#/$defs/place", "$defs": schema["$defs"]}, json.loads(place))
    assert not list(misformed(read_data(tmp_path, "data/briefing.json"), schema, "briefing.json"))
    assert read_data(tmp_path, "data/briefing.json") == read_data(project / "docs", "data/briefing.json")
    assert export(tmp_path, tmp_path / "a.sqlite") == export(project / "docs", tmp_path / "b.sqlite")


def test_in_lines_what_recurs_is_told_once() -> None:
    texts = {"reef": (0, "Ana wept. Bo wept."), "tide": (1, "")}
    place = {"article": "reef", "source": "seeds/reef.txt", "start": 10, "end": 12, "line": 1, "text": "Bo"}
    row = {
        "id": "reef:10",
        "articles": ["tide", "reef"],
        "why": {"because": 'it stands "before" the verb'},
        "evidence": place | {"form": "name"},
        "note": "reef: 10",
    }
    columns, told, first, *others = map(json.loads, in_columns([row] * 10, texts).splitlines())
    assert columns == list(row)
    assert told == {"as": [["because"]], "is": ['it stands "before" the verb']}
    at = [{"at": [0, 10]}, [{"at": [1]}, {"at": [0]}], {"as": [0, {"is": [0]}]}, {"at": [0, 10, 12], "form": "name"}]
    assert first == [*at, "reef: 10"]
    assert others == [first] * 9
    wrong = [{"evidence": place | {"text": "Cy"}}]
    with pytest.raises(ValueError, match="'Cy' doesn't stand at 10:12"):
        in_columns(wrong, texts)


def test_words_that_stand_for_nothing_else_stay_as_they_are_in_lines() -> None:
    texts = {"vote": (0, "vote")}
    row = {"id": "vote", "title": "vote:010", "text": "vote"}
    _, told, first = map(json.loads, in_columns([row], texts, own=True).splitlines())
    assert told == {"as": [], "is": []}
    assert first == ["vote", "vote:010", "vote"]
