"""What a sentence tells as still to come: whether a plan is an open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import edtf
from generator.link.events.words import light
from generator.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.link.events.clauses import Clause
    from generator.link.events.phrases import Phrase
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
