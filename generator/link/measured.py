"""Figures of one article ──▶ the word that says what each measures, and what its sentence tells of that."""

from functools import cache
from typing import NamedTuple

from generator.cache import remembered
from generator.lexicons import table, wordset
from generator.link.mentions import key_of
from generator.model import Evidence, Figure, Findings, Span
from generator.text import Sentence, read_text
from generator.text.befallen import deeds_counted

_MORE = wordset("measures-more")
"""Before a number these say that it is no part of one that another source gives."""
_REACH = 8
"""Tokens on either side of a figure among which the word stands that says what happened to those counted."""


class Measured(NamedTuple):
    """The head of what a figure measures, in its normal form, and what happens to those counted."""

    head: str
    deed: str


def measured(findings: Findings) -> tuple[Measured | None, ...]:
    """Return what is read of each figure of an article, kept from one build to the next."""
    memory = remembered()

    def read() -> tuple[Measured | None, ...]:
        return tuple(_read(figure, findings) for figure in findings.figures)

    return memory.kept("measured", memory.digest(findings), read, lambda rows: tuple(r and Measured(*r) for r in rows))


def _read(figure: Figure, findings: Findings) -> Measured | None:
    """Return what is read of a figure; None where nothing tells what it measures."""
    if figure.measure is None or figure.value is None:
        return None
    sentence = read_text(findings.article).sentence_at(figure.span.start)
    if sentence is None:
        return None
    head = _head(sentence, figure.measure)
    verb = sentence.verb_of(sentence.within(figure.span)[0])
    deed = deed_of(sentence, figure.span) or (sentence.words[verb.head].lemma if verb else "")
    return Measured(head, deed) if head else None


def deed_of(sentence: Sentence, span: Span) -> str:
    """Return what happens to those counted: the nearest of the known deeds, or nothing."""
    first, end = sentence.within(span)
    if sentence.low(first - 1) in _MORE or sentence.low(end) in _MORE:
        return "more"
    reach = min(len(sentence), end + _REACH)
    behind = next((i for i in range(end, reach) if sentence.parts[i] in ("conj", "comma")), reach)  # and injuring 5
    near = sorted(range(max(0, first - _REACH), behind), key=lambda i: abs(2 * i - first - end))
    return next((deeds_counted()[low] for i in near if (low := sentence.low(i)) in deeds_counted()), "")


def _head(sentence: Sentence, measure: Evidence) -> str:
    """Return the last word before a preposition that says what is counted; of several parts the first that does."""
    first, end = sentence.within(measure.span)
    words = [(sentence.parts[i], sentence.low(i)) for i in range(first, end) if sentence.parts[i] != "name"]
    cut = next((n for n, (part, _) in enumerate(words) if part == "prep" and n), len(words))
    told = [_normal(low) if low[:1].isalpha() else "" for _, low in words]
    return next(filter(None, (*reversed(told[:cut]), *told[cut:])), "")


@cache
def _normal(word: str) -> str:
    """Return the normal form of a word of a measure, or nothing for one that adds nothing."""
    stem = " ".join(key_of(word))
    for chief, others in table("figures-same"):
        if word in others.split() or stem in others.split():
            return "" if chief == "-" else chief
    return stem
