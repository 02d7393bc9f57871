"""The pages against the seeds and the data: sentences, removed parts, passages, titles, counts."""

import re
from collections.abc import Iterator, Sequence

from generator.check.built import Built
from generator.check.data import Row
from generator.check.phrases import backing, is_cut, mentions, number_in
from generator.check.seeds import folded
from generator.check.views import Element, View, elements
from generator.words import number

SENTENCE_ID = re.compile(r"s(?P<number>\d{1,6})")
CITED = re.compile(r"articles/(?P<article>[^/]+)")
_AT = re.compile(  # a-title/s20, a-title/s20:5-17, a-title/b3:0-120
    r"""
    (?P<article> [a-z0-9-]{1,100} ) / (?P<kind> [sb] ) (?P<number> \d{1,6} )
    (?: : (?P<start> \d{1,9} ) - (?P<end> \d{1,9} ) )?
    """,
    re.VERBOSE,
)
_MORE = re.compile(r"\+[\d,]+\s*$")  # Reuters +2
LONGEST = 20  # letters in which that stands
_ROW_OF_LINKS = ("li", "td", "p")  # what holds the citations of one line


def not_on_page(built: Built) -> Iterator[str]:
    """Yield sentences and removed parts that don't stand on their article's page, word for word."""
    for article in built.articles.values():
        view = built.named.get(f"articles/{article['id']}")
        if view is None:
            yield f"{article['source']}: no page articles/{article['id']}"
            continue
        text = built.texts[article["id"]]
        spans = {e.attributes["id"]: e for e in elements(view, "span") if "id" in e.attributes}
        shown = {key: view.shown(e) for key, e in spans.items() if SENTENCE_ID.fullmatch(key)}
        wanted = {f"s{n}": folded(text[s:e]) for n, (s, e) in enumerate(built.sentences[article["id"]], 1)}
        for key in sorted(wanted.keys() | shown.keys()):
            if shown.get(key) != wanted.get(key):
                yield f"{view.path}#{key}: {wanted.get(key, '')[:60]!r} isn't there word for word"
        whole = folded(view.text)
        for block in article["blocks"]:
            words = text[block["start"] : block["end"]]
            if block["kind"] == "removed" and folded(words) not in whole:
                yield f"{view.path}: the removed {words[:60]!r} isn't listed"


def not_verbatim(built: Built) -> Iterator[str]:
    """Yield passages that name their place (``data-at``) and aren't what stands there."""
    for view in built.pages.values():
        for element in view.elements:
            key = element.attributes.get("data-at")
            if key is None:
                continue
            words, there = view.shown(element), stands_at(key, built)
            if there is None:
                yield f"{view.path}: {words[:60]!r} names no place that can be read: {key[:60]!r}"
            elif there != words:
                yield f"{view.path}: {words[:60]!r} is said to stand at {key}, where {there[:60]!r} stands"


def stands_at(key: str, built: Built) -> str | None:
    """Return what stands at the place that a ``data-at`` names, folded; None for what is no place."""
    at = _AT.fullmatch(key)
    if at is None or at["article"] not in built.articles:
        return None
    article = at["article"]
    blocks = ((b["start"], b["end"]) for b in built.articles[article]["blocks"])
    spans = built.sentences[article] if at["kind"] == "s" else tuple(blocks)
    number = int(at["number"])
    if not 0 < number <= len(spans):
        return None
    start, end = spans[number - 1]
    if at["start"]:
        start, end = start + int(at["start"]), start + int(at["end"])
    return folded(built.texts[article][start:end])


def headings(built: Built) -> Iterator[str]:
    """Yield pages of articles and entities that are headed otherwise than the data names them, or titled otherwise."""
    for view in built.pages.values():
        entity, article = built.entities.get(view.name), built.articles.get(view.name.removeprefix("articles/"))
        if not entity and not article:
            continue
        name = entity["name"] if entity else article["title"]["value"] if article else None
        told = next((view.shown(e) for e in elements(view, "h1")), "")
        known = folded(str(name or told))
        if not is_cut(told[: len(known)] if view.is_part else told, known):  # 'Ada Byron: what Byron said'
            yield f"{view.path}: the heading {told[:60]!r} isn't the name {known[:60]!r}"
        if view.title is not None and not is_cut(view.title, _plain(told)):
            yield f"{view.path}: the title {view.title[:60]!r} isn't the heading {told[:60]!r}"


