"""What pages call articles and entities, what they offer to paste, and no markup that isn't ours."""

import re
from collections.abc import Iterator

from generator.check.built import Built
from generator.check.data import Row
from generator.check.pages import CITED, SENTENCE_ID, rows
from generator.check.phrases import is_cut, leads_on
from generator.check.seeds import folded
from generator.check.views import PERMALINK
from generator.words import _

_NUMBER = re.compile(r" \(\d+\)")  # behind a label that another article has, too
_OF_HTML = """aria-label aria-labelledby checked class content data-at data-day data-from data-kind data-label data-mode
    data-people data-places data-search-exclude data-sources data-to data-toc-label datetime dir hidden
    href http-equiv id lang name role src style tabindex type value"""
_OF_SVG = """cx cy d fill font-size height points preserveaspectratio r rx ry stroke stroke-width text-anchor transform
    viewbox width x x1 x2 xmlns y y1 y2"""
_ATTRIBUTES = frozenset((*_OF_HTML.split(), *_OF_SVG.split()))


def misnamed(built: Built) -> Iterator[str]:
    """Yield links that call an article or an entity otherwise than the data does."""
    plain = leads_on()
    for view in built.pages.values():
        verbatim = 0  # up to where the text is a source's own
        for element in view.elements:
            if "data-at" in element.attributes or SENTENCE_ID.fullmatch(element.attributes.get("id", "")):
                verbatim = max(verbatim, element.end)
            href = element.attributes.get("href")
            ours = element.tag == "a" and href and not href.startswith("#") and element.end > verbatim
            there = built.target(href, view) if ours and href and view.holds(element) else None
            if there is None or there.view is None:
                continue
            label, article = view.shown(element), CITED.fullmatch(there.name)
            entity = built.entities.get(there.name)
            if not label or plain.fullmatch(label) or there.fragment.startswith("h-"):
                continue
            if article and (known := built.articles.get(article["article"])) and not _is_called(label, known, built):
                yield f"{view.path}: {href} is called {label[:60]!r}"
            if entity and label != folded(entity["name"]):
                yield f"{view.path}: {href} is called {label[:60]!r}, not {entity['name'][:60]!r}"


def _is_called(label: str, article: Row, built: Built) -> bool:
    """Tell whether a label is words of an article's title, publisher, house or author, perhaps dated or numbered."""
    bare = _NUMBER.sub("", label)
    title, author, *houses = (folded(article[key]["value"] or "") for key in ("title", "byline", "publisher", "house"))
    houses.append(_("by {name}").format(name=author) if author else "")
    if any(h.removeprefix("www.").startswith(bare.rpartition(", ")[0] or bare) for h in houses if h):
        return True
    if title:
        return bare in title or is_cut(bare, title, 1)
    opening = bare.removeprefix(_("Untitled: {opening}").format(opening="")).removesuffix("…")
    return opening in folded(built.texts[article["id"]]) or opening in article["source"]


def mistabled(built: Built) -> Iterator[str]:
    """Yield rows on the page of an entity for a title that the data doesn't have."""
    for name, entity in built.entities.items():
        titles = {folded(r["title"]) for r in entity["roles"]}
        for view in (built.named[name],) if name in built.named else ():
            told = (view.shown(cells[0]) for cells in rows(view))
            yield from (f"{view.path}: the data has nothing of {one[:60]!r}" for one in told if one not in titles)


def strange(built: Built) -> Iterator[str]:
    """Yield attributes that no page of ours has: what they should mark isn't marked."""
    for view in built.pages.values():
        for element in view.elements if view.path.endswith(".md") and view.title is not None else ():
            known = {*_ATTRIBUTES, "title"} if element.attributes.get("class") == PERMALINK else _ATTRIBUTES
            yield from (f"{view.path}: {n!r} is no attribute of ours" for n in element.attributes if n not in known)
