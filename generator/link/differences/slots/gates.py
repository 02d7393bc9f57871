"""When two slots that match may not be set against each other: another time, place, part, or the other's value, too."""

import re
from collections.abc import Iterator
from functools import cache
from sys import maxsize

from generator import edtf
from generator.lexicons import numerals
from generator.link.content_words import senses
from generator.link.differences.asking import joined
from generator.link.differences.claims.outcomes import clause_around
from generator.link.differences.claims.senses import TRADED, harms, sense_of
from generator.link.differences.corpus import Corpus
from generator.link.differences.facts import amends, expected
from generator.link.differences.slots.align import equal, is_ahead, is_slip
from generator.link.differences.slots.news import tells_another
from generator.link.differences.slots.parts import things
from generator.link.differences.slots.places import of_one_place
from generator.link.differences.slots.slot import ANYBODY
from generator.link.differences.slots.telling import NOBODY, Role, Slot
from generator.link.differences.slots.times import is_background, of_one_time
from generator.model import Kind, Span
from generator.text.numbers import value_of
from generator.text.synonyms import are_near

FAR = 5
"""Times that two numbers of one thing differ at most; beyond that one is of a part, or of all there ever were."""
SMALL = 12
"""Numbers up to this stand in any article, of other things; larger ones don't by chance."""
_WHOLE = re.compile(
    r"""(?xi) \b (?:
        so \s far | now | to \s date | in \s (?:total|all) | altogether | all \s told | overall | cumulative
      | (?:around|across|throughout|all\s over) \s the | nationwide | worldwide             # 310 around the gulf
    ) \b"""
)
"""Words of a sum over several occasions (``12 so far``) or places: no count of a single one."""
_ONE_OF = frozenset(("first", "second", "third", "fourth", "last", "other", "another"))
_REST = re.compile(r"(?i)\b(?:another|and (?:(?:of|some|many|tens|dozens|hundreds|thousands) ){1,4}more)\b")
"""Words of one thing or number beside another: *170 in the province and thousands more*, *another dose*."""
_OWN_WEEK, WEEK = re.compile(r"[<>?]{0,2}W[1-7]"), 7  # days
_SUPPOSED = ("possible", "conditional", "required")
_DIMENSIONS = senses("long wide broad high tall deep thick")
_NO_FORECAST = ("would", "estimates", "estimate")
ROLES = ("agent", "goal", "beside")


@cache
def _traded() -> frozenset[str]:
    return frozenset(sense_of(lemma)[0] for lemma in TRADED)


