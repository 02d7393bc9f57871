"""Briefing ──▶ passages: text that two articles share, identical or lightly edited.

Sentences that may share something have a run of words in common. What is said many times over in the same or in like
words isn't compared each with each: every sentence is connected with the one before it, so that the work grows with the
text. Each pair of sentences that is found so is aligned word by word, and only the alignment decides.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, groupby, islice, pairwise
from sys import intern
from typing import Literal, NamedTuple

from generator.cache import digest_of, remembered
from generator.lexicons import words as lexicon
from generator.model import Article, Briefing, Evidence, Findings, Passage, Span
from generator.text.fold import small
from generator.text.runs import shared_runs

FEWEST = 8
"""Words that a shared passage must have: shorter ones coincide by chance."""
MOST = 300
"""Words of a sentence that is compared: longer ones are lists or noise, and to align them costs the square of that."""
OWNWORDS = 5
"""Words of a shared passage that are neither part of a name or title nor function words: long titles aren't copied."""
EDITED_SHARE = 0.5
"""Share of the shorter sentence's words that must recur in order for it to count as the other's rewording."""
SIMILAR = 1 / 3
"""What they share of the runs of three words of both (Jaccard), where no run makes a passage by itself: two that report
the same words of a speaker, each in its own order, have less."""
WHOLE = 0.8
"""Share of the shorter sentence's words from which a run of them is that sentence; who said it may differ."""

WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+){0,8}")  # supply, don’t, 2.5, people-to-people


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence and its words, folded; ``own`` marks the writer's own: not part of a name, no function word."""

    article: Article
    span: Span
    words: tuple[str, ...]
    own: bytes

    @property
    def mark(self) -> str:
        """What stands for its words."""
        return digest_of(f"{' '.join(self.words)} {self.own.hex()}")

    def run(self, first: int, count: int) -> Span:
        """Return the span of some of the words."""
        found = [*islice(WORD.finditer(self.article.text, self.span.start, self.span.end), first + count)]
        return Span(found[first].start(), found[-1].end())


class _Match(NamedTuple):
    """What two sentences share: words in a row, from ``left`` and ``right`` on, or both as a whole if reworded."""

    kind: Literal["verbatim", "reworded"]
    shared: int
    left: int = 0
    right: int = 0

    def spans(self, left: _Sentence, right: _Sentence) -> tuple[Span, Span]:
        """Return where it stands in two sentences."""
        if self.kind == "reworded":
            return left.span, right.span
        return left.run(self.left, self.shared), right.run(self.right, self.shared)


_Matched = tuple[int, int, _Match]
"""The numbers of two sentences, the smaller one first, and what they share."""


def find_passages(briefing: Briefing) -> Briefing:
    """Find the passages that two articles share, each sentence paired with its closest in the other article."""
    sentences = [s for f in briefing.findings for s in _sentences(f)]
    numbers = {f.article.id: n for n, f in enumerate(briefing.findings)}
    articles = [numbers[s.article.id] for s in sentences]
    best: dict[int, _Matched] = {}  # by a number for a sentence and another article: there may be very many
    for matched in _matches(sentences, candidates([s.words for s in sentences], articles)):
        i, j, match = matched
        for key in (i * len(numbers) + articles[j], j * len(numbers) + articles[i]):
            if key not in best or match.shared > best[key][2].shared:
                best[key] = matched
    return replace(briefing, passages=tuple(_passages(sentences, sorted(set(best.values())))))


def _sentences(findings: Findings) -> Iterator[_Sentence]:
    article = findings.article
    named = bytearray(len(article.text))
    for name in findings.names:
        for span in (name.span, *(title.span for title in name.titles)):
            named[span.start : span.end] = b"n" * (span.end - span.start)
    function_words = frozenset(lexicon("link-function-words"))
    for block in article.blocks:
        if block.kind not in ("paragraph", "item", "caption"):
            continue
        for span in block.sentences:
            found = list(WORD.finditer(article.text, span.start, span.end))
            if not FEWEST <= len(found) <= MOST:
                continue
            plain = tuple(intern(small(m.group())) for m in found)
            own = bytes(
                w not in function_words and named.find(b"n", m.start(), m.end()) < 0
                for w, m in zip(plain, found, strict=True)
            )
            yield _Sentence(article, span, plain, own)


