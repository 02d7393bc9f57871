"""Two acts on one thing, each with a year of its own: ``ties were established in 1975``, ``… restored in 1992``."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from generator import edtf
from generator.lexicons import table
from generator.link.differences.card import Question, card, reading
from generator.link.events.clauses import clauses
from generator.link.events.telling import stem
from generator.link.events.words import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.link.events.words import Word
    from generator.model import Account, Difference

MOST = 20
"""Acts on things of one name that are compared; with more the name is too common to tell anything."""
PARTIES = 2
"""Countries that ties lie between."""

REACH = 8
"""Words between an act and its date."""

# Words for one thing: what is established as relations may be normalised as ties.
_TIES = frozenset(("ties", "relations", "relationship", "links"))
_BE = frozenset(("was", "were", "been", "be", "being", "is", "are"))
_OBJECT = frozenset(("det", "poss", "noun", "name", "number", "participle", "gerund", "base"))
_OPENERS = frozenset(("sub", "conj", "that", "comma", "break"))
_NOUN = frozenset(("noun", "name", "gerund", "base"))
# Of a phrase these say nothing about which thing is meant.
_EMPTY = frozenset(("full", "formal", "official", "first", "new", "former", "old", "own"))


@dataclass(frozen=True, slots=True)
class _Act:
    """An act on a thing: its word, whether the thing was there before, the thing and who it concerns, and when."""

    word: str
    again: bool
    head: str
    thing: frozenset[str]
    name: str
    whose: frozenset[str]
    account: Account


def renewals(corpus: Corpus) -> Iterator[Difference]:
    """Show a founding and a renewal of one thing that different sources tell: not two dates of one act."""
    found: dict[str, list[_Act]] = defaultdict(list)
    for event in corpus.briefing.events:
        for account in event.accounts:
            act = _act(corpus, account)
            if act:
                found[act.head].append(act)
    for acts in found.values():
        sides = [[a for a in acts if a.again == again] for again in (False, True)]
        for begun, renewed in product(*sides) if len(acts) <= MOST else ():
            if _on_one_thing(begun, renewed) and _is_later(begun, renewed):
                yield _card(corpus, begun, renewed)


def _on_one_thing(one: _Act, other: _Act) -> bool:
    """Tell whether the thing and those it belongs to are the same; *ties* may be short for *diplomatic ties*."""
    least = PARTIES if one.head == "ties" else 1
    alike = one.thing <= other.thing or other.thing <= one.thing if one.head == "ties" else one.thing == other.thing
    apart = one.account.sentence.article != other.account.sentence.article
    return alike and apart and len(one.whose & other.whose) >= least


def _is_later(begun: _Act, renewed: _Act) -> bool:
    first, second = (edtf.bounds(a.account.date or "") for a in (begun, renewed))
    if first is None or second is None or first.last is None or second.first is None:
        return False
    return first.last.year < second.first.year


@cache
def _classes() -> dict[str, bool]:
    return {word: kind == "again" for word, kind in table("link-renewals")}


def _act(corpus: Corpus, account: Account) -> _Act | None:
    """Return such an act of a sentence that is told with its date, or None."""
    line = corpus.line_of(account.sentence)
    if line is None or account.date is None or account.mode != "happened":
        return None
    dates = tuple(d for d in line.dates if d.kind == "date")
    names = tuple(n for n, _ in line.names)
    words = read(corpus.article(line.article).text, line.sentence.span, names, dates)
    place = _place(words, account.date)
    thing = () if place is None else _thing(words, place)
    if place is None or not thing:
        return None
    head = "ties" if thing[-1].low in _TIES else stem(thing[-1].low)
    word = words[place].low
    about = frozenset(stem(w.low) for w in thing[:-1] if w.part != "name" and w.low not in _EMPTY)
    name = " ".join(w.text for w in thing)
    return _Act(word, _classes()[word], head, about, name, _whose(corpus, line, head), account)


def _place(words: tuple[Word, ...], value: str) -> int | None:
    """Return the act beside a date, in a sentence that tells no act of the other class; None without one."""
    acts = [i for i, w in enumerate(words) if w.low in _classes()]
    date = next((i for i, w in enumerate(words) if w.date and w.date.value == value), None)
    if date is None or len({_classes()[words[i].low] for i in acts}) != 1:
        return None
    nearest = min(acts, key=lambda i: abs(i - date))
    return nearest if abs(nearest - date) <= REACH else None


def _thing(words: tuple[Word, ...], act: int) -> tuple[Word, ...]:
    """Return the nouns that an act is done to: after *of*, after an active verb, or the subject of any other."""
    after = [w.part for w in words[act + 1 : act + 2]]
    if [w.low for w in words[act + 1 : act + 2]] == ["of"]:
        return _run(words, act + 2)
    before = [w for w in words[:act] if w.part not in ("adv", "not")]
    passive = bool(before) and before[-1].low in _BE
    if not passive and after and after[0] in _OBJECT:
        return _run(words, act + 1)
    return _run(words, _subject(words, act))


def _subject(words: tuple[Word, ...], act: int) -> int:
    """Return where the subject begins: at its article, unless a preposition goes before that; else at its clause."""
    first = next((c.start + (c.opener in _OPENERS) for c in clauses(words) if c.verb <= act <= c.head), 0)
    articles = (i for i in range(act - 1, first - 1, -1) if words[i].part in ("det", "poss"))
    return next((i for i in articles if i == first or words[i - 1].part not in ("prep", "sub", "to")), first)


def _run(words: tuple[Word, ...], start: int) -> tuple[Word, ...]:
    """Return the nouns of the phrase that begins at a word, without articles."""
    end = start
    while end < len(words) and (words[end].part in _OBJECT or words[end].low in _TIES):
        end += 1
    return tuple(w for w in words[start:end] if w.part in _NOUN or w.low in _TIES)


def _whose(corpus: Corpus, line: Line, head: str) -> frozenset[str]:
    """Return the places and organisations that a sentence names; for ties, the two countries of its paragraph."""
    near = frozenset(e.id for _, e in line.names if e.kind in ("place", "organisation"))
    if head != "ties":
        return near
    lands = frozenset(e.id for _, e in line.names if (e.key or "").startswith("country:"))
    if len(lands) == PARTIES:
        return lands
    block = corpus.article(line.article).block_at(line.sentence.span.start)
    names = corpus.index.within(line.article, block.span) if block and not lands else ()
    around = frozenset(e.id for _, e in names if (e.key or "").startswith("country:"))
    return around if len(around) == PARTIES else frozenset()


def _card(corpus: Corpus, begun: _Act, renewed: _Act) -> Difference:
    years = [edtf.format_value(a.account.date or "") for a in (begun, renewed)]
    question = Question(
        "act",
        f"{years[0]} or {years[1]}: {begun.name}?",
        "scope",
        f"The one source says {begun.word}, the other {renewed.word}: two acts on the same thing, each with its year.",
    )
    return card(
        question,
        (reading(corpus, a.account.date or "", (a.account.sentence,), f"“{a.word}”") for a in (begun, renewed)),
    )
