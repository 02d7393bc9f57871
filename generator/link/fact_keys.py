"""Articles ──▶ keys of facts: what a claim is counted on, whatever the files are called and whatever their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.independence import Independence
from generator.keys import content_of, hashed, normal

if TYPE_CHECKING:
    from generator.model import Article, Briefing, Evidence, FactKind


@dataclass(frozen=True, slots=True)
class FactKeys:
    """What facts are counted on: each article's content, each sentence's hash, and what is independent."""

    articles: dict[str, Article]
    contents: dict[str, str]
    independence: Independence
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


def fact_keys_of(briefing: Briefing) -> FactKeys:
    """Look up what facts are counted on."""
    articles = {a.id: a for a in briefing.articles}
    return FactKeys(
        articles=articles,
        contents={i: content_of(a) for i, a in articles.items()},
        independence=Independence(briefing),
    )
