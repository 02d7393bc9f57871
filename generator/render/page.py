"""Makes one page from a template: front matter, text, and a list of what its links lead to.

A link is written with what is to be told of its target: ``[Xi](people/xi.md "President")``, and ``#why`` where that is
a reason. No reader of a tooltip on a phone, by keyboard or by ear gets it; so the words stand in a list at the page's
end, once, from which the cards beside the links are made.
"""

import hashlib
import html
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import jinja2

from generator.keys import keyed, mark_of
from generator.lexicons import compiled
from generator.model import Briefing, Draft, Page, value_of
from generator.render.dates import answer, hedge, worded
from generator.render.disputes import MARKS
from generator.render.environment import fill
from generator.render.links import Links
from generator.render.lookup import Lookup
from generator.render.markdown import Markdown
from generator.render.origins import CREDITS
from generator.render.text import REASON
from generator.render.titles import cut, titles_of
from generator.words import _

Job = Callable[[], Page | Iterable[Page]]
"""Makes a page, or several."""
Row = dict[str, Any]
"""What a template shows of one thing, by the names that it has there."""

FRONT = "index.md"
TITLE_LETTERS = 160  # longer ones are cut by search engines and browser tabs long before

_LINK = compiled("page-link")  # what outsiders wrote holds neither a bracket nor a quotation mark any more
_LEGEND = re.compile(r'<small class="legend">(?P<marks>(?:(?!</small>).){0,2000})</small>')
_BADGE = re.compile(r'class="(?:badge )?([a-z ]{1,20})"')
_DIGITS = 8  # of a reason's digest: no two of a page are the same


def pinned(lookup: Lookup) -> tuple[Row, ...]:
    """Return what is pinned; a pin that matches nothing is an orphan, and told as such."""
    pins = [mark_of(c.about) for c in lookup.briefing.corrections.of("pin")]
    every = keyed(lookup.briefing) if pins else ()
    found = {mark_of(key): {"kind": kind, "thing": thing} for kind, key, thing in every}
    return tuple(found[mark] for mark in pins if mark in found)


@dataclass(frozen=True)
class PageMaker:
    """Everything that a page is made with; ``site`` is the site's name, ``day`` a stated day of the build or empty."""

    jinja: jinja2.Environment
    lookup: Lookup
    site: str
    day: str = ""

    @property
    def briefing(self) -> Briefing:
        """What the pages are made from."""
        return self.lookup.briefing

    @cached_property
    def _notes(self) -> Mapping[str, str]:
        """What an editor tells the readers of a page, by its path."""
        return dict(self.briefing.corrections.values("notes"))

    def page(self, path: str, template: str, title: str, **values: object) -> Draft:
        """Return the page at a path below ``docs/``, made from a template and its values, before it is bound.

        ``offers`` is what an editor may paste into the corrections: a file of its own, to which a fold leads.
        The editor's note on the page stands under its heading.
        """
        given: dict[str, object] = {
            "title": title,
            "site": self.site,
            "briefing": self.briefing,
            "lookup": self.lookup,
            "titles_of": titles_of,
            "value_of": value_of,
            "credit_words": {kind: _(words) for kind, words in CREDITS.items()},
            "answer": answer,
            "hedge": hedge,
            "worded": worded,
            "marks": MARKS,
        }
        given |= {"to": Links(self.lookup, path), "note": self._notes.get(path, ""), "offers": "", **values}
        given["pins"] = pinned(self.lookup) if path == FRONT else ()
        body = fill(self.jinja, template, given)
        for part, told in (("pinned", given["pins"]), ("note", given["note"])):  # by an editor, the last on top
            if told:
                heading, _end, rest = body.partition("\n")
                body = f"{heading}\n\n{fill(self.jinja, f'parts/{part}.md', given)}{rest}"
        if given["offers"]:
            given["file"] = offered_at(path)
            body = f"{body}\n{fill(self.jinja, 'parts/editors.md', given)}"
        kind = template.rsplit("/", 1)[-1].removesuffix(".md")
        return Draft(path, body.encode(), title, kind, str(given["offers"]))

    def finished(self, path: str, title: str, kind: str, body: str) -> Page:
        """Return a page with its front matter, and with what its links lead to at its end."""
        return Page(path, f"{front_matter(title, kind)}\n{self._noted(path, body)}".encode())

    def _noted(self, path: str, body: str) -> str:
        """Return a page with what its links say of their targets moved to its end, and its legend shortened."""
        things: dict[str, Markdown] = {}
        reasons: dict[str, Markdown] = {}

        def moved(link: re.Match[str]) -> str:
            address, words = link["address"], link["words"] or ""
            if address == REASON:
                anchor = f"why-{int(hashlib.sha256(words.encode()).hexdigest()[:_DIGITS], 16)}"
                reasons[anchor] = Markdown(words)
                return f"](#{anchor})"
            if words:
                things.setdefault(address, Markdown(words))
            return f"]({address})"

        text = _LINK.sub(moved, _with_own_legend(body))
        given = {"things": things, "reasons": reasons, "to": Links(self.lookup, path)}
        return f"{text}\n{fill(self.jinja, 'parts/notes.md', given)}" if things or reasons else text


def _with_own_legend(body: str) -> str:
    """Return a page whose legend has only the marks that stand on it."""
    shown = set(_BADGE.findall(_LEGEND.sub("", body)))

    def shortened(legend: re.Match[str]) -> str:
        told = [one for one in legend["marks"].split(" · ") if shown & set(_BADGE.findall(one))]
        return f'<small class="legend">{" · ".join(told)}</small>' if told else ""

    return _LEGEND.sub(shortened, body)


def offered_at(path: str) -> str:
    """Return the path of the file of what an editor may paste who looks at a page."""
    return f"data/corrections/{path.removesuffix('.md')}.yml"


def front_matter(title: str, kind: str) -> str:
    """Return a page's front matter; the title is escaped twice, for builders print it raw.

    As JSON it is a YAML string on one line; as HTML it is text wherever a theme puts it.
    """
    safe = html.escape(cut("".join(c if c.isprintable() else " " for c in title), TITLE_LETTERS))
    return f"---\ngenerated: briefing\ntitle: {json.dumps(safe, ensure_ascii=False)}\nkind: {kind}\n---\n"