def counts(built: Built) -> Iterator[str]:
    """Yield numbers of sources, origins, mentions and words that aren't those of what is counted."""
    told = mentions()
    for view in built.pages.values():
        yield from _miscounted_lines(view, built)
        yield from _miscountedrows(view, built)
        entity = built.entities.get(view.name)
        found = told.search(view.text) if entity else None
        if entity and (found is None or not counted(found, entity, built)):
            yield f"{view.path}: the mentions aren't those of the data"


def counted(found: re.Match[str], entity: Row, built: Built) -> bool:
    """Tell whether the numbers of a match are those of an entity's mentions, sources and origins."""
    found_in = entity["mentions"]
    backed = built.is_backed(
        {m["article"] for m in found_in},
        number_in(found["sources"] or found["alone"]),
        number_in(found["origins"] or "1"),
    )
    return backed and number_in(found["mentions"]) == len(found_in)


def _miscounted_lines(view: View, built: Built) -> Iterator[str]:
    """Look at each ``(3 sources, 2 origins)`` behind the citations that it counts."""
    cited: list[str] = []
    for element in view.elements:
        if element.tag in _ROW_OF_LINKS or element.tag == "strong":
            cited = []
        elif element.tag == "a" and (article := _cited(element, view, built)):
            cited.append(article)
        elif element.attributes.get("class") == "backing" and cited:
            found = backing().fullmatch(view.shown(element))
            more = _MORE.search(view.text[max(0, element.start - LONGEST) : element.start])
            if found is None:
                yield f"{view.path}: {view.shown(element)[:60]!r} counts no sources"
            elif (sources := number_in(found["sources"])) < len(set(cited)) or (
                not more and not built.is_backed(cited, sources, number_in(found["origins"]))
            ):
                yield f"{view.path}: {view.shown(element)!r} stands behind {len(set(cited))} sources"
            cited = []


def _cited(element: Element, view: View, built: Built) -> str | None:
    there = built.target(element.attributes.get("href", ""), view)
    found = CITED.fullmatch(there.view.name) if there and there.view and there.fragment else None
    return found["article"] if found and found["article"] in built.articles else None


def _miscountedrows(view: View, built: Built) -> Iterator[str]:
    """Look at the last cells of the tables of articles (words) and of entities (sources, origins, mentions)."""
    if view.name not in built.indexes:
        return
    links = {e.start: e.attributes.get("href", "") for e in reversed(view.elements) if e.tag == "a"}
    for cells in rows(view):
        there = built.target(links[cells[0].start], view) if cells[0].start in links else None
        if there is None or there.view is None:
            continue
        told = [view.shown(cell) for cell in cells]
        article = built.articles.get(there.view.name.removeprefix("articles/"))
        entity = built.entities.get(there.view.name)
        if article and told[-1] != number(article["words"]):
            yield f"{view.path}: {told[0][:60]!r} has {article['words']:,} words, not {told[-1]}"
        if entity:
            sources, origins, named = (number_in(n) for n in told[-3:])
            articles = {m["article"] for m in entity["mentions"]}
            if named != len(entity["mentions"]) or not built.is_backed(articles, sources, origins):
                yield f"{view.path}: {told[0][:60]!r} has other sources, origins and mentions than {told[-3:]}"


def rows(view: View) -> Iterator[Sequence[Element]]:
    """Yield the cells of each row of the tables of a page, those of headings aside."""
    row: list[Element] = []
    for element in view.elements:
        if element.tag == "tr":
            if row:
                yield row
            row = []
        elif element.tag == "td":
            row.append(element)
    if row:
        yield row


def _plain(text: str) -> str:
    """Return a text as a front matter can hold it: what isn't printable is a space there."""
    return " ".join("".join(c if c.isprintable() else " " for c in text.replace("\ufffd", " ")).split())
