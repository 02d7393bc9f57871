"""Sums, lengths of time, shares and ordinals ──▶ claims, asked for by the word that governs them: *a strike of*."""

import re
from collections.abc import Iterator

from generator.link.content_words import senses_of, stems_of
from generator.link.differences.asking import asks
from generator.link.differences.claims.claim import Told, words_of
from generator.link.differences.claims.frame import Frame
from generator.link.differences.claims.frames import frames, joined_of
from generator.link.differences.claims.tolls import value_of
from generator.link.differences.corpus import Corpus, Line
from generator.model import Attribute, Date, Figure, Span
from generator.text import Sentence, VerbGroup, read_text

HEDGES = 4
"""Tokens between a noun and the sum that it is of: ``an offer of at least about``."""
REACH = 12
"""Tokens between a verb and the length of time or the sum that it governs."""
OWNED = 7
"""Tokens between a number and the whole that it is a part of: ``two of the harbour's nine cranes``."""
_OWNER = frozenset(("det", "poss", "name", "noun", "genitive", "adj"))
_WHICH = frozenset(
    ("initial", "first", "second", "third", "last", "final", "original", "latest", "new", "revised", "previous", "old")
)
"""Which of several it is: the first offer is another than the last."""
_FLOWS = frozenset(
    ("profit", "loss", "revenue", "sale", "turnover", "earning", "income", "budget", "spending", "trade", "export")
)
"""What runs on through the year: two sums of it are mostly of two times or parts."""
_PRICED = {
    **{v: v for v in ("offer", "borrow", "lend", "donate", "bid", "fine", "steal", "pay")},
    **dict.fromkeys(("cost", "sell", "buy", "acquire"), "price"),
}
"""Lemmas of what is done once for a sum, and what the sum is then; *paid for it* is a price, too."""
_OF = frozenset(("of", "worth", "at"))
_LENGTH = re.compile(r"P(?P<unit>(?P<clock>T?)(?P<count>[0-9]{1,4})[DWMYH])")
_UNITS = {"D": "days", "W": "weeks", "M": "months", "Y": "years", "TH": "hours", "TM": "minutes"}
_LASTS = frozenset(("last", "take", "continue", "run"))
_ORDINALS = frozenset(
    ("time", "place", "day", "week", "month", "year", "quarter", "half", "round", "set", "minute", "floor")
)
"""What has an ordinal of its own in every match, calendar and house."""


def sizes(corpus: Corpus, article: str) -> Iterator[Told]:
    """Yield the sums, lengths of time, shares and ordinals that an article gives."""
    found = corpus.findings[article]
    text = read_text(found.article)
    figures, dates = text.by_sentence(found.figures), text.by_sentence(found.dates)
    for index, s in enumerate(text.sentences):
        line = corpus.line(article, index)
        if (figures[index] or dates[index] or "number" in s.parts) and corpus.is_story(line):
            yield from (*_sums(corpus, line, s, figures[index]), *_lengths(line, s, dates[index]))
            yield from (*_shares(line, s), *_ordinals(line, s, figures[index]))


def _sums(corpus: Corpus, line: Line, s: Sentence, figures: tuple[Figure, ...]) -> Iterator[Told]:
    sums = [f for f in figures if f.kind == "money" and f.value is not None and not f.direction and f.high is None]
    whole = joined_of(corpus, line.article)
    clauses = tuple(frames(corpus, line, whole)) if sums else ()
    before: str | None = None
    for figure in sums:
        noun = _noun(s, figure) or (before if s.low(s.within(figure.span)[0] - 1) == "or" else None)
        frame = None if noun else _paid(clauses, figure, whole(line.index))
        before, thing = noun, noun or (_PRICED[frame.lemma] if frame else _joined(s, figure))
        if thing == "pay" and s.low(s.within(figure.span)[1]) == "for":
            thing = "price"
        told = s.verb_of(s.within(figure.span)[0])
        if (
            thing is None
            or thing.split()[-1] in _FLOWS
            or _goes_on(s, figure, figures)
            or (told and not _is_told(told))
        ):
            continue
        each = " per unit" if figure.per and figure.per.text.casefold() != "each" else ""
        asked = f"How much was the {thing}{each} in {figure.unit}?"
        yield Told(Attribute.SUM, "", asked, line, words_of(figure), float(figure.value or 0), figure, frame=frame)


