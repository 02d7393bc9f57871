"""Which words name the speaker of an attribution, through pronouns and relative clauses."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice

from generator.extract.quotes import attribution, phrases, subjects
from generator.extract.quotes.paragraph import Paragraph
from generator.extract.quotes.people import (
    NEUTER,
    PLURAL,
    SINGULAR,
    Genders,
    agrees,
    genders,
    kind_of,
    people_in,
    shown_genders,
)
from generator.extract.quotes.phrases import Phrase, can_speak
from generator.extract.quotes.sequence import Turn
from generator.extract.quotes.tokens import Token
from generator.lexicons import wordset
from generator.text.gender import gender

# how many sentences back a pronoun is followed, and further ones whose subject is the same pronoun
FARTHEST = 10
# how many for *they* and *it*, which anything may be
NEAREST = 3
# how many sentences back, with its own, somebody may be meant who is only mentioned, and nobody else
NEAR = 2
# and in how many before the pronoun nobody else may be named who agrees
ALONE = 4


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name or describe a speaker, and the pronoun that stood for them."""

    words: Sequence[Token]
    pronoun: Token | None = None


@dataclass(frozen=True, eq=False)
class Discourse:
    """What is known when a pronoun is resolved: the paragraphs, and who speaks in each."""

    paragraphs: Sequence[Paragraph]
    turns: Sequence[Sequence[Turn | None]]

    @cached_property
    def genders(self) -> Genders:
        """Who is known to be a man or a woman."""
        return genders(self.paragraphs)


def resolve(discourse: Discourse, turn: Turn) -> Speaker | str:
    """Return the speaker of an attribution, or why nobody can be named."""
    tokens = discourse.paragraphs[turn.paragraph].tokens
    subject = turn.by.subject
    if subject.kind == "relative":
        return _relative(discourse.paragraphs[turn.paragraph], subject)
    if subject.kind == "pronoun":
        return _pronoun(discourse, turn.paragraph, _start(discourse, turn), tokens[subject.first])
    if not can_speak(tokens, subject):
        return "what the sentence says it of is nobody who speaks"
    return Speaker(tokens[subject.first : subject.last])


def _start(discourse: Discourse, turn: Turn) -> int:
    """Return the token before which the one whom a pronoun means stands: *Lee never called, he said* is seldom on him.

    But the mayor says no in ``The mayor, Ann Lee, says no: the talks, she told us, are off``.
    """
    paragraph, subject = discourse.paragraphs[turn.paragraph], turn.by.subject
    first, _ = paragraph.sentence_of(subject.first)
    who = [c.subject for c in paragraph.cues_in(first, subject.first) if c.subject and c.verb.is_a("says-bare")]
    pronoun = paragraph.tokens[subject.first].low
    own = any(_fits(discourse, paragraph.tokens, p, pronoun) for p in who)
    return first if turn.by.rule in ("reported before", "later") and not own else subject.first


def _relative(paragraph: Paragraph, subject: Phrase) -> Speaker | str:
    """Return whom ``who`` stands for: the phrase before it."""
    tokens = paragraph.tokens
    token = tokens[subject.first]
    first, _ = paragraph.sentence_of(subject.first)
    end = subject.first
    while end > first and (tokens[end - 1].text == "," or tokens[end - 1].is_a("prep")):
        end -= 1
    found = phrases.backward(tokens, first, end) if end > first else None
    if found is None or found.kind in ("relative", "pronoun"):
        return f"nobody stands before “{token.text}”"
    person = kind_of(tokens, found.first, found.last) == "person"
    known = tokens[found.head].is_kind("person") if token.low == "who" else tokens[found.head].role
    if not (known or person) and (found.kind == "description" or token.low == "who"):
        found = subjects.joined(tokens, subjects.climb(tokens, found, first), first)  # the head of a village, who said
    before = phrases.backward(tokens, first, found.first - 1) if tokens[found.first - 1].text == "," else None
    if found.kind == "description" and before and kind_of(tokens, before.first, before.last) == "person":
        found = before  # Ann Lee, the mayor, who said
    thing = token.low == "who" and found.kind == "name" and tokens[found.first - 1].part == "det"
    thing = thing and not (known or kind_of(tokens, found.first, found.last) == "person" or tokens[found.head].role)
    if thing or not can_speak(tokens, found):  # sailors on the Sea Pearl, who said
        return f"what stands before “{token.text}” doesn't speak"
    return Speaker(tokens[found.first : found.last], token)


