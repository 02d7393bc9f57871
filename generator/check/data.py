"""The data against itself and the seeds: its form, its evidence, its blocks."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from generator.errors import OutputError

if TYPE_CHECKING:
    from generator.check.built import Built

Row = dict[str, Any]

DATA = "data/briefing.json"
MOST_OF_A_FORM = 20  # faults of form that are told; the first few show what is wrong


def load(folder: Path, name: str) -> Row:
    """Return a JSON file below ``folder``, with the records of each file of JSON lines that it names as a table.

    Raises OutputError where it is missing, unreadable or no JSON object.
    """
    path = folder / name
    try:
        data = dict(json.loads(path.read_text(encoding="utf-8")))
        named = [key for key, value in data.items() if name == DATA and value == f"{key}.jsonl"]
        if "articles" not in named:
            return data
        articles, told = _rows(path.with_name("articles.jsonl"))
        apart = {article["id"]: path.parent / "text" / f"{article['id']}.txt" for article in articles}
        texts = [_Text(article, _whole(article.pop("text"), (), told), apart[article["id"]]) for article in articles]
        every = {"articles": (articles, told)}
        every |= {key: _rows(path.with_name(data[key])) for key in named if key != "articles"}
        return data | {
            key: [{name: _whole(one, texts, told) for name, one in row.items()} for row in rows]
            for key, (rows, told) in every.items()
        }
    except (OSError, ValueError, TypeError, LookupError) as error:
        raise OutputError(path.as_posix(), f"can't be read ({error}); run: briefing build") from error


def _rows(path: Path) -> tuple[list[Row], Row]:
    """Return the records of a file of JSON lines, and what recurs in them; the first line names the columns."""
    with path.open(encoding="utf-8") as lines:
        columns, told = json.loads(next(lines, "[]")), json.loads(next(lines, "{}"))
        return [dict(zip(columns, json.loads(line), strict=False)) for line in lines], told


class _Text:
    """The decoded text of an article, taken out of its record or read from the file beside the data."""

    def __init__(self, article: Row, text: str | None, apart: Path) -> None:
        self.text: str = apart.read_bytes().decode() if text is None else text
        self.named = {"article": article["id"], "source": article["source"]}
        self.lines = [i for i, c in enumerate(self.text) if c == "\n"]

    def cited(self, start: int, end: int) -> Row:
        """Return the words at a place as evidence."""
        line = bisect_left(self.lines, start) + 1
        return {**self.named, "start": start, "end": end, "line": line, "text": self.text[start:end]}


def _whole(value: Any, texts: Sequence[_Text], told: Row) -> Any:  # noqa: ANN401 - any JSON
    """Return a value with each place as the evidence that it stands for, and what is told once in every place."""
    match value:
        case list():
            return [_whole(one, texts, told) for one in value]
        case {"at": [number, start, end], **more}:
            return texts[number].cited(start, end) | more
        case {"at": [number, *start]}:
            return ":".join([texts[number].named["article"], *map(str, start)])
        case {"as": [number, *values]}:
            return dict(zip(told["as"][number], _whole(values, texts, told), strict=True))
        case {"is": [number]}:
            return told["is"][number]
    return value


def misformed(data: Row, schema: Row, where: str) -> Iterator[str]:
    """Yield where data isn't of the form that its own schema promises: a misspelt, missing or foreign key, too."""
    try:
        found = jsonschema_rs.Draft202012Validator(schema).iter_errors(data)
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError) as wrong:
        yield f"data/schema.json: is no schema ({str(wrong).splitlines()[0]}); run: briefing build"
        return
    for number, error in enumerate(found):
        if number == MOST_OF_A_FORM:
            yield f"{where}: more is not of the form of data/schema.json"
            return
        path = "".join(f"[{key!r}]" if isinstance(key, str) else f"[{key}]" for key in error.instance_path)
        yield f"{where}{path}: not of the form of data/schema.json: {error.message[:200]}"


