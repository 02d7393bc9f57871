"""Sums, lengths of time and counts of things, asked for by the words that govern them: the offer, stopped … exports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.link.content_words import stems_of
from generator.link.differences.claims.claim import Told, words_of
from generator.link.differences.facts import negations
from generator.model import Attribute
from generator.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Date, Figure
    from generator.text import Sentence, VerbGroup

HEDGES = 4
"""Tokens between a noun and the sum that it is of: ``an offer of at least about``."""
REACH = 12
"""Tokens between a verb and the length of time that it holds for."""
FEWEST = 4
"""Words of meaning, the number aside, from which a sentence is no formula."""
_WHICH = frozenset(
    ("initial", "first", "second", "third", "last", "final", "original", "latest", "new", "revised", "previous", "old")
)
"""Which of several it is: the first offer is another than the last."""
_FLOWS = frozenset(
    ("profit", "loss", "revenue", "sale", "turnover", "earning", "income", "budget", "spending", "trade", "export")
)
"""What runs on through the year: two sums of it are mostly of two times or parts."""
_OF = frozenset(("of", "worth", "at"))
_LENGTH = re.compile(r"P(?P<count>[0-9]{1,4})(?P<unit>[DWMY])")
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.0, "Y": 365.0}
_UNITS = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}


def amounts(corpus: Corpus) -> Iterator[Told]:
    """Yield the sums that a noun names and the lengths of time that something lasted, for each name in the sentence."""
    for article, found in corpus.findings.items():
        text = read_text(found.article)
        figures, dates = text.by_sentence(found.figures), text.by_sentence(found.dates)
        for index, sentence in enumerate(text.sentences):
            line = corpus.line(article, index)
            if corpus.is_story(line):
                yield from _sums(line, sentence, figures[index])
                yield from _lengths(line, sentence, dates[index])


def _sums(line: Line, s: Sentence, figures: tuple[Figure, ...]) -> Iterator[Told]:
    before: str | None = None
    for figure in figures:
        if figure.kind != "money" or figure.value is None or figure.direction or figure.high is not None:
            continue
        noun = _noun(s, figure) or (before if s.low(s.within(figure.span)[0] - 1) == "or" else None)
        before = noun
        if (
            noun is None
            or noun.split()[-1] in _FLOWS
            or _goes_on(s, figure, figures)
            or not _is_fact(s, s.within(figure.span)[0])
        ):
            continue
        asked = f"How much was the {noun}{' per unit' if figure.per else ''} in {figure.unit}?"
        period = figure.period.value if figure.period else None
        for subject in _names(s):
            yield Told(Attribute.SUM, f"{subject} {period}", asked, line, words_of(figure), float(figure.value), figure)


def _goes_on(s: Sentence, figure: Figure, figures: tuple[Figure, ...]) -> bool:
    """Tell whether another sum of the same is joined to it: ``a toll of 25,000 for cars and 60,000 for trucks``."""
    _, end = s.within(figure.span)
    joined = {i + 1 for i in range(end, min(end + HEDGES, len(s))) if s.parts[i] == "conj" and s.low(i) != "or"}
    return any(s.within(other.span)[0] in joined for other in figures)


def _names(s: Sentence) -> list[str]:
    """Return the words of a sentence that are names, each once; two claims on one thing share one."""
    named = (i for i in range(s.story, len(s)) if s.parts[i] == "name" and not {"month", "weekday"} & s.words[i].kinds)
    return list(dict.fromkeys(s.low(i) for i in named))


def _noun(s: Sentence, figure: Figure) -> str | None:
    """Return the noun that a sum belongs to, with what tells which one it is: ``initial offer``."""
    first, end = s.within(figure.span)
    phrase = next((p for p in s.phrases if p.first <= first < p.end), None)
    if phrase and phrase.head >= end and s.parts[phrase.head] == "noun":
        return _named(s, phrase.first, phrase.head)  # "a $103 billion offer"
    for i in range(first - 1, max(0, first - HEDGES) - 1, -1):
        if s.low(i) in _OF:
            before = next((p for p in s.phrases if p.end == i and s.parts[p.head] == "noun"), None)
            return _named(s, before.first, before.head) if before else None
        if s.parts[i] not in ("adv", "prep", "noun", "adj", "symbol"):
            return None
    return None


def _named(s: Sentence, first: int, head: int) -> str:
    which = [s.low(i) for i in range(first, head) if s.low(i) in _WHICH]
    return " ".join((*which, s.words[head].lemma))


def _lengths(line: Line, s: Sentence, dates: tuple[Date, ...]) -> Iterator[Told]:
    for date in dates:
        length = _LENGTH.fullmatch(date.duration or "")
        deed = _deed(s, s.within(date.span)[0]) if length else None
        if length is None or deed is None:
            continue
        asked = f"For how many {_UNITS[length['unit']]} did they {deed}?"
        for subject in _names(s):
            number = int(length["count"]) * _DAYS[length["unit"]]
            yield Told(Attribute.LENGTH, subject, asked, line, " ".join(date.text.split()), number, date=date)


def _deed(s: Sentence, at: int) -> str | None:
    """Return what lasts for a length of time: the verb before *for*, with its object; None where it isn't a fact."""
    if s.low(at) != "for" and s.low(at - 1) != "for":
        return None
    verb = next((v for v in reversed(s.verbs) if v.end <= at), None)
    if verb is None or at - verb.end > REACH or not _is_told(verb):
        return None
    goal = next((p for p in s.phrases if p.first >= verb.end and p.end <= at), None)
    if goal is None or any(s.parts[i] in ("comma", "break", "conj", "rel") for i in range(verb.end, at)):
        return None
    return f"{s.words[verb.head].lemma} {s.low(goal.head)}"


def _is_fact(s: Sentence, at: int) -> bool:
    verb = s.verb_of(at)
    return verb is None or _is_told(verb)


def _is_told(verb: VerbGroup) -> bool:
    return not verb.denied and verb.modality not in ("possible", "conditional")


def restated(corpus: Corpus) -> Iterator[Told]:
    """Yield the figure of each sentence that holds no other one."""
    for figure in (f for found in corpus.findings.values() for f in found.figures if f.kind != "ordinal"):
        line = corpus.line_of(figure)
        told = _words(line, figure) if line and line.figures == (figure,) else frozenset()
        if line and len(told) >= FEWEST:
            subject = " ".join((*sorted(told), *(d.value or "" for d in line.dates)))
            number = float(figure.value or 0)
            yield Told(Attribute.RESTATED, subject, figure.unit, line, words_of(figure), number, figure)


def _words(line: Line, figure: Figure) -> frozenset[str]:
    start = line.sentence.span.start
    rest = f"{line.text[: figure.span.start - start]} {line.text[figure.span.end - start :]}"
    denied = {w for w in rest.casefold().split() if w in negations()}
    return frozenset(stems_of(rest)) | denied
