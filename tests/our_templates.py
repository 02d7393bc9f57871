"""What must hold of pages that are made with the packaged templates: a second opinion on these, and on the data.

A template of one's own may tell less, or more; what must hold of any page is proved by ``briefing check``.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from generator.check.built import Built
from generator.check.data import DATA, Row, load
from generator.check.pages import COUNT, SENTENCE_ID
from generator.check.seeds import folded
from generator.check.views import PERMALINK, Element, Target, View, elements, read_pages
from generator.model import RELATED, Verdict
from generator.settings import load_settings, markdown_extensions
from generator.words import ENGLISH, N_, NN_, _, dated, forms, language, ngettext, number, speaking
from generator.words.reasons import asked, perhaps, told

_REASONS = frozenset(("because", "reasons", "rule"))
"""What the data calls its reasons."""
_LEFT_OUT = " ,;:–—-"  # what may stand between the last word that is shown and the next one
FEWEST = 20  # letters of a beginning: a cut leaves more
_INSIDE = 9  # elements that a line of the list can hold
NOTES = "h-evidence"
"""The anchor of the list of what the links of a page lead to."""
ENTITIES = ("people", "organisations", "places", "named")
"""The tables of entities; ``named`` holds agreements, events and all others."""
_NAMES = ("people", "organisations", "places")
REFERENCES: Mapping[tuple[str, str], str] = {
    ("quotes", "speaker"): "entities",
    **{(table, name): name for table in ("events", "occasions") for name in _NAMES},
    ("events", "leads"): "articles",
    ("events", "occasion"): "occasions",
    **{("occasions", name): name for name in ("events", "articles", "origins")},
    **{("origins", name): to for name, to in (("articles", "articles"), ("beside", "origins"), ("shared", "passages"))},
    ("stories", "articles"): "articles",
    **{("related", name): "articles" for name in ("article", "to")},
    ("topics", "counts"): "articles",
}
"""What a field of a table names records of, by their ids."""
CITED = re.compile(r"articles/(?P<article>[^/]+)")
_FRONT_TITLE = re.compile(r"\A---\n(?:.*\n)*?title: (?P<title>\".*\")\n")
_MORE = re.compile(r"\+[\d,]+\s*$")  # Reuters +2
LONGEST = 20  # letters in which that stands
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_ROW_OF_LINKS = ("li", "td", "p")  # what holds the citations of one line


class Ours(Built):
    """A folder of pages, with what is looked up in the data; its reasons are in the language of the pages."""

    @cached_property
    def entities(self) -> Mapping[str, Row]:
        """Return the entities that have a page, by the name of that page's place: ``people/a-name``."""
        folders = {"person": "people", "organisation": "organisations", "place": "places"}
        folders |= {"agreement": "agreements", "event": "events"}
        every = (e for table in ENTITIES for e in self.data[table] if e["page"] and e["kind"] in folders)
        return {f"{folders[e['kind']]}/{e['id']}": e for e in every}

    @cached_property
    def questions(self) -> Mapping[str, str]:
        """Return what each difference asks, by the anchor of its card; words of a source may stand behind it."""
        return {f"d-{d['id']}": folded(asked(d["kind"], d["question"])[0]) for d in self.data["differences"]}

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """Return what each term means, by its anchor: its first definition, what it is short for, or its kind."""
        short = {t["id"]: t["expansion"]["text"] if t["expansion"] else t["kind"] for t in self.data["terms"]}
        return {f"t-{t['id']}": folded(t["definition"] or short[t["id"]]) for t in self.data["terms"]}

    @cached_property
    def dates(self) -> Mapping[str, Sequence[Row]]:
        """Return the expressions of time of each article."""
        found: dict[str, list[Row]] = {}
        for row in self.data["dates"]:
            found.setdefault(row["evidence"]["article"], []).append(row)
        return found

    @cached_property
    def indexes(self) -> frozenset[str]:
        """Return the pages whose tables list articles or entities."""
        return frozenset(("index", "articles/index", *(f"{name.partition('/')[0]}/index" for name in self.entities)))

    @cached_property
    def strings(self) -> frozenset[str]:
        """Return every text in the data, folded."""
        return frozenset(folded(s) for s in (*_strings(self.data), *_strings(self.changes)))

    @cached_property
    def origin_of(self) -> Mapping[str, Row]:
        """Return the origin of each article."""
        return {id_: o for o in self.data["origins"] for id_ in o["articles"]}


