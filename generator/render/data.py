"""Briefing ──▶ data/briefing.json, data/changes.json, JSON lines and one CSV per table: what other programs read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib.resources import files
from itertools import chain

import jsonschema_rs

from generator import __version__, model
from generator.keys import hashed
from generator.model import ARTICLE_FIELDS, Article, Briefing, Page, Web
from generator.render.cite import At, Cite, Row, address, as_it_is, cite_of, encoded, in_columns, in_lines, place
from generator.render.tables import Sheets
from generator.render.titles import known

SCHEMA = "briefing/1"
CHANGES = "briefing-changes/1"
KINDS = {"person": "people", "organisation": "organisations", "place": "places"}
"""The three kinds with a table of their own."""
NAMED = "named"
"""The table of all others."""
DATE = "text kind value duration basis anchor rule vague because"
"""The columns of an expression of time."""
_FIELD = ("value", "basis", "because", "evidence")

FEW = (
    ("difference", "kind", model.Kind),
    ("difference", "verdict", model.Verdict),
    ("claim", "attribute", model.Attribute),
)
"""Properties of the data whose values are members of a table: record, name, table."""

NOWHERE = Web()
"""An address that isn't known: those in the tables are relative to the site."""
WHOLE = 800_000
"""Characters of articles up to which briefing.json has everything, some 20 MB; of more, its tables are files beside it,
in columns, and evidence is its place alone: the words stand in the table of the articles, once."""


def data_pages(briefing: Briefing, at: At = as_it_is, web: Web = NOWHERE, whole: int = WHOLE) -> tuple[Page, ...]:
    """Return briefing.json, its schema, the CSVs, and the text of articles that isn't the seed itself.

    Where the articles have more than ``whole`` characters, each table is a file of JSON lines that briefing.json names.
    Raises jsonschema_rs.ValidationError where the data isn't what the schema promises: a defect of the program.
    """
    large = sum(len(a.text) for a in briefing.articles) > whole
    schema, sheets = _schema(), Sheets(briefing, partial(address, web, at), read=not large)
    texts = {a.id: (number, a.text) for number, a in enumerate(briefing.articles)}
    data = _head()
    pages = [Page(f"data/text/{a.id}.txt", a.text.encode()) for a in briefing.articles if a.kept]
    for name, made in _tables(briefing, at).items():  # one after the other: together they take much memory
        rows = list(made)
        form = {**schema["properties"][name], "$defs": schema["$defs"]}
        jsonschema_rs.Draft202012Validator(form).validate(rows)
        pages += sheets.sheet(name, rows)
        if large and rows:
            data[name] = f"{name}.jsonl"
            if name == "articles":  # with the text that offsets count in, or null where that is a file of its own
                own = (None if a.kept else a.text for a in briefing.articles)
                rows = [row | {"text": text} for row, text in zip(rows, own, strict=True)]
            pages.append(Page(f"data/{name}.jsonl", in_columns(rows, texts, own=name == "articles")))
        else:
            data[name] = list(map(encoded, rows))
    described = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
    return (Page("data/briefing.json", in_lines(data)), Page("data/schema.json", described.encode()), *pages)


def _schema() -> Row:
    """Return the schema, with the values that the tables of kinds, verdicts and attributes have rows for."""
    schema: Row = json.loads(files("generator.render").joinpath("schema.json").read_text(encoding="utf-8"))
    for name, field, table in FEW:
        schema["$defs"][name]["properties"][field]["enum"] = [str(member) for member in table]
    return schema


def as_data(briefing: Briefing, at: At = as_it_is) -> Row:
    """Return the whole briefing as plain data (see ``schema.json``)."""
    return {**_head(), **{name: list(rows) for name, rows in _tables(briefing, at).items()}}


def _head() -> Row:
    return {"schema": SCHEMA, "generator": f"briefing {__version__}"}


def _tables(briefing: Briefing, at: At) -> Mapping[str, Iterable[Row]]:
    """Return the tables of the data, each made when it is asked for its rows."""
    cite = cite_of(briefing, at)
    found = briefing.findings
    first = {article: origin.articles[0] for origin in briefing.origins for article in origin.articles}
    return {
        "articles": (_article(a, cite) for a in briefing.articles),
        "dates": (cite.row(d, DATE) | {"evidence": cite(d)} for f in found for d in f.dates),
        **{table: _entities(table, cite, briefing) for table in (*KINDS.values(), NAMED)},
        "stories": (
            {"id": f"story-{s[0]}", "articles": list(s), "because": "alike in their words, names and first sentences"}
            for s in briefing.stories
        ),
        "occasions": (cite.plain(o) | {"address": cite.addresses[f"e-{o.id}"]} for o in briefing.occasions),
        "events": (_event(e, cite) for e in briefing.events),
        "quotes": (_quote(q, cite) for f in found for q in f.quotes),
        "figures": (_figure(x, cite) for f in found for x in f.figures),
        "terms": (_entry(e, cite) for e in briefing.entries),
        "claims": chain(
            ({"asked": c.asked, "value": c.value, "evidence": cite(c)} for f in found for c in f.claims),
            map(cite.plain, briefing.claims),
        ),
        "passages": (
            {"id": _id(p), "class": p.kind, **cite.row(p, "sides shared_words")}
            for p in _telling(briefing.passages, first)
        ),
        "origins": (_origin(o, first, cite) for o in briefing.origins),
        "differences": (_difference(d, cite) for d in briefing.differences),
        "topics": (cite.plain(t) | {"counts": dict(t.counts)} for t in briefing.topics),
        "related": map(cite.plain, briefing.related),
        "aside": (_aside(a, cite) for a in briefing.aside),
        "removed": (
            {"rule": b.rule, "evidence": cite(a.cite(b.span))}
            for a in briefing.articles
            for b in a.blocks
            if b.kind == "removed"
        ),
    }