def _matches(sentences: Sequence[_Sentence], pairs: Iterable[tuple[int, int]]) -> Iterator[_Matched]:
    """Align pairs of sentences; those with the same words are aligned once."""
    known: dict[str, _Match | None] = {}
    marks, memory = [s.mark for s in sentences], remembered()
    for i, j in pairs:
        key = f"{marks[i]} {marks[j]}"
        if key not in known:
            align = partial(_aligned, sentences[i], sentences[j])
            known[key] = memory.kept("passages", key, align, lambda row: row and _Match(*row))
        match = known[key]
        if match:
            yield i, j, match


def _aligned(left: _Sentence, right: _Sentence) -> _Match | None:
    """Return what two sentences share, or None where it isn't enough to be more than chance."""
    shorter = min(len(left.words), len(right.words))
    runs = shared_runs(left.words, right.words)  # single words coincide
    shared = sum(run.size for run in runs)
    if shared < max(FEWEST, EDITED_SHARE * shorter):
        return None
    longest = max(runs, key=lambda run: run.size)
    own = [sum(left.own[run.one : run.one + run.size]) for run in runs]
    if longest.size >= max(FEWEST, WHOLE * shorter) and own[runs.index(longest)] >= OWNWORDS:
        return _Match("verbatim", longest.size, longest.one, longest.other)
    threes = sum(max(run.size - 2, 0) for run in runs)
    alike = threes >= SIMILAR * (len(left.words) + len(right.words) - 4 - threes)
    return _Match("reworded", shared) if sum(own) >= OWNWORDS and (alike or longest.size >= FEWEST) else None


def _passages(sentences: Sequence[_Sentence], matches: Iterable[_Matched]) -> Iterator[Passage]:
    """Yield the passages; a sentence that is in several is cited once and shared, for there may be very many."""
    cited: dict[tuple[str, Span], Evidence] = {}
    for i, j, match in matches:
        left, right = sentences[i], sentences[j]
        one, other = match.spans(left, right)
        sides = []
        for article, span in ((left.article, one), (right.article, other)):
            if (article.id, span) not in cited:
                cited[article.id, span] = article.cite(span)
            sides.append(cited[article.id, span])
        yield Passage(match.kind, (sides[0], sides[1]), match.shared)


Words = tuple[str, ...]
Pair = tuple[int, int]

RUN = 5
"""Words in a run by which sentences are found that may share a passage: an edited one keeps some."""
COMMON = 30
"""Of more sentences with one run than this, each is compared with the one before it alone."""


def candidates(sentences: Sequence[Words], articles: Sequence[int]) -> list[Pair]:
    """Return the pairs of sentences of different articles that may share a passage, in order, the smaller number first.

    ``articles`` says which article each sentence stands in.
    """
    numbers = {word: n for n, word in enumerate(dict.fromkeys(word for words in sentences for word in words))}
    rows = ([numbers[word] for word in words] for words in sentences)  # hashes of numbers are the same everywhere
    # One number for a run and a sentence: a tuple for each of millions takes more than twice the memory. Two runs with
    # one hash (one in 10^19) would only cost time.
    bits = len(sentences).bit_length()
    places = sorted(mark << bits | i for i, row in enumerate(rows) for mark in set(map(hash, _runs(row))))
    found: set[Pair] = set()
    for _, group in groupby(places, key=lambda place: place >> bits):
        holders = [place & (1 << bits) - 1 for place in group]
        found.update(combinations(holders, 2) if len(holders) <= COMMON else pairwise(holders))
    return sorted((i, j) for i, j in found if articles[i] != articles[j])


def _runs(row: Sequence[int]) -> Iterable[tuple[int, ...]]:
    return zip(*(row[n:] for n in range(RUN)), strict=False)
