"""Phrases that an article keeps using, ranked by C-value (Frantzi, Ananiadou and Mima, IJDL 2000)."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from generator.extract.terms.kinds import kind_of
from generator.lexicons import table, words
from generator.model import Span, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Article, Findings

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]|\d+")
_LONGEST = 5
"""Words of the longest phrase."""
_TWICE = 2
"""Times a phrase must occur in an article."""
_MOST = 40
"""Phrases of one article that are handed on; joining over all articles decides."""

Phrase = tuple[str, ...]


def recurring(findings: Findings) -> Iterator[Term]:
    """Yield the phrases of two words and more that recur in an article and are no names, best first."""
    found = _occurrences(findings)
    counts = {phrase: len(spans) for phrase, spans in found.items() if len(spans) >= _TWICE}
    scores = c_values(counts)
    ranked = sorted(scores, key=lambda p: (-scores[p], p))[:_MOST]
    article: Article = findings.article
    for phrase in ranked:
        first = found[phrase][0]
        text = article.text[first.start : first.end]
        yield Term(
            **article.at(first.start, first.end),
            term=text,
            kind=kind_of(text),
            source="recurring",
            score=round(scores[phrase], 3),
        )


def c_values(counts: dict[Phrase, int]) -> dict[Phrase, float]:
    """Return the C-value of each phrase: frequent and long, but not only a part of longer ones."""
    around: dict[Phrase, list[int]] = {}
    for phrase, count in counts.items():
        for part in _parts(phrase):
            if part in counts:
                around.setdefault(part, []).append(count)
    scores = {}
    for phrase, count in counts.items():
        nested = around.get(phrase, [])
        own = count - (sum(nested) / len(nested) if nested else 0)
        if own > 0:
            scores[phrase] = math.log2(len(phrase)) * own
    return scores


def _parts(phrase: Phrase) -> Iterator[Phrase]:
    for length in range(2, len(phrase)):
        for start in range(len(phrase) - length + 1):
            yield phrase[start : start + length]


def _occurrences(findings: Findings) -> dict[Phrase, list[Span]]:
    found: dict[Phrase, list[Span]] = {}
    taken = Counter(i for n in findings.names for i in (n.span.start,))
    for block in findings.article.blocks:
        if block.kind in ("paragraph", "item", "heading", "title", "caption"):
            for sentence in block.sentences:
                for phrase, span in _phrases(findings.article, sentence):
                    if not any(taken[i] for i in range(span.start, span.end)):
                        found.setdefault(phrase, []).append(span)
    return found


def _phrases(article: Article, sentence: Span) -> Iterator[tuple[Phrase, Span]]:
    """Yield every run of two to five content words, with its words in lower case and singular."""
    tokens = list(_WORD.finditer(article.text, sentence.start, sentence.end))
    run: list[re.Match[str]] = []
    for token in [*tokens, None]:
        if token is not None and token.group()[0].isalpha() and token.group().lower() not in _stops():
            run.append(token)
            continue
        for length in range(2, min(_LONGEST, len(run)) + 1):
            for start in range(len(run) - length + 1):
                part = run[start : start + length]
                phrase = tuple(singular(t.group().lower()) for t in part)
                if _term_like(part):
                    yield phrase, Span(part[0].start(), part[-1].end())
        run = []


def _term_like(part: list[re.Match[str]]) -> bool:
    low = [t.group().lower() for t in part]
    if all(t.group()[0].isupper() for t in part):
        return False  # a name, or a part of one
    if low[-1] in _plain("head") or singular(low[-1]) in _plain("head") or any(w in _plain("any") for w in low):
        return False
    return not low[-1].endswith(("ing", "ed", "ly", "'s", "’s")) and not any(w.endswith("ly") for w in low)


def singular(word: str) -> str:
    """Return a noun without its regular plural: ``parties`` → ``party``, ``disputes`` → ``dispute``."""
    if len(word) <= len("gas") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word.removesuffix("s")


@cache
def _stops() -> frozenset[str]:
    return frozenset(words("figures-stops"))


@cache
def _plain(place: str) -> frozenset[str]:
    return frozenset(w for key, listed in table("terms-plain") if key == place for w in listed.split())
