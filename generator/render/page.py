"""Makes one page from a template: front matter, links, text."""

import html
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import jinja2

from generator.keys import keyed, mark_of
from generator.model import Briefing, Draft, Page, value_of
from generator.render.dates import answer, hedge
from generator.render.disputes import MARKS
from generator.render.environment import fill
from generator.render.links import Links
from generator.render.lookup import Lookup, cut, titles_of
from generator.render.notes import noted

Job = Callable[[], Page | Iterable[Page]]
"""Makes a page, or several."""
Row = dict[str, Any]
"""What a template shows of one thing, by the names that it has there."""

FRONT = "index.md"
TITLE_LETTERS = 160  # longer ones are cut by search engines and browser tabs long before


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
            "answer": answer,
            "hedge": hedge,
            "marks": MARKS,
        }
        given |= {"to": Links(self.lookup, path), "note": self._notes.get(path, ""), "offers": "", **values}
        given["pins"] = pinned(self.lookup) if path == FRONT else ()
        body = fill(self.jinja, template, given)
        for part, told in (("pinned", given["pins"]), ("note", given["note"])):  # by an editor, the last on top
            if told:
                heading, _, rest = body.partition("\n")
                body = f"{heading}\n\n{fill(self.jinja, f'parts/{part}.md', given)}{rest}"
        if given["offers"]:
            given["file"] = offered_at(path)
            body = f"{body}\n{fill(self.jinja, 'parts/editors.md', given)}"
        kind = template.rsplit("/", 1)[-1].removesuffix(".md")
        return Draft(path, body.encode(), title, kind, str(given["offers"]))

    def finished(self, path: str, title: str, kind: str, body: str) -> Page:
        """Return a page with its front matter, and with what its links lead to at its end."""
        return Page(path, f"{front_matter(title, kind)}\n{noted(body, Links(self.lookup, path), self.jinja)}".encode())


def offered_at(path: str) -> str:
    """Return the path of the file of what an editor may paste who looks at a page."""
    return f"data/corrections/{path.removesuffix('.md')}.yml"


def front_matter(title: str, kind: str) -> str:
    """Return a page's front matter; the title is escaped twice, for builders print it raw.

    As JSON it is a YAML string on one line; as HTML it is text wherever a theme puts it.
    """
    safe = html.escape(cut("".join(c if c.isprintable() else " " for c in title), TITLE_LETTERS))
    return f"---\ngenerated: briefing\ntitle: {json.dumps(safe, ensure_ascii=False)}\nkind: {kind}\n---\n"
