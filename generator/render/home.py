"""The briefing itself: one printable page, each section chosen by a rule that the page "About" tells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import edtf
from generator.lexicons import words
from generator.model import Unknown
from generator.render.catalogue import articles_of, value_of
from generator.render.changes import newest_article
from generator.render.differences import disputed
from generator.render.figures import Row, row
from generator.render.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import (
        Article,
        Briefing,
        Difference,
        Entity,
        Event,
        Evidence,
        Figure,
        Page,
        Quote,
        Utterance,
    )
    from generator.render.catalogue import Catalogue
    from generator.render.press import Press

LONGEST_SENTENCE = 60  # words; a longer sentence can't be taken in at a glance
SAME = 0.5  # two sentences that share half of the shorter one's words tell the same
UNTELLING = ("ordinal", "rank", "share")
"""Kinds of figures that say nothing without their sentence."""

WISHING = frozenset(("should", "would", "could", "must", "no", "not", "never", "refused", "rejected"))
"""Words of a sentence that tells what ought to be agreed, or wasn't."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation that can be read out: what was said, by whom, and the version chosen."""

    utterance: Utterance
    quote: Quote


@dataclass(frozen=True, slots=True)
class Shared:
    """A figure, and all those that give the same value for the same thing."""

    row: Row
    figures: tuple[Figure, ...]


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
        disputed=disputed(briefing)[: LIMITS.differences],
        events=events,
        people=_people(catalogue),
        organisations=catalogue.kind("organisation")[: LIMITS.organisations],
        agreements=agreements,
        figures=_figures(briefing),
        quotes=_quotes(catalogue),
        hedge_of=_hedge,
        single=_single(briefing, events),
        next=_next(briefing),
        passed=frozenset(e.id for e in _next(briefing) if _is_passed(e, newest_article(briefing.articles))),
        gaps=tuple(_gaps(briefing)),
    )


def origin_count(briefing: Briefing) -> int:
    """Return the number of independent origins: articles that share their text count once."""
    grouped = {a for origin in briefing.origins for a in origin.articles}
    return len(briefing.origins) + sum(a.id not in grouped for a in briefing.articles)


def _people(catalogue: Catalogue) -> tuple[Entity, ...]:
    """Return the people that most sources name; one that is named a single time only if nobody is named more often."""
    people = catalogue.kind("person")
    return tuple(p for p in people if len(p.mentions) > 1)[: LIMITS.people] or people[: LIMITS.people]


def _conflicts(briefing: Briefing) -> tuple[Difference, ...]:
    found = [d for d in briefing.differences if d.verdict == "conflict"]
    return tuple(sorted(found, key=lambda d: (-_weight(d), d.id))[: LIMITS.differences])


def _weight(difference: Difference) -> int:
    return len(articles_of(e for r in difference.readings for e in r.evidence))


def _events(briefing: Briefing) -> tuple[Event, ...]:
    """Return dated happenings: those that most sources tell, then the latest, in the order of their dates."""
    dated = [e for e in briefing.events if e.mode == "happened" and e.date]
    shared = [e for e in dated if len(articles_of(e.evidence)) > 1]
    latest = sorted(
        shared if len(shared) >= LIMITS.fewest_events else dated, key=lambda e: (e.date or "", e.id), reverse=True
    )
    ranked = sorted(latest, key=lambda e: -len(articles_of(e.evidence)))
    return tuple(sorted(ranked[: LIMITS.events], key=lambda e: (e.date or "", e.id)))


def _agreements(briefing: Briefing) -> tuple[Evidence, ...]:
    """Return sentences with two words of agreeing, or one and a figure, the fullest first, each told once."""
    known = frozenset(words("agreement_words"))
    found = []
    for findings in briefing.findings:
        article = findings.article
        counted = {article.sentence_at(f.span.start) for f in findings.figures if f.kind not in UNTELLING}
        for i, span in enumerate(article.sentences):
            said = _said(article.text[span.start : span.end])
            if said & WISHING:
                continue
            weight = len(said & known) + (i in counted) if said & known else 0
            if weight > 1 and len(said) <= LONGEST_SENTENCE:
                found.append((i not in counted, -weight, article.id, span, article))
    found.sort(key=lambda f: f[:4])
    return _distinct((article.cite(span) for *_, span, article in found), LIMITS.agreements)


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


def _figures(briefing: Briefing) -> tuple[Shared, ...]:
    """Return the figures that most sources give alike, of those that say what they measure."""
    grouped = {(f.article, f.span) for measure in briefing.measures for f in measure.figures}
    alone = [(f,) for found in briefing.findings for f in found.figures if (f.article, f.span) not in grouped]
    groups = [*(m.figures for m in briefing.measures), *alone]
    found = [shared for figures in groups if (shared := _alike(figures))]
    return tuple(sorted(found, key=_telling)[: LIMITS.figures])


