"""What an editor decided ──▶ which entries match something, and a hash of all of it."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from typing import TYPE_CHECKING

from generator.link.entities.decisions import no_such_name
from generator.link.uses import key_of
from generator.model import ARTICLE_FIELDS, BY_EDITOR, Edited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model import Article, Block, Briefing, Corrections

HASH_BYTES = 8  # tells whether anything was decided otherwise; nobody has to find a decision by it

ENTRY_LETTERS = 300  # no name has as many
UNREAD = ("path", "slugs", "moved", "verdicts")  # entries that change nothing of what is read in the articles


def entries(corrections: Corrections) -> tuple[str, ...]:
    """Return the entries that are about something in the sources, as ``section: name``, sorted."""
    return tuple(sorted({_entry(*entry) for entry in _entries(corrections)}))


def fitting(briefing: Briefing) -> tuple[str, ...]:
    """Return the entries that match something, sorted; the others do nothing."""
    corrections = briefing.corrections
    unmatched = frozenset(briefing.problems)
    paths = {a.path for a in briefing.articles}
    differences = {d.id for d in briefing.differences}
    terms = {key_of(e.term) for e in briefing.entries if e.uses or any(d.evidence for d in e.definitions)}

    def fits(section: str, name: str) -> bool:
        match section:
            case "slugs":
                return name in paths
            case "verdicts":
                return name in differences
            case "definitions":
                return key_of(name) in terms
            case _:
                return no_such_name(corrections, section, name) not in unmatched

    return tuple(sorted({_entry(*entry) for entry in _entries(corrections) if fits(*entry)}))


def _entry(section: str, name: str) -> str:
    return f"{section}: {name}"[:ENTRY_LETTERS]


def _entries(corrections: Corrections) -> Iterator[tuple[str, str]]:
    yield from (("same", alias) for alias, _ in corrections.same)
    yield from (("apart", name) for pair in corrections.apart for name in pair)
    yield from (("kinds", name) for name, _ in corrections.kinds)
    yield from (("definitions", term) for term, _ in corrections.definitions)
    yield from (("slugs", path) for path, _ in corrections.slugs)
    yield from (("verdicts", decision.difference) for decision in corrections.verdicts)


def _edited(briefing: Briefing) -> Iterator[tuple[Article, Block]]:
    """Return the parts of articles that an editor keeps or takes out."""
    every = ((a, b) for a in briefing.articles for b in a.blocks)
    return ((a, b) for a, b in every if BY_EDITOR in b.rule)


def decisions(briefing: Briefing, contents: Mapping[str, str]) -> str:
    """Return a hash of the corrections and of what the sidecars state of each article, by its content."""
    stated = sorted(
        (contents[a.id], name, known.value)
        for a in briefing.articles
        for name in ARTICLE_FIELDS
        if isinstance(known := getattr(a, name), Edited)
    )
    stated += sorted((contents[a.id], "copy-of", a.copy_of) for a in briefing.articles if a.copy_of)
    stated += sorted((contents[a.id], b.rule, a.text[b.span.start : b.span.end]) for a, b in _edited(briefing))
    corrections = briefing.corrections
    told = [(f.name, sorted(getattr(corrections, f.name))) for f in fields(corrections) if f.name not in UNREAD]
    return hashlib.blake2b(repr((told, stated)).encode("utf-8", "backslashreplace"), digest_size=HASH_BYTES).hexdigest()
