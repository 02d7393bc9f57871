"""Groups ──▶ events: the date, the headline, the status, the readings."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from itertools import takewhile
from typing import TypeVar

from generator import edtf
from generator.independence import Independence
from generator.lexicons import numerals
from generator.link.content_words import told_of
from generator.link.events.same import NEARLY, is_later, is_long_past
from generator.link.events.subjects import POINTING
from generator.link.events.telling import NEWS_DAYS, SAME_NEWS, Mode, Telling, width
from generator.link.events.words import acts, done, nouns
from generator.model import Account, Entity, Event, Evidence, Reading
from generator.salience import Salience
from generator.slug import numbered, slug
from generator.text import LEXICON, forms, lemmas, stem

E = TypeVar("E", bound=Evidence)

RELATIVE = 0.5
"""What a headline is still worth with a date that must be counted."""
_NUMBER = re.compile(r"\d[\d.,]{0,14}\d")  # 5.6, 20, but no single digit
_WEEKDAY = re.compile(r"W[1-7]")  # in the offset of a weekday: <W5

_BASES = ("supplied", "stated", "computed", "relative", "unresolved")
_MODES: tuple[Mode, ...] = ("cancelled", "happened", "planned", "hypothetical")

HALF = 0.5
"""Share of the headline's deeds that another sentence must tell; not one of *broke up a march where Holm was shot*."""
_WORD = re.compile(r"[0-9][0-9.,]{0,14}(?=[ -]|$)|[^\W\d_](?:['’]?[^\W\d_]){0,30}|[^\w\s]")  # nine | gold | pieces | ,
PHRASE = 3
"""Words behind a number among which the noun stands that it counts: ``nine ancient gold pieces``."""
TOLD, NEARLY_ALL = 0.3, 0.6
"""Share of the headline's words of meaning that the other sentence has, too: who gives but a part of it, or tells
something else of the same day, doesn't confirm it."""


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in the order of their dates, those without one last; of those of one id, each has a number."""
    ordered = sorted(events, key=_order)
    return tuple(replace(e, id=i) for e, i in zip(ordered, numbered(e.id for e in ordered), strict=True))


def _order(event: Event) -> tuple[bool, tuple[str, str], str, int]:
    key = edtf.sort_key(event.date) if event.date else ("", "")
    return (event.date is None, key, event.headline.article, event.headline.span.start)


def event_of(
    group: tuple[Telling, ...], entities: Mapping[str, Entity], independence: Independence, salience: Salience
) -> Event:
    """Return what some tellings tell; words without a day need others that say them (4 of 21 did not, all wrong)."""
    members = sorted(group, key=lambda t: (t.article, t.index, t.headline.span))
    readings = _readings(members, independence)
    chosen = _chosen(members, readings)
    deeds = {(t.deed, t.ordinals) for t in members if t.value == chosen.value}
    ranked = sorted(
        (t for t in members if _of_date(t, chosen, deeds)),
        key=lambda t: (
            *(t.stands, not t.vague, t.leads, _clear(t, salience), t.value == chosen.value),
            *(-independence.copied(t.article), -len(t.core)),
        ),
        reverse=True,
    )
    best = next(t for t in ranked if t.value == chosen.value or _is_of_day(t, members, chosen.value))
    confirms = _confirming(best)
    headline, first = best.headline, best.headline.text.casefold().split()[0]
    told = (Account(t.sentence, t.mode, t.value, t.basis, t.because, confirms(t)) for t in members)
    accounts = tuple(dict.fromkeys(told))
    told_by = independence.origins(a.sentence for a in accounts if a.confirms)
    readable = (t for t in members if t.leads and (best.stands or not (t.vague or first in POINTING | forms("pron"))))
    leads = tuple(dict.fromkeys(t.article for t in readable))
    who = dict.fromkeys(e for t in members for e in (*sorted(t.agents), *sorted(t.actors), *sorted(t.places)))
    return Event(
        id=slug(f"{chosen.value or 'undated'} {headline.text}"),
        date=chosen.value,
        basis=chosen.basis,
        because=(chosen if chosen.value else best).because,
        headline=headline,
        status="disputed" if len(readings) > 1 else "agreed" if len(told_by) > 1 else "single",
        mode=min((t.mode for t in members), key=_MODES.index),
        kind=next((t.kind for t in members if t.kind), ""),
        evidence=_once(t.sentence for t in members),
        dates=_once(t.date for t in members if t.date and t.value),
        people=tuple(e for e in who if entities[e].kind == "person"),
        places=tuple(e for e in who if entities[e].kind == "place" and any(e in t.places for t in members)),
        organisations=tuple(e for e in who if entities[e].kind == "organisation"),
        origins=told_by,
        stands=(best.stands or bool(leads)) and (chosen.value is not None or best.opens),
        readings=readings if len(readings) > 1 else (),
        accounts=accounts,
        leads=leads,
    )


def _of_date(telling: Telling, chosen: Telling, deeds: Collection[tuple[str, frozenset[str]]]) -> bool:
    """Tell whether words may stand beside a date: they give it, tell what those that do tell, or are the day's news."""
    nth = telling.ordinals
    if chosen.value in (None, telling.value) or any(
        deed == telling.deed and (nth == known or nth > known) for deed, known in deeds
    ):
        return True
    days = edtf.days_between(chosen.value or "", telling.written) if telling.written else None
    return days is not None and 0 <= days <= SAME_NEWS


