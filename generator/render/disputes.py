"""Which sentences take part in a difference between the sources, so that every line that cites one can say so."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import NamedTuple

from generator.independence import Place
from generator.lexicons import numerals
from generator.model import Article, Briefing, Difference, Evidence, Figure, Kind, Name, Quote, Verdict
from generator.words import _
from generator.words.reasons import asked

LETTERS = 130  # of a source's words beside a question: what is asked about, and no more


class Asked(NamedTuple):
    """A question, and words of an article that say what it is about: empty where the question says so itself."""

    question: str
    words: str
    article: str

    def __str__(self) -> str:
        """Return both on one line."""
        return f"{self.question} {self.words}" if self.words else self.question


def ask(difference: Difference, briefing: Briefing) -> Asked:
    """Return what a difference asks."""
    question, bare = asked(difference.kind, difference.question)
    if not bare:
        return Asked(question, "", "")
    event = next((e for e in briefing.events if e.id == difference.event), None) if difference.event else None
    about = event.headline if event else difference.readings[0].evidence[0]
    line = shorten(" ".join(about.text.split()).strip('“”"„'), LETTERS, placeholder=" …")
    return Asked(question, _("“{words}”", words=line), about.article)


ORDER = tuple(Verdict)
"""The verdicts in the order in which they are read."""

REPLACED = (Verdict.WITHDRAWN, Verdict.REVISED)
"""The verdicts by which the first answer replaces the others: these alone are marked."""
MARKS: Mapping[str, str] = {str(v): v.row.mark for v in Verdict} | {"inferred": "worked out"}
"""What a mark says, by the verdict or by how a value is known; the same words on every page."""

ABOUT: Mapping[type[Evidence], str] = {Quote: "words", Figure: "figures"}
"""What other words, or another scope, must be about in order to concern a quotation or a figure of the sentence."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A mark on a line: what it says, the question behind it, and the card that it leads to."""

    kind: Kind
    verdict: Verdict
    label: str
    question: str
    page: str
    anchor: str
    numbers: tuple[str, ...] = ()
    """The numbers of the answers."""

    @property
    def style(self) -> str:
        """The class of the mark in the style sheet."""
        return "disputed" if self.verdict is Verdict.CONFLICT else self.verdict

    def concerns(self, finding: Evidence) -> bool:
        """Tell whether a finding of the sentence is itself what the sources differ on, and not its neighbour.

        A name is disputed by none, and a figure by what has another number, or none.
        """
        about = ABOUT.get(type(finding))
        if about is None or isinstance(finding, Name):
            return not isinstance(finding, Name)
        if isinstance(finding, Figure) and _numbers(finding.text).isdisjoint(self.numbers):
            return False
        concerned = self.kind.row.concerns
        return concerned != "occasion" if self.verdict in (Verdict.CONFLICT, *REPLACED) else concerned == about


@dataclass(frozen=True, slots=True)
class Disputes:
    """The marks by the sentences that take part in a difference, and by the events that one is about.

    ``outdated`` are sentences with a number that later reports raised, or that their own publisher replaced, and it.
    """

    places: Mapping[Place, Sequence[Dispute]]
    events: Mapping[str, Sequence[Dispute]]
    outdated: Sequence[tuple[Evidence, str]]


def disputes(briefing: Briefing, pages: Mapping[str, str]) -> Disputes:
    """Look up every sentence that is evidence of a difference, and every event that sources date differently.

    An event whose dates differ and that has no card of its own is shown with its readings on the timeline; ``pages``
    says on which page of it.
    """
    articles = {a.id: a for a in briefing.articles}
    places: dict[Place, list[Dispute]] = {}
    events: dict[str, list[Dispute]] = {}
    for difference in briefing.differences:
        kind, verdict, anchor = difference.kind, difference.verdict, f"d-{difference.id}"
        numbers = tuple(sorted(_numbers(" ".join(r.value for r in difference.readings))))
        question = str(ask(difference, briefing))
        mark = Dispute(kind, verdict, MARKS[verdict], question, pages[anchor], anchor, numbers)
        marked = difference.readings[1:] if difference.verdict in REPLACED else difference.readings
        evidence = (e for r in marked for e in r.evidence)
        for place in dict.fromkeys(p for e in evidence for p in sentences_of(e, articles)):
            places.setdefault(place, []).append(mark)
        if difference.event and difference.verdict in (Verdict.CONFLICT, *REPLACED):
            events.setdefault(difference.event, []).append(mark)
    for event in briefing.events:
        if event.status == "disputed" and event.id not in events:
            about = _("When was this? The sources give different dates.")
            anchor = f"e-{event.id}"
            events[event.id] = [Dispute(Kind.DATE, Verdict.CONFLICT, MARKS["conflict"], about, pages[anchor], anchor)]
    return Disputes(places, events, tuple(_outdated(briefing)))


def _outdated(briefing: Briefing) -> Iterator[tuple[Evidence, str]]:
    for difference in briefing.differences:
        grown, replaced = difference.verdict is Verdict.GROWN, difference.verdict in REPLACED
        old = difference.readings[:-1] if grown else difference.readings[1:] if replaced else ()
        yield from ((e, reading.value) for reading in old for e in reading.evidence)


def sentences_of(evidence: Evidence, articles: Mapping[str, Article]) -> Iterator[Place]:
    """Yield the sentences that a finding stands in: one, or several that it runs through."""
    article = articles[evidence.article]
    first, last = article.sentence_at(evidence.span.start), article.sentence_at(evidence.span.end - 1)
    if first is not None:
        yield from ((article.id, n) for n in range(first, max(first, last or 0) + 1))


def strongest(found: Iterable[Dispute], same: Callable[[Dispute], str]) -> tuple[Dispute, ...]:
    """Return conflicts first, then the others, and of several that are the same in some way the first."""
    chosen: dict[str, Dispute] = {}
    for one in sorted(found, key=lambda d: (ORDER.index(d.verdict), d.anchor)):
        chosen.setdefault(same(one), one)
    return tuple(chosen.values())


def _numbers(text: str) -> frozenset[str]:
    words = (word.strip(".,()$€£¥").casefold() for word in text.replace("-", " ").split())
    return frozenset(number for w in words if (number := numerals().get(w, w)) and any(map(str.isdigit, number)))
