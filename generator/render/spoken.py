"""Reasons on pages: in the language of the pages, or marked as English where that language has no words for one."""

from __future__ import annotations

from generator.render.markdown import Markdown
from generator.words import ENGLISH, language
from generator.words.reasons import known


def reasoned(reason: str) -> str:
    """Return a reason as a page shows it."""
    if language() == ENGLISH or not reason:
        return reason
    return known(reason) or Markdown('<span lang="{}">{}</span>').format(ENGLISH, reason)
