"""Joined units of single articles ──▶ what is the same in different articles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from generator.lexicons import table
from generator.link.entities.forms import Bearers, initials, listed_letters, person_keys
from generator.link.entities.owners import SHORTEST, alike, base_of, firm_of, spelled, without_national
from generator.link.entities.people import groups_of, offices, open_reason, sex_of
from generator.link.entities.spelling import heads, join_spellings
from generator.link.entities.units import Forest, Unit
from generator.link.sets import gathered
from generator.text.fold import letters

Words = tuple[str, ...]

# Mentions in one article by a name that is no family name (Lula, Prabowo) which show that this is how one is called.
CALLED = 3
# Letters of an acronym that tell its name in another article, though nobody explains it; three fit too many names.
TELLING = 4
# Mentions of the only bearer of a name: one who is named in passing is often not who another article means.
CENTRAL = 2
FEW = 6  # articles in which a name ties what they tell to one story


def join_across(forest: Forest, open_units: dict[int, str], stories: Iterable[Iterable[str]]) -> None:
    """Join units of different articles; ``open_units`` (unit ──▶ reason) grows by what stays open.

    In ``stories``, groups of articles, one name mostly stands for one.
    """
    learned = _learned(forest)
    told = {article: n for n, story in enumerate(stories) for article in story}
    _by_key(forest, open_units)
    _bodies_of_stories(forest, told)
    people = [
        i for i, u in enumerate(forest.units) if u.kind == "person" and not forest.lesser[i] and i not in open_units
    ]
    _variants(forest, people)
    join_spellings(forest, people, told)
    _single_names(forest, [i for i in people if not forest.units[i].form.full], learned, open_units, told)
    _short_bodies(forest, learned, open_units, told)
    _short_places(forest)


def _learned(forest: Forest) -> dict[tuple[str, Words], list[int]]:
    """Return which short forms some article itself explains: (kind, words) ──▶ units of the whole names.

    Initials that only fit a name of their article explain nothing, unless they fit the same one in another article.
    """
    learned: dict[tuple[str, Words], list[int]] = defaultdict(list)
    fitted = Counter((_short(forest, i), spelled(forest.units[forest.whole(i)].form.words)) for i in forest.guessed)
    for i, unit in enumerate(forest.units):
        for letters_ in {m.text for m in unit.mentions if m.form == "acronym" and m.norm != m.text and not m.key}:
            learned["body", (letters(letters_),)].append(i)  # in brackets behind the name
        if not forest.lesser[i]:
            continue
        explained = len(unit.mentions) >= CALLED if unit.kind == "person" else len(unit.form.words) == 1
        told = (_short(forest, i), spelled(forest.units[forest.whole(i)].form.words))
        if explained and (i not in forest.guessed or fitted[told] > 1):
            sort = unit.kind if unit.kind in ("person", "place") else "body"
            learned[sort, _short(forest, i)].append(forest.whole(i))
    return learned


def _short(forest: Forest, i: int) -> Words:
    unit = forest.units[i]
    return unit.form.core if unit.kind == "person" else (unit.acronym,) if unit.acronym else spelled(unit.form.words)


def _by_key(forest: Forest, open_units: Mapping[int, str]) -> None:
    """Join what is written alike, as far as its kind of name identifies it."""
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for unit in forest.units:
        if unit.key:
            known[unit.kind, _name(unit)].add(unit.key)
    first: dict[tuple[str, ...], int] = {}
    for i in range(len(forest.units)):
        for key in () if i in open_units else _named_by(forest, i) if forest.lesser[i] else _keys(forest, i, known):
            whole = forest.whole(i)
            j = first.setdefault(key, whole)
            if j != whole:
                forest.join(whole, j, _why(forest, whole, j))


def _bodies_of_stories(forest: Forest, told: Mapping[str, int]) -> None:
    """Join the bodies of an article, then of a story, with a name that many have, unless it tells whose two are."""
    units = [(i, u) for i, u in enumerate(forest.units) if u.body]
    articles, stories = (gathered(((of(u.article), alike(u.body)), i) for i, u in units) for of in (str, told.get))
    for bodies in (*articles.values(), *(b for (story, _), b in stories.items() if story is not None)):
        owned = {forest.units[i].owner: i for i in bodies if forest.units[i].owner}
        for i in bodies if len(owned) <= 1 else ():
            one, because = (
                next(iter(owned.values()), bodies[0]),
                "the same name in articles on one story, and none tells of two",
            )
            forest.join(i, one, because, lesser=bool(owned) and not forest.units[i].owner)


def _named_by(forest: Forest, i: int) -> tuple[tuple[str, ...], ...]:
    """Return the key of an acronym that its article explains, where the gazetteer has no other name for it."""
    unit = forest.units[i]
    alone = unit.key == f"org:{unit.text}" and unit.acronym and i not in forest.guessed
    return ((unit.kind, "key", unit.key or ""),) if alone else ()


def _keys(forest: Forest, i: int, known: Mapping[tuple[str, str], set[str]]) -> tuple[tuple[str, ...], ...]:
    unit = forest.units[i]
    if unit.kind == "person":
        return tuple((unit.kind, key) for key in person_keys(unit.form))
    if unit.key or unit.body:
        key = ((unit.kind, "key", unit.key),) if unit.key else ()
        return (*key, (unit.kind, "body", unit.owner, alike(unit.body))) if unit.owner else key
    if unit.acronym:
        return ((unit.kind, "acronym", unit.acronym),)
    name = _name(unit)
    keys = known.get((unit.kind, name), set())
    return ((unit.kind, "key", *keys),) if len(keys) == 1 else ((unit.kind, "name", name),)


def _name(unit: Unit) -> str:
    return " ".join(spelled(unit.form.words)) if unit.kind == "place" else alike(unit.form.words)


def _why(forest: Forest, i: int, j: int) -> str:
    one, other = forest.units[i], forest.units[j]
    if one.demonym:
        return "the adjective or the inhabitants of the place"
    if one.form.words == other.form.words:
        return ""
    if one.key and one.key == other.key:
        return f"a name of the same {one.kind} in the gazetteer ({one.key})"
    if one.owner:
        return f"the same body of the same owner as “{other.text}”"
    return f"another spelling of “{other.text}”"


def _variants(forest: Forest, people: Sequence[int]) -> None:
    """Join each full name with the only longer one that it may be short for, the longest names first."""
    full = [i for i in people if len(forest.units[i].form.core) > 1]
    bearers = Bearers((i, forest.units[i].form) for i in full if forest.units[i].form.full)
    for i in sorted(full, key=lambda i: (-len(forest.units[i].form.letters), i)):
        fuller = bearers.fuller(forest.units[i].form).items()
        longer = {j: why for j, why in fuller if forest.fits(i, j) and forest.root(j) != forest.root(i)}
        groups = groups_of(forest, longer)
        if len(groups) == 1:
            j = min(groups.values())
            because = f"{longer[j]}; “{forest.units[j].text}” is the only such full name in all sources"
            forest.join(i, j, because, lesser=True)


def _single_names(
    forest: Forest,
    singles: Sequence[int],
    learned: Mapping[tuple[str, Words], list[int]],
    open_units: dict[int, str],
    told: Mapping[str, int],
) -> None:
    """Join single names, which no full name of their article explains, with the only person in all sources."""
    every = [i for i, u in enumerate(forest.units) if u.kind == "person"]
    bearers = Bearers((i, forest.units[i].form) for i in every if forest.units[i].form.full)
    held = _offices(forest, every)
    times = Counter(forest.root(i) for i in every for _ in forest.units[i].mentions)
    places = {u.form.words for u in forest.units if u.kind == "place" and u.key}
    bodies = [u for u in forest.units if u.kind == "organisation" and len(u.form.words) > 1]
    firms = {(u.article, w) for u in bodies for w in u.form.words[:-1]}
    firms |= {(str(told.get(u.article)), u.form.words[0]) for u in bodies}
    full: dict[Words, set[str]] = defaultdict(set)
    for i in every:
        if forest.units[i].form.full:
            full[forest.units[i].form.core].add(forest.units[i].article)
    first: dict[tuple[Words, str], int] = {}
    for i in singles:
        unit = forest.units[i]
        if (unit.text.isupper() and not any(m.titles for m in unit.mentions)) or unit.form.words in places:
            continue  # a dateline, or a place: Washington
        scenes = (unit.article, str(told.get(unit.article, "")))
        if any((scene, unit.form.core[-1]) in firms for scene in scenes) and not any(m.titles for m in unit.mentions):
            open_units[i] = f"a body of its story is called {unit.text} too"
            continue
        called = (*bearers.by_family(unit.form), *learned.get(("person", unit.form.core), ()))
        groups = groups_of(forest, (j for j in called if forest.fits(i, j)))
        others = groups_of(forest, (j for j in bearers.by_any(unit.form) if forest.fits(i, j)))
        same_title = [j for r, j in (others | groups).items() if heads(held[r]) & heads(offices(unit.mentions))]
        only = same_title if len(same_title) == 1 else list((groups or others).values())
        j, central = only[0] if only else i, bool(only) and times[forest.root(only[0])] >= CENTRAL
        meant = _is_meant(forest, i, j, told, central=central) if groups else central and _is_story(forest, i, j, full)
        if len(same_title) == 1:
            forest.join(i, j, f"“{forest.units[j].text}” is the only one of that name with that title", lesser=True)
        elif len(groups or others) == 1 and meant:
            because = f"“{forest.units[j].text}” is the only person of that name whom a source names in full"
            forest.join(i, j, because, lesser=True)
        elif groups:
            open_units[i] = open_reason(forest, groups.values())
        else:
            _alone(forest, i, first)


def _is_meant(forest: Forest, i: int, j: int, told: Mapping[str, int], *, central: bool) -> bool:
    """Tell whether a family name means its only bearer: of the same story or degree or rank, or one named often."""
    one, other = ({t.text for m in forest.units[k].mentions for t in m.titles} for k in (i, j))
    story, of = (told.get(forest.units[k].article) for k in (i, j))
    near = central or (story is not None and story == of)
    return not offices(forest.units[i].mentions) and (near or any(not sex_of(t) for t in one & other))


def _is_story(forest: Forest, i: int, j: int, full: Mapping[Words, set[str]]) -> bool:
    """Tell whether a given name stands in an article on somebody of whom its bearer's tells, too, and few others."""
    one, other = forest.units[i], forest.units[j]
    ties = (articles for articles in full.values() if one.article in articles and len(articles) <= FEW)
    return one.form.core == other.form.core[:1] and any(articles & full[other.form.core] for articles in ties)


