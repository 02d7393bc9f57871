"""What an editor decided about names, applied before anything is worked out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.link.entities.forms import form_of
from generator.link.entities.units import KINDS, Forest, Unit
from generator.link.sets import gathered
from generator.model import Aside, Briefing, Correction, Corrections, NameKind

Words = tuple[str, ...]
Fact = tuple[str, str]
NO_NAME = "none"  # the kind of what is no name at all


def words_of(text: str) -> Words:
    """Return a name as an editor's entry is compared with the names of the sources."""
    return form_of(text).words


def by_words(units: Sequence[Unit]) -> dict[Words, tuple[int, ...]]:
    """Return the units that bear a name, by its words; a demonym bears its own and its country's."""
    found: dict[Words, dict[int, None]] = defaultdict(dict)
    for i, unit in enumerate(units):
        found[unit.form.words][i] = None
        for text in sorted({m.text for m in unit.mentions}):
            found[words_of(text)][i] = None
    return {name: tuple(numbers) for name, numbers in found.items()}


def decided_kinds(corrections: Corrections) -> dict[Words, NameKind | None]:
    """Return the kinds that an editor gives to names, by their words; None for what is no name."""
    known = {kind: kind for kind in KINDS}
    off = ((c.about, NO_NAME) for c in corrections.of("dismiss"))
    return {words_of(name): known.get(kind) for name, kind in (*off, *corrections.values("kinds"))}  # type: ignore[call-overload]


def apart_facts(corrections: Corrections, named: Mapping[Words, tuple[int, ...]]) -> dict[int, set[Fact]]:
    """Return facts that keep the pairs of ``apart`` from being joined."""
    facts: dict[int, set[Fact]] = defaultdict(set)
    for number, pair in enumerate(corrections.values("apart")):
        for name in pair:
            for i in named.get(words_of(name), ()):
                facts[i].add((f"apart {number}", name))
    return facts


def join_same(forest: Forest, corrections: Corrections, named: Mapping[Words, tuple[int, ...]]) -> dict[int, str]:
    """Join every alias of ``same`` with its name; return the editor's names that no source uses, by unit."""
    given: dict[int, str] = {}
    for alias, name in corrections.values("same"):
        aliases, targets = named.get(words_of(alias), ()), named.get(words_of(name), ())
        because = f"{corrections.path} says that it is the same as “{name}”"
        for i in targets[1:]:
            forest.join(i, targets[0], f"{corrections.path} has one entry for it")
        for i in aliases:
            if targets:
                forest.join(i, targets[0], because, lesser=True)
            else:
                forest.join(i, aliases[0], because, lesser=True)
                given[i] = name
    return given


def fitting(corrections: Corrections, names: Iterable[Words]) -> frozenset[Correction]:
    """Return the decisions about names that some source has, both of them where there are two."""
    known = frozenset(names)
    return frozenset(
        one
        for one in corrections.of("same", "apart", "kinds", "dismiss")
        if words_of(one.about) in known and (one.section != "apart" or words_of(one[""]) in known)
    )


def set_aside(briefing: Briefing) -> tuple[Aside, ...]:
    """Return the names that an editor dismissed, with their mentions."""
    found = {words_of(c.about): c for c in briefing.corrections.of("dismiss")}
    every = ((words_of(n.text), n) for f in briefing.findings for n in f.names) if found else ()
    mentions = gathered((words, name) for words, name in every if words in found)
    return tuple(Aside("name", found[words].about, tuple(places), found[words]) for words, places in mentions.items())
