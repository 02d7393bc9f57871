"""Drafts ──▶ pages: each cut into parts where it is too long, and every link leading to the part that it means."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote

from generator.model import Draft, Page
from generator.render.environment import fill
from generator.render.markdown import Markdown, printable
from generator.render.page import Job, PageMaker, offered_at
from generator.render.parts import APART, parts

MOST = 150_000
"""Bytes of a page of Markdown: as HTML, with what the theme puts around it, it has up to 300 kB."""
LINKED = 4_000
"""Of them, what the links from one part to the others take."""
NAMED = 24
"""Parts that all lead to each other; of more, a page names its neighbours and some on the way to both ends."""

_ID = re.compile(r'\bid="(?P<own>[^"]+)"|\{: #(?P<heading>[^ }]+)')  # <span id="q-1">, ## 2016 {: #y-2016}
_LINK = re.compile(r"\]\((?P<path>[^\s()\"#]*)#(?P<anchor>[^\s()\"]+)\)")  # ](../figures.md#f-rice)
_DRAWN = re.compile(r'href="&#35;(?P<anchor>[^"]+)"')  # in a drawing; no builder follows its links to pages


@dataclass(frozen=True, slots=True)
class Bound:
    """Finished pages, and the part on which each anchor of a page that was cut stands."""

    pages: tuple[Page, ...]
    cut: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def at(self, path: str, anchor: str) -> str:
        """Return the path of the part of a page on which an anchor stands."""
        return self.cut.get(path, {}).get(anchor, path)


def finished(maker: PageMaker, job: Job) -> Bound:
    """Return what a job makes: its drafts as finished pages; what is no draft stays as it is."""
    cut: dict[str, Mapping[str, str]] = {}
    made = job()
    sheets = (made,) if isinstance(made, Page) else made
    return Bound(tuple(page for s in sheets for page in (_pages(maker, s, cut) if isinstance(s, Draft) else (s,))), cut)


def bind(every: Iterable[Bound]) -> Bound:
    """Return all finished pages, in order, their links leading to the parts that they mean."""
    found = tuple(every)
    cut = {path: at for one in found for path, at in one.cut.items()}
    pages = tuple(page for one in found for page in one.pages)
    return Bound(tuple(_leading(page, cut) for page in pages) if cut else pages, cut)


def _pages(maker: PageMaker, draft: Draft, cut: dict[str, Mapping[str, str]]) -> Iterator[Page]:
    if draft.offers:
        yield Page(offered_at(draft.path), f"{printable(draft.offers)}\n".encode())
    heading, _, text = draft.content.decode().partition("\n")

    def finish(text: str, label: str = "", path: str = draft.path) -> Page:
        title = f"{draft.title}: {label}" if label else draft.title
        head = Markdown("# {} {}").format(title, Markdown("{: #h-top}")) if label else heading
        return maker.finished(path, title, draft.kind, f"{head}\n{text}")

    def fits(part: str) -> bool:
        return len(part) <= MOST - LINKED and len(finish(part).content) <= MOST - LINKED

    page = finish(text)
    found = parts(text, fits) if len(page.content) > MOST else ()
    if len(found) <= 1:
        yield page
        return
    whole = draft.path.removesuffix(".md")
    paths = tuple(f"{whole}{APART}{part.name}.md" if part.name else draft.path for part in found)
    anchors = [{m["own"] or m["heading"] for m in _ID.finditer(part.text)} for part in found]
    cut[draft.path] = {a: path for path, own in zip(reversed(paths), reversed(anchors), strict=True) for a in own}
    for n, part in enumerate(found):
        shown = _shown(len(found), n)
        near = [max(s for s in shown if s <= m) for m in range(len(found))]
        others = {a: f"p-{near[m]}" for m, own in enumerate(anchors) for a in own - anchors[n]}
        text = _DRAWN.sub(partial(_to_contents, others), part.text)
        named = ((m, found[m].label, Markdown(basename(paths[m]))) for m in shown)
        links = [{"number": m, "label": label, "address": to, "here": m == n} for m, label, to in named]
        contents = fill(maker.jinja, "parts/contents.md", {"number": len(found), "contents": links})
        yield finish(f"\n{contents}\n{text.lstrip()}", part.label, paths[n])


def _to_contents(others: Mapping[str, str], link: re.Match[str]) -> str:
    """Return the link of a drawing; to what stands on another part, by way of the list of parts."""
    return f'href="&#35;{others.get(link["anchor"], link["anchor"])}"'


def _shown(count: int, here: int) -> Sequence[int]:
    """Return the numbers of the parts that a part names."""
    step = count // NAMED + 1
    return [n for n in range(count) if n in (0, count - 1) or abs(n - here) <= 1 or n % step == 0]


def _leading(page: Page, cut: Mapping[str, Mapping[str, str]]) -> Page:
    """Return a page whose links lead to the parts that they mean."""
    if not page.path.endswith(".md"):
        return page
    whole = page.path.partition(APART)[0].removesuffix(".md") + ".md"

    def moved(link: re.Match[str]) -> str:
        path, anchor = link["path"], link["anchor"]
        there = normpath(join(dirname(page.path), unquote(path))) if path else page.path
        to = cut.get(there if path else whole, {}).get(unquote(anchor), there)  # each part has reasons of its own
        if to == there:
            return link[0]
        return f"]({path.rpartition('/')[0]}{'/' if '/' in path else ''}{basename(to)}#{anchor})"

    content = _LINK.sub(moved, page.content.decode()).encode()
    return page if content == page.content else Page(page.path, content)  # most are the same, and in memory once
