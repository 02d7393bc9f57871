"""Briefing ──▶ facts: what the sources tell, each named by what it says and not by where it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.independence import Independence
from generator.keys import content_of, hashed, normal
from generator.link.confirming import Confirming, folded, tells
from generator.link.sets import DisjointSets, gathered
from generator.model import Briefing, Evidence, Fact, FactKind, Figure
from generator.slug import numbered

if TYPE_CHECKING:
    Side = tuple[Evidence, ...]

TEXT_LETTERS = 240  # what is kept of a fact's words: enough to know it again when its article is gone
MOST_ARTICLES = 12
"""Articles that a fact remembers: they only tell whether it vanished with one, what more tell hardly does."""
NAMED = ("person", "organisation", "place", "agreement", "event")  # the kinds of names that get a page
LOOSE = ("entity", "difference")
"""Kinds of which two facts may share a claim: people of one name, two questions on one pair of sentences."""
UNNAMED = ("pronoun", "description")  # mentions that don't say the name
COUNTING = ("ordinal", "rank")  # numbers that count nothing

SHARED_WORDS = 5
"""Words that two sources have of an utterance so that it is named for them; fewer are a fragment."""

Claims = tuple[tuple[str, "Evidence"], ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A fact before those that make the same claim are joined; ``quoted`` if its words stand in quotation marks.

    ``beside`` are the places that belong to it and don't confirm it.
    """

    kind: FactKind
    text: str
    value: str
    key: str
    claims: Claims
    quoted: bool = False
    beside: frozenset[Evidence] = frozenset()


def facts_of(briefing: Briefing, fact_keys: FactKeys) -> tuple[Fact, ...]:
    """Return what the sources tell, sorted by kind and content; needs the whole briefing.

    The same articles give the same facts whatever their files are called and in whatever order they come.
    """
    kinds = (_events, _figures, _statements, _definitions, _entities, _differences)
    found = gathered((d.kind, d) for drafts in kinds for d in drafts(briefing, fact_keys) if d.claims)
    confirming = Confirming(briefing)
    facts = [_fact(group, fact_keys, confirming) for kind in sorted(found) for group in _groups(found[kind], kind)]
    return tuple(sorted(_distinct(facts), key=lambda f: (f.kind, normal(f.text), f.id)))


# --- one kind at a time ---------------------------------------------------------------------------


def _events(briefing: Briefing, fact_keys: FactKeys) -> Iterator[_Draft]:
    """Yield the events; the date's own words tell two of one sentence apart, and stay the same however it is read."""
    for event in briefing.events:
        claims = []
        for e in event.evidence:
            inside = {d.span: d.text for d in event.dates if d.article == e.article and e.span.holds(d.span)}
            claims.append(fact_keys.claim("event", " ".join(text for _, text in sorted(inside.items())), e))
        beside = frozenset(event.evidence) - frozenset(event.told)
        yield _Draft("event", event.headline.text, event.date or "", event.id, tuple(claims), beside=beside)


def _figures(briefing: Briefing, fact_keys: FactKeys) -> Iterator[_Draft]:
    """Yield the figures that say what they count or that others give; those of one measure and value are one fact."""
    measures = {(f.article, f.span): m.id for m in briefing.measures for f in m.figures}
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in (f for found in briefing.findings for f in found.figures):
        place = (figure.article, figure.span)
        if figure.value is None or figure.kind in COUNTING or (figure.measure is None and place not in measures):
            continue
        group = measures.get(place) or f"{figure.article}:{figure.span.start}"
        groups[group, figure.qualifier.replace("~", "="), *_amount(figure)[1:]].append(figure)  # some 260: 260
    for found in groups.values():
        claims = [
            fact_keys.claim("figure", " ".join((*_amount(f), f.measure.text if f.measure else "")), f) for f in found
        ]
        key = next((m for f in found if (m := measures.get((f.article, f.span)))), "")
        yield _Draft("figure", min((f.measure is None, _worded(f)) for f in found)[1], "", key, tuple(claims))


def _amount(figure: Figure) -> tuple[str, ...]:
    amounts = (None if n is None else n.normalize() for n in (figure.value, figure.high))
    return (figure.qualifier, *("" if n is None else f"{n:f}" for n in amounts), figure.unit)


def _worded(figure: Figure) -> str:
    """Return a figure in the words of its source, with what it counts."""
    if figure.measure is None or figure.span.holds(figure.measure.span):
        return figure.text
    return f"{figure.text}: {figure.measure.text}"


def _statements(briefing: Briefing, fact_keys: FactKeys) -> Iterator[_Draft]:
    """Yield what is said, named for the longest words of it that two articles have; else for its longest version."""
    names = {e.id: e.name for e in briefing.entities}
    for one in briefing.utterances:
        claims = tuple(fact_keys.claim("statement", q.words.text, q.words) for q in one.versions)
        givers: defaultdict[str, set[str]] = defaultdict(set)
        for q in one.versions:
            givers[_plain(q.words.text)].add(q.article)
        enough = [words for words in givers if len(words.split()) >= SHARED_WORDS]
        shared = {w for w in enough if len(set().union(*(g for words, g in givers.items() if w in words))) > 1}
        texts = [q.words.text for q in one.versions]
        told = [t for t in texts if _plain(t) in shared] or texts
        quoted = all(q.kind != "reported" for q in one.versions)
        speaker = names.get(one.speaker or "", one.attribution)
        yield _Draft("statement", max(told, key=lambda t: (len(t), t)), _cut(speaker), one.id, claims, quoted)


