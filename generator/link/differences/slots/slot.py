"""A clause ──▶ its slots: the typed values that it gives, each with what it is compared by."""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from generator import edtf
from generator.link.content_words import senses, senses_of, stems_of
from generator.link.differences.claims.claim import words_of
from generator.link.differences.claims.counted import called_so, rows_of
from generator.link.differences.claims.senses import acts, sense_of
from generator.link.differences.known import phrase_at, sense_at
from generator.link.differences.slots.clock import clocks
from generator.link.differences.slots.parts import governor, measure_of, part_of, restated, some_of, told_before
from generator.link.differences.slots.telling import Slot, Telling, Worded
from generator.link.differences.slots.votes import vote_at
from generator.link.differences.slots.wholes import holder_of, share_at
from generator.link.differences.slots.years import day_of
from generator.link.differences.uncounted import uncounted
from generator.link.differences.values import days_of, unit_of
from generator.model import Date, Figure, Span
from generator.text import VerbGroup
from generator.text.befallen import deeds_counted
from generator.text.numbers import value_of
from generator.text.synonyms import near

REACH = 6
"""Tokens between a form in -ing, or an infinitive, and the value that it governs."""
_BOUNDS = {
    **dict.fromkeys(("until", "till"), "until"),
    **dict.fromkeys(("since", "from"), "since"),
    **dict.fromkeys(("by", "before"), "before"),
    **dict.fromkeys(("after", "following"), "after"),
}
_BEGINS = ("until", "till", "before")
_POINTS = re.compile(r"(?i)^(?:that|the (?:same|next|following|previous))\b|\bago$")
"""A time that is counted from another one, or in round numbers: *that year*, *42 years ago*."""
_COUNTED = ("count", "money", "quantity", "percent", "length", "points", "rate")
_ORDINALS = frozenset(("time", "place", "day", "week", "month", "year", "quarter", "half", "round", "set", "minute"))
"""What has an ordinal of its own in every match, calendar and house."""
_CROWD = "supporters guests visitors fans spectators protesters marchers mourners participants"
"""Who comes to a place: one source counts people there, another one supporters."""
_GATHERS = "gather stand march rally attend protest come"  # what a crowd does
ANYBODY = "people person man woman child member gang group"
"""What anybody may be called, and what is counted everywhere: what happens to them must be the same."""
LASTS = "last take continue run"
_EQUATES = "amount total stand value estimate weigh measure run stretch extend"
"""Verbs that say of their subject how much it is, besides *be*."""
_OFFERED = "offer demand propose request bid"
"""What is done so of a sum has the same name as a noun."""
_LEAVES = frozenset(("leave", "leaves", "leaving", "left", "with"))
_SOME = frozenset(("among",))
_ASKED = ("require", "need", "demand", "fail")
"""Lemmas of what says that a vote is needed, or wasn't reached: it tells of none."""
_EACH = frozenset(("each", "apiece", "every", "head", "person"))
_PER, _TIMES = ("a", "an", "per", "for", "each", "every", "the"), ("hour", "day", "night", "week", "month", "year")
_THINGS = "thing object item piece"


def slots_of(told: Worded) -> tuple[Slot, ...]:
    """Return the slots of a clause, each with the other numbers of the clause."""
    found = tuple(_slots_of(told))
    numbers = tuple((s.sort, s.number) for s in found if s.kind in _COUNTED and "which" not in s.part)
    given = {f.name: getattr(told, f.name) for f in fields(Telling)} | {"numbers": numbers}
    t = Telling(**given)
    return tuple(s._replace(telling=t, **_beside(told, s)) for s in found)


