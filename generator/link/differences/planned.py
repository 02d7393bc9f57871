"""What one source tells as still to come and another as past, and documents that their own date contradicts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import edtf
from generator.kinds import Parts
from generator.link.differences.asking import beside, happening
from generator.link.differences.card import Question, card, reading
from generator.model import Edited, Reading, Stated, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date as day

    from generator.link.differences.corpus import Corpus
    from generator.model import Account, Article, Difference, Event, Known

SLOW_DAYS = 31
"""Days after a happening within which an article that still announces it may only have been printed late."""
AHEAD_DAYS = 1
"""Days by which a day of publication is off at most: time zones, the morning's paper written the evening before."""


def told_as_planned(corpus: Corpus) -> Iterator[Difference]:
    """Compare, for each event, the articles that announce it with what others say of when it happened.

    An article of 1 May that announces what another of 10 May reports is no difference: only what was over when it was
    announced is. Within a month that is a question of the happening, later one of the document's date.
    """
    for event in corpus.briefing.events:
        for article in dict.fromkeys(a.sentence.article for a in event.accounts if a.coming):
            found = _compared(corpus, event, article)
            if found:
                yield found


def _compared(corpus: Corpus, event: Event, article: str) -> Difference | None:
    published = _published(corpus.article(article))
    last, held = _held(corpus, event, article)
    if published is None or last is None:
        return None
    late = (published[0] - last).days
    plans = tuple(a for a in event.accounts if a.coming and a.sentence.article == article)
    if late <= AHEAD_DAYS:
        return None
    if late > SLOW_DAYS:
        return _own_date(corpus, published[1], plans, held)
    return None if event.status == "disputed" else _tenses(corpus, event, plans, held)


def _published(article: Article) -> tuple[day, Known[str]] | None:
    """Return the day of publication of an article that states it."""
    known = article.published
    if not isinstance(known, Stated | Edited) or edtf.precision(known.value) != "day":
        return None
    covered = edtf.bounds(known.value)
    return (covered.first, known) if covered and covered.first else None


def _held(corpus: Corpus, event: Event, article: str) -> tuple[day | None, tuple[Account, ...]]:
    """Return the last day on which it happened as others tell it, and who tells that; None where nobody does."""
    origin = corpus.independence.origin(article)
    past = [
        (covered.last, account)
        for account in event.accounts
        if account.mode == "happened"
        and corpus.independence.origin(account.sentence.article) != origin
        and (covered := edtf.bounds(account.date or ""))
        and covered.last
    ]
    return max((last for last, _ in past), default=None), tuple(account for _, account in past)


def _own_date(
    corpus: Corpus, published: Known[str], plans: tuple[Account, ...], held: tuple[Account, ...]
) -> Difference | None:
    """Return the card of an article that announces what was long over on the day that it gives as its own."""
    article = plans[0].sentence.article
    if any(d.id == f"written-{article}" for d in corpus.briefing.differences):
        return None  # it contradicts itself even without the others
    value = max((a.date or "" for a in held), key=edtf.sort_key)
    told = edtf.format_value(value)
    question = Question(
        "own-date",
        Parts(what=_article(corpus, corpus.article(article))),
        "conflict",
        f"It gives its own date, and tells as still to come what another source tells as past and dates {told}.",
    )
    stated = published.evidence if isinstance(published, Stated) else ()
    date_line = Reading(published.value, "stated", "the date that it bears", stated, corpus.origins_of(stated))
    evidence = tuple(a.sentence for a in (*plans, *held))
    before = reading(corpus, f"../{value}", evidence, f"tells as still to come what another source dates {told}")
    return card(question, (date_line, replace(before, basis="computed")))


def _article(corpus: Corpus, article: Article) -> str:
    """Return an article by its publisher, where that has no other one here, else by its own date."""
    house = article.publisher
    if isinstance(house, Unknown):
        return f"the article dated {edtf.format_value(corpus.published(article.id) or '')}"
    others = (a.publisher for a in corpus.briefing.articles if a.id != article.id)
    alone = not any(not isinstance(o, Unknown) and o.value == house.value for o in others)
    owner = f"{house.value}{'’' if house.value.endswith('s') else '’s'} article"
    return owner if alone else f"{owner} dated {edtf.format_value(corpus.published(article.id) or '')}"


def _tenses(corpus: Corpus, event: Event, plans: tuple[Account, ...], held: tuple[Account, ...]) -> Difference:
    """Return the card of what one source announces after another says that it has happened."""
    question = Question(
        "coming",
        Parts(clause=happening(corpus, event), beside=beside(corpus, event)),
        "conflict",
        "One source announces it, though it was published after the day on which another tells it as past.",
        event.id,
    )
    article = plans[0].sentence.article
    when = edtf.format_value(corpus.published(article) or "")
    ahead = reading(corpus, "told as still to come", (a.sentence for a in plans), f"published {when}")
    over = reading(corpus, "told as past", (a.sentence for a in held))
    return card(question, (ahead, over))
