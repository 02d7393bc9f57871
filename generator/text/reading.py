"""The words of a sentence with what they are in it: parts of speech, verb groups, noun phrases and clauses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from generator.model import BlockKind, Span
from generator.text.clauses import Clause, clauses_of
from generator.text.parts import parts_of
from generator.text.phrases import NounPhrase, phrases_of
from generator.text.tokens import pieces, tokens
from generator.text.verbs import VerbGroup, groups_of
from generator.text.words import Word

NOTHING = Word("", "", "", "", frozenset(), "", capital=False, shouted=False)
"""What stands outside of a sentence."""

_HEADINGS = ("title", "heading")
_TITLE_CASE = 0.66
"""Of the words of a headline in Title Case at least this share begins with a capital; of a sentence never so many."""
_KEPT = 1 << 9
"""Joined sentences that are kept, some 4 kB each: those of an article are asked for five times, one after the other."""


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence as parallel columns: token *i* is ``words[i]``, at ``starts[i]:ends[i]`` of the article.

    ``kind`` is that of its block; ``story`` the first token behind an editor's note and a dateline. ``known`` holds
    parts of speech that are settled (see ``joined``); ``loose`` is one of a text
    whose marks stand apart. What isn't stored is worked out when first asked for.
    """

    span: Span
    kind: BlockKind
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[Word, ...]
    story: int = 0
    known: tuple[str, ...] = ()
    loose: bool = False

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def word(self, i: int) -> Word:
        """Return a token, or ``NOTHING`` outside of the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else NOTHING

    def low(self, i: int) -> str:
        """Return a token in small letters, or an empty word outside of the sentence."""
        return self.words[i].low if 0 <= i < len(self.words) else ""

    def glued(self, i: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return self.gap(i) == 0

    def gap(self, i: int) -> int:
        """Return how many characters part a token from the one before it; -1 where there is no such pair."""
        if not 0 < i < len(self.starts):
            return -1
        gap = self.starts[i] - self.ends[i - 1]
        return 0 if self.loose and gap == 1 and "hyphen" in (self.words[i].part, self.words[i - 1].part) else gap

    def near(self, i: int, gap: int = 3) -> bool:
        """Tell whether at most ``gap`` characters of white space part a token from the one before it."""
        return 0 <= self.gap(i) <= gap

    @cached_property
    def plain(self) -> bool:
        """Whether it is a heading in Title Case, where a capital says nothing."""
        if self.kind not in _HEADINGS:
            return False
        letters = [w for w in self.words if w.text[0].isalpha()]
        return sum(w.capital for w in letters) >= _TITLE_CASE * len(letters)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The part of speech of each token; see ``parts_of``."""
        return tuple(parts_of(self.words, self.known, story=self.story, plain=self.plain))

    @cached_property
    def verbs(self) -> tuple[VerbGroup, ...]:
        """The verb groups: finite ones, infinitives, forms in -ing."""
        return groups_of(self.words, self.parts)

    @cached_property
    def phrases(self) -> tuple[NounPhrase, ...]:
        """The noun phrases."""
        return phrases_of(self.parts)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, each with its finite verb group."""
        return clauses_of(self.words, self.parts, self.verbs, self.story)

    @cached_property
    def pieces(self) -> Sentence:
        """The same sentence cut at hyphens too, and between letters and digits: ``$5bn``, ``25-year-old``."""
        columns = pieces((self.starts, self.ends, self.words))
        whole = columns[2] == self.words and not (self.story or self.known)
        return self if whole else Sentence(self.span, self.kind, *columns, loose=self.loose)

    def token_at(self, offset: int) -> int | None:
        """Return the token that holds a character of the article, or None."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.ends[i] else None

    def within(self, span: Span) -> tuple[int, int]:
        """Return the tokens, as first and end, that share a character with a span."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def verb_of(self, i: int) -> VerbGroup | None:
        """Return the finite verb group that governs a token: that of its clause."""
        return next((c.verb for c in self.clauses if c.start <= i < c.end), None)

    def parts_of(self, group: VerbGroup) -> tuple[str, ...]:
        """Return the parts of speech that the words of a verb group have by themselves: ``have``, ``verb``."""
        return tuple(w.part for w in self.words[group.first : group.head + 1])

    def verbs_in(self, span: Span) -> tuple[VerbGroup, ...]:
        """Return the finite verb groups that begin inside a span."""
        first, end = self.within(span)
        return tuple(g for g in self.verbs if g.finite and first <= g.first < end)

    def joined(self, units: Iterable[tuple[Span, str]]) -> Sentence:
        """Return the sentence with each unit, such as a name or a date, as one token of a given part of speech.

        A token that a unit covers a part of is cut (*China* in ``China-led``). Of units that overlap the first one
        counts; they come in text order.
        """
        return _joined(self, tuple(units))

    def cut(self, start: int, end: int) -> list[tuple[int, int, Word, str]]:
        """Return the tokens between two characters, those at the ends cut there."""
        row = []
        for i in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            at, word = self.starts[i], self.words[i]
            if start <= at and self.ends[i] <= end:
                row.append((at, self.ends[i], word, ""))
            else:
                low, high = max(start - at, 0), min(end - at, len(word.text))
                row += [(at + a, at + b, w, "") for a, b, w in zip(*tokens(word.text, low, high), strict=True)]
        return row


@lru_cache(maxsize=_KEPT)
def _joined(s: Sentence, units: tuple[tuple[Span, str], ...]) -> Sentence:
    row: list[tuple[int, int, Word, str]] = []
    at = s.span.start
    for span, part in units:
        if span.start >= at and span.end <= s.span.end:
            row += s.cut(at, span.start)
            row.append((span.start, span.end, _unit(s.cut(span.start, span.end), part), part))
            at = span.end
    row += s.cut(at, s.span.end)
    starts, ends, words, known = zip(*row, strict=True)
    begin = s.starts[s.story] if s.story < len(s.starts) else s.span.end
    return Sentence(s.span, s.kind, starts, ends, words, bisect_left(starts, begin), known)


def _unit(row: list[tuple[int, int, Word, str]], part: str) -> Word:
    """Return some tokens as one word, without spaces where they have none: ``4:11 a.m.``."""
    words = [w for _, _, w, _ in row]
    spaces = ["", *("" if end == start else " " for (_, end, *_), (start, *_) in pairwise(row))]
    text = "".join(space + w.text for space, w in zip(spaces, words, strict=True))
    low = "".join(space + w.low for space, w in zip(spaces, words, strict=True))
    return Word(text, low, low, part, frozenset(), words[0].shape, words[0].capital, all(w.shouted for w in words))
