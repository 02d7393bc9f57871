"""Text ──▶ words with their places: the one tokeniser."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import pairwise

from generator.lexicons import compiled, table, wordset
from generator.text.words import BE, LEXICON, Word

_TOKEN, _TORN, _PIECE = (compiled(name) for name in ("token", "torn", "piece"))
_LOOSE = re.compile(r"(?<=\w)(?P<space>\ )?[,.](?=\s)")  # tokenised , as corpora have it .
_FEW = 5
"""Letters of a word with a full stop that goes on in small letters or digits, and so is shortened: *approx. 40*."""

Columns = tuple[tuple[int, ...], tuple[int, ...], tuple[Word, ...]]
"""Where the tokens begin, where they end, and what they are."""


def is_loose(text: str) -> bool:
    """Tell whether spaces part the marks of a text from its words, and its numbers into pieces: ``$ 5 , 000 .``."""
    marks = [m["space"] for m in _LOOSE.finditer(text)]
    return len(marks) > 1 and 2 * sum(map(bool, marks)) > len(marks)


def tokens(text: str, start: int, end: int, *, loose: bool = False) -> Columns:
    """Return the tokens of ``text[start:end]`` in order; they cover every character but white space.

    Words with a hyphen are one token, the possessive mark is one by itself, and an abbreviation has its full stop. In a
    ``loose`` text a number is one too. Linear in the length of the text.
    """
    spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
    if loose:
        for torn in _TORN.finditer(text, start, end):
            a, b = bisect_left(spans, (torn.start(), 0)), bisect_left(spans, (torn.end(), 0))
            spans[a:b] = [torn.span()]
    raw = [text[a:b] for a, b in spans]
    if "." in raw:
        spans = _with_stops(text, spans, raw, end, loose=loose)
        raw = [text[a:b] for a, b in spans]
    if loose:
        raw = [word.replace(" ", "") for word in raw]
    words = [LEXICON[word] for word in raw]
    for i in range(1, len(words)):
        if raw[i] in BE and words[i - 1].low in wordset("text-subjects-of-is"):
            words[i] = BE[raw[i]]
    return tuple([a for a, _ in spans]), tuple([b for _, b in spans]), tuple(words)


def _with_stops(
    text: str, spans: list[tuple[int, int]], raw: list[str], end: int, *, loose: bool
) -> list[tuple[int, int]]:
    """Join a full stop to the shortened word before it: ``Sen.``, ``No. 5``, and ``Ann B . Lee`` of a loose text."""
    out: list[tuple[int, int]] = []
    for (start, stop), word in zip(spans, raw, strict=True):
        first, last = out[-1] if word == "." and out else (0, start + 1)
        near = 0 <= start - last <= loose
        if near and _shortened(text[first:last], text[stop : min(stop + 2, end)], apart=last < start):
            out[-1] = (first, stop)
        else:
            out.append((start, stop))
    return out


def _shortened(word: str, after: str, *, apart: bool) -> bool:
    """Tell whether the full stop behind a word, or apart from it, shortens it."""
    following = after.lstrip()[:1]
    how = abbreviations().get(word)
    if how == "number":
        return following.isdigit()
    if (how and (following or not apart)) or (len(word) == 1 and word.isupper() and following.isupper()):
        return True
    return not apart and len(word) <= _FEW and word.isalpha() and (following.islower() or following.isdigit())


@cache
def abbreviations() -> dict[str, str]:
    """Return the shortened words, each with what its full stop says: a ``name`` or ``number`` follows, or ``any``."""
    return {row[1]: row[0] for row in reversed(table("clean-abbreviations"))}


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and numbers of a text, without its marks."""
    return tuple(word for word in tokens(text, 0, len(text))[2] if word.shape in ("word", "number"))


def pieces_of(text: str) -> tuple[str, ...]:
    """Return the pieces of a text: ``pieces_of("sq. km")`` is ``sq``, ``.``, ``km``."""
    return tuple(word.text for word in pieces(tokens(text, 0, len(text)))[2])


def pieces(columns: Columns) -> Columns:
    """Return tokens cut at hyphens and between letters and digits, as numbers need it: ``$5bn``, ``25-year-old``."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[Word] = []
    for start, end, word, following in zip(*columns, (*columns[2][1:], None), strict=False):
        cuts = _cuts(word.text)
        shortened = word.capital and word.text[-1] == "." and following is not None and following.capital
        if cuts is None or shortened:  # St. Louis
            starts.append(start)
            ends.append(end)
            words.append(word)
            continue
        for a, b in pairwise(cuts):
            starts.append(start + a)
            ends.append(start + b)
            words.append(LEXICON[word.text[a:b]])
    return tuple(starts), tuple(ends), tuple(words)


@lru_cache(maxsize=1 << 16)
def _cuts(word: str) -> tuple[int, ...] | None:
    """Return where the pieces of a token begin, and its length; None where it is one piece."""
    if word.isalpha() or not any(c.isalnum() for c in word):
        return None
    begins = [m.start() for m in _PIECE.finditer(word)]
    return (*begins, len(word)) if len(begins) > 1 else None