def _beside(t: Worded, slot: Slot) -> dict[str, Any]:
    """Return what stands beside a value: its deed, features, dates and places."""
    held, outside = frozenset(t.tokens), t.outside(slot.first, slot.end)
    known = [d for d in _dates(t) if day_of(d) and d is not slot.date]
    dates = [d for d in known if t.s.within(d.span)[0] in held]
    measure = measure_of(t, slot)
    behind = t.opener == "sub" or (t.opener == "part" and not measure)  # failed in 2020 after two patients quit
    dates = dates or (known if behind and t.verb else [])
    times = (d.value for d in dates if d.value and edtf.precision(d.value) != "day")
    period = slot.figure.period.value if slot.figure and slot.figure.period else None
    told = (day for d in dates if d.kind == "date" and (day := day_of(d)))
    named = frozenset(e.id for n, e in t.line.names if e.kind == "place" and n.form == "name")
    return {
        "deed": _deed(t, slot),
        "features": (outside - {slot.head}).union(times),
        "dates": (period,) if period else tuple(told),
        "places": named & outside,
        "measure": measure,
        "people": _people(t, slot) if slot.kind == "count" else "",
        "holder": holder_of(t.s, slot.first, slot.end) if slot.kind == "count" else "",
    }


def _dates(t: Worded) -> list[Date]:
    """Return the dates of a sentence but those that the next one tells again: *the next day*, **the third of June**."""
    behind = (*t.line.dates[1:], None)[: len(t.line.dates)]
    pairs = ((d, t.s.within(d.span)[1], n) for d, n in zip(t.line.dates, behind, strict=True))
    return [d for d, i, n in pairs if not (n and d.offset and t.s.low(i) == "," and t.s.within(n.span)[0] == i + 1)]


def _people(t: Worded, slot: Slot) -> str:
    """Return whether people are counted: by who they are, what comes to them, or what they come to."""
    noun = t.s.words[slot.end - 1]
    harmed = any(row.counted == "people" for row in rows_of("noun", noun))
    if harmed or slot.head == "crowd" or slot.head in senses("people person"):
        return "people"
    return {"people": "people", "person": "person", "child": "person"}.get(called_so(noun), "")


def _deed(t: Worded, slot: Slot) -> str:
    first, s = slot.first, t.s
    if slot.part == _SOME:
        return "be"
    behind = next((s.low(i) for i in range(slot.end, len(s)) if s.parts[i] not in ("adv", "verb")), "")
    if slot.kind == "count" and behind in deeds_counted() and _LEAVES & {s.low(i) for i in t.tokens if i < first}:
        return sense_of(deeds_counted()[behind])[0]  # leaving 14 people dead
    verb = next((v for v in reversed(t.s.verbs) if v.first in t.tokens and v.end <= first and not v.finite), None)
    if verb is None or (t.verb and verb.first <= t.verb.end) or first - verb.end > REACH:
        return t.deed
    return sense_of(deeds_counted().get(t.s.low(verb.head), t.s.words[verb.head].lemma))[0]


def _slots_of(t: Worded) -> Iterator[Slot]:
    held = frozenset(t.tokens) - uncounted(t.s, t.tokens)
    taken: set[int] = set()
    for figure in t.line.figures:
        first, end = t.s.within(figure.span)
        if first in held and end > first:
            taken |= set(range(first, end))
            yield from _of_figure(t, figure, first, end)
    for i in t.tokens:
        if share := share_at(t, i):
            end, head = share.noun + 1, sense_at(t.s, share.noun)
            yield Slot(f"share {share.whole:g} {head}", t, i, end, t.text(i, end), share.number, head=head)
        if i not in taken and i in held and (t.s.parts[i] == "number" or t.s.low(i) in ("no", "none")):
            yield from _of_token(t, i)
    for date, (first, end) in ((d, t.s.within(d.span)) for d in _dates(t)):
        if first in held and end > first:
            yield from _of_date(t, date, first, end)
    yield from (slot for slot in _of_clocks(t) if slot.first in t.tokens)
    if t.deed and t.verb is not None:
        held_one = not (t.verb.denied or t.verb.modality or t.lemma in _ASKED)
        votes = ((i, vote_at(t, i)) for i in t.tokens if held_one)
        yield from (
            Slot("vote", t, i, v.end, t.text(i, v.end), v.against, bound=f"{v.all or ''}") for i, v in votes if v
        )
        kinds = t.s.words[t.verb.head].kinds
        if "raises-not" not in kinds and (
            t.tokens[-1] >= t.verb.end or "takes-clause" not in kinds
        ):  # had warned | them
            stop = next((i for i in t.tokens if i >= t.verb.end and t.s.parts[i] == "comma"), t.tokens[-1] + 1)
            said = t.text(_begins(t, t.verb), stop)
            yield Slot(f"truth {t.deed}", t, t.verb.first, t.verb.end, said, float(t.holds))


