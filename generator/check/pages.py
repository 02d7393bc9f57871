"""The pages against the seeds and the data: sentences, removed parts, passages."""

import re
from collections.abc import Iterator

from generator.check.built import Built
from generator.check.seeds import folded
from generator.check.views import elements

SENTENCE_ID = re.compile(r"s(?P<number>\d{1,6})")
_AT = re.compile(  # a-title/s20, a-title/s20:5-17, a-title/b3:0-120; on the article's own page s20
    r"""
    (?: (?P<article> [a-z0-9-]{1,100} ) / )? (?P<kind> [sb] ) (?P<number> \d{1,6} )
    (?: : (?P<start> \d{1,9} ) - (?P<end> \d{1,9} ) )?
    """,
    re.VERBOSE,
)


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
            words, there = (
                view.exact(element.start, element.end),
                stands_at(key, built, view.name.removeprefix("articles/")),
            )
            if there is None:
                yield f"{view.path}: {words[:60]!r} names no place that can be read: {key[:60]!r}"
            elif there != words:
                yield f"{view.path}: {words[:60]!r} is said to stand at {key}, where {there[:60]!r} stands"


def stands_at(key: str, built: Built, own: str = "") -> str | None:
    """Return what stands at the place that a ``data-at`` names, or that stands in one's ``own`` article, folded.

    None for what is no place.
    """
    at = _AT.fullmatch(key)
    article = (at["article"] or own) if at else ""
    if at is None or article not in built.articles:
        return None
    blocks = ((b["start"], b["end"]) for b in built.articles[article]["blocks"])
    spans = built.sentences[article] if at["kind"] == "s" else tuple(blocks)
    number = int(at["number"])
    if not 0 < number <= len(spans):
        return None
    start, end = spans[number - 1]
    if at["start"]:
        start, end = start + int(at["start"]), start + int(at["end"])
    return folded(built.texts[article][start:end])
