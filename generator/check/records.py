"""Every record of the data stands on its page, in its words and with what it cites."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.check.built import Built
from generator.check.data import Row
from generator.check.dates import PLAIN, in_words
from generator.check.phrases import totals
from generator.check.seeds import folded
from generator.check.views import View
from generator.model import RELATED, Verdict
from generator.words import ngettext
from generator.words.reasons import asked, perhaps, told

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


def untold(built: Built) -> Iterator[str]:
    """Yield what the data says of a record and no page does where the record stands."""
    shelves: dict[str, list[View]] = {}  # differences are on several pages
    for name, view in built.named.items():
        shelves.setdefault(name.partition("/")[0], []).append(view)
    parts = {page: [(view, view.parts()) for view in shelves.get(page, ())] for page in SHELVES}
    for record in (*_anchored(built.told), *_of_pages(built)):
        if record.anchor:
            places = [v.part(*found[record.anchor]) for v, found in parts[record.page] if record.anchor in found]
        else:
            places = [folded(built.named[record.page].text)] if record.page in built.named else []
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
    for event in data["events"]:
        yield Record(f"the event {event['id']}", "timeline", f"e-{event['id']}", (event["headline"], *_readings(event)))
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


def _of_pages(built: Built) -> Iterator[Record]:
    data = built.told
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
    sums = (words for c in data["checks"] for words in (c["formula"], c["because"]))
    yield Record("a sum", "differences", "", tuple(sums))
    yield Record("the number of what was found", "about", "", tuple(totals(built)))
