"""The briefing itself: one printable page, each section chosen by a rule that the page "About" tells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.lexicons import words
from generator.model import Unknown
from generator.render.catalogue import sources_of, value_of
from generator.render.changes import newest_article
from generator.render.figures import Row, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import Article, Briefing, Difference, Event, Evidence, Figure, Page, Quote, Utterance
    from generator.render.catalogue import Catalogue
    from generator.render.press import Press

# One printed page holds about fifty lines; these fill it.
DIFFERENCES, EVENTS, PEOPLE, BODIES, AGREEMENTS, FIGURES, QUOTES, SINGLE, NEXT = 5, 10, 8, 8, 5, 5, 5, 5, 5
SHORTEST_QUOTE, LONGEST_QUOTE = 8, 45  # words: less is a catchword, more isn't read out
LONGEST_SENTENCE = 60  # words; a longer sentence can't be taken in at a glance
SAME = 0.5  # two sentences that share half of the shorter one's words tell the same
QUOTES_EACH = 2  # of one speaker, so that one voice doesn't fill the list

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation that can be read out: what was said, by whom, and the version chosen."""

    utterance: Utterance
    quote: Quote


def home_page(press: Press) -> Page:
    """Return the page ``index.md``."""
    briefing, catalogue = press.briefing, press.catalogue
    agreements = _agreements(briefing)
    events = _events(briefing)
    return press.page(
        "index.md",
        "index.md",
        press.site,
        newest=newest_article(briefing.articles),
        undated=tuple(a for a in briefing.articles if isinstance(a.published, Unknown)),
        origins=origin_count(briefing),
        conflicts=_conflicts(briefing),
        events=events,
        people=catalogue.kind("person")[:PEOPLE],
        organisations=catalogue.kind("organisation")[:BODIES],
        agreements=agreements,
        figures=_figures(briefing),
        quotes=_quotes(catalogue),
        single=_single(briefing, events),
        next=_next(briefing),
        gaps=tuple(_gaps(briefing)),
    )


def origin_count(briefing: Briefing) -> int:
    """Return the number of independent origins: articles that share their text count once."""
    grouped = {a for origin in briefing.origins for a in origin.articles}
    return len(briefing.origins) + sum(a.id not in grouped for a in briefing.articles)


def _conflicts(briefing: Briefing) -> tuple[Difference, ...]:
    found = [d for d in briefing.differences if d.verdict == "conflict"]
    return tuple(sorted(found, key=lambda d: (-_weight(d), d.id))[:DIFFERENCES])


def _weight(difference: Difference) -> int:
    return len({e.article for r in difference.readings for e in r.evidence})


def _events(briefing: Briefing) -> tuple[Event, ...]:
    """Return dated happenings: those that most sources tell, in the order of their dates."""
    dated = [e for e in briefing.events if e.mode == "happened" and e.date]
    ranked = sorted(dated, key=lambda e: (-len(_articles(e.evidence)), -len(e.evidence), e.date or "", e.id))
    return tuple(sorted(ranked[:EVENTS], key=lambda e: (e.date or "", e.id)))


def _articles(evidence: Iterable[Evidence]) -> set[str]:
    return {e.article for e in evidence}


def _agreements(briefing: Briefing) -> tuple[Evidence, ...]:
    """Return sentences with two words of agreeing, the richest in figures and names first, each told once."""
    known = frozenset(words("agreement_words"))
    found = []
    for findings in briefing.findings:
        counts = Counter(findings.article.sentence_at(f.span.start) for f in (*findings.figures, *findings.names))
        for i, span in enumerate(findings.article.sentences):
            said = _said(findings.article.text[span.start : span.end])
            if len(said & known) > 1 and len(said) <= LONGEST_SENTENCE:
                found.append((-len(said & known), -counts[i], findings.article.id, span, findings.article))
    found.sort(key=lambda f: f[:4])
    return _distinct((article.cite(span) for *_, span, article in found), AGREEMENTS)


def _said(text: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in _WORD.findall(text))


