"""Every link leads somewhere, and says of its target what stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.cuts import is_cut
from generator.check.pages import CITED, SENTENCE_ID, counted
from generator.check.seeds import folded
from generator.check.views import PERMALINK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.built import Built
    from generator.check.views import Target, View

_NUMBERED = re.compile(r"sentence (?P<number>\d+)")
_KNOWN_OF = re.compile(  # Chinese President · 5 sources, 5 origins, 47 mentions
    r"(?:(?P<role>.+) · )?(?P<sources>[\d,]+) sources?(?:, (?P<origins>[\d,]+) origins?)?"
    r", (?P<mentions>[\d,]+) mentions?"
)


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


def tooltips(built: Built) -> Iterator[str]:
    """Yield links whose tooltip or number isn't that of the sentence, card, entry or entity that they lead to."""
    for view in built.pages.values():
        for element in view.elements:
            href = element.attributes.get("href")
            there = built.target(href, view) if element.tag == "a" and href else None
            if there is None or there.view is None:
                continue
            title = element.attributes.get("title")
            if (
                title is not None
                and element.attributes.get("class") != PERMALINK
                and not _is_true(folded(title), there, built)
            ):
                yield f"{view.path}: {href}: the tooltip {title[:60]!r} isn't what stands there"
            said = _NUMBERED.fullmatch(view.shown(element))
            if said and there.fragment != f"s{said['number']}":
                yield f"{view.path}: {href}: is called {said[0]}"


def _is_true(title: str, there: Target, built: Built) -> bool:
    """Tell whether a tooltip is what is known of a link's target; of what it isn't made for, nothing is said."""
    entity, article = built.entities.get(there.name), CITED.fullmatch(there.name)
    if article and article["article"] in built.articles:
        return _is_cited(title, article["article"], there.fragment, built)
    if entity and not there.fragment:
        found = _KNOWN_OF.fullmatch(title)
        roles = (folded(r["title"]) for r in entity["roles"])
        role = not found or not found["role"] or any(is_cut(found["role"], one) for one in roles)
        return bool(found and role and counted(found, entity, built))
    if question := built.questions.get(there.fragment):
        parts = title.split(": ")  # what the sign beside a sentence means stands before the question
        return any(is_cut(": ".join(parts[i:]), question) for i in range(len(parts)))
    if there.name == "glossary" and there.fragment in built.meanings:
        return is_cut(title, built.meanings[there.fragment])
    return True


def _is_cited(title: str, article: str, fragment: str, built: Built) -> bool:
    """Tell whether a tooltip begins where a sentence does and goes on to its end, or further, or is cut."""
    found = SENTENCE_ID.fullmatch(fragment)
    text, sentences = built.texts[article], built.sentences[article]
    if found is None or not 0 < int(found["number"]) <= len(sentences):
        return not fragment and title.removesuffix("…") in folded(text)
    start, end = sentences[int(found["number"]) - 1]
    sentence = folded(text[start:end])
    if len(title) <= len(sentence):
        return is_cut(title, sentence)
    return title.startswith(sentence) and folded(text[start:]).startswith(title.removesuffix("…"))
