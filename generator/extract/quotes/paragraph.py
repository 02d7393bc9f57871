"""A paragraph as its words outside of quotations, each quoted stretch as one of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from generator.extract.quotes.cues import Cue, find_cues
from generator.extract.quotes.phrases import LONGEST_NAME
from generator.extract.quotes.tokens import Token
from generator.model import Span
from generator.text import LEXICON, Sentence, VerbGroup, Word, entries, read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.extract.quotes.marks import Stretch
    from generator.model import Article, Block, Name
    from generator.text import Text

# a sentence with more tokens than this is read in parts; a list that long has no attribution to find
LONGEST_SENTENCE = 250
ENDS = (".", "!", "?", "…")


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

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The verbs of speech with their subjects, in text order."""
        return tuple(cue for first, end in self.sentences for cue in find_cues(self.tokens, first, end))

    def cues_in(self, first: int, end: int) -> list[Cue]:
        """Return the verbs of speech between two tokens."""
        return [cue for cue in self.cues if first <= cue.first < end]

    def spoken_in(self, first: int, end: int) -> list[Cue]:
        """Return those of them that aren't denied: ``never said`` makes no speaker."""
        return [cue for cue in self.cues_in(first, end) if not self.tokens[cue.first].denied]

    def sentence_of(self, i: int) -> tuple[int, int]:
        """Return the token range of the sentence that holds a token."""
        return self.sentences[bisect_right(self.sentences, i, key=lambda s: s[0]) - 1]


def paragraph(article: Article, block: Block, stretches: tuple[Stretch, ...], names: Mapping[int, Name]) -> Paragraph:
    """Return a block as tokens; stretches inside others are part of theirs.

    ``names`` holds the names found before, by the offsets of their words.
    """
    outer = tuple(s for s in stretches if s.inside is None)
    within = _within(read_text(article), block)
    tokens = _tokens(article.text, within, outer, names)
    sentences = _sentences(tokens, frozenset(s.start for s in block.sentences))
    whole = {s.span.start: s for s in within}
    tokens = [
        token
        for first, end in sentences
        for token in _read(block, tokens[first:end], first, whole.get(tokens[first].start))
    ]
    places = tuple(i for i, t in enumerate(tokens) if t.stretch >= 0)
    return Paragraph(tuple(tokens), tuple(sentences), outer, places, block.kind == "caption")


def _within(text: Text, block: Block) -> tuple[Sentence, ...]:
    first, end = (bisect_left(text.starts, at) for at in (block.span.start, block.span.end))
    return text.sentences[first:end]


def _tokens(
    text: str, sentences: tuple[Sentence, ...], outer: tuple[Stretch, ...], names: Mapping[int, Name]
) -> list[Token]:
    """Return the words of a block from behind its dateline on, with each stretch in the place of its words."""
    found: list[Token] = []
    n = 0
    for sentence in sentences:
        for i in range(sentence.story, len(sentence)):
            start, end, word = sentence.starts[i], sentence.ends[i], sentence.words[i]
            while n < len(outer) and outer[n].whole.start < end:
                whole, said = outer[n].whole, outer[n].words
                found.append(Token(whole.start, whole.end, _quoted(text[said.start : said.end]), n))
                n += 1
            if n and start < outer[n - 1].whole.end:
                continue
            if len(found) > 1 and found[-1].word.part == "hyphen" and found[-2].end + 1 == start == found[-1].end:
                start = found[-2].start  # 25-year-old
                word = LEXICON[text[start:end]]
                del found[-2:]
            found.append(Token(start, end, word, name=names.get(start)))
    return found


def _quoted(text: str) -> Word:
    return Word(text, "", "", "quote", frozenset(), "", capital=False, shouted=False)


def _read(block: Block, tokens: list[Token], at: int, sentence: Sentence | None) -> list[Token]:
    """Return the tokens of a sentence, of which ``at`` is the first, with their parts of speech and verb groups.

    Those of the ``sentence`` that begins there are taken if it has the same words, so that no quotation stands in it,
    and the names are names there as well.
    """
    words = tuple([t.word for t in tokens])
    names = [i for i, t in enumerate(tokens) if t.named and t.word.capital]
    if sentence is None or sentence.words != words or any(sentence.parts[i] != "name" for i in names):
        known = tuple(["name" if t.named and t.word.capital else "" for t in tokens])
        span = Span(tokens[0].start, tokens[-1].end)
        starts, ends = tuple([t.start for t in tokens]), tuple([t.end for t in tokens])
        sentence = Sentence(span, block.kind, starts, ends, words, 0, known)
    groups = {g.head: VerbGroup(g.first + at, g.end + at, g.head + at, *g[3:]) for g in sentence.verbs}
    places = [(0, 0)] * len(tokens)
    for p in sentence.phrases:
        places[p.first : p.end] = [(p.first + at, p.end + at)] * (p.end - p.first)
    return [
        Token(t.start, t.end, t.word, t.stretch, t.name, part, groups.get(i), places[i])
        for i, (t, part) in enumerate(zip(tokens, sentence.parts, strict=True))
    ]


def _sentences(tokens: list[Token], starts: frozenset[int]) -> list[tuple[int, int]]:
    found = []
    first = 0
    for i in range(len(tokens)):
        if i + 1 == len(tokens) or i - first == LONGEST_SENTENCE or _ends_sentence(tokens, i, starts):
            found.append((first, i + 1))
            first = i + 1
    return found


def _ends_sentence(tokens: list[Token], i: int, starts: frozenset[int]) -> bool:
    """Tell whether a sentence ends with a token, given that another token follows."""
    token, follows = tokens[i], tokens[i + 1]
    if token.stretch >= 0:
        ends = token.text.rstrip("'’)\"").endswith(ENDS)
        return ends and (follows.stretch >= 0 or (follows.is_capital and not _attributes(tokens, i)))
    return follows.start in starts or (follows.stretch >= 0 and token.text in ENDS)


def _attributes(tokens: list[Token], i: int) -> bool:
    """Tell whether ``“Really?” [Ann Lee asked].`` goes on behind a quotation that ends a sentence of its own."""
    j = i + 1
    while j < len(tokens) and j - i < LONGEST_NAME and tokens[j].is_capital:
        j += 1
    if j >= len(tokens) or tokens[j].low not in _speech():
        return False
    if tokens[i].text.rstrip("'’)\"").endswith(("?", "!")):
        return True
    return j + 1 == len(tokens) or tokens[j + 1].text in (".", ",")


@cache
def _speech() -> frozenset[str]:
    told = (verb.forms for verb in entries("speech"))
    return frozenset(form for forms in told for name in ("present", "past") for form in forms[name])
