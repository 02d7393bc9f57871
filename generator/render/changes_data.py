"""Revision ──▶ data/changes.json: all that changed since the accepted state, for other programs."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import jsonschema_rs

from generator.model import Page, Revision
from generator.render.cite import Cite, Row, cite_of, in_lines

if TYPE_CHECKING:
    from generator.model import Briefing, Change, Fact

SCHEMA = "briefing-changes/1"


def changes_json(briefing: Briefing) -> Page:
    """Return the page, whose form is ``#/$defs/changes`` of ``data/schema.json``.

    Raises jsonschema_rs.ValidationError where the data isn't of that form: a defect of the program.
    """
    data = as_data(briefing)
    schema = json.loads(files("generator.render").joinpath("schema.json").read_text(encoding="utf-8"))
    form = {"$ref": "#/$defs/changes", "$defs": schema["$defs"]}
    jsonschema_rs.Draft202012Validator(form).validate(data)
    return Page("data/changes.json", in_lines(data))


def as_data(briefing: Briefing) -> Row:
    """Return what changed as plain data; ``accepted`` is null where no state has been accepted."""
    cite, revision, accepted = cite_of(briefing), briefing.revision or Revision(), briefing.accepted
    return {
        "schema": SCHEMA,
        "accepted": accepted.path if accepted else None,
        "generator": accepted.generator if accepted else None,
        "articles": cite.row(revision, "added altered removed"),
        "changes": [_change(c, cite) for c in revision.changes],
        **cite.row(revision, "orphaned because"),
    }


def _change(change: Change, cite: Cite) -> Row:
    return {
        "what": change.what,
        "cause": "reading" if change.read else "articles",
        "fact": _fact(change.fact, cite),
        "before": _fact(change.before, cite) if change.before else None,
        "evidence": cite.all(change.cited),
    }


def _fact(fact: Fact, cite: Cite) -> Row:
    return cite.row(fact, "id kind text value origins") | {"key": fact.key or None}
