"""Offices of one person that exclude each other, in sources of the same days."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from generator import edtf
from generator.lexicons import words
from generator.link.differences.card import Question, card, reading
from generator.link.differences.corpus import SAME_TIME_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus
    from generator.model import Difference, Entity, Evidence, Role, Span

MOST = 60
"""Titles of one person that are compared with each other."""
DAYS = 31
"""Days before its publication to which an article may date the sentence of a title that still holds."""

_PARTS = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_RANK = re.compile(
    r"(?i)^(?:(?:the|a|an|senior|executive)\s+)*(vice|deputy|assistant|former|ex|one-time|onetime)\b[\s-]*"
)
_OPEN = re.compile(
    r"(?i)\b(?:acting|interim|late|then|elect|designate|incoming|outgoing|current|new|ousted|honorary)\b"
)
_OF = re.compile(r"(?i)\b(?:of|for|at|in|to)\b")
_PAST = ("former", "ex", "one-time", "onetime")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)?")


class _Office(NamedTuple):
    """An office that a source gives: its rank (*vice*, *former*, nothing), its words, and whose it is."""

    rank: str
    office: str
    whose: frozenset[str]
    title: Evidence
    date: str | None


def exclusive(corpus: Corpus) -> Iterator[Difference]:
    """Compare the offices of each person: with and without *vice* or *former*, and of two places or bodies."""
    for person in corpus.briefing.entities:
        if person.kind == "person" and person.page and len(person.roles) > 1:
            held = [o for role in person.roles[:MOST] for o in _offices(corpus, person, role)]
            for pair in combinations(held, 2):
                compared = _at_once(corpus, *pair) and _exclude(corpus, held, pair)
                if compared and not _changes(corpus, person, pair):
                    yield _card(corpus, person, pair)


def _offices(corpus: Corpus, person: Entity, role: Role) -> Iterator[_Office]:
    """Yield the offices of a title that holds at the time of writing: ``President and General Secretary`` has two."""
    title = role.evidence
    if _OPEN.search(title.text) or not _is_current(corpus, role):
        return
    named = [(n.span, e.id) for n, e in corpus.index.within(title.article, title.span) if e.id != person.id]
    places = frozenset(i for _, i in named)
    parts = _PARTS.split(" ".join(_without(title, [span for span, _ in named]).split()))
    for part in parts:
        match = _RANK.match(part)
        rest = part[match.end() :] if match else part
        told = " ".join(w.casefold() for w in _WORD.findall(_OF.split(rest)[0]))
        if told:
            whose = places if len(parts) == 1 else frozenset()
            yield _Office(match[1].casefold() if match else "", told, whose, title, role.date)


def _without(title: Evidence, names: list[Span]) -> str:
    """Return a title without the names in it: *Danish Prime Minister* is a prime minister."""
    start = title.span.start
    return "".join(" " if any(n.start <= start + i < n.end for n in names) else c for i, c in enumerate(title.text))


def _is_current(corpus: Corpus, role: Role) -> bool:
    """Tell whether a title's sentence dates nothing that lies long before the publication."""
    published = corpus.published(role.evidence.article)
    if role.date is None or published is None:
        return True
    then, now = edtf.bounds(role.date), edtf.bounds(published)
    if then is None or now is None or then.last is None or now.first is None:
        return False
    return (now.first - then.last).days <= DAYS


def _at_once(corpus: Corpus, one: _Office, other: _Office) -> bool:
    """Tell whether two titles are of the same days: those of publication, or those that both sentences date."""
    if one.title.article == other.title.article:
        return False
    apart = corpus.days_apart(one.title.article, other.title.article)
    if apart is None:
        return one.date is not None and one.date == other.date
    return apart <= SAME_TIME_DAYS


def _exclude(corpus: Corpus, held: list[_Office], pair: tuple[_Office, _Office]) -> bool:
    one, other = pair
    if one.office != other.office:
        return False
    if one.rank == other.rank:
        return not one.rank and one.office in _single() and _elsewhere(corpus, pair)
    if one.whose != other.whose or not (one.whose or one.office in _single()):
        return False  # a director here and a deputy director there may be those of two bodies
    ranks = {o.title.article: {p.rank for p in held if _is_beside(p, o)} for o in pair}
    if any(len(found) > 1 for found in ranks.values()):
        return False  # a source that has both tells of two times
    kept = one.office.split()[-1] in words("offices-kept")
    return not (kept and any(o.rank in _PAST for o in pair))


def _changes(corpus: Corpus, person: Entity, pair: tuple[_Office, _Office]) -> bool:
    """Tell whether the office can have changed hands between two titles, or one of the articles tells that it has."""
    past = next((o for o in pair if o.rank in _PAST), None)
    days = [corpus.published(o.title.article) or "" for o in pair]
    if past and days[pair.index(past)] > days[1 - pair.index(past)]:
        return True  # a minister yesterday is a former minister today
    articles = {o.title.article for o in pair}
    lines = (corpus.line_of(m) for m in person.mentions if m.article in articles)
    return any(_change().search(line.text) for line in lines if line)


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, words('offices-changes')))})")


def _is_beside(one: _Office, other: _Office) -> bool:
    return one.title.article == other.title.article and one.office == other.office


@cache
def _single() -> frozenset[str]:
    return frozenset(words("offices-single"))


def _elsewhere(corpus: Corpus, pair: tuple[_Office, _Office]) -> bool:
    """Tell whether two titles name two places, of which each source knows only its own."""
    for mine, theirs in (pair, pair[::-1]):
        places = [corpus.index.entity(i) for i in sorted(mine.whose)]
        if not places or any(p.kind != "place" for p in places):
            return False
        if any(m.article == theirs.title.article for p in places for m in p.mentions):
            return False
    return _apart(corpus, pair)


def _apart(corpus: Corpus, pair: tuple[_Office, _Office]) -> bool:
    """Tell whether neither place may lie in the other: they are of two countries, or two towns with a mayor."""
    places = [[corpus.index.entity(i) for i in sorted(o.whose)] for o in pair]
    if not all(p.country for found in places for p in found):
        return False
    lands = [{p.country for p in found} for found in places]
    towns = pair[0].office == "mayor" and not any((p.key or "").startswith("country:") for f in places for p in f)
    return not lands[0] & lands[1] or towns


def _card(corpus: Corpus, person: Entity, pair: tuple[_Office, _Office]) -> Difference:
    told = sorted(pair, key=lambda o: " ".join(o.title.text.split()))
    names = [" ".join(o.title.text.split()) for o in told]
    question = Question(
        "office",
        f"Which office does {person.name} have: {names[0]} or {names[1]}?",
        "conflict",
        "Two sources of the same days give one person offices that exclude each other.",
    )
    lines = (line.sentence if (line := corpus.line_of(o.title)) else o.title for o in told)
    return card(question, (reading(corpus, n, (line,)) for n, line in zip(names, lines, strict=True)))