def _alone(forest: Forest, i: int, first: dict[tuple[Words, str], int]) -> None:
    """Join a single name that no full name explains with its equals: by title, or if it is no usual family name."""
    unit = forest.units[i]
    shared = [(office, f"the same name and title ({office}) in several sources") for office in offices(unit.mentions)]
    if not any(unit.form.core[-1] in listed_letters(names) for names in ("names-family", "names-given")):
        shared.append(("", "a name that hardly two people have"))
    for office, because in sorted(shared):
        j = first.setdefault((unit.form.core, office), i)
        if j != i:
            forest.join(i, j, because)


def _offices(forest: Forest, people: Iterable[int]) -> dict[int, frozenset[str]]:
    """Return the titles of every group of people."""
    held: dict[int, frozenset[str]] = defaultdict(frozenset)
    for i in people:
        held[forest.root(i)] |= offices(forest.units[i].mentions)
    return held


def _short_bodies(
    forest: Forest,
    learned: Mapping[tuple[str, Words], list[int]],
    open_units: dict[int, str],
    told: Mapping[str, int],
) -> None:
    """Join acronyms and short forms with the only name that another article explains by them, or that fits."""
    bodies = [i for i, u in enumerate(forest.units) if u.kind not in ("person", "place") and not forest.lesser[i]]
    long = gathered((short, i) for i in bodies for short in _shorts(forest.units[i].form.words))
    members = gathered((forest.root(i), i) for i in bodies)
    for i in bodies:
        unit = forest.units[i]
        if (unit.key and unit.form.words[-1] not in _sides()) or (unit.body and unit.owner):
            continue
        explained = learned.get(("body", _short(forest, i)), [])
        fitting = (*long.get(unit.acronym, ()), *long.get(spelled(unit.form.words), ()))
        groups = groups_of(forest, (j for j in (*explained, *fitting) if forest.fits(i, j)))
        named = [j for root, j in groups.items() if root != forest.root(i)]
        whole = [j for j in named if "and" not in forest.units[j].form.words]  # Trade and | Interior Department
        near = {told.get(forest.units[k].article) for j in whole for k in members.get(forest.root(j), ())} - {None}
        if len(named) == 1 and (not unit.body or told.get(unit.article) in near):
            how = "another source explains it as" if explained else "in all sources it is short only for"
            forest.join(i, named[0], f"{how} “{forest.units[named[0]].text}”", lesser=True)
        elif len(named) > 1:
            open_units[i] = open_reason(forest, named)
        elif unit.body and not any(forest.units[j].article != unit.article for j in members[forest.root(i)]):
            open_units[i] = "many have a body of this name: the text does not tell whose it is"