def _clear(telling: Telling, salience: Salience) -> float:
    """Return how well a headline can be read elsewhere: ``last December`` says nothing without the article's date.

    A weekday does no harm: the day stands beside the headline.
    """
    date, worth = telling.date, salience.worth(telling.headline)
    if date is None or date.basis != "relative" or _WEEKDAY.search(date.offset or ""):
        return worth
    return worth * (RELATIVE if telling.headline.span.holds(date.span) else 1)


def _once(found: Iterable[E]) -> tuple[E, ...]:
    return tuple({(e.article, e.span): e for e in found}.values())


def _readings(members: list[Telling], independence: Independence) -> tuple[Reading, ...]:
    """Return one reading per date that can't be another: the tellings of each, the sharpest value first."""
    sides: list[list[Telling]] = []
    for telling in sorted((t for t in members if t.value), key=lambda t: width(t.value or "")):
        side = next((s for s in sides if edtf.compatible(s[0].value or "", telling.value or "")), None)
        if side is None:
            sides.append([telling])
        else:
            side.append(telling)
    if all(t.basis == "relative" for t in members) and len(independence.origins(t.sentence for t in members)) == 1:
        sides = sides and [min(sides, key=lambda side: edtf.sort_key(side[0].value or ""))]  # sent again
    return tuple(
        Reading(
            value=side[0].value or "",
            basis=side[0].basis,
            because=side[0].because,
            evidence=_once(t.sentence for t in side),
            origins=independence.origins(t.sentence for t in side),
        )
        for side in sorted(
            sides, key=lambda side: (-len({t.article for t in side}), edtf.sort_key(side[0].value or ""))
        )
    )


def _chosen(members: list[Telling], readings: tuple[Reading, ...]) -> Telling:
    """Return the telling whose date stands for the event: of the reading most sources have, the sharpest."""
    dated = [t for t in members if t.value and edtf.compatible(t.value, readings[0].value)] if readings else []
    return min(dated or members, key=lambda t: (width(t.value or ""), "~" in (t.value or ""), _BASES.index(t.basis)))


def _is_of_day(telling: Telling, members: Iterable[Telling], day: str | None) -> bool:
    """Tell whether another article says what a telling says, or that who did it did the like on the day."""
    confirms, persons = _confirming(telling), telling.agents & telling.people
    others = (o for o in members if o.article != telling.article)
    return any(confirms(o) or (o.value == day and o.act == telling.act and o.agents & persons) for o in others)


def _confirming(chief: Telling) -> Callable[[Telling], bool]:
    """Return what tells whether another telling of an event says what its headline says, read once for all of them.

    Articles on one main happening tell different sides of it, and a source that announces what another one reports
    tells of the same event: neither confirms what the other one says. Nor does who tells it as the lead-in to something
    else: each sentence must itself tell the act, and of what is announced something besides.
    """
    deeds, counts = _deeds(chief), _counted(chief.core, chief.verb)
    act = done({stem(chief.verb), *((chief.act,) if chief.kind else ())})
    besides = deeds - act if chief.kind == "statement" else frozenset()
    tells = not deeds or act & done(chief.asserts)

    def confirms(other: Telling) -> bool:
        if other is chief:
            return True
        if not tells or chief.mode != other.mode or not _may_be_one_day(chief, other) or _is_another(chief, other):
            return False
        theirs = _counted(other.sentence.text, chief.verb) if counts else {}
        if any(counts[what].isdisjoint(theirs[what]) for what in counts.keys() & theirs.keys()):
            return False
        both = deeds & done(other.asserts)
        if (deeds and not act & done(other.asserts)) or (besides and both <= act):
            return False
        least = NEARLY_ALL if is_later(chief, other) else TOLD if deeds else NEARLY  # was found, later: have been found
        return len(both) >= HALF * len(deeds) and told_of(chief.core, other.sentence.text) >= least

    return confirms