def every_evidence(node: Any, where: str) -> Iterator[tuple[str, Row]]:  # noqa: ANN401 - any JSON
    """Yield each piece of evidence, however deep, with the way to it."""
    if isinstance(node, dict):
        if {"source", "start", "end", "text"} <= node.keys():
            yield where, node
        for key, value in node.items():
            yield from every_evidence(value, f"{where}.{key}")
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from every_evidence(value, f"{where}[{i}]")


def misquoted(built: Built) -> Iterator[str]:
    """Yield the evidence that doesn't stand where it says."""
    for where, evidence in built.evidence:
        article = built.articles.get(evidence["article"])
        if article is None:
            yield f"{evidence['source']}: {where} cites an article that isn't there: {evidence['article'][:60]!r}"
        elif evidence["source"] != article["source"]:
            yield f"{article['source']}: {where} names another file: {evidence['source'][:60]!r}"
        else:
            yield from _misplaced(where, evidence, built)


def _misplaced(where: str, evidence: Row, built: Built) -> Iterator[str]:
    start, end = evidence["start"], evidence["end"]
    there = built.texts[evidence["article"]][start:end]
    if not there or there != evidence["text"]:
        words = f"cites {evidence['text'][:60]!r} at {start}-{end}, where {there[:60]!r} stands"
        yield f"{evidence['source']}: {where} {words}"
    elif built.line(evidence["article"], start) != evidence["line"]:
        yield f"{evidence['source']}:{evidence['line']}: {where} names the wrong line"


def uncovered(built: Built) -> Iterator[str]:
    """Yield characters of a seed that belong to no block, or to two, and blocks that ``removed`` tells otherwise."""
    removed = []
    for article in built.articles.values():
        text, at = built.texts[article["id"]], 0
        for block in (*article["blocks"], {"start": len(text), "end": len(text), "kind": "", "rule": ""}):
            gap = text[at : block["start"]]
            if block["start"] < at:
                yield f"{article['source']}: characters {block['start']}-{at} are in two blocks"
            if gap.strip():
                yield f"{article['source']}: {gap.strip()[:60]!r} is neither shown nor listed as removed"
            at = max(at, block["end"])
            if block["kind"] == "removed":
                removed.append((article["id"], block["start"], block["end"], block["rule"]))
    told = [
        (r["evidence"]["article"], r["evidence"]["start"], r["evidence"]["end"], r["rule"])
        for r in built.data["removed"]
    ]
    yield from (f"briefing.json.removed: {one} is no removed block" for one in sorted({*told} ^ {*removed}))


def unworded(built: Built) -> Iterator[str]:
    """Yield records whose words aren't those of their evidence, and articles with another number of words."""
    for article in built.articles.values():
        text = built.texts[article["id"]]
        shown = (b for b in article["blocks"] if b["kind"] != "removed")
        if sum(len(text[b["start"] : b["end"]].split()) for b in shown) != article["words"]:
            yield f"{article['source']}: the data counts {article['words']} words"
    for name in ("dates", "figures"):
        for i, row in enumerate(built.data[name]):
            if row.get("text", row["evidence"]["text"]) != row["evidence"]["text"]:
                yield f"briefing.json.{name}[{i}]: {row['text'][:60]!r} isn't the text of its evidence"
    for i, quote in enumerate(built.data["quotes"]):
        if quote["text"] not in quote["evidence"]["text"]:
            yield f"briefing.json.quotes[{i}]: {quote['text'][:60]!r} isn't in its evidence"
    for i, event in enumerate(built.data["events"]):
        if not any(event["headline"] in built.texts.get(e["article"], "") for e in event["evidence"]):
            yield f"briefing.json.events[{i}]: the headline {event['headline'][:60]!r} is in none of its sources"
    yield from _ill_defined(built.data["terms"])


def _ill_defined(terms: Sequence[Row]) -> Iterator[str]:
    for i, term in enumerate(terms):
        told = [d["text"] for d in term["definitions"]]
        if (told[0] if told else None) != term["definition"]:
            yield f"briefing.json.terms[{i}]: {term['term']!r} has another first definition"
        if term["evidence"] != [d["evidence"] for d in term["definitions"] if d["evidence"]]:
            yield f"briefing.json.terms[{i}]: {term['term']!r} has other evidence than its definitions"