def _shorts(words: Words) -> Iterator[str | Words]:
    """Yield what a body may be called for short: telling initials, or less of its words."""
    name = spelled(words)
    yield from (letters for letters in initials(words) if len(letters) >= TELLING)
    last = len(name) - (name[-1] not in _sides())  # the Fish and Wildlife Service, the Wildlife Service; the Sharks
    tails = (name[n:] for n in range(1, last))
    heads = (name[:n] for n in range(SHORTEST, last) if name[n] == "of")  # the Election Commission of Kelmar
    yield from (short for short in {without_national(name), firm_of(words), *tails, *heads} if short != name)


@cache
def _sides() -> frozenset[str]:
    """Return what the sides of games are called without their place, in comparable letters."""
    return frozenset(letters(word) for word, _, where in table("names-heads") if where in ("team", "called"))


def _short_places(forest: Forest) -> None:
    """Join ``Kelimar`` with the only ``Mount Kelimar`` of all sources, unless the gazetteer has it as another place."""
    places = [i for i, u in enumerate(forest.units) if u.kind == "place" and not u.key and not forest.lesser[i]]
    names = {i: spelled(forest.units[i].form.words) for i in places}
    long = gathered((base_of(name), i) for i, name in names.items() if base_of(name) != name)
    for i in places:
        groups = groups_of(forest, long.get(names[i], ()))
        if len(groups) == 1:
            j = min(groups.values())
            forest.join(i, j, f"“{forest.units[j].text}” without what kind of place it is", lesser=True)
