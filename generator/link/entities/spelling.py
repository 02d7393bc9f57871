"""Names of one story ──▶ whom and what its sources spell in two ways: *Hickok* and *Hickock*, *Maia* and *Maja*."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from generator.lexicons import listed
from generator.link.entities.forms import form_of, given, listed_letters, same_middle, sound, undoubled
from generator.link.entities.owners import spelled
from generator.link.entities.people import offices
from generator.link.entities.units import Forest, Unit
from generator.link.sets import gathered
from generator.model import NameKind
from generator.text.fold import letters

SLIP_FROM = 4
"""Letters from which a word may be misspelt: of shorter ones each is another name (Li and Lu, Kim and Kin)."""
LONG = 9
"""Letters of a family name from which two of them may be wrong."""
ONSET_FROM = 5
"""Letters of a name that may begin with another letter of that sound: *Belasko*, *Velasko*."""
_ONSETS = frozenset(map(frozenset, ("bv", "cg", "cs", "cz", "sz")))
"""First letters that sound alike, once names are written as they sound."""
_SIGNS = re.compile(r"[^a-z0-9]+")
_COMPLEMENT = re.compile(r" (?:of|for|in|at|to) ")


def join_spellings(forest: Forest, people: Iterable[int], told: Mapping[str, int]) -> None:
    """Join two full names, or two places, of one story that are one, spelt in two ways, unless an article has both.

    Who is like two others that aren't like each other stays apart.
    """
    articles: defaultdict[int, set[str]] = defaultdict(set)
    for i, unit in enumerate(forest.units):
        articles[forest.root(i)].add(unit.article)
    places = (i for i, u in enumerate(forest.units) if u.kind == "place" and not (u.demonym or forest.lesser[i]))
    first = {
        (told[u.article], forest.root(i), u.form): i
        for i in (*people, *places)
        if (u := forest.units[i]).article in told
    }
    alike = gathered(((story, *hook), i) for (story, *_), i in first.items() for hook in _hooks(forest.units[i]))
    held = gathered((forest.root(i), head) for i in people for head in heads(offices(forest.units[i].mentions)))
    near: defaultdict[int, set[int]] = defaultdict(set)
    pairs = {}
    for i, j in (pair for members in alike.values() for pair in combinations(sorted(members), 2)):
        a, b = forest.root(i), forest.root(j)
        colleagues = not set(held.get(a, ())).isdisjoint(held.get(b, ()))
        apart = a != b and articles[a].isdisjoint(articles[b]) and forest.fits(a, b)
        if apart and _are_one(forest.units[i], forest.units[j], colleagues=colleagues):
            pairs[i, j] = a, b
            near[a].add(b)
            near[b].add(a)
    for (i, j), (a, b) in sorted(pairs.items()):
        for one, other in ((i, j), (j, i)) if near[a] | {a} == near[b] | {b} else ():
            forest.join(forest.whole(one), forest.whole(other), f"another spelling of “{forest.units[other].text}”")


def heads(titles: Iterable[str]) -> set[str]:
    """Return the last words of titles before a complement: ``finance minister of Peru`` ──▶ ``minister``."""
    return {_COMPLEMENT.split(t)[0].split()[-1] for t in titles}


def _hooks(unit: Unit) -> Iterator[tuple[str, ...]]:
    """Yield what a name and a spelling of it share: its words as they sound, and how one of them begins, or each."""
    written = parts_of(unit.kind, unit.text) if unit.kind == "place" or unit.form.full else ()
    parts = [*map(sound, written)]
    begun = [f"{part[:1]}…" for part in parts]
    for n in range(len(parts)):
        for first in {begun[n], f"{written[n][:1]}…", f"{_onset(parts[n])}…"}:  # Karim, Kharim; Belasko, Velasko
            yield (unit.kind, *parts[:n], first, *parts[n + 1 :])
    if unit.kind == "person" and parts:
        yield (unit.kind, *begun)


def _onset(word: str) -> str:
    """Return what stands for the first letters that sound alike; an h is silent."""
    return word.removeprefix("h")[:1].translate(str.maketrans("bcgz", "vsss"))


def parts_of(kind: NameKind, text: str) -> tuple[str, ...]:
    """Return the words of a name that may be spelt otherwise: of a person's the first and the last one."""
    core = form_of(text).core
    if kind == "person":
        return core[0], core[-1]
    return spelled(tuple(_SIGNS.sub("", word) for word in letters(text).split()))


def _are_one(one: Unit, other: Unit, *, colleagues: bool) -> bool:
    """Tell whether two names are one: a word of them is spelt otherwise, and the rest is the same or sounds so.

    Of two usual names of people that sound otherwise each may be meant, unless both ``colleagues`` are called alike;
    of them, two words may be misspelt.
    Where the family name stands first, a letter makes another name; and a map has two places where it knows both.
    """
    pairs = zip(
        parts_of(one.kind, one.text), parts_of(other.kind, other.text), ("names-given", "names-family"), strict=False
    )
    differ = [(a, b, listed_letters(names)) for a, b, names in pairs if a != b]
    slips = [names for names in differ if sound(names[0]) != sound(names[1])]
    if not differ or not all(is_spelling(a, b, person=one.kind == "person") for a, b, _ in differ):
        return False
    if one.kind == "place":
        return not (one.key and other.key) and min(len(w) for a, b, _ in differ for w in (a, b)) > SLIP_FROM
    middles = [unit.form.core[1:-1] for unit in (one, other)]
    strict = bool({one.form.core[0], other.form.core[0]} & listed("entities-family-first"))
    known = any(a in usual and b in usual for a, b, usual in slips)
    agree = same_middle(*middles) or same_middle(*reversed(middles))
    return agree and len(slips) <= (not strict) * (1 + colleagues) and (colleagues or not known)


def is_spelling(one: str, other: str, *, person: bool = False) -> bool:
    """Tell whether two words are one name in two spellings: of one sound, or with one slip behind the first letter.

    An initial and a short form are none, nor is a plural, which the full name of a ``person`` has none of.
    """
    less, more = sorted((one, other), key=len)
    short = len(less) == 1 or (more.startswith(less) and given(one) == given(other))
    short = short or (not person and more == f"{less}s")
    long = len(less) >= SLIP_FROM or given(one) == given(other)
    pairs = (sound(one), sound(other)), (undoubled(one), undoubled(other))
    return one != other and long and not short and any(_sound_alike(a, b, person=person) for a, b in pairs)


def _sound_alike(one: str, other: str, *, person: bool) -> bool:
    """Tell whether two words are the same but for a slip, of a person's long name two, or for how they begin."""
    least = min(len(one), len(other))
    if one[0] == other[0]:
        return _is_near(one, other, 1 + (person and least >= LONG))
    plain = one.removeprefix("h") == other.removeprefix("h")
    begun = plain or ({one[0], other[0]} in _ONSETS and one[1:] == other[1:])
    return person and least >= ONSET_FROM and begun


def _is_near(one: str, other: str, slips: int) -> bool:
    """Tell whether so many letters were left out, added or replaced, or changed places (Damerau 1964), or fewer."""
    n = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[n:], other[n:]
    swapped = a[1:2] + a[:1] + a[2:]
    less = (a[1:], b), (a, b[1:]), (a[1:], b[1:]), (swapped, b)
    return a == b or (slips > 0 and any(_is_near(*rest, slips - 1) for rest in less))
