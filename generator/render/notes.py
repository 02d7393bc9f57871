"""What the links of a page lead to: a list at its end, from which the cards beside the links are made.

A link is written with what is to be told of its target: ``[Xi](people/xi.md "President")``, and ``#why`` where that is
a reason. No reader of a tooltip on a phone, by keyboard or by ear gets it; so the words stand in the list, once.
"""

from __future__ import annotations

import hashlib
import re
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


def noted(text: str, links: Links, jinja: jinja2.Environment) -> str:
    """Return a page with what its links say of their targets moved to its end."""
    found = _Found()
    moved = _LINK.sub(found.moved, text)
    if not (found.things or found.reasons):
        return moved
    return f"{moved}\n{fill(jinja, 'parts/notes.md', {'things': found.things, 'reasons': found.reasons, 'to': links})}"
