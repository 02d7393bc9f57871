"""The dates on pages: each stands in the data, is told in the same words everywhere, and has its reason there."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.check.pages import SENTENCE_ID
from generator.check.seeds import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.check.built import Built
    from generator.check.views import Element, View

_MONTHS = ("January", "February", "March", "April", "May", "June", "July")
_MORE_MONTHS = ("August", "September", "October", "November", "December")
MONTHS = (*_MONTHS, *_MORE_MONTHS)
PLAIN = re.compile(
    r"(?P<year>[1-9]\d{3})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?"
)  # 2025, 2025-04, 2025-04-14
_TIME = re.compile(
    r"(?P<words>.+?): (?P<basis>stated|relative|computed)(?: \((?P<because>.*)\))?"
)  # of a date in a text
_NO_REASON = "no date is given"


def misdated(built: Built) -> Iterator[str]:
    """Yield dates on pages that aren't in the data, or whose words or reason aren't those of the data."""
    known = _known(built)
    wordings: dict[str, set[str]] = defaultdict(set)
    for view in built.pages.values():
        sentence: Element | None = None
        for element in view.elements:
            if SENTENCE_ID.fullmatch(element.attributes.get("id", "")):
                sentence = element
            value, title = element.attributes.get("datetime"), element.attributes.get("title")
            if element.tag == "span" and element.attributes.get("class") == "undated":
                if folded(title or "") not in built.strings | {_NO_REASON}:
                    yield f"{view.path}: the reason {title!r} is not in the data"
            elif (
                sentence
                and element.end <= sentence.end
                and title
                and (value or element.attributes.get("class") == "date")
            ):
                yield from _misread(view, sentence, element, built)
                words = _TIME.fullmatch(folded(title))
                wordings[value or ""] |= {words["words"]} if words and value else set()
            elif element.tag == "time" and value is not None:
                wordings[value].add(view.shown(element))
                as_of = view.name == "index" and element.around[-1:] == ("small",)  # the day of the build
                if value not in known and not as_of:
                    yield f"{view.path}: the date {value!r} is not in the data"
                if title is not None and folded(title) not in built.strings:
                    yield f"{view.path}: the reason {title[:60]!r} is not in the data"
    yield from _differently_worded(wordings)


def _misread(view: View, sentence: Element, element: Element, built: Built) -> Iterator[str]:
    """Look at a date inside a sentence of an article: the same words with the same value and reason are in the data."""
    article = view.name.removeprefix("articles/")
    number = int(sentence.attributes["id"].removeprefix("s"))
    told = _TIME.fullmatch(folded(element.attributes["title"]))
    value = element.attributes.get("datetime")
    words = view.shown(element)
    if article not in built.articles or not 0 < number <= len(built.sentences[article]):
        return
    start, end = built.sentences[article][number - 1]
    dates = (
        d
        for d in built.dates.get(article, ())
        if start <= d["evidence"]["start"] < end and folded(d["text"]) == words and value in (None, d["value"])
    )
    if not told or all((d["basis"], folded(d["because"])) != (told["basis"], told["because"] or "") for d in dates):
        yield f"{view.path}#s{number}: the date of {words!r} is not that of the data"


def _differently_worded(wordings: Mapping[str, set[str]]) -> Iterator[str]:
    for value, words in sorted(wordings.items()):
        plain = PLAIN.fullmatch(value)
        if plain and words != {in_words(plain)}:
            yield f"the date {value} is shown as {', '.join(sorted(words))}"
        elif len(words) > 1:
            yield f"the date {value} is shown in different words: {', '.join(sorted(words))}"


def in_words(plain: re.Match[str]) -> str:
    """Return a day, month or year as people write it: ``14 April 2025``."""
    day = f"{int(plain['day'])} " if plain["day"] else ""
    month = f"{MONTHS[int(plain['month']) - 1]} " if plain["month"] else ""
    return f"{day}{month}{plain['year']}"


def _known(built: Built) -> frozenset[str]:
    """Return every date that a page may show: what is dated, and what was before."""
    data, changes = built.data, built.changes["changes"]
    facts = (fact for change in changes for fact in (change["fact"], change["before"]) if fact)
    decided = (d["decision"]["on"] for d in data["differences"] if d["decision"])
    values = (
        *(row[key] for row in (*data["dates"], *data["events"]) for key in ("value", "date") if row.get(key)),
        *(r["value"] for e in (*data["events"], *data["differences"]) for r in e["readings"]),
        *(a["published"]["value"] or "" for a in data["articles"]),
        *(fact["value"] for fact in facts),
        *decided,
    )
    return frozenset(values)
