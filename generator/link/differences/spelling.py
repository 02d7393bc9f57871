"""One name spelt in two ways, or with its words in another order, each in sources of its own."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from generator.lexicons import table, words
from generator.link.differences.card import Question, card, reading
from generator.link.differences.facts import is_spelling
from generator.link.entities.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Difference, Entity, Evidence, Name

KINDS = ("person", "place", "organisation")
MOST = 40
"""Forms of one name; more come from a text made to be slow."""

Words = tuple[str, ...]
Mentions = dict[str, list["Evidence"]]


def spelling(corpus: Corpus) -> Iterator[Difference]:
    """Compare the forms of the name of each person, place and body that has a page, then those in copied sentences."""
    for entity in corpus.briefing.entities:
        if entity.page and entity.kind in KINDS:
            yield from _spellings(corpus, entity)
    yield from _copied(corpus)


def _copied(corpus: Corpus) -> Iterator[Difference]:
    """Find two names in copied sentences that are spelt alike, though nothing else shows that they are one."""
    found: defaultdict[tuple[str, str], tuple[list[Evidence], list[Evidence]]] = defaultdict(lambda: ([], []))
    for passage in corpus.briefing.passages:
        left, right = (corpus.line_of(side) for side in passage.sides)
        if left and right and corpus.same_time(left.article, right.article):
            for pair in _alike(left, right):
                one, other = sorted(pair, key=lambda name: " ".join(name.text.split()))
                told = found[" ".join(one.text.split()), " ".join(other.text.split())]
                told[0].append(one)
                told[1].append(other)
    for forms, sides in found.items():
        yield _card(corpus, [{form: side} for form, side in zip(forms, sides, strict=True)])


def _alike(left: Line, right: Line) -> Iterator[tuple[Name, Name]]:
    """Yield the names of two sentences that only one of them has and that are spelt alike."""
    mine, theirs = ([(n, e) for n, e in ln.names if n.form == "name" and e.kind in KINDS] for ln in (left, right))
    alone = [[(n, e) for n, e in a if e.id not in {o.id for _, o in b}] for a, b in ((mine, theirs), (theirs, mine))]
    for name, entity in alone[0]:
        for other, another in alone[1]:
            differing = _differing(entity, name.text, other.text) if entity.kind == another.kind else None
            if differing and not (entity.key and another.key) and not _are_given(differing):
                yield name, other


def _are_given(differing: tuple[Words, Words]) -> bool:
    """Tell whether two words are both known as given names: John and Joan are two, until something joins them."""
    return all(w in _given() for pair in zip(*differing, strict=True) for w in pair)


@cache
def _given() -> frozenset[str]:
    return frozenset(fold(name) for name in words("names-given"))


def _spellings(corpus: Corpus, entity: Entity) -> Iterator[Difference]:
    mentions: defaultdict[str, list[Evidence]] = defaultdict(list)
    for mention in entity.mentions:
        if mention.form == "name":
            mentions[" ".join(mention.text.split())].append(mention)
    groups: defaultdict[tuple[Words, Words], list[tuple[str, str]]] = defaultdict(list)
    for pair in combinations(sorted(mentions)[:MOST], 2):
        for one, other in (pair, pair[::-1]):
            differing = _differing(entity, one, other)
            if differing and differing[0] < differing[1]:
                groups[differing].append((one, other))
    for pairs in groups.values():
        sides = [{form: mentions[form] for form in dict.fromkeys(p[n] for p in pairs)} for n in (0, 1)]
        where = [{e.article for found in side.values() for e in found} for side in sides]
        if not where[0] & where[1]:
            yield _card(corpus, sides)


def _differing(entity: Entity, one: str, other: str) -> tuple[Words, Words] | None:
    """Return the words in which two forms of a name differ, or None where they are no two spellings."""
    a, b = (_words(form) for form in (one, other))
    if a != b and entity.kind == "person" and sorted(a) == sorted(b):
        return a, b
    if "".join(a) == "".join(b) or not is_spelling(one, other):
        return None
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if any(_same_word(x, y) or (entity.kind == "person" and _is_feminine(x, y)) for x, y in pairs):
        return None
    return tuple(x for x, _ in pairs), tuple(y for _, y in pairs)


def _words(form: str) -> Words:
    """Return the words of a name without marks: Intel Corp. is Intel Corp."""
    return tuple(w for part in fold(form).replace("-", " ").split() if (w := "".join(filter(str.isalnum, part))))


@cache
def _usual(name: str) -> frozenset[frozenset[str]]:
    """Return the pairs of words that are usual for one thing: Steve, Steven; theater, theatre."""
    return frozenset(frozenset(pair) for row in table(name) for pair in combinations(map(fold, row), 2))


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words are one in the spellings of two countries, or a given name and its short form."""
    short_form = one.startswith(other) or other.startswith(one)
    pair = frozenset((one, other))
    return pair in _usual("entities-spellings") or (short_form and pair in _usual("entities-nicknames"))


def _is_feminine(one: str, other: str) -> bool:
    """Tell whether two family names may be those of a husband and a wife: Petrov, Petrova."""
    less, more = sorted((one, other), key=len)
    return more == f"{less}a"


def _card(corpus: Corpus, sides: list[Mentions]) -> Difference:
    names = [max(side, key=lambda form: (len(form.split()), form)) for side in sides]
    turned = sorted(_words(names[0])) == sorted(_words(names[1]))
    question = Question(
        "naming",
        f"In which order: {names[0]} or {names[1]}?" if turned else f"How is it spelt: {names[0]} or {names[1]}?",
        "wording",
        "The names are nearly the same, and everything else said of them fits one person, place or body.",
    )
    lines = (_lines(corpus, (e for found in side.values() for e in found)) for side in sides)
    return card(question, (reading(corpus, name, found) for name, found in zip(names, lines, strict=True)))


def _lines(corpus: Corpus, mentions: Iterable[Evidence]) -> list[Evidence]:
    """Return the sentences of some mentions in text order, each once."""
    found = (line.sentence for e in sorted(mentions, key=lambda e: (e.article, e.span)) if (line := corpus.line_of(e)))
    return list(dict.fromkeys(found))