def differ(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether two values are worth a card: they can't both be right, or in one story only a hedge lets them be.

    Of people to whom something happened the numbers that can't are told as a series: see ``claims/series.py``.
    """
    if not equal(one, other):
        return one.kind != "count" or harms().isdisjoint((one.deed, other.deed, one.head))
    return (
        allows(one, other)
        and corpus.one_story(one.article, other.article)
        and not corpus.ids.isdisjoint(one.telling.around & other.telling.around)
    )


def allows(one: Slot, other: Slot) -> bool:
    """Tell whether two numbers differ, and words such as *at least* or *more than* let them agree."""
    figures = [s.figure for s in (one, other) if s.figure]
    hedged = (f for f in figures if f.hedge and f.hedge.text not in f.text)  # "dozens" is no hedge
    return one.number != other.number and equal(one, other) and any(f.qualifier[:1] in ("<", ">") for f in hedged)


def is_near(one: Slot, other: Slot, far: int = FAR) -> bool:
    """Tell whether two numbers differ by no more than counts of one thing do."""
    low, high = sorted((abs(one.number), abs(other.number)))
    return one.kind == "clock" or high <= far * (low or high)


def of_one(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether two slots can be of one happening: of one time, place and mode, and told of the same.

    What is asked of the corpus here is kept by ``Corpus.keys``, and by whether both articles are of one news.
    """
    return (
        is_near(one, other)
        and _may_exclude(one, other)
        and of_one_measure(one, other)
        and of_one_place(corpus, one, other)
        and (one.kind == "vote" or of_one_offer(one, other) or all(is_one(one, other, role) for role in ROLES))
        and (is_moved(corpus, one, other) or (of_one_mode(one, other) and of_one_time(corpus, one, other)))
        and not are_numbered_otherwise(corpus, one, other)
        and not are_of_two_weeks(corpus, one, other)
        and not last_for_two(corpus, one, other)
    )


def last_for_two(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether for one length a body does it, and for the other one a *he* that nobody knows."""
    both = ((one.telling, other.telling), (other.telling, one.telling)) if one.kind == "length" else ()
    told = (b.agent.ids for a, b in both if a.agent.first >= 0 and not a.agent.whom)
    return any(corpus.index.entity(i).kind == "organisation" for ids in told for i in ids & corpus.ids)


def are_of_two_weeks(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether articles more than a week apart each name a weekday: found guilty on Wednesday, jailed on Monday."""
    named = all(s.date and _OWN_WEEK.fullmatch(s.date.offset or "") for s in (one, other))
    return named and (corpus.days_apart(one.article, other.article) or 0) > WEEK


def are_numbered_otherwise(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether those who take part have other numbers: *a magnitude 6.8 quake*, *a magnitude 5.7 quake*."""
    which = ("agent", "goal") if one.kind in ("date", "truth", "length") else ()  # else the numbers say how many
    numbered = ((mine, _within(corpus, other, role)) for role in which if (mine := _within(corpus, one, role)))
    return any(theirs and mine.isdisjoint(theirs) for mine, theirs in numbered)


def _within(corpus: Corpus, slot: Slot, name: str) -> frozenset[str]:
    """Return the numbers in the words of who takes part, but for a slot's own, and for people who are counted."""
    role = _whose(slot, name)
    tokens = range(role.first, role.end) if role.head not in senses(ANYBODY) else range(0)
    return frozenset(numerals().get(n, n) for n in _numbers(corpus, slot, tokens))


def of_one_offer(one: Slot, other: Slot) -> bool:
    """Tell whether a value is told with the noun here, and with its verb there: *rejected an offer*, *had offered*."""
    return one.head == other.head != "" and (one.deed == one.head) != (other.deed == other.head)


def of_one_measure(one: Slot, other: Slot) -> bool:
    """Tell whether two sizes can be of one currency, and one dimension."""
    return not (_of_two_currencies(one, other) or _of_two_dimensions(one, other))


def _of_two_dimensions(one: Slot, other: Slot) -> bool:
    """Tell whether one is how long something is, and the other one how high."""
    mine, theirs = (s.features & _DIMENSIONS for s in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _of_two_currencies(one: Slot, other: Slot) -> bool:
    """Tell whether two sums are known to be of two countries' money; *dirhams* alone can be of either."""
    units = {s.figure.unit for s in (one, other) if s.kind == "money" and s.figure and s.figure.unit.isupper()}
    return len(units) > 1


def _may_exclude(one: Slot, other: Slot) -> bool:
    """Tell whether two opposites are told of one doer, and a pronoun stands for what the other one names."""
    if one.kind != "truth":
        return True
    a, b = one.telling, other.telling
    if {a.asks, b.asks} != {Kind.DENIAL} and not any(t.verb and t.verb.denied for t in (a, b)):  # sold, and bought
        one_noun = not (a.goal.ids or b.goal.ids) and a.goal.head == b.goal.head
        known = a.goal.whom and b.goal.whom and a.goal.ids | b.goal.ids
        if known and not (one_noun or a.goal.named & b.goal.named):
            return False
    pairs = ((a.goal, a.carried, b.goal), (b.goal, b.carried, a.goal))
    return all(bool(carried & goal.whom) for role, carried, goal in pairs if role.first >= 0 and not role.whom)


def is_one(one: Slot, other: Slot, name: str) -> bool:
    """Tell whether who takes part can be the same; a noun beside a number may stand elsewhere in the other clause."""
    mine, theirs = _whose(one, name), _whose(other, name)
    noun = not (mine.ids or theirs.ids)
    told = noun and name == "goal" and one.kind != "truth"
    if noun and not senses(ANYBODY).isdisjoint((mine.head, theirs.head)) and one.kind in ("count", "length"):
        return True
    if one.measure and one.measure == other.measure and things(one, other) and not (mine.ids and theirs.ids):
        return True
    told = told and (mine.head in other.features or theirs.head in one.features)
    return mine.fits(theirs) or told or (noun and one.kind != "truth" and are_near(mine.head, theirs.head))


def _whose(slot: Slot, name: str) -> Role:
    """Return who takes part beside a value; what it is a number or size of is told by the value."""
    role: Role = getattr(slot.telling, name)
    own = role.first <= slot.first < role.end or (slot.head and slot.head == role.head)
    return NOBODY if own and slot.kind != "truth" else role


def fits(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether two slots are of one part, and neither article gives the other's value."""
    lines = [corpus.line(s.article, s.telling.index) for s in (one, other)]
    told = tuple(zip((one, other), lines, strict=True))
    return (
        one.part - {"all"} == other.part - {"all"}
        and (is_ahead(one) or tells_another(corpus, one) == tells_another(corpus, other))  # a new bridge will cost
        and which(corpus, one) == which(corpus, other)
        and not (gives(corpus, one, other) or gives(corpus, other, one))
        and (
            one.kind in ("date", "truth", "clock")
            or (one.deed == other.deed and one.features == other.features)  # the same clause but for the value
            or is_slip(one, other)
            or len({(expects(corpus, s), *(bool(p.search(n.text)) for p in (_WHOLE, _REST))) for s, n in told}) == 1
        )
        and not may_follow(corpus, one, other)
        and not any(amends(line.text) for line in lines)
    )


def which(corpus: Corpus, slot: Slot) -> tuple[str, ...]:
    """Return the words that tell which one of several takes part: *the first quake*."""
    roles = ((r.first, r.end) for r in (slot.telling.agent, slot.telling.goal))
    return corpus.once(_which, slot.article, slot.telling.index, *roles)


def _which(corpus: Corpus, article: str, index: int, *roles: tuple[int, int]) -> list[str]:
    s = joined(corpus, corpus.line(article, index))
    told = (s.low(i) for first, end in roles for i in range(max(first, 0), end)) if s else ()
    return sorted(_ONE_OF.intersection(told))


def expects(corpus: Corpus, slot: Slot) -> bool:
    """Tell whether the clause of a value, or the one that it depends on, forecasts it."""
    stop = slot.end if slot.telling.verb and slot.telling.verb.happened else slot.first  # cut 162 planned flights
    return any(corpus.once(_expects, slot.article, slot.telling.index, slot.first, stop))


def _expects(corpus: Corpus, article: str, index: int, first: int, stop: int) -> Iterator[bool]:
    line = corpus.line(article, index)
    if s := joined(corpus, line):
        inside = clause_around(s, first)
        line = corpus.line_within(corpus.article(article).cite(Span(s.starts[inside.start], s.ends[inside.stop - 1])))
    yield expected(line, *_NO_FORECAST, *(s.low(i) for i in range(first, stop) if s))


def may_follow(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether what isn't done yet, or *has* been done since, may be done when the later article is written."""
    yes, no = (one, other) if one.telling.holds else (other, one)
    verb, done = no.telling.verb, yes.telling.verb
    if one.kind != "truth" or verb is None or yes.telling.holds == no.telling.holds:
        return False
    since = done and done.tense == "present" and done.aspect == "perfect" and not yes.dates
    if not since and verb.tense != "present" and (verb.aspect != "perfect" or verb.tense == "past"):
        return False  # "had not" is of the time that is told
    return (corpus.published(no.article) or "") < (corpus.published(yes.article) or "")


def is_moved(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether one clause announces for a later day what the other one tells as done: it may have been moved."""
    plan, done = (one, other) if is_ahead(one) else (other, one)
    verb, told = done.telling.verb, corpus.published(done.article)
    if one.kind not in ("truth", "date") or is_ahead(done) or not is_ahead(plan) or verb is None or not told:
        return False
    if is_background(corpus, done) or not verb.happened or plan.telling.holds != done.telling.holds or verb.denied:
        return False
    days = (plan.value,) if one.kind == "date" else plan.dates
    first = edtf.bounds(days[0]) if len(days) == 1 else None
    ahead = first is not None and first.first is not None and told < first.first.isoformat()
    return (one.kind == "date" or ahead) and corpus.of_one_news(one.article, other.article)


def of_one_mode(one: Slot, other: Slot) -> bool:
    """Tell whether two clauses are both told as facts, or as plans."""
    a, b = one.telling, other.telling
    if a.verb is None or b.verb is None:
        return True
    if any(t.verb.modality in _SUPPOSED and t.opener not in ("that", "said") for t in (a, b) if t.verb):
        return False
    plain, truth = (a.plain and b.plain) or Kind.DENIAL not in (a.asks, b.asks), one.kind == "truth"
    if truth and not (plain and a.verb.aspect != "progressive" != b.verb.aspect):
        return False
    if truth and sorted((a.often, b.often)) == ["", "always"]:
        return False
    opposed = a.deed == b.deed and a.deed not in _traded()  # lent it, got it as a loan
    alike = a.holds == b.holds if opposed else a.verb.denied == b.verb.denied
    return is_ahead(one) == is_ahead(other) and (truth or alike)


def of_one_crowd(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether people came to one place of a town: where they do something else, words beside names tell so."""
    return one.head != "crowd" or one.deed == other.deed or not (one.features & other.features) <= corpus.ids


def gives(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether the article of one slot gives the other one's value, too: then both tell two things."""
    found = corpus.findings[one.article]
    if other.kind in ("truth", "clock"):
        return other.kind == "clock" and f" {other.text} ".casefold() in f" {found.article.text} ".casefold()
    if other.date and other.date.duration:
        return any(d.duration == other.date.duration for d in found.dates)
    if other.figure:
        size = other.figure
        alike = (f for f in found.figures if (f.value, f.unit, f.kind) == (size.value, size.unit, size.kind))
        named = (f.measure is None or other.head in f.measure.text.casefold() for f in alike)
        if any(other.number > SMALL or same for same in named):
            return True
    counted = other.kind in ("count", "percent")  # 15 percent, and the founders 12
    return counted and other.number in map(value_of, _numbers(corpus, one, range(maxsize)))


def _numbers(corpus: Corpus, slot: Slot, tokens: range) -> list[str]:
    """Return the numbers among some tokens of a slot's sentence but its own."""
    found = corpus.once(_numbered, slot.article, slot.telling.index) if tokens else ()
    return [low for i, low in found if i in tokens and not slot.first <= i < slot.end]


def _numbered(corpus: Corpus, article: str, index: int) -> Iterator[tuple[int, str]]:
    s = joined(corpus, corpus.line(article, index))
    return ((i, s.low(i)) for i in range(len(s)) if s.parts[i] == "number") if s else iter(())
