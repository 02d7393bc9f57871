"""The pages that list one kind of thing over all articles: quotes, figures, glossary, differences, about."""

import unicodedata
from functools import partial
from itertools import groupby

from generator.lexicons import labels
from generator.model import Entry, Page
from generator.render.differences import differences_pages
from generator.render.figures import figures_page
from generator.render.home.weights import quotas_for
from generator.render.offers import term_offers
from generator.render.page import Job, PageMaker
from generator.render.quotes import quotes_page
from generator.words import _

SET_ASIDE = labels("set-aside")
"""The kinds of what can be set aside, in the order of the page."""


def register_pages(maker: PageMaker) -> tuple[Job, ...]:
    """Return what makes one page for each kind of thing."""
    pages = (quotes_page, figures_page, differences_pages, _glossary, _editors_page, _about)
    return tuple(partial(make, maker) for make in pages)


def _glossary(maker: PageMaker) -> Page:
    def place(entry: Entry) -> tuple[str, str, str]:
        return _initial(entry.term), entry.term.casefold(), entry.id

    entries = sorted(maker.briefing.entries, key=place)
    letters = [
        {"name": name, "entries": tuple(found)} for name, found in groupby(entries, lambda entry: _initial(entry.term))
    ]
    return maker.page("glossary.md", "glossary.md", _("Glossary"), letters=letters, offers=term_offers(entries))


def _initial(term: str) -> str:
    """Return the letter that a term is looked up under: without accents, and ``#`` for what begins with none."""
    first = unicodedata.normalize("NFKD", term)[:1].upper()
    return first if first.isalpha() else "#"


def _editors_page(maker: PageMaker) -> tuple[Page, ...]:
    """Return the page of what an editor set aside and of decisions without effect; none where there is neither."""
    briefing = maker.briefing
    if not briefing.aside and not briefing.orphans:
        return ()
    ordered = sorted(briefing.aside, key=lambda a: (tuple(SET_ASIDE).index(a.kind), a.decision.line, a.text))
    aside = tuple((_(SET_ASIDE[kind]), tuple(found)) for kind, found in groupby(ordered, key=lambda a: a.kind))
    return (maker.page("editors.md", "editors.md", _("Set aside by an editor"), aside=aside, orphans=briefing.orphans),)


def _about(maker: PageMaker) -> Page:
    briefing = maker.briefing
    counts = {
        "articles": len(briefing.articles),
        "words": sum(a.words for a in briefing.articles),
        "sentences": sum(len(a.sentences) for a in briefing.articles),
        "removed": sum(b.kind == "removed" for a in briefing.articles for b in a.blocks),
        "names": sum(len(f.names) for f in briefing.findings),
        "dates": sum(len(f.dates) for f in briefing.findings),
        "undated": sum(d.value is None for f in briefing.findings for d in f.dates if d.kind == "date"),
        "quotes": sum(len(f.quotes) for f in briefing.findings),
        "figures": sum(len(f.figures) for f in briefing.findings),
        "events": len(briefing.events),
        "entities": len(maker.lookup.entities),
        "entries": len(briefing.entries),
        "differences": len(briefing.differences),
    }
    return maker.page("about.md", "about.md", _("About"), counts=counts, quotas=quotas_for(len(briefing.articles)))
