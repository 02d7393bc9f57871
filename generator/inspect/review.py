"""Briefing ──▶ what deserves an editor's look, the most valuable first, each with the lines that decide it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model import Article, Briefing, Evidence
from generator.render.differences import disputed
from generator.render.offers import difference_offers, entity_offers, event_offers, quote_offers

Sort = Literal["orphan", "conflict", "speaker", "date", "join", "name"]

WORTH_QUOTING = 8  # words from which a quotation can be used, so that its speaker matters
NAMED_OFTEN = 2  # mentions from which it matters whom a short name means
OPEN = "could be "  # how the reason begins why a short name was joined with none of several people
WEAK = 0.6  # support below which a name with a page is rather a guess


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at: its sort, what it is about, the sentence and its place, and the lines to paste."""

    sort: Sort
    about: str
    sentence: str
    place: str
    paste: str


def review(briefing: Briefing) -> tuple[Look, ...]:
    """Return what deserves a look: decisions without effect, conflicts without one, speakers and dates left open.

    Within a sort, what most articles tell comes first.
    """
    articles = {a.id: a for a in briefing.articles}
    steps = (_orphans, _conflicts, _speakers, _dates, _joins, _names)
    return tuple(look for step in steps for look in step(briefing, articles))


def _orphans(briefing: Briefing, _articles: Mapping[str, Article]) -> Iterator[Look]:
    for one in briefing.orphans:
        place = f"{briefing.corrections.path}:{one.decision.line}"
        yield Look("orphan", f"{one.decision.section}: {one.decision.about}", one.advice, place, "")


def _conflicts(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Look]:
    open_ones = (d for d in briefing.differences if d.verdict == "conflict" and d.decision is None)
    for one in sorted(open_ones, key=lambda d: -len({e.article for r in d.readings for e in r.evidence})):
        first = one.readings[0].evidence[0]
        answers = " / ".join(r.value for r in one.readings)
        yield _look("conflict", f"{one.question} {answers}", first, articles, difference_offers((one,), briefing))
    for event in disputed(briefing):
        offered = event_offers((event,), articles)
        yield _look("conflict", f"When was this? {event.headline.text}", event.headline, articles, offered)


def _speakers(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Look]:
    unknown = (
        u
        for u in briefing.utterances
        if u.speaker is None and any(q.kind != "reported" and _words(q.words) >= WORTH_QUOTING for q in u.versions)
    )
    for one in sorted(unknown, key=lambda u: (-len(u.versions), u.id)):
        words = max((q.words for q in one.versions), key=_words)
        who = f"told as by “{one.attribution}”" if one.attribution else "nobody is named"
        yield _look("speaker", f"who said it? {who}", words, articles, quote_offers((one,), {}, articles))


def _dates(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Look]:
    undated = (e for e in briefing.events if e.date is None)
    for event in sorted(undated, key=lambda e: (-len(e.origins), e.id)):
        yield _look("date", f"when? {event.because}", event.headline, articles, event_offers((event,), articles))


def _joins(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Look]:
    left = (e for e in briefing.entities if e.because.startswith(OPEN) and len(e.mentions) >= NAMED_OFTEN)
    for one in sorted(left, key=lambda e: (-len(e.mentions), e.id)):
        about = f"{one.name} ({one.kind}, {len(one.mentions)} mentions): {one.because}"
        yield _look("join", about, one.mentions[0], articles, entity_offers(one))


def _names(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Look]:
    weak = (e for e in briefing.entities if e.page and max(m.support for m in e.mentions) < WEAK)
    for one in sorted(weak, key=lambda e: (-len(e.mentions), e.id)):
        about = f"{one.name} ({one.kind}): little speaks for it"
        yield _look("name", about, one.mentions[0], articles, entity_offers(one))


def _look(sort: Sort, about: str, words: Evidence, articles: Mapping[str, Article], offers: str) -> Look:
    return Look(sort, about, sentence_of(words, articles), place_of(words, articles), offers)


def sentence_of(words: Evidence, articles: Mapping[str, Article]) -> str:
    """Return the whole sentence that holds some words, on one line."""
    article = articles[words.article]
    span = article.whole(words.span)
    return " ".join(article.text[span.start : span.end].split())


def place_of(words: Evidence, articles: Mapping[str, Article]) -> str:
    """Return where some words stand: ``seeds/name.txt:12``."""
    article = articles[words.article]
    return f"{article.path}:{article.line_at(words.span.start)}"


def _words(words: Evidence) -> int:
    return len(words.text.split())
