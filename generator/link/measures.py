"""Figures of all articles ──▶ groups that measure the same thing."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from itertools import combinations

from generator.edtf import days_between, precision
from generator.independence import Independence
from generator.lexicons import wordset
from generator.link.confirming import PLAIN, Confirming
from generator.link.events.telling import NEWS_DAYS
from generator.link.measured import Measured, measured
from generator.link.sets import DisjointSets, gathered
from generator.link.stories import FEW
from generator.model import Article, Briefing, Figure, Findings, Measure, Span, Unknown
from generator.slug import numbered, slug
from generator.text import LEXICON

Stands = dict[tuple[str, Span], frozenset[str]]

_GENERAL = wordset("measures-general")
"""Heads that say too little, as all persons do: two such counts are one only if more than the noun agrees."""
_TALLIED = wordset("measures-tallied")
"""What each player and game has another number of: one only with one value."""
_FEW = 12
"""Counts up to a dozen agree by chance: that both articles are about one country doesn't make them one."""
_MOST_GROUPS = 40
"""So many of the latest groups that hold a name are compared: a name of more tells too little, and costs too much."""
_MOST_MEMBERS = 20
"""So many figures of a group are asked whether another measures the same."""
_SMALL = frozenset(map(Decimal, range(4)))
"""Numbers that are found everywhere."""
VAGUE = "vague"
_ALIKE = 0.3
"""So many of the words of two sentences agree that tell the same small number of the same one thing."""
_BODY = "organisation:"
_MAIN = 3
"""Names that an article is about: what a figure without a name beside it concerns."""


@dataclass(frozen=True, slots=True)
class _Sized:
    """A figure, the words that say what it measures (normal forms), their head, and the names concerned.

    ``beside`` are the names beside the figure, ``names`` also those that the article is about where only people or
    nobody is, ``bodies`` the organisations among them. ``deed`` is what happens to those counted, ``said`` are the
    words of the sentence, ``written`` the day of the article as far as known.
    """

    figure: Figure
    words: frozenset[str]
    head: str
    beside: frozenset[str]
    names: frozenset[str]
    bodies: frozenset[str]
    deed: str
    said: frozenset[str]
    written: str | None


def group_figures(briefing: Briefing) -> Briefing:
    """Add the groups of two and more figures, over all articles, that agree in unit, sort and whom they concern."""
    found: dict[tuple[str, ...], _Groups] = defaultdict(_Groups)
    whose = _whose(briefing)
    for findings in briefing.findings:
        counts = Counter(x for n in findings.names for x in sorted(whose.get((findings.article.id, n.span), ())))
        main = frozenset(sorted(counts, key=lambda x: (-counts[x], x))[:_MAIN])
        for figure, told in zip(findings.figures, measured(findings), strict=True):
            if told is not None:
                found[figure.unit, _sort(figure), told.head].add(_sized(figure, told, findings, whose, main))
    measures = []
    for group in _told_again([[s.figure for s in g] for near in found.values() for g in near.groups], briefing):
        labels = Counter(f.measure.text for f in group if f.measure)
        label = min(labels, key=lambda t: (-labels[t], len(t), t), default=group[0].text)
        measures.append(Measure("", label, tuple(group)))
    measures.sort(key=lambda m: (m.label.casefold(), m.figures[0].unit, m.figures[0].article))
    ids = numbered(slug(m.label) for m in measures)
    return replace(briefing, measures=tuple(replace(m, id=i) for m, i in zip(measures, ids, strict=True)))


def _told_again(groups: list[list[Figure]], briefing: Briefing) -> Iterator[list[Figure]]:
    """Yield the groups of several figures, with those that give one of the values again in the same story."""
    home = {(f.article, f.span): n for n, group in enumerate(groups) for f in group}
    every = [f for found in briefing.findings for f in found.figures if f.kind in PLAIN and f.value and f.rule != VAGUE]
    for figure in every:
        if home.setdefault((figure.article, figure.span), len(groups)) == len(groups):
            groups.append([figure])
    sets, confirming = DisjointSets(len(groups)), Confirming(briefing)
    alike = gathered(((f.value, f.high, f.unit, f.direction, f.kind), f) for f in every)
    few = len(briefing.articles) <= FEW
    stories = {a: n for n, story in enumerate(briefing.stories) for a in story if not few}
    independent = cache(Independence(briefing).articles)
    for same in (found for (value, *_), found in alike.items() if len(found) <= _MOST_MEMBERS and value not in _SMALL):
        for one, other in combinations(same, 2):
            both = one.article, other.article
            of_one = len(independent(both)) > 1 and stories.get(both[0], few) == stories.get(both[1], True)
            if of_one and confirming.same_count(one, other):
                sets.join(home[one.article, one.span], home[other.article, other.span])
    for numbers in sets.groups():
        joined = sorted((f for n in numbers for f in groups[n]), key=lambda f: (f.article, f.span))
        if len(joined) > 1:
            yield joined


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
    """Return which group a figure belongs to: most of it measure the same, or one gives the same value.

    One that its own article sets beside another of the group (*seven terms and four*) belongs to none with it.
    """
    own, equal = sized.figure.article, None
    for n, group in enumerate(groups):
        if any(s.figure.article == own and not _same(sized, s) for s in group):
            continue
        members = group[:_MOST_MEMBERS]
        alike = [s for s in members if _same(sized, s)]
        if len(alike) * 2 > len(members):
            return n
        if equal is None and any(s.figure.value == sized.figure.value for s in alike):
            equal = n
    return equal


