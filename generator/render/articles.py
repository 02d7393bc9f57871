"""The article pages and their index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Edited, Inferred, Stated, Unknown
from generator.render.catalogue import sources_of, title_of, value_of
from generator.render.dates import readable
from generator.render.text import body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Article, Block, Difference, Entity, Event, Evidence, Field, Findings, Page, Relation
    from generator.render.links import Links
    from generator.render.markdown import Markdown
    from generator.render.press import Press

CARD = (
    ("title", "Title"),
    ("publisher", "Publisher"),
    ("byline", "By"),
    ("published", "Published"),
    ("dateline", "Dateline"),
    ("kind", "Kind"),
    ("language", "Language"),
    ("url", "Address"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article's card: what, its value, how that is known (stated, inferred, …), and why."""

    name: str
    value: str | None
    basis: str
    because: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A place of the site where an article is cited: the link, and how many of its lines."""

    link: Markdown
    count: int


def article_pages(press: Press) -> tuple[Page, ...]:
    """Return the index of the articles and a page for each."""
    ordered = sorted(press.briefing.articles, key=lambda a: (value_of(a.published) or "~", title_of(a), a.id))
    index = press.page("articles/index.md", "articles.md", "Articles", articles=[card(a) for a in ordered])
    return (index, *(_article_page(press, findings) for findings in press.briefing.findings))


def _article_page(press: Press, findings: Findings) -> Page:
    article = findings.article
    path = f"articles/{article.id}.md"
    links = press.links(path)
    return press.page(
        path,
        "article.md",
        title_of(article),
        article=article,
        card=card(article).lines,
        text=body(findings, links),
        removed=tuple(_removed(article)),
        related=tuple(_related(press, article)),
        uses=tuple(_uses(press, article, links)),
        differences=_differences(press, article),
        only=_only(press, article),
    )


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of an article."""

    article: Article
    lines: tuple[Line, ...]

    def __getitem__(self, name: str) -> Line:
        """Return the line of a name."""
        return next(line for line in self.lines if line.name == name)


def card(article: Article) -> Card:
    """Return what is known of an article, line by line."""
    return Card(article, tuple(_line(label, name, getattr(article, name)) for name, label in CARD))


def _line(label: str, name: str, known: Field[str]) -> Line:
    match known:
        case Stated(value, evidence):
            return Line(label, _worded(name, value), "stated", "", evidence)
        case Inferred(value, because, evidence):
            return Line(label, _worded(name, value), "inferred", because, evidence)
        case Edited(value, because):
            return Line(label, _worded(name, value), "editor", because, ())
        case Unknown(because):
            return Line(label, None, "unknown", because, ())


def _worded(name: str, value: str) -> str:
    return readable(value) if name == "published" else value


@dataclass(frozen=True, slots=True)
class Removed:
    """A part of the seed that isn't of the story: its lines, the rule that took it out, and the words."""

    lines: str
    rule: str
    words: Evidence


def _removed(article: Article) -> Iterator[Removed]:
    for block in article.blocks:
        if block.kind == "removed":
            yield Removed(_lines(article, block), block.rule, article.cite(block.span))


def _lines(article: Article, block: Block) -> str:
    first, last = article.line_at(block.span.start), article.line_at(block.span.end - 1)
    return f"line {first}" if first == last else f"lines {first}–{last}"


def _related(press: Press, article: Article) -> Iterator[Relation]:
    ranked = sorted(press.briefing.related, key=lambda r: (-r.score, r.to))
    return (r for r in ranked if r.article == article.id and r.to in press.catalogue.articles)


def _uses(press: Press, article: Article, links: Links) -> Iterator[Use]:
    """Yield the pages that cite an article, with the number of their lines that do."""
    briefing, kind = press.briefing, press.catalogue.kind
    lines: tuple[tuple[str, str, tuple[tuple[Evidence, ...], ...]], ...] = (
        ("timeline.md", "Timeline", tuple(e.evidence for e in briefing.events)),
        ("quotes.md", "Quotes", tuple(u.versions for u in briefing.utterances)),
        ("figures.md", "Figures", tuple(m.figures for m in briefing.measures)),
        ("glossary.md", "Glossary", tuple(e.uses for e in briefing.entries)),
        ("people/index.md", "People", tuple(e.mentions for e in kind("person"))),
        ("organisations/index.md", "Organisations", tuple(e.mentions for e in kind("organisation"))),
        ("places/index.md", "Places", tuple(e.mentions for e in kind("place"))),
    )
    for path, label, cited in lines:
        count = sum(_cites(evidence, article) for evidence in cited)
        if count:
            yield Use(links.to(path, label), count)


def _cites(evidence: Iterable[Evidence], article: Article) -> bool:
    return any(e.article == article.id for e in evidence)


def _differences(press: Press, article: Article) -> tuple[Difference, ...]:
    found = press.briefing.differences
    return tuple(d for d in found if d.verdict == "conflict" and any(_cites(r.evidence, article) for r in d.readings))


@dataclass(frozen=True, slots=True)
class Only:
    """What one article tells and no other does."""

    events: tuple[Event, ...]
    entities: tuple[Entity, ...]


def _only(press: Press, article: Article) -> Only:
    events = (e for e in press.briefing.events if {x.article for x in e.evidence} == {article.id})
    entities = (e for e in press.catalogue.entities.values() if sources_of(e) == (article.id,))
    return Only(tuple(events), tuple(sorted(entities, key=lambda e: (-len(e.mentions), e.id))))
