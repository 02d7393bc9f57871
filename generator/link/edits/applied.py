"""What an editor decided ──▶ which entries match something, and a hash of all of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.link.mentions import key_of
from generator.model import ARTICLE_FIELDS, BY_EDITOR, Edited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model import Article, Block, Briefing, Correction, Corrections

HASH_BYTES = 8  # tells whether anything was decided otherwise; nobody has to find a decision by it

ENTRY_LETTERS = 300  # no name has as many
UNREAD = ("slugs", "moved", "notes", "pin", "verdicts")  # entries that change nothing of what is read in the articles


def entries(corrections: Corrections) -> tuple[str, ...]:
    """Return what was decided about the sources, as ``section: name``, sorted."""
    return tuple(sorted({_entry(c) for c in corrections.entries if c.section != "moved"}))


def fitting(briefing: Briefing) -> tuple[str, ...]:
    """Return the decisions that match something, sorted; the others do nothing."""
    terms = {key_of(e.term) for e in briefing.entries if e.uses or any(d.evidence for d in e.definitions)}
    unused = {c for c in briefing.corrections.of("definitions") if key_of(c.about) not in terms}
    return tuple(sorted({_entry(c) for c in briefing.applied - unused}))


def _entry(correction: Correction) -> str:
    return f"{correction.section}: {correction.about}"[:ENTRY_LETTERS]


def _edited(briefing: Briefing) -> Iterator[tuple[Article, Block]]:
    """Return the parts of articles that an editor keeps or takes out."""
    every = ((a, b) for a in briefing.articles for b in a.blocks)
    return ((a, b) for a, b in every if BY_EDITOR in b.rule)


def decisions(briefing: Briefing, contents: Mapping[str, str]) -> str:
    """Return a hash of the corrections and of what stands beside each article, by its content."""
    stated = sorted(
        (contents[a.id], name, known.value)
        for a in briefing.articles
        for name in ARTICLE_FIELDS
        if isinstance(known := getattr(a, name), Edited)
    )
    stated += sorted((contents[a.id], "copy-of", a.copy_of) for a in briefing.articles if a.copy_of)
    stated += sorted((contents[a.id], b.rule, a.text[b.span.start : b.span.end]) for a, b in _edited(briefing))
    stated += sorted(
        (contents[a.id], s.by, repr((s.kind, s.exact, s.prefix, s.suffix, s.says)))
        for a in briefing.articles
        for s in a.supplied
    )
    told = sorted((c.section, c.about, c.says) for c in briefing.corrections.entries if c.section not in UNREAD)
    return hashlib.blake2b(repr((told, stated)).encode("utf-8", "backslashreplace"), digest_size=HASH_BYTES).hexdigest()