def _pronoun(discourse: Discourse, n: int, at: int, token: Token) -> Speaker | str:
    """Follow a pronoun to the nearest agreeing speaker or subject before a place, or to the only person named there."""
    if token.low not in SINGULAR and token.low not in PLURAL and token.low not in NEUTER:
        return f"“{token.text}” names nobody"
    before = tuple(_sentences_before(discourse, n, at, token))
    own, _ = discourse.paragraphs[n].sentence_of(at)
    opens = all(not t.is_word for t in discourse.paragraphs[n].tokens[own:at])  # He said …; “…,” he said
    last = next((s for s in before if s[:2] != (n, own)), None) if opens else None
    alone = len(_named(discourse, before[:ALONE], token)) == 1
    for m, first, end in before:
        tokens = discourse.paragraphs[m].tokens
        near = (m, first, end) in before[:NEAR]
        fits = [p for p in _leading(discourse, m, first, end) if _fits(discourse, tokens, p, token.low)]
        chosen = next((p for p in fits if _is_foremost(discourse, (m, first, end), p, token)), None)
        told = (p for p in fits if near and tokens[p.first].is_a("det", "poss") and tokens[p.first].low != "a")
        if chosen is None and (any(told) or any(shown_genders(discourse.genders, tokens, p) for p in fits)):
            break  # the mayor or a widow is told of, whom nobody has named
        same = SINGULAR.get(token.low, token.low) in _pronouns(discourse, m, first, end)
        agreeing = [p for p in people_in(tokens, first, end) if agrees(discourse.genders, tokens, p, token.low)]
        sure = [p for p in agreeing if shown_genders(discourse.genders, tokens, p)]
        if chosen is None and same and len(sure) == 1 and near and not _goes_on(discourse, (m, first, end), token):
            chosen = sure[0]  # In her report Ms Lee made it clear that
        if chosen is None and (same or (token.low in NEUTER and (m, first) == (n, own))):
            continue
        if chosen is None and len(agreeing) == 1 and not fits and near and alone:
            chosen = agreeing[0]
        elif chosen is None and (agreeing or token.low in NEUTER):
            break  # who or what is only mentioned may not be meant
        spoke = [c.subject for c in discourse.paragraphs[m].cues_in(first, end)] == [chosen] and own == at
        new = chosen is not None and _is_new(tokens, chosen, (first, end))
        spoke = (m, first, end) == last and (new or spoke)  # Lee said it was late. He said
        if chosen and not spoke and _is_likelier_other(discourse, before, token, tokens, chosen):
            return f"“{token.text}” could be more than one of those named before"
        if chosen:
            return Speaker(tokens[chosen.first : chosen.last], token)
    return f"nobody named before agrees with “{token.text}”"


def _is_foremost(discourse: Discourse, place: tuple[int, int, int], phrase: Phrase, pronoun: Token) -> bool:
    """Tell whether a sentence is on somebody: by a name, or as who speaks."""
    m, first, end = place
    paragraph = discourse.paragraphs[m]
    if phrase.kind != "description" or (pronoun.low in PLURAL and not paragraph.heading):
        return True
    by = attribution.according(paragraph.tokens, first, end)
    said = (*paragraph.cues_in(first, end), *([by] if by else ()))  # a spokesman [in Lima] said
    return any(c.subject and c.subject.first == phrase.first for c in said)


def _goes_on(discourse: Discourse, place: tuple[int, int, int], pronoun: Token) -> bool:
    """Tell whether a sentence is on whom the same pronoun means."""
    tokens, sex = discourse.paragraphs[place[0]].tokens, SINGULAR.get(pronoun.low)
    return any(p.kind == "pronoun" and SINGULAR.get(tokens[p.first].low) == sex for p in _leading(discourse, *place))


def _named(discourse: Discourse, places: Sequence[tuple[int, int, int]], pronoun: Token) -> set[str]:
    """Return the last words of the names of those whom a pronoun can mean in the sentences before that it isn't in."""
    new = (place for place in places if not _goes_on(discourse, place, pronoun))
    named = ((t, p) for m, *s in new for t in [discourse.paragraphs[m].tokens] for p in people_in(t, *s))
    return {t[p.head].low for t, p in named if agrees(discourse.genders, t, p, pronoun.low)}


