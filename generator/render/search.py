"""What can be searched for, and the sentences behind the cards, as scripts that work from a folder, too."""

import json
from collections.abc import Iterator
from typing import Any

from generator.lexicons import labels
from generator.model import Article, Page, value_of
from generator.render.cite import At, as_it_is
from generator.render.dates import readable
from generator.render.disputes import ask
from generator.render.lookup import FOLDERS, Lookup
from generator.render.markdown import printable
from generator.render.paging import by_sources
from generator.render.text import RIGHT_TO_LEFT
from generator.render.titles import title_of, titles_of
from generator.words import ENGLISH, _
from generator.words.reasons import told

SEARCH_PAGE = "data/search.js"
SECTIONS = labels("sections")

SENTENCES, FEWEST = 60_000, 3
"""Sentences of the index, some ten megabytes, and of each article: of thousands, only how each begins is found."""

Target = tuple[tuple[str, ...], str, str]
"""The names of something, the most usual first; what it is; its page below ``docs/`` with the anchor there."""


def search_page(lookup: Lookup, at: At = as_it_is) -> Page:
    """Return the index: where names, dates and amounts lead, and the sentences of every article."""
    most = max(FEWEST, SENTENCES // max(len(lookup.articles), 1))
    data: dict[str, Any] = {
        "go": [[list(names), what, _on_part(address, at)] for names, what, address in _targets(lookup)],
        "articles": [
            [a.id, lookup.labels[a.id], [_line_of(a.text[s.start : s.end]) for s in a.sentences[:most]]]
            for a in lookup.briefing.articles
        ],
        "said": _said(lookup),
    }
    return Page(SEARCH_PAGE, f"window.briefing.index = {printable(_json(data))};\n".encode())


def _on_part(address: str, at: At) -> str:
    page, _, anchor = address.partition("#")
    return f"{at(page, anchor)}#{anchor}" if anchor else page


def _targets(lookup: Lookup) -> Iterator[Target]:
    """Yield what a search can lead to by its name: what most sources name comes first."""
    for kind, folder in FOLDERS.items():
        for entity in lookup.kind(kind):
            titles, forms = titles_of(entity), (entity.name, *(_line_of(alias.text) for alias in entity.aliases))
            what = titles[0].title if titles else told(kind)
            yield tuple(dict.fromkeys(forms)), what, f"{folder}/{entity.id}.md"
    for entry in lookup.entries.values():
        if not entry.entity:
            names = (entry.term, *((entry.expansion.text,) if entry.expansion else ()))
            yield names, _("glossary"), f"glossary.md#t-{entry.id}"
    days: dict[str, str] = {}
    for event in lookup.briefing.events:
        if event.date:
            days.setdefault(event.date, f"{lookup.pages[f'e-{event.id}']}#e-{event.id}")
    yield from (((readable(day),), _("timeline"), address) for day, address in days.items())
    for measure in by_sources(lookup.briefing.measures):
        names = tuple(dict.fromkeys(_line_of(f.text) for f in measure.figures))
        what = _("figure: {label}", label=_line_of(measure.label))
        yield names, what, f"{lookup.pages[f'f-{measure.id}']}#f-{measure.id}"
    for d in lookup.briefing.differences:
        yield (str(ask(d, lookup.briefing)),), _("difference"), f"{lookup.pages[f'd-{d.id}']}#d-{d.id}"
    yield from (((title_of(a),), _("article"), f"articles/{a.id}.md") for a in lookup.briefing.articles)
    yield from (((_(name),), _("page"), path) for path, name in SECTIONS.items())


def _said(lookup: Lookup) -> list[tuple[str, int, str]]:
    """Return the article and the sentence of each quotation with its speaker, for a search that names one."""
    speakers = ((lookup.entities.get(u.speaker or ""), u.versions) for u in lookup.briefing.utterances)
    said = ((*lookup.place(quote), who.name) for who, versions in speakers if who for quote in versions)
    return [(article, at + 1, name) for article, at, name in said if at is not None]


def _line_of(text: str) -> str:
    return " ".join(text.split())


def sentence_pages(lookup: Lookup) -> Iterator[Page]:
    """Yield ``data/sentences/an-article.js`` for each article: title, source, and what stands at each anchor."""
    for article in lookup.briefing.articles:
        parts = ",\n".join(f"{_json(place)}:{_json(printable(words))}" for place, words in _parts(article))
        known = value_of(article.language) or ENGLISH
        turned = "rtl" if known in RIGHT_TO_LEFT else ""
        publisher, published = value_of(article.publisher), value_of(article.published)
        by = f"{publisher or _('publisher unknown')}, {readable(published) if published else _('no date')}"
        about = {"title": printable(title_of(article)), "by": printable(by), "lang": known, "dir": turned}
        head = _json(about).removesuffix("}")
        made = f'window.briefing.sentences[{_json(article.id)}]={head},"parts":{{\n{parts}\n}}}};\n'
        yield Page(f"data/sentences/{article.id}.js", made.encode())


def _parts(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the anchors of the sentences and of the removed parts, with the words on one line."""
    for number, span in enumerate(article.sentences, 1):
        yield f"s{number}", _line_of(article.text[span.start : span.end])
    for number, block in enumerate(article.blocks, 1):
        if block.kind == "removed":
            yield f"b{number}", _line_of(article.text[block.span.start : block.span.end])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
