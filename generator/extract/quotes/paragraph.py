"""A paragraph as its words outside of quotations, each quoted stretch as one of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from generator.extract.quotes.cues import Cue, find_cues
from generator.extract.quotes.marks import Stretch
from generator.extract.quotes.phrases import LONGEST, LONGEST_NAME
from generator.extract.quotes.tokens import Token
from generator.model import Block, Name, Span
from generator.text import LEXICON, Sentence, VerbGroup, Word, entries

# a sentence with more tokens than this is read in parts; a list that long has no attribution to find
LONGEST_SENTENCE = 250
ENDS = (".", "!", "?", "…")
_SPEECH = frozenset(form for verb in entries("speech") for name in ("present", "past") for form in verb.forms[name])
_Place = tuple[int, int, "Word", int, "Name | None"]
"""Where a token begins and ends, its word, its stretch or -1, and the name that it is part of."""
_Columns = tuple[tuple[int, ...], tuple[int, ...], tuple["Word", ...], tuple[int, ...], tuple["Name | None", ...]]
"""The same of several tokens, column by column."""


@dataclass(frozen=True)
class Paragraph:
    """The tokens of a block outside its quotations, with its sentences as token ranges."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    stretches: tuple[Stretch, ...]
    places: tuple[int, ...]
    """Which token each stretch is."""
    caption: bool = False
    """Whether it tells what a picture shows, beside the story."""
    heading: bool = False
    """Whether it stands over the story, which names whom it only describes."""

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The verbs of speech with their subjects, in text order."""
        return tuple(cue for first, end in self.sentences for cue in find_cues(self.tokens, first, end))

    @cached_property
    def _firsts(self) -> tuple[int, ...]:
        return tuple(cue.first for cue in self.cues)

    def cues_in(self, first: int, end: int) -> tuple[Cue, ...]:
        """Return the verbs of speech between two tokens."""
        return self.cues[bisect_left(self._firsts, first) : bisect_left(self._firsts, end)]

    def spoken_in(self, first: int, end: int) -> list[Cue]:
        """Return those of them that aren't denied: ``never said`` makes no speaker."""
        return [cue for cue in self.cues_in(first, end) if not self.tokens[cue.first].denied]

    def sentence_of(self, i: int) -> tuple[int, int]:
        """Return the token range of the sentence that holds a token."""
        return self.sentences[bisect_right(self.sentences, i, key=lambda s: s[0]) - 1]


def paragraph(
    text: str, within: Sequence[Sentence], block: Block, stretches: tuple[Stretch, ...], names: Mapping[int, Name]
) -> Paragraph:
    """Return a block as tokens, given its sentences; stretches inside others are part of theirs.

    ``names`` holds the names found before, by the offsets of their words.
    """
    outer = tuple(s for s in stretches if s.inside is None)
    if outer or any(len(s) > LONGEST_SENTENCE for s in within):
        cut = _cut(text, within, outer, names)
        ranges = _sentences(cut, frozenset(s.start for s in block.sentences))
        whole = {s.span.start: s for s in within}
        found = [(_columns(cut[first:end]), whole.get(cut[first][0])) for first, end in ranges]
    else:
        found = [(_plain(text, s, names), s) for s in within if s.story < len(s)]
        ends = list(accumulate((len(columns[0]) for columns, _ in found), initial=0))
        ranges = list(pairwise(ends))
    read = zip(found, ranges, strict=True)
    tokens = tuple(t for (columns, sentence), (first, _) in read for t in _read(block, columns, first, sentence))
    places = tuple(i for i, t in enumerate(tokens) if t.stretch >= 0) if outer else ()
    return Paragraph(tokens, tuple(ranges), outer, places, block.kind == "caption", block.kind in ("title", "heading"))


