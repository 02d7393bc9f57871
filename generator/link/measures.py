"""Figures of all articles ──▶ groups that measure the same thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from generator.lexicons import table
from generator.link.uses import key_of
from generator.model import Measure
from generator.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Briefing, Figure, Findings, Name, Span

    Stands = dict[tuple[str, Span], frozenset[str]]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD_ENDS = frozenset(("of", "in", "between", "for", "from", "to", "on", "by", "with", "at"))
_GENERAL = frozenset(
    ("people", "person", "country", "nation", "man", "woman", "child", "case", "percent", "share", "group")
)
"""Heads that say too little: two counts of people measure the same thing only if more than the noun agrees."""
_APART = 10
"""Counts of people (and the like) further apart than this factor don't measure the same thing."""
_FAR = 100
"""Nor does anything else further apart than this."""
_FEW = 12
"""Counts up to a dozen agree by chance: that both articles are about one country doesn't make them one."""
_MOST_GROUPS = 40
"""So many of the latest groups that hold a name are compared: a name of more tells too little, and costs too much."""
_MOST_MEMBERS = 20
"""So many figures of a group are asked whether another measures the same."""
_BODY = "organisation:"
_MAIN = 3
"""Names that an article is about: what a figure without a name beside it concerns."""


@dataclass(frozen=True, slots=True)
class _Sized:
    """A figure, the words that say what it measures (normal forms), their head, and the names concerned.

    ``beside`` are the names beside the figure, ``names`` also those that the article is about where only people or
    nobody is, ``bodies`` the organisations among them.
    """

    figure: Figure
    words: frozenset[str]
    head: str
    beside: frozenset[str]
    names: frozenset[str]
    bodies: frozenset[str]


def group_figures(briefing: Briefing) -> Briefing:
    """Add the groups of figures that measure the same thing, over all articles; only groups of two and more.

    Precision first: unit and sort agree, the heads of the measures agree, the words of one are among those of the
    other, and they concern somebody in common (the article's main names stand in where none is beside a figure).
    """
    found: dict[tuple[str, ...], _Groups] = defaultdict(_Groups)
    whose = _whose(briefing)
    for findings in briefing.findings:
        main = _main(findings, whose)
        for figure in findings.figures:
            sized = _sized(figure, findings.names, whose, main)
            if sized is not None:
                found[figure.unit, _sort(figure), sized.head].add(sized)
    measures = [_measure(g) for near in found.values() for g in near.groups if len(g) > 1]
    return replace(briefing, measures=_with_ids(measures))


@dataclass(slots=True)
class _Groups:
    """Figures of one unit, sort and head while they are gathered, and which groups hold something of a name."""

    groups: list[list[_Sized]] = field(default_factory=list)
    named: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, sized: _Sized) -> None:
        """Put a figure into the group that it belongs to, or into a new one."""
        names = (*sorted(sized.names), sized.figure.article)
        near = sorted({n for name in names for n in self.named[name][-_MOST_GROUPS:]})
        home = _home(sized, [self.groups[n] for n in near])
        number = len(self.groups) if home is None else near[home]
        if home is None:
            self.groups.append([])
        self.groups[number].append(sized)
        for name in names:
            if number not in self.named[name][-_MOST_GROUPS:]:
                self.named[name].append(number)


def _home(sized: _Sized, groups: list[list[_Sized]]) -> int | None:
    """Return which group a figure belongs to: most of it measure the same, or one gives the same value."""
    members = [g[:_MOST_MEMBERS] for g in groups]
    fits = (n for n, g in enumerate(members) if sum(_same(sized, other) for other in g) * 2 > len(g))
    equal = ((n, [s for s in g if s.figure.value == sized.figure.value]) for n, g in enumerate(members))
    equals = (n for n, g in equal if any(_same(sized, s) for s in g))
    return next(chain(fits, equals), None)


def _whose(briefing: Briefing) -> Stands:
    """Return for each mention of an entity what it stands for: the entity, and the country that it lies in."""
    found = {}
    for entity in briefing.entities:
        country = entity.country or (entity.key or "").removeprefix("country:")
        stands = frozenset(x for x in (f"{entity.kind}:{entity.id}", f"country:{country}" if country else "") if x)
        for mention in entity.mentions:
            found[mention.article, mention.span] = stands
    return found


