"""Edited copies of one article: whatever number, date, *not* or opposite word differs at the same place of both."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from generator import edtf
from generator.link.differences.card import Question, card, reading, short
from generator.link.differences.contrary import opposites
from generator.link.differences.facts import corrects, facts_of, negations, reading_of, same_fact, with_gap
from generator.link.differences.rivals import converts
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.link.differences.corpus import Corpus, Line
    from generator.link.differences.facts import Fact
    from generator.model import Date, Difference, Figure

COPIED_SENTENCES, COPIED_WORDS = 2, 5
"""Sentences of as many words that two articles have in common, so that one is an edited copy of the other and not a
report made after the same pattern."""
RUNS, RUN = 3, 6
"""… or as many runs of as many words."""
MOST_COPIES, LONGEST = 12, 4000
"""Articles with which one is compared, and words of one; the others say the same."""
SLOT = 6
"""Words that a replaced place holds at most."""
AROUND = 5
"""Words directly before and behind a replaced place that are the same in both, taken together."""
SHARED = 0.6
"""Share of the longer sentence's words that recur in the other one, in order."""

_WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+){0,8}|[$€£¥%]")
_WEEKDAY = re.compile(r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_NUMBER = re.compile(r"[0-9][0-9.,:/-]{0,20}")
_ASKED = {"figure": "Which figure", "date": "When"}

Code = tuple[str, int, int, int, int]


class _Word(NamedTuple):
    """A word of an article, folded, and where it stands."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Words of two articles at one place: the sentences, and the spans that differ (None where nothing stands)."""

    lines: tuple[Line, Line]
    words: tuple[tuple[str, ...], tuple[str, ...]]
    spans: tuple[Span | None, Span | None]


def copies(corpus: Corpus) -> Iterator[Difference]:
    """Compare articles that share sentences and report the same days, word by word."""
    for one, other in sharing(corpus):
        if corpus.same_time(one, other):
            yield from _compared(corpus, one, other)


def sharing(corpus: Corpus) -> tuple[tuple[str, str], ...]:
    """Return the pairs of articles that share several passages, not more than a few of each article."""
    pairs = Counter(tuple(sorted(side.article for side in p.sides)) for p in corpus.briefing.passages)
    taken: Counter[str] = Counter()
    found: list[tuple[str, str]] = []
    for one, other in sorted(p for p, n in pairs.items() if n >= COPIED_SENTENCES):
        if one != other and max(taken[one], taken[other]) < MOST_COPIES:
            taken.update((one, other))
            found.append((one, other))
    return tuple(found)


def _compared(corpus: Corpus, one: str, other: str) -> Iterator[Difference]:
    left, right = (_words(corpus, a) for a in (one, other))
    if max(len(left), len(right)) > LONGEST:
        return
    matcher = SequenceMatcher(None, [w.folded for w in left], [w.folded for w in right], autojunk=False)
    codes = matcher.get_opcodes()
    runs = sum(tag == "equal" and b - a >= RUN for tag, a, b, _, _ in codes)
    if runs < RUNS and not _is_copied(corpus, one, other):
        return
    yield from _differences(corpus, (one, other), (left, right), codes)


def _differences(
    corpus: Corpus, articles: tuple[str, str], words: tuple[list[_Word], list[_Word]], codes: Sequence[Code]
) -> Iterator[Difference]:
    """Yield what differs at the places between the runs that two articles share."""
    left, right = words
    for n, (tag, a, b, c, d) in enumerate(codes):
        if tag != "equal" and b - a <= SLOT and d - c <= SLOT and _context(codes, n) >= AROUND:
            place = _place(corpus, articles, (left[a:b], right[c:d]), (left[a - 1 : a], right[c - 1 : c]))
            found = _difference(corpus, place) if place else None
            if found:
                yield found


def _words(corpus: Corpus, article: str) -> list[_Word]:
    text = corpus.article(article).text
    spans = corpus.article(article).sentences
    found = (m for s in spans for m in _WORD.finditer(text, s.start, s.end))
    return [_Word(m.group().casefold().replace("’", "'"), m.start(), m.end()) for m in found]


def _is_copied(corpus: Corpus, one: str, other: str) -> bool:
    """Tell whether two articles have whole sentences in common."""
    mine, theirs = (
        {
            key
            for s in corpus.article(a).sentences
            if len(key := tuple(_WORD.findall(corpus.article(a).text[s.start : s.end].casefold()))) >= COPIED_WORDS
        }
        for a in (one, other)
    )
    return len(mine & theirs) >= COPIED_SENTENCES


def _context(codes: Sequence[Code], n: int) -> int:
    """Return how many words directly before and behind a place are the same; 0 if one side has none."""
    beside = [codes[k] for k in (n - 1, n + 1) if 0 <= k < len(codes)]
    equal = [b - a for tag, a, b, _, _ in beside if tag == "equal"]
    return sum(equal) if len(equal) == len(beside) else 0


def _place(
    corpus: Corpus,
    articles: tuple[str, str],
    words: tuple[list[_Word], list[_Word]],
    before: tuple[list[_Word], list[_Word]],
) -> _Place | None:
    """Return the place of two runs of words, or None if they are not in one sentence each, of nearly the same words."""
    lines = []
    for article, run, earlier in zip(articles, words, before, strict=True):
        ends = run or earlier
        held = {corpus.article(article).sentence_at(w.start) for w in ends}
        if len(held) != 1 or None in held:
            return None
        lines.append(corpus.line(article, held.pop() or 0))
    if _shared(lines[0], lines[1]) < SHARED or min(len(ln.text.split()) for ln in lines) < COPIED_WORDS:
        return None
    spans = [Span(run[0].start, run[-1].end) if run else None for run in words]
    folded = [tuple(w.folded for w in run) for run in words]
    return _Place((lines[0], lines[1]), (folded[0], folded[1]), (spans[0], spans[1]))


def _shared(one: Line, other: Line) -> float:
    mine, theirs = (_WORD.findall(line.text.casefold()) for line in (one, other))
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    return sum(b.size for b in blocks) / max(len(mine), len(theirs), 1)


def _difference(corpus: Corpus, place: _Place) -> Difference | None:
    return _denied(corpus, place) or _opposed(corpus, place) or _slot(corpus, place)


def _slot(corpus: Corpus, place: _Place) -> Difference | None:
    """Return the card of two numbers or dates, or None where anything else differs, too."""
    if place.spans[0] is None or place.spans[1] is None:
        return None
    one, other = _fact(place.lines[0], place.spans[0]), _fact(place.lines[1], place.spans[1])
    if one is None or other is None or one.kind != other.kind or same_fact(one, other) or converts(one, other):
        return None
    if one.date and other.date and not _as_absolute(one.date, other.date):
        return None
    if _of_other_periods(place.lines):
        return None
    kind = "date" if one.kind == "date" and not (one.date and one.date.duration) else "figure"
    sides = sorted(zip((one, other), place.lines, strict=True), key=_text)
    texts = [" ".join(fact.text.split()) for fact, _ in sides]
    asked = f"{_ASKED[kind]}: {texts[0]} or {texts[1]}? “{with_gap(sides[0][1], sides[0][0])}”"
    question = Question(kind, asked, "conflict", _BECAUSE)
    return card(question, (reading_of(corpus, t, line, fact) for t, (fact, line) in zip(texts, sides, strict=True)))


_BECAUSE = "One article is an edited copy of the other, and both stand at the same place of it."


def _of_other_periods(lines: tuple[Line, Line]) -> bool:
    """Tell whether two sentences give other numbers for other years or months: each may be right."""
    mine, theirs = ({p: f.value for f in line.figures if (p := _long_period(f))} for line in lines)
    return bool(mine and theirs and not mine.keys() & theirs.keys() and not {*mine.values()} & {*theirs.values()})


def _long_period(figure: Figure) -> str | None:
    """Return the period of a figure if it is longer than a day."""
    value = figure.period.value if figure.period else None
    return value if value and edtf.precision(value) != "day" else None


def _as_absolute(one: Date, other: Date) -> bool:
    """Tell whether two dates are told alike, by weekdays or numbers: *today* in one copy is *Monday* in the other."""
    return all(_WEEKDAY.search(d.text) for d in (one, other)) or all(c.isdigit() for c in _ends(one, other))


def _ends(one: Date, other: Date) -> str:
    """Return a digit of each date that has one, or a letter."""
    return "".join(next((c for c in d.text if c.isdigit()), "x") for d in (one, other))


def _text(side: tuple[Fact, Line]) -> str:
    return side[0].text


def _fact(line: Line, span: Span) -> Fact | None:
    """Return the one number or date that some words are part of, or None."""
    found = [f for f in facts_of(line) if f.span.meets(span)]
    if len(found) != 1 or found[0].kind == "name":
        return None
    return found[0] if found[0].kind != "other" or _NUMBER.fullmatch(found[0].text) else None


def _denied(corpus: Corpus, place: _Place) -> Difference | None:
    """Return the card of one denial that the other copy doesn't have."""
    counts = [sum(w in negations() for w in words) for words in place.words]
    rest = [tuple(w for w in words if w not in negations()) for words in place.words]
    if sorted(counts) != [0, 1] or max(map(len, rest)) > 1 or corrects(place.lines[0].text, place.lines[1].text):
        return None
    if any(rest) and not all(_is_verb(w) for words in rest for w in words):
        return None
    texts = ["said not to be so" if n else "said to be so" for n in counts]
    asked = f"Is it so or not? “{short(place.lines[counts.index(0)].text)}”"
    question = Question("denial", asked, "conflict", _BECAUSE)
    return card(question, (reading(corpus, t, (ln.sentence,)) for t, ln in zip(texts, place.lines, strict=True)))


_VERBS = frozenset(
    ("was", "were", "is", "are", "has", "have", "had", "did", "does", "do", "will", "would", "can", "could")
)


def _is_verb(word: str) -> bool:
    return word in _VERBS or word.endswith("ed")


def _opposed(corpus: Corpus, place: _Place) -> Difference | None:
    """Return the card of two words that are each other's opposite."""
    mine, theirs = (tuple(w for w in words if w not in ("from", "to")) for words in place.words)
    kind = opposites().get(frozenset((*mine, *theirs))) if len(mine) == len(theirs) == 1 else None
    if kind is None:
        return None
    first, second = sorted((mine[0], theirs[0]))
    question = Question(kind, f"{first} or {second}? “{short(place.lines[0].text)}”", "conflict", _BECAUSE)
    return card(
        question, (reading(corpus, w, (ln.sentence,)) for w, ln in zip((mine[0], theirs[0]), place.lines, strict=True))
    )
