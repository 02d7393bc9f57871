"""The conflict register: what the sources don't agree on, and what they share."""

from collections.abc import Iterator, Mapping

from generator.lexicons import examples
from generator.model import (
    COMPARISONS,
    IN_OTHER_WORDS,
    REGISTER,
    Attribute,
    Briefing,
    Correction,
    Difference,
    Event,
    Gate,
    Kind,
    Page,
    Reading,
    Verdict,
)
from generator.render.coverage import COLUMNS, NAMED, coverage, sources
from generator.render.dates import answer
from generator.render.disputes import ask
from generator.render.home.weights import Quotas, Weights
from generator.render.offers import difference_offers
from generator.render.origins import shared_passages
from generator.render.page import PageMaker, Row
from generator.render.single_source import SHOWN as ALONE
from generator.render.titles import cut
from generator.words import _

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
