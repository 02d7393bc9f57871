"""Pages ──▶ what a browser makes of them: docs/ as the site's own Markdown reads it, or a built site."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown import Markdown

from generator.check.seeds import folded

Extensions = Mapping[str, Mapping[str, object]]

APART = "--"  # stands in the name of a further part of a page, behind that of the page
PARALLEL_FROM = 2_000_000  # bytes of pages; fewer are read before worker processes have started
PERMALINK = "headerlink"  # the class of the link that a heading has to itself
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass(slots=True)
class Element:
    """An element: its attributes, the characters of the page's text that it holds, and the elements around it."""

    tag: str
    attributes: Mapping[str, str]
    start: int
    end: int
    """Below 0 while it is open."""
    around: tuple[str, ...]
    """``tag`` or ``tag.class`` of those that hold it, the outermost first."""

    @property
    def name(self) -> str:
        """``tag``, or ``tag.class`` with the first of its classes."""
        classes = self.attributes.get("class", "").split()
        return f"{self.tag}.{classes[0]}" if classes else self.tag

    @property
    def silent(self) -> bool:
        """Whether it only works the page, and its text isn't read."""
        return self.tag in ("script", "style") or self.name == f"a.{PERMALINK}"


@dataclass(frozen=True, slots=True)
class View:
    """One page: its path below the folder, and what it shows."""

    path: str
    text: str
    elements: tuple[Element, ...]
    ids: Mapping[str, int]
    """Every id, and where in the text it stands."""

    def part(self, start: int, end: int) -> str:
        """Return a part of the text, folded."""
        return folded(self.text[start:end])

    def exact(self, start: int, end: int) -> str:
        """Return a part of the text, folded, with the source's words for what is put in brackets (``data-for``)."""
        parts, at = list[str](), start
        for put in self.elements:
            if start <= put.start and put.end <= end and "data-for" in put.attributes:
                parts += [self.text[at : put.start], put.attributes["data-for"]]
                at = put.end
        return folded("".join((*parts, self.text[at:end])))

    def shown(self, element: Element) -> str:
        """Return the text inside an element, folded."""
        return self.part(element.start, element.end)

    @property
    def name(self) -> str:
        """The page's path without what a builder adds: ``articles/a-title``, ``index``; of a part that of the whole."""
        return stem(self.path).partition(APART)[0]

    @property
    def is_part(self) -> bool:
        """Tell whether it is a further part of a page that was too long."""
        return APART in self.path


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: the path below the folder as a page names it, the page there if there is one."""

    path: str
    view: View | None
    fragment: str

    @property
    def name(self) -> str:
        """The page's path without its suffix."""
        return self.view.name if self.view else stem(self.path).partition(APART)[0]


def stem(path: str) -> str:
    """Return the path of a page without its suffix; ``people/x/index.html`` is the page of ``people/x``."""
    return path.removesuffix("/index.html").rsplit(".", 1)[0]


def read_pages(folder: Path, extensions: Extensions) -> Mapping[str, View]:
    """Read every page of a folder, by its path there: HTML where there is some, else Markdown."""
    paths = sorted(folder.rglob("*.html")) or sorted(folder.rglob("*.md"))
    # the address of what isn't found can be any, so its links are absolute
    pages = [path for path in paths if path.name != "404.html" and path.is_file()]
    read = partial(read_page, folder=folder, extensions=extensions)
    if sum(path.stat().st_size for path in pages) < PARALLEL_FROM:
        return {view.path: view for view in map(read, pages)}
    with ProcessPoolExecutor() as pool:
        return {view.path: view for view in pool.map(read, pages, chunksize=8)}


def target(link: str, view: View, pages: Mapping[str, View]) -> Target | None:
    """Return where a link on a page leads, None for one that leaves the site, and no page for what is no address."""
    try:
        parts = urlsplit(link)
    except ValueError:  # http://[
        return Target(link, None, "")
    if parts.scheme or parts.netloc or link.startswith("/"):
        return None
    base = posixpath.dirname(view.path)
    path = posixpath.normpath(posixpath.join(base, unquote(parts.path))) if parts.path else view.path
    found = pages.get(path) or pages.get(posixpath.join(path, "index.html").removeprefix("./"))
    return Target(path, found, unquote(parts.fragment))


def read_page(path: Path, folder: Path, extensions: Extensions) -> View:
    """Read one page of a folder."""
    name, raw = path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8-sig")
    if path.suffix != ".md":
        return _seen(name, raw)
    made = Markdown(extensions=list(extensions), extension_configs={k: dict(v) for k, v in extensions.items()})
    return _seen(name, made.convert(_FRONT_MATTER.sub("", raw)))


def _seen(name: str, html: str) -> View:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for element in reader.open:
        element.end = reader.length
    return View(name, "".join(reader.text), tuple(reader.elements), reader.ids)


@dataclass(eq=False)
class _Reader(HTMLParser):
    """Collects the elements, the ids and the text; not what only works the page: scripts, links to headings."""

    elements: list[Element] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    length: int = 0
    open: list[Element] = field(default_factory=list)
    silent: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Element(tag, {k: v or "" for k, v in attrs}, self.length, -1, tuple(o.name for o in self.open))
        if found.attributes.get("id"):
            self.ids.setdefault(found.attributes["id"], self.length)
        self.elements.append(found)
        if tag in _VOID:
            found.end = self.length
            return
        self.open.append(found)
        self.silent += found.silent

    def handle_endtag(self, tag: str) -> None:
        if all(o.tag != tag for o in self.open):
            return
        while True:
            closed = self.open.pop()
            closed.end = self.length
            self.silent -= closed.silent
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.text.append(data)
            self.length += len(data)


def whole(views: Sequence[View]) -> View:
    """Return the parts of one page as one view, in order."""
    if len(views) == 1:
        return views[0]
    elements: list[Element] = []
    ids: dict[str, int] = {}
    text = ""
    for view in views:
        at = len(text)
        elements += [replace(e, start=e.start + at, end=e.end + at) for e in view.elements]
        ids = {id_: place + at for id_, place in view.ids.items()} | ids
        text += f"{view.text} "
    return View(views[0].path, text, tuple(elements), ids)


def elements(view: View, tag: str) -> Iterator[Element]:
    """Yield the elements of a kind."""
    return (e for e in view.elements if e.tag == tag)
