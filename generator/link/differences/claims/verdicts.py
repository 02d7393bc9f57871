"""Two answers to one question ──▶ how they compare: nothing where they agree, or a lawful reading explains it."""

import re
from collections.abc import Callable, Mapping

from generator import edtf
from generator.link.content_words import senses_of, stems_of
from generator.link.differences.claims.claim import Found, Told, same_answer
from generator.link.differences.claims.counts import COMPATIBLE, allows, periods_of
from generator.link.differences.claims.counts import compared as counts_compared
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
FAR = 20
"""Times that two sizes of one thing differ at most; beyond that one of them is another thing, or a part."""
_AREA = re.compile(r"\b(?:in|at|of|near|from|for) (?:the )?(?P<area>(?!\w+day\b)[A-Z]\w{2,30})")
_PRONOUNS = frozenset(("it", "its", "they", "their", "he", "his", "she", "her"))


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


def _sizes(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare two sizes of one thing, in articles that each give their own alone."""
    if one.figure and other.figure and allows(one.figure, other.figure) and same_answer(one, other):
        return (
            COMPATIBLE if _on_one_thing(corpus, one, other) and corpus.one_story(one.article, other.article) else None
        )
    if _gives(corpus, one, other) or _gives(corpus, other, one) or not _on_one_thing(corpus, one, other):
        return None
    found = _numbers(corpus, one, other)
    again = one.attribute.row.days == 0 and found is not None and found[0] is Verdict.SCOPE
    return None if again else found  # on another day another number of them


def _gives(corpus: Corpus, told: Told, other: Told) -> bool:
    """Tell whether an article gives the other one's answer, too: then both count two things."""
    found = corpus.findings[told.article]
    if other.date:
        return any(d.duration == other.date.duration for d in found.dates)
    size = other.figure
    return size is not None and any(
        (f.value, f.unit, f.kind) == (size.value, size.unit, size.kind) for f in found.figures
    )


def _on_one_thing(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether two sentences share a name, or words beside what is asked; for *its*, those of the one before."""
    if max(one.number, other.number) > FAR * min(one.number, other.number):
        return False
    if one.frame and other.frame and not one.frame.agent.fits(other.frame.agent):
        return False
    if one.figure and other.figure and periods_of(one.figure, other.figure) == "other":
        return False
    people = [{e.id for n, e in t.line.names if e.kind == "person"} for t in (one, other)]
    if one.attribute is Attribute.LENGTH and all(people) and not people[0] & people[1]:
        return False
    (names, mine), (others, theirs) = (_beside(corpus, t) for t in (one, other))
    areas, elsewhere = ({m["area"] for m in _AREA.finditer(t.line.text)} for t in (one, other))
    apart = areas and elsewhere and not areas & elsewhere and not names & others
    return bool(names & others) or (not apart and len(mine & theirs) >= CLOSE)


def _beside(corpus: Corpus, told: Told) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names and the words of meaning beside an answer; those of the sentence before, too, for *its*."""
    lines = [told.line]
    if told.line.index > 0 and not _PRONOUNS.isdisjoint(told.line.text.casefold().split()):
        lines.append(corpus.line(told.article, told.line.index - 1))
    words = frozenset(senses_of(stems_of(" ".join(line.text for line in lines))))
    return frozenset().union(*(line.entities for line in lines)), words - frozenset(senses_of(stems_of(told.value)))


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
    Attribute.COUNT: counts_compared,
    **dict.fromkeys((Attribute.SUM, Attribute.LENGTH, Attribute.SHARE, Attribute.ORDINAL), _sizes),
    Attribute.DONE: _done,
    Attribute.PERIOD: compare_periods,
    Attribute.PLAN: _planned,
    Attribute.SPEAKER: compare_speakers,
    Attribute.OFFICE: compare_offices,
    Attribute.HOLDER: compare_holders,
    Attribute.DATE: _dates,
}
"""How the answers of an attribute are compared; all others are numbers."""