def _paid(clauses: tuple[Frame, ...], figure: Figure, s: Sentence | None) -> Frame | None:
    """Return the clause whose verb governs a sum: ``offered 350,000 pesos``, ``was sold for 31 million``."""
    held = [f for f in clauses if f.span.holds(figure.span) and f.lemma in _PRICED]
    held = [f for f in held if sum(g.kind == "money" for g in f.figures) == 1]
    frame = held[-1] if held else None
    if s is None or frame is None or frame.denied:
        return None
    first, end = s.within(figure.span)[0], frame.verb.end
    return frame if 0 <= first - end <= REACH and not any(s.parts[i] == "comma" for i in range(end, first)) else None


def _joined(s: Sentence, figure: Figure) -> str | None:
    """Return what the sum of a second participle is: ``was built in 1987 and bought by Norvik for $34 million``."""
    first = s.within(figure.span)[0]
    start = next((i + 1 for i in range(first - 1, s.story, -1) if s.parts[i] == "comma"), s.story)
    for i in range(first - 1, max(first - REACH, start), -1):
        if s.words[i].lemma in _PRICED and s.parts[i - 1] == "conj":
            passive = any(v.voice == "passive" and start <= v.first and v.end < i and _is_told(v) for v in s.verbs)
            return _PRICED[s.words[i].lemma] if passive else None
    return None


def _goes_on(s: Sentence, figure: Figure, figures: tuple[Figure, ...]) -> bool:
    """Tell whether another sum of the same is joined to it: ``a toll of 25,000 for cars and 60,000 for trucks``."""
    _, end = s.within(figure.span)
    joined = {i + 1 for i in range(end, min(end + HEDGES, len(s))) if s.parts[i] == "conj" and s.low(i) != "or"}
    return any(s.within(other.span)[0] in joined for other in figures)


def _noun(s: Sentence, figure: Figure) -> str | None:
    """Return the noun that a sum belongs to, with what tells which one it is: ``initial offer``."""
    first, end = s.within(figure.span)
    phrase = next((p for p in s.phrases if p.first <= first < p.end), None)
    if phrase and phrase.head >= end and s.parts[phrase.head] == "noun":
        return _named(s, phrase.first, phrase.head)  # "a $103 billion offer"
    for i in range(first - 1, max(0, first - HEDGES) - 1, -1):
        if s.low(i) in _OF:
            before = next((p for p in s.phrases if p.end == i and s.parts[p.head] == "noun"), None)
            return _named(s, before.first, before.head) if before else None
        if s.parts[i] not in ("adv", "prep", "noun", "adj", "symbol"):
            return None
    return None


def _named(s: Sentence, first: int, head: int) -> str:
    which = [s.low(i) for i in range(first, head) if s.low(i) in _WHICH]
    return " ".join((*which, s.words[head].lemma))


def _lengths(line: Line, s: Sentence, dates: tuple[Date, ...]) -> Iterator[Told]:
    for date in dates:
        length = _LENGTH.fullmatch(date.duration or "")
        deed, question = _lasting(s, date.span) if length else ("", "")
        if length and deed:
            units, number = _UNITS[length["clock"] + length["unit"][-1]], float(length["count"])
            words = " ".join(date.text.split())
            yield Told(
                Attribute.LENGTH,
                "",
                f"{deed}, {units}",
                line,
                words,
                number,
                date=date,
                question=question.format(units),
            )


def _lasting(s: Sentence, span: Span) -> tuple[str, str]:
    """Return what a length of time is told of, and how it is asked for: ``a strike of nine days``."""
    first, end = s.within(span)
    verb = next((v for v in reversed(s.verbs) if v.end <= first), None)
    noun = -1
    if s.low(first - 1) == "of":
        noun = next((p.head for p in s.phrases if p.end == first - 1), -1)
    elif "-" in s.words[first].text and end < len(s):
        noun = end  # "a nine-day strike"
    elif verb and first - verb.end <= 1 and s.words[verb.head].lemma in _LASTS:
        noun = _lasted(s, verb.first)
    elif verb and "for" in (s.low(first), s.low(first - 1)) and first - verb.end <= REACH and _is_told(verb):
        return _done_for(s, verb, first)
    if noun < 0 or s.parts[noun] != "noun" or not _is_told(verb):
        return "", ""
    return _stem(s.low(noun)), f"How long was the {s.low(noun)}?"


