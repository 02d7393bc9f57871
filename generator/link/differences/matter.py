"""Articles ──▶ whether two tell of one thing: neither of two firms' results, nor of two towns' schools."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, product

from generator.cache import remembered
from generator.lexicons import listed, table
from generator.link.differences.corpus import Corpus, Line, is_land
from generator.model import Difference, Evidence, Kind, Reading, Verdict
from generator.text import LEXICON, read_text
from generator.text.fold import letters

OPENING = 3
"""Sentences at the beginning, the title first, that name what an article is about."""
ALIKE = 2
"""Words of names that two articles on one thing open with, though their titles have others."""
_TIMES = ("weekday", "month")
_CAPITAL = re.compile(r"(?<![.!?:“\"‘'(]\s)(?<!^)\b[A-Z][\w’'-]{1,40}")
_WORD = re.compile(r"[^\W\d_]\w{1,40}(?:-\w{1,40}){0,3}")  # Lima, Xai-Xai, river
_INSIDE = re.compile(r"(?<=[a-z,] )([^\W\d_]\w{1,40})")


def is_of_two_matters(corpus: Corpus, difference: Difference) -> bool:
    """Tell whether two answers come from articles on other things, in sentences that name nothing in common.

    Among many articles, what may have changed is told inside of one story alone. Words that two cite alike are one
    matter, whatever else their articles name.
    """
    cited = difference.kind is Kind.QUOTATION and difference.verdict is Verdict.CONFLICT
    if cited or _is_of_person(corpus, difference):
        return False
    asked = frozenset(letters(word) for reading in difference.readings for word in reading.value.split())
    grown = difference.verdict is Verdict.GROWN  # a series was joined article by article
    one_story = not corpus.is_small and difference.verdict in (Verdict.SCOPE, Verdict.GROWN)

    def are_one(one: Reading, other: Reading) -> bool:
        return any(
            _can_be_one(corpus, a, b, asked) and not (one_story and corpus.story(a.article) != corpus.story(b.article))
            for a, b in product(one.evidence, other.evidence)
        )

    readings = difference.readings
    if grown:
        return not all(any(are_one(r, other) for other in readings if other is not r) for r in readings)
    return not all(are_one(one, other) for one, other in combinations(readings, 2))


def _is_of_person(corpus: Corpus, difference: Difference) -> bool:
    """Tell whether a question is one of somebody whom all articles name in full: *How old is Ana Lee?*."""
    articles = {e.article for e in difference.evidence}
    return any(name in difference.question and articles <= named_by for name, named_by in corpus.once(_in_full))


def _in_full(corpus: Corpus) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the full name of each person, and the articles that name them."""
    people = (e for e in corpus.briefing.entities if e.kind == "person" and " " in e.name)
    return ((e.name, frozenset(m.article for m in e.mentions)) for e in people)


def _can_be_one(corpus: Corpus, one: Evidence, other: Evidence, asked: frozenset[str]) -> bool:
    return one.article == other.article or of_one_matter(corpus, one.article, other.article, asked)


def of_one_matter(corpus: Corpus, one: str, other: str, asked: frozenset[str] = frozenset()) -> bool:
    """Tell whether two articles can tell of one thing: what the one opens with is named in the other, too.

    Who names nothing besides the words that are ``asked`` for may tell of anything.
    """
    if _of_two_titles(corpus, one, other):
        return False
    (mine, held, *_), (theirs, known, *_) = (corpus.once(_kept, article) for article in (one, other))
    named = not (mine - asked and theirs - asked) or bool(mine & known or theirs & held)
    return named or of_one_opening(corpus, one, other)


def of_one_opening(corpus: Corpus, one: str, other: str) -> bool:
    """Tell whether one of two articles opens with a name that the other has, be it known or not."""
    mine, theirs = (frozenset(corpus.once(_opening, article)) for article in (one, other))
    (_, held, *_), (_, known, *_) = (corpus.once(_kept, article) for article in (one, other))
    return bool(mine & known or theirs & held)


def open_alike(corpus: Corpus, one: str, other: str) -> bool:
    """Tell whether two articles open with one name, be it known or not."""
    return not frozenset(corpus.once(_opening, one)).isdisjoint(corpus.once(_opening, other))


def _opening(corpus: Corpus, article: str) -> Iterator[str]:
    """Yield the words with a capital inside the first sentences, but for people, countries, days and months."""
    for line in corpus.lead(article)[:OPENING]:
        if read_text(corpus.article(article)).sentences[line.index].plain:
            continue
        others = (n.text for n, e in line.names if e.kind == "person" or is_land(e))
        lands = {letters(w) for text in others for w in text.split()}
        told = line.text[line.told.start - line.sentence.span.start :]
        words = frozenset(
            letters(re.sub(r"['’]s$", "", w))
            for w in _CAPITAL.findall(told)
            if LEXICON[w.lower()].kinds.isdisjoint(_TIMES)
        )
        yield from words - lands - _common() - listed("names-given") - listed("names-titles")


def _of_two_titles(corpus: Corpus, one: str, other: str) -> bool:
    """Tell whether neither article has a name that the other's title has: *a storm over Arvik*, *… over Belmor*.

    Titles of one thing may name two places, where both articles open with other names alike; in reports of one sort the
    rest of the titles is the same.
    """
    (opens, held, mine, rest), (begins, known, theirs, other_rest) = (corpus.once(_kept, a) for a in (one, other))
    apart = bool(mine and theirs) and not (mine & known or theirs & held)
    return apart and (rest == other_rest or len(opens & begins) < ALIKE)


def _kept(corpus: Corpus, article: str) -> Iterable[frozenset[str]]:
    coders = (lambda rows: [*map(frozenset, rows)]), (lambda sets: [*map(sorted, sets)])
    return remembered().kept("matter", corpus.keys[article], lambda: [*_matter(corpus, article)], *coders)


def _matter(corpus: Corpus, article: str) -> Iterator[frozenset[str]]:
    """Yield the words that name what an article opens with, or all it names; all names; its title's; the title's rest.

    A name of the title stands inside of a sentence, too.
    """
    found = _WORD.findall(corpus.article(article).text)
    names = frozenset(letters(w) for w in found if not w[0].islower()) - {w for w in found if w[0].islower()}
    yield names & (_naming(corpus.lead(article)[:OPENING]) or _naming(corpus.lines(article)))
    yield names
    first = next(iter(corpus.lead(article)), None)
    block = corpus.article(article).block_at(first.sentence.span.start) if first else None
    lands = {letters(w) for n, e in first.names if is_land(e) for w in n.text.split()} if first else set()
    dates = {letters(w) for d in first.dates for w in d.text.split()} if first else set()
    told = first.text if first and block and block.kind == "title" else ""
    inside = {letters(m[1]) for m in _INSIDE.finditer(corpus.article(article).text)}
    words = frozenset(letters(w) for w in _WORD.findall(told))
    yield (own := names & inside & words - lands - dates - _common() - listed("names-given"))
    yield words - own


def _naming(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words of the names that sentences tell of: no datelines, countries, given names, nor sources."""
    told = (n.text.split() for line in lines for n, e in line.names if line.told.holds(n.span) and not is_land(e))
    words = (w for words in told for w in words if len(words) == 1 or w not in listed("names-given"))
    return frozenset(map(letters, words)) - _common()


@cache
def _common() -> frozenset[str]:
    """Return words that stand in many names: *bank*, *inc*, *ministry*."""
    heads = {row[0].casefold() for row in table("names-heads")}
    return listed("names-common") | listed("entities-company") | heads
