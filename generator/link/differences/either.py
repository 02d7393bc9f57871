"""A clause of a source with both answers in it, for what no shorter question asks."""

from generator.link.differences.asking import (
    LONGEST,
    LOOSE,
    OPENING,
    PARTICLES,
    STOPS,
    UNSURE,
    Told,
    is_astray,
    lowered,
    read,
    spelt,
)
from generator.link.differences.card import inside
from generator.link.differences.corpus import Corpus
from generator.model import Evidence, Span

_DOES = {"has": "does", "have": "do", "had": "did"}  # has to pay: does it have to pay
_OPENERS = frozenset(("conj", "comma", "break", "sub", "that", "adv"))
_BELOW = frozenset(("sub", "rel", "that", "wh"))
_MARKED = frozenset(("open", "close", "quote", "stop", "break"))
_MINE = frozenset(("i", "we", "you", "my", "our", "your", "us", "me", "whose"))
_SCALES = frozenset(("million", "billion", "trillion", "bn", "m", "bln"))


def alternatives(found: Told, inside: Span, sides: tuple[str, str]) -> str:
    """Return a clause with two answers at the place of one: ``does the offer run until May or June``; or nothing."""
    s, (auxiliary, verb) = found.s, found.asks
    first, end = s.within(inside)
    kept = [s.low(i) for i in range(found.verb.first + 1, found.verb.end) if s.parts[i] not in ("adv", "not")]
    if kept and "have" in s.words[found.verb.first].kinds and found.verb.voice == "active":
        has = s.low(found.verb.first)
        auxiliary, verb = (_DOES[has], " ".join(("have", *kept))) if kept[0] == "to" else (has, " ".join(kept))
    before, rest = list(range(found.verb.end, first)), found.rest(end)
    torn = any(s.parts[i] in STOPS or is_astray(s, i) for i in before)
    if rest is None or first < found.verb.end or len(before) > LONGEST or torn:
        return ""
    return " ".join(f"{auxiliary} {found.subject} {verb} {spelt(s, before)} {either_of(*sides)} {rest}".split())


def stated(corpus: Corpus, words: Evidence, inside: Span, sides: tuple[str, str]) -> str:
    """Return which answer a clause has: ``Which is right, that they left on Friday or Sunday?``; or nothing."""
    found = read(corpus, words)
    if found is None:
        return ""
    line, s = found
    first, end = s.within(inside)
    clause = next((c for c in s.clauses if c.start <= first < c.end), None)
    if clause is None or clause.opener == "rel" or s.low(clause.start) in UNSURE:
        return ""
    start = max(clause.start, s.story, s.within(words.span)[0])
    while start < first and s.parts[start] in _OPENERS:
        start += 1
    last = max(end, clause.verb.end)
    stop = next((i for i in range(last, clause.end) if i - last == OPENING or s.parts[i] in STOPS), clause.end)
    behind = list(range(end, stop))
    while behind and s.parts[behind[-1]] in LOOSE:
        behind.pop()
    kept = [*range(start, first), *behind]
    before_verb = range(start, clause.verb.first)
    told = any(
        p.first in before_verb and p.end - 1 in before_verb and not first <= p.first < p.end <= end for p in s.phrases
    )
    told = told and "takes-clause" not in s.words[clause.verb.head].kinds and len(kept) <= 2 * LONGEST
    torn = any(s.parts[i] in _BELOW for i in before_verb) or (end in before_verb and s.parts[end] == "conj")
    torn = (
        torn
        or "comma" in s.parts[end : clause.verb.first]
        or s.parts[start] == "to"
        or any(is_astray(s, i) for i in kept)
    )
    torn = (
        torn
        or s.parts[stop : stop + 1] == ("quote",)
        or (clause.verb.end not in kept and s.low(clause.verb.end) in PARTICLES)
    )
    if not told or torn or any(s.parts[i] in _MARKED or s.low(i) in _MINE for i in kept):
        return ""
    before = lowered(line, s, spelt(s, kept[: first - start]), start) if start < first else ""
    whole = " ".join(f"Which is right, that {before} {either_of(*sides)} {spelt(s, behind)}".split())
    return f"{whole.replace(' ,', ',')}?"


def either_of(one: str, other: str) -> str:
    """Return two answers with *or*: ``15 or 25 years``."""
    one, other = inside(one), inside(other)
    ours, theirs = one.split(), other.split()
    same = ours[1:] == theirs[1:] and ours[1:2] and ours[0].isalnum() and not _SCALES & set(ours)
    return f"{ours[0]} or {other}" if same else f"{one} or {other}"
