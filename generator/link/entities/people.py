"""Titles, and shorter forms of people's names ──▶ the one person who is meant, if the article leaves one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.lexicons import table
from generator.link.entities.forms import Bearers
from generator.model import Article, Briefing, Evidence, Findings, Name, Role, Span
from generator.text.fold import letters, tight
from generator.text.gender import gender

if TYPE_CHECKING:
    from generator.link.entities.units import Forest

Words = tuple[str, ...]

SHORT_TITLE = 3  # words: "opposition spokeswoman", "Hollywood film actress"
_IGNORED = frozenset(("the", "a", "an", "then", "former", "current", "new", "late"))


@lru_cache(maxsize=1)
def _address() -> dict[str, str]:
    return {letters(row[0]): row[1] for row in table("entities-address")}


@lru_cache(maxsize=1 << 14)
def _words(title: str) -> tuple[str, ...]:
    return tuple(bare for w in letters(title).split() if (bare := w.strip(".,")))


def sex_of(title: str) -> frozenset[str]:
    """Return what the first word of a title says, and the last of a short one: ``m``, ``f`` or nothing.

    Other words are often somebody else's: ``owner of the Miss Harbour pageant``.
    """
    told = _words(title)
    telling = {*told[:1], *(told[-1:] if len(told) <= SHORT_TITLE else ())}
    return frozenset(s for w in telling if (s := _address().get(w, "")) in ("m", "f"))


def sex_of_given(name: Words) -> str:
    """Return what a full name's given name says, wherever it stands: ``m``, ``f``, or nothing."""
    told = {s for w in (name[0], name[-1]) if (s := gender(w))}
    return told.pop() if len(told) == 1 else ""


def office_of(title: str) -> str:
    """Return a title in comparable words; nothing for a mere form of address (``Mr``)."""
    told = [w for w in _words(title) if w not in _IGNORED]
    return " ".join(told) if set(told) - _address().keys() else ""


CALLED_BEFORE = 2  # times that an article calls somebody by a name before it names another bearer: once may be a slip
SURE, UNSURE = 0.8, 0.5  # support of a full name: one that is sure is not put in doubt by one that is hardly a name
NEAR = 60  # characters before a name in which it is told whose relative somebody is
SHOWN = 0.85  # … and of one beside which a title, a deed or an age stands
NAMED_AT_MOST = 4  # candidates that a reason lists


