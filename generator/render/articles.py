"""The article pages and their index."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.independence import Place
from generator.model import (
    Article,
    Credit,
    Difference,
    Event,
    Evidence,
    Field,
    Findings,
    Origin,
    Page,
    Relation,
    Span,
    value_of,
)
from generator.render.dates import readable, worded
from generator.render.home.stories import stories
from generator.render.home.weights import Weights, quotas_for
from generator.render.lookup import articles_of, in_words, known, title_of
from generator.render.margin import Fact, beside, facts_of, told_as
from generator.render.origins import credit_words, credits_of
from generator.render.page import Job, PageMaker
from generator.render.paging import grouped
from generator.render.single_source import SingleSource, single_source_of
from generator.render.text import body, heading
from generator.words import N_, _

CARD = (
    ("title", N_("Title")),
    ("publisher", N_("Publisher")),
    ("house", N_("House")),
    ("byline", N_("By")),
    ("published", N_("Published")),
    ("dateline", N_("Dateline")),
    ("kind", N_("Kind")),
    ("language", N_("Language")),
    ("url", N_("Address")),
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
class _Known:
    """What is known of an article: its conflicts and relations, what it alone says, its origin and credits.

    ``told`` holds what it tells, alone or not, in the order of the timeline; ``facts`` what is known of each sentence.
    """

    conflicts: Sequence[Difference]
    related: Sequence[Relation]
    told: Sequence[Event]
    alone: SingleSource
    origin: Origin | None
    credits: Sequence[Credit]
    facts: Mapping[Place, Sequence[Fact]]


def _known(maker: PageMaker, front: Page) -> Iterator[tuple[Findings, _Known]]:
    """Yield what is known of each article; ``front`` is the front page, which cites some."""
    briefing, lookup = maker.briefing, maker.lookup
    conflicts = [d for d in briefing.differences if d.verdict == "conflict"]
    related = sorted(briefing.related, key=lambda r: (r.article, r.rank))
    told = grouped((i, e) for e in briefing.events for i in articles_of(e.evidence))
    facts = grouped((place[0], (place, found)) for place, found in facts_of(lookup, front).items())
    against = grouped((i, d) for d in conflicts for i in articles_of(e for r in d.readings for e in r.evidence))
    near = grouped((r.article, r) for r in related if r.to in lookup.articles)
    alone, credited = single_source_of(lookup), credits_of(briefing)
    origins = {a: replace(o, shared=()) for o in briefing.origins for a in o.articles}
    for findings in briefing.findings:
        i = findings.article.id
        own = told.get(i, ()), alone[i], origins.get(i), credited.get(i, ()), dict(facts.get(i, ()))
        yield findings, _Known(against.get(i, ()), near.get(i, ()), *own)


def article_pages(maker: PageMaker, front: Page) -> tuple[Job, ...]:
    """Return what makes the index of the articles and a page for each; ``front`` is the front page."""
    return partial(_index, maker), *(partial(_article_page, maker, *known_) for known_ in _known(maker, front))


def _index(maker: PageMaker) -> Page:
    ordered = sorted(maker.briefing.articles, key=lambda a: (value_of(a.published) or "~", title_of(a), a.id))
    weights = Weights(maker.lookup, "", quotas_for(len(ordered)))
    return maker.page(
        "articles/index.md",
        "articles.md",
        _("Articles"),
        articles=[card(a) for a in ordered],
        skipped=maker.briefing.skipped,
        stories=stories(weights, len(maker.briefing.stories)).shown,
    )


def _article_page(maker: PageMaker, findings: Findings, own: _Known) -> Page:
    article = findings.article
    path = f"articles/{article.id}.md"
    passages = body(findings, maker.links(path))
    text = tuple((p, beside(p.sentences, article.id, own.facts)) for p in passages)
    return maker.page(
        path,
        "article.md",
        title_of(article),
        article=article,
        sure=bool(findings.dates or findings.figures),
        card=card(article).lines,
        heading=heading(article),
        noted=any(facts for _, facts in text),
        text=text,
        told_as=told_as,
        removed=tuple(_removed(article)),
        related=own.related,
        differences=own.conflicts,
        told=own.told,
        alone=own.alone,
        origin=own.origin,
        credits=own.credits,
        credit_words=credit_words(),
        supplied=tuple(_supplied(findings)),
    )


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of an article."""

    article: Article
    lines: tuple[Line, ...]

    def __getitem__(self, name: str) -> Line:
        """Return the line of a name."""
        return next(line for line in self.lines if line.name == _(name))


def card(article: Article) -> Card:
    """Return what is known of an article, line by line; its house where that isn't simply the publisher."""
    names = ((name, label) for name, label in CARD if name != "house" or _has_house(article))
    return Card(article, tuple(_line(_(label), name, getattr(article, name)) for name, label in names))


def _has_house(article: Article) -> bool:
    return value_of(article.house) not in (None, value_of(article.publisher))


def _line(label: str, name: str, field: Field[str]) -> Line:
    value, basis, because, evidence = known(field)
    return Line(label, value and in_words(name, value), basis, because, evidence)


@dataclass(frozen=True, slots=True)
class Removed:
    """A part of the seed that isn't of the story: its lines, the rule that took it out, and each part's words."""

    lines: str
    rule: str
    parts: tuple[Evidence, ...]


def _removed(article: Article) -> Iterator[Removed]:
    """Yield what was removed, what one rule took out line after line together."""
    for (kind, rule), group in groupby(article.blocks, key=lambda b: (b.kind, b.rule)):
        if kind == "removed":
            blocks = tuple(group)
            span = Span(blocks[0].span.start, blocks[-1].span.end)
            yield Removed(_lines(article, span), rule, tuple(article.cite(b.span) for b in blocks))


@dataclass(frozen=True, slots=True)
class FromElsewhere:
    """A finding that somebody else made: its kind, its words, what it says of them, and who supplied it."""

    kind: str
    words: Evidence
    told: str


def _supplied(findings: Findings) -> Iterator[FromElsewhere]:
    """Yield what somebody else found, in text order."""
    every = (
        *(("date", d, readable(d.value) if d.value else "") for d in findings.dates),
        *((n.kind, n, n.norm if n.norm != n.text else "") for n in findings.names),
        *(
            ("quotation", q, _("said by {speaker}", speaker=q.speaker.text) if q.speaker else "")
            for q in findings.quotes
        ),
        *(("figure", x, worded(x)) for x in findings.figures),
        *(("term", t, t.definition.text if t.definition else "") for t in findings.terms),
        *(("claim", c, f"{c.asked} {c.value}") for c in findings.claims),
    )
    found = (FromElsewhere(*one) for one in every if one[1].supplied)
    return iter(sorted(found, key=lambda one: one.words.span))


def _lines(article: Article, span: Span) -> str:
    first, last = article.line_at(span.start), article.line_at(span.end - 1)
    return _("line {n}", n=first) if first == last else _("lines {first}–{last}", first=first, last=last)
