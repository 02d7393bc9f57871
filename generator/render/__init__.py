"""Briefing ──▶ Pages: Markdown, data exports, feeds, drawings."""

from collections.abc import Iterable
from functools import partial
from itertools import chain
from pathlib import Path

from generator.model import Briefing, Page, Web
from generator.render.articles import article_pages
from generator.render.binding import Bound, bind, finished
from generator.render.changes import change_pages
from generator.render.data import NOWHERE, data_pages
from generator.render.entities import entity_pages
from generator.render.environment import asset_pages, environment
from generator.render.feeds import feeds
from generator.render.home import home_page
from generator.render.kept import Keeper, Sheets
from generator.render.lookup import Lookup
from generator.render.page import Job, PageMaker
from generator.render.redirects import redirect_pages
from generator.render.registers import register_pages
from generator.render.search import search_page, sentence_pages
from generator.render.sharing import shared_out
from generator.render.side_by_side import comparison_pages
from generator.render.tables import reference_pages
from generator.render.timeline import timeline_pages

PAYING = 100
"""Articles from which on copies of this process save more than they cost: a tenth of a second."""


def render(  # noqa: PLR0913 - all that a site is made of
    briefing: Briefing,
    templates: tuple[Path, ...],
    title: str = "Briefing",
    day: str = "",
    web: Web = NOWHERE,
    *,
    sheets: Sheets | None = None,
) -> tuple[Page, ...]:
    """Return every generated file, by its path below ``docs/``, in the language that is spoken.

    ``templates`` are folders; of a template that two of them have, the first one's is used. ``day`` is the EDTF day of
    the build where one is stated; without it the newest article tells what has passed. ``web`` is where the site will
    stand, for the feeds and the data; ``sheets`` keep what is made. Raises PageTemplateError for a template that can't
    be filled.
    """
    maker = PageMaker(environment(templates), Lookup(briefing), title, day)
    paying = len(briefing.articles) >= PAYING
    changed, items = change_pages(maker)
    jobs: tuple[Job, ...] = (
        partial(home_page, maker),
        *register_pages(maker),
        partial(timeline_pages, maker),
        *entity_pages(maker),
    )
    bound = _bound(maker, (*jobs, *comparison_pages(maker), lambda: changed), Keeper(maker, sheets), paying=paying)
    data = (
        partial(data_pages, briefing, bound.at, web),
        lambda: (search_page(maker.lookup, bound.at),),
        lambda: (*sentence_pages(maker.lookup), *reference_pages(briefing.articles)),
        lambda: (*feeds(maker, web, items, bound.at), *asset_pages(templates)),
    )
    pages = chain(bound.pages, *shared_out(data, paying=paying))
    return tuple(sorted(pages, key=lambda page: page.path))


def _bound(maker: PageMaker, jobs: Iterable[Job], keeper: Keeper, *, paying: bool) -> Bound:
    """Return the pages of Markdown; the first job makes the front page, which those of the articles look at."""
    home, *others = keeper.made(tuple(jobs), paying=paying)
    drafts = (home, *others, *keeper.made(article_pages(maker, home.pages[0]), paying=paying))
    moved = redirect_pages(maker, (page for one in drafts for page in one.pages))
    return bind((*drafts, finished(maker, lambda: moved)))
