"""Two slots with other values ──▶ the question that both answer, in plain English, and what the card says of them."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

from generator import edtf
from generator.link.content_words import senses
from generator.link.differences.asked import counted, how_much, label_of, spoken
from generator.link.differences.asking import Told, joined
from generator.link.differences.asking import told as clause_of
from generator.link.differences.card import Parts, Question, card, reading, short
from generator.link.differences.claims.senses import acts
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.labels import GAP, label
from generator.link.differences.slots.align import is_ahead, is_slip
from generator.link.differences.slots.gates import allows, is_moved
from generator.link.differences.slots.same import MANY
from generator.link.differences.slots.slot import ANYBODY
from generator.link.differences.slots.telling import Slot
from generator.model import SAME_TIME_DAYS, Difference, Kind, Span, Verdict
from generator.text import LEXICON

_BECAUSE = "Two articles tell the same with two values, and neither gives the other's."
_VOICES = "One article cites somebody as saying it, and somebody else as denying it."
_LATER = "Two articles tell the same with two values, {} days apart: it may have changed."
_GROWN = "Articles on one story count the same, and the later one counts more."
_MOVED = "One source announces it, another tells it of another day: it may have been moved."
_COMPATIBLE = "The same is counted, and the hedge of one number allows the other."
_ANY = {"no": "any", "nothing": "anything", "nobody": "anybody", "none": "any", "neither": "either", "nor": "or"}
"""How a question asks for what isn't so."""
_GROWS = "rise grow burn spread cover reach climb increase"
"""What goes on from day to day, such as a fire."""
_LOST = "destroy lose damage burn rescue evacuate register confirm"
"""What happens to more and more things, besides harm; the number of delegates may change, but doesn't grow."""
_WHEN = {"on": "When", "until": "Until when", "since": "Since when", "before": "By when", "after": "After when"}
_ZONE = re.compile(r"\ (?:local\ time|local|GMT|UTC)\b.*")
"""What stands behind a time of day, and whatever follows it, which only one side may say."""
_LASTING = ("percent", "money")
"""Sorts of what changes from day to day, unless it was done once."""


def card_of(corpus: Corpus, asked: Sequence[Any]) -> Difference:
    """Return the card of what ``asked_of`` has made of two values; a reading may tell which day it stands for."""
    kind, (*parts, sides), verdict, because, told = asked
    question = Question(Kind(kind), Parts(*parts)._replace(sides=tuple(sides)), Verdict(verdict), because)
    return card(question, (reading(corpus, text, (corpus.line(a, n).sentence,), *day) for a, n, text, *day in told))


def asked_of(corpus: Corpus, *slots: Slot) -> Sequence[Any]:
    """Return, as JSON, what is asked about two values that can't both be right or may have changed, and who says what.

    Nothing is asked about what may have changed where it isn't known which of them is newer: of nine such pairs in real
    articles one was of one thing.
    Besides ``Corpus.keys``, only the time and the news are asked for.
    """
    one, other = sorted(slots, key=lambda s: (s.number, s.value, s.text, _line(corpus, s).text))
    sentences = tuple(_line(corpus, s).sentence for s in (one, other))
    days = 0 if one.article == other.article else corpus.days_apart(one.article, other.article)
    if (judged := _verdict(corpus, one, other, days)) is None:
        return ()
    verdict, because = judged
    kind, parts = _ASKED.get(one.kind, _figure)(corpus, one, other)
    sides = one.text, other.text
    if one.kind != "truth" and not (parts.asked or parts.clause or parts.label.endswith("?")):
        said = {
            spoken(corpus, words, _span(corpus, s), sides) for words, s in zip(sentences, (one, other), strict=True)
        }
        parts = parts._replace(asked=said.pop() if len(said) == 1 else "")  # else one of them only tells it
    if not (parts.asked or parts.clause or parts.label):
        gap = "" if one.kind == "truth" else GAP
        order = (one, other) if gap else (other, one)
        told = [label(corpus, _line(corpus, s).sentence, _span(corpus, s), gap=gap) for s in order]
        parts = parts._replace(label=min(filter(None, told), key=_opens_with_pronoun, default=""))
    parts = parts._replace(sides=() if one.kind == "truth" else sides)
    return kind, parts, verdict, because, [(s.article, s.telling.index, short(s.text)) for s in (one, other)]