def _cut(
    text: str, sentences: Sequence[Sentence], outer: tuple[Stretch, ...], names: Mapping[int, Name]
) -> list[_Place]:
    """Return the words of a block from behind its dateline on, with each stretch in the place of its words."""
    found: list[_Place] = []
    n = 0
    for sentence in sentences:
        for i in range(sentence.story, len(sentence)):
            start, end, word = sentence.starts[i], sentence.ends[i], sentence.words[i]
            while n < len(outer) and outer[n].whole.start < end:
                whole, said = outer[n].whole, outer[n].words
                words = text[said.start : said.end]
                quoted = Word(words, "", "", "quote", frozenset(), "", capital=False, shouted=False)
                found.append((whole.start, whole.end, quoted, n, None))
                n += 1
            if n and start < outer[n - 1].whole.end:
                continue
            if word.part != "hyphen" and len(found) > 1 and found[-1][2].part == "hyphen":
                first, hyphen = found[-2], found[-1]
                if first[1] + 1 == start == hyphen[1] and first[3] < 0:  # no word is what is quoted: "2024"-08-15
                    start = first[0]  # 25-year-old
                    word = LEXICON[text[start:end]]
                    del found[-2:]
            found.append((start, end, word, -1, names.get(start)))
    return found


def _columns(cut: list[_Place]) -> _Columns:
    return tuple(zip(*cut, strict=True))  # type: ignore[return-value]


def _plain(text: str, s: Sentence, names: Mapping[int, Name]) -> _Columns:
    """Return a sentence without quotations as columns of places."""
    starts, ends, words = s.starts[s.story :], s.ends[s.story :], s.words[s.story :]
    if "hyphen" in [w.part for w in words]:
        return _columns(_cut(text, (s,), (), names))
    return starts, ends, words, (-1,) * len(words), tuple(map(names.get, starts))


def _read(block: Block, columns: _Columns, at: int, sentence: Sentence | None) -> Iterable[Token]:
    """Return the tokens of a sentence, of which ``at`` is the first, with their parts of speech and verb groups.

    Those of the ``sentence`` that begins there are taken if it has the same words, so that no quotation stands in it,
    and the names are names there as well.
    """
    starts, ends, words, stretches, names = columns
    named = [n is not None and n.form == "name" and w.capital for n, w in zip(names, words, strict=True)]
    if (
        sentence is None
        or sentence.words != words
        or any(n and p != "name" for n, p in zip(named, sentence.parts, strict=True))
    ):
        known = tuple(["name" if n else "" for n in named])
        sentence = Sentence(Span(starts[0], ends[-1]), block.kind, starts, ends, words, 0, known)
    groups: list[VerbGroup | None] = [None] * len(words)
    for g in sentence.verbs:
        groups[g.head] = VerbGroup(g.first + at, g.end + at, g.head + at, *g[3:])
    places = [(0, 0)] * len(words)
    for p in sentence.phrases:
        places[p.first : p.end] = [(p.first + at, p.end + at)] * (p.end - p.first)
    return map(Token, starts, ends, words, stretches, names, sentence.parts, groups, places)


def _sentences(cut: list[_Place], starts: frozenset[int]) -> list[tuple[int, int]]:
    found = []
    first = 0
    for i in range(len(cut)):
        if i + 1 == len(cut) or i - first == LONGEST_SENTENCE or _ends_sentence(cut, i, starts):
            found.append((first, i + 1))
            first = i + 1
    return found


def _ends_sentence(cut: list[_Place], i: int, starts: frozenset[int]) -> bool:
    """Tell whether a sentence ends with a token, given that another token follows."""
    _, _, word, stretch, _ = cut[i]
    start, _, following, opens, _ = cut[i + 1]
    if stretch >= 0:
        ends = word.text.rstrip("'’)\"").endswith(ENDS)
        return ends and (opens >= 0 or (following.capital and not _attributes(cut, i)))
    return start in starts or (opens >= 0 and word.text in ENDS)


def _attributes(cut: list[_Place], i: int) -> bool:
    """Tell whether ``“Really?” [Ann Lee asked].`` goes on behind a quotation that ends a sentence of its own."""
    j = i + 1
    while j < len(cut) and j - i < LONGEST_NAME and cut[j][2].capital:
        j += 1
    if j < len(cut) and cut[j][2].text == ",":  # “Really?” Ann Lee, the mayor of Orre, asked
        j = next((k + 1 for k in range(j + 1, min(j + LONGEST, len(cut) - 1)) if cut[k][2].text == ","), j)
    if j >= len(cut) or cut[j][2].low not in _SPEECH:
        return False
    asks = cut[i][2].text.rstrip("'’)\"").endswith(("?", "!"))
    return asks or j + 1 == len(cut) or cut[j + 1][2].text in (".", ",")
