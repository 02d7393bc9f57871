"""The same words in two articles but for a number, a date, a name, a *not* or an opposite word: said, or told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import ceil
from typing import Any, Literal, NamedTuple

from generator import edtf
from generator.cache import digest_of, remembered
from generator.lexicons import compiled
from generator.link.content_words import senses_of
from generator.link.differences.asked import asked_of
from generator.link.differences.contrary import Alignment, Slot, Version, align, version, words_of
from generator.link.differences.corpus import Corpus
from generator.link.differences.facts import Fact, corrects, may_be_spelling
from generator.link.differences.slots.asked import card_of
from generator.model import Article, Date, Difference, Evidence, Kind, Verdict
from generator.text import read_text
from generator.text.fold import letters

SAID = 5
"""Words that two versions share at least, of what one person said; fewer are a formula."""
OTHER = 0.15
"""Other words for as many shared ones: nearly all is the same, so that it was said, or happened, on one occasion."""
ALIKE_NAME = 0.9
"""A name is more easily another one because the sentence speaks of somebody else, so that the rest must be the same."""
MOST = 2
"""Places that are contrary; where there are more, something else was said."""
COPIED, COPIED_WORDS = 2, 5
"""Passages that two articles share, so that one is an edited copy of the other and not a report made after the same
pattern; the words of a sentence of such a copy that is compared."""
LIKE, AROUND = 0.6, 4
"""Share of the longer sentence's words that recur in the other one, so that it is the edited one, and how many do."""
MOST_COPIES, LONGEST = 12, 300
"""Articles with which one is compared, and sentences of one; the others say the same."""

_DEICTIC = compiled("said-of-a-day")  # said again a day later, of another day
_Two = tuple[str, str]
_Numbers = tuple[int, int]
Tie = Literal["said", "copied"]
"""What makes two sentences versions of one: one person says both, or one article copies the other."""
_BECAUSE: Mapping[Tie, str] = {
    "copied": "One article is an edited copy of the other, and both stand at the same place of it.",
    "said": "One speaker is cited with the same words but for this, by articles of the same days.",
}


class _Pair(NamedTuple):
    """Two versions of some words and how they compare; ``days`` lie between their articles, as far as is known."""

    versions: tuple[Version, Version]
    found: Alignment
    days: int
    tie: Tie

    @property
    def texts(self) -> tuple[str, str]:
        """The words of both."""
        one, other = (v.lines[0].text for v in self.versions)
        return one, other


def aligned(corpus: Corpus) -> Iterator[Difference]:
    """Compare what one person is cited with in nearly the same words, then the sentences of edited copies."""
    known = {u.id: u for u in corpus.briefing.utterances}
    for one in corpus.briefing.utterances:
        for other in (known[i] for i in one.contrary if i > one.id):
            for a, b in product(one.versions, other.versions):
                yield from (card_of(corpus, asked) for asked in _asked(corpus, (a.words, b.words), "said"))
    read = cache(lambda article: _read(corpus.article(article)))
    for pair in _copies(_shared(corpus)):
        yield from _of_two(corpus, pair, _edited_sentences(read, *pair))


def _of_two(corpus: Corpus, pair: _Two, told: Iterable[_Numbers]) -> Iterator[Difference]:
    """Compare sentences of an edited copy, by their numbers; what is asked of those that are contrary, is kept."""
    if not corpus.same_time(*pair):
        return

    def sides(numbers: _Numbers) -> tuple[Evidence, Evidence]:
        one, other = (corpus.line(article, n).sentence for article, n in zip(pair, numbers, strict=True))
        return one, other

    key = digest_of(f"{corpus.keys[pair[0]]} {corpus.keys[pair[1]]}")
    asked = (one for numbers in told for one in _asked(corpus, sides(numbers), "copied"))
    for one in remembered().kept("contrary sentences", key, lambda: list(asked), list[Sequence[Any]]):
        yield card_of(corpus, one)


def _shared(corpus: Corpus) -> Counter[_Two]:
    """Return how many passages each pair of articles shares."""
    sides = ((one.article, other.article) for one, other in (p.sides for p in corpus.briefing.passages))
    return Counter(sides)


def _copies(shared: Mapping[_Two, int]) -> Iterator[_Two]:
    """Yield the pairs of articles that share several passages, not more than a few of each article."""
    taken: Counter[str] = Counter()
    for one, other in sorted(pair for pair, times in shared.items() if times >= COPIED):
        if max(taken[one], taken[other]) < MOST_COPIES:
            taken.update((one, other))
            yield one, other


def _edited_sentences(read: Callable[[str], _Read], one: str, other: str) -> Iterator[_Numbers]:
    """Yield the sentences of an article with those of its copy that have most of their words, but not all."""
    mine, theirs = read(one), read(other)
    for n, told in enumerate(mine.sentences):
        best = theirs.nearest(told) if len(told) >= COPIED_WORDS else None
        if best is not None and told != theirs.sentences[best]:
            yield n, best


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of an article's sentences, and which sentences hold a word how often."""

    sentences: tuple[tuple[str, ...], ...]
    holders: Mapping[str, Mapping[int, int]]

    def nearest(self, told: tuple[str, ...]) -> int | None:
        """Return the first of the sentences that have the most of a sentence's words, if it is enough."""
        rarest = sorted((self.holders.get(word, {}) for word in told), key=len)
        some = set().union(*rarest[: len(told) - ceil(LIKE * len(told)) + 1])  # who has none of them has too few words
        mine = Counter(told)
        alike = {
            n: sum(min(times, self.holders.get(word, {}).get(n, 0)) for word, times in mine.items())
            / max(len(told), len(self.sentences[n]))
            for n in sorted(some)
        }
        best = max(alike, key=alike.__getitem__, default=None)
        return best if best is not None and alike[best] >= LIKE else None


