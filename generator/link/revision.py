"""Briefing and the accepted state ──▶ revision: what the last change to the articles did, claim by claim."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import __version__
from generator.keys import normal
from generator.link.facts import FactKeys, facts_of
from generator.link.pairing import pair
from generator.model import (
    Accepted,
    Address,
    Briefing,
    Change,
    Evidence,
    Fact,
    Revision,
    Unknown,
)

GENERATOR = f"briefing {__version__}"
SAME_ARTICLE = 0.5
"""Share of an article's facts that a new one tells too, from which it is that article with other words in places."""
CITED = 6  # places shown of one fact: enough to check it, few enough to read
TITLE_LETTERS = 240  # as much as any headline
ARTICLE = "article"


def accept(briefing: Briefing, path: str) -> Accepted:
    """Return the state of a briefing as it is accepted into a file."""
    fact_keys = FactKeys(briefing)
    known = ((a.id, "" if isinstance(a.title, Unknown) else a.title.value) for a in briefing.articles)
    titles = ((fact_keys.contents[i], " ".join(title.split())[:TITLE_LETTERS]) for i, title in known)
    found = facts_of(briefing, fact_keys)
    facts = tuple(replace(f, key="", sides=()) for f in found)
    now = addresses_of(fact_keys, found)
    older = briefing.accepted
    pairs = pair(found, older.facts if older else ())
    altered = _altered(found, pairs.before, older, _scene(briefing, older, fact_keys)) if older else {}
    gone = (replace(old, about=new.about) if new else old for old, new in kept(older, now, pairs.before, altered))
    addresses = tuple(sorted({*now, *gone}))
    return Accepted(path, GENERATOR, tuple(sorted(titles)), facts, addresses)


def tell_changes(briefing: Briefing) -> Briefing:
    """Add what is not as it was accepted; nothing where no state has been accepted."""
    if briefing.accepted is None:
        return briefing
    return replace(briefing, revision=_revision(briefing, briefing.accepted))


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the articles are beyond the accepted ones: ids of those that came, content hashes of those that went.

    ``speakers`` holds by utterance the names that its speaker bears.
    """

    came: frozenset[str]
    went: frozenset[str]
    speakers: Mapping[str, frozenset[str]]

    def brings(self, fact: Fact) -> bool:
        """Tell whether an article that came tells a fact."""
        return any(e.article in self.came for side in fact.sides for e in side)

    def takes(self, fact: Fact) -> bool:
        """Tell whether an article that went told an accepted fact."""
        return not self.went.isdisjoint(fact.articles)

    def is_named(self, fact: Fact, name: str) -> bool:
        """Tell whether the speaker of a statement may be called by a name; one that isn't known may be anybody."""
        one, other = normal(fact.value), normal(name)
        parts = set(one.split()), set(other.split())
        return other in self.speakers.get(fact.key, ()) or parts[0] <= parts[1] or parts[1] <= parts[0]


def _revision(briefing: Briefing, accepted: Accepted) -> Revision:
    fact_keys = FactKeys(briefing)
    facts = facts_of(briefing, fact_keys)
    scene = _scene(briefing, accepted, fact_keys)
    pairs = pair(facts, accepted.facts)
    changes = [change for fact in facts for change in _of(fact, pairs.before.get(fact.id, ()), scene)]
    changes += [change for fact in pairs.gone for change in _without(fact, scene)]
    altered = _altered(facts, pairs.before, accepted, scene)
    return Revision(
        added=tuple(i for i in sorted(scene.came) if i not in altered.values()),
        altered=tuple(sorted(altered.values())),
        removed=tuple(title for content, title in accepted.articles if content in scene.went - altered.keys()),
        changes=tuple(changes),
        orphaned=tuple(f"{o.decision.section}: {o.decision.about}" for o in briefing.orphans),
        moved=tuple(
            (old, new) for old, new in kept(accepted, addresses_of(fact_keys, facts), pairs.before, altered) if new
        ),
        because=tuple(_because(accepted, scene)) if any(c.read for c in changes) else (),
    )


def _scene(briefing: Briefing, accepted: Accepted, fact_keys: FactKeys) -> _Scene:
    known, here = {content for content, _ in accepted.articles}, set(fact_keys.contents.values())
    came = frozenset(i for i, content in fact_keys.contents.items() if content not in known)
    return _Scene(came, frozenset(known - here), _speakers(briefing))


