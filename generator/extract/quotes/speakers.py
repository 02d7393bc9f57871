"""Whom a pronoun in an attribution stands for, and which words name the speaker."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.extract.quotes import phrases, subjects, verbs
from generator.extract.quotes.phrases import Phrase
from generator.extract.quotes.wordsets import wordlist, wordset
from generator.lexicons import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.quotes.sequence import Turn
    from generator.extract.quotes.tokens import Paragraph, Token
    from generator.model import Name

# how many sentences back a pronoun is followed
FARTHEST = 6
SINGULAR = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name or describe a speaker, and the pronoun that stood for them."""

    start: int
    end: int
    pronoun: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known when a pronoun is resolved: the paragraphs and the names found in the article."""

    paragraphs: Sequence[Paragraph]
    names: tuple[Name, ...]
    people: frozenset[str]


def resolve(scene: Scene, turn: Turn) -> Speaker | str:
    """Return the speaker of an attribution, or why nobody can be named."""
    tokens = scene.paragraphs[turn.paragraph].tokens
    subject = turn.by.subject
    if subject.kind == "relative":
        return _relative(scene, turn.paragraph, subject)
    if subject.kind != "pronoun":
        return Speaker(tokens[subject.first].start, tokens[subject.last - 1].end)
    return _pronoun(scene, turn.paragraph, subject.first)


def _relative(scene: Scene, n: int, subject: Phrase) -> Speaker | str:
    paragraph = scene.paragraphs[n]
    tokens = paragraph.tokens
    first, _ = paragraph.sentence_of(subject.first)
    end = subject.first - (tokens[subject.first - 1].text == "," if subject.first > first else 0)
    found = phrases.backward(tokens, first, end) if end > first else None
    if found is None or found.kind in ("relative", "pronoun"):
        return f"nobody stands before “{tokens[subject.first].text}”"
    if not phrases.is_role(tokens[found.head]):
        found = subjects.climb(tokens, found, first) if found.kind == "description" else found
    token = tokens[subject.first]
    return Speaker(tokens[found.first].start, tokens[found.last - 1].end, (token.start, token.end))


def _pronoun(scene: Scene, n: int, at: int) -> Speaker | str:
    """Follow a pronoun to the nearest agreeing subject before it."""
    token = scene.paragraphs[n].tokens[at]
    if token.low not in SINGULAR and token.low not in ("they", "their"):
        return f"“{token.text}” names nobody"
    for m, first, end in _sentences_before(scene, n, at):
        tokens = scene.paragraphs[m].tokens
        agreeing = [p for p in _people(scene, tokens, first, end) if _agrees(tokens, p, token.low)]
        if not agreeing:
            continue
        subject = subjects.main_subject(tokens, first, end)
        chosen = next((p for p in agreeing if subject and p.first < subject.last and subject.first < p.last), None)
        if chosen is None and len({_tail(tokens, p) for p in agreeing}) > 1:
            return f"“{token.text}” could be more than one of those named before"
        chosen = chosen or agreeing[0]
        return Speaker(tokens[chosen.first].start, tokens[chosen.last - 1].end, (token.start, token.end))
    return f"nobody named before agrees with “{token.text}”"


def _sentences_before(scene: Scene, n: int, at: int) -> list[tuple[int, int, int]]:
    """Return the sentence up to the pronoun and those before it, nearest first, as (paragraph, first, end)."""
    found: list[tuple[int, int, int]] = []
    for m in range(n, -1, -1):
        for first, end in reversed(scene.paragraphs[m].sentences):
            if m == n and first >= at:
                continue
            found.append((m, first, min(end, at) if m == n else end))
            if len(found) > FARTHEST:
                return [f for f in found if f[2] > f[1]]
    return [f for f in found if f[2] > f[1]]


def _people(scene: Scene, tokens: Sequence[Token], first: int, end: int) -> list[Phrase]:
    """Return the phrases of a sentence, outside its quotations, that stand for people."""
    found: list[Phrase] = []
    i = first
    while i < end:
        phrase = _person_at(scene, tokens, i, first, end)
        if phrase:
            found.append(phrase)
        i = phrase.last if phrase else i + 1
    return found


def _person_at(scene: Scene, tokens: Sequence[Token], i: int, first: int, end: int) -> Phrase | None:
    token = tokens[i]
    if token.stretch >= 0 or not token.is_word:
        return None
    if token.is_capital and phrases.name_token(tokens, i):
        j = i
        while j < end and phrases.name_token(tokens, j):
            j += 1
        return Phrase(i, j, "name", j - 1) if _is_person(scene, tokens, i, j, first) else None
    if token.is_a("det", "poss"):
        phrase = phrases.forward(tokens, i, end)
        if phrase and phrase.kind == "description" and phrases.last_part(tokens[phrase.head]) in phrases.persons():
            return phrase
    return None


def _is_person(scene: Scene, tokens: Sequence[Token], i: int, j: int, first: int) -> bool:
    start, end = tokens[i].start, tokens[j - 1].end
    if scene.names:
        return any(n.kind == "person" and n.span.start < end and start < n.span.end for n in scene.names)
    if _other(tokens, i, j) or (i > first and tokens[i - 1].low in wordset("placing")):
        return False
    return tokens[j - 1].low in scene.people


def _other(tokens: Sequence[Token], i: int, j: int) -> bool:
    parts = [t.low.rstrip(".") for t in tokens[i:j]]
    return any(
        p in phrases.sources() or p in wordset("days") or p in wordlist("quotes-not-people") or "-" in p for p in parts
    )


def people(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Return the last words, in small letters, of the names that stand where only people do.

    Those behind a noun for a person or a title (``Chancellor Ann Lee``), and those that are said to speak.
    """
    found: set[str] = set()
    for tokens in (p.tokens for p in paragraphs):
        i = 0
        while i < len(tokens):
            j = i
            while j < len(tokens) and phrases.name_token(tokens, j):
                j += 1
            if j > i and not _other(tokens, i, j) and _personal(tokens, i, j):
                found.add(tokens[j - 1].low)
            i = max(j, i + 1)
    return frozenset(found)


def _personal(tokens: Sequence[Token], i: int, j: int) -> bool:
    words_of = tokens[max(i - 1, 0) : j]
    if any(t.low.rstrip(".") in _genders() or phrases.last_part(t) in phrases.persons() for t in words_of[:-1]):
        return True
    if i and tokens[i - 1].low in wordset("placing"):
        return False
    before = verbs.verb(tokens[j]) if j < len(tokens) else None
    return before is not None and before.firm and before.form in ("past", "s") and "say" in before.takes


def _agrees(tokens: Sequence[Token], phrase: Phrase, pronoun: str) -> bool:
    """Tell whether a phrase can be what a pronoun stands for, by number and by the gender that its words show."""
    head = phrases.last_part(tokens[phrase.head])
    plural = (
        phrase.kind == "description"
        and head in phrases.persons()
        and head.endswith("s")
        and head[:-1] in phrases.persons()
    )
    if pronoun in ("they", "their"):
        return plural
    shown = {_genders().get(t.low.rstrip("."), "") for t in tokens[max(phrase.first - 1, 0) : phrase.last]} - {""}
    return not plural and (not shown or SINGULAR[pronoun] in shown)


def _tail(tokens: Sequence[Token], phrase: Phrase) -> str:
    return tokens[phrase.last - 1].low


@cache
def _genders() -> dict[str, str]:
    return dict(table("quotes-genders"))  # type: ignore[arg-type]
