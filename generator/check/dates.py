"""The dates on pages: each stands in the data, is told in the same words everywhere, and has its reason there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.check.built import Built
from generator.check.pages import SENTENCE_ID
from generator.check.seeds import folded
from generator.check.views import Element, View
from generator.words import ENGLISH, _, language
from generator.words.dates import dated
from generator.words.reasons import told

_MONTHS = ("January", "February", "March", "April", "May", "June", "July")
_MORE_MONTHS = ("August", "September", "October", "November", "December")
MONTHS = (*_MONTHS, *_MORE_MONTHS)
# 2025, 2025-04, 2025-04-14
PLAIN = re.compile(r"(?P<year>[1-9]\d{3})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?")
_REASON = "why-"  # how the anchors of reasons begin
_NOTHING = Element("", {}, 0, 0, ())  # behind the last element of a page


@dataclass(frozen=True, slots=True)
class _Shown:
    """A date on a page, or a reason without one: its EDTF value, its words, why it is so, the sentence around it."""

    value: str | None
    words: str
    because: str | None
    sentence: int | None


def misdated(built: Built) -> Iterator[str]:
    """Yield dates on pages that aren't in the data, or whose words or reason aren't those of the data."""
    known, worked_out = _known(built), _worked_out()
    wordings: dict[str, set[str]] = defaultdict(set)
    for view in built.pages.values():
        for shown in _shown(view):
            if shown.sentence is not None:
                how = worked_out.fullmatch(shown.because or "")
                if how and shown.value:
                    wordings[shown.value].add(how["words"])
                yield from _misread(view, shown, how, built)
                continue
            if shown.because is not None and shown.because not in built.strings:
                yield f"{view.path}: the reason {shown.because[:60]!r} is not in the data"
            if shown.value is not None:
                wordings[shown.value].add(shown.words)
                if shown.value not in known:
                    yield f"{view.path}: the date {shown.value!r} is not in the data"
    yield from _differently_worded(wordings)


def _worked_out() -> re.Pattern[str]:
    """Return what is looked for: ``14 April 2025: worked out, counted from …``, ``3 May: supplied by the desk``."""
    how = re.escape(_("worked out, {because}")).replace(r"\{because\}", "(?P<because>.*)")
    by = re.escape(told("supplied by {name}")).replace(r"\{name\}", ".*")
    return re.compile(rf"(?P<words>.+?): (?:{how}|{re.escape(_('worked out'))}|(?P<by>{by}))")


def _shown(view: View) -> Iterator[_Shown]:
    """Yield the dates and the reasons of a page, those apart that tell the day of the build."""
    reasons = {id_: view.part(*where) for id_, where in view.parts().items() if id_.startswith(_REASON)}
    sentence, number, linked = 0, 0, 0  # where the sentence and the last reason's link end, and the sentence's number
    for element, after in pairwise((*view.elements, _NOTHING)):
        found = SENTENCE_ID.fullmatch(element.attributes.get("id", ""))
        if found:
            sentence, number = element.end, int(found["number"])
        within = number if element.end <= sentence else None
        because = reasons.get(element.attributes.get("href", "").rpartition("#")[2]) if element.tag == "a" else None
        if because is not None:
            linked = element.end
            value = after.attributes.get("datetime") if after.tag == "time" and after.end <= linked else None
            yield _Shown(value, view.shown(element), because, within)
        as_of = view.name == "index" and element.around[-1:] == ("small",)  # the day of the build
        if element.tag == "time" and element.end > linked and not as_of:
            yield _Shown(element.attributes.get("datetime"), view.shown(element), None, within)


def _misread(view: View, shown: _Shown, how: re.Match[str] | None, built: Built) -> Iterator[str]:
    """Look at a date inside a sentence of an article: the same words with the same value and reason are in the data."""
    article = view.name.removeprefix("articles/")
    number = shown.sentence or 0
    if article not in built.articles or not 0 < number <= len(built.sentences[article]):
        return
    start, end = built.sentences[article][number - 1]
    dates = (
        d
        for d in built.dates.get(article, ())
        if start <= d["evidence"]["start"] < end
        and folded(d["text"]) == shown.words
        and shown.value in (None, d["value"])
    )
    because = {folded(d["because"]) if d["basis"] in ("relative", "computed", "supplied") else None for d in dates}
    if ((how["because"] or how["by"] or "") if how else None) not in because:
        yield f"{view.path}#s{number}: the date of {shown.words!r} is not that of the data"


def _differently_worded(wordings: Mapping[str, set[str]]) -> Iterator[str]:
    for value, words in sorted(wordings.items()):
        plain = PLAIN.fullmatch(value)
        if plain and words != {in_words(plain)}:
            yield f"the date {value} is shown as {', '.join(sorted(words))}"
        elif len(words) > 1:
            yield f"the date {value} is shown in different words: {', '.join(sorted(words))}"


def in_words(plain: re.Match[str]) -> str:
    """Return a day, month or year as the pages write it."""
    if language() != ENGLISH:
        return dated(plain[0])
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
        *(a[key]["value"] or "" for a in data["articles"] for key in ("published", "written")),
        *(fact["value"] for fact in facts),
        *decided,
        *(a["on"] for a in data["aside"] if a["on"]),
    )
    return frozenset(values)
