"""A sentence as words: names and dates are single ones, and each has its part."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from generator import edtf
from generator.lexicons import mapping, table
from generator.link.content_words import senses_of
from generator.model import Article, Date, Name
from generator.text import Sentence, VerbGroup, entries, stem
from generator.text import Word as Token
from generator.text.befallen import deeds_counted
from generator.text.words import plural

# A sentence with more words than this is a list or a table; what stands after them is not read for events.
MOST_WORDS = 240

# What is one for telling events: an adjective is a noun beside a noun, "$" a part of its figure.
_PARTS = mapping("events-parts")
VERBAL = frozenset(("verb", "in-verb"))
"""Parts of the words of a verb group."""
_NOUNS = frozenset(("noun", "gerund", "base", "participle"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a mark, or a whole name or date; ``part`` is what it does in the sentence, ``tag`` its part of speech.

    Parts: ``name``, ``date``, the closed classes of the part of speech, ``break`` (a dash, a semicolon), ``comma``,
    ``open`` and ``close`` (brackets), ``quote``, ``mark`` (any other), ``number``, ``verb`` (a finite verb or auxiliary
    that opens a verb group), ``in-verb`` (the rest of it), ``participle``, ``gerund``, ``base``, ``adv``, ``noun``.
    """

    start: int
    end: int
    text: str
    token: Token
    tag: str
    part: str
    name: Name | None = None
    date: Date | None = None

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.token.low

    @property
    def base(self) -> str:
        """The base form of a verb, empty for an auxiliary or any other word."""
        kinds = self.token.kinds
        return self.token.lemma if "verb" in kinds and "aux" not in kinds else ""

    @property
    def parts(self) -> frozenset[str]:
        """What the word can be as a form of a verb."""
        return self.token.kinds

    @property
    def act(self) -> Act | None:
        """The act that the word tells as a verb, if the tables know it."""
        return acts().get(self.base)

    @property
    def happening(self) -> Act | None:
        """The act that the word tells as a noun: ``talks``, ``visit``."""
        return nouns().get(self.low) if self.part in _NOUNS else None


def read(article: Article, sentence: Sentence, names: tuple[Name, ...], dates: tuple[Date, ...]) -> tuple[Word, ...]:
    """Return the words of a sentence behind its dateline; names and dates are those inside it, in text order."""
    fixed: list[Name | Date] = sorted((*names, *dates), key=lambda f: (f.span.start, isinstance(f, Name), -f.span.end))
    s = sentence.joined((f.span, _part(f)) for f in fixed)
    units = {i: f for f in reversed(fixed) if (i := s.token_at(f.span.start)) is not None and s.known[i]}
    return tuple(_word(article.text, s, i, units.get(i)) for i in range(s.story, min(len(s), s.story + MOST_WORDS)))


def _part(found: Name | Date) -> str:
    return "date" if isinstance(found, Date) else "name"


def _word(text: str, s: Sentence, i: int, found: Name | Date | None) -> Word:
    start, end = s.starts[i], s.ends[i]
    name, date = found if isinstance(found, Name) else None, found if isinstance(found, Date) else None
    token, tag = s.words[i], s.parts[i]
    return Word(start, end, text[start:end], token, tag, _does(token, tag, name), name, date)


def _does(token: Token, tag: str, name: Name | None) -> str:
    """Return what a word does in the sentence."""
    if tag == "name" and name is None:
        return "noun"  # a capital alone: "Construction of the plant began"
    if tag == "number" and token.shape == "word":
        return "noun"  # only digits must agree when tellings are compared
    return _PARTS.get(tag, tag)


def value_at(words: tuple[Word, ...], i: int) -> str | None:
    """Return the value of a date, with that of the year after it, *in 2009 and 2010*; *six months ago* is rounded."""
    value, *then = [w.date.value for w in words[i : i + 3] if w.date] or [None]
    if (
        (found := words[i].date)
        and value
        and found.rule == "ago"
        and value[-1] != "~"
        and edtf.precision(value) != "day"
    ):
        return f"{value}~"
    both = value and then and value.isdigit() and words[i + 1].low == "and" and then[0] == str(int(value) + 1)
    return f"{value}/{then[0]}" if both else value


def speaks(word: Word) -> bool:
    """Tell whether a verb may be followed by what somebody says."""
    return word.base in speech()


# --- the tables of what happens -------------------------------------------------------------------


class Act(NamedTuple):
    """What a word tells: the act that two tellings of one happening share, and the kind it is listed under."""

    name: str
    kind: str


@cache
def acts() -> dict[str, Act]:
    """Return base form of a verb → its act; the first row that lists a verb decides."""
    found: dict[str, Act] = {}
    for kind, name, verbs, *_ in _rows():
        for verb in verbs:
            found.setdefault(verb, Act(name, kind))
    return found


@cache
def nouns() -> dict[str, Act]:
    """Return noun (singular and plural) → its act; the first row that lists a noun decides."""
    found: dict[str, Act] = {}
    for kind, name, _, names in _rows():
        for noun in names:
            for form in (noun, plural(noun)):
                found.setdefault(form, Act(name, kind))
    return found


def done(stems: Collection[str]) -> frozenset[str]:
    """Return what is done, of stems of verbs and nouns: one word for *found* and *discovered*, *died* and *killed*."""
    return frozenset(_done().get(s, s) for s in senses_of(sorted(stems)))


@cache
def _done() -> dict[str, str]:
    named = {word: act.name for known in (nouns(), acts()) for word, act in known.items()}
    return {stem(word): told for word, told in (named | deeds_counted()).items()}


@cache
def speech() -> dict[str, bool]:
    """Return the verbs after which a clause may follow without *that*, and whether they only pass on what is said."""
    return {verb.lemma: "passes-on" in verb.kinds for verb in entries("takes-clause")}


def _rows() -> tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]:
    rows = []
    for row in table("events-acts"):
        kind, name, verbs, *rest = row
        rows.append((kind, name, tuple(verbs.split()), tuple(" ".join(rest).split())))
    return tuple(rows)


def is_deadline(words: tuple[Word, ...], group: VerbGroup, date: int) -> bool:
    """Tell whether somebody is to do something by a day: ``the court is to decide by 5 December``."""
    found, led = words[date].date, any(w.low == "to" for w in words[group.first : group.head + 2])
    led = led and (group.tense == "future" or "awaited" in words[group.head].parts)
    return led and words[date - 1].low == "by" and found is not None and edtf.precision(found.value or "2000") == "day"


def has_begun(words: tuple[Word, ...], group: VerbGroup, date: int) -> bool:
    """Tell whether how something has been began on a day: ``Three have been in custody since Friday``."""
    found, lasts = words[date].date, (group.tense, group.aspect) == ("present", "perfect")
    began = (found.value or "2000").removesuffix("/..") if found and words[date - 1].low == "since" else "2000"
    return lasts and "be" in words[group.head].parts and edtf.precision(began) == "day"
