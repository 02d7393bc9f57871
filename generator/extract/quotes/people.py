"""Which phrases of a sentence stand for people, and what their words say about gender and number."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.extract.quotes import phrases
from generator.extract.quotes.cues import find_cues, trailing
from generator.extract.quotes.phrases import Phrase
from generator.lexicons import listed, wordset
from generator.model import Span
from generator.text import lemmas
from generator.text.gender import gender, gender_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.quotes.paragraph import Paragraph, Token
    from generator.model import Name

# how many names before a place are looked at for one that reaches into it
NEAR = 3
SINGULAR = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
PLURAL = frozenset(("they", "their"))
NEUTER = frozenset(("it", "its"))
# how often pronouns must tell a gender, and how many times as often as the other one
TOLD = 2


@dataclass(frozen=True, slots=True)
class People:
    """What is known about who is a person.

    The names found in the article, the words that end a person's name, and the genders that they are seen with
    (``reyes`` is ``f`` where the article has ``Ms Reyes`` or ``Maria Reyes``).
    """

    names: tuple[Name, ...]
    starts: tuple[int, ...]
    surnames: frozenset[str]
    genders: frozenset[tuple[str, str]]


def people(paragraphs: Sequence[Paragraph], names: tuple[Name, ...]) -> People:
    """Return what the article shows about who is a person.

    A capitalised phrase is one behind a title or a noun for a person (``Chancellor Ann Lee``), and where it is said to
    speak; the names found before win where there are any.
    """
    found: set[str] = set()
    genders: set[tuple[str, str]] = set()
    for paragraph in paragraphs:
        for first, end in paragraph.sentences:
            runs = _capitalised(paragraph.tokens, first, end)
            found |= _titled(paragraph.tokens, runs) | _speaking(paragraph.tokens, first, end)
            genders |= _seen_genders(paragraph.tokens, runs, first, end)
    ordered = tuple(sorted(names, key=lambda n: n.span))
    known = People(ordered, tuple(n.span.start for n in ordered), frozenset(found), frozenset(genders))
    return replace(known, genders=known.genders | _told_genders(known, paragraphs))


def _told_genders(known: People, paragraphs: Sequence[Paragraph]) -> set[tuple[str, str]]:
    """Return the genders that the pronouns behind names tell, in sentences that name one person only."""
    votes: Counter[tuple[str, str]] = Counter()
    for paragraph in paragraphs:
        for first, end in paragraph.sentences:
            named = people_in(known, paragraph.tokens, first, end)
            heads = {paragraph.tokens[p.head].low for p in named}
            behind = paragraph.tokens[min((p.last for p in named), default=end) : end]
            told = {SINGULAR[t.low] for t in behind if t.low in SINGULAR}
            if len(heads) == len(told) == 1:
                votes[heads.pop(), told.pop()] += 1
    others = {"m": "f", "f": "m"}
    return {(head, g) for (head, g), times in votes.items() if times >= TOLD and times >= TOLD * votes[head, others[g]]}


def _titled(tokens: Sequence[Token], runs: Sequence[tuple[int, int]]) -> set[str]:
    return {word for i, j in runs if _has_title(tokens, i, j) for word in _own_words(tokens, i, j)}


def _own_words(tokens: Sequence[Token], i: int, j: int) -> set[str]:
    """Return the words of a name by which its bearer can be called, without titles."""
    return {t.low for t in tokens[i:j] if phrases.last_part(t) not in phrases.persons() and len(t.text.rstrip(".")) > 1}


def _seen_genders(
    tokens: Sequence[Token], runs: Sequence[tuple[int, int]], first: int, end: int
) -> set[tuple[str, str]]:
    titled = {(tokens[j - 1].low, g) for i, j in runs for t in tokens[max(i - 1, 0) : j - 1] if (g := gender(t.low))}
    inside = tokens[first:end]
    return titled | {(tokens[j - 1].low, g) for i, j in runs if (g := _gender_beside(inside, i - first, j - first))}


def _gender_beside(tokens: Sequence[Token], i: int, j: int) -> str:
    """Return the gender that an apposition shows: ``a girl of 16, [Mara Tamm]``, ``[Mara Tamm], a girl of 16``."""
    beside: list[Token] = []
    if j + 1 < len(tokens) and tokens[j].text == "," and tokens[j + 1].is_a("det"):
        beside.extend(takewhile(_within_phrase, tokens[j + 2 : j + 2 + NEAR]))
    if i > 1 and tokens[i - 1].text == ",":
        beside.extend(takewhile(_within_phrase, reversed(tokens[max(0, i - 2 - NEAR) : i - 1])))
    return next((g for t in beside if (g := gender(t.low))), "")


def _within_phrase(token: Token) -> bool:
    return token.is_word and not token.is_a("poss", "subject", "conj", "sub")


def _has_title(tokens: Sequence[Token], i: int, j: int) -> bool:
    before = tokens[max(i - 1, 0) : j - 1]
    titled = any(gender(t.low) or phrases.last_part(t) in phrases.persons() for t in before)
    return titled and not _other(tokens, i, j)


def _speaking(tokens: Sequence[Token], first: int, end: int) -> set[str]:
    """Return the last words of the names that a verb of speech has for a subject, but for bodies and places."""
    found: set[str] = set()
    for cue in find_cues(tokens, first, end):
        phrase = trailing(tokens, cue, end) or cue.subject
        if phrase and phrase.kind == "name" and cue.verb.is_a("firm") and not _other(tokens, phrase.first, phrase.last):
            found |= _own_words(tokens, phrase.first, phrase.last)
    return found


def _capitalised(tokens: Sequence[Token], first: int, end: int) -> list[tuple[int, int]]:
    """Return the runs of words that belong to names."""
    found = []
    i = first
    while i < end:
        j = i
        while j < end and phrases.name_token(tokens, j):
            j += 1
        if j > i:
            found.append((i, j))
        i = max(j, i + 1)
    return found


def _other(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Tell whether a capitalised phrase holds a word that no person's name holds, but for the title before a name."""
    title = next((k for k in range(j - 2, i - 1, -1) if phrases.last_part(tokens[k]) in phrases.persons()), i - 1)
    i = title + 1
    return any(_impersonal(t.low.rstrip(".")) for t in tokens[i:j])