def _whose(briefing: Briefing) -> Stands:
    """Return for each mention of an entity what it stands for: the entity, and the country that it lies in."""
    found = {}
    for entity in briefing.entities:
        country = entity.country or (entity.key or "").removeprefix("country:")
        stands = frozenset(x for x in (f"{entity.kind}:{entity.id}", f"country:{country}" if country else "") if x)
        for mention in entity.mentions:
            found[mention.article, mention.span] = stands
    return found


def _sort(figure: Figure) -> str:
    """Return what sort of number it is: changes don't mix with levels, nor rates with sums."""
    change = "change" if figure.direction else ""
    return " ".join((figure.kind, change, "rate" if figure.per and figure.kind == "money" else ""))


def _sized(figure: Figure, told: Measured, findings: Findings, known: Stands, main: frozenset[str]) -> _Sized:
    concerned = {c.span for c in figure.concerns}
    named = [n for n in findings.names if n.span in concerned]
    whose = frozenset(x for n in named for x in known.get((figure.article, n.span), {n.key or n.norm.lower()}))
    wider = whose if any(not x.startswith("person:") for x in whose) else whose | main
    bodies = frozenset(x for x in whose if x.startswith(_BODY)) or frozenset(x for x in main if x.startswith(_BODY))
    words, said = frozenset(told.words), frozenset(told.said)
    return _Sized(figure, words, told.head, whose, wider, bodies, told.deed, said, _written(findings.article))


def _written(article: Article) -> str | None:
    known = article.published if isinstance(article.written, Unknown) else article.written
    return None if isinstance(known, Unknown) or precision(known.value) != "day" else known.value


def _same(one: _Sized, other: _Sized) -> bool:
    small, large = sorted((one.words, other.words), key=len)
    if not small <= large or _of_two(one, other):
        return False
    if one.figure.article == other.figure.article:
        return _repeated(one, other)
    if _is_general(one) and not _of_one_happening(one, other, alone=len(small) == 1):
        return False
    if len(small) == 1 and (one.figure.value != other.figure.value or _is_few(one.figure)):
        shared = any(not x.startswith("country:") for x in one.beside & other.beside)
        alike = one.deed == other.deed or _words_agree(one, other)
        return shared and alike  # "profit" alone may be anybody's, and so may two missions
    return bool(one.names & other.names)


def _of_two(one: _Sized, other: _Sized) -> bool:
    """Tell whether two figures are of two companies of one country, of two players, or two steps of a row."""
    if one.figure.article != other.figure.article and one.bodies and other.bodies and not one.bodies & other.bodies:
        return True
    tallied = one.figure.kind == "ordinal" or one.head in _TALLIED
    few = one.deed != other.deed and _is_few(one.figure) and _is_few(other.figure)
    return one.figure.value != other.figure.value and (tallied or few)


def _words_agree(one: _Sized, other: _Sized) -> bool:
    return len(one.said & other.said) >= _ALIKE * len(one.said | other.said)


def _is_general(sized: _Sized) -> bool:
    return sized.head in _GENERAL or "person" in LEXICON[sized.head].kinds


def _of_one_happening(one: _Sized, other: _Sized, *, alone: bool) -> bool:
    """Tell whether two counts of people, cases and the like, perhaps by one word ``alone``, can be of one happening."""
    days = days_between(one.written, other.written) if one.written and other.written else 0
    if days is None or abs(days) > NEWS_DAYS or (alone and one.deed != other.deed):
        return False
    if one.figure.value == other.figure.value:
        return True
    shared = any(not x.startswith("country:") for x in one.beside & other.beside)
    return shared and not ((alone or one.deed != other.deed) and one.figure.kind in ("percent", "share"))


def _is_few(figure: Figure) -> bool:
    """Tell whether a number is so small that two articles give it by chance."""
    return figure.unit == "1" and abs(figure.value or Decimal(0)) <= _FEW


def _repeated(one: _Sized, other: _Sized) -> bool:
    """Tell whether an article gives a figure twice: the same value, or the same words for two periods."""
    strict = _is_general(one) or one.head in _TALLIED or "more" in (one.deed, other.deed)
    if strict and one.deed != other.deed:
        return False  # two bullets, and two others
    if one.beside and other.beside and not one.beside & other.beside:
        return False
    if one.figure.value == other.figure.value:
        return one.said != other.said and (not _is_few(one.figure) or _words_agree(one, other))  # 11 points each
    periods = {s.figure.period.value if s.figure.period else None for s in (one, other)}
    return len(periods) > 1 and None not in periods and one.words == other.words and one.figure.kind != "count"