# --- headings and counts ----------------------------------------------------------------------------


def headings(built: Ours) -> Iterator[str]:
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
        title = title_of(built, view)
        if title is not None and not is_cut(title, _plain(told)):
            yield f"{view.path}: the title {title[:60]!r} isn't the heading {told[:60]!r}"


def counts(built: Ours) -> Iterator[str]:
    """Yield numbers of sources, origins, mentions and words that aren't those of what is counted."""
    told = mentions()
    for view in built.pages.values():
        yield from _miscounted_lines(view, built)
        yield from _miscountedrows(view, built)
        entity = built.entities.get(view.name)
        found = told.search(view.text) if entity else None
        if entity and (found is None or not counted(found, entity, built)):
            yield f"{view.path}: the mentions aren't those of the data"


def counted(found: re.Match[str], entity: Row, built: Ours) -> bool:
    """Tell whether the numbers of a match are those of an entity's mentions, sources and origins."""
    found_in = entity["mentions"]
    backed = is_backed(
        built,
        {m["article"] for m in found_in},
        number_in(found["sources"] or found["alone"]),
        number_in(found["origins"] or "1"),
    )
    return backed and number_in(found["mentions"]) == len(found_in)


def _miscounted_lines(view: View, built: Ours) -> Iterator[str]:
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
                not more and not is_backed(built, cited, sources, number_in(found["origins"]))
            ):
                yield f"{view.path}: {view.shown(element)!r} stands behind {len(set(cited))} sources"
            cited = []


def _cited(element: Element, view: View, built: Ours) -> str | None:
    there = built.target(element.attributes.get("href", ""), view)
    found = CITED.fullmatch(there.view.name) if there and there.view and there.fragment else None
    return found["article"] if found and found["article"] in built.articles else None


def _miscountedrows(view: View, built: Ours) -> Iterator[str]:
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
            if named != len(entity["mentions"]) or not is_backed(built, articles, sources, origins):
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


def title_of(built: Ours, view: View) -> str | None:
    """Return the title in the front matter of a page that we made of Markdown."""
    path = built.folder / view.path
    found = _FRONT_TITLE.match(path.read_text(encoding="utf-8-sig")) if path.suffix == ".md" else None
    return unescape(json.loads(found["title"])) if found else None


def holds(view: View, element: Element) -> bool:
    """Tell whether an element is of the page itself, and not of what a builder puts around each page."""
    return view.path.endswith(".md") or any(name.partition(".")[0] == "article" for name in element.around)


def parts_of(view: View) -> Mapping[str, tuple[int, int]]:
    """Return what each id names, as a part of the text: its list item or row, or what is below its heading."""
    found: dict[str, tuple[int, int]] = {}
    headed: list[tuple[int, str, int]] = []  # level, id and start of the headings that hold what follows
    item = (0, 0)
    for element in view.elements:
        id_, level = element.attributes.get("id"), _LEVELS.get(element.tag)
        if level:
            while headed and headed[-1][0] >= level:
                _, closed, start = headed.pop()
                found.setdefault(closed, (start, element.start))
            headed.append((level, id_ or "", element.start))
        elif element.tag in ("li", "tr"):
            item = (element.start, element.end)
        elif id_ and element.end <= item[1]:
            found.setdefault(id_, item)
    return found | {id_: (start, len(view.text)) for _, id_, start in headed}


# --- how pages say things ---------------------------------------------------------------------------

_MARKS = re.compile(r"[.,\u202f\xa0]")


def number_in(text: str) -> int:
    """Return a number, whatever parts its thousands; -1, which counts nothing, where an altered page has none."""
    digits = _MARKS.sub("", text)
    return int(digits) if digits.isdecimal() else -1


def counting(name: str, what: tuple[str, str]) -> str:
    """Return the pattern of a number, in a group, and what it counts."""
    nouns = "|".join(re.escape(form.replace("{n}", "").strip()) for form in forms(*what))
    return rf"(?P<{name}>{COUNT}) (?:{nouns})"


