"""A sentence ──▶ words: names and dates are single words, closed classes and verb forms are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from generator.link.events.verbs import Act, Form, acts, closed, forms, nouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Date, Name, Span

# A sentence with more words than this is a list or a table; what stands after them is not read for events.
MOST_WORDS = 240
LONGEST_SHORT = 5  # letters of a shortened word before its full stop: "Gen", "U", "Sept"

_WORD = re.compile(
    r"""
    \d{1,15} (?: [.,] \d{1,9} ){0,5} (?! [^\W\d_] )               # 6.8, 1,200
  | [^\W_]{1,60}
    (?: ['’] (?! (?: s | m | re | ve | ll | d ) \b ) [^\W_]{1,20}  # didn't, N'Djamena
      | [-‐‑] [^\W_]{1,40} ){0,6}                                  # swearing-in
  | ['’] (?: s | m | re | ve | ll | d ) \b                        # the ends of "Ana's", "we'll"
  | \.\.\. | … | -- | [^\w\s] | _                                # a mark
    """,
    re.VERBOSE,
)
_BREAKS = frozenset(";:–—…") | {"--", "..."}
_QUOTES = frozenset('"“”«»„')

_NUMBER = re.compile(r"\d[\d.,]{0,20}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a mark, or a whole name or date; ``part`` is what it does in the sentence.

    Parts: ``name``, ``date``, the closed classes of ``events-words``, ``break`` (a dash, a semicolon), ``comma``,
    ``open`` and ``close`` (brackets), ``quote``, ``mark`` (any other), ``number``, ``verb`` (a finite verb or auxiliary
    that opens a verb group), ``in-verb`` (the rest of it), ``participle``, ``gerund``, ``base``, ``adv``, ``noun``.
    """

    start: int
    end: int
    text: str
    low: str
    part: str
    form: Form | None = None
    name: Name | None = None
    date: Date | None = None

    @property
    def base(self) -> str:
        """The base form of a verb, empty for an auxiliary or any other word."""
        return self.form.base if self.form else ""

    @property
    def parts(self) -> frozenset[str]:
        """What the word can be as a form of a verb."""
        return self.form.parts if self.form else frozenset()

    @property
    def act(self) -> Act | None:
        """The act that the word tells as a verb, if the tables know it."""
        return acts().get(self.form.base) if self.form else None

    @property
    def happening(self) -> Act | None:
        """The act that the word tells as a noun: ``talks``, ``visit``."""
        return nouns().get(self.low) if self.part in ("noun", "gerund", "base", "participle") else None


def cut(text: str, sentence: Span, names: tuple[Name, ...], dates: tuple[Date, ...]) -> tuple[Word, ...]:
    """Return the words of a sentence with their parts; names and dates are those inside it, in text order."""
    raw = tuple(islice(_cut(text, sentence, names, dates), MOST_WORDS))
    pairs = zip((None, *raw), raw, strict=False)
    return tuple(retagged(w, "noun") if _abbreviates(before, w) else _tagged(w) for before, w in pairs)


def _abbreviates(before: Word | None, word: Word) -> bool:
    """Tell the full stop of ``Gen.`` or ``U.S.`` from one that ends what is said."""
    if word.text != "." or before is None:
        return False
    return len(before.text) == 1 or (before.text[:1].isupper() and len(before.text) <= LONGEST_SHORT)


def _cut(text: str, sentence: Span, names: tuple[Name, ...], dates: tuple[Date, ...]) -> Iterator[Word]:
    """Cut a sentence at names, dates and words; a date wins over a name, the longer over the shorter."""
    fixed: list[tuple[int, int, Name | None, Date | None]] = [(d.span.start, d.span.end, None, d) for d in dates]
    fixed += [(n.span.start, n.span.end, n, None) for n in names]
    fixed.sort(key=lambda f: (f[0], f[3] is None, -f[1]))
    at = sentence.start
    for start, end, name, date in fixed:
        if start < at or end > sentence.end:
            continue
        yield from _plain(text, at, start)
        part = "date" if name is None else "pron" if name.form == "pronoun" else "name"
        yield Word(start, end, text[start:end], text[start:end].lower(), part, None, name, date)
        at = end
    yield from _plain(text, at, sentence.end)


def _plain(text: str, start: int, end: int) -> Iterator[Word]:
    for m in _WORD.finditer(text, start, end):
        yield Word(m.start(), m.end(), m[0], m[0].lower().replace("’", "'"), "")


def _tagged(word: Word) -> Word:
    if word.part:
        return word
    low = word.low
    part = _mark(low) or closed().get(low)
    if part:
        return retagged(word, part)
    form = forms().get(low)
    if form is None and word.text.islower():
        form = _guessed(low)
    return retagged(word, "noun" if form is None else "", form)


_MARKS = {
    **dict.fromkeys((";", ":", "–", "—", "…", "--", "..."), "break"),
    **dict.fromkeys('"“”«»„', "quote"),
    **dict.fromkeys("([", "open"),
    **dict.fromkeys(")]", "close"),
    **dict.fromkeys(("'s", "'"), "genitive"),
    "`": "quote",
    ",": "comma",
}
_SYMBOLS = frozenset("$€£¥%&/#°+")  # read as part of the noun beside them


def _mark(low: str) -> str | None:
    if low in _MARKS or _NUMBER.fullmatch(low):
        return _MARKS.get(low, "number")
    return None if low[-1].isalnum() or low in _SYMBOLS else "mark"


# A word of no table is taken for a verb form by its ending, if enough of it stands before: not "bed", "ring", "fly".
_ENDINGS = (
    (re.compile(r"\w{2,58}[^e]ed"), "past participle"),
    (re.compile(r"\w{3,58}ing"), "gerund"),
    (re.compile(r"\w{3,58}ly"), "adverb"),
)


def _guessed(low: str) -> Form | None:
    parts = next((parts for ending, parts in _ENDINGS if ending.fullmatch(low)), None)
    return Form(low, frozenset(parts.split())) if parts else None


def retagged(word: Word, part: str, form: Form | None = None) -> Word:
    """Return a word with another part."""
    return Word(word.start, word.end, word.text, word.low, part, form, word.name, word.date)
