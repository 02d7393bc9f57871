"""Which numbers count something: not years, scores, labels, references or names."""

from decimal import Decimal

from generator.extract.figures.numbers import PART_FOLLOWERS
from generator.extract.figures.numerals import SCALES, numerals
from generator.extract.figures.phrases import Quantity
from generator.extract.figures.sentence import VERBS, Counted, plural
from generator.lexicons import listed, wordset
from generator.text.words import HYPHENS

_NINE = Decimal(9)
"""The largest number that a definite article turns into a reference: *the two leaders*, *the three sides*."""
_YEARS = (Decimal(1500), Decimal(2100))
_DECADES = wordset("keep-decades")


def is_count(s: Counted, q: Quantity) -> bool:
    """Tell whether a quantity is a figure as far as its form and place go."""
    code = s.text(q) in wordset("keep-codes") or (s.text(q)[0] == "0" and s.text(q).isdigit())  # Show ’09
    timed = code or q.kind in ("duration", "age") or s.tokens.low(q.after) == "o'clock"
    decade = s.tokens.low(q.after) in _DECADES or (s.tokens.low(q.first - 1) == "." and s.tokens.glued(q.first))
    if timed or decade or _named(s, q) or _is_joined(s, q) or _is_rate(s, q) or _is_side(s, q):
        return False
    if q.kind == "ordinal":
        return _ordinal(s, q)
    if q.kind in ("count", "share"):
        return (
            s.days.isdisjoint(range(q.first, q.after))
            and not _refers(s, q)
            and not _labelled(s, q)
            and not _idle_share(s, q)
        )
    return True


def _is_rate(s: Counted, q: Quantity) -> bool:
    """Tell whether a number only says for how much something holds: ``64 cents [a dozen]``, ``3 per [100,000]``."""
    paid = s.tokens.word(q.first).low == "a" and any(o.kind == "money" and o.after == q.first for o in s.quantities)
    return paid or s.tokens.low(q.first - 1) == "per"


def _is_side(s: Counted, q: Quantity) -> bool:
    """Tell whether a number is a part of a size or a mark: ``2 by [3 metres]``, ``[3] by 2``, ``4 / [5 stars]``."""
    low, high = (k + n * (s.tokens.low(k) in HYPHENS) for k, n in ((q.first - 1, -1), (q.after, 1)))  # 8-by-12 feet
    before = s.tokens.low(low) in _SIDES and "number" in (s.tokens.word(low - n).shape for n in (1, 2))
    behind = s.tokens.low(high) in _SIDES and "number" in (s.tokens.word(high + n).shape for n in (1, 2))
    return (before or behind) and q.kind in ("count", "quantity")


_SIDES = ("by", "x", "×", "/", ":")


def _is_joined(s: Counted, q: Quantity) -> bool:
    """Tell whether a hyphen makes a number a part of a name, or of a score: ``a 3-pointer``, ``3-of-4``."""
    tokens, k = s.tokens, q.after + 1
    if tokens.low(q.after) not in HYPHENS or not (tokens.glued(q.after) and tokens.glued(k)):
        return False
    if q.kind != "count":
        return tokens.low(k) == "plus" and tokens.low(k + 1) in SCALES  # $20-plus trillion
    doer = tokens.low(k).endswith(_DOERS) and tokens.parts[k + 1 : k + 2] not in (("noun",), ("name",), ("adj",))
    return doer or tokens.word(k).shouted or tokens.low(k) in wordset("keep-joined")


_DOERS = ("er", "ers", "somethings")


def _idle_share(s: Counted, q: Quantity) -> bool:
    """Tell whether a half or third stands alone, so that it may be anything: ``a half``, ``in a third``."""
    word = s.tokens.word(q.after - 1).low
    counted = {o.value for o in s.begun.values() if o.kind == "count" and o.first < q.first}
    if s.tokens.low(q.after) != "of" and 0 < q.value < 1 and Decimal(round(1 / q.value) - 1) in counted:
        return True  # two died and a third is missing
    if s.tokens.low(q.after) == "of" and s.tokens.low(q.after + 1) in ("a", "an"):
        return True  # a quarter of a mile
    if q.kind != "share" or q.form != "share" or word not in numerals("part") or s.bound(q):
        return False
    if s.tokens.word(q.first - 1).low == "by":
        return False
    return s.tokens.word(q.after).low not in PART_FOLLOWERS and q.after - q.first < len(("two", "-", "thirds"))


