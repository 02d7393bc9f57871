"""Figures and places of sentences that differ ──▶ what their question is made of."""

from generator.link.differences.asking import lowered, read, spelt, told
from generator.link.differences.card import Parts, either_of, speaker
from generator.link.differences.contrary import Slot, Version
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.labels import label
from generator.model import Evidence, Figure, Kind, Span
from generator.text import Sentence
from generator.text.clauses import Clause


def counted(corpus: Corpus, sentence: Evidence, figure: Figure, sides: tuple[str, str]) -> Parts:
    """Return what is asked of a figure that differs in sentences of the same words."""
    asked = how_much(corpus, sentence, figure, label_of(corpus, sentence, figure))
    span = Span(min(figure.span.start, figure.hedge.span.start), figure.span.end) if figure.hedge else figure.span
    told = label(corpus, sentence, span, counts=figure.kind == "count")
    asked = asked or ("" if told.endswith("?") else spoken(corpus, sentence, span, sides))
    return Parts(asked=asked, label=told, sides=sides)


def spoken(corpus: Corpus, sentence: Evidence, inside: Span, sides: tuple[str, str]) -> str:
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
    told = label(corpus, sentence, fact.span if fact else inside)
    return Parts(asked=spoken(corpus, sentence, inside, sides), label=told, sides=sides)


def how_much(corpus: Corpus, words: Evidence, figure: Figure, what: str) -> str:
    """Return the question that a figure answers in its sentence: ``How much did Ana Lee pay?``, or nothing."""
    many = f"How many {what}" if figure.kind == "count" else "How much" if figure.kind == "money" else ""
    at = _clause_of(corpus, words, figure) if many and (what or figure.kind == "money") else None
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
