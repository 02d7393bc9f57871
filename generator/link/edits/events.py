"""What an editor decided about happenings: apart, same, the date, the headline, none at all."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import reduce
from typing import Any

from generator import edtf
from generator.keys import event_keys, mark_of
from generator.link.edits.desk import Desk, desk
from generator.link.edits.findings import words_in
from generator.link.events.build import in_order
from generator.link.index import EntityIndex
from generator.model import Article, Briefing, Correction, Event, Evidence, Reading
from generator.slug import slug

_UNITED = ("evidence", "dates", "accounts", "people", "places", "organisations", "leads")
"""What an event that is made of two has of both."""


def edit_events(briefing: Briefing) -> Briefing:
    """Part, join, date and name the happenings as an editor decided; take away what is none or is dismissed."""
    at = desk(briefing, "events")
    if at is None:
        return briefing
    articles = {a.id: a for a in briefing.articles}
    origins = {article: o.id for o in briefing.origins for article in o.articles}
    index = EntityIndex(briefing.entities)
    parted = in_order(e for event in briefing.events for e in _parted(event, articles, at, (origins, index)))
    groups = at.groups([event_keys(e, articles) for e in parted], "event; copy the key from the timeline")
    events = (reduce(lambda a, b: _merged(a, b, origins), (parted[n] for n in group)) for group in groups)
    kept = [e for event in events if (e := _edited(event, articles, at))]
    return at.done(events=in_order(kept))


def _parted(
    event: Event, articles: Mapping[str, Article], at: Desk, known: tuple[Mapping[str, str], EntityIndex]
) -> Iterator[Event]:
    """Yield an event without the sentences that an editor keeps apart from others of it, and one for each of them."""
    sentences = {mark_of(event_keys(_only(event, (e,), known), articles)[0]): e for e in event.evidence}
    apart = {
        mark_of(one.about)
        for mark in sentences
        for one in at.decisions.get(mark, ())
        if one.get("apart") and mark_of(one["apart"]) in sentences
    }
    rest = tuple(e for mark, e in sentences.items() if mark not in apart)
    yield _only(event, rest, known) if apart else event
    for sentence in (e for mark, e in sentences.items() if mark in apart):
        yield _only(event, (sentence,), known)


def _only(event: Event, sentences: tuple[Evidence, ...], known: tuple[Mapping[str, str], EntityIndex]) -> Event:
    """Return what some sentences of an event tell of it."""
    if sentences == event.evidence:
        return event
    origins, index = known
    there = {(e.article, e.span) for e in sentences}
    accounts = tuple(a for a in event.accounts if (a.sentence.article, a.sentence.span) in there)
    dates = tuple(d for d in event.dates if any(_inside(d, e) for e in sentences))
    date = next((a.date for a in accounts if a.date), None)
    named = {i for e in sentences for i in index.ids(e.article, e.span)}
    source = next((d for d in dates if d.value == date), None)
    headline = event.headline if any(_inside(event.headline, e) for e in sentences) else sentences[0]
    told_by = tuple(dict.fromkeys(origins.get(e.article, e.article) for e in sentences))
    return replace(
        event,
        id=event.id if headline == event.headline else slug(f"{date or 'undated'} {headline.text}"),
        date=date,
        basis=source.basis if source else event.basis,
        because=source.because if source else event.because,
        headline=headline,
        status="agreed" if len(told_by) > 1 else "single",
        evidence=sentences,
        dates=dates,
        accounts=accounts,
        people=tuple(i for i in event.people if i in named),
        places=tuple(i for i in event.places if i in named),
        organisations=tuple(i for i in event.organisations if i in named),
        origins=told_by,
        readings=(),
        leads=tuple(i for i in event.leads if any(e.article == i for e in sentences)),
    )


def _inside(words: Evidence, sentence: Evidence) -> bool:
    return words.article == sentence.article and sentence.span.holds(words.span)


def _merged(one: Event, other: Event, origins: Mapping[str, str]) -> Event:
    """Return one event of two; two dates that can't both be right make it a disputed one."""
    both: dict[str, Any] = {n: tuple(dict.fromkeys((*getattr(one, n), *getattr(other, n)))) for n in _UNITED}
    told_by = tuple(dict.fromkeys(origins.get(e.article, e.article) for e in both["evidence"]))
    readings = (*(one.readings or _reading(one)), *(other.readings or _reading(other)))
    disputed = bool(one.date and other.date and not edtf.compatible(one.date, other.date))
    chief = one if one.date else other
    return replace(
        one,
        date=chief.date,
        basis=chief.basis,
        because=chief.because,
        status="disputed" if disputed or one.readings else "agreed" if len(told_by) > 1 else "single",
        origins=told_by,
        readings=readings if disputed else one.readings,
        **both,
    )


def _reading(event: Event) -> tuple[Reading, ...]:
    if event.date is None:
        return ()
    return (Reading(event.date, event.basis, event.because, event.evidence, event.origins),)


def _edited(event: Event, articles: Mapping[str, Article], at: Desk) -> Event | None:
    keys = event_keys(event, articles)
    if not at.keeps("event", keys, event.headline.text, event.evidence):
        return None
    for one in at.on(keys):
        if (date := one.get("date")) and date != event.date:
            because = at.because(one, "date")
            event = replace(event, date=date, basis="editor", because=because, readings=())
            event = replace(event, status="agreed" if len(event.origins) > 1 else "single")
        if words := one.get("headline"):
            event = _headed(event, words, one, (articles, at))
    return event


def _headed(event: Event, words: str, decision: Correction, known: tuple[Mapping[str, Article], Desk]) -> Event:
    """Return an event with other words of its sentences as its headline."""
    articles, at = known
    for sentence in event.evidence:
        if place := words_in(words, sentence.span, articles[sentence.article]):
            return replace(event, headline=place, stands=True)
    at.refuse(decision, f"headline: “{words}” stands in no sentence that tells it; copy the words from there")
    return event