def _done_for(s: Sentence, verb: VerbGroup, first: int) -> tuple[str, str]:
    """Return what is done for a length of time, the verb with its object: ``stopped exports for four months``."""
    goal = next((p for p in s.phrases if p.first >= verb.end and p.end <= first), None)
    if any(s.parts[i] in ("comma", "break", "conj", "rel") for i in range(verb.end, first)):
        return "", ""
    deed, told = s.words[verb.head].lemma, s.low(goal.head) if goal else ""
    stem = "" if "be" in s.words[verb.head].kinds else _stem(deed)
    asked = _words(s, range(verb.end, goal.head + 1 if goal else first))
    subject = next((p for p in s.phrases if p.end == verb.first and s.parts[p.head] in ("noun", "name")), None)
    auxiliary, base = asks(s, verb)
    pronoun = "it" if auxiliary in ("was", "is", "does") else "they"
    who = _words(s, range(subject.first, subject.end)) if subject else pronoun
    question = " ".join(f"For how many {{}} {auxiliary} {who} {base} {asked}".removesuffix(" for").split()) + "?"
    return f"{stem} {_stem(told)}".strip() if goal else stem, question


def _lasted(s: Sentence, end: int) -> int:
    """Return the noun of a subject that ends at a token, or -1: *strike* in ``the strike of the pilots lasted``."""
    phrase = next((p for p in reversed(s.phrases) if p.end == end), None)
    while phrase and s.low(phrase.first - 1) == "of":
        phrase = next((p for p in s.phrases if phrase and p.end == phrase.first - 1), None)
    return phrase.head if phrase else -1


def _words(s: Sentence, tokens: range) -> str:
    """Return some tokens as they stand inside a question, without *its*."""
    kept = [i for i in tokens if s.parts[i] != "poss"]
    return " ".join(s.low(i) if s.parts[i] == "det" else s.words[i].text for i in kept)


def _stem(word: str) -> str:
    return next(iter(senses_of(stems_of(word))), "")


def _shares(line: Line, s: Sentence) -> Iterator[Told]:
    """Yield how many of a known number: ``three of the plant's eight boilers``, ``all eight boilers``."""
    for i in range(s.story, len(s) - 2):
        every, of = s.words[i].low == "all", s.words[i + 1].low == "of"
        if not (every or of):
            continue
        part = 0.0 if s.low(i) == "none" else value_of(s.low(i))
        at = next((k for k in range(i + 1, min(i + OWNED, len(s) - 1)) if s.parts[k] == "number"), 0)
        whole = value_of(s.low(at)) if at else None
        held = at and s.parts[at + 1] in ("noun", "adj") and all(s.parts[k] in _OWNER for k in range(i + 2, at))
        if held and whole and whole > 1 and (every or (of and part is not None and part <= whole)):
            noun = next((p.head for p in s.phrases if p.first <= at < p.end), at + 1)
            asked = f"of {whole:g} {_stem(s.low(noun))}"
            question = f"Of how many of the {s.low(at)} {s.low(noun)} is this told?"
            said = line.text[s.starts[i] - s.span.start : s.ends[noun] - s.span.start]
            number = whole if every else part or 0.0
            yield Told(Attribute.SHARE, "", asked, line, " ".join(said.split()), number, question=question)


def _ordinals(line: Line, s: Sentence, figures: tuple[Figure, ...]) -> Iterator[Told]:
    """Yield which one of its kind something is said to be: ``it was the Rovers' fourth cup``."""
    for figure in figures:
        if figure.kind != "ordinal" or figure.measure is None or figure.value is None:
            continue
        first, noun = s.within(figure.span)[0], s.words[s.within(figure.measure.span)[0]]
        verb = s.verb_of(first)
        is_ = verb is not None and "be" in s.words[verb.head].kinds and first - verb.end <= HEDGES and _is_told(verb)
        if is_ and noun.lemma not in _ORDINALS:
            question, number = f"Which {noun.low} is it, counted from the first?", float(figure.value)
            yield Told(Attribute.ORDINAL, "", _stem(noun.low), line, figure.text, number, figure, question=question)


def _is_told(verb: VerbGroup | None) -> bool:
    return verb is None or (not verb.denied and verb.modality not in ("possible", "conditional"))
