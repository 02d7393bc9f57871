"""The conflict register: what the sources don't agree on, and what they share."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.lexicons import examples
from generator.model import (
    COMPARISONS,
    IN_OTHER_WORDS,
    REGISTER,
    Article,
    Attribute,
    Briefing,
    Correction,
    Difference,
    Event,
    Gate,
    Kind,
    Page,
    Reading,
    Topic,
    Verdict,
)
from generator.render.dates import answer
from generator.render.disputes import ask
from generator.render.home.weights import Quotas, Weights
from generator.render.lookup import Backing, Lookup
from generator.render.offers import difference_offers
from generator.render.origins import credits_of, shared_passages
from generator.render.page import PageMaker, Row
from generator.render.single_source import SHOWN as ALONE
from generator.render.single_source import single_source_of
from generator.render.titles import cut
from generator.words import _

COLUMNS = 6
"""Sources that a table can have as columns: with more of them no line can be read."""
NAMED = 5
"""Sources that are named where few have something, or few lack it; more are counted only."""
EXPECTED = 0.5
"""Share of the sources on the same story that have a topic, from which it is worth telling that one lacks it."""
FORMS = 6
"""Words searched for one topic that are printed."""
SMALL = frozenset(("of", "the", "for", "and", "in", "on", "de", "la", "del", "du", "des", "und", "für"))
"""Words inside a name that have no letter in its initials."""
LONG = 3
"""Letters of a word that tells of whom it is a part."""

_WORD = re.compile(r"[^\W_]+")


def coverage(lookup: Lookup) -> Iterator[Row]:
    """Yield each topic, some of the other words searched for it, how often each source has any, and who has it."""
    events = {e.id: e for e in lookup.briefing.events}
    read = tuple(a for a, article in lookup.articles.items() if not article.unread)
    for topic in lookup.briefing.topics:
        known = dict(topic.counts)
        event = events.get(topic.event or "")
        having = tuple(a for a in lookup.articles if a in known)
        independent = len(lookup.independence.articles(having))
        others = tuple(words for words in topic.searched if words != topic.label)
        yield {
            "topic": topic,
            "searched": others[:FORMS],
            "more": len(others) > FORMS,
            "counts": tuple(known.get(a, 0) for a in lookup.articles),
            "having": having,
            "lacking": tuple(a for a in read if a not in known and not event),
            "backing": lookup.backing(event.told) if event else Backing(len(having), independent),
            "event": event,
        }


def sources(lookup: Lookup) -> Iterator[Row]:
    """Yield what each article credits, what it and the copies of it alone say, and which topics it lacks."""
    own, lacking, credited = single_source_of(lookup), lacks(lookup), credits_of(lookup.briefing)
    origins = {a: o.articles for o in lookup.briefing.origins for a in o.articles}
    for id_, article in lookup.articles.items():
        yield {
            "article": article,
            "page": f"articles/{id_}.md",
            "credits": credited.get(id_, ()),
            "copies": tuple(a for a in origins.get(id_, ()) if a != id_),
            "alone": own[id_],
            "lacks": lacking.get(id_, ()),
        }


def lacks(lookup: Lookup) -> Mapping[str, tuple[Topic, ...]]:
    """Return the topics that an article doesn't contain, though most of those on the same story do.

    What it may name in another form isn't lacking: by a part of the name, or by initials.
    """
    searched = [(t, frozenset(a for a, _ in t.counts)) for t in lookup.briefing.topics if t.searched]
    common: dict[tuple[str, ...], list[tuple[Topic, frozenset[str]]]] = {}
    for story in {s for s in lookup.peers.values() if len(s) > 1}:  # what one tells alone, it doesn't lack
        common[story] = [(t, has) for t, has in searched if len(has.intersection(story)) >= EXPECTED * len(story)]
    read = {a: story for a, story in lookup.peers.items() if not lookup.articles[a].unread}
    lacking = {a: [t for t, has in common.get(story, ()) if a not in has] for a, story in read.items()}
    may_name = {a: namer_of(lookup.articles[a]) for a, topics in lacking.items() if topics}
    return {
        a: tuple(t for t in topics if not (t.entity and may_name[a]((t.label, *t.searched))))
        for a, topics in lacking.items()
    }


def namer_of(article: Article) -> Callable[[Iterable[str]], bool]:
    """Return what tells whether any part of some names, or of their initials in full or short, stands in an article."""
    found = _WORD.findall(article.text)
    words = {w.casefold() for w in found if w[0].isupper()}
    initials = "".join(w[0] if w[0].isupper() else " " for w in found if w not in SMALL)

    def may_name(name: str) -> bool:
        parts = [w for w in _WORD.findall(name) if w.lower() not in SMALL]
        whole = [w.casefold() for w in parts if len(w) >= LONG]
        short = "".join(w[0] for w in parts if w[0].isupper())
        written_out = any(w.isupper() and len(w) >= LONG and w in initials for w in parts)
        return not words.isdisjoint(whole) or written_out or (len(short) >= LONG and short.casefold() in words)

    return lambda names: any(map(may_name, names))


BASES = {"supplied": "supplied", "relative": "worked out", "computed": "worked out"}
"""How a value is known, where the words don't simply give it."""

