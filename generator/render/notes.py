"""What the links of a page lead to: a list at its end, from which the cards beside the links are made.

A link is written with what is to be told of its target: ``[Xi](people/xi.md "President")``, and ``#why`` where that is
a reason. No reader of a tooltip on a phone, by keyboard or by ear gets it; so the words stand in the list, once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.render.environment import fill
from generator.render.markdown import Markdown

if TYPE_CHECKING:
    import jinja2

    from generator.render.links import Links

_LINK = re.compile(  # what outsiders wrote holds neither a bracket nor a quotation mark any more
    r"""
    \]\( (?P<address> [^\s()"]+ )            # ](articles/a-title.md#s2)
    (?: [ ]" (?P<words> [^"]* ) " )? \)      # ](people/a-name.md "President of Norway")
    """,
    re.VERBOSE,
)
_LEGEND = re.compile(r'<small class="legend">(?P<marks>(?:(?!</small>).){0,2000})</small>')
_BADGE = re.compile(r'class="badge ([a-z ]{1,20})"')
REASON = "#why"
_DIGITS = 8  # of a reason's digest: no two of a page are the same


@dataclass(slots=True)
class _Found:
    """What the links of a page say, each once, in the order of the page."""

    things: dict[str, Markdown] = field(default_factory=dict)
    reasons: dict[str, Markdown] = field(default_factory=dict)

    def moved(self, link: re.Match[str]) -> str:
        """Note what a link says of its target, and return the link without it."""
        address, words = link["address"], link["words"]
        if address == REASON:
            anchor = f"why-{int(hashlib.sha256((words or '').encode()).hexdigest()[:_DIGITS], 16)}"
            self.reasons[anchor] = Markdown(words or "")
            return f"](#{anchor})"
        if words:
            self.things.setdefault(address, Markdown(words))
        return f"]({address})"


def _legend(text: str) -> Callable[[re.Match[str]], str]:
    """Return what leaves of a legend only the marks that stand on the page."""
    shown = set(_BADGE.findall(_LEGEND.sub("", text)))

    def shortened(legend: re.Match[str]) -> str:
        told = [one for one in legend["marks"].split(" · ") if shown & set(_BADGE.findall(one))]
        return f'<small class="legend">{" · ".join(told)}</small>' if told else ""

    return shortened


def noted(text: str, links: Links, jinja: jinja2.Environment) -> str:
    """Return a page with what its links say of their targets moved to its end."""
    found = _Found()
    moved = _LINK.sub(found.moved, _LEGEND.sub(_legend(text), text))
    if not (found.things or found.reasons):
        return moved
    return f"{moved}\n{fill(jinja, 'parts/notes.md', {'things': found.things, 'reasons': found.reasons, 'to': links})}"
