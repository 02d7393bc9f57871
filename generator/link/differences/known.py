"""An article ──▶ whom or what its nouns stand for: *the ferry*, *the minister*."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.link.content_words import senses_of, stems_of
from generator.link.differences.asking import joined
from generator.link.differences.corpus import Corpus
from generator.model import Span
from generator.text import Sentence
from generator.text.phrases import NounPhrase


class Known(NamedTuple):
    """Whom or what the nouns of an article stand for, and all that it names, by id."""

    nouns: Mapping[str, str]
    ids: frozenset[str]


def known(corpus: Corpus, article: str) -> Known:
    """Return what is known of an article; of nouns, where it calls but one so: *the ferry*."""
    within = corpus.index.within(article, Span(0, len(corpus.article(article).text)))
    named = frozenset(corpus.one_named(e).id for _, e in within)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in (line for line in corpus.lines(article) if line.names):
        s = joined(corpus, line)
        for name, entity in line.names if s else ():
            at = s.token_at(name.span.start) if s and name.form in ("name", "acronym") else None
            if s is not None and at is not None:
                person = entity.kind == "person"
                nouns = {sense_at(s, i) for i in called(s, at) if not person or "person" in s.words[i].kinds}
                titles = (t.text.partition(" of ")[0].partition(" for ")[0] for t in name.titles)  # for the alliance
                nouns |= {senses[-1] for t in titles if (senses := senses_of(stems_of(t)))}
                for noun in nouns:
                    found[noun].add(corpus.one_named(entity).id)
    return Known({noun: next(iter(ids)) for noun, ids in found.items() if len(ids) == 1 and noun}, named)


def called(s: Sentence, at: int) -> Iterator[int]:
    """Yield the nouns that call what is named: *the ferry Aurora*, *the Aurora ferry*, *Kornhaus, a chain*."""
    if at and s.parts[at - 1] == "noun":
        yield at - 1
    inside = phrase_at(s, at)
    if inside and inside.head > at and s.parts[inside.head] == "noun" and s.parts[inside.first] == "det":
        yield inside.head
    behind = next((p for p in s.phrases if p.first == at + 2), None) if s.low(at + 1) == "," else None
    if behind and s.parts[behind.first] == "det" and s.parts[behind.head] == "noun":
        yield behind.head
    before = next((p for p in s.phrases if p.end == at - 1), None) if s.low(at - 1) == "," else None
    if before and s.parts[before.first] in ("det", "poss") and s.parts[before.head] == "noun":
        yield before.head


def sense_at(s: Sentence, i: int) -> str:
    """Return the sense of a noun; of a compound that of its last part."""
    return next(reversed(senses_of(stems_of(s.words[i].lemma or s.low(i)))), "")


def phrase_at(s: Sentence, i: int) -> NounPhrase | None:
    """Return the noun phrase that a token stands in."""
    return next((p for p in s.phrases if p.first <= i < p.end), None)
