"""Readings side by side: members of a list are of one kind, and the rest of a longer name is none."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.extract.names.around import bare, ending, plain_word, title_word
from generator.extract.names.people import acts
from generator.extract.names.runs import dated
from generator.extract.names.sentence import Reading, Sentence
from generator.extract.names.titles import adjective
from generator.model import NameKind

_RULES = frozenset({"organisation", "place"})
"""Readings by their words; what the world or the article knows stands by itself."""


def whole(s: Sentence, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the readings without those of several words that a capital beside them, or a name, shows to be cut off."""
    taken = frozenset(i for r in readings for i in range(r.start, r.end))
    starts = {r.start: r for r in readings}
    ends = {r.end: r for r in readings}
    for r in readings:
        alone = r.end - r.start == 1
        whole_ = r.rule not in _RULES if not alone else r.rule != "elsewhere" or r.kind != "organisation"
        if whole_ or not (_begun(s, r, taken, ends) or _unended(s, r, taken, starts)):
            yield r


def _begun(s: Sentence, r: Reading, taken: frozenset[int], ends: dict[int, Reading]) -> bool:
    """Tell whether the name began earlier: behind a capital that nothing explains, or at a place's end."""
    i = r.start - 1
    if (before := ends.get(r.start)) is not None:
        told = range(r.start, r.end if r.kind != "place" else r.start + 1)
        plain = all(s.ordinary(k) or s.traits[k].ends for k in told)
        owner = r.kind == "organisation" and adjective(s, i)  # the US Defence Department
        return before.kind == "place" and before.form != "demonym" and plain and not owner
    joint = (s.low(i) == "and" or s.word(i) == "-") and r.kind == "organisation"  # Relief and | Works Agency
    linked = s.low(i) in ("for", "of") and s.is_cap(i - 2) and i - 2 not in taken  # United Network for | Organ Sharing
    several = r.end - r.start > 1 and s.traits[r.start].entry is None
    if (joint or linked) and several and s.is_cap(i - 1) and i - 1 not in taken:
        return not s.traits[i - 1].office
    cut = s.word(i) == "," and s.is_cap(i - 1) and "&" in s.lows[r.start : r.end]  # Holm, | Reed & Marsh
    cut = cut or (s.word(i) == ")" and all(t.common or t.ends for t in s.traits[r.start : r.end]))  # (N.J.) High School
    if cut or (s.word(i) == "the" and (before := ends.get(i)) is not None and before.rule == "place"):
        return True
    if not s.is_cap(i) or i in taken or adjective(s, i) or dated(s, i):
        return False
    if s.traits[i].function:
        return not s.opens(i) and s.word(i) != "the"
    titled = title_word(s, i) and r.kind != "organisation"
    return not (titled or (s.opens(i) and s.ordinary(i)))


def _unended(s: Sentence, r: Reading, taken: frozenset[int], starts: dict[int, Reading]) -> bool:
    """Tell whether the name goes on: with a capital that nothing explains, with a body, or to somebody's title."""
    after = starts.get(r.end)
    if after is not None:
        office = after.kind == "person" and "person" in s.words[r.end - 1].kinds  # Public Advocate | Ann Lee
        cut = r.kind == "place" and after.kind == "person" and after.end - after.start == 1  # Aoraki Mount | Cook
        return (
            office or cut or (after.kind in ("organisation", "place") and after.form == "name" and after.rule in _RULES)
        )
    if s.low(r.end) == "of" and s.is_cap(r.end + 1) and not ending(s, r.start, r.end)[1]:
        return r.kind == "organisation"  # Pacific Ring | of Fire
    on = (
        "of" in s.small[r.start : r.end] or "on" in s.small[r.start : r.end]
    )  # Committee on Energy | and Global Warming
    subject = on and s.low(r.end) == "and" and r.end + 1 not in taken and s.traits[r.end + 1].common
    if s.is_cap(r.end + 1) and (subject or (r.kind == "place" and s.word(r.end) == "the")):
        return True  # Saint Edward | the Confessor Church
    if not s.is_cap(r.end) or r.end in taken or dated(s, r.end):
        return False
    if title_word(s, r.end) or s.traits[r.end].offices:
        return title_word(s, r.start) and not adjective(s, r.start)
    return True


CLEAR = 1.9  # a member of a list this strong speaks for its neighbours …
UNCLEAR = 1.0  # … that are weaker than this
LENT = 1.2  # the strength that a member has from its neighbours alone
_JOINING = frozenset({"and", "or", "&", "/"})
_BETWEEN = frozenset({",", "and", "or", "&", "/"})


def coordinated(s: Sentence, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the readings, the unclear members of a list with the kind of its clear ones.

    A comma alone makes no list: it takes three members, or ``and``.
    """
    for n, r in enumerate(readings):
        opened = s.word(r.start - 1) == "," and acts(s, r.start, r.end)  # In Bern, Switzerland, Keller was born
        plain = r.end - r.start == 1 and s.word(r.end) == "and" and plain_word(s.word(r.start))
        if plain and r.strength < UNCLEAR and s.is_cap(r.end + 1) and not s.traits[r.start].listed:
            continue  # the Hydrology and Seismology Agency
        if r.strength >= UNCLEAR or bare(s, r.start, r.end) or opened:
            yield r
            continue
        beside = [
            other
            for other in (*readings[max(0, n - 1) : n], *readings[n + 1 : n + 2])
            if other.strength >= CLEAR and other.form != "demonym" and side_by_side(s, r, other)
        ]
        if (
            beside
            and len({other.kind for other in beside}) == 1
            and (
                len(beside) > 1
                or not _JOINING.isdisjoint(_between(s, r, beside[0]))
                or _goes_on(s, readings, n, beside[0].kind)
            )
        ):
            kind = beside[0].kind
            because = f"in a list with {s.surface(beside[0].start, beside[0].end)}"
            yield r._replace(kind=kind, strength=LENT, rule="list", because=because)
        else:
            yield r


def _goes_on(s: Sentence, readings: Sequence[Reading], n: int, kind: NameKind) -> bool:
    """Tell whether at least three members follow each other around the n-th, the others of one kind."""
    near = readings[max(0, n - 2) : n + 3]
    alike = [(a, b) for a, b in pairwise(near) if all(r is readings[n] or r.kind == kind for r in (a, b))]
    return sum(side_by_side(s, a, b) for a, b in alike) > 1


def side_by_side(s: Sentence, one: Reading, other: Reading) -> bool:
    """Tell whether nothing but what joins the members of a list stands between two readings."""
    between = _between(s, one, other)
    return 0 < len(between) <= 2 and _BETWEEN.issuperset(between)  # noqa: PLR2004


def _between(s: Sentence, one: Reading, other: Reading) -> list[str]:
    first, second = sorted((one, other), key=lambda r: r.start)
    return [s.word(i) for i in range(first.end, second.start)]
