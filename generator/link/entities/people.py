"""Short forms of people's names ──▶ the one person who is meant, if the text leaves one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.link.entities.units import office_of, sex_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.link.entities.bearers import Bearers
    from generator.link.entities.forest import Forest
    from generator.model import Findings, Name, Span

    Told = dict[tuple[str, Span], tuple[int, str]]

NAMED_AT_MOST = 4  # candidates that a reason lists


@dataclass(slots=True)
class Open:
    """What names alone don't tell: units with several candidates, and mentions that their paragraph told apart."""

    units: dict[int, str] = field(default_factory=dict)
    mentions: dict[tuple[str, Span], tuple[int, str]] = field(default_factory=dict)


def join_variants(forest: Forest, people: Iterable[int], bearers: Bearers, where: str) -> None:
    """Join each full name with the only longer one that it may be short for, the longest names first."""
    full = [i for i in people if len(forest.units[i].form.core) > 1]
    for i in sorted(full, key=lambda i: (-len(forest.units[i].form.letters), i)):
        longer = {j: why for j, why in bearers.fuller(forest.units[i].form).items() if forest.fits(i, j)}
        if len({forest.root(j) for j in longer}) == 1:
            j = min(longer)
            because = f"{longer[j]}; “{forest.units[j].text}” is the only such full name {where}"
            forest.join(i, j, because, lesser=True)


def join_short(forest: Forest, people: Sequence[int], bearers: Bearers, found: Findings) -> Open:
    """Join each single name of an article with the only full name in it; several are told apart by paragraph."""
    unsure = Open()
    for i in people:
        unit = forest.units[i]
        if forest.lesser[i] or unit.form.full:
            continue
        named = candidates(forest, i, bearers.by_family(unit.form)) or candidates(forest, i, bearers.by_any(unit.form))
        if len(named) == 1:
            because = f"“{forest.units[named[0]].text}” is the only full name with “{unit.text}” in its article"
            forest.join(i, named[0], because, lesser=True)
        elif named:
            unsure.units[i] = open_reason(forest, named)
            unsure.mentions.update(_tell_apart(forest, i, named, found, people))
    return unsure


def candidates(forest: Forest, i: int, named: Iterable[int]) -> list[int]:
    """Return one unit for each group among some full names that doesn't contradict a unit."""
    groups: dict[int, int] = {}
    for j in named:
        if forest.fits(i, j):
            groups.setdefault(forest.root(j), j)
    return sorted(groups.values())


def open_reason(forest: Forest, named: Sequence[int]) -> str:
    """Say who may be meant."""
    texts = sorted({f"“{forest.units[j].text}”" for j in named})
    rest = f" or {len(texts) - NAMED_AT_MOST} more" if len(texts) > NAMED_AT_MOST else ""
    return f"could be {' or '.join(texts[:NAMED_AT_MOST])}{rest}: the text does not tell which"


def _tell_apart(forest: Forest, i: int, named: Sequence[int], found: Findings, people: Sequence[int]) -> Told:
    """Tell the mentions of a name apart: by title, by form of address, by who their paragraph names in full."""
    unit = forest.units[i]
    roots = {forest.root(j): j for j in named}
    theirs = [k for k in people if forest.units[k].form.full and forest.root(k) in roots]
    told: Told = {}
    for mention in unit.mentions:
        block = found.article.block_at(mention.span.start)
        since = block.span.start if block else mention.span.start
        titled = {forest.root(k) for k in theirs if offices(forest.units[k].mentions) & offices((mention,))}
        sexes = {s for t in mention.titles for s in sex_of(t.text)}
        addressed = {r for r in roots if len(sexes) == 1 and forest.fact(r, "sex") in sexes}
        before = {
            forest.root(k)
            for k in theirs
            for m in forest.units[k].mentions
            if since <= m.span.start < mention.span.start
        }
        for left, why in ((titled, "title"), (addressed, "form of address"), (before, "paragraph")):
            if len(left) == 1:
                j = roots[left.pop()]
                told[unit.article, mention.span] = (j, f"its {why} leaves only “{forest.units[j].text}”")
                break
    return told


def offices(mentions: Iterable[Name]) -> frozenset[str]:
    """Return the titles of some mentions, comparable, without forms of address."""
    return frozenset(o for m in mentions for t in m.titles if (o := office_of(t.text)))
