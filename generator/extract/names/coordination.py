"""Readings side by side: members of a list are of one kind, and the rest of a longer name is none."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from generator.extract.names.around import bare, ending, owns_office, title_word
from generator.extract.names.people import acts
from generator.extract.names.runs import dated
from generator.extract.names.sentence import Reading, Sentence
from generator.extract.names.titles import adjective
from generator.lexicons import wordset

DOUBTED = 1.0  # too little for a page, and to explain anything: a headline's capitals, or a part of a longer name


def whole(s: Sentence, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the readings, of those that a capital shows to be parts of a longer name only the people, as doubted."""
    taken = {i for r in readings for i in range(r.start, r.end)}
    starts, ends = {r.start: r for r in readings}, {r.end: r for r in readings}
    joined = [(ends[r.start - 1], r) for r in readings if s.word(r.start - 1) == "and" and r.start - 1 in ends]
    halves = {half for pair in joined if _halved(s, *pair) for half in pair if half.rule in ("organisation", "list")}
    for r in (r for r in readings if r not in halves):
        begun = _begun(s, r, taken, ends)
        told = r.kind == "place" and r.form == "name" and not s.headline  # Telecom | Egypt; but a Texas | Ranger
        if not (begun or _unended(s, r, taken, starts.get(r.end))):
            yield r
        elif r.kind == "person" or (r.rule == "gazetteer" and not (begun and told)):
            yield r._replace(strength=min(r.strength, DOUBTED))


def _begun(s: Sentence, r: Reading, taken: AbstractSet[int], ends: Mapping[int, Reading]) -> bool:
    """Tell whether a name began earlier: behind a capital that nothing explains, or at a place's end."""
    before = ends.get(r.start - (s.word(r.start - 1) == "the"))
    if s.word(r.start - 1) == "the":  # Saint Edward the | Confessor Chapel
        return before is not None and before.rule == "place"
    common = all(t.common or t.ends for t in s.traits[r.start : r.end])
    if before is not None:
        plain = all(s.ordinary(k) or s.traits[k].ends for k in range(r.start, r.end))
        owner = r.kind == "organisation" and adjective(s, r.start - 1)  # the US Defence Department
        return before.kind == "place" and before.form != "demonym" and plain and not owner
    named = ("and", "-", ",") if "&" in s.lows[r.start : r.end] else ("and", "-")  # Holm, | Reed & Marsh
    joined = r.rule == "organisation" and s.word(r.start - 1) in named
    linked = r.kind != "place" and s.low(r.start - 1) in ("of", "for")  # Ledger of | Harms
    i = r.start - 1 - (joined or linked)  # Relief and | Works Agency
    titled = title_word(s, i) and (r.kind != "organisation" or (linked and s.traits[i].office))  # CEO of | Kelmar Air
    titled = titled or (r.kind == "person" and s.words[i].shouted)  # their RB | Ann Lee
    aside = common and s.word(i) == ")"  # (N.J.) | High School
    return aside or (_unread(s, i, taken) and not (titled or (s.opens(i) and (s.ordinary(i) or s.traits[i].function))))


def _halved(s: Sentence, one: Reading, r: Reading) -> bool:
    """Tell whether *and* may join the halves of one name: ``Tesk City Health and | Hospitals Corporation``.

    The second half has no name of its own, or that of a town: ``Avon and | Somerset Police``.
    """
    first = s.traits[r.start].entry
    town = first is not None and (first.kind, first.form) == ("place", "name")
    plain = all(s.ordinary(k) or s.traits[k].ends or s.word(k) == "'s" for k in range(r.start + town, r.end))
    weak = one.strength <= LENT or (not town and s.word(one.end - 1) in wordset("names-weak-heads"))
    return r.rule == "organisation" and plain and (weak or (town and one.kind == "place"))


def _unended(s: Sentence, r: Reading, taken: AbstractSet[int], after: Reading | None) -> bool:
    """Tell whether a name goes on: with a capital that is no office, or only a part of one: ``Delta | Research``."""
    end = r.end
    if after is not None:
        office = after.kind == "person" and "person" in s.words[end - 1].kinds  # Public Advocate | Ann Lee
        cut = r.kind == "place" and after.kind == "person" and after.end - after.start == 1  # Aoraki Mount | Cook
        cut = cut or (r.kind == "organisation" and after.kind in ("place", "organisation") and after.form != "demonym")
        return office or cut  # Daily News | Egypt
    subject = {"of", "on"} & {*s.small[r.start : end]} and s.low(end) == "and"  # Committee on Energy | and Warming
    of = s.low(end) == "of" and r.kind == "organisation" and not ending(s, r.start, end)[1]  # Pacific Ring | of Fire
    end += bool(subject) or of
    if not _unread(s, end, taken) or s.opens(end) or owns_office(s, end):
        return False
    while title_word(s, end) and not s.traits[end].office and s.is_cap(end + 1):
        end += 1
    return not (s.traits[end].office or s.traits[end].offices)


def _unread(s: Sentence, i: int, taken: AbstractSet[int]) -> bool:
    return s.is_cap(i) and i not in taken and not adjective(s, i) and not dated(s, i)


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
            and (len(beside) > 1 or not _JOINING.isdisjoint(_between(s, r, beside[0])))
        ):
            kind = beside[0].kind
            because = f"in a list with {s.surface(beside[0].start, beside[0].end)}"
            yield r._replace(kind=kind, strength=LENT, rule="list", because=because)
        else:
            yield r


def side_by_side(s: Sentence, one: Reading, other: Reading) -> bool:
    """Tell whether nothing but what joins the members of a list stands between two readings."""
    between = _between(s, one, other)
    return 0 < len(between) <= 2 and _BETWEEN.issuperset(between)  # noqa: PLR2004


def _between(s: Sentence, one: Reading, other: Reading) -> list[str]:
    first, second = sorted((one, other), key=lambda r: r.start)
    return [s.word(i) for i in range(first.end, second.start)]
