"""Articles ──▶ ground: what a claim is counted on, whatever the files are called and in whatever order they come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.contradictions import Contradictions
from generator.keys import hashed, normal
from generator.link.sets import DisjointSets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Article, Briefing, Evidence, FactKind

COPIED = 0.7
"""Share of a sentence's words from which on a passage shared with another one makes it a copy: below, two reporters of
one happening meet; above, the samples held the edited text of one agency, and hardly anything else."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What facts are counted on: each article's content and origin, each sentence's hash, and which are copies."""

    articles: dict[str, Article]
    contents: dict[str, str]
    origins: dict[str, str]
    copies: dict[tuple[str, int], int]
    contradictions: Contradictions
    hashes: dict[tuple[str, int], str] = field(default_factory=dict)

    def claim(self, kind: FactKind, value: str, evidence: Evidence) -> tuple[str, Evidence]:
        """Return the hash of a claim, and where it is read."""
        return hashed(kind, normal(value), self.sentence(evidence)), evidence

    def sentence(self, evidence: Evidence) -> str:
        """Return the hash of the whole sentence that holds a finding."""
        article = self.articles[evidence.article]
        at = article.sentence_at(evidence.span.start)
        if at is None:
            return hashed(normal(evidence.text))
        if (article.id, at) not in self.hashes:
            span = article.sentences[at]
            self.hashes[article.id, at] = hashed(normal(article.text[span.start : span.end]))
        return self.hashes[article.id, at]

    def sides(self, evidence: Iterable[Evidence], *, quoted: bool = False) -> tuple[tuple[Evidence, ...], ...]:
        """Return where something is read, by independent origin, in the order of articles and places.

        Articles that tell it in the very same sentence count as one: one of them copied it. So do those that tell it in
        an edited copy of the sentence, unless its words are ``quoted``: two that heard them agree on most of it.
        """
        places = {(e.article, e.span): e for e in evidence}
        ordered = [places[place] for place in sorted(places)]
        sets = DisjointSets(len(ordered))
        first: dict[str, int] = {}
        for n, e in enumerate(ordered):
            reasons = [f"origin {self.origins[e.article]}", self.sentence(e)]
            at = self.articles[e.article].sentence_at(e.span.start)
            if not quoted and at is not None and (copy := self.copies.get((e.article, at))) is not None:
                reasons.append(f"copy {copy}")
            for reason in reasons:
                sets.join(first.setdefault(reason, n), n)
        return tuple(tuple(ordered[n] for n in group) for group in sets.groups())


def content_of(article: Article) -> str:
    """Return the hash of an article's content, whatever its file's name and line endings."""
    return hashed(" ".join(article.text.split()))


def ground_of(briefing: Briefing) -> Ground:
    """Look up what facts are counted on."""
    articles = {a.id: a for a in briefing.articles}
    origins = {i: o.id for o in briefing.origins for i in o.articles}
    return Ground(
        articles=articles,
        contents={i: content_of(a) for i, a in articles.items()},
        origins={i: origins.get(i, i) for i in articles},
        copies=_copies(briefing, articles),
        contradictions=Contradictions(briefing),
    )


def _copies(briefing: Briefing, articles: dict[str, Article]) -> dict[tuple[str, int], int]:
    """Return the sentences that are copies, edited or not, of others: by article and number, which of them are one."""
    pairs = []
    for passage in briefing.passages:
        places, sizes = [], []
        for side in passage.sides:
            article = articles[side.article]
            at = article.sentence_at(side.span.start)
            if at is not None:
                span = article.sentences[at]
                places.append((article.id, at))
                sizes.append(len(article.text[span.start : span.end].split()))
        if len(places) == len(passage.sides) and passage.shared_words >= COPIED * min(sizes):
            pairs.append(places)
    number = {place: n for n, place in enumerate(sorted({place for places in pairs for place in places}))}
    sets = DisjointSets(len(number))
    for left, right in pairs:
        sets.join(number[left], number[right])
    return {place: sets.root(n) for place, n in number.items()}