def _named(s: Counted, q: Quantity) -> bool:
    """Tell whether the number is part of a name: ``Group of 20``, ``Boeing 737``."""
    names = (n.span for n in s.names if n.form == "name" and q.kind in ("count", "ordinal"))
    return any(span.start <= q.start and q.end <= span.end for span in names)


def _ordinal(s: Counted, q: Quantity) -> bool:
    """Tell whether an ordinal counts: ``fourth state visit``, ``his fourth to …``, not ``first of all``."""
    nouns = listed("figures-ordinals")
    following = [s.tokens.word(k) for k in range(q.after, q.after + 3)]
    anniversary = any(t.low.startswith("anniversar") for t in following)
    if (
        q.value <= 1
        or s.tokens.low(q.after) in HYPHENS
        or s.tokens.word(q.first - 1).low in wordset("keep-open")
        or not (anniversary or s.days.isdisjoint(range(q.first, q.after)))
    ):
        return False
    if any(token.low in nouns for token in following):
        return True
    mine = s.tokens.word(q.first - 1).low in ("his", "her", "its", "their")
    return mine and s.tokens.word(q.after).low in ("to", "in", "this", "since", "")


def _refers(s: Counted, q: Quantity) -> bool:
    """Tell whether a number points at things named elsewhere instead of counting them."""
    before = s.tokens.word(q.first - 1)
    if before.low == "top" or (before.low == "but" and s.tokens.low(q.first - 2) == "all"):
        return True  # the top 20 names of a list, all but eight games
    if q.form == "words" and not q.scaled and q.value == 1 and q.high is None:
        return True
    if q.form == "words" and not q.scaled and q.value <= _NINE and q.high is None:
        return before.low in wordset("keep-definite") or s.tokens.word(q.after).text in HYPHENS
    return _year(s, q)


def _year(s: Counted, q: Quantity) -> bool:
    bare = s.text(q).isdigit() and len(s.text(q)) == len("2024")
    if not bare or not _YEARS[0] <= q.value <= _YEARS[1] or q.unit != "1":
        return False
    counted = plural(s.tokens.word(q.after).text)  # "employs 2000 workers"; not "2018 sales", "its 2016 elections"
    return not (counted and q.first and (s.bound(q) or s.acts(q.first - 1) or s.tokens.low(q.first - 1) == "only"))


def _labelled(s: Counted, q: Quantity) -> bool:
    """Tell whether the number is a name's or a label's: ``Article 5``, ``Windows 11``, ``No. 10``."""
    k = q.first - 1
    k = k - 1 if s.tokens.low(k) in (".", "#", "№", "'s") else k
    before = s.tokens.word(k)
    if before.low in listed("figures-labels") and before.low not in VERBS:
        return not (before.text.islower() and plural(s.tokens.word(q.after).text) and s.tokens.glued(q.first))
    capital = before.text[:1].isupper() and k > 0 and before.low not in wordset("keep-named") and len(before.text) > 1
    if not capital or k in s.days:
        return False
    exact, version = s.text(q).isdigit(), "." in s.text(q)
    model = exact and q.value <= _NINE and s.tokens.parts[k] == "name"  # a Galaxy 4 phones have
    return version or model or (exact and not _counts(s, q))


def _counts(s: Counted, q: Quantity) -> bool:
    """Tell whether something countable follows, and no verb: not in *the Curve 8900 features a camera*."""
    acts = "present" in s.tokens.word(q.after).kinds and s.tokens.parts[q.after + 1 : q.after + 2] in _OBJECTS
    following = (s.tokens.word(k) for k in range(q.after, q.after + 3))
    return not acts and any(plural(token.text) for token in following if token.shape == "word")


_OBJECTS = [(part,) for part in ("det", "pron", "poss", "number", "name", "adj")]
