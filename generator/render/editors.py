"""What an editor decided: what was set aside, and the decisions that match nothing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Page
    from generator.render.page import PageMaker

PAGE = "editors.md"
KINDS: Mapping[str, str] = {
    "difference": N_("Differences"),
    "event": N_("Happenings"),
    "statement": N_("Statements and quotations"),
    "figure": N_("Figures"),
    "name": N_("Names"),
    "agreement": N_("Agreements"),
    "sum": N_("Our own sums"),
}
"""The kinds of what can be set aside, in the order of the page."""


def editors_page(maker: PageMaker) -> tuple[Page, ...]:
    """Return the page of what an editor set aside and of decisions without effect; none where there is neither."""
    briefing = maker.briefing
    if not briefing.aside and not briefing.orphans:
        return ()
    ordered = sorted(briefing.aside, key=lambda a: (tuple(KINDS).index(a.kind), a.decision.line, a.text))
    aside = tuple((_(KINDS[kind]), tuple(found)) for kind, found in groupby(ordered, key=lambda a: a.kind))
    return (maker.page(PAGE, "editors.md", _("Set aside by an editor"), aside=aside, orphans=briefing.orphans),)
