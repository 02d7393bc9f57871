"""The sentences that several sources tell, in whatever words: how alike sentences are, and which ones most have."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Self, TypeVar

from generator.model import RUNNING, Article, Evidence
from generator.render.lookup import Lookup
from generator.text import Sentence, Word, read_text, words_of
from generator.text.standing import main_verb

MOST_ARTICLES = 12
"""Articles of one happening that are read sentence by sentence: more tell it in the same words again."""
MOST_SENTENCES = 60
"""Sentences from the top of each."""
SAME = 0.34
"""Cosine of the words of two sentences (each weighed by how few sentences have it) from which they are on the same."""
TOLD = 0.3
"""The same from which a line repeats one that the page has told."""
COPIED = 0.75
"""The same from which one of a copy of an article repeats one of the original."""
CONCERNS = 0.25
"""How close a sentence must be to the titles and the first line; else it is the background of a single article."""
QUOTED = ("quotation", "nested")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the story, its number in the article from 0, and its words by weight (the vector has length 1)."""

    sentence: Evidence
    number: int
    weights: Mapping[str, float]

    def likeness(self, other: Self) -> float:
        """Return how alike two sentences are, from 0 to 1."""
        few, many = sorted((self.weights, other.weights), key=len)
        return sum(w * many[s] for s, w in few.items() if s in many)


