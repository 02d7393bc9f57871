"""Two answers to one question ──▶ how they compare: nothing where they agree, or a lawful reading explains it."""

from collections.abc import Callable, Mapping

from generator import edtf
from generator.link.differences.claims.claim import Found, Told, same_answer
from generator.link.differences.claims.deeds import dates_fit, of_one
from generator.link.differences.claims.frame import Frame
from generator.link.differences.claims.offices import compare_holders, compare_offices
from generator.link.differences.claims.periods import compare_periods
from generator.link.differences.claims.senses import TRADED
from generator.link.differences.claims.speakers import compare_speakers
from generator.link.differences.corpus import Corpus
from generator.link.differences.facts import amends
from generator.model import Attribute, Kind, Verdict

CLOSE = 2
"""Names that two sentences share, so that they tell of one thing in articles that tell no story known as one."""


def compared(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Return how two answers differ, or None where they agree or nothing may be said."""
    return _COMPARED.get(one.attribute, _numbers)(corpus, one, other)


def _numbers(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare two numbers that articles on one happening give as their answer."""
    a, b, rule = one.article, other.article, one.attribute.row
    if same_answer(one, other) or not (corpus.of_one_news(a, b) or _is_close(corpus, one, other)):
        return None
    if rule.far and abs(one.number - other.number) >= rule.far:
        return None
    apart = corpus.days_apart(a, b)
    if rule.days is None or (apart is not None and apart <= rule.days):
        return (
            Verdict.CONFLICT,
            "Articles on one happening answer one question with numbers that no rounding makes agree.",
        )
    days = sorted({d for d in (corpus.published(a), corpus.published(b)) if d})
    when = f"told on {' and '.join(days)}" if len(days) > 1 else "it is not known which was told later"
    return Verdict.SCOPE, f"Articles on one happening count the same, but the number may have grown: {when}."


def _is_close(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether two sentences of the same days name so much in common that they tell one thing."""
    if not corpus.same_time(one.article, other.article):
        return False
    return bool(one.subject) and len(one.line.entities & other.line.entities) >= CLOSE


def _done(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare whether something was done: what isn't done yet may be done when the next one writes."""
    a, b = _frames(one, other)
    if a.is_coming != b.is_coming or a.holds == b.holds or not a.goal.same(b.goal):
        return None
    if not dates_fit(corpus, a, b) or not of_one(corpus, a, b):
        return None
    moves = a.asks is Kind.DIRECTION and TRADED.isdisjoint((a.lemma, b.lemma))
    again = " " in a.deed and {a.lemma, b.lemma} == {"win", "lose"} and not a.of_day(b)
    if again or (moves and not a.measures_as(b)) or ((a.denied or b.denied) and not (a.plain and b.plain)):
        return None
    yes, no = (a, b) if a.holds else (b, a)
    past = no.verb.tense == yes.verb.tense == "past" and not no.verb.aspect
    near = corpus.same_time(one.article, other.article) or (past and corpus.of_one_news(one.article, other.article))
    if amends(one.line.text) or amends(other.line.text) or not near:
        return None
    if no.verb.aspect == "perfect" or no.verb.tense == "present":
        told = corpus.published(yes.line.article), corpus.published(no.line.article)
        if None in told or (told[0] or "") > (told[1] or ""):
            return None
    return Verdict.CONFLICT, "One source tells that it is so, and another that it isn't, and they report the same days."


def _planned(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare what is announced for a later day with what is told as done before that day."""
    a, b = _frames(one, other)
    plan, done = (one, b) if a.verb.tense == "future" else (other, a)
    day, told = plan.date.value if plan.date else None, corpus.published(done.line.article)
    if a.holds != b.holds or a.denied or b.denied or not done.verb.happened or plan.frame is done or not (day and told):
        return None
    first, apart = edtf.bounds(day), corpus.days_apart(one.article, other.article)
    if first is None or first.first is None or apart is None or not a.goal.same(b.goal) or not of_one(corpus, a, b):
        return None
    if told >= first.first.isoformat() or not corpus.of_one_news(one.article, other.article):
        return None
    return Verdict.SCOPE, "One source announces it for a later day, another tells it as done: it may have been moved."


def _dates(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare the days that sources give for what happens once."""
    a, b = _frames(one, other)
    mine, theirs = (t.date.value if t.date and t.date.value else "" for t in (one, other))
    if edtf.compatible(mine, theirs):
        return None
    if one.asked.startswith("once"):
        return Verdict.CONFLICT, "It happens but once, and the sources give two dates for it."
    return _days(corpus, one, other) if of_one(corpus, a, b) else None


def _days(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare two days of one happening: a plan may have been moved since it was announced."""
    ahead = [_is_ahead(corpus, told) for told in (one, other)]
    if not corpus.same_time(one.article, other.article) and not corpus.of_one_news(one.article, other.article):
        return None
    if all(ahead) and (corpus.days_apart(one.article, other.article) or 0) > 1:
        return Verdict.SCOPE, "Sources announce one happening for two days: it may have been moved."
    if ahead[0] != ahead[1]:
        return (
            Verdict.SCOPE,
            "One source announces it for one day, another tells it of another day: it may have been moved.",
        )
    return Verdict.CONFLICT, "Sources tell one happening and give two days for it."


def _is_ahead(corpus: Corpus, told: Told) -> bool:
    published = corpus.published(told.article)
    return bool(published and told.date and (edtf.days_between(published, told.date.value or "") or 0) > 0)


def _frames(one: Told, other: Told) -> tuple[Frame, Frame]:
    if one.frame is None or other.frame is None:
        msg = "a deed has a frame"
        raise TypeError(msg)
    return one.frame, other.frame


_COMPARED: Mapping[Attribute, Callable[[Corpus, Told, Told], Found | None]] = {
    Attribute.DONE: _done,
    Attribute.PERIOD: compare_periods,
    Attribute.PLAN: _planned,
    Attribute.SPEAKER: compare_speakers,
    Attribute.OFFICE: compare_offices,
    Attribute.HOLDER: compare_holders,
    Attribute.DATE: _dates,
}
"""How the answers of an attribute are compared; all others are numbers."""
