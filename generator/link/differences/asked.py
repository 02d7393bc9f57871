"""Figures and places of sentences that differ ──▶ what their question is made of."""

from generator.lexicons import listed
from generator.link.content_words import deeds_counted
from generator.link.differences.asking import Told, about, how_much, label_of, told
from generator.link.differences.card import LONGEST_SIDE, Parts, speaker
from generator.link.differences.contrary import Slot, Version
from generator.link.differences.corpus import Corpus
from generator.link.differences.either import alternatives, either_of, stated
from generator.link.differences.facts import Fact
from generator.model import Evidence, Figure, Kind, Span

_NAMED = {"person": "person", "place": "place", "organisation": "body"}


def counted(corpus: Corpus, sentence: Evidence, figure: Figure, sides: tuple[str, str]) -> Parts:
    """Return what is asked of a figure that differs in sentences of the same words."""
    label = label_of(corpus, sentence, figure)
    asked = how_much(corpus, sentence, figure, label)
    span = Span(min(figure.span.start, figure.hedge.span.start), figure.span.end) if figure.hedge else figure.span
    asked = asked or asked_at(corpus, sentence, span, sides)
    behind = figure.measure is not None and figure.measure.span.start >= figure.span.end
    if not asked and label and behind and figure.kind == "count":
        suffered = f"How many people were {label}?" if label in deeds_counted() else ""
        asked = suffered or f"How many {label} were there, {either_of(*sides)}?"
    return Parts(asked=asked, what=label, beside=about(corpus, sentence, figure.span), sides=sides)


def _either(corpus: Corpus, sentence: Evidence, inside: Span, sides: tuple[str, str]) -> str:
    """Return a question with both answers in the clause of one: ``Does the offer run until May or June?``."""
    found = told(corpus, sentence, inside, wide=True)
    clause = alternatives(found, inside, sides) if found and max(len(s.split()) for s in sides) <= LONGEST_SIDE else ""
    return f"{clause}?" if clause else ""


def asked_at(corpus: Corpus, sentence: Evidence, inside: Span, sides: tuple[str, str]) -> str:
    """Return what is asked of words at which sentences differ, by their clause or by who says them, or nothing."""
    return (
        _either(corpus, sentence, inside, sides)
        or _spoken(corpus, sentence, inside, sides)
        or (stated(corpus, sentence, inside, sides) if max(len(s.split()) for s in sides) <= LONGEST_SIDE else "")
    )


def _spoken(corpus: Corpus, sentence: Evidence, inside: Span, sides: tuple[str, str]) -> str:
    """Return what is asked of words in quotation marks: ``What exactly did Ana Lee say, two or ten?``; or nothing."""
    quotes = corpus.quotes_in(line) if (line := corpus.line_of(sentence)) else ()
    around = (q for q in quotes if q.kind == "quotation" and q.words.span.holds(inside))
    who = next(filter(None, (speaker(corpus, quote) for quote in around)), "")
    return f"What exactly did {who} say, {either_of(*sides)}?" if who else ""


def asked_of(corpus: Corpus, versions: tuple[Version, Version], slot: Slot, sides: tuple[str, str]) -> Parts:
    """Return what is asked of the place at which two versions are contrary."""
    fact = slot.facts[0] if slot.facts else None
    sentence = versions[0].lines[0].sentence
    beside = about(corpus, sentence, fact.span if fact else _words_at(versions, slot)[0])
    if fact and slot.kind is Kind.FIGURE and fact.figure:
        return counted(corpus, sentence, fact.figure, sides)
    if fact and slot.kind is Kind.DATE:
        clause = told(corpus, sentence, fact.span)
        dates = () if clause is None else (d.span for d in clause.line.dates if d.kind == "date")
        when = clause.clause(dates) if clause else ""
        asked = "" if when else asked_at(corpus, sentence, fact.span, sides)
        return Parts(clause=when, asked=asked, beside=beside, sides=sides)
    if slot.kind is Kind.NAME and slot.facts:
        kinds = {f.entity.kind for f in slot.facts if f.entity}
        what = _NAMED.get(next(iter(kinds)), "") if len(kinds) == 1 else ""
        told_of = "" if any(side in beside for side in sides) else beside  # the cook Ana Lee, or the cook Eva Roy
        asked = _whom(corpus, sentence, slot.facts[0]) or asked_at(corpus, sentence, slot.facts[0].span, sides)
        return Parts(asked=asked, what=what, beside=told_of, sides=sides)
    clause_ = _denied(corpus, versions, slot) if slot.kind is Kind.DENIAL else _opposed(corpus, versions, slot)
    asked = "" if clause_ else _spoken(corpus, sentence, _words_at(versions, slot)[0], sides)
    return Parts(clause=clause_, asked=asked, beside=beside, sides=sides)


def _whom(corpus: Corpus, sentence: Evidence, fact: Fact) -> str:
    """Return what is asked of a person right behind the verb: ``Whom did the court sentence to four years?``."""
    found = told(corpus, sentence, fact.span)
    if found is None or fact.entity is None or fact.entity.kind != "person":
        return ""
    first, end = found.s.within(fact.span)
    rest = found.rest(end, (d.span for d in found.line.dates if d.kind == "date")) if first == found.verb.end else None
    auxiliary, verb = found.asks
    return f"Whom {auxiliary} {found.subject} {verb} {rest}".strip() + "?" if rest is not None and verb else ""


def _words_at(versions: tuple[Version, Version], slot: Slot) -> tuple[Span, ...]:
    held = (v.words[first : max(last, first + 1)] for v, (first, last) in zip(versions, slot.places, strict=True))
    return tuple(Span(words[0].start, words[-1].end) if words else Span(0, 0) for words in held)


def _opposed(corpus: Corpus, versions: tuple[Version, Version], slot: Slot) -> str:
    """Return the clause with both verbs: ``did the company buy or sell two tugs``; nothing if they aren't its verb."""
    spans = _words_at(versions, slot)
    one, other = (told(corpus, v.lines[0].sentence, span) for v, span in zip(versions, spans, strict=True))
    if one is None or other is None:
        return ""
    verbs = ((t.s.within(span), t.verb.head) for t, span in zip((one, other), spans, strict=True))
    if not all(first <= head < end for (first, end), head in verbs):
        return ""
    return either(one, other)


def either(one: Told, other: Told) -> str:
    """Return a clause with the verbs of two; nothing where one question doesn't ask for both."""
    (auxiliary, verb), (opener, opposed) = one.asks, other.asks
    rest = one.rest(one.verb.end)
    same = auxiliary == opener and verb and opposed and rest is not None and " " not in verb
    return f"{auxiliary} {one.subject} {verb} or {opposed} {rest}".strip() if same else ""


def _denied(corpus: Corpus, versions: tuple[Version, Version], slot: Slot) -> str:
    """Return the clause of the version that says that it is so."""
    for v, (first, last), span in zip(versions, slot.places, _words_at(versions, slot), strict=True):
        if not any(w.folded in listed("link-negations") for w in v.words[first:last]):
            found = told(corpus, v.lines[0].sentence, span)
            return found.clause() if found else ""
    return ""