def _impersonal(word: str) -> bool:
    known = word in phrases.sources() or word in wordset("quotes-days") or word in listed("quotes-not-people")
    return known or "-" in word


def people_in(known: People, tokens: Sequence[Token], first: int, end: int) -> list[Phrase]:
    """Return the names of people in a part of a sentence, outside its quotations; possessives last."""
    runs = _capitalised(tokens, first, end)
    named = [(i, j) for i, j in runs if is_person(known, tokens, i, j) and not _modifies(tokens, j, end)]
    found = [Phrase(i, j, "name", j - 1) for i, j in named]
    return sorted(found, key=lambda p: p.last < end and tokens[p.last].part == "genitive")


def _modifies(tokens: Sequence[Token], j: int, end: int) -> bool:
    """Tell whether a name only belongs to the noun behind it: ``the Lee campaign``."""
    return j < end and tokens[j].is_word and not tokens[j].is_capital and phrases.is_role(tokens[j])


def kind_at(known: People, span: Span) -> str:
    """Return the kind of the name found before that meets a span, ``person`` before others, or an empty string."""
    k = bisect_right(known.starts, span.end - 1)
    kinds = [n.kind for n in known.names[max(k - NEAR, 0) : k] if n.span.meets(span)]
    return "person" if "person" in kinds else (kinds[0] if kinds else "")


def is_person(known: People, tokens: Sequence[Token], i: int, j: int) -> bool:
    """Tell whether a capitalised phrase is a person's name."""
    kind = kind_at(known, Span(tokens[i].start, tokens[j - 1].end))
    if kind:
        return kind == "person"
    if _other(tokens, i, j) or (i and tokens[i - 1].low in wordset("quotes-placing")):
        return False
    return tokens[j - 1].low in known.surnames


def agrees(known: People, tokens: Sequence[Token], phrase: Phrase, pronoun: str) -> bool:
    """Tell whether a phrase can be what a pronoun stands for, by number and by the gender that its words show."""
    if pronoun in PLURAL:
        return is_plural(tokens, phrase)
    if pronoun in NEUTER:
        return not is_plural(tokens, phrase) and _is_body(known, tokens, phrase)
    shown = shown_genders(known, tokens, phrase)
    return not is_plural(tokens, phrase) and (not shown or SINGULAR[pronoun] in shown)


def _is_body(known: People, tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase stands for an organisation or a text."""
    kind = kind_at(known, Span(tokens[phrase.first].start, tokens[phrase.last - 1].end))
    return kind == "organisation" or (kind != "person" and phrases.last_part(tokens[phrase.head]) in phrases.sources())


def shown_genders(known: People, tokens: Sequence[Token], phrase: Phrase) -> set[str]:
    """Return the genders that a phrase shows: by a title or given name, elsewhere, or by its only word."""
    before = {gender(t.low) for t in tokens[max(phrase.first - 1, 0) : phrase.head]} - {""}
    head = tokens[phrase.head]
    elsewhere = {g for g in "fm" if (head.low, g) in known.genders}
    return before or elsewhere or {gender_alone(head.low)} - {""}


def is_plural(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is a description of several people."""
    if any(t.low == "and" for t in tokens[phrase.first : phrase.last]):
        return True
    head = phrases.last_part(tokens[phrase.head])
    many = tokens[phrase.first].part == "number" or head not in lemmas("person") | lemmas("source")
    return phrase.kind == "description" and head in phrases.persons() | phrases.sources() and many
