"""What stands beside each sentence of an article: its days, figures, quotations, differences, and who cites it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.independence import Place
from generator.model import Event, Evidence, Page, Quote, Utterance
from generator.render.disputes import Dispute
from generator.render.lookup import Lookup, articles_of
from generator.render.paging import KINDS, by_sources, grouped
from generator.render.single_source import SPOKEN
from generator.words import _

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
