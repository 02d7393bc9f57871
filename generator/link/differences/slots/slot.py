"""A clause ──▶ its slots: the typed values that it gives, each with what it is compared by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import edtf
from generator.lexicons import listed
from generator.link.content_words import senses_of, stems_of
from generator.link.differences.claims.claim import words_of
from generator.link.differences.claims.senses import sense_of
from generator.link.differences.claims.tolls import value_of
from generator.link.differences.corpus import Line
from generator.link.differences.facts import is_land
from generator.link.differences.slots.clause import LIGHT, Role, Telling, phrase_at
from generator.link.measures import deeds_counted
from generator.model import Date, Entity, Figure
from generator.text import Sentence

REACH = 6
"""Tokens between a form in -ing, or an infinitive, and the value that it governs."""
NEAR = 3
"""Tokens on both sides of a number among which a word makes it one of a part, or of another time."""
_LENGTH = re.compile(r"P(?P<unit>(?P<clock>T?)(?P<count>[0-9]{1,4})[DWMYH])")
_BOUNDS = {
    **dict.fromkeys(("until", "till"), "until"),
    **dict.fromkeys(("since", "from"), "since"),
    **dict.fromkeys(("by", "before"), "before"),
    **dict.fromkeys(("after", "following"), "after"),
}
_OTHER = frozenset(("them", "whom", "which", "including", "among", "every", "only", "half", "all", "both"))
CAUSES = frozenset(s for w in ("cause", "trigger") for s in senses_of(stems_of(w)))
"""Senses of what has one cause, so that nouns are compared, too."""
_AT = frozenset(("in", "at", "to", "into", "from", "near", "off", "outside"))


@dataclass(frozen=True, slots=True)
class Slot:
    """A value at its place in a clause.

    ``sort`` is what has to be alike so that two are compared (*count shop*), ``value`` what they are compared by,
    ``text`` the words of the source; ``head`` is the noun that a number belongs to, ``part`` what makes it one of a
    part.
    """

    sort: str
    telling: Telling
    first: int
    end: int
    text: str
    number: float = 0.0
    value: str = ""
    head: str = ""
    figure: Figure | None = None
    date: Date | None = None
    part: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """The sort of its value: ``count``, ``money``, ``date``, ``truth``, …"""
        return self.sort.partition(" ")[0]

    @property
    def line(self) -> Line:
        """The sentence."""
        return self.telling.line

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.telling.line.article

    @property
    def deed(self) -> str:
        """What is done with it: the sense of the verb that governs it, or that of its clause."""
        t = self.telling
        inside = [v for v in t.s.verbs if v.first in t.tokens and v.end <= self.first and not v.finite]
        verb = inside[-1] if inside else None
        if verb is None or (t.verb and verb.first <= t.verb.end) or self.first - verb.end > REACH:
            return t.deed
        return sense_of(deeds_counted().get(t.s.low(verb.head), t.s.words[verb.head].lemma))[0]

    @property
    def topics(self) -> frozenset[str]:
        """What the value is a value of: what is done, by whom or what, to what."""
        t = self.telling
        told = {self.deed, self.head, t.agent.head, t.goal.head} - t.agent.ids - t.goal.ids
        return frozenset(told) - LIGHT - {""}

    @property
    def features(self) -> frozenset[str]:
        """The words and names beside the value, and the years and months that stand there."""
        t = self.telling
        held = frozenset(t.tokens)
        dates = (d for d in t.line.dates if d.value and d is not self.date and t.s.within(d.span)[0] in held)
        times = frozenset(d.value for d in dates if d.value and edtf.precision(d.value) != "day")
        return (t.beside(self.first, self.end) - {self.head}) | times


def slots_of(t: Telling) -> Iterator[Slot]:
    """Yield the slots of a clause."""
    held = frozenset(t.tokens)
    taken: set[int] = set()
    for figure in t.line.figures:
        first, end = t.s.within(figure.span)
        if first in held and end > first:
            taken |= set(range(first, end))
            yield from _of_figure(t, figure, first, end)
    for i in t.tokens:
        if i not in taken and (t.s.parts[i] == "number" or t.s.low(i) in ("no", "none")):
            yield from _of_token(t, i)
    for date in t.line.dates:
        first, end = t.s.within(date.span)
        if first in held and end > first:
            yield from _of_date(t, date, first, end)
    if t.deed and t.verb is not None:
        yield Slot(f"truth {t.deed}", t, t.verb.first, t.verb.end, t.words, float(t.holds))
        yield from _of_roles(t)


def _of_figure(t: Telling, figure: Figure, first: int, end: int) -> Iterator[Slot]:
    if figure.value is None or figure.direction or figure.kind == "ordinal":
        return
    number, text = float(figure.value), words_of(figure)
    if figure.kind == "count":
        found = _counted(t, first, end)
        head, stop = found if found else ("", end)
        if not head and figure.measure:
            head = (senses_of(stems_of(figure.measure.text)) or ("",))[-1]
        if head and head != "other":
            sort = f"count {head}"
            yield Slot(sort, t, first, stop, text, number, head=head, figure=figure, part=_part(t, first, stop))
        return
    if figure.unit == "year" and "old" in (t.s.low(end), t.s.low(end + 1), *figure.text.casefold().split("-")):
        return
    per = f" per {figure.per.text.casefold()}" if figure.per else ""
    head = _governor(t.s, first, end)
    sort = f"{figure.kind} {figure.unit}{per}"
    yield Slot(sort, t, first, end, text, number, head=head, figure=figure, part=_part(t, first, end))


def _sense(s: Sentence, i: int) -> str:
    return next(reversed(senses_of(stems_of(s.words[i].lemma or s.low(i)))), "")


def _counted(t: Telling, first: int, end: int) -> tuple[str, int] | None:
    phrase = phrase_at(t.s, first)
    if phrase is None or phrase.head < end or t.s.parts[phrase.head] != "noun" or "-" in t.s.words[first].text:
        return None
    return _sense(t.s, phrase.head), phrase.head + 1


def _governor(s: Sentence, first: int, end: int) -> str:
    """Return the noun that a sum or a size belongs to: *a prize of 12,000 euros*, *a 40-million-euro offer*."""
    phrase = phrase_at(s, first)
    if phrase and phrase.head >= end and s.parts[phrase.head] == "noun":
        return _sense(s, phrase.head)
    of = next((i for i in range(first - 1, max(-1, first - 4), -1) if s.low(i) in ("of", "worth")), -1)
    before = next((p for p in s.phrases if p.end == of), None) if of > 0 else None
    return _sense(s, before.head) if before and s.parts[before.head] == "noun" else ""


def _of_token(t: Telling, i: int) -> Iterator[Slot]:
    s = t.s
    if s.low(i + 1) in ("-", "–") and s.word(i + 2).text.isdigit() and s.glued(i + 1) and s.glued(i + 2):
        text = f"{s.words[i].text}-{s.words[i + 2].text}"
        yield Slot("result", t, i, i + 3, text, value="-".join(sorted(text.split("-"))))
        return
    number = 0.0 if s.low(i) in ("no", "none") else value_of(s.low(i))
    found = _counted(t, i, i + 1) if number is not None else None
    if found and found[0] and number is not None:
        head, stop = found
        yield Slot(f"count {head}", t, i, stop, s.words[i].text, number, head=head, part=_part(t, i, stop))


def _part(t: Telling, first: int, end: int) -> frozenset[str]:
    """Return the words near a number, and of the subject, that make it one of a part, or of another one."""
    near = [t.s.low(i) for i in (*range(max(0, first - NEAR), first), *range(end, min(len(t.s), end + 2)))]
    near += [t.s.low(i) for i in (*range(first, end), *range(t.agent.first, t.agent.end)) if i >= 0]
    return _partial(near) - {"last"}


def _partial(low: Iterable[str]) -> frozenset[str]:
    return frozenset(w for w in low if w in listed("figures-partial") or w in _OTHER) - {"least"}


def _of_date(t: Telling, date: Date, first: int, end: int) -> Iterator[Slot]:
    s, text = t.s, " ".join(date.text.split())
    length = _LENGTH.fullmatch(date.duration or "")
    if length:
        head = ""
        if "-" in date.text and end < len(s) and s.parts[end] == "noun":
            head = _sense(s, end)
        elif s.low(first - 1) == "of":
            before = next((p for p in s.phrases if p.end == first - 1), None)
            head = _sense(s, before.head) if before else ""
        unit = length["clock"] + length["unit"][-1]
        sort = f"length {unit} {head or t.deed}"
        yield Slot(sort, t, first, end, text, float(length["count"]), head=head, date=date, part=_part(t, first, end))
        return
    if date.kind == "date" and date.value and t.deed and not (s.low(first - 1) == "at" or s.word(end).part == "genitive"):
        bound = _BOUNDS.get(s.low(first - 1), "on")
        yield Slot(f"date {bound} {t.deed}", t, first, end, text, value=date.value, date=date)


def _of_roles(t: Telling) -> Iterator[Slot]:
    """Yield who does it, to whom, and where."""
    which = _partial(t.s.low(i) for i in t.tokens)
    for name, role in (("agent", t.agent), ("goal", t.goal)):
        if len(role.named) == 1 or (name == "agent" and t.deed in CAUSES and role.head):
            value = next(iter(role.named), role.head)
            yield Slot(f"{name} {t.deed}", t, role.first, role.end, _text(t, role), value=value, part=which)
    s = t.s
    for n, e in t.line.names:
        i = s.token_at(n.span.start)
        if i in t.tokens and i is not None and _is_place(n.form, e) and s.low(i - 1) in _AT:
            yield Slot(f"place {s.low(i - 1)} {t.deed}", t, i, i + 1, n.text, value=e.id, part=which)


def _is_place(form: str, entity: Entity) -> bool:
    return entity.kind == "place" and form == "name" and not is_land(entity)


def _text(t: Telling, role: Role) -> str:
    start = t.line.sentence.span.start
    return t.line.text[t.s.starts[role.first] - start : t.s.ends[role.end - 1] - start]