def _opens_with_pronoun(label: str) -> bool:
    return LEXICON[label.split(maxsplit=1)[0].lower()].part == "pron"


def _verdict(corpus: Corpus, one: Slot, other: Slot, days: int | None) -> tuple[Verdict, str] | None:
    if allows(one, other):
        return Verdict.COMPATIBLE, _COMPATIBLE
    if is_moved(corpus, one, other):
        return Verdict.SCOPE, _MOVED
    fixed = days == 0 or _is_fixed(one, other, SAME_TIME_DAYS if days is None else days)
    named = product(_years(corpus, one), _years(corpus, other))
    changed = not fixed and not any(a == b or ("/" not in a + b and edtf.compatible(a, b)) for a, b in named)
    if changed and days is None:
        return None
    if changed and one.kind == "count" and {one.deed, other.deed} & acts(_LOST):
        return Verdict.GROWN, _GROWN
    because = _VOICES if one.article == other.article else _BECAUSE
    return (Verdict.SCOPE, _LATER.format(days)) if changed else (Verdict.CONFLICT, because)


def _line(corpus: Corpus, slot: Slot) -> Line:
    return corpus.line(slot.article, slot.telling.index)


def _years(corpus: Corpus, slot: Slot) -> frozenset[str]:
    """Return the years before its own that a sentence names, and the days unless it counts *people*.

    What was so then stays so.
    """
    dates = (d.value for d in _line(corpus, slot).dates if d.value and d is not slot.date)
    named = frozenset(value for value in dates if slot.people != "people" or edtf.precision(value) == "year")
    return named - {(corpus.published(slot.article) or "")[:4]}


def _is_fixed(one: Slot, other: Slot, days: int) -> bool:
    """Tell whether a value can't have changed between two articles: a size, a day, what was done once."""
    verbs = [t.verb for t in (one.telling, other.telling) if t.verb]
    one_thing = one.deed == other.deed or bool(one.head and one.head == other.head)
    done = one_thing and all(v.happened and v.aspect != "progressive" for v in verbs)
    if one.kind == "truth":
        told = [s.telling for s in (one, other)]
        never = any({t.often, *t.around} & {"never"} or ("occur" in t.deed and not t.holds) for t in told)
        return never or days <= SAME_TIME_DAYS or any(edtf.precision(d) == "day" for d in {*one.dates} & {*other.dates})
    moment = one.kind in ("clock", "date") and all(v.happened for v in verbs)
    slip = is_slip(one, other) and one.head not in senses(ANYBODY)
    held = one.holder == other.holder != "" and not one.people
    if moment or held or (slip and (days <= SAME_TIME_DAYS or one.number >= MANY)):
        return True
    if one.head == "crowd":
        return all(v.happened and v.aspect != "progressive" for v in verbs)
    if one.kind == "count":
        alike = one.deed == other.deed and one.telling.agent.whom & other.telling.agent.whom
        lasts = alike and days <= SAME_TIME_DAYS and all(v.tense == "present" and not v.aspect for v in verbs)
        return bool(lasts) or all(t.copula and t.verb.happened for t in (one.telling, other.telling) if t.verb)
    if one.kind == "quantity":
        grows = any(v.aspect or s.deed in senses(_GROWS) for v, s in zip(verbs, (one, other), strict=False))
        return not grows or all("-" in s.text for s in (one, other))  # the 680-metre level
    settled = one.kind not in _LASTING or ("each" in one.part & other.part and is_ahead(one) and is_ahead(other))
    return done or (settled and days <= SAME_TIME_DAYS)


def _span(corpus: Corpus, slot: Slot) -> Span:
    s = joined(corpus, _line(corpus, slot))
    return Span(s.starts[slot.first], s.ends[slot.end - 1]) if s else _line(corpus, slot).told