def _begins(t: Worded, verb: VerbGroup) -> int:
    """Return where what a clause tells begins: behind its *that*, but with who denies it: *denied that he left*."""
    s, first = t.s, t.tokens[0]
    denier = next((v for v in reversed(s.verbs) if v.end <= first), None)
    if verb.denied and denier and all(s.words[i].kinds.isdisjoint(("not", "no")) for i in t.tokens):
        return denier.first
    return first + (s.parts[first] in ("that", "conj") and first < verb.first)


def _of_figure(t: Worded, figure: Figure, first: int, end: int) -> Iterator[Slot]:
    if figure.value is None or figure.kind == "ordinal":
        yield from _of_ordinal(t, figure, first, end) if figure.value is not None else ()
        return
    if figure.hedge and figure.hedge.text == figure.text:
        return  # thousands, which says of no thing how many there are
    number, text = float(figure.value), words_of(figure)
    near, behind = restated(t, first, end)
    if figure.kind == "count":
        found = _counted(t, first, end)
        head, stop = found or ("", end)
        if not head and figure.measure:
            head = (senses_of(stems_of(figure.measure.text)) or ("",))[-1]
        some = some_of(t, first, end) if head in ("", *senses("people")) else ""
        gathered = head in senses("people") and t.deed in acts(_GATHERS)
        head = "crowd" if gathered or head in stems_of(_CROWD) else "thing" if head in senses(_THINGS) else head
        part = _SOME if some else part_of(t, first, stop, counts=True)
        if (head := some or head) and head != "other":
            sort = f"count {head} {figure.direction}"
            yield Slot(sort, t, first, stop, text, number, head=head, figure=figure, part=part)
        return
    if figure.unit == "year" and "old" in (t.s.low(end), t.s.low(end + 1), *figure.text.split("-")):
        return
    said = figure.per.text.casefold().split() if figure.per else []
    per = "".join(f" {w}" for w in said if w not in _PER)
    per = " each" if said and per[1:] not in _TIMES and not _EACH.isdisjoint(said) else f" per{per}" if said else ""
    head = governor(t.s, near, behind) or _equated(t, near)
    joined = any(t.s.low(i) == "and" for i in range(t.goal.end, first))  # offered training and a rise of 6 percent
    offered = t.deed in senses(_OFFERED) and (joined or head in ("", t.goal.head))  # a rise of 6 percent: an offer of
    head, directed = t.deed if offered else head, figure.kind != "quantity" and not offered
    sort = f"{figure.kind} {unit_of(figure)}{per} {figure.direction if directed else ''}"
    part = part_of(t, near, behind) - ({"per", "of"} if figure.kind == "percent" else set())  # 61 per cent of those who
    yield Slot(sort, t, first, end, text, number, head=head, figure=figure, part=part)


def _equated(t: Worded, first: int) -> str:
    """Return what a verb says the size of: *the fee amounts to*, *the ferry cost*, *the ring is worth*."""
    equates = t.deed == "be" or t.deed in acts(_EQUATES)
    thing = t.agent if t.agent.head or t.goal.end > first else t.goal
    return t.deed if t.deed in senses("cost") else thing.head if equates else ""


