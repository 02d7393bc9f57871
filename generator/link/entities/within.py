"""Units of one article ──▶ what that article itself shows to be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.lexicons import words
from generator.link.entities.forms import Bearers, initials
from generator.link.entities.owners import alike, spelled, without_national
from generator.link.entities.people import Open, Scene, join_people
from generator.link.entities.units import Forest
from generator.model import Findings

Words = tuple[str, ...]
BODIES = ("organisation", "agreement", "event", "work", "product")


def join_within(forest: Forest, members: Sequence[int], found: Findings) -> Open:
    """Join the units of one article; return what stays open, and which mentions were told apart one by one."""
    people = [i for i in members if forest.units[i].kind == "person"]
    full = tuple(i for i in people if forest.units[i].form.full)
    bearers = Bearers((i, forest.units[i].form) for i in full)
    unsure = join_people(Scene(found.article, forest, full), people, bearers)
    bodies = [i for i in members if forest.units[i].kind in BODIES]
    _alike(forest, bodies)
    _spelt_out(forest, bodies, found)
    _by_initials(forest, bodies)
    _by_part(forest, bodies)
    return unsure


def _alike(forest: Forest, bodies: Sequence[int]) -> None:
    first: dict[tuple[str, str], int] = {}
    for i in (i for i in bodies if not forest.units[i].body):
        j = first.setdefault((forest.units[i].kind, alike(forest.units[i].form.words)), i)
        if j != i:
            forest.join(i, j, "the same name in another spelling")


def _spelt_out(forest: Forest, bodies: Sequence[int], found: Findings) -> None:
    """Join ``LF`` with the ``Long Form`` that its article spells it out as."""
    at = {m.span.end: (i, m.span.start) for i in bodies for m in forest.units[i].mentions}
    for term in found.terms:
        short, long = at.get(term.span.end), at.get(term.expansion.span.end) if term.expansion else None
        whole = term.expansion and long and long[1] <= term.expansion.span.start
        if short and long and whole and forest.units[short[0]].acronym:
            forest.join(short[0], long[0], f"its article gives it beside “{forest.units[long[0]].text}”", lesser=True)


def _by_initials(forest: Forest, bodies: Sequence[int]) -> None:
    long: dict[str, set[int]] = defaultdict(set)
    for i in bodies:
        words_ = forest.units[i].form.words
        for letters in (*initials(words_), *initials(spelled(words_))):  # Electronic Data Systems Corp.: EDS
            long[letters].add(i)
    for i in bodies:
        unit = forest.units[i]
        named = long.get(unit.acronym, set()) - {i}
        if unit.acronym and not forest.lesser[i] and len({forest.root(j) for j in named}) == 1:
            fullest = forest.units[min(named)].text
            forest.join(i, min(named), f"the initials of “{fullest}”, which the same article names", lesser=True)
            forest.guessed.add(i)


def _by_part(forest: Forest, bodies: Sequence[int]) -> None:
    """Join ``Goldman`` with the ``Goldman Sachs`` before it, and ``United`` with ``Leeds United``.

    A shorter name that comes first stands by itself.
    """
    longer: dict[Words, set[int]] = defaultdict(set)
    complete = {forest.root(i) for i in bodies if forest.units[i].form.words[-1] in words("entities-company")}
    for i in bodies:
        for part in _parts(spelled(forest.units[i].form.words)):
            longer[part].add(i)
    for i in bodies:
        unit = forest.units[i]
        named = longer.get(spelled(unit.form.words), set()) - {i}
        roots = {forest.root(j) for j in named}
        if len(roots) != 1 or unit.acronym or unit.body or forest.root(i) in complete:
            continue
        j = min(named)
        extended = forest.units[j].form.words[:-1] == unit.form.words and _extends(forest.units[j].form.words[-1])
        named_so = unit.key and not unit.mentions[0].text.startswith("The ")  # The Times for the New York Times
        earlier = forest.units[j].mentions[0].span.start < unit.mentions[0].span.start
        if unit.kind == forest.units[j].kind and (extended if named_so else earlier):
            how = "" if named_so else ", named before it"
            forest.join(i, j, f"a part of “{forest.units[j].text}”{how}", lesser=not named_so)


def _parts(name: Words) -> set[Words]:
    """Return what a body may be called for short: its first or last word, or all but what tells little."""
    if len(name) == 1:
        return set()
    cut = {name[:n] for n in range(2, len(name)) if _extends(name[n]) or name[n] in words("entities-small")}
    return {name[:1], name[-1:]} | cut | {without_national(name)} - {name}


def _extends(word: str) -> bool:
    """Tell whether a word behind a firm's name says no more than that it is one: ``Kraft Foods``."""
    return word in words("entities-extensions")
