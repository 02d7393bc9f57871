"""Groups of units ──▶ entities: name, identifier, kind, aliases, whether there is a page."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.lexicons import listed, wordset
from generator.link.entities.forms import form_of
from generator.link.entities.owners import firm_of, generic, spelled
from generator.link.entities.units import KINDS, plain
from generator.link.entities.whereabouts import whereabouts
from generator.link.sets import gathered
from generator.model import Alias, Entity, Name, NameKind
from generator.slug import slug
from generator.text.fold import tight

PAGE_ALONE = 0.85  # one mention this sure is a page; below, one in ten single mentions was not what it seemed
CALLED = 3  # times that sources call somebody by a single name: fewer leave the rest of it out
PAGE_REPEATED = 0.6  # named twice or more, a mention in a plain context is enough
PAGED: tuple[NameKind, ...] = ("person", "organisation", "place", "event", "agreement")
PAGED_REPEATED: tuple[NameKind, ...] = ("event", "agreement")  # found by their words alone, which are often a phrase
# Of two names with one address the place keeps the bare one: its name hardly ever changes.
_ID_ORDER: tuple[NameKind, ...] = ("place", "organisation", "person", "agreement", "event", "work", "product")


@dataclass(frozen=True, slots=True)
class Member:
    """A mention in its group: why it belongs there, whether its form is a short one, and the words with the owner's."""

    name: Name
    because: str
    short: bool
    whole: str


@dataclass(frozen=True, slots=True)
class Group:
    """What is one entity: its mentions, why it stays open (or nothing), and the editor's name for it (or nothing)."""

    members: tuple[Member, ...]
    unsure: str
    given: str


def build(groups: Iterable[Group]) -> tuple[Entity, ...]:
    """Return the entities of some groups, in the order of their ids."""
    return tuple(sorted(_with_ids([_entity(g) for g in groups]), key=lambda e: e.id))


def _entity(group: Group) -> Entity:
    ordered = tuple(sorted(group.members, key=lambda m: (m.name.article, m.name.span)))
    mentions = tuple(m.name for m in ordered)
    kind = _kind(mentions)
    name = group.given or _owned_name(ordered) or _name(ordered, kind)
    page, because = _page(mentions, kind, group.unsure)
    key = next((m.key for m in mentions if m.key and not generic(form_of(m.text).words)), None)
    if page and kind == "organisation" and wordset("entities-of-towns").issuperset(form_of(name).words):
        page, because = False, "many have a body of this name: the text does not tell whose it is"
    country, coordinates = whereabouts(key) if kind == "place" else (None, None)
    return Entity(
        id="",
        kind=kind,
        name=name,
        aliases=_aliases(ordered, name),
        mentions=mentions,
        sure=page,
        page=page,
        because=because,
        key=key,
        country=country,
        coordinates=coordinates,
    )


def _kind(mentions: Sequence[Name]) -> NameKind:
    votes: Counter[NameKind] = Counter()
    for m in mentions:
        votes[m.kind] += m.support  # type: ignore[assignment]
    return max(KINDS, key=lambda k: (round(votes[k], 6), -KINDS.index(k)))


def _owned_name(members: Sequence[Member]) -> str:
    """Return the name together with the owner beside it, if the sources never put the owner into the name itself."""
    bare = all(generic(form_of(m.name.text).words) for m in members)
    wholes = Counter(m.whole for m in members if m.whole and "\n" not in m.whole)
    return min(wholes, key=lambda t: (-wholes[t], len(t), t)) if bare and wholes else ""


