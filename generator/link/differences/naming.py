"""One idea under two quoted names: other translations."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.link.differences.card import Question, card, reading
from generator.link.sayings import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus
    from generator.model import Difference, Evidence, Quote

LONGEST = 12
"""Words of a quoted name; a longer quotation is a statement."""
MOST = 20
"""Quoted names with one head; more are a common noun."""
NAMED = 2
"""Names before the head that make it one thing: the two countries of a community."""

_NAME = re.compile(
    r"""(?x)
    (?P<before> (?: [^\W_][\w’'-]{0,40}\ ){1,5}? )?                       # Chile-Peru
    (?P<head> [a-z]{4,30} )                                              # community
    \ (?: of | with | for | in | on )\                                   # with
    (?P<tail> (?: (?:a|an|the)\ )? [a-z][\w’'-]{0,30} (?:\ [a-z][\w’'-]{0,30})? )   # a shared future
    """,
)
Told = tuple[str, frozenset[str], "Evidence", str]


def naming(corpus: Corpus) -> Iterator[Difference]:
    """Compare quoted names of ideas."""
    groups: defaultdict[tuple[str, frozenset[str]], list[Told]] = defaultdict(list)
    for found in corpus.findings.values():
        for quote in found.quotes:
            told = _told(corpus, quote)
            if told:
                groups[told[0], told[1]].append(told)
    for group in groups.values():
        if len(group) <= MOST:
            yield from _variants(corpus, group)


def _told(corpus: Corpus, quote: Quote) -> Told | None:
    """Return the head, the ids of the names before it, the place and the complement of a quoted name."""
    words = quote.words
    if quote.kind == "reported" or len(words.text.split()) > LONGEST:
        return None
    match = _NAME.match(words.text)
    if match is None or not match["before"]:
        return None
    end = words.span.start + match.start("head")
    names = frozenset(e.id for n, e in corpus.index.within(words.article, words.span) if n.span.end <= end)
    return (match["head"], names, words, match["tail"]) if len(names) >= NAMED else None


def _variants(corpus: Corpus, group: list[Told]) -> Iterator[Difference]:
    for n, one in enumerate(group):
        for other in group[n + 1 :]:
            mine, theirs = ({*stems_of(t[3])} for t in (one, other))
            if one[2].article != other[2].article and mine != theirs and mine & theirs:
                pair = sorted((one, other), key=lambda t: t[2].text)
                texts = [" ".join(t[2].text.split()) for t in pair]
                question = Question(
                    "naming",
                    f"Which name: “{texts[0]}” or “{texts[1]}”?",
                    "wording",
                    "Both sources put the name in quotation marks; its head and the names before it are the same, and "
                    "the rest shares a word. These may be two translations.",
                )
                yield card(question, (reading(corpus, t, (w[2],)) for t, w in zip(texts, pair, strict=True)))
