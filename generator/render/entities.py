"""The pages of people, organisations, places, agreements and named events, and their indexes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generator import model
from generator.lexicons import labels
from generator.model import RUNNING, Entity, Event, Evidence, Figure, Name, NameKind, Page, Utterance, value_of
from generator.render.drawing import map_drawing
from generator.render.figures import in_sentences, is_telling
from generator.render.home.sides import person
from generator.render.lookup import FOLDERS, Lookup, articles_of
from generator.render.offers import entity_offers
from generator.render.page import Job, PageMaker, Row
from generator.render.paging import grouped, in_order
from generator.render.quotes import card
from generator.render.statements import told
from generator.render.titles import titles_of
from generator.text import read_text
from generator.text.standing import main_verb
from generator.words import _


class About(NamedTuple):
    """What is told of an entity: its events, what it said, its figures, who is named beside it, how it is spelt."""

    events: Sequence[Event]
    said: Sequence[Utterance]
    figures: Sequence[Figure]
    companions: Sequence[tuple[str, int]]
    spelt: Sequence[model.Difference]


def about_entities(maker: PageMaker) -> Iterator[tuple[Entity, About]]:
    """Yield what the briefing holds about each entity that has a page."""
    briefing, lookup = maker.briefing, maker.lookup
    mentions = [(entity.id, mention) for entity in lookup.entities.values() for mention in entity.mentions]
    names = {(m.article, m.span): i for i, m in mentions}
    every = (f for findings in briefing.findings for f in findings.figures)
    concerned = dict.fromkeys((names.get((c.article, c.span)), f) for f in every for c in f.concerns)
    events = grouped((i, e) for e in briefing.events for i in e.named)
    said = grouped((u.speaker, u) for u in briefing.utterances)
    figures = grouped(concerned)
    sentences = {(*lookup.place(m), i): None for i, m in mentions if lookup.place(m)[1] is not None}
    named = grouped(((article, at), i) for article, at, i in sentences)
    together = grouped((i, others) for others in named.values() for i in others)
    spellings = [d for d in briefing.differences if d.kind is model.Kind.SPELLING]
    for i, entity in lookup.entities.items():
        counts = Counter(other for others in together.get(i, ()) for other in others if other != i)
        ranked = sorted(counts, key=lambda k: (-counts[k], k))[:COMPANIONS]
        beside = tuple((k, counts[k]) for k in ranked)
        own = {" ".join(alias.text.split()) for alias in entity.aliases}
        spelt = tuple(d for d in spellings if own.issuperset(r.value for r in d.readings))
        yield entity, About(events.get(i, ()), said.get(i, ()), figures.get(i, ()), beside, spelt)


MOST_SAID = 8  # statements, or figures, before the fold
MOST_EACH = 3  # sentences of one source; the article itself, where the name is marked, has the others
MOST_SENTENCES = 6  # of all sources, but one of each at least
LIKELY = 0.6  # support of a name; what has less is no name of its kind more often than it is one, and isn't listed
COMPANIONS = 8  # one line of names
INDEXES = labels("entity-indexes")


def entity_pages(maker: PageMaker) -> tuple[Job, ...]:
    """Return what makes an index for each kind of entity, and a page for each entity that gets one."""
    pages = (partial(_entity_page, maker, *about) for about in about_entities(maker))
    return (*(partial(_index, maker, kind) for kind in FOLDERS), *pages)


def _index(maker: PageMaker, kind: NameKind) -> Page:
    entities = maker.lookup.kind(kind)
    unpaged = (e for e in maker.briefing.entities if e.kind == kind and not e.page)
    bare = (e for e in unpaged if e.sure or max(m.support for m in e.mentions) >= LIKELY)
    return maker.page(
        f"{FOLDERS[kind]}/index.md",
        "entities.md",
        _(INDEXES[kind]),
        kind=kind,
        entities=entities,
        unlisted=tuple(grouped((e.because, e) for e in sorted(bare, key=lambda e: (e.name.casefold(), e.id))).items()),
        drawing=map_drawing(entities) if kind == "place" else "",
    )


def _entity_page(maker: PageMaker, entity: Entity, about: About) -> Page:
    own = () if entity.kind == "place" else about.figures  # where it happened tells of no figure whose it is
    figures = in_sentences(filter(is_telling, own), maker.lookup)[:MOST_SAID]
    counted = (s for c in figures for s in (c.sentence, *c.alike))
    told_ = (*(e.headline for e in about.events), *counted, *(v for u in about.said for v in u.versions))
    office = person(entity)
    # of the newest dated source that gives the title at the head of the page
    dated = (maker.lookup.articles[e.article].published for e in (office.title.evidence if office.title else ()))
    return maker.page(
        f"{FOLDERS[entity.kind]}/{entity.id}.md",
        "entity.md",
        entity.name,
        entity=entity,
        titles=titles_of(entity),
        office=office,
        spelt=about.spelt,
        named=max(filter(None, map(value_of, dated)), default=""),
        events=about.events,
        said=[
            {"card": c, "told": told(c["versions"][0].quote, maker.lookup)}
            for c in (card(u, maker.lookup) for u in in_order(about.said))
        ],
        sentences=tuple(_sentences(maker.lookup, entity, told_)),
        figures=figures,
        companions=about.companions,
        most_said=MOST_SAID,
        offers=entity_offers(entity),
    )


def _is_of_subject(lookup: Lookup, mention: Name) -> bool:
    """Tell whether a name stands before the main verb of its sentence: *in Lima* at its end only tells where."""
    sentence = lookup.grammar(mention)
    verb = main_verb(sentence, sentence.span) if sentence else None
    return sentence is not None and verb is not None and mention.span.end <= sentence.starts[verb.first]


def _sentences(lookup: Lookup, entity: Entity, told: Iterable[Evidence]) -> Iterator[Row]:
    """Yield by article the sentences that mention an entity, without titles, headings and what is ``told`` already.

    Those that begin with the name say most of it; ``more`` is the number of the others. Of a place those are told that
    are about it, if there are any.
    """
    seen = {lookup.place(e) for e in told}
    texts: set[str] = set()  # what two sources have word for word is told once
    about = [m for m in entity.mentions if entity.kind != "place" or _is_of_subject(lookup, m)] or entity.mentions
    mentions = sorted(about, key=lambda m: (m.article, m.span))
    most = min(MOST_EACH, max(MOST_SENTENCES // max(len(articles_of(entity.mentions)), 1), 1))
    for source, found in groupby(mentions, key=lambda m: m.article):
        article = lookup.articles[source]
        first: dict[int, Name] = {}
        for mention in found:
            at = article.sentence_at(mention.span.start)
            new = at is not None and (source, at) not in seen and at not in first
            if at is None or not new or read_text(article).sentences[at].kind not in RUNNING:
                continue
            words = " ".join(article.cite(article.sentences[at]).text.split())
            if words not in texts:
                first[at] = mention
            texts.add(words)
        ranked = sorted(first, key=lambda n: (first[n].span.start - article.sentences[n].start, n))[:most]
        if ranked:
            shown = tuple(first[n] for n in sorted(ranked))
            yield {"article": article, "mentions": shown, "more": len(first) - len(ranked)}