@dataclass(slots=True)
class Open:
    """What stays open: units with several candidates, and the mentions that the text around them tells apart."""

    units: dict[int, str] = field(default_factory=dict)
    mentions: dict[tuple[str, Span], tuple[int, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """An article and the full names of people in it, by unit."""

    article: Article
    forest: Forest
    full: tuple[int, ...]

    def since(self, mention: Name) -> int:
        """Return where the paragraph of a mention begins."""
        block = self.article.block_at(mention.span.start)
        return block.span.start if block else mention.span.start

    def before(self, candidates: Iterable[int], mention: Name) -> list[int]:
        """Return the candidates that the article has named before a mention."""
        units = self.forest.units
        return [j for j in candidates if units[j].mentions[0].span.start < mention.span.start]


def join_people(scene: Scene, people: Sequence[int], bearers: Bearers) -> Open:
    """Join the shorter names of an article with the full names that they stand for, the longest first."""
    unsure = Open()
    forest = scene.forest
    for i in sorted(people, key=lambda i: (-len(forest.units[i].form.letters), i)):
        tiers = tuple(_without_kin(scene, i, tier) for tier in tiers_of(forest, i, bearers))
        if forest.lesser[i] or not any(tiers):
            continue
        told = _each(scene, i, tiers)
        meant = {forest.root(found[0]) for _, found in told if found}
        if len(meant) == 1 and all(found for _, found in told):
            forest.join(i, *next(found for _, found in told if found), lesser=True)
            continue
        if any(tiers[0].values()) or not forest.units[i].form.full:
            unsure.units[i] = open_reason(forest, {j for tier in tiers for j in tier})
        unsure.mentions.update({(m.article, m.span): found for m, found in told if found})
    return unsure


def _without_kin(scene: Scene, i: int, tier: Mapping[int, str]) -> dict[int, str]:
    """Return nobody if all are told only later, as relatives of who is called so before: ``her father, Bo Lee``."""
    first = scene.forest.units[i].mentions[0].span.start
    starts = [scene.forest.units[j].mentions[0].span.start for j in tier]
    text = scene.article.text
    later = (at > first and _kin().search(text[max(0, at - NEAR) : at]) for at in starts)
    return {} if tier and all(later) else dict(tier)


@lru_cache(maxsize=1)
def _kin() -> re.Pattern[str]:
    nouns = "|".join(sorted(word for word, _, sort in table("names-cues") if sort == "kin"))
    return re.compile(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[’']s)\s(?:[a-z-]{{1,20}}\s){{0,2}}(?:{nouns}),?\s\Z")


def called_like_bodies(forest: Forest, open_units: dict[int, str]) -> None:
    """Leave open who is told by the lists alone, or by one word, and may be a body: ``at Ann Lee``, ``Brenta said``."""
    bodies = {u.form.words[:n] for u in forest.units if u.kind == "organisation" for n in range(2, len(u.form.words))}
    told = {forest.root(i) for i, u in enumerate(forest.units) if u.support >= SHOWN}
    firms = {u.form.words[:1] for u in forest.units if u.kind == "organisation" and len(u.form.words) > 1}
    firms -= {(w,) for u in forest.units if u.kind == "person" and len(u.form.words) > 1 for w in u.form.words}
    for i, unit in enumerate(forest.units):
        alone = unit.form.words in firms and not any(t.text[0].isupper() for m in unit.mentions for t in m.titles)
        if unit.kind == "person" and (alone or (unit.form.words in bodies and forest.root(i) not in told)):
            open_units[i] = f"a body of its story is called {unit.text} too"


def _each(scene: Scene, i: int, tiers: Sequence[Mapping[int, str]]) -> list[tuple[Name, tuple[int, str] | None]]:
    """Return who each mention of a name means; who was called by it before goes on being called by it."""
    told: list[tuple[Name, tuple[int, str] | None]] = []
    called: Counter[int] = Counter()
    for mention in scene.forest.units[i].mentions:
        used = [r for r, times in called.items() if times >= CALLED_BEFORE]
        meant = _meant(scene, mention, i, tiers, used)
        told.append((mention, meant))
        if meant:
            called[scene.forest.root(meant[0])] += 1
    return told


def tiers_of(forest: Forest, i: int, bearers: Bearers) -> tuple[dict[int, str], ...]:
    """Return who may be meant by a name, the likelier ones first: full names by their units, each with a reason.

    A full name may be short for a longer one; a single name is rather a family name than another part.
    """
    form = forest.units[i].form
    if len(form.core) > 1:
        fuller = bearers.fuller(form).items()
        return ({j: why for j, why in fuller if forest.fits(i, j) and forest.root(j) != forest.root(i)},)
    family = {j: "" for j in bearers.by_family(form) if forest.fits(i, j)}
    return family, {j: "" for j in bearers.by_any(form) if j not in family and forest.fits(i, j)}


def _meant(
    scene: Scene, mention: Name, i: int, tiers: Sequence[Mapping[int, str]], used: Sequence[int]
) -> tuple[int, str] | None:
    """Return the unit of the full name that a mention stands for, and why; None if several are left."""
    forest, text = scene.forest, scene.forest.units[i].text
    sexes = {s for t in mention.titles for s in sex_of(t.text)}
    if len(sexes) == 1:
        tiers = [{j: why for j, why in tier.items() if forest.fact(j, "sex") in ("", *sexes)} for tier in tiers]
    every = {forest.root(j) for tier in tiers for j in tier}
    named = next(filter(None, (scene.before(tier, mention) for tier in tiers)), None)
    candidates = named or next(filter(None, map(list, tiers)), [])
    groups = _solid(forest, groups_of(forest, candidates))
    if len(groups) == 1:
        j = min(groups.values())
        where = "in its article" if len(every) == 1 or not named else "before it in its article"
        why = next(tier[j] for tier in tiers if j in tier)
        return j, f"{why and why + '; '}“{forest.units[j].text}” is the only full name with “{text}” {where}"
    return _told_apart(scene, mention, groups, used)


def groups_of(forest: Forest, candidates: Iterable[int]) -> dict[int, int]:
    """Return the first candidate of every group."""
    groups: dict[int, int] = {}
    for j in sorted(candidates):
        groups.setdefault(forest.root(j), j)
    return groups


def _solid(forest: Forest, groups: dict[int, int]) -> dict[int, int]:
    """Leave out candidates that are hardly names beside one that surely is."""
    sure = {r: forest.units[j].support for r, j in groups.items()}
    if max(sure.values(), default=0.0) < SURE:
        return groups
    return {r: j for r, j in groups.items() if sure[r] >= UNSURE}


def _told_apart(scene: Scene, mention: Name, groups: Mapping[int, int], used: Sequence[int]) -> tuple[int, str] | None:
    """Tell candidates apart: by title, by form of address, by who the paragraph names in full, by who was called so."""
    forest = scene.forest
    theirs = [k for k in scene.full if forest.root(k) in groups]
    title = {forest.root(k) for k in theirs if offices(forest.units[k].mentions) & offices((mention,))}
    sexes = {s for t in mention.titles for s in sex_of(t.text)}
    address = {r for r in groups if len(sexes) == 1 and forest.fact(r, "sex") in sexes}
    since = scene.since(mention)
    paragraph = {
        forest.root(k)
        for k in theirs
        if any(since <= m.span.start < mention.span.start for m in forest.units[k].mentions)
    }
    if sexes and any(not forest.fact(r, "sex") for r in groups):
        paragraph = set()  # who "Ms" is can't be read from who was named last
    before = set(used) & groups.keys()
    if paragraph and before:
        before, paragraph = before & paragraph, paragraph & before  # one speaks for one, one for another: open
    reasons = ((title, "title"), (address, "form of address"), (paragraph, "paragraph"), (before, "use before it"))
    for left, why in reasons:
        if len(left) == 1:
            j = groups[left.pop()]
            return j, f"its {why} leaves only “{forest.units[j].text}”"
    return None


def offices(mentions: Iterable[Name]) -> frozenset[str]:
    """Return the titles of some mentions, comparable, without forms of address."""
    return frozenset(o for m in mentions for t in m.titles if (o := office_of(t.text)))


def open_reason(forest: Forest, candidates: Iterable[int]) -> str:
    """Say who may be meant."""
    texts = sorted({f"“{forest.units[j].text}”" for j in candidates})
    rest = f" or {len(texts) - NAMED_AT_MOST} more" if len(texts) > NAMED_AT_MOST else ""
    return f"could be {' or '.join(texts[:NAMED_AT_MOST])}{rest}: the text does not tell which"


def find_roles(briefing: Briefing) -> Briefing:
    """Give every person the titles that the sources give them."""
    found = {f.article.id: f for f in briefing.findings}
    entities = tuple(
        replace(e, roles=_roles(e.mentions, found)) if e.kind == "person" else e for e in briefing.entities
    )
    return replace(briefing, entities=entities)


def _roles(mentions: Sequence[Name], findings: Mapping[str, Findings]) -> tuple[Role, ...]:
    """Return every title of a person, with its place in the source.

    ``Role.title`` is the commonest writing of the title in the sources, so that equal titles can be grouped by it;
    ``Role.evidence`` holds the words of this source. Forms of address (``Mr``) are no roles. ``Role.date`` is the
    date that the sentence names, if it names exactly one.
    """
    titles = {(t.article, t.span): t for m in mentions for t in m.titles if office_of(t.text)}
    writings: dict[str, Counter[str]] = defaultdict(Counter)
    for t in titles.values():
        writings[office_of(t.text)][tight(t.text)] += 1
    common = {office: min(texts, key=lambda t: (-texts[t], t)) for office, texts in writings.items()}
    return tuple(
        Role(common[office_of(t.text)], t, _date(t, findings[t.article]))
        for _, t in sorted(titles.items(), key=lambda item: item[0])
    )


def _date(title: Evidence, found: Findings) -> str | None:
    """Return the date of the title's sentence; two dates leave it open which one holds."""
    at = found.article.sentence_at(title.span.start)
    if at is None:
        return None
    sentence = found.article.sentences[at]
    values = {d.value for d in found.dates if d.kind == "date" and d.value and sentence.holds(d.span)}
    return values.pop() if len(values) == 1 else None
