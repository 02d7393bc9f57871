"""What makes a number one of a part: words near it, the whole that it is a share of, the sum that it restates."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.lexicons import listed
from generator.link.content_words import senses
from generator.link.differences.claims.tolls import value_of
from generator.link.differences.slots.known import phrase_at
from generator.link.differences.slots.telling import Worded
from generator.text import Sentence, VerbGroup

OWNED = 7
"""Tokens between a number and the whole that it is a part of: ``two of the harbour's nine cranes``."""
BACK = 5
"""Tokens between a sum and the one that it restates: ``$36 a share, or $5.2 billion``."""
NEAR = 3
"""Tokens on both sides of a number among which a word makes it one of a part, or of another time."""
GROUP = 3
"""Digits between the commas of a number."""
_CLOCK = frozenset(("a", "p", "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "o’clock", "gmt"))
_LABELLED = frozenset(("week", "day", "game", "round", "match", "stage", "chapter", "phase", "lap", "line"))
_OTHER = frozenset(
    ("including", "among", "every", "only", "half", "all", "both", "majority", "rest", "cash", "advance", "upfront")
)
_DECIDES = "vote approve reject pass adopt uphold decide rule elect confirm suspend ban"
"""What is done by so many to so many: two numbers elsewhere are a score."""
_AGAINST = frozenset(("against", "another", "otherwise"))
_PARTED = ("number", "det", "pronoun", "adj")
"""Before *of* in a part: *two of 45 ships*, and not *a fleet of 45 ships*, *the signing of 45 agreements*."""
_OWNER = frozenset(("det", "poss", "name", "noun", "genitive", "adj"))


_SIZED = frozenset(("worth", "aged", "weighing", "measuring", "costing"))
_ASIDE_ENDS = ("comma", "break", "open", "close", "quote", "stop", "verb", "rel", "sub", "conj")


class Share(NamedTuple):
    """A number of a whole, the token of what is counted, and the number."""

    whole: float
    noun: int
    number: float


def share_at(t: Worded, i: int) -> Share | None:
    """Return what begins at a token as a share: ``three of the plant's eight boilers``, ``all eight boilers``."""
    s = t.s
    every, of = s.low(i) == "all", s.low(i + 1) == "of"
    if not (every or of):
        return None
    at = next((k for k in range(i + 1, min(i + OWNED, len(s) - 1)) if s.parts[k] == "number"), 0)
    whole = value_of(s.low(at)) if at else None
    part = whole if every else 0.0 if s.low(i) == "none" else value_of(s.low(i))
    owned = at and s.parts[at + 1] in ("noun", "adj") and all(s.parts[k] in _OWNER for k in range(i + 1 + of, at))
    if whole is None or part is None or not owned or not part <= whole > 1:
        return None
    phrase = phrase_at(s, at)
    return Share(whole, phrase.head if phrase else at + 1, part)


class Vote(NamedTuple):
    """Where a vote ends, how many are against what most want, and how many voted, if that is told."""

    end: int
    against: float
    all: float = 0


def vote_at(t: Worded, i: int) -> Vote | None:
    """Return the vote that begins at a token.

    *by seven votes to two*, *voted 5-4*, *unanimously*, *two of the nine judges dissented*.
    """
    low, behind = t.s.low, i + 2 if t.s.low(i + 1) in ("vote", "votes") else i + 1
    if low(i) in ("unanimous", "unanimously"):
        return Vote(i + 1, 0)
    yes, no = value_of(low(i)), value_of(low(behind + 1)) if low(behind) in ("to", "against", "-", "–") else None
    voted = behind == i + 2 or t.deed in senses(_DECIDES) or not senses("vote ballot").isdisjoint(t.features)
    if yes is not None and no is not None and voted:
        return Vote(behind + 2, min(yes, no), yes + no)
    share = share_at(t, i)
    against = t.deed == "dissent" or (t.deed == "vote" and not _AGAINST.isdisjoint(low(k) for k in t.tokens))
    return Vote(share.noun + 1, share.number, share.whole) if share and against else None


def restated(t: Worded, first: int, end: int) -> tuple[int, int]:
    """Return the tokens of the sum that another one behind *or* stands for, else its own."""
    spans = (t.s.within(f.span) for f in t.line.figures if f.kind == "money")
    return next(((a, b) for a, b in spans if t.s.low(first - 1) == "or" and 0 < first - b <= BACK), (first, end))


def part_of(t: Worded, first: int, end: int, *, counts: bool = False) -> frozenset[str]:
    """Return the words near a number, and of the subject, that make it one of a part, or of another one."""
    low = t.s.low
    near = [low(i) for i in (*range(max(0, first - NEAR), first), *range(end, min(len(t.s), end + 2)))]
    of = next((i for i in (first - 1, first - 2) if low(i) == "of"), -1)
    before = of > 0 and t.s.parts[of - 1] in _PARTED and (of == first - 1 or t.s.parts[first - 1] in ("det", "poss"))
    behind = low(end) == "of" and low(end + 1) in ("them", "whom", "which", "these", "those")
    near += [low(i) for i in (*range(first, end), *range(t.agent.first, t.agent.end)) if i >= 0]
    hedged = {"more", "than"} if "than" in near else set()  # more than 40
    return (partial(near) - {"last"} - hedged) | ({"of"} if behind or (before and counts) else set())


def partial(low: Iterable[str]) -> frozenset[str]:
    """Return those of some words that make a number one of a part."""
    return frozenset(w for w in low if w in listed("figures-partial") or w in _OTHER) - {"least"}


def uncounted(t: Worded) -> frozenset[int]:
    """Return the tokens that count nothing: times of day, scores, labels: *8 p.m.*, *3 : 30*, *27-24*, *week 15*.

    Neither do numbers that are torn: *2 , 000ft*.
    """
    low = t.s.low
    times = {i for i in t.tokens if low(i + 1) in _CLOCK or (low(i - 1) == ":" and low(i - 2).isdigit())}
    scores = {i for i in t.tokens if low(i - 1) in ("-", "–") and low(i - 2).isdigit()}
    torn = {k for i in t.tokens if low(i - 1) == "," and _are_groups(low(i - 2), low(i)) for k in (i - 2, i)}
    return frozenset(times | scores | torn | {i for i in t.tokens if low(i - 1) in _LABELLED and low(i).isdigit()})


def _are_groups(first: str, last: str) -> bool:
    """Tell whether two runs of digits beside a comma may be one number, torn apart."""
    return first.isdigit() and len(first) <= GROUP and last.isdigit() and len(last) == GROUP


def asides(s: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the tokens of what is said beside a noun without a finite verb, in text order.

    *founded in 1962*, and behind a comma *worth 2 million*, *12 metres long*, *the first since 1986*.
    """
    for i in range(max(1, s.story + 1), len(s) - 1):
        past = is_past(s, i) and s.parts[i + 1] == "prep" and s.parts[i - 1] in ("comma", "noun", "name")
        behind = s.parts[i - 1] == "comma" and s.parts[i - 2] in ("noun", "name")
        if past or (behind and _tells_size(s, i)):
            yield i, end_of(s, i)


def is_past(s: Sentence, i: int) -> bool:
    """Tell whether a token is a participle of the past."""
    return s.parts[i] == "participle" or s.low(i) == "born"


def end_of(s: Sentence, first: int) -> int:
    """Return where the part of a sentence ends that begins at a token and has no finite verb."""
    return next((k for k in range(first + 1, len(s)) if s.parts[k] in _ASIDE_ENDS), len(s))


def _tells_size(s: Sentence, i: int) -> bool:
    """Tell whether an apposition that begins at a token gives a number, or since when something is the first."""
    end = end_of(s, i)
    sized = s.low(i) in _SIZED or s.parts[i] == "number"
    first = s.low(i + 1) == "first" and "since" in map(s.low, range(i, end))
    return first or (sized and "number" in s.parts[i : min(end, i + NEAR)])


def governed(s: Sentence, verb: VerbGroup) -> VerbGroup:
    """Return the infinitive that a verb governs directly, such as *refused to sign*, or the verb itself."""
    behind = next((v for v in s.verbs if v.first >= verb.end), None)
    if behind is None or behind.finite or behind.first != verb.end or s.parts[behind.first] != "to":
        return verb
    return behind