def backing() -> re.Pattern[str]:
    """Return what is looked for: ``(3 sources, 2 origins)``."""
    sources, origins = _parts()
    words = _("{sources}, {origins}").replace("{sources}", sources).replace("{origins}", origins)
    return re.compile(rf"\({words}\)")


def mentions() -> re.Pattern[str]:
    """Return what is looked for: ``47 mentions in 5 sources, 5 origins.``."""
    alone, (sources, origins) = counting("alone", NN_("{n} source", "{n} sources")), _parts()
    return re.compile(
        rf"{counting('mentions', NN_('{n} mention', '{n} mentions'))} in (?:{sources}, {origins}|{alone})\."
    )


def _parts() -> tuple[str, str]:
    return counting("sources", NN_("{n} source", "{n} sources")), counting("origins", NN_("{n} origin", "{n} origins"))


def leads_on() -> re.Pattern[str]:
    """Return what a link is called that leads on from a line that names its target."""
    numbered = (re.escape(_(words)).replace(r"\{n\}", COUNT) for words in ("sentence {n}", "line {n}"))
    named = (re.escape(words) for words in (_("where"), _("All of it"), _("here"), _("its page")))
    return re.compile("|".join((r"\d+", *numbered, *named)))


def totals(built: Ours) -> Iterator[str]:
    """Yield how the page "About" counts what was found."""
    data, articles = built.data, built.data["articles"]
    sentences = sum(len(s) for s in built.sentences.values())
    words = sum(a["words"] for a in articles)
    yield _("{a} articles with {w} words in {s} sentences", a=len(articles), w=words, s=sentences)
    counts = {
        N_("People, organisations and places with a page"): len(built.entities),
        N_("Expressions of time"): len(data["dates"]),
        N_("could not be placed on the calendar"): sum(
            d["kind"] == "date" and d["value"] is None for d in data["dates"]
        ),
        N_("Events"): len(data["events"]),
        N_("Quotations and reported statements"): len(data["quotes"]),
        N_("Figures"): len(data["figures"]),
        N_("Glossary entries"): len(data["terms"]),
        N_("Differences between sources"): len(data["differences"]),
        N_("Parts removed from the articles"): len(data["removed"]),
    }
    yield from (f"{_(what)} {number(count)}" for what, count in counts.items())


# --- the list at a page's end of what its links lead to ----------------------------------------------


def misnoted(built: Ours) -> Iterator[str]:
    """Yield lines of the list at a page's end that aren't what is known of what they lead to."""
    for view in built.pages.values():
        begins = view.ids.get(NOTES)
        for n, item in enumerate(view.elements if begins is not None else ()):
            if item.tag != "li" or item.start < (begins or 0):
                continue
            following = view.elements[n + 1 : n + _INSIDE]
            inside = [e for e in following if e.start < item.end and e.end <= item.end]
            link = next((e for e in inside if e.tag == "a"), None)
            there = built.target(link.attributes.get("href", ""), view) if link else None
            if link is None or there is None or there.view is None:
                continue
            if not _is_true(there, view.shown(link), view.part(link.end, item.end), built):
                told = view.shown(item)
                yield f"{view.path}: {link.attributes['href']}: the note {told[:60]!r} isn't what stands there"


def _is_true(there: Target, label: str, words: str, built: Ours) -> bool:
    """Tell whether the label or words of a note are the role, meaning or question that its link leads to."""
    entity = built.entities.get(there.name)
    if entity and not there.fragment:
        return any(is_cut(words, folded(r["title"])) for r in entity["roles"])
    if there.fragment in built.questions:
        return label.startswith(built.questions[there.fragment])
    if there.name == "glossary" and there.fragment in built.meanings:
        return is_cut(words, built.meanings[there.fragment])
    return True


def is_cut(shown: str, whole: str, fewest: int = FEWEST) -> bool:
    """Tell whether ``shown`` is ``whole``, or its beginning up to the end of a word with ``…`` behind it.

    Both are folded; ``fewest`` letters must be left.
    """
    if shown == whole:
        return True
    begun = shown.removesuffix("…")
    if begun == shown or len(begun) < fewest or not whole.startswith(begun):
        return False
    following = whole[len(begun) : len(begun) + 1]
    return not following or following in _LEFT_OUT or begun[-1:] in _LEFT_OUT or " " not in begun