def _distinct(evidence: Iterable[Evidence], most: int) -> tuple[Evidence, ...]:
    """Return the first findings that tell different things."""
    kept: list[tuple[frozenset[str], Evidence]] = []
    for one in evidence:
        said = _said(one.text)
        if said and all(len(said & other) < SAME * min(len(said), len(other)) for other, _ in kept):
            kept.append((said, one))
        if len(kept) == most:
            break
    return tuple(e for _, e in kept)


def _figures(briefing: Briefing) -> tuple[Row, ...]:
    """Return the figures that most sources give, then the ones whose measure and period are known."""
    measures = sorted(briefing.measures, key=lambda m: (-len(_articles(m.figures)), -len(m.figures), m.id))
    chosen = [m.figures[0] for m in measures if _telling(m.figures[0])]
    return tuple(row(figure) for figure in chosen[:FIGURES])


def _telling(figure: Figure) -> bool:
    return figure.value is not None and figure.measure is not None


def _quotes(catalogue: Catalogue) -> tuple[Said, ...]:
    """Return quotations of a readable length by speakers with a page, told by most sources first."""
    chosen: list[Said] = []
    counts: Counter[str] = Counter()
    ranked = sorted(catalogue.briefing.utterances, key=lambda u: (-len(_articles(u.versions)), u.id))
    for utterance in ranked:
        speaker = catalogue.entities.get(utterance.speaker or "")
        quote = next((q for q in utterance.versions if q.kind == "quotation" and _quotable(q)), None)
        if speaker and quote and counts[speaker.id] < QUOTES_EACH and len(chosen) < QUOTES:
            counts[speaker.id] += 1
            chosen.append(Said(utterance, quote))
    return tuple(chosen)


def _quotable(quote: Quote) -> bool:
    return SHORTEST_QUOTE <= len(quote.words.text.split()) <= LONGEST_QUOTE


def _single(briefing: Briefing, shown: Sequence[Event]) -> tuple[Event, ...]:
    """Return dated happenings that a single source tells, one an article first."""
    ids = {e.id for e in shown}
    lone = [e for e in briefing.events if e.id not in ids and e.date and len(_articles(e.evidence)) == 1]
    lone = [e for e in lone if e.mode == "happened"] if len(briefing.articles) > 1 else []
    seen: Counter[str] = Counter()
    ranked = []
    for event in sorted(lone, key=lambda e: (e.basis != "stated", e.date or "", e.id)):
        seen[event.evidence[0].article] += 1
        ranked.append((seen[event.evidence[0].article], event))
    return tuple(e for _, e in sorted(ranked, key=lambda r: (r[0], r[1].id))[:SINGLE])


def _next(briefing: Briefing) -> tuple[Event, ...]:
    """Return what is planned, the latest dates first, then what has no date."""
    planned = [e for e in briefing.events if e.mode == "planned"]
    return tuple(sorted(planned, key=lambda e: (e.date is None, e.date or "", e.id), reverse=False)[:NEXT])


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that couldn't be told: what, why, and where it shows."""

    what: str
    because: str
    article: Article | None


def _gaps(briefing: Briefing) -> Iterator[Gap]:
    """Yield what couldn't be told, the articles' own fields first."""
    for article in briefing.articles:
        for name in ("published", "publisher"):
            known = getattr(article, name)
            if isinstance(known, Unknown):
                yield Gap(
                    {"published": "when it was published", "publisher": "who published it"}[name],
                    known.because,
                    article,
                )
    dates = sum(d.value is None and d.kind == "date" for f in briefing.findings for d in f.dates)
    if dates:
        yield Gap(f"{dates} expressions of time", "the text doesn't say enough to place them on the calendar", None)
    unattributed = sum(u.speaker is None for u in briefing.utterances)
    if unattributed:
        yield Gap(f"who speaks in {unattributed} quotations", "no name or title stands near enough to be sure", None)
    if not any(value_of(a.published) for a in briefing.articles):
        yield Gap("how old this briefing is", "no article states a date", None)


def names_of(catalogue: Catalogue, event: Event) -> tuple[str, ...]:
    """Return the people and organisations of an event that have pages, the most mentioned first."""
    found = [catalogue.entities[i] for i in (*event.people, *event.organisations) if i in catalogue.entities]
    return tuple(e.id for e in sorted(found, key=lambda e: (-len(sources_of(e)), e.id)))