@dataclass(frozen=True)
class Centre:
    """The sentences of some articles."""

    lookup: Lookup
    articles: tuple[str, ...]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every sentence that is read, in order."""
        return tuple(Passage(e, n, self._weighed(found)) for e, n, found in self._sentences if found)

    @cached_property
    def _sentences(self) -> list[tuple[Evidence, int, list[str]]]:
        return [(e, n, found) for a in self._read for e, n, found in _stems(a)]

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        return Counter(s for _, _, found in self._sentences for s in set(found))

    def _weighed(self, stems: Sequence[str]) -> Mapping[str, float]:
        counts, sentences = self._counts, len(self._sentences)
        weights = {s: math.log(1 + sentences / (counts.get(s) or 1)) for s in dict.fromkeys(stems)}
        length = math.sqrt(sum(w * w for w in weights.values()))
        return {s: w / length for s, w in weights.items()}

    def printed(self, words: Evidence) -> Passage:
        """Return words as they stand on the page, whether their article is read or not."""
        return Passage(words, self.place(words)[1] or 0, self._weighed(_told(words_of(words.text))))

    @cached_property
    def _places(self) -> Mapping[tuple[str, int | None], Passage]:
        return {(p.sentence.article, p.number): p for p in self.passages}

    def place(self, words: Evidence) -> tuple[str, int | None]:
        """Return the article and the number of the sentence in which words begin."""
        return self.lookup.place(words)

    def stems(self, words: Evidence) -> frozenset[str]:
        """Return the stems of the sentence in which words begin."""
        article, number = self.place(words)
        found = read_text(self.lookup.articles[article]).sentences[number].words if number is not None else ()
        return frozenset(w.stem for w in found)

    def depth(self, passage: Passage) -> float:
        """Return how far down in its article a sentence stands, from 0 to 1."""
        return passage.number / len(self.lookup.articles[passage.sentence.article].sentences)

    def passage(self, words: Evidence) -> Passage | None:
        """Return the sentence in which words begin, if it is read."""
        return self._places.get(self.place(words))

    def spoken(self, passage: Passage) -> bool:
        """Tell whether a sentence is mostly what somebody says: in a quotation, or a report of one who has a page."""
        return self.quoted(passage) or (passage.sentence.article, passage.number) in self._reported

    def quoted(self, passage: Passage) -> bool:
        """Tell whether half of a sentence or more stands in a quotation, or in a turn of a transcript."""
        return (passage.sentence.article, passage.number) in self._quoted

    @cached_property
    def _quoted(self) -> frozenset[tuple[str, int]]:
        found = set()
        for findings in self.lookup.briefing.findings:
            article = findings.article
            for quote in (q.words.span for q in findings.quotes if q.kind in QUOTED):
                first, last = article.sentence_at(quote.start), article.sentence_at(quote.end - 1)
                for n in range(first, last + 1) if first is not None and last is not None else ():
                    span = article.sentences[n]
                    within = min(span.end, quote.end) - max(span.start, quote.start)
                    if 2 * within >= span.end - span.start:
                        found.add((article.id, n))
        return frozenset(found)

    @cached_property
    def _reported(self) -> frozenset[tuple[str, int]]:
        known = (u for u in self.lookup.briefing.utterances if u.speaker in self.lookup.entities)
        told = ((quote, self.passage(quote.words)) for utterance in known for quote in utterance.versions)
        return frozenset(
            (passage.sentence.article, passage.number)
            for quote, passage in told
            if passage and (2 * len(quote.words.text) >= len(passage.sentence.text) or self.is_report(passage))
        )

    def is_report(self, passage: Passage) -> bool:
        """Tell whether the main verb of a sentence is that somebody says something: *Ann Lee said …*."""
        sentence = self.lookup.grammar(passage.sentence)
        verb = main_verb(sentence, passage.sentence.span) if sentence else None
        return sentence is not None and verb is not None and "speech" in sentence.words[verb.head].kinds

    @property
    def _read(self) -> Iterable[Article]:
        return (self.lookup.articles[a] for a in self.articles[:MOST_ARTICLES])

    @cached_property
    def _holding(self) -> Mapping[str, Sequence[int]]:
        found = defaultdict(list)
        for n, passage in enumerate(self.passages):
            for stem in passage.weights:
                found[stem].append(n)
        return found

    def nearest(self, passage: Passage) -> Mapping[str, tuple[float, Passage]]:
        """Return the most alike sentence of each other origin, by the origin, with how alike it is."""
        origin = self.lookup.origins
        own = origin[passage.sentence.article]
        best: dict[str, tuple[float, Passage]] = {}
        for n in dict.fromkeys(n for stem in passage.weights for n in self._holding[stem]):
            other = self.passages[n]
            theirs = origin[other.sentence.article]
            if theirs != own:
                alike = passage.likeness(other)
                if alike > best.get(theirs, (0.0, other))[0]:
                    best[theirs] = (alike, other)
        return best

    def alike(self, passage: Passage) -> list[Passage]:
        """Return the most alike sentence of each other origin that has one on the same."""
        return [p for alike, p in self.nearest(passage).values() if alike >= SAME]

    def original(self, passage: Passage) -> Passage:
        """Return the sentence that one of a copy repeats, of the original; or itself."""
        head = (self.lookup.order[passage.sentence.article][0], 0)
        told = (p for p in self.passages if self.lookup.order[p.sentence.article] == head)
        best = max(told, key=passage.likeness, default=passage)
        return best if best.likeness(passage) >= COPIED else passage

    def tellers(self, passage: Passage) -> list[Passage]:
        """Return the sentences of other origins that tell the same: much alike, of one act, with one of its numbers."""
        acts, numbers = self._acts(passage), self._numbers(passage)
        return [p for p in self.alike(passage) if acts & self._acts(p) and (not numbers or numbers & self._numbers(p))]

    def _acts(self, passage: Passage) -> frozenset[tuple[str, str]]:
        """Return the stems of the verbs of a sentence that tell more than that somebody says, is or has something.

        A verb that says little alone has the word behind it.
        What is still to be done isn't told: *is to decide whether to open an inquiry*.
        """
        sentence = self.lookup.grammar(passage.sentence)
        real = [v for v in sentence.verbs if not v.modality and sentence.parts[v.first] != "to"] if sentence else []
        acts = [v.head for v in real if v.tense != "future" and sentence and not _is_noun(sentence, v.head)]
        heads = [(sentence.words[i], sentence.low(i + 1)) for i in acts] if sentence else []
        told = ((w, behind if "light" in w.kinds else "") for w, behind in heads)  # "was taken off duty", "to hospital"
        return frozenset((w.stem, behind) for w, behind in told if "speech" not in w.kinds and not w.closed)

    def _numbers(self, passage: Passage) -> frozenset[Decimal | None]:
        """Return the values of the figures of a sentence."""
        span, found = passage.sentence.span, self.lookup.findings[passage.sentence.article].figures
        return frozenset(f.value for f in found if span.holds(f.span))


L = TypeVar("L")


def in_rank(found: Iterable[tuple[float, Passage, L]]) -> list[L]:
    """Return what is told in some sentences, by its weight, of one weight what stands higher up first."""
    ranked = sorted(found, key=lambda r: (-r[0], r[1].number, r[1].sentence.article))
    return [line for _, _, line in ranked]


def _is_noun(sentence: Sentence, i: int) -> bool:
    """Tell whether a form in *-ing* names what acts or is acted on: *polling stations*, *counting was delayed*."""
    return sentence.parts[i] == "ing" and sentence.parts[i + 1 : i + 2] in (("noun",), ("verb",), ("inner",))


def _stems(article: Article) -> list[tuple[Evidence, int, list[str]]]:
    sentences = read_text(article).sentences[:MOST_SENTENCES]
    return [(article.cite(s.span), n, _told(s.words)) for n, s in enumerate(sentences) if s.kind in RUNNING]


def _told(words: Iterable[Word]) -> list[str]:
    return [w.stem for w in words if w.shape in ("word", "number") and not w.closed]
