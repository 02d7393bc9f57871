"""Links from one page to sentences, articles, entities and entries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.model import Entry, Inferred, Span, Unknown
from generator.render.catalogue import FOLDERS, Catalogue, cut, title_of, titles_of, value_of
from generator.render.dates import readable
from generator.render.disputes import sentences_of, strongest
from generator.render.markdown import Markdown, inert, too_heavy
from generator.render.text import Mark, composed, language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Article, Difference, Entity, Event, Evidence, Measure, Utterance
    from generator.render.catalogue import Backing
    from generator.render.disputes import Dispute

CARD_LETTERS = 240  # what a hover card holds without covering the page
TITLE_LETTERS = 120  # of a headline; longer ones are whole sentences
FRONT = "index.md"
"""The page whose lines are copied, printed and handed on: it names every source in full."""
EXCERPT_LETTERS = 320  # about three lines; two of three news sentences are shorter
LEAD_LETTERS = 80  # of a long sentence before the words in question
MOST_FLAGS = 3  # signs beside one sentence; the others stand on the page of differences
SIGNS = {
    "conflict": ("⚠", "The sources do not agree"),
    "grown": ("↗", "Later reports count more"),
    "wording": ("≈", "Other sources use other words"),
    "scope": ("≈", "Compared with other sources: no conflict"),
}
"""The sign of each class of differences beside a sentence, and what it says."""


@dataclass(frozen=True)
class Links:
    """Links as they are written on one page; ``page`` is its path below ``docs/``."""

    catalogue: Catalogue
    page: str

    @property
    def root(self) -> str:
        """The way from the page to ``docs/``."""
        return "../" * self.page.count("/")

    def address(self, path: str, fragment: str = "") -> Markdown:
        """Return the relative address of a page below ``docs/``."""
        return Markdown(self.root + quote(path) + (f"#{quote(fragment)}" if fragment else ""))

    def to(self, path: str, label: object, fragment: str = "") -> Markdown:
        """Return a link to a page below ``docs/``."""
        return Markdown("[{}]({})").format(label, self.address(path, fragment))

    def article(self, article: str) -> Markdown:
        """Return a link to an article by its title."""
        return self.to(f"articles/{article}.md", cut(title_of(self.catalogue.articles[article]), 120))

    def source(self, article: str) -> Markdown:
        """Return a link to an article by its source's short label."""
        return self._sourced(article, self.to(f"articles/{article}.md", self.catalogue.labels[article]))

    def cite(self, evidence: Evidence, label: str = "") -> Markdown:
        """Return the source's short label as a link to the exact sentence, which is the link's hover card."""
        card = cut(self.sentence(evidence).text, CARD_LETTERS)
        link = Markdown('[{}]({} "{}")')
        label = label or self.catalogue.labels[evidence.article]
        return self._sourced(evidence.article, link.format(label, self.place(evidence), card))

    def chip(self, evidence: Evidence) -> Markdown:
        """Return the source's short label as a link to the exact sentence, where the sentence itself stands beside."""
        link = Markdown("[{}]({})").format(self.catalogue.labels[evidence.article], self.place(evidence))
        return self._sourced(evidence.article, link)

    def _sourced(self, article: str, link: Markdown) -> Markdown:
        """Return a link, on the front page with what names its source in full, for a line that is copied from there."""
        if self.page != FRONT:
            return link
        found = self.catalogue.articles[article]
        title, publisher, published = title_of(found), value_of(found.publisher), value_of(found.published)
        parts = (publisher, f"“{cut(title, TITLE_LETTERS)}”", readable(published) if published else "no date")
        named = ", ".join(part for part in parts if part)
        return Markdown('<span class="cited" data-source="{}">{}</span>').format(named, link)

    def numbered(self, evidence: Evidence) -> Markdown:
        """Return a link to the exact sentence by its number, where the source is named above."""
        return Markdown("[sentence {}]({})").format(self._number(evidence), self.place(evidence))

    def cites(self, evidence: Iterable[Evidence], label: str = "") -> Markdown:
        """Return a link for each sentence of several findings, in order; a source's further ones are only numbered."""
        places = {(e.article, self._number(e)): e for e in reversed(tuple(evidence))}
        counts: Counter[str] = Counter()
        links = []
        for key in sorted(places):
            counts[key[0]] += 1
            links.append(self.cite(places[key], label if counts[key[0]] == 1 else str(counts[key[0]])))
        return Markdown(" ").join(links)

    def few(self, evidence: Iterable[Evidence], most: int) -> Markdown:
        """Return a link for one sentence of each of the first sources; an ellipsis tells that there are more.

        Sources in the page's own language come first.
        """
        first = {e.article: e for e in sorted(evidence, key=lambda e: (e.article, e.span), reverse=True)}
        ordered = sorted(first, key=lambda a: (bool(self.catalogue.articles[a].unread), a))
        links = Markdown(" ").join(self.cite(first[article]) for article in ordered[:most])
        return links if len(first) <= most else links + Markdown(" …")

    def marks(self, evidence: Iterable[Evidence], event: str = "", *, lighter: bool = False) -> Markdown:
        """Return in words in which ways the sources differ on some sentences, each leading to the card that tells it.

        ``lighter`` gives those, too, that are no conflict: other words, another period or place.
        """
        mark = Markdown(' <span class="badge {}">[{}]({} "{}")</span>')
        found = (*self.catalogue.disputes.events.get(event, ()), *self._disputes(evidence))
        chosen = strongest((d for d in found if lighter or d.verdict == "conflict"), lambda d: d.label)
        return Markdown("").join(
            mark.format(d.style, d.label, self.address(d.page, d.anchor), cut(d.question, CARD_LETTERS)) for d in chosen
        )

    def flags(self, evidence: Evidence) -> Markdown:
        """Return signs that lead to the cards of the differences in which a sentence stands, for running text."""
        chosen = strongest(self._disputes((evidence,)), lambda d: d.anchor)[:MOST_FLAGS]
        return Markdown("").join(self._flag(d) for d in chosen)

    def _flag(self, dispute: Dispute) -> Markdown:
        sign, meaning = SIGNS[dispute.verdict]
        link = Markdown(' [{}]({} "{}")')
        address = self.address(dispute.page, dispute.anchor)
        return link.format(sign, address, cut(f"{meaning}: {dispute.question}", CARD_LETTERS))

    def _disputes(self, evidence: Iterable[Evidence]) -> Iterator[Dispute]:
        known, articles = self.catalogue.disputes.places, self.catalogue.articles
        places = ((e, place) for e in evidence for place in sentences_of(e, articles))
        return (d for e, place in places for d in known.get(place, ()) if d.concerns(e))

    def said(self, evidence: Evidence, words: Markdown | None = None) -> Markdown:
        """Return the words of a finding, with marks of our own in them or without, marked with where they stand.

        Words that are too heavy for Markdown are cut, and then not marked as verbatim.
        """
        made = Markdown(inert(evidence.text)) if words is None else words
        if too_heavy(made):
            return Markdown.escape(evidence.text)
        at = f"{evidence.article}:{evidence.span.start}-{evidence.span.end}"
        return Markdown('<span data-at="{}"{}>{}</span>').format(at, language(self._article(evidence)), made)

    def verbatim(self, evidence: Evidence) -> Markdown:
        """Return the words of a finding, with their line breaks and whatever their length, as a block of their own."""
        at = f"{evidence.article}:{evidence.span.start}-{evidence.span.end}"
        return Markdown('<pre class="verbatim" data-at="{}">{}</pre>').format(at, Markdown(inert(evidence.text)))

    def whole(self, evidence: Evidence) -> Markdown:
        """Return the whole sentence of a finding, marked with the place where it stands."""
        return self.said(self.sentence(evidence))

    def excerpt(self, evidence: Evidence) -> Markdown:
        """Return the sentence of a finding with the finding marked; a long one is cut at words, around the finding."""
        sentence = self.sentence(evidence)
        part = window(self._article(evidence), sentence.span, evidence.span)
        mark = Mark(evidence.span, Markdown("<mark>"), Markdown("</mark>"))
        whole = 2 * len(evidence.text) > len(part.text)  # a mark on nearly all words shows nothing
        words = composed(self._article(evidence).text, part.span, () if whole else (mark,))
        before, after = part.span.start > sentence.span.start, part.span.end < sentence.span.end
        return Markdown("{}{}{}").format("… " if before else "", self.said(part, words), " …" if after else "")

    def event(self, event: Event, label: str) -> Markdown:
        """Return a link to an event's line on the timeline."""
        return self._shelf(f"e-{event.id}", label)

    def difference(self, difference: Difference, label: str) -> Markdown:
        """Return a link to a difference's card."""
        return self.to("differences.md", label, f"d-{difference.id}")

    def measure(self, measure: Measure, label: str) -> Markdown:
        """Return a link to the figures that measure one thing."""
        return self._shelf(f"f-{measure.id}", label)

    def utterance(self, utterance: Utterance, label: str) -> Markdown:
        """Return a link to the versions of what somebody said."""
        return self._shelf(f"q-{utterance.id}", label)

    def _shelf(self, anchor: str, label: str) -> Markdown:
        return self.to(self.catalogue.pages[anchor], label, anchor)

    def place(self, evidence: Evidence) -> Markdown:
        """Return the address of the sentence that holds a finding."""
        number = self._number(evidence)
        return self.address(f"articles/{evidence.article}.md", f"s{number}" if number else "")

    def sentence(self, evidence: Evidence) -> Evidence:
        """Return the whole sentence, or sentences, in which a finding stands."""
        article = self._article(evidence)
        first, last = article.sentence_at(evidence.span.start), article.sentence_at(evidence.span.end - 1)
        start = evidence.span.start if first is None else article.sentences[first].start
        end = evidence.span.end if last is None else article.sentences[last].end
        return article.cite(Span(start, max(end, evidence.span.end)))

    def entity(self, entity: str | Entity, label: str | None = None) -> Markdown:
        """Return a link to an entity's page, what is known of it as its hover card; its name where it has none."""
        found = self.catalogue.entities.get(entity if isinstance(entity, str) else entity.id)
        if found is None:
            return Markdown.escape(label or (entity if isinstance(entity, str) else entity.name))
        before, after = self.around(found)
        return before + (label or found.name) + after

    def entities(self, entities: Iterable[str | Entity]) -> Markdown:
        """Return links to several entities."""
        return Markdown(", ").join(self.entity(e) for e in entities)

    def entry(self, entry: Entry, label: str | None = None) -> Markdown:
        """Return a link to a glossary entry with its definition as its hover card."""
        before, after = self.around(entry)
        return before + (label or entry.term) + after

    def around(self, thing: Entity | Entry) -> tuple[Markdown, Markdown]:
        """Return what stands before and after the words that lead to an entity's page or to a glossary entry."""
        if isinstance(thing, Entry):
            address, words = self.address("glossary.md", f"t-{thing.id}"), meaning(thing)
        else:
            address, words = self.address(f"{FOLDERS[thing.kind]}/{thing.id}.md"), self._card(thing)
        return Markdown("["), Markdown(']({} "{}")').format(address, words)

    def date(self, edtf: str | None, because: str = "") -> Markdown:
        """Return a date in words, with the reasoning as its hover card."""
        if edtf is None:
            return Markdown('<span class="undated" title="{}">undated</span>').format(because or "no date is given")
        title = Markdown(' title="{}"').format(because) if because else Markdown("")
        return Markdown('<time datetime="{}"{}>{}</time>').format(edtf, title, readable(edtf))

    def published(self, article: Article) -> Markdown:
        """Return an article's date in words, with how it is known where it isn't stated."""
        known = article.published
        if isinstance(known, Unknown):
            return Markdown('<span class="badge unknown" title="{}">unknown</span>').format(known.because)
        if isinstance(known, Inferred):
            badge = Markdown(' <span class="badge inferred" title="{}">inferred</span>').format(known.because)
            return self.date(known.value) + badge
        return self.date(known.value)

    def code(self, text: str) -> Markdown:
        """Return a text to be copied, with its line breaks."""
        return Markdown('<pre class="copy"><code>{}</code></pre>').format(text)

    def _card(self, entity: Entity) -> str:
        return card(entity, self.catalogue.backings[entity.id])

    def _number(self, evidence: Evidence) -> int:
        """Return the number of the sentence in which a finding begins, 0 outside of sentences."""
        at = self._article(evidence).sentence_at(evidence.span.start)
        return 0 if at is None else at + 1

    def _article(self, evidence: Evidence) -> Article:
        return self.catalogue.articles[evidence.article]