CONTENTS_LETTERS = 48  # of a question in the table of contents: two lines of it
SHOWN = 4  # sentences of one reading, each of another source; what follows repeats them


def card(difference: Difference, briefing: Briefing) -> Row:
    """Return a difference as it is shown."""
    return {
        "difference": difference,
        "short": cut(str(ask(difference, briefing)), CONTENTS_LETTERS),
        "meaning": difference.verdict.row.meaning,
        "sides": [_side(reading, difference.decision) for reading in difference.readings],
    }


def _side(reading: Reading, decision: Correction | None = None) -> Row:
    """Return a reading, sentences of as many sources as possible, the others, and whether an editor holds it true."""
    firsts = {e.article: e for e in reversed(reading.evidence)}.values()
    shown = tuple(e for e in reading.evidence if e in firsts)[:SHOWN]
    values = (value.casefold() for value in (reading.value, str(answer(reading.value))))
    return {
        "reading": reading,
        "shown": shown,
        "more": tuple(e for e in reading.evidence if e not in shown),
        "basis": BASES.get(reading.basis, ""),
        "held": decision is not None and decision["holds"].casefold() in values,
    }


COVERAGE = "differences/coverage.md"
SOURCES = "differences/sources.md"
BESIDE = 12
"""Sources that are told of on the page itself; more are told of on a page of their own."""
LIMITS: Mapping[str, object] = {"columns": COLUMNS, "most_named": NAMED, "most_alone": ALONE}


def differences_pages(maker: PageMaker) -> tuple[Page, ...]:
    """Return the register with its cards, other words and scopes, who says what, and shared text, a page each."""
    found = maker.briefing.differences
    kinds = {v: tuple(card(d, maker.briefing) for d in found if d.verdict == v) for v in Verdict}
    offers = difference_offers(found, maker.briefing)
    disputed_ = [{"event": e, "sides": [_side(r) for r in e.readings]} for e in disputed(maker.briefing)]
    passages = shared_passages(maker.briefing.passages)
    shared = {"kinds": kinds, "passages": passages, "offers": offers}
    pages = [maker.page(REGISTER, "differences.md", _("Differences"), disputed=disputed_, **shared)]
    if any(kinds[v] for v in Verdict if v.row.page == IN_OTHER_WORDS):
        pages.append(maker.page(IN_OTHER_WORDS, "wording.md", _("In other words"), **shared))
    if passages:
        pages.append(maker.page("differences/passages.md", "passages.md", _("Shared text"), passages=passages))
    tables = {"kinds": tuple(k.row for k in Kind), "attributes": tuple(a.row for a in Attribute)}
    tables |= {"verdicts": tuple(Verdict), "gates": tuple(Gate)}
    how = maker.page(COMPARISONS, "comparisons.md", _("How sources are compared"), examples=examples(), **tables)
    return (*pages, how, *_coverage_pages(maker))


def _coverage_pages(maker: PageMaker) -> Iterator[Page]:
    """Yield the page that tells which source has what, and where these are many, one for each source by itself."""
    briefing, lookup = maker.briefing, maker.lookup
    every = tuple(sources(lookup))
    apart = len(every) > BESIDE
    yield maker.page(
        COVERAGE,
        "coverage.md",
        _("Who says what"),
        copies=tuple(o for o in briefing.origins if o.state == "copy"),
        beside=tuple(o for o in briefing.origins if any(o.id < other for other in o.beside)),
        rows=tuple(coverage(lookup)),
        origins=Weights(lookup, "", Quotas()).origins,
        sources=() if apart else every,
        apart=SOURCES if apart else "",
        **LIMITS,
    )
    if apart:
        yield maker.page(SOURCES, "sources.md", _("Each source by itself"), sources=every, **LIMITS)


def disputed(briefing: Briefing) -> tuple[Event, ...]:
    """Return the events whose date is disputed and that no difference tells of."""
    told = {d.event for d in briefing.differences}
    return tuple(e for e in briefing.events if e.status == "disputed" and e.readings and e.id not in told)
