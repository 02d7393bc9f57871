"""Article ──▶ what an installed spaCy pipeline reads in it, to compete with what the rules read."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from generator.errors import SettingsError
from generator.extract.names.around import bare, title_word
from generator.extract.names.lists import calendar, given
from generator.extract.names.sentence import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.language import Language

    from generator.extract.names.sentence import Sentence
    from generator.model import Article, NameKind

SCHEME = "spacy:"
CONFIG = "mkdocs.yml"

ALONE = 0.95
"""A name that the engine alone reads is listed (support .48), but no repetition makes it a page."""

AGREED = 0.6
"""What it adds to a reading of the rules that the engine shares: a plain one (1.4) then carries a page."""

MOST = 3.0
"""No reading is stronger."""

LONGEST = 100_000
"""A longer block is read by the rules alone: memory grows with each character that a pipeline reads at once."""

KINDS: Mapping[str, NameKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
    "LAW": "agreement",
    "WORK_OF_ART": "work",
    "PRODUCT": "product",
}
"""The labels of OntoNotes and of CoNLL-like corpora; nationalities and ``MISC`` are no names."""


@cache
def load(engine: str) -> Language:
    """Return the pipeline of ``spacy:NAME``, where NAME is an installed package or a folder; once per process.

    Raises SettingsError where spaCy or the pipeline is missing, or the pipeline can't be loaded.
    """
    name = engine.removeprefix(SCHEME)
    try:
        import spacy  # noqa: PLC0415 - optional, and slow to import: only for those who ask for it
    except ImportError as error:
        what = "engine needs spaCy, which isn't installed; run: pip install 'briefing-site[spacy]', or leave engine out"
        raise SettingsError(CONFIG, what) from error
    try:
        return spacy.load(name)
    except OSError as error:
        what = f"engine: there is no spaCy pipeline {name}; install the pipeline, or name its folder in the project"
        raise SettingsError(CONFIG, what) from error
    except (ImportError, ValueError, KeyError) as error:
        what = f"engine: spaCy can't load {name} ({_first_line(error)}); install a pipeline made for this spaCy"
        raise SettingsError(CONFIG, what) from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


def hear(article: Article, engine: str) -> dict[int, tuple[int, NameKind]]:
    """Return the names that the engine reads in an article's text: start → end and kind, in code points of the text."""
    shown = (b for b in article.blocks if b.sentences and b.kind not in ("title", "heading"))
    blocks = [b for b in shown if b.span.end - b.span.start <= LONGEST]
    docs = load(engine).pipe(article.text[b.span.start : b.span.end] for b in blocks)
    return {
        b.span.start + e.start_char: (b.span.start + e.end_char, KINDS[e.label_])
        for b, doc in zip(blocks, docs, strict=True)
        for e in doc.ents
        if e.label_ in KINDS
    }


def told(s: Sentence, heard: Mapping[int, tuple[int, NameKind]]) -> Sentence:
    """Return a sentence with what the engine reads in it; capitals say nothing in a headline, so nothing is taken."""
    return s if s.headline or not heard else replace(s, heard=dict(_ranges(s, heard)))


def _ranges(s: Sentence, heard: Mapping[int, tuple[int, NameKind]]) -> Iterator[tuple[tuple[int, int], NameKind]]:
    """Yield the tokens of each name that begins and ends where tokens do."""
    ends = {end: i + 1 for i, end in enumerate(s.ends)}
    for i, start in enumerate(s.starts):
        end, kind = heard.get(start, (-1, "work"))
        if end in ends:
            first, last = _trimmed(s, i, ends[end], kind)
            if first < last and not _plain(s, first, last):
                yield (first, last), kind


def _trimmed(s: Sentence, start: int, end: int, kind: NameKind) -> tuple[int, int]:
    """Leave out what we don't count to a name: articles, a person's titles, the possessive."""
    while start < end and s.word(end - 1) in ("'s", "'"):
        end -= 1
    while start < end and (s.cases[start] == "low" or (s.word(start) == "the" and s.opens(start))):
        start += 1
    while end - start > 1 and kind == "person" and title_word(s, start) and s.words[start].text not in given():
        start += 1
    return start, end


def _plain(s: Sentence, start: int, end: int) -> bool:
    return bare(s, start, end) or (end - start == 1 and s.word(start) in calendar())


def joined(runs: Iterable[tuple[int, int]], s: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the runs of a sentence's tokens, those joined that a name of the engine reaches across."""
    held: tuple[int, int] | None = None
    for start, end in sorted([*runs, *s.heard]):
        if held is not None and start < held[1]:
            held = (held[0], max(held[1], end))
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held


def compete(s: Sentence, start: int, end: int, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the rules' readings of some tokens, stronger where the engine agrees, and then the engine's own."""
    kind = s.heard.get((start, end))
    for r in readings:
        if r.kind == kind and r.strength > 0:
            because = f"{r.because}; the engine reads it so too"
            yield replace(r, strength=max(r.strength, min(MOST, r.strength + AGREED)), because=because)
        else:
            yield r
    if kind is not None:
        yield Reading(start, end, kind, ALONE, "engine", "the engine alone reads it so")
