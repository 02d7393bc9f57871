"""One utterance in several wordings: in quotation marks here, reported there, translated otherwise elsewhere."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.link.differences.card import Question, card, reading, short
from generator.link.sayings import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus
    from generator.model import Difference, Evidence, Quote, Utterance

LONG = 5
"""Words of meaning that a quotation must have, so that its return in another source is no chance."""
SAME_WORDS = 0.9
"""Share of two wordings' words that must agree in order for them to be the same words."""
NEAR = 2
"""Sentences on both sides of a quotation in which its speaker is named."""

_MARKED = ("quotation", "fragment")
_SIDES = ("in quotation marks", "the same words, reported", "in other words")


def quoted(corpus: Corpus) -> Iterator[Difference]:
    """Compare the versions of each utterance that several sources give, then the speakers of the same words."""
    for utterance in corpus.briefing.utterances:
        found = _wordings(corpus, utterance)
        if found:
            yield found
    yield from _speakers(corpus)


def _wordings(corpus: Corpus, utterance: Utterance) -> Difference | None:
    given: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in utterance.versions:
        given[quote.article].append(quote)
    main = max(given.values(), key=lambda found: (_is_marked(found), len(_stems(found))))
    if not _is_marked(main):
        return None
    sides: defaultdict[str, list[Evidence]] = defaultdict(list)
    for found in given.values():
        if len(_stems(found)) >= LONG:
            sides[_side(main, found)] += [_shown(corpus, q) for q in found]
    if len(sides) < 2:  # noqa: PLR2004 - two sides
        return None
    text = max((q.words.text for q in main), key=len)
    question = Question(
        "quotation",
        f"In which words: “{short(text)}”?",
        "wording",
        "The same speaker is cited with words of the same meaning. Words that differ may be other translations; words "
        "without quotation marks are the source's own report.",
    )
    return card(question, (reading(corpus, name, sides[name]) for name in _SIDES if name in sides))


def _is_marked(found: list[Quote]) -> bool:
    """Tell whether a source gives an utterance in quotation marks, at length."""
    return any(q.kind in _MARKED and len(stems_of(q.words.text)) >= LONG for q in found)


def _stems(found: list[Quote]) -> tuple[str, ...]:
    return tuple(s for q in found for s in stems_of(q.words.text))


def _side(main: list[Quote], found: list[Quote]) -> str:
    """Return how a source gives what the main one quotes: any of its parts may be left out."""
    a, b = _stems(main), _stems(found)
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    if sum(m.size for m in blocks) < SAME_WORDS * min(len(a), len(b)):
        return _SIDES[2]
    return _SIDES[0] if _is_marked(found) else _SIDES[1]


def _shown(corpus: Corpus, quote: Quote) -> Evidence:
    """Return the quotation with its marks, or the sentence that reports the words."""
    line = corpus.line_of(quote)
    if quote.kind in _MARKED or line is None:
        return corpus.article(quote.article).cite(quote.span)
    return line.sentence


def _speakers(corpus: Corpus) -> Iterator[Difference]:
    """Find sentences shared by two articles in which the same long quotation has two different speakers."""
    for passage in corpus.briefing.passages:
        left, right = (corpus.line_of(side) for side in passage.sides)
        if left is None or right is None:
            continue
        for one in corpus.quotes_in(left):
            for other in corpus.quotes_in(right):
                if _two_speakers(corpus, one, other):
                    yield _attributed(corpus, one, other)


def _two_speakers(corpus: Corpus, one: Quote, other: Quote) -> bool:
    if one.kind not in _MARKED or other.kind not in _MARKED or one.pronoun or other.pronoun:
        return False
    if min(len(stems_of(q.words.text)) for q in (one, other)) < LONG or not one.speaker or not other.speaker:
        return False
    a, b = corpus.index.named(one.speaker), corpus.index.named(other.speaker)
    if a is None or b is None or a.id == b.id or a.kind != "person" or b.kind != "person":
        return False
    if b.id in _around(corpus, one) or a.id in _around(corpus, other):
        return False  # “of Trend Micro, Paul Ferguson said”: the one may stand for the other
    return stems_of(one.words.text) == stems_of(other.words.text) and not {*a.name.split()} & {*b.name.split()}


def _around(corpus: Corpus, quote: Quote) -> frozenset[str]:
    """Return whom the sentence of a quotation names, and the ones beside it."""
    line = corpus.line_of(quote)
    if line is None:
        return frozenset()
    last = len(corpus.article(quote.article).sentences) - 1
    near = range(max(0, line.index - NEAR), min(last, line.index + NEAR) + 1)
    return frozenset().union(*(corpus.line(quote.article, i).entities for i in near))


def _attributed(corpus: Corpus, one: Quote, other: Quote) -> Difference:
    question = Question(
        "speaker",
        f"Who said: “{short(one.words.text)}”?",
        "conflict",
        "The same words stand in quotation marks in two sources, and each names another person as their speaker.",
    )
    return card(
        question,
        (reading(corpus, q.speaker.text, (_shown(corpus, q),)) for q in (one, other) if q.speaker),
    )
