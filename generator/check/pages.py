"""The pages against the seeds and the data: sentences, removed parts, passages."""

import json
import re
from collections.abc import Iterator

from generator.check.built import Built
from generator.check.seeds import folded
from generator.check.views import View, elements
from generator.words import _

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


_PART = re.compile(r'^"(?P<place>[sb]\d{1,6})":(?P<words>".*"),?$', re.MULTILINE)  # "s4":"It rained.",
COUNT = r"\d[\d.,\u202f\xa0]*"  # 1,234


def dead_links(built: Built) -> Iterator[str]:
    """Yield internal links, and fragments, that lead nowhere."""
    for view in built.pages.values():
        for element in view.elements:
            for link in (element.attributes.get("href"), element.attributes.get("src")):
                yield from _dead(link, view, built) if link else ()


def _dead(link: str, view: View, built: Built) -> Iterator[str]:
    there = built.target(link, view)
    if there is None:
        return
    if there.view is None:
        if there.path.startswith("..") or not (built.folder / there.path).exists():
            yield f"{view.path}: the link to {link} leads nowhere"
    elif there.fragment and there.fragment not in there.view.ids and not there.fragment.startswith("__"):
        yield f"{view.path}: {link}: the page has no {there.fragment!r}"


def misnumbered(built: Built) -> Iterator[str]:
    """Yield links that are called by the number of another sentence than that to which they lead."""
    numbered = re.compile(re.escape(_("sentence {n}")).replace(r"\{n\}", rf"(?P<number>{COUNT})"))
    for view in built.pages.values():
        for element in elements(view, "a"):
            said = numbered.fullmatch(view.shown(element))
            there = built.target(element.attributes.get("href", ""), view) if said else None
            if said and there and there.fragment != f"s{said['number']}":
                yield f"{view.path}: {element.attributes['href']}: is called {said[0]}"


def other_sentences(built: Built) -> Iterator[str]:
    """Yield files of sentences that are missing, and what stands in them and not at its place in the article."""
    for id_, spans in built.sentences.items():
        path = f"data/sentences/{id_}.js"
        text = (built.folder / path).read_text(encoding="utf-8") if (built.folder / path).is_file() else ""
        lines = {m["place"]: m["words"] for m in _PART.finditer(text)}
        if text.partition("=")[0] != f"window.briefing.sentences[{json.dumps(id_, ensure_ascii=False)}]":
            yield f"{path}: isn't the script that tells the sentences of {id_}"
        if sum(place.startswith("s") for place in lines) != len(spans):
            yield f"{path}: there are {len(spans)} sentences in the article"
        for place, words in lines.items():
            told = folded(json.loads(words))
            if told != stands_at(f"{id_}/{place}", built):
                yield f"{path}: {place}: {told[:60]!r} doesn't stand there"
