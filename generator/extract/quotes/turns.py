"""Transcripts and interviews: what stands behind ``MINISTER QUIST:`` or ``Q:`` is said by who stands in front."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.model import Article, Block, Name, Quote, Span
from generator.text import forms
from generator.text.gender import gender

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABEL = re.compile(
    r"""
    (?P<who>
      [A-Z][\w.'’-]{0,20}(?:\ [A-Z][\w.'’-]{0,20}){0,4}    # MINISTER QUIST   Ann Lee   Q
    ):\s+(?=\S)
    """,
    re.VERBOSE,
)
ASKED = frozenset(("q", "a", "question", "answer"))
SPOKEN = ("paragraph", "item", "heading")
# a transcript has at least so many turns, of which somebody has two
FEWEST = 3


def utterances(article: Article, names: tuple[Name, ...]) -> Iterator[Quote]:
    """Yield the turns of a transcript as quotations; those of ``Q`` and ``A`` are nobody's by name."""
    people = forms("person") | {n.text.split()[-1].lower() for n in names if n.kind == "person"}
    found = [
        (block, label)
        for block in article.blocks
        if block.kind in SPOKEN
        and (label := _LABEL.match(article.text, block.span.start, block.span.end))
        and _is_somebody(label["who"], people)
    ]
    turns = Counter(label["who"] for _, label in found)
    if len(found) >= FEWEST and max(turns.values()) > 1:
        yield from (_utterance(article, block, label) for block, label in found)


def _is_somebody(who: str, people: frozenset[str]) -> bool:
    words = who.lower().split()
    titled = who.isupper() and not people.isdisjoint(words)  # MINISTER QUIST
    return who.lower() in ASKED or words[-1] in people or titled or bool(gender(words[0]))


def _utterance(article: Article, block: Block, label: re.Match[str]) -> Quote:
    words = article.cite(Span(label.end(), block.span.end))
    named = label["who"].lower() not in ASKED
    return Quote(
        **article.at(words.span.start, words.span.end),
        words=words,
        kind="quotation",
        speaker=article.cite(Span(*label.span("who"))) if named else None,
        firmness="direct quotation" if named else "article's own voice",
        because="the line begins with the speaker and a colon"
        if named
        else "the text doesn't say who asks and answers",
    )
