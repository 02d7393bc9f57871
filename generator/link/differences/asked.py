"""Figures and places of sentences that differ ──▶ what their question is made of."""

from generator.lexicons import wordset
from generator.link.differences.asking import about, lowered, read, spelt, told
from generator.link.differences.card import LONGEST_SIDE, Parts, speaker
from generator.link.differences.contrary import Slot, Version
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.either import alternatives, either_of
from generator.model import Evidence, Figure, Kind, Span
from generator.text import LEXICON, Sentence
from generator.text.befallen import deeds_counted
from generator.text.clauses import Clause


def counted(corpus: Corpus, sentence: Evidence, figure: Figure, sides: tuple[str, str]) -> Parts:
    """Return what is asked of a figure that differs in sentences of the same words."""
    label = label_of(corpus, sentence, figure)
    asked = how_much(corpus, sentence, figure, label)
    span = Span(min(figure.span.start, figure.hedge.span.start), figure.span.end) if figure.hedge else figure.span
    asked = asked or asked_at(corpus, sentence, span, sides)
    behind = figure.measure is not None and figure.measure.span.start >= figure.span.end
    if not asked and label and figure.kind == "count":
        asked = _fallback(corpus, sentence, figure, label, sides) if behind else ""
    return Parts(asked=asked, what=label, beside=about(corpus, sentence, figure.span), sides=sides)


def _fallback(corpus: Corpus, words: Evidence, figure: Figure, label: str, sides: tuple[str, str]) -> str:
    """Return what is asked of a count by its label: ``How many people were hurt?``, ``What was the magnitude?``."""
    at = _clause_of(corpus, words, figure)
    if label in deeds_counted():
        return f"How many people were {label}?"
    near = (at[1].low(at[3] - 1), at[1].low(at[2].verb.head)) if at else ()  # killing at least three, three were hurt
    deed = next(filter(None, map(deeds_counted().get, near)), None)
    if deed:
        return f"How many {label} were {next(done for done, meant in deeds_counted().items() if meant == deed)}?"
    head = label.partition(" of ")[0].rsplit(maxsplit=1)[-1].lower()  # rounds of ammunition
    many = "plural" in LEXICON[head].kinds or "people" in label
    return (
        f"How many {label} were there, {either_of(*sides)}?" if many else f"What was the {label}, {either_of(*sides)}?"
    )


def _how_far(corpus: Corpus, words: Evidence, inside: Span) -> str:
    """Return what is asked of a distance or a time right behind what took it: ``How far did Ana Lee fall?``."""
    found, who = read(corpus, words), about(corpus, words, inside)
    if found is None or not who or who[0].islower():
        return ""
    s = found[1]
    at = s.within(inside)[0] - 1
    while at > 0 and (s.parts[at] in ("adv", "prep") or "quantity" in s.words[at].kinds):
        at -= 1
    lemma = s.words[at].lemma
    asked = next((how for how in ("far", "long") if lemma in wordset(f"asked-{how}")), "")
    return f"How {asked} did {who} {lemma}?" if asked else ""


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
        or _how_far(corpus, sentence, inside)
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
    if fact and slot.kind is Kind.FIGURE and fact.figure:
        return counted(corpus, sentence, fact.figure, sides)
    first, last = slot.places[0]
    words = versions[0].words[first : max(last, first + 1)]
    inside = Span(words[0].start, words[-1].end) if words else Span(0, 0)
    beside = about(corpus, sentence, fact.span if fact else inside)
    return Parts(asked=_spoken(corpus, sentence, inside, sides), beside=beside, sides=sides)


def how_much(corpus: Corpus, words: Evidence, figure: Figure, label: str) -> str:
    """Return the question that a figure answers in its sentence: ``How much did Ana Lee pay?``, or nothing."""
    many = f"How many {label}" if figure.kind == "count" else "How much" if figure.kind == "money" else ""
    at = _clause_of(corpus, words, figure) if many and (label or figure.kind == "money") else None
    if at is None:
        return ""
    first, last = at[3:]
    found, asked = told(corpus, words, figure.span), ""
    if found and first == found.verb.end:
        rest, (auxiliary, verb) = found.rest(last), found.asks
        asked = f"{auxiliary} {found.subject} {verb} {rest}" if rest is not None and verb else ""
    return " ".join(f"{many} {asked}?".replace(" ?", "?").split()) if asked else ""


def _clause_of(corpus: Corpus, words: Evidence, figure: Figure) -> tuple[Line, Sentence, Clause, int, int] | None:
    """Return the clause of a figure, and the tokens at which it begins with its hedge and ends with its measure."""
    found = read(corpus, words)
    if found is None:
        return None
    line, s = found
    first, last = s.within(figure.span)
    first = min(first, s.within(figure.hedge.span)[0]) if figure.hedge else first
    last = max(last, s.within(figure.measure.span)[1]) if figure.measure and figure.kind != "money" else last
    clause = next((c for c in s.clauses if c.start <= first < c.end), None)
    return None if clause is None or clause.verb.denied else (line, s, clause, first, last)


def label_of(corpus: Corpus, words: Evidence, figure: Figure) -> str:
    """Return what a figure measures, with the article that stands before it; empty where its sentence doesn't say."""
    found = read(corpus, words)
    if found is None or figure.measure is None:
        return ""
    line, s = found
    first, end = s.within(figure.measure.span)
    start = first - 1 if figure.kind != "count" and first and s.parts[first - 1] == "det" else first
    return lowered(line, s, spelt(s, list(range(start, end))), start)