def _may_be_one_day(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings can be of one day: what is told without a date is news, and no past of another year.

    If nothing tells of which day one of them is, they name one person or number, or are of any two of their kind.
    """
    if a.value and b.value:
        return edtf.compatible(a.value, b.value)
    if (a.written is None) != (b.written is None) and not (
        (a.people | b.people) & a.context & b.context
        or {*_NUMBER.findall(a.sentence.text)} & {*_NUMBER.findall(b.sentence.text)}
    ):
        return False
    value, written = (a.value, b.written) if a.value else (b.value, a.written)
    if value is None and (a.date is None) == (b.date is None):
        named = {t.date.offset for t in (a, b) if t.date and _WEEKDAY.search(t.date.offset or "")}
        return not named or len(named) == 1  # no "Tuesday" beside "Wednesday"
    if value is None or written is None:
        return bool(a.leads and b.leads) and (value is None or edtf.precision(value) == "day")
    days = edtf.days_between(value, written)
    return days is not None and days <= NEWS_DAYS


def _is_another(a: Telling, b: Telling) -> bool:
    """Tell whether one calls it the first of its kind, the other one the second, or puts it into a year long past.

    So do two that name each somebody else, or beside a place another one: *hired Weitz*, *parted from Hardwicke*.
    """
    nth = bool(a.ordinals and b.ordinals) and not a.ordinals & b.ordinals
    places = bool(a.places & b.places and a.places - b.places and b.places - a.places)
    mine, theirs = (
        {w for who in x - y for w in who.split("-")} for x, y in ((a.people, b.people), (b.people, a.people))
    )
    beside = places or bool(mine and theirs and mine.isdisjoint(theirs))  # of "Obama", "Barack Obama" is no other
    texts = a.sentence.text, b.sentence.text
    past = is_long_past(a, b, texts, undated=b.date is not None)  # by itself nothing tells the year of "on Wednesday"
    return beside or nth or past or is_long_past(b, a, texts[::-1], undated=a.date is not None)


def _counted(text: str, verb: str) -> dict[str, set[str]]:
    """Return the numbers of a text by what each counts: *nine* of *nine gold pieces*; all people are one.

    That right behind the verb is also how many it hits, whatever they are called: *recalled 900 vans*.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    words = _WORD.findall(text)
    told = [LEXICON[w.casefold()] for w in words]
    for at, word in enumerate(told):
        number = numerals().get(word.text, word.text).replace(",", "")
        if word.text[0].isdigit() and at > 1 and words[at - 1][0].isupper():
            continue  # on March 11 police, the Apollo 11 mission
        joined = told[at + 1 : at + 2] == [LEXICON["-"]]  # 25-year-old
        behind = (
            told[at + 2 : at + 3]
            if joined
            else [*takewhile(lambda w: w.kinds & {"noun", "adj"}, told[at + 1 : at + 1 + PHRASE])]
        )
        noun = next((w for w in reversed(behind) if "noun" in w.kinds), None)
        if word.text[0].isdigit() and at and stem(words[at - 1].casefold()) == stem(verb):
            found[""].add(number)
        if number.isdecimal() and noun is not None:
            found["person" if "person" in noun.kinds else stem(noun.text)].add(number)
    return found


def _deeds(telling: Telling) -> frozenset[str]:
    """Return what a telling says is done, one word for each meaning.

    What a noun tells beside a verb with a meaning of its own isn't done: ``cited his family in his retirement``.
    """
    verb = telling.verb
    told = telling.kind and (verb in acts() or verb in nouns() or verb in lemmas("light") or not telling.deeds)
    return done(telling.deeds | ({telling.act} if told else set()))
