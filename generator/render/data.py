"""Briefing ──▶ data/briefing.json and one CSV per table (the interface for other programs)."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from generator import __version__
from generator.model import ARTICLE_FIELDS, Edited, Inferred, Page, Stated, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import (
        Article,
        Briefing,
        Check,
        Date,
        Difference,
        Entity,
        Entry,
        Event,
        Evidence,
        Field,
        Figure,
        Origin,
        Passage,
        Quote,
        Reading,
    )

Row = dict[str, Any]

SCHEMA = "briefing/1"
KINDS = {"person": "people", "organisation": "organisations", "place": "places"}
"""The three kinds with a table of their own; all others go into ``named``."""


@dataclass(frozen=True, slots=True)
class _Cite:
    """Turns evidence into data; knows the articles, and the group that each quotation and figure is in."""

    articles: Mapping[str, Article]
    speakers: Mapping[tuple[str, int, int], str | None]
    groups: Mapping[tuple[str, int, int], str]

    def __call__(self, evidence: Evidence) -> Row:
        article = self.articles[evidence.article]
        return {
            "article": article.id,
            "source": article.path,
            "start": evidence.span.start,
            "end": evidence.span.end,
            "line": article.line_at(evidence.span.start),
            "text": evidence.text,
        }

    def all(self, evidence: Iterable[Evidence]) -> list[Row]:
        return [self(e) for e in evidence]

    def maybe(self, evidence: Evidence | None) -> Row | None:
        return self(evidence) if evidence else None


def data_pages(briefing: Briefing) -> tuple[Page, ...]:
    """Return briefing.json, its schema, the CSVs, and the decoded text of seeds that aren't text files.

    Raises jsonschema_rs.ValidationError where the data isn't what the schema promises: a defect of the program.
    """
    data = as_data(briefing)
    schema = files("generator.render").joinpath("schema.json").read_text(encoding="utf-8")
    jsonschema_rs.Draft202012Validator(json.loads(schema)).validate(data)
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    kept = tuple(
        Page(f"data/text/{a.id}.txt", a.text.encode())
        for a in briefing.articles
        if not a.path.lower().endswith((".txt", ".md"))
    )
    pages = (Page("data/briefing.json", text.encode()), Page("data/schema.json", schema.encode()))
    return (*pages, *_tables(data), *kept)


def as_data(briefing: Briefing) -> Row:
    """Return the whole briefing as plain data (see ``schema.json``)."""
    cite = _citer(briefing)
    found = briefing.findings
    tables = {
        name: [_entity(e, cite) for e in briefing.entities if KINDS.get(e.kind) == name] for name in KINDS.values()
    }
    return {
        "schema": SCHEMA,
        "generator": f"briefing {__version__}",
        "articles": [_article(a, cite) for a in briefing.articles],
        "dates": [_date(d, cite) for f in found for d in f.dates],
        **tables,
        "named": [_entity(e, cite) for e in briefing.entities if e.kind not in KINDS],
        "events": [_event(e, cite) for e in briefing.events],
        "quotes": [_quote(q, cite) for f in found for q in f.quotes],
        "figures": [_figure(x, cite) for f in found for x in f.figures],
        "terms": [_entry(e, cite) for e in briefing.entries],
        "passages": [_passage(p, cite) for p in briefing.passages],
        "origins": [_origin(o, cite) for o in briefing.origins],
        "differences": [_difference(d, cite) for d in briefing.differences],
        "checks": [_check(c, cite) for c in briefing.checks],
        "related": [
            {"article": r.article, "to": r.to, "score": round(r.score, 4), "reasons": list(r.reasons)}
            for r in briefing.related
        ],
        "removed": [r for a in briefing.articles for r in _removed(a, cite)],
    }


def _citer(briefing: Briefing) -> _Cite:
    def key(evidence: Evidence) -> tuple[str, int, int]:
        return evidence.article, evidence.span.start, evidence.span.end

    groups = {key(q): u.id for u in briefing.utterances for q in u.versions}
    groups |= {key(f): m.id for m in briefing.measures for f in m.figures}
    speakers = {key(q): u.speaker for u in briefing.utterances for q in u.versions}
    return _Cite({a.id: a for a in briefing.articles}, speakers, groups)


def _article(article: Article, cite: _Cite) -> Row:
    blocks = [
        {
            "kind": b.kind,
            "level": b.level,
            "rule": b.rule,
            "start": b.span.start,
            "end": b.span.end,
            "sentences": [[s.start, s.end] for s in b.sentences],
        }
        for b in article.blocks
    ]
    fields = {name: _field(getattr(article, name), cite) for name in ARTICLE_FIELDS}
    plain = {"id": article.id, "source": article.path, "sha256": article.sha256, "words": article.words}
    return {**plain, **fields, "blocks": blocks}


def _field(known: Field[str], cite: _Cite) -> Row:
    match known:
        case Stated(value, evidence):
            return {"value": value, "basis": "stated", "because": "", "evidence": cite.all(evidence)}
        case Inferred(value, because, evidence):
            return {"value": value, "basis": "inferred", "because": because, "evidence": cite.all(evidence)}
        case Edited(value, because):
            return {"value": value, "basis": "editor", "because": because, "evidence": []}
        case Unknown(because):
            return {"value": None, "basis": "unknown", "because": because, "evidence": []}


def _date(date: Date, cite: _Cite) -> Row:
    return {
        "text": date.text,
        "kind": date.kind,
        "value": date.value,
        "duration": date.duration,
        "basis": date.basis,
        "anchor": date.anchor,
        "rule": date.rule,
        "vague": date.vague,
        "because": date.because,
        "evidence": cite(date),
    }


def _entity(entity: Entity, cite: _Cite) -> Row:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "page": entity.page,
        "because": entity.because,
        "aliases": [{"text": a.text, "because": a.because, "articles": list(a.articles)} for a in entity.aliases],
        "roles": [{"title": r.title, "date": r.date, "evidence": cite(r.evidence)} for r in entity.roles],
        "mentions": [{**cite(m), "form": m.form} for m in entity.mentions],
        "country": entity.country,
        "coordinates": list(entity.coordinates) if entity.coordinates else None,
    }


def _event(event: Event, cite: _Cite) -> Row:
    return {
        "id": event.id,
        "date": event.date,
        "basis": event.basis,
        "because": event.because,
        "headline": event.headline.text,
        "status": event.status,
        "mode": event.mode,
        "kind": event.kind,
        "people": list(event.people),
        "places": list(event.places),
        "organisations": list(event.organisations),
        "origins": list(event.origins),
        "readings": [_reading(r, cite) for r in event.readings],
        "evidence": cite.all(event.evidence),
    }


def _reading(reading: Reading, cite: _Cite) -> Row:
    return {
        "value": reading.value,
        "basis": reading.basis,
        "because": reading.because,
        "origins": list(reading.origins),
        "evidence": cite.all(reading.evidence),
    }


def _quote(quote: Quote, cite: _Cite) -> Row:
    key = (quote.article, quote.span.start, quote.span.end)
    return {
        "id": cite.groups.get(key),
        "group": cite.groups.get(key),
        "speaker": cite.speakers.get(key),
        "text": quote.words.text,
        "class": quote.kind,
        "attribution": cite.maybe(quote.speaker),
        "pronoun": cite.maybe(quote.pronoun),
        "cue": cite.maybe(quote.cue),
        "firmness": quote.firmness,
        "negative": quote.negative,
        "because": quote.because,
        "evidence": cite(quote),
    }


def _figure(figure: Figure, cite: _Cite) -> Row:
    return {
        "id": f"{figure.article}:{figure.span.start}",
        "value": None if figure.value is None else format(figure.value, "f"),
        "high": None if figure.high is None else format(figure.high, "f"),
        "unit": figure.unit,
        "kind": figure.kind,
        "qualifier": figure.qualifier,
        "hedge": cite.maybe(figure.hedge),
        "measure": cite.maybe(figure.measure),
        "per": cite.maybe(figure.per),
        "direction": figure.direction,
        "because": figure.because,
        "concerns": cite.all(figure.concerns),
        "period": figure.period.value if figure.period else None,
        "group": cite.groups.get((figure.article, figure.span.start, figure.span.end)),
        "evidence": cite(figure),
    }


def _entry(entry: Entry, cite: _Cite) -> Row:
    definitions = [
        {"text": d.text, "because": d.because, "evidence": cite.maybe(d.evidence)} for d in entry.definitions
    ]
    return {
        "id": entry.id,
        "term": entry.term,
        "kind": entry.kind,
        "definition": definitions[0]["text"] if definitions else None,
        "definitions": definitions,
        "expansion": cite.maybe(entry.expansion),
        "because": entry.because,
        "entity": entry.entity,
        "evidence": [d["evidence"] for d in definitions if d["evidence"]],
        "uses": cite.all(entry.uses),
    }


def _passage(passage: Passage, cite: _Cite) -> Row:
    return {"class": passage.kind, "sides": cite.all(passage.sides), "shared_words": passage.shared_words}


def _origin(origin: Origin, cite: _Cite) -> Row:
    return {
        "id": origin.id,
        "articles": list(origin.articles),
        "because": origin.because,
        "shared": [_passage(p, cite) for p in origin.shared],
        "declared": cite.all(origin.declared),
    }


def _difference(difference: Difference, cite: _Cite) -> Row:
    return {
        "id": difference.id,
        "kind": difference.kind,
        "question": difference.question,
        "verdict": difference.verdict,
        "because": difference.because,
        "readings": [_reading(r, cite) for r in difference.readings],
    }


def _check(check: Check, cite: _Cite) -> Row:
    return {
        "id": check.id,
        "formula": check.formula,
        "because": check.because,
        "holds": check.holds,
        "evidence": cite.all(check.evidence),
    }


def _removed(article: Article, cite: _Cite) -> list[Row]:
    removed = (b for b in article.blocks if b.kind == "removed")
    return [{"rule": b.rule, "evidence": cite(article.cite(b.span))} for b in removed]


# --- CSV ------------------------------------------------------------------------------------------

_ENTITY = ("id", "name", "kind", "aliases", "roles", "mentions", "articles")
_TABLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("events", ("id", "date", "basis", "headline", "status", "mode", "people", "places", "sources")),
    ("quotes", ("id", "speaker", "text", "class", "attribution", "firmness", "source", "line")),
    ("figures", ("id", "value", "high", "unit", "qualifier", "measure", "period", "group", "source", "line", "text")),
    ("people", _ENTITY),
    ("organisations", _ENTITY),
    ("places", (*_ENTITY, "country", "coordinates")),
    ("terms", ("id", "term", "kind", "definition", "expansion", "uses")),
    ("differences", ("id", "kind", "question", "verdict", "readings")),
)


def _tables(data: Row) -> Iterable[Page]:
    for name, columns in _TABLES:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row, column) for column in columns] for row in data[name])
        yield Page(f"data/{name}.csv", out.getvalue().encode())


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
        case {"title": text} | {"value": text}:
            return str(text)
        case [*items]:
            return str(len(items)) if items and isinstance(items[0], dict) and "start" in items[0] else _joined(items)
        case _:
            return str(value)


def _joined(items: Sequence[Any]) -> str:
    return "; ".join(dict.fromkeys(_flat(item) for item in items))


def _inert(cell: str) -> str:
    """Keep a spreadsheet from reading a cell as a formula (an apostrophe is its own sign for text)."""
    number = cell[:1] == "-" and cell[1:].replace(".", "", 1).isdigit()
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not number else cell