def _main(findings: Findings, whose: Stands) -> frozenset[str]:
    """Return what the names stand for that an article mentions most."""
    article = findings.article.id
    counts = Counter(x for n in findings.names for x in sorted(whose.get((article, n.span), ())))
    ranked = sorted(counts, key=lambda x: (-counts[x], x))
    return frozenset(ranked[:_MAIN])


def _sort(figure: Figure) -> str:
    """Return what sort of number it is: changes don't mix with levels, nor rates with sums."""
    change = "change" if figure.direction else ""
    return " ".join((figure.kind, change, "rate" if figure.per and figure.kind == "money" else ""))


def _sized(figure: Figure, names: Iterable[Name], known: Stands, main: frozenset[str]) -> _Sized | None:
    if figure.measure is None or figure.value is None:
        return None
    inside = [n for n in names if n.span.meets(figure.measure.span)]
    text = figure.measure.text
    for name in sorted(inside, key=lambda n: -n.span.start):
        start = max(0, name.span.start - figure.measure.span.start)
        text = text[:start] + " " + text[max(0, name.span.end - figure.measure.span.start) :]
    found = [w.lower() for w in _WORD.findall(text)]
    head = _head(found)
    words = frozenset(w for w in map(_normal, found) if w)
    concerned = {c.span for c in figure.concerns}
    named = [n for n in names if n.span in concerned]
    whose = frozenset(x for n in named for x in known.get((figure.article, n.span), {n.key or n.norm.lower()}))
    if not words or not head:
        return None
    wider = whose if any(not x.startswith("person:") for x in whose) else whose | main
    bodies = frozenset(x for x in whose if x.startswith(_BODY)) or frozenset(x for x in main if x.startswith(_BODY))
    return _Sized(figure, words, head, whose, wider, bodies)


def _head(found: list[str]) -> str:
    cut = next((n for n, w in enumerate(found) if w in _HEAD_ENDS and n), len(found))
    heads = [w for w in (_normal(w) for w in found[:cut]) if w]
    return heads[-1] if heads else next((w for w in map(_normal, found) if w), "")


@cache
def _normal(word: str) -> str:
    """Return the normal form of a word of a measure, or nothing for one that adds nothing."""
    stem = " ".join(key_of(word))
    for chief, others in table("figures-same"):
        if word in others.split() or stem in others.split():
            return "" if chief == "-" else chief
    return stem


def _same(one: _Sized, other: _Sized) -> bool:
    small, large = sorted((one.words, other.words), key=len)
    if not small <= large or not _close(one, other):
        return False
    if one.figure.article == other.figure.article:
        return _repeated(one, other)
    if one.bodies and other.bodies and not one.bodies & other.bodies:
        return False  # two companies of one country
    if one.head in _GENERAL and one.figure.value != other.figure.value:
        return any(not x.startswith("country:") for x in one.beside & other.beside)
    if len(small) == 1 and (one.figure.value != other.figure.value or _is_few(one.figure)):
        return bool(one.beside & other.beside)  # "profit" alone may be anybody's, and so may two missions
    return bool(one.names & other.names)


def _is_few(figure: Figure) -> bool:
    """Tell whether a number is so small that two articles give it by chance."""
    return figure.unit == "1" and abs(figure.value or Decimal(0)) <= _FEW


def _close(one: _Sized, other: _Sized) -> bool:
    """Tell whether two values are of one order, so that they can measure the same thing at all."""
    values = sorted(abs(s.figure.value or Decimal(0)) for s in (one, other))
    return values[1] <= values[0] * (_APART if one.head in _GENERAL else _FAR)


def _repeated(one: _Sized, other: _Sized) -> bool:
    """Tell whether an article gives a figure twice: the same value, or the same words for two periods."""
    if one.beside and other.beside and not one.beside & other.beside:
        return False
    periods = {s.figure.period.value if s.figure.period else None for s in (one, other)}
    twice = len(periods) > 1 and None not in periods and one.words == other.words
    return one.figure.value == other.figure.value or twice


def _measure(group: list[_Sized]) -> Measure:
    labels = Counter(s.figure.measure.text for s in group if s.figure.measure)
    label = min(labels, key=lambda t: (-labels[t], len(t), t))
    return Measure(id="", label=label, figures=tuple(s.figure for s in group))


def _with_ids(groups: list[Measure]) -> tuple[Measure, ...]:
    seen: Counter[str] = Counter()
    out = []
    for measure in sorted(groups, key=lambda m: (m.label.casefold(), m.figures[0].unit, m.figures[0].article)):
        name = slug(measure.label)
        seen[name] += 1
        out.append(replace(measure, id=name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return tuple(out)