def _name(members: Sequence[Member], kind: NameKind) -> str:
    """Return the form that most articles use, among the complete ones; acronyms and adjectives only when alone."""
    named = [m for m in members if m.name.form in ("name", "acronym")] or list(members)
    if kind == "person":
        pool = [m for m in named if form_of(m.name.text).full] or named
        told = (tight(m.name.text).partition(" ") for m in pool)
        cut = {rest for first, _, rest in told if first in listed("names-given")}  # Bo Lee of Ann Bo Lee
        pool = [m for m in pool if tight(m.name.text) not in cut] or pool
    else:
        short = {m.name.text for m in named if m.short}
        pool = [m for m in named if m.name.form == "name" and m.name.text not in short] or named
        pool = [m for m in pool if not generic(form_of(m.name.text).words)] or pool
        pool = [m for m in pool if m.name.key and m.name.norm == m.name.text.removeprefix("The ")] or pool
    pool = [m for m in pool if not m.name.text.isupper()] or pool
    used: dict[str, set[str]] = defaultdict(set)
    times: Counter[str] = Counter()
    for m in pool:
        used[_shown(m.name)].add(m.name.article)
        times[_shown(m.name)] += 1
    name = min(times, key=lambda t: (-len(used[t]), -times[t], -len(t), t))
    firm = form_of(name).words
    whole = Counter(tight(m.name.text) for m in members if firm_of(form_of(m.name.text).words) == firm)
    fuller = [t for t in whole if spelled(form_of(t).words) != firm and whole[t] > 1 and kind == "organisation"]
    return min(fuller, key=lambda t: (-whole[t], t), default=name)  # Kelmar Foods rather than Kelmar


def _shown(name: Name) -> str:
    """Return the name as it is shown: ``Germany`` for ``German``, ``Quito`` for the ``QUITO`` of a dateline."""
    text = name.norm if name.form == "demonym" or name.norm.upper() == name.text else name.text
    return tight(text.title() if text.isupper() and name.kind == "person" and " " in text else text)


def _aliases(members: Sequence[Member], name: str) -> tuple[Alias, ...]:
    """Return every form in the sources, the most frequent first, with the reason that its first mention has."""
    texts = gathered((tight(m.name.text), m) for m in members)
    reasons = {text: _alias_reason(found) for text, found in texts.items()} | {name: "the form that most sources use"}
    ordered = sorted(texts, key=lambda t: (t != name, -len(texts[t]), t))
    return tuple(Alias(t, reasons[t], tuple(sorted({m.name.article for m in texts[t]}))) for t in ordered)


def _alias_reason(members: Sequence[Member]) -> str:
    first = members[0].name
    told = next((m.because for m in members if m.because), "")
    if told:
        return told
    if members[0].whole:
        return f"its owner stands beside it: “{members[0].whole}”"
    if first.form == "demonym":
        return "the adjective or the inhabitants of the place"
    return f"a known name of it ({first.key})" if first.key else "the same name"


def _page(mentions: Sequence[Name], kind: NameKind, open_because: str) -> tuple[bool, str]:
    """Tell whether the mentions carry a page, and why or why not."""
    named = [m for m in mentions if m.form != "demonym"]
    if open_because:
        return False, open_because
    if not named:
        return False, "named only by an adjective or its inhabitants"
    if kind not in PAGED:
        return False, f"what is taken for a {kind} gets no page"
    if kind in PAGED_REPEATED and len(named) == 1:
        return False, f"an {kind} that is named only once"
    best = max(named, key=lambda m: m.support)
    single = kind == "person" and not any(form_of(m.text).full for m in named)
    enough = best.support >= PAGE_ALONE and not (single and len(named) < CALLED)
    scenes = {m.because for m in named if (m.kind, m.rule) == ("place", "place") and m.because != "capitals only"}
    scene = len(scenes) > 1 and len({m.article for m in named}) > 1  # met at Kelmar; the bus from Kelmar
    enough |= scene and all(m.because in scenes for m in named)
    if enough or (not single and len(named) > 1 and best.support >= PAGE_REPEATED):
        return True, best.because or best.rule
    times = "once" if len(named) == 1 else f"{len(named)} times"
    return False, f"named only {times}, and nothing beside it makes the kind sure ({best.because or best.rule})"


def _with_ids(entities: Iterable[Entity]) -> Iterable[Entity]:
    """Give every entity the slug of its name; of several with one name all but the first get more."""
    taken: set[str] = set()
    for e in sorted(entities, key=_precedence):
        base = slug(e.name)
        mark = hashlib.sha256(f"{e.mentions[0].article} {plain(e.mentions[0])}".encode()).hexdigest()
        tries = [base, f"{base}-{e.kind}", *(f"{base}-{mark[:n]}" for n in range(6, len(mark)))]
        new_id = next(t for t in tries if t not in taken)
        taken.add(new_id)
        yield replace(e, id=new_id)


def _precedence(e: Entity) -> tuple[bool, int, int, str, int]:
    first = e.mentions[0]
    return (not e.page, _ID_ORDER.index(e.kind), -len(e.mentions), first.article, first.span.start)
