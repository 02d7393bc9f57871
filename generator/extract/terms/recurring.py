"""Phrases that an article keeps using, ranked by C-value (Frantzi, Ananiadou and Mima, IJDL 2000)."""

import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations

from generator.extract.terms.kinds import kind_of
from generator.lexicons import listed, table
from generator.model import Findings, Term
from generator.text import Sentence, Word, read_text
from generator.text.words import FUNCTION

_STOPS = listed("figures-stops")
_LONGEST = 5  # words of the longest phrase
_MOST = 40  # phrases of one article that are handed on; joining over all articles decides
VERBS = ("verb", "inner", "base")
Phrase = tuple[str, ...]
Place = tuple[int, int]


def recurring(findings: Findings) -> Iterator[Term]:
    """Yield the phrases of two words and more that recur in an article and are no names, best first."""
    found = _occurrences(findings)
    counts = {phrase: len(spans) for phrase, spans in found.items() if len(spans) > 1}
    scores = c_values(counts)
    ranked = sorted(scores, key=lambda p: (-scores[p], p))[:_MOST]
    article = findings.article
    for phrase in ranked:
        start, end = found[phrase][0]
        text = article.text[start:end]
        yield Term(
            **article.at(start, end), term=text, kind=kind_of(text), source="recurring", score=round(scores[phrase], 3)
        )


def c_values(counts: dict[Phrase, int]) -> dict[Phrase, float]:
    """Return the C-value of each phrase: frequent and long, but not only a part of longer ones."""
    around: dict[Phrase, list[int]] = {}
    for phrase, count in counts.items():
        for start, end in combinations(range(len(phrase) + 1), 2):
            if 1 < end - start < len(phrase) and (part := phrase[start:end]) in counts:
                around.setdefault(part, []).append(count)
    scores = {}
    for phrase, count in counts.items():
        nested = around.get(phrase, [])
        own = count - (sum(nested) / len(nested) if nested else 0)
        if own > 0:
            scores[phrase] = math.log2(len(phrase)) * own
    return scores


def _occurrences(findings: Findings) -> dict[Phrase, list[Place]]:
    found: dict[Phrase, list[Place]] = {}
    taken = {n.span.start for n in findings.names}
    for sentence in read_text(findings.article).sentences:
        if sentence.kind not in ("definition", "header"):
            for phrase, place in _phrases(sentence):
                if taken.isdisjoint(range(*place)):
                    found.setdefault(phrase, []).append(place)
    return found


def _phrases(sentence: Sentence) -> Iterator[tuple[Phrase, Place]]:
    """Yield every run of two to five content words, by their stems."""
    run: list[int] = []
    for i, word in enumerate((*sentence.words, None)):
        if word is not None and word.shape == "word" and word.low not in _STOPS and word.part not in FUNCTION:
            run.append(i)
            continue
        if len(run) > 1 and (found := list(_term_like(sentence.words, run))):
            begin, stems = run[0], tuple([w.stem for w in sentence.words[run[0] : run[-1] + 1]])
            for first, end in found:
                if not ("verb" in sentence.words[first].kinds and sentence.parts[first] in VERBS):
                    yield stems[first - begin : end - begin], (sentence.starts[first], sentence.ends[end - 1])
        run = []


def _term_like(words: Sequence[Word], run: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run, as first and end, that can be terms: no names, and nothing plain in them."""
    for first in run:
        named = True
        for i in range(first, min(first + _LONGEST, run[-1] + 1)):
            if not _inside(words[i].low):
                break
            named = named and words[i].capital
            if i > first and not named and _head(words[i].low):
                yield first, i + 1


@lru_cache(maxsize=1 << 14)
def _inside(low: str) -> bool:
    """Tell whether a word can stand in a term."""
    return low not in _plain("any") and not low.endswith("ly")


@lru_cache(maxsize=1 << 14)
def _head(low: str) -> bool:
    """Tell whether a term can end in a word."""
    return not (low in _plain("head") or low.removesuffix("s") in _plain("head") or low.endswith(("ing", "ed")))


@cache
def _plain(place: str) -> frozenset[str]:
    return frozenset(w for key, listed in table("terms-plain") if key == place for w in listed.split())
