"""Every link leads somewhere, and what is noted of its target stands there."""

import json
import re
from collections.abc import Iterator

from generator.check.built import Built
from generator.check.pages import stands_at
from generator.check.phrases import is_cut, sentence
from generator.check.seeds import folded
from generator.check.views import Target, View, elements

_PART = re.compile(r'^"(?P<place>[sb]\d{1,6})":(?P<words>".*"),?$', re.MULTILINE)  # "s4":"It rained.",
_INSIDE = 9  # elements that a line of the list can hold
NOTES = "h-evidence"
"""The anchor of the list of what the links of a page lead to."""


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
    numbered = sentence()
    for view in built.pages.values():
        for element in elements(view, "a"):
            said = numbered.fullmatch(view.shown(element))
            there = built.target(element.attributes.get("href", ""), view) if said else None
            if said and there and there.fragment != f"s{said['number']}":
                yield f"{view.path}: {element.attributes['href']}: is called {said[0]}"


def misnoted(built: Built) -> Iterator[str]:
    """Yield lines of the list at a page's end that aren't what is known of what they lead to."""
    for view in built.pages.values():
        begins = view.ids.get(NOTES)
        for number, item in enumerate(view.elements if begins is not None else ()):
            if item.tag != "li" or item.start < (begins or 0):
                continue
            following = view.elements[number + 1 : number + _INSIDE]
            inside = [e for e in following if e.start < item.end and e.end <= item.end]
            link = next((e for e in inside if e.tag == "a"), None)
            there = built.target(link.attributes.get("href", ""), view) if link else None
            if link is None or there is None or there.view is None:
                continue
            if not _is_true(there, view.shown(link), view.part(link.end, item.end), built):
                told = view.shown(item)
                yield f"{view.path}: {link.attributes['href']}: the note {told[:60]!r} isn't what stands there"


def _is_true(there: Target, label: str, words: str, built: Built) -> bool:
    """Tell whether the label or words of a note are the role, meaning or question that its link leads to."""
    entity = built.entities.get(there.name)
    if entity and not there.fragment:
        return any(is_cut(words, folded(r["title"])) for r in entity["roles"])
    if there.fragment in built.questions:
        return label.startswith(built.questions[there.fragment])
    if there.name == "glossary" and there.fragment in built.meanings:
        return is_cut(words, built.meanings[there.fragment])
    return True


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
