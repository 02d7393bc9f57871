"""The article pages and their index."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.independence import Place
from generator.lexicons import labels
from generator.model import Article, Event, Evidence, Findings, Page, Quote, Span, Utterance, value_of
from generator.render.dates import readable, worded
from generator.render.disputes import Dispute
from generator.render.home.stories import stories
from generator.render.home.weights import Weights, quotas_for
from generator.render.links import Links
from generator.render.lookup import Lookup, articles_of
from generator.render.origins import credits_of
from generator.render.page import Job, PageMaker, Row
from generator.render.paging import KINDS, by_sources, grouped
from generator.render.single_source import SPOKEN, single_source_of
from generator.render.text import body, heading
from generator.render.titles import known, title_of
from generator.words import _, locale

WORKED_OUT = ("relative", "computed", "supplied")
"""How a date is known that the words beside it don't simply give."""

_HEADED = re.compile(r"\{: #(?P<anchor>h-[\w-]+)")  # ## What happened {: #h-happened}
_CITES = re.compile(r"\]\(articles/(?P<article>[^\s()#]+)\.md#s(?P<number>\d+)")  # [Reuters](articles/a-title.md#s2)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a sentence: its kind, its words, and what tells of it on another page.

    A ``date`` has none, a ``figure`` that others give, too, the id of its measure; a ``quote`` has its utterance, an
    ``event`` and a ``difference`` themselves, ``front`` an anchor of the front page.
    """

    kind: str
    words: Evidence | None = None
    thing: Event | Utterance | Dispute | str | None = None

    @property
    def key(self) -> object:
        """What a paragraph tells once."""
        return self.kind, "" if self.kind == "front" else getattr(self.thing, "id", None) or self.thing or self.words


def facts_of(lookup: Lookup, front: Page) -> Mapping[Place, Sequence[Fact]]:
    """Return the facts by article and number of the sentence (from 0); ``front`` is the draft of the front page."""
    placed = ((*lookup.place(e), fact) for e, fact in _found(lookup))
    return grouped(
        (
            *((place, Fact("difference", None, d)) for place, own in lookup.disputes.places.items() for d in own),
            *(((article, at), fact) for article, at, fact in placed if at is not None),
            *((place, Fact("front", None, anchor)) for place, anchor in _on_front(front)),
        )
    )


def _found(lookup: Lookup) -> Iterator[tuple[Evidence, Fact]]:
    briefing = lookup.briefing
    groups = {(f.article, f.span): m.id for m in by_sources(briefing.measures) for f in m.figures}
    for findings in briefing.findings:
        yield from ((d, Fact("date", d)) for d in findings.dates if d.value and d.basis in WORKED_OUT)
        given = ((f, groups.get((f.article, f.span))) for f in findings.figures)  # by others, too
        yield from ((f, Fact("figure", f, group)) for f, group in given if group)
    told = (u for u in briefing.utterances if u.speaker in lookup.named or len(u.versions) > 1)
    yield from ((q, Fact("quote", q, u)) for u in told for q in u.versions if q.kind in SPOKEN)
    happened = (own for e in briefing.events for i in articles_of(e.evidence) if (own := e.told_by(i)))
    yield from ((e, Fact("event", e, own)) for own in happened for e in own.told)


def _on_front(front: Page) -> Iterator[tuple[Place, str]]:
    """Yield the sentences that the front page cites, with the section that does."""
    anchor = ""
    for line in front.content.decode().split("\n"):
        headed = _HEADED.search(line) if line.startswith("#") else None
        anchor = headed["anchor"] if headed else anchor
        yield from (((m["article"], int(m["number"]) - 1), anchor) for m in _CITES.finditer(line))


def beside(sentences: Iterable[int], article: str, facts: Mapping[Place, Sequence[Fact]]) -> tuple[Fact, ...]:
    """Return the facts of some sentences of an article (by their numbers from 1), each once; the briefing last."""
    firsts: dict[object, Fact] = {}
    for fact in (f for n in sentences for f in facts.get((article, n - 1), ())):
        firsts.setdefault(fact.key, fact)
    return tuple(sorted(firsts.values(), key=lambda fact: fact.kind == "front"))


def told_as(quote: Quote) -> str:
    """Return how words are given: quoted, reported."""
    return _(KINDS[quote.kind])


CARD = labels("article-card")


def article_pages(maker: PageMaker, front: Page) -> tuple[Job, ...]:
    """Return what makes the index of the articles and a page for each; the front page, ``front``, cites some."""
    briefing, lookup = maker.briefing, maker.lookup
    conflicts = [d for d in briefing.differences if d.verdict == "conflict"]
    related = ((r.article, {"to": r.to, "reasons": r.reasons[:1]}) for r in briefing.related if r.to in lookup.articles)
    facts = grouped((place[0], (place, found)) for place, found in facts_of(lookup, front).items())
    known_of: Mapping[str, Mapping[str, object]] = {
        "differences": grouped((i, d) for d in conflicts for i in articles_of(d.evidence)),
        "related": grouped(related),
        "told": grouped((i, own) for e in briefing.events for i in articles_of(e.evidence) if (own := e.told_by(i))),
        "alone": single_source_of(lookup),
        "origin": {a: replace(o, shared=()) for o in briefing.origins for a in o.articles},
        "credits": credits_of(briefing),
    }
    every = ((f, f.article.id) for f in briefing.findings)
    jobs = ((f, dict(facts.get(i, ())), {name: own.get(i, ()) for name, own in known_of.items()}) for f, i in every)
    return partial(_index, maker), *(partial(_article_page, maker, *job) for job in jobs)


def _index(maker: PageMaker) -> Page:
    ordered = sorted(maker.briefing.articles, key=lambda a: (value_of(a.published) or "~", title_of(a), a.id))
    weights = Weights(maker.lookup, "", quotas_for(len(ordered)))
    return maker.page(
        "articles/index.md",
        "articles.md",
        _("Articles"),
        articles=ordered,
        dated=any(value_of(a.published) for a in ordered),
        skipped=maker.briefing.skipped,
        stories=stories(weights, len(maker.briefing.stories))["shown"],
    )


def _article_page(
    maker: PageMaker, findings: Findings, facts: Mapping[Place, Sequence[Fact]], own: Mapping[str, object]
) -> Page:
    """Return the page of an article: the facts of its sentences, and what is known of it by the template's names."""
    article = findings.article
    path = f"articles/{article.id}.md"
    passages = body(findings, Links(maker.lookup, path))
    text = tuple((p, beside(p["sentences"], article.id, facts)) for p in passages)
    return maker.page(
        path,
        "article.md",
        title_of(article),
        article=article,
        card=tuple(_card(article)),
        heading=heading(article),
        noted=any(facts for _, facts in text),
        text=text,
        told_as=told_as,
        removed=tuple(_removed(article)),
        supplied=_supplied(findings),
        **own,
    )


