"""Pages that have moved leave the way to where they are now."""

from collections.abc import Collection, Iterable, Mapping
from posixpath import dirname, relpath

from generator.errors import meant
from generator.model import Address, Briefing, Page, Problem
from generator.render.lookup import FOLDERS
from generator.render.page import PageMaker
from generator.words import _

_FOLDERS: Mapping[str, str] = {"article": "articles", **{str(kind): name for kind, name in FOLDERS.items()}}


def redirect_pages(maker: PageMaker, pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return a page for each address that leads nowhere now and did when the state was accepted, or as an editor says.

    An editor's addresses are paths below ``docs/``: ``articles/old-name.md``. One that leads to no page is left out.
    """
    there = {page.path for page in pages}
    revision = maker.briefing.revision
    moves = {_path(old): _path(new) for old, new in (revision.moved if revision else ())}
    moves |= dict(maker.briefing.corrections.values("moved"))
    left = ((old, new) for old, new in moves.items() if old not in there and new in there)
    ways = ((old, new, relpath(new, dirname(old) or ".").removesuffix(".md")) for old, new in left)
    return tuple(maker.page(old, "moved.md", _("Moved"), new=new, way=f"{way}.html") for old, new, way in ways)


def astray(briefing: Briefing, pages: Collection[Page]) -> tuple[Problem, ...]:
    """Return a problem for each decision of an editor about a page that isn't there, or that still is."""
    there = {page.path for page in pages if page.path.endswith(".md")}
    redirects = {page.path for page in pages if b"\nkind: moved\n" in page.content[:400]}
    found = []
    for one in briefing.corrections.of("moved", "notes"):
        target, wrong = one[""] if one.section == "moved" else one.about, ""
        if target not in there:
            near = meant(target, sorted(there - redirects)) or "name a page below docs/, or remove the entry"
            wrong = f"there is no page {target}; {near}"
        elif one.section == "moved" and one.about not in redirects:
            wrong = f"{one.about} is a page still; remove the entry"
        if wrong:
            found.append(Problem(briefing.corrections.path, f"{one.section}: {wrong}", one.line or None))
    return tuple(found)


def _path(address: Address) -> str:
    return f"{_FOLDERS.get(address.kind, address.kind)}/{address.id}.md"