# --- what is looked up in the data ------------------------------------------------------------------


def backed_by(built: Ours, articles: Iterable[str]) -> tuple[int, int]:
    """Return how many articles there are among some, and how many of them can be independent.

    Those with the fewest others beside them are taken first; no two of one origin, beside each other, of one house.
    """
    sources = sorted((len(built.origin_of[s]["beside"]), s) for s in built.origin_of.keys() & set(articles))
    origins: set[str] = set()
    houses: set[str] = set()
    for _beside, id_ in sources:
        origin, house = built.origin_of[id_], built.articles[id_]["house"]["value"]
        if not origins & {origin["id"], *origin["beside"]} and (house is None or house.casefold() not in houses):
            origins.add(origin["id"])
            houses.add((house or "").casefold())
    return len(sources), len(origins)


def is_backed(built: Ours, articles: Collection[str], sources: int, origins: int) -> bool:
    """Tell whether articles are so many sources, and can be so many origins; fewer where some say no more."""
    known, most = backed_by(built, articles)
    return sources == known and min(1, most) <= origins <= most


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


# --- what pages call articles and entities, and no markup that isn't ours ---------------------------

_NUMBER = re.compile(r" \(\d+\)")  # behind a label that another article has, too
_OF_HTML = """aria-label aria-labelledby checked class content data-at data-day data-for data-from data-kind data-label
    data-mode data-people data-places data-search-exclude data-sources data-to data-toc-label datetime dir hidden
    href http-equiv id lang name role src style tabindex type value"""
_OF_SVG = """cx cy d fill font-size height points preserveaspectratio r rx ry stroke stroke-width text-anchor transform
    viewbox width x x1 x2 xmlns y y1 y2"""
_ATTRIBUTES = frozenset((*_OF_HTML.split(), *_OF_SVG.split()))


def misnamed(built: Ours) -> Iterator[str]:
    """Yield links that call an article or an entity otherwise than the data does."""
    plain = leads_on()
    for view in built.pages.values():
        verbatim = 0  # up to where the text is a source's own
        for element in view.elements:
            if "data-at" in element.attributes or SENTENCE_ID.fullmatch(element.attributes.get("id", "")):
                verbatim = max(verbatim, element.end)
            href = element.attributes.get("href")
            ours = element.tag == "a" and href and not href.startswith("#") and element.end > verbatim
            there = built.target(href, view) if ours and href and holds(view, element) else None
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


def _is_called(label: str, article: Row, built: Ours) -> bool:
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


def mistabled(built: Ours) -> Iterator[str]:
    """Yield rows on the page of an entity for a title that the data doesn't have."""
    for name, entity in built.entities.items():
        titles = {folded(r["title"]) for r in entity["roles"]}
        for view in (built.named[name],) if name in built.named else ():
            told = (view.shown(cells[0]) for cells in rows(view))
            yield from (f"{view.path}: the data has nothing of {one[:60]!r}" for one in told if one not in titles)


def strange(built: Ours) -> Iterator[str]:
    """Yield attributes that no page of ours has: what they should mark isn't marked."""
    for view in built.pages.values():
        for element in view.elements if view.path.endswith(".md") and title_of(built, view) is not None else ():
            known = {*_ATTRIBUTES, "title"} if element.attributes.get("class") == PERMALINK else _ATTRIBUTES
            yield from (f"{view.path}: {n!r} is no attribute of ours" for n in element.attributes if n not in known)


# --- the dates: each stands in the data, is told in the same words everywhere, and has its reason ---

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


def misdated(built: Ours) -> Iterator[str]:
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
    reasons = {id_: view.part(*where) for id_, where in parts_of(view).items() if id_.startswith(_REASON)}
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


def _misread(view: View, shown: _Shown, how: re.Match[str] | None, built: Ours) -> Iterator[str]:
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


def _known(built: Ours) -> frozenset[str]:
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