def _card(article: Article) -> Iterator[Row]:
    """Yield what is known of an article, line by line; its house where that isn't simply the publisher."""
    for name, label in CARD.items():
        value, basis, because, evidence = known(getattr(article, name))
        if name != "house" or value not in (None, value_of(article.publisher)):
            shown = value and _in_words(name, value)
            yield {"name": _(label), "value": shown, "basis": basis, "because": because, "evidence": evidence}


def _in_words(name: str, value: str) -> str:
    """Return the value of an article's field as a reader knows it: a date in words, the name of a language."""
    match name:
        case "published":
            return readable(value)
        case "language":
            return str(locale().languages.get(value, value))
        case _:
            return value


def _removed(article: Article) -> Iterator[Row]:
    """Yield what was removed, what one rule took out line after line together."""
    for (kind, rule), group in groupby(article.blocks, key=lambda b: (b.kind, b.rule)):
        if kind == "removed":
            spans = [b.span for b in group]
            lines = _lines(article, Span(spans[0].start, spans[-1].end))
            yield {"lines": lines, "rule": rule, "parts": tuple(map(article.cite, spans))}


def _supplied(findings: Findings) -> list[Row]:
    """Return what somebody else found, in text order: its kind, its words, and what it says of them."""
    quoted = ((q, _("said by {speaker}", speaker=q.speaker.text) if q.speaker else "") for q in findings.quotes)
    every = (
        *(("date", d, readable(d.value) if d.value else "") for d in findings.dates),
        *((n.kind, n, n.norm if n.norm != n.text else "") for n in findings.names),
        *(("quotation", q, by) for q, by in quoted),
        *(("figure", x, worded(x)) for x in findings.figures),
        *(("term", t, t.definition.text if t.definition else "") for t in findings.terms),
        *(("claim", c, f"{c.asked} {c.value}") for c in findings.claims),
    )
    found = sorted((one for one in every if one[1].supplied), key=lambda one: one[1].span)
    return [{"kind": kind, "words": words, "told": told} for kind, words, told in found]


def _lines(article: Article, span: Span) -> str:
    first, last = article.line_at(span.start), article.line_at(span.end - 1)
    return _("line {n}", n=first) if first == last else _("lines {first}–{last}", first=first, last=last)
