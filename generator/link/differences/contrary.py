"""Two versions of some words, word by word ──▶ where they can't both be right: a number, a date, a name, a *not*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from generator.lexicons import compiled, listed, numerals
from generator.link.content_words import senses_of, stems_of
from generator.link.differences.corpus import Line
from generator.link.differences.facts import Fact, contradict, facts_of, same
from generator.link.opposites import OPPOSED
from generator.model import Kind, Span
from generator.text import LEXICON
from generator.text.fold import small
from generator.text.runs import Gap, Run, gaps, shared_words

SLOT = 6
"""Words that a replaced place holds at most; a longer one is told in other words."""
BESIDE = 3
"""Words on both sides of a place, taken together, that are the same in both."""
PREFIXED = 4
"""Letters of a word from which it is another one behind *un-* or *dis-*: *able*, *agree*."""

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+){0,8}|[$€£¥%]")
_CONTRACTED = compiled("contracted")
_WHOLE = {"wo": "will", "ca": "can", "sha": "shall", "ll": "will", "re": "are", "ve": "have", "m": "am"}
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_EMPHATIC = frozenset(("only", "just", "merely", "least", "doubt", "less"))
"""Words behind a *not* or *no* that take nothing back: *not only*, *no doubt*."""


class Word(NamedTuple):
    """A word in small letters, and where it stands; a contracted one stands for two."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Version:
    """Some words of an article: the lines that they stand in, one by one, and what was found in them."""

    lines: tuple[Line, ...]
    words: tuple[Word, ...]
    facts: tuple[Fact, ...]

    def text(self, words: Sequence[Word]) -> str:
        """Return some of the words as the article writes them."""
        if not words:
            return ""
        line = next(ln for ln in self.lines if ln.sentence.span.start <= words[0].start < ln.sentence.span.end)
        start = line.sentence.span.start
        return " ".join(line.text[words[0].start - start : words[-1].end - start].split())


@dataclass(frozen=True, slots=True)
class Slot:
    """A place at which two versions are contrary: what about, and in which words (by number, from and up to)."""

    kind: Kind
    places: tuple[tuple[int, int], tuple[int, int]]
    facts: tuple[Fact, Fact] | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two versions compare: how many words they share in order, how many are other words, where they are contrary.

    What only one of them has was cut from the other, and doesn't count.
    """

    shared: int
    other: int
    slots: tuple[Slot, ...]


def version(lines: Sequence[Line]) -> Version:
    """Return the words of some lines of an article as they are compared."""
    words = tuple(w for line in lines for w in words_of(line.text, line.sentence.span.start))
    return Version(tuple(lines), words, tuple(f for line in lines for f in facts_of(line)))


def words_of(text: str, start: int = 0) -> Iterator[Word]:
    """Yield the words of a text that begins at some character: *won't* are two."""
    for match in _WORD.finditer(text):
        place = start + match.start(), start + match.end()
        folded = small(match.group())
        short = _CONTRACTED.fullmatch(folded) if "'" in folded or folded == "cannot" else None
        if short is None:
            yield Word(folded, *place)
        else:
            first = short["verb"] or short["can"] or short["who"]
            rest = short["rest"]
            yield Word(_WHOLE.get(first, first), *place)
            yield Word(_WHOLE[rest] if rest else "not", *place)


def align(one: Version, other: Version, fewest: float = 0) -> Alignment:
    """Compare two versions word by word; where they share fewer words than that, nothing is contrary."""
    a, b = (tuple(w.folded for w in v.words) for v in (one, other))
    if a == b:
        return Alignment(len(a), 0, ())
    runs = shared_words(a, b)
    shared = sum(run.size for run in runs)
    if shared < fewest:
        return Alignment(shared, 0, ())
    slots: list[Slot] = []
    changed = 0
    for gap in gaps(a, b, runs):
        places = (gap.one, gap.one_end), (gap.other, gap.other_end)
        lengths = [last - first for first, last in places]
        found = _slots((one, other), places) if max(lengths) <= SLOT and _around(runs, gap) >= BESIDE else None
        if found is None and all(lengths):
            changed += max(lengths)
        slots += found or ()
    if any(s.kind is Kind.DENIAL for s in slots):
        told = [sum(_denials(v.words, (0, len(v.words)))) for v in (one, other)]
        slots = [s for s in slots if s.kind is not Kind.DENIAL or told[0] != told[1]]
    return Alignment(shared, changed, tuple(slots))


def _around(runs: Sequence[Run], gap: Gap) -> int:
    """Return how many words in a row right before and behind a place are the same in both."""
    return sum(run.size for run in runs if run.one + run.size == gap.one or run.one == gap.one_end)


Place = tuple[int, int]


def _slots(versions: tuple[Version, Version], places: tuple[Place, Place]) -> tuple[Slot, ...] | None:
    """Return where two places are contrary; nothing where they mean the same; None where they are other words."""
    runs = [[w.folded for w in v.words[first:last]] for v, (first, last) in zip(versions, places, strict=True)]
    denied = [sum(_denials(v.words, place)) for v, place in zip(versions, places, strict=True)]
    mine, theirs = ([w for w in run if w not in listed("link-negations")] for run in runs)
    same_meaning = _meaning(mine) == _meaning(theirs) or _verbs(mine) == _verbs(theirs)
    if opposed := _opposed(mine, theirs):
        cancelled = (denied[0] + denied[1]) % 2 == 1  # not guilty, innocent
        return () if cancelled or _hedges(versions, places) else (Slot(opposed, places),)
    if denied[0] != denied[1]:
        return (Slot(Kind.DENIAL, places),) if same_meaning else None
    if all(runs) and _digits(mine) != _digits(theirs):
        if len(mine) == len(theirs) == 1 and (numerals() | numerals("ordinal")).keys() >= {*mine, *theirs}:
            return (Slot(Kind.FIGURE, places),)
        facts = [_facts_in(v, place) for v, place in zip(versions, places, strict=True)]
        differing = _differing(versions, places, (facts[0], facts[1])) if all(facts) else None
        if differing is not None:
            return differing
        if _are_capitals(versions, places):
            return (Slot(Kind.NAME, places),)
    return () if same_meaning or _digits(mine) == _digits(theirs) else None