def window(article: Article, sentence: Span, words: Span) -> Evidence:
    """Return a sentence, or where it is long a part of it that holds the words, or begins with them, cut at words."""
    if sentence.end - sentence.start <= EXCERPT_LETTERS:
        return article.cite(sentence)
    start = sentence.start
    if words.end - start > EXCERPT_LETTERS - LEAD_LETTERS:
        start = max(start, _word_end(article.text, words.start - LEAD_LETTERS, words.start))
    end = min(start + EXCERPT_LETTERS, sentence.end)
    cut_at = article.text.rfind(" ", min(words.end, end), end) if end < sentence.end else end
    return article.cite(Span(start, cut_at if cut_at > start else end))


def _word_end(text: str, low: int, high: int) -> int:
    """Return where the first word begins between two places, or the second place."""
    space = text.find(" ", max(low, 0), high)
    return high if space < 0 else space + 1


def card(entity: Entity, backing: Backing) -> str:
    """Return what is known of an entity on one line: its usual title and how often it is mentioned."""
    titles = titles_of(entity)
    role = f"{cut(titles[0].title, 120)} · " if titles else ""
    mentions = len(entity.mentions)
    return f"{role}{backing}, {mentions} mention{'' if mentions == 1 else 's'}"


def meaning(entry: Entry) -> str:
    """Return what a glossary entry means on one line: a definition, else what it is short for, else its kind."""
    words = next((d.text for d in entry.definitions), entry.expansion.text if entry.expansion else entry.kind)
    return cut(words, CARD_LETTERS)