def _is_new(tokens: Sequence[Token], phrase: Phrase, sentence: tuple[int, int]) -> bool:
    """Tell whether a sentence that names nobody else says who somebody is: ``Ann Lee, 67, who sells cheese,``."""
    aside = tokens[phrase.last : phrase.last + 2]
    told = len(aside) > 1 and aside[0].text == "," and (aside[1].part == "number" or aside[1].is_a("det", "poss", "wh"))
    return (
        told
        and phrase.kind == "name"
        and phrase.last - phrase.first > 1
        and [p.head for p in people_in(tokens, *sentence)] == [phrase.head]
    )


def _is_likelier_other(
    discourse: Discourse, before: Sequence[tuple[int, int, int]], token: Token, tokens: Sequence[Token], chosen: Phrase
) -> bool:
    """Tell whether nothing shows that a name is a man's or a woman's, and somebody named before is known to fit."""
    known, gender = discourse.genders, SINGULAR.get(token.low)
    if gender is None or chosen.kind != "name" or shown_genders(known, tokens, chosen):
        return False
    named = ((t, p) for m, *s in before for t in [discourse.paragraphs[m].tokens] for p in people_in(t, *s))
    return any(shown_genders(known, t, p) == {gender} for t, p in named)


@lru_cache(maxsize=256)  # each pronoun asks the sentences before it
def _leading(discourse: Discourse, m: int, first: int, end: int) -> tuple[Phrase, ...]:
    """Return who speaks in a sentence, the last first, then its subject; the names beside them go before."""
    tokens = discourse.paragraphs[m].tokens
    return tuple(subjects.beside(tokens, p, end) or p for p in _lead(discourse, m, first, end))


def _lead(discourse: Discourse, m: int, first: int, end: int) -> Iterator[Phrase]:
    tokens, places = discourse.paragraphs[m].tokens, discourse.paragraphs[m].places
    for turn in reversed(discourse.turns[m][bisect_left(places, first) : bisect_left(places, end)]):
        if turn and turn.paragraph == m and first <= turn.by.subject.first < end:
            yield turn.by.subject
    for cue in discourse.paragraphs[m].cues_in(first, end):
        if cue.subject and (cue.inverted or tokens[cue.subject.first - 1].text == ","):
            yield cue.subject
    if by := attribution.according(tokens, first, end):
        yield by.subject
    if subject := subjects.main_subject(tokens, first, end):
        yield subject
    if tokens[first].is_a("sub") and (subject := subjects.main_subject(tokens, first + 1, end)):
        yield subject


def _fits(discourse: Discourse, tokens: Sequence[Token], phrase: Phrase, pronoun: str) -> bool:
    """Tell whether a speaker or subject is a person that agrees with a pronoun."""
    fits = can_speak(tokens, phrase) and agrees(discourse.genders, tokens, phrase, pronoun)
    if phrase.kind in ("relative", "pronoun") or not fits:
        return False
    if pronoun in NEUTER:
        return True
    if phrase.kind == "name":
        kind = kind_of(tokens, phrase.first, phrase.last)
        beside = tokens[phrase.first - 1].text == "," and gender(tokens[phrase.first - 2].low)  # his widow, Rosaura
        return kind == "person" or (not kind and bool(beside or phrase.last > phrase.first + 1))
    return tokens[phrase.head].is_kind("person")


@lru_cache(maxsize=256)  # likewise
def _pronouns(discourse: Discourse, m: int, first: int, end: int) -> frozenset[str]:
    lows = {t.low for t in discourse.paragraphs[m].tokens[first:end]} & wordset("quotes-pronouns")
    return frozenset(SINGULAR.get(low, low) for low in lows)


def _sentences_before(discourse: Discourse, n: int, at: int, token: Token) -> Iterator[tuple[int, int, int]]:
    """Yield the sentence up to a place and those before it, nearest first, as (paragraph, first, end)."""
    sentences = discourse.paragraphs[n].sentences
    own = bisect_left(sentences, at, key=lambda s: s[0])  # those before it begin before the pronoun
    here = ((n, first, min(end, at)) for first, end in reversed(sentences[max(0, own - FARTHEST - 1) : own]))
    told = (m for m in range(n - 1, -1, -1) if not discourse.paragraphs[m].caption)
    before = ((m, *s) for m in told for s in reversed(discourse.paragraphs[m].sentences))
    yield from islice(chain(here, before), 1 + (NEAREST if token.low in PLURAL | NEUTER else FARTHEST))