def _plain(text: str) -> str:
    """Return the words of a text, with a space before and behind each."""
    return f" {' '.join(folded(text))} "


def _definitions(briefing: Briefing, fact_keys: FactKeys) -> Iterator[_Draft]:
    """Yield what sources define; an editor's definition is no fact of theirs."""
    for entry in briefing.entries:
        given = [d for d in entry.definitions if d.evidence]
        claims = tuple(fact_keys.claim("definition", entry.term, d.evidence) for d in given if d.evidence)
        if given:
            yield _Draft("definition", f"{entry.term}: {min(d.text for d in given)}", "", entry.id, claims)


def _entities(briefing: Briefing, _keys: FactKeys) -> Iterator[_Draft]:
    """Yield what is surely named; each name that an article gives it is a claim, at its first place."""
    for entity in briefing.entities:
        if not entity.sure or entity.kind not in NAMED:
            continue
        first: dict[tuple[str, str], Evidence] = {}
        for m in sorted(entity.mentions, key=lambda m: m.span):
            if m.form not in UNNAMED:
                first.setdefault((m.article, hashed("entity", entity.kind, normal(m.text))), m)
        claims = tuple((claim, m) for (_, claim), m in first.items())
        yield _Draft("entity", entity.name, entity.kind, entity.id, claims)


def _differences(briefing: Briefing, fact_keys: FactKeys) -> Iterator[_Draft]:
    for one in briefing.differences:
        claims = tuple(fact_keys.claim("difference", one.kind, e) for e in one.evidence)
        yield _Draft("difference", one.question, one.verdict, one.id, claims)


# --- drafts ──▶ facts -----------------------------------------------------------------------------


def _groups(drafts: Sequence[_Draft], kind: str) -> Iterable[tuple[_Draft, ...]]:
    """Return the drafts that make one claim together: a copied sentence is one fact."""
    sets = DisjointSets(len(drafts))
    first: dict[str, int] = {}
    for n, draft in enumerate(drafts):
        for claim, _ in draft.claims if kind not in LOOSE else ():
            sets.join(first.setdefault(claim, n), n)
    return (tuple(drafts[n] for n in group) for group in sets.groups())


def _fact(drafts: Sequence[_Draft], fact_keys: FactKeys, confirming: Confirming) -> Fact:
    chief = min(drafts, key=lambda d: (-len(d.claims), normal(d.text), d.value, d.key))
    claims = {(claim, e.article, e.span): e for d in drafts for claim, e in d.claims}
    pairs = tuple((claim, claims[claim, article, span]) for claim, article, span in sorted(claims))
    keys = tuple(dict.fromkeys(claim for claim, _ in pairs))
    sides = fact_keys.independence.voices((e for _, e in pairs), quoted=all(d.quoted for d in drafts))
    telling = sides if len(sides) == 1 else _telling(chief, drafts, sides, confirming)
    return Fact(
        id=f"{chief.kind}-{keys[0]}",
        kind=chief.kind,
        text=_cut(chief.text),
        value=chief.value,
        claims=keys,
        origins=len(fact_keys.independence.agreeing(telling)),
        articles=tuple(sorted({fact_keys.contents[e.article] for _, e in pairs}))[:MOST_ARTICLES],
        key=chief.key,
        sides=sides,
    )


def _telling(
    chief: _Draft, drafts: Sequence[_Draft], sides: Sequence[Side], confirming: Confirming
) -> tuple[Side, ...]:
    """Return the voices that say the same, each without what stands beside it."""
    if chief.kind == "figure":
        return confirming.figures(sides)
    beside = frozenset().union(*(d.beside for d in drafts))
    kept = (tuple(e for e in side if e not in beside) for side in sides)
    return tuple(side for side in kept if side and tells(chief.kind, chief.text, side))


def _distinct(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give facts that begin with the same claim an id of all of their claims and words."""
    kept = tuple(facts)
    times = Counter(f.id for f in kept)
    whole = (f"{f.kind}-{hashed(*f.claims, normal(f.text), f.value)}" if times[f.id] > 1 else f.id for f in kept)
    return (replace(f, id=i) for f, i in zip(kept, numbered(whole), strict=True))


def _cut(text: str) -> str:
    """Return a text on one line, cut at a word with an ellipsis where it is long."""
    line = " ".join(text[: 4 * TEXT_LETTERS].split())
    return line if len(line) <= TEXT_LETTERS else line[:TEXT_LETTERS].rsplit(" ", 1)[0] + "…"


class FactKeys:
    """What facts are counted on: each article's content, each sentence's hash, and what is independent."""

    def __init__(self, briefing: Briefing) -> None:
        """Look up what there is in a briefing."""
        self.articles = {a.id: a for a in briefing.articles}
        self.contents = {i: content_of(a) for i, a in self.articles.items()}
        self.independence = Independence(briefing)
        self.hashes: dict[tuple[str, int], str] = {}

    def claim(self, kind: FactKind, value: str, evidence: Evidence) -> tuple[str, Evidence]:
        """Return the hash of a claim, and where it is read."""
        return hashed(kind, normal(value), self.sentence(evidence)), evidence

    def sentence(self, evidence: Evidence) -> str:
        """Return the hash of the whole sentence that holds a finding."""
        article = self.articles[evidence.article]
        at = article.sentence_at(evidence.span.start)
        if at is None:
            return hashed(normal(evidence.text))
        if (article.id, at) not in self.hashes:
            span = article.sentences[at]
            self.hashes[article.id, at] = hashed(normal(article.text[span.start : span.end]))
        return self.hashes[article.id, at]