def _digits(folded: Sequence[str]) -> list[str]:
    """Return words with their number words in digits: ``Section nine`` is ``Section 9``."""
    return [numerals().get(w, w) for w in folded]


def _are_capitals(versions: tuple[Version, Version], places: tuple[Place, Place]) -> bool:
    """Tell whether other words in capitals stand at a place inside of both: two names, if nobody knows of whom."""
    told = [v.text(v.words[first:last]).split() for v, (first, last) in zip(versions, places, strict=True)]
    named = all(first and all(w[0].isupper() for w in words) for (first, _), words in zip(places, told, strict=True))
    less, more = sorted(("".join(w[0] for w in words) if len(words) > 1 else words[0] for words in told), key=len)
    return named and less != more and not {*told[0]} & {*told[1]}


def _meaning(words: Sequence[str]) -> tuple[str, ...]:
    return senses_of(stems_of(" ".join(words)))


def _verbs(words: Sequence[str]) -> tuple[str, ...]:
    """Return the base forms of some words but for *do*: *ran*, *did run*."""
    return tuple(w.lemma for word in words if "do" not in (w := LEXICON[word]).kinds)


def _denials(words: Sequence[Word], place: Place) -> Iterator[bool]:
    """Yield whether each word of a place denies something: *no* as an answer, and *not only*, don't."""
    for n in range(*place):
        follows = words[n + 1] if n + 1 < len(words) else None
        answer = words[n].folded == "no" and (follows is None or follows.start > words[n].end + 1)
        emphatic = follows is not None and follows.folded in _EMPHATIC
        yield words[n].folded in listed("link-negations") and not answer and not emphatic


@cache
def opposites() -> dict[frozenset[str], Kind]:
    """Return pairs of opposite words with the kind of question that they answer."""
    return {frozenset((one, other)): Kind[kind.upper()] for kind, one, other in OPPOSED}


def _opposed(mine: Sequence[str], theirs: Sequence[str]) -> Kind | None:
    """Return what two words that are each other's opposite are about, or None: *able* and *unable* are, too."""
    a, b = ([w for w in run if w not in theirs_] for run, theirs_ in ((mine, theirs), (theirs, mine)))
    if len(a) != 1 or len(b) != 1:
        return None
    known = opposites().get(frozenset((a[0], b[0])))
    less, more = sorted((a[0], b[0]), key=len)
    return known or (Kind.ACT if len(less) >= PREFIXED and any(more == p + less for p in _PREFIXES) else None)


def _hedges(versions: tuple[Version, Version], places: tuple[Place, Place]) -> bool:
    """Tell whether both places only hedge numbers that agree: *more than 380*, *less than 400*."""
    found = []
    for v, (first, last) in zip(versions, places, strict=True):
        span = Span(v.words[first].start, v.words[last - 1].end)
        hedged = (f.figure for f in v.facts if f.figure and f.figure.hedge and f.figure.hedge.span.meets(span))
        found.append(next(hedged, None))
    one, other = found
    return one is not None and other is not None and one.value != other.value


def _facts_in(v: Version, place: Place) -> tuple[Fact, ...]:
    """Return the facts that are met at a place; none if one begins or ends inside of a word: *twenty-4*, *9-two*."""
    held = v.words[slice(*place)]
    span = Span(held[0].start, held[-1].end)
    found = tuple(f for f in v.facts if f.span.meets(span))
    return () if any(_cuts(w, f.span) for w in held for f in found) else found


def _cuts(word: Word, span: Span) -> bool:
    """Tell whether a span begins inside of a word, or ends before a hyphen of it."""
    behind = word.folded[span.end - word.start :] if word.start < span.end < word.end else ""
    return word.start < span.start < word.end or behind.startswith("-")


def _differing(
    versions: tuple[Version, Version], places: tuple[Place, Place], facts: tuple[tuple[Fact, ...], tuple[Fact, ...]]
) -> tuple[Slot, ...] | None:
    """Return the facts at two places that can't both be right, if nothing else differs there."""
    rest = [_rest(v, place, told) for v, place, told in zip(versions, places, facts, strict=True)]
    if len(facts[0]) != len(facts[1]) or _meaning(rest[0]) != _meaning(rest[1]):
        return None
    slots = []
    for one, other in zip(*facts, strict=True):
        if same(one, other):
            continue
        numbers = all(v.words[first].folded.isdigit() for v, (first, _) in zip(versions, places, strict=True))
        kind = contradict(one, other) or (Kind.FIGURE if numbers else None)  # version 2, version 13
        if kind is None:
            return None
        slots.append(Slot(kind, places, (one, other)))
    return tuple(slots)


def _rest(v: Version, place: Place, facts: Sequence[Fact]) -> list[str]:
    """Return the words of a place that belong to no fact of it, nor to the hedge of one."""
    spans = [f.span for f in facts] + [f.figure.hedge.span for f in facts if f.figure and f.figure.hedge]
    return [w.folded for w in v.words[slice(*place)] if not any(s.start < w.end and w.start < s.end for s in spans)]
