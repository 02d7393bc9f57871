"""Names of all articles ──▶ entities: who and what is the same, with the reason of every join."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.link.entities.across import join_across
from generator.link.entities.build import Group, Member, build
from generator.link.entities.decisions import (
    apart_facts,
    by_words,
    decided_kinds,
    fitting,
    join_same,
    set_aside,
    words_of,
)
from generator.link.entities.people import Open, called_like_bodies, sex_of, sex_of_given
from generator.link.entities.units import Forest, Unit, plain, units_of
from generator.link.entities.within import join_within
from generator.link.sets import gathered
from generator.model import Briefing, Findings


def join_names(briefing: Briefing) -> Briefing:
    """Join the mentions of names over all articles into entities.

    First what an article itself shows, then what is written alike everywhere, then short forms that leave one
    candidate in all sources. What stays open is kept as a candidate of its own, without a page, with the reason.
    """
    corrections = briefing.corrections
    findings = sorted(briefing.findings, key=lambda f: f.article.id)
    kinds = decided_kinds(corrections)
    units = units_of(findings, kinds)
    named = by_words(units)
    facts = apart_facts(corrections, named)
    forest = Forest(units, [frozenset(facts.get(i, set()) | _facts(unit)) for i, unit in enumerate(units)])
    given = join_same(forest, corrections, named)
    unsure = _join(forest, findings, briefing.stories)
    every = (*named, *(words_of(text) for f in findings for n in f.names for text in (n.text, plain(n))))
    return replace(
        briefing,
        entities=build(_groups(forest, unsure, given)),
        applied=briefing.applied | fitting(corrections, every),
        aside=(*briefing.aside, *set_aside(briefing)),
    )


def _facts(unit: Unit) -> set[tuple[str, str]]:
    """Return what excludes other people, or bodies of other owners, with the same name."""
    if unit.kind != "person":
        return {("owner of " + " ".join(unit.body), unit.owner)} if unit.owner else set()
    sex = _sex(unit)
    facts = {("sex", sex)} if sex else set()
    return facts | ({("generation", unit.form.suffix)} if unit.form.suffix else set())


def _sex(unit: Unit) -> str:
    """Return ``m`` or ``f`` if the forms of address agree on it or the given name tells it, or nothing.

    A family name may mean several people: all its mentions have to agree.
    """
    if not unit.form.full:
        told = [frozenset(s for t in m.titles for s in sex_of(t.text)) for m in unit.mentions]
        return next(iter(told[0])) if len(set(told)) == 1 and len(told[0]) == 1 else ""
    return next(iter(unit.sexes)) if len(unit.sexes) == 1 else sex_of_given(unit.form.core)


def _join(forest: Forest, findings: Sequence[Findings], stories: Iterable[Iterable[str]]) -> Open:
    members = gathered((unit.article, i) for i, unit in enumerate(forest.units))
    unsure = Open()
    for found in findings:
        here = join_within(forest, members.get(found.article.id, ()), found)
        unsure.units.update(here.units)
        unsure.mentions.update(here.mentions)
    join_across(forest, unsure.units, stories)
    called_like_bodies(forest, unsure.units)
    return unsure


def _groups(forest: Forest, unsure: Open, given: dict[int, str]) -> Iterable[Group]:
    """Yield what is one entity."""
    groups: dict[int, list[Member]] = defaultdict(list)
    for i, unit in enumerate(forest.units):
        for mention in unit.mentions:
            told = unsure.mentions.get((unit.article, mention.span))
            j, because = told or (i, forest.because[i])
            kept = mention if mention.kind == unit.kind else replace(mention, kind=unit.kind)
            groups[forest.root(j)].append(Member(kept, because, told is not None or forest.lesser[i], unit.whole))
    reasons = {forest.root(i): why for i, why in sorted(unsure.units.items(), reverse=True)}
    names = {forest.root(i): name for i, name in sorted(given.items(), reverse=True)}
    for root, members in sorted(groups.items()):
        yield Group(tuple(members), reasons.get(root, ""), names.get(root, ""))
