"""What an editor decided about single happenings: the date, the headline, none at all."""

from collections.abc import Mapping
from dataclasses import replace

from generator.keys import event_keys
from generator.link.edits.desk import Desk, desk
from generator.link.edits.findings import words_in
from generator.link.events.build import in_order
from generator.model import Article, Briefing, Correction, Event


def edit_events(briefing: Briefing) -> Briefing:
    """Date and name the happenings as an editor decided; take away what is none or is dismissed."""
    at = desk(briefing, "events")
    if at is None:
        return briefing
    articles = {a.id: a for a in briefing.articles}
    return at.done(events=in_order(e for event in briefing.events if (e := _edited(event, articles, at))))


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
