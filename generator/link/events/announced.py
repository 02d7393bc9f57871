"""What a sentence tells as still to come: whether a plan is an open one, and plans that are told without a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import edtf
from generator.link.events.extents import PHRASE
from generator.link.events.phrases import Phrase, end_of, start_of, told
from generator.link.events.words import light
from generator.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.link.events.clauses import Clause
    from generator.link.events.telling import Telling
    from generator.link.events.words import Word
    from generator.model import Article

# Beside the noun of a happening these say that it lies ahead; "planned", "scheduled" are told of the past as well.
_AHEAD = frozenset(("upcoming", "forthcoming", "imminent"))
# What opens the verbs of an open plan: "is due to", "will open", "has been set for"; "was due to" tells of the past.
_NOW = frozenset(("is", "are", "am", "'s", "'re", "'m", "will", "'ll", "shall", "has", "have"))
_PARTING = frozenset(("gerund", "verb", "in-verb", "break", "rel", "sub", "that", "open", "close", "quote", "mark"))
# After these a date in a plan tells of something else: "their first concert since 2005".
_LOOKING_BACK = frozenset(("since", "after", "until", "like", "than", "before", "following"))
# How many words after "upcoming" its noun may stand: "the upcoming three-day state visit".
REACH = 6


def is_coming(words: tuple[Word, ...], phrase: Phrase, date: int | None) -> bool:
    """Tell whether a planned phrase is announced in the present tense, and the date is the plan's own."""
    clause = phrase.clause
    if clause is None:
        return any(w.low in _AHEAD for w in words[phrase.start : phrase.end])
    first = words[clause.verb]
    now = first.low in _NOW or (clause.verb == clause.head and "present" in first.parts)
    return now and (date is None or _is_its_own(words, clause, date))


def _is_its_own(words: tuple[Word, ...], clause: Clause, date: int) -> bool:
    """Tell whether a date is the plan's, and not that of something in it: ``will review the 1986 rules``."""
    found = words[date].date
    year = found is not None and found.value is not None and edtf.precision(found.value) == "year"
    if year and [w.part for w in words[date + 1 : date + 2]] in (["noun"], ["genitive"], ["name"]):
        return False
    return date <= clause.verb or not _parted(words[clause.head + 1 : date])


def _parted(between: tuple[Word, ...]) -> bool:
    """Tell whether something between a verb and a date has the date for itself: ``to host, having hosted in 2007``."""
    return any(
        w.part in _PARTING or w.low in _LOOKING_BACK or (w.part == "participle" and w.base not in light())
        for w in between
    )


def announced(words: tuple[Word, ...]) -> tuple[Phrase, ...]:
    """Return what a sentence without any date tells as coming: ``the upcoming visit of X``, ``X will visit``."""
    if any(w.date or w.part == "quote" for w in words):
        return ()
    nouns = (_noun_phrase(words, i) for i, w in enumerate(words) if w.low in _AHEAD)
    clauses = (p for p in told(words) if _is_about(words, p))
    return (*(p for p in nouns if p), *clauses)


def _is_about(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether the verb itself is what is announced: not ``the visit will help``, ``the talks are about``."""
    if phrase.clause is None or phrase.act is None:
        return False
    last = phrase.clause.head
    if [w.low for w in words[last + 1 : last + 2]] == ["to"]:
        last = min(last + 2, len(words) - 1)  # "is expected to open"
    head = words[last]
    return head.act == phrase.act or (bool(head.base) and head.base in light())


def _noun_phrase(words: tuple[Word, ...], ahead: int) -> Phrase | None:
    """Return the noun phrase around *upcoming* with the names that follow it, or None if it is no happening's."""
    pivot = None
    for i in range(ahead + 1, min(ahead + REACH, len(words))):
        if words[i].part not in PHRASE:
            break
        pivot = i if words[i].happening else pivot
    if pivot is None:
        return None
    return Phrase(start_of(words, ahead), end_of(words, pivot + 1), pivot, words[pivot].happening, None)


def contradicted_tellings(tellings: Iterable[Telling], articles: Mapping[str, Article]) -> tuple[Problem, ...]:
    """Return a problem for each plan that is told as still open and has a stated date before the article's own."""
    return tuple(_doubt(t, articles[t.article]) for t in tellings if t.coming and _is_over(t))


def _is_over(telling: Telling) -> bool:
    told = edtf.bounds(telling.value) if telling.value and telling.basis == "stated" else None
    written = edtf.bounds(telling.written) if telling.written else None
    return bool(told and written and told.last and written.first and told.last < written.first)


def _doubt(telling: Telling, article: Article) -> Problem:
    message = (
        f"tells as coming what it dates {edtf.format_value(telling.value or '')}, before its own date, "
        f"{edtf.format_value(telling.written or '')}; check both, and state the right date beside the article"
    )
    return Problem(article.path, message, article.line_at(telling.headline.span.start))