def _of_ordinal(t: Worded, figure: Figure, first: int, end: int) -> Iterator[Slot]:
    """Yield which one of its kind something is said to be: ``it was the Rovers' fourth cup``."""
    is_ = t.verb is not None and "be" in t.s.words[t.verb.head].kinds and 0 <= first - t.verb.end <= REACH
    if is_ and figure.measure and figure.value is not None:
        noun = t.s.within(figure.measure.span)[0]
        head = sense_at(t.s, noun)
        if t.s.words[noun].lemma not in _ORDINALS:
            yield Slot(f"ordinal {head}", t, first, end, figure.text, float(figure.value), head=head)


def _counted(t: Worded, first: int, end: int) -> tuple[str, int] | None:
    s, phrase = t.s, phrase_at(t.s, end - 1)
    if s.word(end).part == "hyphen" and end + 1 < len(s) and s.parts[end + 1] == "noun":  # a 22,000-seat stadium
        return None if "old" in s.low(end + 1) else (sense_at(s, end + 1), end + 2)
    joined = "-" in s.words[first].text and value_of(s.low(first)) is None
    if joined or phrase is None or phrase.head < end or s.parts[phrase.head] != "noun":
        head = "crowd" if "gather" in near(governor(s, first, end)) else told_before(t, end)  # a crowd of 60,000
        return (head, end) if head else None
    return sense_at(s, phrase.head), phrase.head + 1


def _of_token(t: Worded, i: int) -> Iterator[Slot]:
    s = t.s
    number = 0.0 if s.low(i) in ("no", "none") else value_of(s.low(i))
    found = _counted(t, i, i + 1) if number is not None else None
    some = some_of(t, i, i + 1) if number is not None and not found else ""
    head, stop = found or (some, i + 1)
    if head and number is not None:
        part = _SOME if some else part_of(t, i, stop, counts=True)
        yield Slot(f"count {head} ", t, i, stop, s.words[i].text, number, head=head, part=part)


def _of_date(t: Worded, date: Date, first: int, end: int) -> Iterator[Slot]:
    s, text = t.s, " ".join(date.text.split())
    if days_of(date) and " to " not in text:
        head = ""
        if "-" in date.text and end < len(s) and s.parts[end] == "noun":
            head = sense_at(s, end)
        elif s.low(first - 1) == "of":
            before = next((p for p in s.phrases if p.end == first - 1), None)
            head = sense_at(s, before.head) if before else ""
        elif t.deed in acts(LASTS):
            head = t.agent.head
        if _length_at(t, first - (s.low(first - 1) == "and"), ends=True) is None:
            more = _length_at(t, end + (s.low(end) == "and"))
            end = s.within(more.span)[1] if more else end
            days = sum(days_of(d) for d in (date, more) if d)
            yield Slot(
                "length",
                t,
                first,
                end,
                t.text(first, end),
                days,
                head=head,
                date=date,
                part=part_of(t, first, end) - {"all"},
            )
        return
    timed = s.low(first - 1) == "at" and " on " not in text
    timed = timed or s.word(end).part in ("genitive", "noun", "name")  # joined the 2008 Dolphins
    day = day_of(date)
    if date.kind == "date" and day and t.deed and not timed and not _POINTS.search(text):
        begins = t.verb is not None and "not" in s.parts[t.verb.first : t.verb.end]  # was not opened until 3 May
        bound = "on" if begins and s.low(first - 1) in _BEGINS else _BOUNDS.get(s.low(first - 1), "on")
        value = day if s.low(first - 1) not in _BOUNDS else day.strip("./")
        yield Slot("date", t, first, end, text, value=value, date=date, bound=bound)


def _of_clocks(t: Worded) -> Iterator[Slot]:
    start = t.line.sentence.span.start
    for clock in clocks(t.line.text):
        first, end = t.s.within(Span(start + clock.start, start + clock.end))
        if end > first:
            yield Slot("clock", t, first, end, t.text(first, end), clock.minutes, bound="whole" * clock.whole)


def _length_at(t: Worded, i: int, *, ends: bool = False) -> Date | None:
    """Return the length of time that begins, or ends, at a token: *two hours and* **20 minutes**."""
    return next((d for d in t.line.dates if days_of(d) and t.s.within(d.span)[ends] == i), None)
