"""Changes and rates: in which direction a figure moves, the figure that it led to, and by what it is counted."""

from typing import Literal

from generator.extract.figures.phrases import Quantity
from generator.extract.figures.sentence import CHANGES, VERBS, Counted
from generator.lexicons import listed, wordset
from generator.model import Evidence
from generator.text.words import HYPHENS

_BACK = 5  # tokens before a figure among which the verb of its change stands: ``rose by more than``
_AHEAD = 7  # tokens behind it: ``a 21% year-on-year increase``
_LINK = 12  # tokens between a change and the value that it led to
NOT_MONEY = wordset("change-not-money")  # verbs that change no sum of money but get it or lose it
_BOUNDS = ("nearly", "almost", "roughly", "approximately", "least", "estimated", "more", "less")
_INNER = (*HYPHENS, "'s")
_STOPS = ("to", "at", "from", "that", "for")  # a level, or another clause: adding that 26 are missing
_ENDS = ("or", "of", "in", "and", "to", "from", "a", "the")
_ARTICLES = ("a", "an", "the", "its", "their")
_COMPARING = ("more", "less", "lower")
_TO = wordset("change-to")


def direction(s: Counted, q: Quantity) -> Literal["", "up", "down"]:
    """Return ``up`` or ``down`` for a change (``rose 21%``, ``a drop of 300``), else nothing."""
    short = "short" in (w.low for w in s.tokens.words[q.after : q.after + 3])  # fell three seats short
    if s.compared(q) or (q.kind == "count" and (short or _is_object(s, q))):
        return ""
    kind = _before(s, q) or _behind(s, q)
    return "up" if kind == "up" else "down" if kind == "down" else ""


def _is_object(s: Counted, q: Quantity) -> bool:
    """Tell whether a verb does something to the things counted, rather than say how their number changed.

    ``added 11 rebounds``, ``lost two children``; not ``lost 300 jobs``, which is how many fewer there are.
    """
    verb = s.tokens.low(q.first - 1)
    people = any("person" in s.tokens.word(k).kinds for k in (q.after, q.after + 1))
    alone = s.tokens.parts[q.after : q.after + 1] == ("prep",)  # lost four in a row
    return verb in NOT_MONEY and (people or alone or verb not in _LOSING)


_LOSING = ("lost", "lose", "loses", "losing")


def _before(s: Counted, q: Quantity) -> str:
    """Return the direction of the verb, or noun with *of* or *by*, before a figure."""
    tokens = s.tokens
    for k in range(q.first - 1, max(-1, q.first - 1 - _BACK), -1):
        token = tokens.words[k]
        if token.low in _STOPS or (token.shape == "mark" and token.low not in _INNER) or token.shape == "number":
            return ""
        if q.kind == "money" and token.low in NOT_MONEY:
            return ""  # a loss of money is no change of a sum
        if token.low in ("up", "down") and not _directly(s, k, q):
            return ""  # make up, carve up the, gun down
        if tokens.low(k - 1) in HYPHENS or tokens.low(k + 1) in HYPHENS:
            continue  # a double-double
        if tokens.low(k - 1) in _ARTICLES and token.low.endswith("ed"):
            return ""  # an increased offer of
        noun = CHANGES.get(token.low, "") if tokens.word(k + 1).low in ("of", "by") else ""
        kind = VERBS.get(token.low) or noun
        if kind:
            return "" if kind == "level" else kind
    return ""


def _directly(s: Counted, k: int, q: Quantity) -> bool:
    """Tell whether *up* or *down* stands right before the words that bound a figure, and belongs to no other verb."""
    before = s.tokens.word(k - 1)
    verb = before.shape == "word" and s.acts(k - 1)
    particle = verb and before.lemma not in wordset("change-moves")
    particle = particle or (q.kind == "count" and not verb and before.shape == "word" and before.part != "adv")
    return not particle and all(
        t.low in listed("figures-stops") or t.low in _BOUNDS for t in s.tokens.words[k + 1 : q.first]
    )


def _behind(s: Counted, q: Quantity) -> str:
    """Return the direction of the noun behind a figure: ``a 21% year-on-year increase``."""
    tokens = s.tokens
    for k in range(q.after, q.after + _AHEAD):
        token = tokens.word(k)
        if (token.shape != "word" and token.low not in _INNER) or token.low in _ENDS:
            return ""
        counted = q.kind == "count" and "plural" in token.kinds  # seven rebounds
        if token.low in CHANGES and not counted and (q.kind in ("percent", "points") or token.low not in _COMPARING):
            return CHANGES[token.low]
    return ""


def leads_to(s: Counted, q: Quantity, following: Quantity) -> bool:
    """Tell whether a figure is the value that a change led to: ``rose 21% [to USD 145 billion]``."""
    sized = q.kind == following.kind == "quantity" and q.unit != following.unit
    if sized or following.first - q.after > _LINK or following.kind in ("ordinal", "duration", "age"):
        return False
    between = [t.low for t in s.tokens.words[q.after : following.first]]
    links = (k for k, w in enumerate(between) if w in _TO and between[k - 1 : k] not in (["up"], ["addition"]))
    first = next(links, None)
    parted = ";" in between or "," in between[first or 0 :]
    return first is not None and not parted and len(between) - first <= _BACK + 1


def modifier(s: Counted, noun: int) -> tuple[int, int] | None:
    """Return what a noun of change says that it changes: ``a [pay] rise``."""
    begin = noun
    while s.tokens.parts[begin - 1] == "noun" and begin - 1 not in s.numbers and begin > 0:
        begin -= 1
    return (begin, noun) if begin < noun else None


def rate(s: Counted, q: Quantity) -> Evidence | None:
    """Return the words of a rate: ``$50 [a barrel]``, ``3 [per 100,000 people]``."""
    tokens, k = s.tokens, q.after
    if not tokens.near(k) or tokens.low(k + 2) in _SINCE:
        return None  # 154 million a year earlier
    low, thing = tokens.low(k), tokens.word(k + 1)
    if low in ("annually", "yearly", "monthly", "weekly", "daily", "apiece", "hourly"):
        return s.cite(k, k + 1)
    if low in ("a", "an", "each", "every") and thing.low in wordset("context-rates"):
        return s.cite(k, k + 2)
    every = low == "for" and thing.low in ("each", "every") and tokens.parts[k + 2 : k + 3] == ("noun",)
    if every or low == "each":
        return s.cite(k, k + 3 if every else k + 1)
    if low == "per" and thing.shape in ("word", "number"):
        return s.cite(k, k + 3 if thing.shape == "number" and tokens.near(k + 2) else k + 2)
    return None


_SINCE = ("earlier", "ago", "before", "later", "after", "since")