def _entities(table: str, cite: Cite, briefing: Briefing) -> Iterator[Row]:
    for entity in (e for e in briefing.entities if KINDS.get(e.kind, NAMED) == table):
        known = cite.row(entity, "id name kind page because aliases roles country coordinates")
        yield known | {"mentions": [{**cite(m), "form": m.form} for m in entity.mentions]}


def _article(article: Article, cite: Cite) -> Row:
    blocks = [
        {**cite.row(b, "kind level rule"), **cite.plain(b.span), "sentences": [[s.start, s.end] for s in b.sentences]}
        for b in article.blocks
    ]
    read = {name: cite.plain(known(getattr(article, name))) for name in (*ARTICLE_FIELDS, "written")}
    fields = {name: dict(zip(_FIELD, told, strict=True)) for name, told in read.items()}
    plain = {"id": article.id, "source": article.path, "sha256": article.sha256, "words": article.words}
    return {**plain, **fields, "unread": article.unread or None, "blocks": blocks}


def _event(event: model.Event, cite: Cite) -> Row:
    known = cite.row(event, "id date basis because status mode kind people places organisations origins readings")
    own = {"occasion": cite.occasions.get(event.id), "headline": event.headline.text}
    return known | own | {"evidence": cite.plain(event.told), "leads": event.leads}


def _quote(quote: model.Quote, cite: Cite) -> Row:
    said = cite.said.get(place(quote.words)) if quote.states else None
    return {
        "id": said.id if said else None,
        "group": said.id if said else None,
        "speaker": said.speaker if said else None,
        "text": quote.words.text,
        "class": quote.kind,
        "attribution": cite.plain(quote.speaker if said or quote.negative else None),
        **cite.row(quote, "pronoun cue firmness negative because"),
        "evidence": cite(quote),
    }


def _figure(figure: model.Figure, cite: Cite) -> Row:
    return {
        "id": f"{figure.article}:{figure.span.start}",
        "value": None if figure.value is None else format(figure.value, "f"),
        "high": None if figure.high is None else format(figure.high, "f"),
        **cite.row(figure, "unit kind qualifier hedge measure per direction because concerns"),
        "period": figure.period.value if figure.period else None,
        "group": cite.measured.get(place(figure)),
        "evidence": cite(figure),
    }


def _entry(entry: model.Entry, cite: Cite) -> Row:
    definitions = cite.plain(entry.definitions)
    return {
        **cite.row(entry, "id term kind expansion because entity uses"),
        "definition": definitions[0]["text"] if definitions else None,
        "definitions": definitions,
        "evidence": [d["evidence"] for d in definitions if d["evidence"]],
    }


def _telling(passages: Iterable[model.Passage], first: Mapping[str, str]) -> Iterator[model.Passage]:
    """Yield passages; of copies of one text those with its ``first``, for of the others there are as many as pairs."""
    for passage in passages:
        one, other = (side.article for side in passage.sides)
        if first.get(one) != first.get(other) or first.get(one) in (None, one, other):
            yield passage


def _id(passage: model.Passage) -> str:
    return f"passage-{hashed(*(words for side in passage.sides for words in (side.article, side.text)))}"


def _origin(origin: model.Origin, first: Mapping[str, str], cite: Cite) -> Row:
    return {
        **cite.row(origin, "id articles because state beside"),
        "shared": [_id(p) for p in _telling(origin.shared, first)],
        "declared": [{**cite(c), "kind": c.kind, "whose": c.whose} for c in origin.declared],
    }


def _difference(difference: model.Difference, cite: Cite) -> Row:
    decided = difference.decision
    known = cite.row(difference, "id kind question verdict because readings")
    return known | {"decision": None if decided is None else dict(decided.says)}


def _aside(aside: model.Aside, cite: Cite) -> Row:
    signed = {name: aside.decision.get(name) for name in ("because", "by", "on")}
    signed["because"] = aside.decision.get("none") or signed["because"]
    return {"kind": aside.kind, "text": aside.text, **signed, "evidence": cite.plain(aside.evidence)}


def changes_json(briefing: Briefing) -> Page:
    """Return the page, whose form is ``#/$defs/changes`` of ``data/schema.json``.

    Raises jsonschema_rs.ValidationError where the data isn't of that form: a defect of the program.
    """
    cite, revision, accepted = cite_of(briefing), briefing.revision or model.Revision(), briefing.accepted
    data = {
        "schema": CHANGES,
        "accepted": accepted.path if accepted else None,  # no state has been accepted
        "generator": accepted.generator if accepted else None,
        "articles": cite.row(revision, "added altered removed"),
        "changes": [_change(c, cite) for c in revision.changes],
        **cite.row(revision, "orphaned because"),
    }
    form = {"$ref": "#/$defs/changes", "$defs": _schema()["$defs"]}
    jsonschema_rs.Draft202012Validator(form).validate(data)
    return Page("data/changes.json", in_lines(data))


def _change(change: model.Change, cite: Cite) -> Row:
    return {
        "what": change.what,
        "cause": "reading" if change.read else "articles",
        "fact": _fact(change.fact, cite),
        "before": _fact(change.before, cite) if change.before else None,
        "evidence": cite.plain(change.cited),
    }


def _fact(fact: model.Fact, cite: Cite) -> Row:
    return cite.row(fact, "id kind text value origins") | {"key": fact.key or None}
