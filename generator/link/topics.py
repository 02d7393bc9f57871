"""Entities, glossary and events ──▶ topics: what several articles speak of, and how often each has the words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.independence import Independence
from generator.link.mentions import Index, key_of, places_of
from generator.model import Briefing, Entity, Entry, Event, Topic

Thing = TypeVar("Thing", Entity, Entry, Event)
Counts = Counter[str]
"""How often something occurs, by article."""

KINDS = ("person", "organisation", "place", "agreement", "event")
"""The kinds of entities that are topics, in the order in which they are told."""
MOST = 8
"""Topics of one kind: what most sources speak of comes first, and a longer table isn't read to its end."""
NAMING = ("name", "acronym", "demonym")
"""Forms of mentions whose words can be searched for; a pronoun's can't."""


def find_topics(briefing: Briefing) -> Briefing:
    """Add the topics that two origins or more have; needs origins, entities, events and the glossary."""
    independent = Independence(briefing)
    entities = _foremost(
        ((e, Counter(m.article for m in e.mentions)) for e in briefing.entities if e.page), independent
    )
    terms = _foremost(((e, Counter(u.article for u in e.uses)) for e in briefing.entries if not e.entity), independent)
    several = (e for e in briefing.events if len(e.origins) > 1)
    events = _foremost(((e, Counter(x.article for x in e.told)) for e in several), independent)
    chosen = [e for kind in KINDS for e in [e for e in entities if e.kind == kind][:MOST]]
    topics = (*_searched(briefing, chosen, terms[:MOST]), *(_told(e) for e in events[:MOST]))
    return replace(briefing, topics=topics)


def _foremost(counted: Iterable[tuple[Thing, Counts]], independent: Independence) -> list[Thing]:
    """Return what two origins or more have: what most of them have first, then what is said most often."""
    found = []
    for thing, counts in counted:
        heard = len(independent.articles(counts))
        if heard > 1:
            found.append((-heard, -len(counts), -counts.total(), thing.id, thing))
    return [thing for *_, thing in sorted(found, key=lambda f: f[:4])]


def _searched(briefing: Briefing, entities: Sequence[Entity], terms: Sequence[Entry]) -> Iterator[Topic]:
    """Yield the topics of entities and terms, with how often each article has their words.

    The names of all other entities are looked for, too, so that *Lam Dong* isn't counted as *Lam*. Words that two
    entities share are searched for neither; where an article has no other, what was joined to the entity counts.
    """
    forms = _forms(briefing.entities)
    spelled = ((t.term, *((t.expansion.text,) if t.expansion else ())) for t in terms)
    searched = [*(forms[e.id] for e in entities), *spelled]
    index: Index = {key_of(form): n for n, words in enumerate(searched) for form in words}
    for form in (a for e in briefing.entities for a in (e.name, *forms[e.id])):
        index.setdefault(key_of(form), len(searched))
    counts = _counted(briefing, index, len(entities))
    for n, entity in enumerate(entities):
        joined = Counter(m.article for m in entity.mentions if m.form in NAMING)
        found = counts[n] | Counter({a: number for a, number in joined.items() if a not in counts[n]})
        yield Topic(entity.name, entity.kind, searched[n], tuple(sorted(found.items())), entity.id)
    for n, term in enumerate(terms, len(entities)):
        yield Topic(term.term, "term", searched[n], tuple(sorted(counts[n].items())))


def _counted(briefing: Briefing, index: Index, names: int) -> defaultdict[int, Counts]:
    """Return how often each article has the words of each topic; those of names with a capital letter only."""
    found: defaultdict[int, Counts] = defaultdict(Counter)
    for article, n, span in places_of(briefing.findings, index):
        if n >= names or not article.text[span.start].islower():
            found[n][article.id] += 1
    return found


def _forms(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """Return the words that stand for each entity and for no other, by its id; the name first."""
    owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    every = {e.id: (e.name, *(m.text for m in e.mentions if m.form in NAMING)) for e in entities}
    for owner, forms in every.items():
        for form in forms:
            owners[key_of(form)].add(owner)
    return {owner: _distinct(f for f in forms if len(owners[key_of(f)]) == 1) for owner, forms in every.items()}


def _distinct(forms: Iterable[str]) -> tuple[str, ...]:
    """Return forms on one line, each once whatever its capitals and number, in their order."""
    found: dict[tuple[str, ...], str] = {}
    for form in forms:
        found.setdefault(key_of(form), " ".join(form.split()))
    return tuple(found.values())


def _told(event: Event) -> Topic:
    counts = Counter(e.article for e in event.told)
    return Topic(" ".join(event.headline.text.split()), "happening", (), tuple(sorted(counts.items())), event=event.id)
