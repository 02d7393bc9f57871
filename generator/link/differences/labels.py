"""Words of a source around what differs ──▶ the label of a card for which no question can be made.

*How many herders died?* where a number opens its clause; else the clause with a gap: *she put the price at …*.
"""

from generator.link.differences.asking import LOOSE, PARTICLES, lowered, read, spelt
from generator.link.differences.corpus import Corpus
from generator.model import Evidence, Span
from generator.text import Sentence
from generator.text.clauses import Clause

GAP = "…"
REACH = 12
"""Tokens on each side of a gap that a label repeats."""
_APART = frozenset(("break", "open", "close", "quote", "stop", "mark", "unread", "wh"))
_ASIDE = _APART | {"comma", "sub", "rel", "that"}
_OPENS = frozenset(("conj", "sub", "that", "rel", "adv", "comma"))


def label(corpus: Corpus, words: Evidence, inside: Span, *, counts: bool = False, gap: str = GAP) -> str:
    """Return a clause with a gap for some words in it, or a question where what it ``counts`` opens it.

    Without a ``gap``, the clause of the words is told as it is. Nothing where the sentence isn't read, or its clause
    names nothing.
    """
    found = read(corpus, words)
    if found is None or not found[1].clauses:
        return ""
    line, s = found
    first, end = s.within(inside)
    of = next((c for c in s.clauses if c.start <= first < c.end), s.clauses[0])
    first, end = (first, end) if gap else (of.verb.first,) * 2
    start, stop = (
        _begin(s, max(of.start, s.story), first, listed=1 if gap else len(s)),
        _end(s, end, max(of.end, end)),
    )
    if gap and s.parts[start] == "pron" and of.verb.end < first and s.parts[of.verb.end] == "det":
        start = of.verb.end  # it made | a net loss of …
    kept = [*range(start, first), *range(end, stop)]
    if not any(s.parts[i] in ("noun", "name") for i in kept):
        return ""
    behind = spelt(s, kept[first - start :])
    opens = start == first or s.low(first - 1) in ("where", "when")
    if counts and opens and first < of.verb.first < stop and s.parts[end] not in ("verb", "adv"):
        return f"How many {behind}?"
    who = _doer(s, of) if gap and s.parts[start] == "verb" else range(0)
    kept, start = [*who, *kept], who.start if who else start
    before = lowered(line, s, spelt(s, kept[: len(kept) - (stop - end)]), start) if start < first else ""
    return f"{before} {gap} {behind}".strip().replace("  ", " ")


def _doer(s: Sentence, clause: Clause) -> range:
    """Return the tokens of the noun phrase that a verb is told of: in its clause, or in the one that it goes on."""
    for c in (c for c in reversed(s.clauses) if c.start <= clause.start):
        phrases = (p for p in s.phrases if p.first >= max(c.start, s.story) and p.end <= c.verb.first)
        free = next((p for p in phrases if not p.first or s.parts[p.first - 1] != "prep"), None)
        if free or c.opener not in ("conj", "comma"):
            return range(free.first, free.end) if free and free.kind in ("name", "description") else range(0)
    return range(0)


def _begin(s: Sentence, start: int, first: int, *, listed: int) -> int:
    """Return the token from which a label tells what stands before a gap, but for ``listed``: *rifles, … saddles*."""
    for i in range(first - 1, start - 1, -1):
        if s.parts[i] in _APART or (s.parts[i] == "comma" and first - i > listed):
            start = i + 1
            break
    held = next((p for p in s.phrases if p.first < first - REACH < p.end), None)
    start = max(start, held.first if held else first - REACH)
    which = next((p.first for p in s.phrases if p.end in (start - 1, start) and s.parts[start] == "rel"), None)
    while which is None and start < first and s.parts[start] in _OPENS:
        start += 1
    return start if which is None else which


def _end(s: Sentence, end: int, last: int) -> int:
    """Return the token up to which a label tells what stands behind a gap."""
    stop = next((i for i in range(end, last) if s.parts[i] in _ASIDE), last)
    if stop - end > REACH:
        stop = next((p.first for p in s.phrases if p.first < end + REACH < p.end), end + REACH)
    while stop > end and s.parts[stop - 1] in LOOSE and not _is_of_verb(s, stop - 1):
        stop -= 1
    return stop


def _is_of_verb(s: Sentence, at: int) -> bool:
    """Tell whether a particle belongs to the verb before it: *has turned up*."""
    return s.low(at) in PARTICLES and s.parts[at - 1] in ("verb", "inner")
