"""Links from one page to sentences, articles, entities and entries."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from generator.model import Article, Difference, Entity, Entry, Event, Evidence, Inferred, Unknown, Utterance
from generator.render.brackets import put
from generator.render.dates import readable
from generator.render.disputes import ask, strongest
from generator.render.lookup import FOLDERS, Lookup, first_of_each
from generator.render.markdown import Markdown, inert, too_heavy
from generator.render.paging import two
from generator.render.places import told_sentence, window
from generator.render.text import REASON, Mark, composed, language
from generator.render.titles import CARD_LETTERS, cut
from generator.words import _
from generator.words.reasons import told

AS_WRITTEN = "as written"  # the reason of a stated date, which tells nothing


@dataclass(frozen=True)
class Links:
    """Links as they are written on one page; ``page`` is its path below ``docs/``."""

    lookup: Lookup
    page: str

    @property
    def root(self) -> str:
        """The way from the page to ``docs/``."""
        return "../" * self.page.count("/")

    def address(self, path: str, fragment: str = "") -> Markdown:
        """Return the relative address of a page below ``docs/``; of a place on the page itself its anchor alone."""
        own = fragment and path == self.page
        return Markdown(_quoted("", fragment) if own else self.root + _quoted(path, fragment))

    def to(self, path: str, label: object, fragment: str = "") -> Markdown:
        """Return a link to a page below ``docs/``."""
        return Markdown("[{}]({})").format(label, self.address(path, fragment))

    def article(self, article: str) -> Markdown:
        """Return a link to an article by its title."""
        return self.to(f"articles/{article}.md", self.lookup.titles[article])

    def source(self, article: str) -> Markdown:
        """Return a link to an article by its source's short label."""
        return self.to(f"articles/{article}.md", self.lookup.labels[article])

    def beside(self, one: str, other: str, *, named: bool = False) -> Markdown:
        """Return a link to the page that sets two articles side by side, if there is one; ``named`` for the other."""
        label = _("side by side with {source}", source=self.lookup.labels[other]) if named else _("side by side")
        pair = self.lookup.pairs.get(two(one, other))
        return self.to(pair.page, label) if pair and pair.page != self.page else Markdown("")

    def cite(self, evidence: Evidence, label: str = "") -> Markdown:
        """Return the source's short label as a link to the exact sentence."""
        return Markdown("[{}]({})").format(label or self.lookup.labels[evidence.article], self.place(evidence))

    def numbered(self, evidence: Evidence) -> Markdown:
        """Return a link to the exact sentence by its number, where the source is named above."""
        number = self._number(evidence)
        line = self._article(evidence).line_at(evidence.span.start)
        return self.cite(evidence, _("sentence {n}", n=number) if number else _("line {n}", n=line))

    def cites(self, evidence: Iterable[Evidence], label: str = "", words: Evidence | None = None) -> Markdown:
        """Return a link for each sentence of several findings, in order; a source's further ones are only numbered.

        The sentence that holds the ``words`` printed beside them comes first, and then others of the same source; but
        the original comes before its copies.
        """
        every = (*evidence, *((words,) if words else ()))
        places = {(e.article, self._number(e)): e for e in reversed(every)}
        own = (words.article, self._number(words)) if words else ("", 0)
        order = self.lookup.order
        text = order[own[0]][0] if words else ""
        counts: Counter[str] = Counter()
        links = []
        for key in sorted(places, key=lambda k: (order[k[0]][0] != text, order[k[0]], k != own, k[1])):
            counts[key[0]] += 1
            links.append(self.cite(places[key], label) if counts[key[0]] == 1 else self.numbered(places[key]))
        return Markdown(" ").join(links)

    def few(
        self, evidence: Iterable[Evidence], most: int, words: Evidence | None = None, anchor: Iterable[str] = ()
    ) -> Markdown:
        """Return a link for one sentence of each of the first sources, and how many more there are.

        The sentence that holds the ``words`` printed beside them comes first, then sources in the page's own language;
        the original comes before its copies.
        The number leads to the card or section that has all, by the parts of its ``anchor``: ``e`` and an event's id.
        """
        first = {e.article: e for e in first_of_each(evidence)}
        if words:
            first[words.article] = words
        own, unread = words.article if words else "", {a for a in first if a in self.lookup.unread}
        order = self.lookup.order
        text = order[own][0] if own else ""
        ordered = sorted(first, key=lambda a: (order[a][0] != text, a in unread, order[a]))
        links = Markdown(" ").join(self.cite(first[article]) for article in ordered[:most])
        if len(first) <= most:
            return links
        more = Markdown("+{}").format(len(first) - most)
        fragment = "-".join(anchor)
        where = self.lookup.pages.get(fragment, self.page)
        return links + Markdown(" <small>{}</small>").format(self.to(where, more, fragment) if fragment else more)

    def marks(
        self, evidence: Iterable[Evidence], event: str = "", *, lighter: bool = False, about: str = ""
    ) -> Markdown:
        """Return in words in which ways the sources differ on some sentences, each leading to the card that tells it.

        ``lighter`` gives those, too, by which both can be right; ``about`` leaves those of one kind.
        """
        found = (d for e in evidence for d in self.lookup.disputed(e) if d.concerns(e))
        told_of = (d for d in found if lighter or d.verdict == "conflict")
        kept = (d for d in (*self.lookup.disputes.events.get(event, ()), *told_of) if about in ("", d.kind))
        mark = Markdown(' <span class="badge {}">[{}]({} "{}")</span>')
        return Markdown("").join(
            mark.format(d.style, told(d.label), self.address(d.page, d.anchor), d.question)
            for d in strongest(kept, lambda d: d.label)
        )

    def said(self, evidence: Evidence, words: Markdown | None = None, speaker: str = "") -> Markdown:
        """Return the words of a finding, marked with where they stand, and in brackets what they lack (see ``put``)."""
        made = words or composed(self._article(evidence).text, evidence.span, put(evidence, self, speaker))
        if too_heavy(made):
            return Markdown.escape(evidence.text)  # cut
        at, spoken = self._at(evidence), self._language(evidence.article)
        return Markdown('<span data-at="{}"{}>{}</span>').format(at, spoken, made)

    def begun(self, evidence: Evidence) -> Markdown:
        """Return a title, or words that stand for one, with an ellipsis where their sentence goes on."""
        bare = isinstance(self._article(evidence).title, Unknown)
        cut_off = bare and self.sentence(evidence).span.end > evidence.span.end
        return Markdown("{}{}").format(self.said(evidence), "…" if cut_off else "")

    def spoken(self, word: str, evidence: Evidence) -> Markdown:
        """Return a word in the language of the article that it is taken from, though it may have another form there."""
        marked = self._language(evidence.article)
        return Markdown("<span{}>{}</span>").format(marked, word) if marked else Markdown.escape(word)

    def verbatim(self, evidence: Evidence) -> Markdown:
        """Return the words of a removed part, with their line breaks and whatever their length, at an anchor."""
        at, words = self._at(evidence), Markdown(inert(evidence.text))
        place = at.rpartition("/")[2].partition(":")[0]
        return Markdown('<pre class="verbatim" id="{}" data-at="{}">{}</pre>').format(place, at, words)

    def _at(self, evidence: Evidence) -> str:
        """Return where words stand: ``a-title/s20``, a whole sentence, or ``a-title/s20:5-17``, counted from its start.

        An edit elsewhere in the article changes nothing of it. On the article's own page it isn't named.
        """
        place, span = self.lookup.spot(evidence)
        at = place if self.page == f"articles/{evidence.article}.md" else f"{evidence.article}/{place}"
        if span == evidence.span:
            return at
        return f"{at}:{evidence.span.start - span.start}-{evidence.span.end - span.start}"

    def excerpt(self, evidence: Evidence) -> Markdown:
        """Return the sentence of a finding with the finding marked; a long one is cut at words, around the finding."""
        sentence = self.sentence(evidence)
        part = window(self._article(evidence), sentence.span, evidence.span)
        before, after = part.span.start > sentence.span.start, part.span.end < sentence.span.end
        return Markdown("{}{}{}").format("… " if before else "", self.marked(part, (evidence,)), " …" if after else "")

    def marked(self, words: Evidence, inside: Iterable[Evidence]) -> Markdown:
        """Return words with findings marked in them; a mark on nearly all of them would show nothing."""
        short = (e.span for e in inside if 2 * len(e.text) <= len(words.text))
        marks = (Mark(span, Markdown("<mark>"), Markdown("</mark>")) for span in short)
        return self.said(words, composed(self._article(words).text, words.span, (*marks, *put(words, self))))

    def event(self, event: Event, label: str) -> Markdown:
        """Return a link to an event's line on the timeline."""
        return self._shelf(f"e-{event.id}", label)

    def difference(self, difference: Difference, label: str) -> Markdown:
        """Return a link to a difference's card."""
        return self._shelf(f"d-{difference.id}", label)

    def asked(self, difference: Difference) -> Markdown:
        """Return what a difference asks, the words of a source marked with their language."""
        question, words, article = ask(difference, self.lookup.briefing)
        if not words:
            return Markdown.escape(question)
        spoken = self._language(article)
        return Markdown("{} <span{}>{}</span>").format(question, spoken, words)

    def measure(self, measure: str, label: str) -> Markdown:
        """Return a link to the figures that measure one thing, by its id."""
        return self._shelf(f"f-{measure}", label)

    def utterance(self, utterance: Utterance, label: str) -> Markdown:
        """Return a link to the versions of what somebody said."""
        return self._shelf(f"q-{utterance.id}", label)

    def _shelf(self, anchor: str, label: str) -> Markdown:
        return self.to(self.lookup.pages[anchor], label, anchor)

    def place(self, evidence: Evidence) -> Markdown:
        """Return the address of the sentence, or of the removed part, that holds a finding."""
        return self.address(*self.lookup.where(evidence))

    def named(self, address: str, words: Markdown) -> Markdown:
        """Return a link to a page, an entry or a card, and what is told of it: of a card only what it asks."""
        path, _, anchor = unquote(address).partition("#")
        entity = self.lookup.signs.get(path.rpartition("/")[2].removesuffix(".md"))
        entry = self.lookup.entries.get(anchor.removeprefix("t-"))
        name = entry.term if entry else entity.name if entity and not anchor else ""
        link = Markdown("[{}]({})").format(name or words, Markdown(address))
        return Markdown("{} {}").format(link, words) if name else link

    def sentence(self, evidence: Evidence) -> Evidence:
        """Return the whole sentence, or sentences, in which a finding stands, without a dateline before both."""
        return told_sentence(self._article(evidence), evidence.span)

    def entity(self, entity: str | Entity, label: str | None = None) -> Markdown:
        """Return a link to an entity's page, what is known of it as its hover card; its name where it has none."""
        own = entity if isinstance(entity, str) else entity.id
        sign = self.lookup.signs.get(own)
        if sign is None:
            known = self.lookup.named.get(entity, entity) if isinstance(entity, str) else entity.name
            return Markdown.escape(label or known)
        before, after = self.around(own)
        return before + (label or sign.name) + after

    def entities(self, entities: Iterable[str | Entity]) -> Markdown:
        """Return links to several entities."""
        return Markdown(", ").join(self.entity(e) for e in entities)

    def entry(self, entry: Entry, label: str | None = None) -> Markdown:
        """Return a link to a glossary entry with its definition as its hover card."""
        before, after = self.around(entry)
        return before + (label or entry.term) + after

    def around(self, thing: str | Entry) -> tuple[Markdown, Markdown]:
        """Return what stands before and after the words that lead to an entity's page, by its id, or to an entry."""
        if isinstance(thing, Entry):
            address, words = self.address("glossary.md", f"t-{thing.id}"), meaning(thing)
        else:
            sign = self.lookup.signs[thing]
            address, words = self.address(f"{FOLDERS[sign.kind]}/{thing}.md"), sign.role
        after = Markdown(']({} "{}")').format(address, words) if words else Markdown("]({})").format(address)
        return Markdown("["), after

    def date(self, edtf: str | None, because: str = "") -> Markdown:
        """Return a date in words; one that was worked out leads to the reason."""
        if edtf is None:
            return self._reasoned(Markdown('<span class="undated">{}</span>').format(_("undated")), because)
        return self._reasoned(Markdown('<time datetime="{}">{}</time>').format(edtf, readable(edtf)), because)

    def _reasoned(self, words: Markdown, because: str) -> Markdown:
        if because in ("", AS_WRITTEN):
            return words
        return Markdown('[{}]({} "{}")').format(words, Markdown(REASON), told(because))

    def published(self, article: Article) -> Markdown:
        """Return an article's date in words, with how it is known where it isn't stated."""
        known, badge = article.published, Markdown('<span class="badge {}">{}</span>')
        if isinstance(known, Unknown):
            return badge.format("unknown", self._reasoned(Markdown.escape(_("unknown")), known.because))
        if isinstance(known, Inferred):
            how = badge.format("inferred", self._reasoned(Markdown.escape(_("worked out")), known.because))
            return Markdown("{} {}").format(self.date(known.value), how)
        return self.date(known.value)

    def dated(self, article: Article) -> Markdown:
        """Return when an article was published, or else when it was written, as far as that was worked out."""
        written = article.written
        if not isinstance(article.published, Unknown) or isinstance(written, Unknown):
            return self.published(article)
        badge = Markdown(' <span class="badge worked out">{}</span>').format(_("worked out"))
        return self.date(written.value, getattr(written, "because", "")) + badge

    def _number(self, evidence: Evidence) -> int:
        """Return the number of the sentence in which a finding begins, 0 outside of sentences."""
        at = self.lookup.place(evidence)[1]
        return 0 if at is None else at + 1

    def _language(self, article: str) -> Markdown:
        return language(self.lookup.languages[article])

    def _article(self, evidence: Evidence) -> Article:
        return self.lookup.articles[evidence.article]


@lru_cache(maxsize=1 << 14)  # most are asked for many times
def _quoted(path: str, fragment: str) -> str:
    return quote(path) + (f"#{quote(fragment)}" if fragment else "")


def meaning(entry: Entry) -> str:
    """Return what a glossary entry means on one line: a definition, else what it is short for, else its kind."""
    words = next((d.text for d in entry.definitions), entry.expansion.text if entry.expansion else told(entry.kind))
    return cut(words, CARD_LETTERS)
