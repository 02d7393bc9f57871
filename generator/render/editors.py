"""What an editor decided: what was set aside, and the decisions that match nothing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Page
    from generator.render.page import PageMaker

PAGE = "editors.md"
KINDS: Mapping[str, str] = {
    "difference": "Differences",
    "event": "Happenings",
    "statement": "Statements and quotations",
    "figure": "Figures",
    "name": "Names",
    "agreement": "Agreements",
    "sum": "Our own sums",
}
"""The kinds of what can be set aside, in the order of the page."""


def editors_page(maker: PageMaker) -> tuple[Page, ...]:
    """Return the page of what an editor set aside and of decisions without effect; none where there is neither."""
    briefing = maker.briefing
    if not briefing.aside and not briefing.orphans:
        return ()
    ordered = sorted(briefing.aside, key=lambda a: (tuple(KINDS).index(a.kind), a.decision.line, a.text))
    aside = tuple((KINDS[kind], tuple(found)) for kind, found in groupby(ordered, key=lambda a: a.kind))
    return (maker.page(PAGE, "editors.md", "Set aside by an editor", aside=aside, orphans=briefing.orphans),)