def _read(article: Article) -> _Read:
    spans = article.sentences[:LONGEST]
    sentences = tuple(tuple(w.folded for w in words_of(article.text[s.start : s.end])) for s in spans)
    holders: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for n, told in enumerate(sentences):
        for word, times in Counter(told).items():
            holders[word][n] = times
    return _Read(sentences, holders)


def _asked(corpus: Corpus, sides: tuple[Evidence, Evidence], tie: Tie) -> Iterator[Sequence[Any]]:
    """Yield what is asked where two sentences contradict each other, as ``card_of`` takes it.

    Besides ``Corpus.keys``, only the time is asked for.
    """
    if sides[0].article == sides[1].article or not corpus.same_time(sides[0].article, sides[1].article):
        return
    one, other = (version([corpus.line_within(side)]) for side in sides)
    days = corpus.days_apart(sides[0].article, sides[1].article) or 0
    pair = _Pair((one, other), align(one, other), days, tie)
    if _is_one(corpus, pair):
        shown = all(v.lines[0].index >= 0 for v in pair.versions)
        read = shown and "\ufffd" not in "".join(pair.texts)  # else some of it can't be read
        yield from (_question(corpus, pair, slot) for slot in pair.found.slots if read and _contradicts(pair, slot))


def _is_one(corpus: Corpus, pair: _Pair) -> bool:
    """Tell whether two versions are of one utterance or one telling, so that what differs contradicts."""
    if pair.tie == "said":
        return _is_one_occasion(pair)
    alone = len(pair.found.slots) == 1 and not pair.found.other  # they differ in one place
    edited = pair.found.shared >= AROUND and not _of_other_periods(pair)
    return alone or (edited and not _of_two_things(corpus, pair))


def _of_two_things(corpus: Corpus, pair: _Pair) -> bool:
    """Tell whether two sentences begin with two things that are named or known: *the bridge was*, *the dam was*."""
    found = []
    for line in (v.lines[0] for v in pair.versions):
        s = read_text(corpus.article(line.article)).sentences[line.index]
        first = s.phrases[0] if s.phrases and s.phrases[0].first == s.story else None
        known = first is not None and (s.low(first.first) == "the" or s.parts[first.head] == "name")
        found.append(senses_of((s.words[first.head].stem,)) if first and known else ())
    return all(found) and found[0] != found[1]


def _of_other_periods(pair: _Pair) -> bool:
    """Tell whether two sentences give other numbers for other years or months: each may be right."""
    mine, theirs = (
        {f.period.value: f.value for f in v.lines[0].figures if f.period and f.period.value and not _is_day(f.period)}
        for v in pair.versions
    )
    return bool(mine and theirs and not mine.keys() & theirs.keys() and not {*mine.values()} & {*theirs.values()})


def _is_day(date: Date) -> bool:
    return date.value is not None and edtf.precision(date.value) == "day"


def _is_one_occasion(pair: _Pair) -> bool:
    """Tell whether somebody said two versions at one time: not *we lost four today*, on each of two days."""
    slots = pair.found.slots
    again = pair.days and any(_DEICTIC.search(text) for text in pair.texts)
    dated = len(slots) > 1 and any(s.kind is Kind.DATE for s in slots)  # of two times
    alike = pair.found.other <= OTHER * pair.found.shared and len(slots) <= MOST
    return pair.found.shared >= SAID and alike and not again and not dated


def _contradicts(pair: _Pair, slot: Slot) -> bool:
    if slot.kind is Kind.DENIAL:
        return not corrects(*pair.texts)
    if slot.kind is not Kind.NAME or slot.facts is None:
        return slot.kind is not Kind.NAME  # two names of one, perhaps
    if any(map(_has_letters_of, pair.versions, slot.facts[::-1])):
        return False
    return pair.tie == "said" or _names_differ(pair, slot.facts)


def _has_letters_of(version: Version, fact: Fact) -> bool:
    """Tell whether a sentence has the other one's name as its first letters, at another place: *IE 7 on Windows*."""
    first = "".join(w[0] for w in letters(fact.text).split())
    return len(first) > 1 and any(w.folded == first for w in version.words)


def _names_differ(pair: _Pair, facts: tuple[Fact, Fact]) -> bool:
    """Tell whether two names in sentences of the same words contradict each other: two of one kind, both known."""
    one, other = facts
    if one.entity is None or other.entity is None or one.entity.kind != other.entity.kind:
        return False
    if one.name is None or other.name is None or "name" != one.name.form != other.name.form:
        return False
    alike = (pair.found.shared + 1) / max(len(v.words) for v in pair.versions)
    return alike >= ALIKE_NAME and bool(
        (one.entity.key and other.entity.key) or not may_be_spelling(one.text, other.text)
    )


def _question(corpus: Corpus, pair: _Pair, slot: Slot) -> Sequence[Any]:
    beside = 1 if slot.kind is Kind.DENIAL else 0  # will, will not
    told = []
    for n, (v, (first, last)) in enumerate(zip(pair.versions, slot.places, strict=True)):
        wide = v.words[max(0, first - beside) : last + beside]
        fact = slot.facts[n] if slot.facts else None
        date = fact.date if fact else None
        because = f"{date.text} is {date.value}" if date and date.value not in (None, date.text) else ""
        text = " ".join(fact.text.split()) if fact else v.text(wide)
        told.append((v.lines[0].article, v.lines[0].index, text, because))
    texts = sorted(row[2] for row in told)
    asked = asked_of(corpus, pair.versions, slot, (texts[0], texts[1]))
    return slot.kind, asked, Verdict.CONFLICT, _BECAUSE[pair.tie], told
