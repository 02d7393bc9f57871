"""Every link leads somewhere, and what is noted of its target stands there."""

import json
import re
from collections.abc import Iterator

from generator.check.built import Built
from generator.check.pages import stands_at
from generator.check.seeds import folded
from generator.check.views import View, elements
from generator.words import _

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
