"""Briefing ──▶ Pages: Markdown, data exports, feeds, drawings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.model import Page, Web
from generator.render.articles import article_pages
from generator.render.binding import bind
from generator.render.changes import change_pages
from generator.render.cite import address
from generator.render.data import NOWHERE, data_pages
from generator.render.entities import entity_pages
from generator.render.environment import asset_pages, environment
from generator.render.feeds import feeds
from generator.render.home import home_page
from generator.render.lookup import Lookup
from generator.render.page import PageMaker
from generator.render.redirects import redirect_pages
from generator.render.references import reference_pages
from generator.render.registers import register_pages
from generator.render.search import search_page, sentence_pages
from generator.render.side_by_side import comparison_pages
from generator.render.timeline import timeline_js, timeline_pages

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Briefing


def render(
    briefing: Briefing, templates: tuple[Path, ...], title: str = "Briefing", day: str = "", web: Web = NOWHERE
) -> tuple[Page, ...]:
    """Return every generated file, by its path below ``docs/``, in the language that is spoken.

    ``templates`` are folders; of a template that two of them have, the first one's is used. ``day`` is the EDTF day of
    the build where one is stated; without it the newest article tells what has passed. ``web`` is where the site will
    stand, for the feeds and the data. Raises PageTemplateError for a template that can't be filled.
    """
    maker = PageMaker(environment(templates), Lookup(briefing), title, day)
    changed, items = change_pages(maker)
    home = home_page(maker)
    drafts = (
        home,
        *article_pages(maker, home),
        *entity_pages(maker),
        *register_pages(maker),
        *timeline_pages(maker),
        *comparison_pages(maker),
        *changed,
    )
    bound = bind(maker, (*drafts, *redirect_pages(maker, drafts)))
    pages = (
        *bound.pages,
        *feeds(maker, web, items, bound.at),
        *data_pages(briefing, bound.at, web),
        timeline_js(maker, partial(address, web, bound.at)),
        search_page(maker.lookup, bound.at),
        *sentence_pages(maker.lookup),
        *reference_pages(briefing.articles),
        *asset_pages(templates),
    )
    offered = (Page(path, f"{text}\n".encode()) for path, text in maker.offered.items())
    return tuple(sorted((*pages, *offered), key=lambda page: page.path))
