"""What was done and when: frames ──▶ claims, and when two of them are of one happening."""

from collections.abc import Iterator

from generator import edtf
from generator.lexicons import words
from generator.link.differences.claims.claim import Told
from generator.link.differences.claims.frame import Frame
from generator.link.differences.corpus import Corpus
from generator.link.differences.facts import WEEKDAY
from generator.model import Attribute, Date
from generator.text import Sentence

BACKGROUND_DAYS = 366
"""From a day to the article that tells it: what is further away is background, not what others report as news."""
SHARED = 2
"""What two clauses of articles that tell no story known as one have in common: names and words, the deed aside."""

_OPENERS = ("", "said", "that", "comma", "conj", "break")
"""What a clause opens with that tells a fact: no *if*, *when*, *who*."""
_SAID = frozenset(words("deeds-said"))
"""Lemmas of what one does here and not there: one answers this paper, and not that one."""
_ONCE = frozenset(("found", "establish", "bear", "die", "bury", "marry", "execute"))
"""Lemmas of what happens to one thing once, whenever it is told."""
_REPEATED = frozenset(words("deeds-repeated"))
"""… and of what happens again on another day."""


def claims_of(frame: Frame, s: Sentence) -> Iterator[Told]:
    """Yield whether something was done, and on which day, as a clause of a sentence tells it."""
    date = _date(frame, s)
    once = _year(frame, s) if frame.lemma in _ONCE and not frame.denied else None
    if once:
        for goal in sorted(frame.goal.ids):
            yield Told(Attribute.DATE, goal, f"once {frame.deed}", frame.line, once.text, date=once, frame=frame)
        return
    goals = ("",) if " " in frame.deed else sorted(filter(None, frame.goal.ids or {frame.goal.head}))
    for goal in goals:
        if frame.is_coming or frame.verb.happened:
            only = _only(frame, s)
            yield Told(Attribute.PLAN, goal, f"plan {frame.deed}", frame.line, frame.words, date=only, frame=frame)
        yield Told(Attribute.DONE, goal, f"done {frame.deed}", frame.line, frame.words, frame=frame)
        if date and not frame.denied:
            yield Told(Attribute.DATE, goal, f"date {frame.deed}", frame.line, date.text, date=date, frame=frame)


def _year(frame: Frame, s: Sentence) -> Date | None:
    """Return the one date that a clause states behind its verb."""
    start = s.ends[frame.verb.end - 1]
    found = [d for d in frame.line.dates if d.kind == "date" and frame.span.holds(d.span) and d.span.start >= start]
    return found[0] if len(found) == 1 and found[0].basis == "stated" and found[0].value else None


def is_told(frame: Frame) -> bool:
    """Tell whether a clause tells a fact, or a plan as one."""
    modality, said = frame.verb.modality, frame.opener in ("that", "said")
    as_fact = modality in ("", "planned") or (modality == "conditional" and said)
    return frame.opener in _OPENERS and as_fact and (frame.lemma not in _SAID or " " in frame.deed)


def _date(frame: Frame, s: Sentence) -> Date | None:
    """Return the one day that a clause gives, if what it tells doesn't happen again and again."""
    found = _only(frame, s)
    if found is None or not found.value or frame.lemma in _REPEATED:
        return None
    fine = edtf.precision(found.value) in ("day", "month", "year") and (
        found.basis == "stated" or any(c.isdigit() for c in found.text) or WEEKDAY.search(found.text)
    )
    return found if fine and s.low(s.within(found.span)[0] - 1) in ("on", "in", "of") else None


def _only(frame: Frame, s: Sentence) -> Date | None:
    """Return the one date that a clause gives behind its verb."""
    start = s.starts[frame.verb.end - 1]
    found = [d for d in frame.line.dates if d.kind == "date" and start <= d.span.start < frame.span.end]
    return found[0] if len(found) == 1 else None


def of_one(corpus: Corpus, one: Frame, other: Frame) -> bool:
    """Tell whether two clauses tell one happening: the same done by and to the same, at one place.

    Whether it is of one time is asked by whoever knows which one counts.
    """
    a, b = one.line.article, other.line.article
    if not one.goal.fits(other.goal) or not one.agent.fits(other.agent):
        return False
    if one.to[0] == other.to[0] and one.to[1] and other.to[1] and not one.to[1] & other.to[1]:
        return False  # *checked into* the one clinic, and into the other
    if any(f.unit == g.unit and f.value != g.value for f in one.figures for g in other.figures):
        return False
    places = [corpus.places(f.line) for f in (one, other)]
    if places[0] and places[1] and not places[0] & places[1]:
        return False
    named = bool(one.goal.ids & other.goal.ids) + (bool(one.agent) and one.agent.same(other.agent))
    beside = len(one.line.entities & other.line.entities)
    rest = len((one.senses & other.senses) - {*one.deed.split(), one.goal.head})
    if corpus.story(a) is not None and corpus.story(a) == corpus.story(b):
        return bool(named or beside or rest) or (one.goal.bare and other.goal.bare)
    return bool(named or beside) and rest + named >= SHARED


def _dated(frame: Frame) -> list[str]:
    """Return the dates of a clause, or those of its sentence: *was opened in 1956 and closed in 1982* are two times."""
    dates = [(d.span, d.value) for d in frame.line.dates if d.kind == "date" and d.value]
    return [value for span, value in dates if frame.span.holds(span)] or [value for _, value in dates]


def dates_fit(corpus: Corpus, one: Frame, other: Frame) -> bool:
    """Tell whether two clauses can be of one time.

    A clause without a date tells the news of its article: a dated one beside it is no background, if its date is one of
    the days on which its own article was news.
    """
    mine, theirs = _dated(one), _dated(other)
    if mine and theirs:
        return any(edtf.compatible(a, b) for a in mine for b in theirs)
    published = corpus.published((one if mine else other).line.article)
    apart = [edtf.days_between(day, published) for day in (*mine, *theirs)] if published else []
    return not (mine or theirs) or any(days is not None and abs(days) <= BACKGROUND_DAYS for days in apart)