def _clause(corpus: Corpus, *slots: Slot, denied: bool = False) -> tuple[Slot, Told] | None:
    """Return the first clause of some slots that a question can be made of; a ``denied`` one is asked for as told."""
    found = ((s, clause_of(corpus, _line(corpus, s).sentence, _span(corpus, s), denied=denied)) for s in slots)
    return next(((s, clause) for s, clause in found if clause), None)


def _dates(clause: Told) -> list[Span]:
    return [d.span for d in clause.line.dates if d.kind in ("date", "duration")]


def _truth(corpus: Corpus, one: Slot, other: Slot) -> tuple[Kind, Parts]:
    if one.telling.holds == other.telling.holds:
        return Kind.DATE, Parts(clause=_dateless(corpus, one, other))
    yes = one if one.telling.holds else other
    no = other if one.telling.holds else one
    kinds = {t.asks for t in (one.telling, other.telling)}
    kind = next(k for k in (Kind.DENIAL, Kind.ACT, Kind.DIRECTION) if k in kinds)
    if kind is Kind.DENIAL:
        for slot, wide in ((yes, False), (yes, True), (no, False), (no, True)):
            sentence, span = _line(corpus, slot).sentence, _span(corpus, slot)
            there = slot is no and "occur" in slot.deed  # there was no such meeting
            if clause := None if there else clause_of(corpus, sentence, span, wide=wide, denied=slot is no):
                break
        asked = clause.clause() if clause else ""
        return Kind.DENIAL, Parts(clause=of_any(asked))
    both = (_clause(corpus, slot) for slot in (yes, no))
    return kind, Parts(clause=next(filter(None, (c[1].clause() for c in both if c)), ""))


def of_any(asked: str) -> str:
    """Return a question about what was not as one that leaves it open: *was anything signed*."""
    return " ".join(_ANY.get(word.lower(), word) for word in asked.split())


def _date(corpus: Corpus, one: Slot, other: Slot) -> tuple[Kind, Parts]:
    clause = _dateless(corpus, one, other)
    return Kind.DATE, Parts(asked=f"{_WHEN[one.bound or 'on']} {clause}?" if clause else "")


def _clock(corpus: Corpus, one: Slot, other: Slot) -> tuple[Kind, Parts]:
    found = _clause(corpus, one, other) or _clause(corpus, one, other, denied=True)  # not issued until 10:25
    clause = found[1].clause((*_dates(found[1]), _span(corpus, found[0]))) if found else ""
    return Kind.DATE, Parts(asked=f"At what time {_ZONE.sub('', clause)}?" if clause else "")


def _dateless(corpus: Corpus, one: Slot, other: Slot) -> str:
    """Return the clause of one of them as it is asked for, without its dates."""
    found = _clause(corpus, one, other)
    return found[1].clause(_dates(found[1])) if found else ""


def _length(corpus: Corpus, one: Slot, other: Slot) -> tuple[Kind, Parts]:
    found = _clause(corpus, one, other)
    clause = found[1].clause(_dates(found[1])) if found and not one.head else ""
    return Kind.FIGURE, Parts(asked=f"How long {clause}?" if clause else "")


def _figure(corpus: Corpus, one: Slot, other: Slot) -> tuple[Kind, Parts]:
    both = ((s, s.figure, _line(corpus, s).sentence) for s in (one, other))
    one = next((s for s, f, words in both if f and how_much(corpus, words, f, label_of(corpus, words, f))), one)
    if one.figure:
        return Kind.FIGURE, counted(corpus, _line(corpus, one).sentence, one.figure, (one.text, other.text))
    told = label(corpus, _line(corpus, one).sentence, _span(corpus, one), counts=True) if one.kind == "count" else ""
    return Kind.FIGURE, Parts(label=told if told.endswith("?") else "")


_ASKED: Mapping[str, Callable[[Corpus, Slot, Slot], tuple[Kind, Parts]]] = {
    "truth": _truth,
    "date": _date,
    "clock": _clock,
    "length": _length,
}
"""How a question is made for the values of a sort; for all others it asks for a number."""