def _telling(shared: Shared) -> tuple[int, bool, bool]:
    """Put first what most sources give, then money, then what holds for a known time."""
    figure = shared.row.figure
    return -len(articles_of(shared.figures)), figure.kind != "money", figure.period is None


def _alike(figures: Iterable[Figure]) -> Shared | None:
    """Return those of the figures of one thing that have the value which most sources give."""
    telling = [f for f in figures if f.value is not None and f.measure and f.kind not in UNTELLING]
    sources = {f.value: articles_of(x for x in telling if x.value == f.value) for f in telling}
    if not telling:
        return None
    value = max(telling, key=lambda f: len(sources[f.value])).value
    alike = tuple(f for f in telling if f.value == value)
    return Shared(row(alike[0]), alike)


def _hedge(figure: Figure) -> str:
    """Return the words that qualify a figure where they stand before it, with a space."""
    hedge = figure.hedge
    return f"{hedge.text} " if hedge and hedge.span.end <= figure.span.start else ""


def _quotes(catalogue: Catalogue) -> tuple[Said, ...]:
    """Return quotations of a readable length by speakers with a page, told by most sources first."""
    chosen: list[Said] = []
    counts: Counter[str] = Counter()
    ranked = sorted(catalogue.briefing.utterances, key=lambda u: (-len(articles_of(u.versions)), u.id))
    for utterance in ranked:
        speaker = catalogue.entities.get(utterance.speaker or "")
        quote = next((q for q in utterance.versions if q.kind == "quotation" and _quotable(q)), None)
        if speaker and quote and counts[speaker.id] < LIMITS.quotes_each and len(chosen) < LIMITS.quotes:
            counts[speaker.id] += 1
            chosen.append(Said(utterance, quote))
    return tuple(chosen)


def _quotable(quote: Quote) -> bool:
    return LIMITS.shortest_quote <= len(quote.words.text.split()) <= LIMITS.longest_quote


def _single(briefing: Briefing, shown: Sequence[Event]) -> tuple[Event, ...]:
    """Return dated happenings that a single source tells, one an article first."""
    ids = {e.id for e in shown}
    lone = [e for e in briefing.events if e.id not in ids and e.date and len(articles_of(e.evidence)) == 1]
    lone = [e for e in lone if e.mode == "happened"] if len(briefing.articles) > 1 else []
    seen: Counter[str] = Counter()
    ranked = []
    for event in sorted(lone, key=lambda e: (e.basis != "stated", e.date or "", e.id)):
        seen[event.evidence[0].article] += 1
        ranked.append((seen[event.evidence[0].article], event))
    return tuple(e for _, e in sorted(ranked, key=lambda r: (r[0], r[1].id))[: LIMITS.single])


def _next(briefing: Briefing) -> tuple[Event, ...]:
    """Return what is planned, the latest dates first, then what has no date."""
    planned = [e for e in briefing.events if e.mode == "planned"]
    return tuple(sorted(planned, key=lambda e: (e.date is None, e.date or "", e.id))[: LIMITS.planned])


def _is_passed(event: Event, newest: Article | None) -> bool:
    """Tell whether the day of a plan lies before the newest article; the clock has no say in it."""
    today, planned = edtf.bounds(value_of(newest.published) or "") if newest else None, edtf.bounds(event.date or "")
    if today is None or planned is None or today.first is None or planned.last is None:
        return False
    return planned.last < today.first


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that couldn't be told: what, why, and for which articles."""

    what: str
    because: tuple[str, ...]
    articles: tuple[Article, ...] = ()


def _gaps(briefing: Briefing) -> Iterator[Gap]:
    """Yield what couldn't be told, the articles' own fields first."""
    for name, what in (("published", "When it was published"), ("publisher", "Who published it")):
        lacking = [(a, known) for a in briefing.articles if isinstance(known := getattr(a, name), Unknown)]
        if lacking:
            yield Gap(what, tuple(dict.fromkeys(u.because for _, u in lacking)), tuple(a for a, _ in lacking))
    dates = sum(d.value is None and d.kind == "date" for f in briefing.findings for d in f.dates)
    if dates:
        yield Gap(f"The day or year of {dates} expressions of time", ("the text doesn't place them on the calendar",))
    unattributed = sum(u.speaker is None for u in briefing.utterances)
    if unattributed:
        yield Gap(f"Who speaks in {unattributed} statements", ("nobody with a page is named as the speaker",))