# --- every record of the data stands on its page ----------------------------------------------------

_DATED = re.compile(r"(?:\.\./)?\d{4}-\d\d.*", re.DOTALL)  # an answer that is a date is told in words
REASONS = 1  # for which a related article is named on a page; the data has all
SHELVES = ("timeline", "differences", "glossary", "quotes")
"""The pages on which a record has a place of its own."""
LONG, KEPT = 1000, 250  # letters: of a text with more, signs by the thousand may be cut, but never so much


class Record(NamedTuple):
    """What must stand on a page: the record's name, its anchor there (or none), and its words."""

    name: str
    page: str
    anchor: str
    words: tuple[str | None, ...]


def untold(built: Ours) -> Iterator[str]:
    """Yield what the data says of a record and no page does where the record stands."""
    shelves: dict[str, list[View]] = {}  # differences are on several pages
    for name, view in built.named.items():
        shelves.setdefault(name.partition("/")[0], []).append(view)
    parts = {page: [(view, parts_of(view)) for view in shelves.get(page, ())] for page in SHELVES}
    for record in (*_anchored(built.data), *_of_pages(built)):
        if record.anchor:
            places = [v.exact(*found[record.anchor]) for v, found in parts[record.page] if record.anchor in found]
        else:
            places = [v.exact(0, len(v.text)) for v in [built.named.get(record.page)] if v]
        if not places:
            yield f"{record.name} stands on no page: {record.page}#{record.anchor}"
        for shown in places:
            yield from (
                f"{record.page}{'#' * bool(record.anchor)}{record.anchor}: {words[:60]!r} of {record.name} isn't there"
                for words in map(folded, filter(None, record.words))
                if not _stands(words, shown) and not (len(words) > LONG and words[:KEPT] in shown)
            )


def _stands(words: str, shown: str) -> bool:
    """Tell whether a text has some words, and a number at their end whole: 11 doesn't stand in 111."""
    found = shown.find(words)
    while found >= 0 and words[-1:].isdigit() and shown[found + len(words) :][:1].isdigit():
        found = shown.find(words, found + 1)
    return found >= 0


def _anchored(data: Row) -> Iterator[Record]:
    days = Counter(e["date"] for e in data["events"] if e["mode"] == "happened")
    for event in data["events"]:
        alone = event["mode"] != "happened" or days[event["date"]] == 1  # else it may stand beside another of its day
        words = (event["headline"] if alone else None, *_readings(event))
        yield Record(f"the event {event['id']}", "timeline", f"e-{event['id']}", words)
    for one in data["differences"]:
        reasons = (r["because"] for r in one["readings"])
        decided = one["decision"] or {}
        question = asked(one["kind"], one["question"])[0]
        words = (question, one["because"], told(Verdict[one["verdict"].upper()].row.mark), *_readings(one), *reasons)
        held = (decided.get(key) for key in ("holds", "because", "by"))
        yield Record(f"the difference {one['id']}", "differences", f"d-{one['id']}", (*words, *held))
    for term in data["terms"]:
        meanings = (text for d in term["definitions"] for text in (d["text"], d["because"]))
        short = term["expansion"]["text"] if term["expansion"] else None
        uses = ngettext("{n} use", "{n} uses", len(term["uses"]))
        words = (term["term"], term["kind"], short, uses, *meanings)
        yield Record(f"the term {term['id']}", "glossary", f"t-{term['id']}", words)
    for quote in data["quotes"]:
        if quote["group"]:
            yield Record(
                f"the quotation {quote['group']}", "quotes", f"q-{quote['group']}", (quote["text"].removesuffix(","),)
            )


def _readings(record: Row) -> Iterator[str]:
    """Yield the answers of a record as they are told; of a date only one that has a plain wording."""
    for reading in record["readings"]:
        plain = PLAIN.fullmatch(reading["value"])
        if plain and plain["month"]:  # a bare year is as well a number
            yield in_words(plain)
        elif not _DATED.fullmatch(reading["value"]):
            yield perhaps(reading["value"])