def _of(fact: Fact, before: Sequence[Fact], scene: _Scene) -> Iterator[Change]:
    """Yield what became of a fact that is told now."""
    read = not (scene.brings(fact) or any(scene.takes(f) for f in before))
    old = max(before, key=lambda f: f.origins, default=None)
    if fact.kind == "difference":
        yield from _of_difference(fact, old, read=read)
        return
    fresh = [side for side in fact.sides if all(e.article in scene.came for e in side)]
    known = [side for side in fact.sides if side not in fresh]
    cited = (*_places(known), *_places(fresh))
    if old is None and fact.kind == "entity" and known:
        # A name that an accepted article has is not new, even if it got its page only now.
        if fresh or not scene.brings(fact):
            yield Change("confirmed" if fresh else "added", fact, None, not fresh, cited)
        return
    if old is None:
        yield Change("added", fact, None, not fresh, cited)
        return
    if fact.origins > 1 >= old.origins:
        yield Change("confirmed", fact, old, not fresh, cited)
    if old.origins > 1 >= fact.origins:
        # All of it is still told here: an article that came shows that its origins are one, or an origin went.
        whole = bool(scene.came) and set(old.claims) <= set(fact.claims)
        yield Change("unconfirmed", fact, old, not (whole or scene.takes(old)), _places(fact.sides))
    if fact.kind == "event" and fact.value not in {f.value for f in before}:
        yield Change("redated", fact, before[0], read, _places(fact.sides))
    if fact.kind == "statement" and not any(scene.is_named(fact, f.value) for f in before):
        yield Change("reattributed", fact, before[0], read, _places(fact.sides))


def _of_difference(fact: Fact, old: Fact | None, *, read: bool) -> Iterator[Change]:
    """Yield what became of a difference; only a conflict is opened and closed."""
    was, now = old is not None and old.value == "conflict", fact.value == "conflict"
    if was != now:
        yield Change("opened" if now else "closed", fact, old, read, _places(fact.sides))
    elif now and old and not read and not set(fact.claims) <= set(old.claims):
        yield Change("widened", fact, old, read, _places(fact.sides))
    elif old is None:
        yield Change("added", fact, None, read, _places(fact.sides))


def _speakers(briefing: Briefing) -> Mapping[str, frozenset[str]]:
    names = {e.id: frozenset(normal(t) for t in (e.name, *(a.text for a in e.aliases))) for e in briefing.entities}
    return {u.id: names[u.speaker] for u in briefing.utterances if u.speaker in names}


def _without(fact: Fact, scene: _Scene) -> Iterator[Change]:
    """Yield what became of an accepted fact that is told no more."""
    read = not scene.takes(fact)
    if fact.kind != "difference":
        yield Change("gone", fact, fact, read)
    elif fact.value == "conflict":
        yield Change("closed", fact, fact, read)


def _places(sides: Iterable[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    return tuple(side[0] for side in sides)[:CITED]


def _altered(
    facts: Iterable[Fact], before: Mapping[str, Sequence[Fact]], accepted: Accepted, scene: _Scene
) -> dict[str, str]:
    """Return the articles that only have other words in places: content hash of the old one ──▶ id of the new one."""
    told = Counter(content for f in accepted.facts for content in f.articles if content in scene.went)
    shared: Counter[tuple[str, str]] = Counter()
    for fact in facts:
        new = sorted({e.article for side in fact.sides for e in side if e.article in scene.came})
        old = sorted({c for f in before.get(fact.id, ()) for c in f.articles if c in scene.went})
        shared.update((content, i) for content in old for i in new)
    found: dict[str, str] = {}
    for (content, i), times in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if times >= SAME_ARTICLE * told[content] and content not in found and i not in found.values():
            found[content] = i
    return found


def _because(accepted: Accepted, scene: _Scene) -> Iterator[str]:
    """Yield what may be behind facts that changed although their articles did not."""
    if accepted.generator != GENERATOR:
        yield f"the program is {GENERATOR}, and was {accepted.generator}"
    if scene.came or scene.went:
        yield "other articles came or went, and one article is read in the light of the others"
    yield "an editor decided otherwise, findings came in, or the rules of the program are not the same"


def addresses_of(fact_keys: FactKeys, facts: Iterable[Fact]) -> tuple[Address, ...]:
    """Return the addresses of the pages that there are now."""
    articles = (Address(ARTICLE, i, content) for i, content in fact_keys.contents.items())
    named = (Address(f.value, f.key, f.id) for f in facts if f.kind == "entity")
    return tuple(sorted((*articles, *named)))


def kept(
    accepted: Accepted | None, now: Sequence[Address], before: Mapping[str, Sequence[Fact]], altered: Mapping[str, str]
) -> tuple[tuple[Address, Address | None], ...]:
    """Return each accepted address that isn't one now, with that of the same page now, or None where it is gone.

    ``before`` holds by a fact's id the accepted ones that it goes on from, ``altered`` by an accepted article's hash
    the id of the article that only has other words in places.
    """
    if accepted is None:
        return ()
    there = {(a.kind, a.id) for a in now}
    by_about = {a.about: a for a in now}
    articles = {a.id: a for a in now if a.kind == ARTICLE}
    by_about |= {content: articles[i] for content, i in altered.items()}
    by_about |= {old.id: by_about[new] for new, olds in before.items() for old in olds if new in by_about}
    gone = (a for a in accepted.addresses if (a.kind, a.id) not in there)
    return tuple((a, by_about.get(a.about)) for a in gone)
