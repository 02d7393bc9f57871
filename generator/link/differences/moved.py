"""A plan and what came of it: announced for one day, held on another, and a source says that it was moved."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from generator import edtf
from generator.lexicons import words
from generator.link.differences.card import Question, card, reading, short
from generator.link.sayings import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus
    from generator.model import Difference, Event, Evidence

MOST_DAYS = 31
"""Days by which a plan is moved; beyond that it may be the next of its kind."""
MOST = 40
"""Events of one kind with one name that are compared; with more the name is too common to tell anything."""
SHARED_NAMES, SHARED_STEMS = 1, 4
"""People, bodies and places, and words of the headlines, that a plan and what came of it share at least."""

_APART = frozenset(("", "statement", "figures", "work"))


def moved(corpus: Corpus) -> Iterator[Difference]:
    """Show a day that was announced and the day after it that the thing was held: a plan that changed, no conflict."""
    held: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in corpus.briefing.events:
        if event.mode == "happened" and _is_day(event):
            for name in _names(event):
                held[event.kind, name].append(event)
    for plan in corpus.briefing.events:
        if plan.mode == "planned" and plan.kind not in _APART and _is_day(plan):
            keys = ((plan.kind, name) for name in sorted(_names(plan)))
            near = {e.id: e for key in keys for e in held.get(key, ())[:MOST]}
            found = [(e, moving) for e in near.values() if (moving := _moving(corpus, plan, e))]
            if len({e.date for e, _ in found}) == 1:  # of two that were held, the plan may have been either's
                yield _card(corpus, plan, *found[0])


def _is_day(event: Event) -> bool:
    return event.date is not None and edtf.precision(event.date) == "day"


def _names(event: Event) -> frozenset[str]:
    return frozenset((*event.people, *event.places, *event.organisations))


def _moving(corpus: Corpus, plan: Event, event: Event) -> Evidence | None:
    """Return the sentence that tells that a plan was moved, beside the sentence that tells what came of it; or None."""
    days = edtf.days_between(plan.date or "", event.date or "")
    if days is None or not 0 < abs(days) <= MOST_DAYS or len(_names(plan) & _names(event)) < SHARED_NAMES:
        return None
    mine, theirs = ({s for s in stems_of(e.headline.text) if not s.isdigit()} for e in (plan, event))
    if len(mine & theirs) < SHARED_STEMS or not _was_open(corpus, plan, event):
        return None
    return next((s for e in event.evidence for s in _around(corpus, e) if _cue().search(s.text)), None)


def _was_open(corpus: Corpus, plan: Event, event: Event) -> bool:
    """Tell whether the plan was told before either day, by articles whose day of publication is known."""
    told = [corpus.published(e.article) for e in plan.evidence]
    first = min(plan.date or "", event.date or "")
    return all(p and edtf.precision(p) == "day" and p < first for p in told)


def _around(corpus: Corpus, evidence: Evidence) -> Iterator[Evidence]:
    """Yield a sentence and those beside it in its paragraph."""
    article = corpus.article(evidence.article)
    block = article.block_at(evidence.span.start)
    for span in block.sentences if block else ():
        yield article.cite(span)


@cache
def _cue() -> re.Pattern[str]:
    either = "|".join(re.escape(w).replace(r"\ ", r"\s{1,3}") for w in words("link-moved"))
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _card(corpus: Corpus, plan: Event, event: Event, moving: Evidence) -> Difference:
    question = Question(
        "date",
        f"Planned for one day, held on another: “{short(event.headline.text)}”?",
        "scope",
        "It was announced before either day, and a source tells that it was moved: a plan that changed.",
        event.id,
    )
    ahead = reading(corpus, plan.date or "", plan.evidence, "as planned")
    over = reading(corpus, event.date or "", (*event.evidence, moving), "as held")
    return card(question, (ahead, over))