def _of_pages(built: Ours) -> Iterator[Record]:
    data = built.data
    for name, entity in built.entities.items():
        aliases = (words for a in entity["aliases"][1:] for words in (a["text"], a["because"]))
        titles = {r["title"].casefold(): r["title"] for r in reversed(entity["roles"])}.values()
        yield Record(f"{entity['name'][:60]!r}", name, "", (entity["name"], entity["because"], *titles, *aliases))
    related: dict[str, list[str]] = {}
    for one in data["related"]:
        if one["rank"] <= RELATED:
            related.setdefault(one["article"], []).extend(one["reasons"][:REASONS])
    names = ("title", "publisher", "byline", "dateline", "kind", "url", "published", "language")
    for id_, article in built.articles.items():
        fields = [article[name] for name in names]
        stated = (f["value"] for f in fields[:-2])
        rules = (b["rule"] for b in article["blocks"] if b["kind"] == "removed")
        words = ngettext("{n} word", "{n} words", article["words"])
        because = (f["because"] for f in fields)
        text = (article["source"], words, *stated, *because, *rules, *related.get(id_, ()))
        yield Record(article["source"], f"articles/{id_}", "", text)
    for origin in data["origins"]:
        name, told_of = f"the origin {origin['id']}", (origin["because"],)
        yield from (Record(name, f"articles/{id_}", "", told_of) for id_ in origin["articles"])
    yield Record("the number of what was found", "about", "", tuple(totals(built)))


# --- what the data refers to -----------------------------------------------------------------------


def lost(built: Ours) -> Iterator[str]:
    """Yield ids that two records of a table share, and references to records that aren't there."""
    told = ("stories", "occasions", "events", "terms", "origins", "differences")
    tables = {name: built.data[name] for name in ("articles", *ENTITIES, *told)}
    for name, rows in tables.items():
        ids = Counter(row["id"] for row in rows)
        yield from (f"briefing.json.{name}: {n} have the id {id_!r}" for id_, n in ids.items() if n > 1)
    known = {name: {row["id"] for row in rows} for name, rows in tables.items()}
    known["passages"] = {passage["id"] for passage in built.data["passages"]}
    known["entities"] = set[str]().union(*(known[name] for name in ENTITIES))
    for where, id_, there in _references(built.data, known):
        if id_ not in there:
            yield f"briefing.json.{where}: there is no {id_[:60]!r}"


def _references(data: Row, known: Mapping[str, set[str]]) -> Iterator[tuple[str, str, set[str]]]:
    """Yield where a record names another one, by its id, and the ids that there are."""
    for (table, field), to in REFERENCES.items():
        for i, row in enumerate(data[table]):
            named = row[field] or ()
            yield from (
                (f"{table}[{i}].{field}", id_, known[to]) for id_ in ([named] if isinstance(named, str) else named)
            )
    for name in ENTITIES:
        for i, entity in enumerate(data[name]):
            named = (id_ for alias in entity["aliases"] for id_ in alias["articles"])
            yield from ((f"{name}[{i}].aliases", id_, known["articles"]) for id_ in named)


OURS: tuple[Callable[[Ours], Iterator[str]], ...] = (
    lost,
    headings,
    misnoted,
    misnamed,
    mistabled,
    strange,
    misdated,
    counts,
    untold,
)
"""What must hold, each by itself."""


def _told(node: Any) -> Any:  # noqa: ANN401 - JSON
    """Return data with its reasons in the language of the pages."""
    if isinstance(node, dict):
        return {k: _reason(v) if k in _REASONS else _told(v) for k, v in node.items()}
    return [_told(one) for one in node] if isinstance(node, list) else node


def _reason(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, list):
        return [_reason(one) for one in value]
    return told(value) if isinstance(value, str) and value else value


def failures(folder: Path, root: Path, pages: Mapping[str, View] | None = None) -> tuple[str, ...]:
    """Return what doesn't hold of a ``docs/`` folder or a built site."""
    seen = pages or read_pages(folder, markdown_extensions(root))
    with speaking(load_settings(root).language):
        data = _told(load(folder, DATA))
        for term in data["terms"]:
            term["kind"] = told(term["kind"])
        built = Ours(folder, root, data, load(folder, "data/changes.json"), seen)
        return tuple(failure for proof in OURS for failure in proof(built))
