"""What the newest article adds to the ones before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Inferred
from generator.render.catalogue import articles_of, value_of

if TYPE_CHECKING:
    from generator.model import Article, Page
    from generator.render.press import Press


def changes_page(press: Press) -> Page:
    """Return the page of what the newest dated article added, confirmed and contradicted."""
    newest = newest_article(press.briefing.articles)
    events, differences = press.briefing.events, press.briefing.differences
    key = newest.id if newest else ""
    return press.page(
        "changes.md",
        "changes.md",
        "Changes",
        newest=newest,
        added=tuple(e for e in events if articles_of(e.evidence) == (key,)),
        confirmed=tuple(e for e in events if key in articles_of(e.evidence) and len(articles_of(e.evidence)) > 1),
        contradicted=tuple(
            d
            for d in differences
            if d.verdict == "conflict" and any(key in articles_of(r.evidence) for r in d.readings)
        ),
        entities=tuple(e for e in press.catalogue.entities.values() if articles_of(e.mentions) == (key,)),
    )


def newest_article(articles: tuple[Article, ...]) -> Article | None:
    """Return the article with the latest date of publication, an inferred one only if none is stated, or None."""
    dated = [a for a in articles if value_of(a.published)]
    sure = [a for a in dated if not isinstance(a.published, Inferred)]
    return max(sure or dated, key=lambda a: (value_of(a.published) or "", a.id), default=None)
