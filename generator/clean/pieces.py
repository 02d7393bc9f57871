"""A masthead line ──▶ its pieces: byline, date, publisher, genre, section, address."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from generator.clean.nameplate import NAME_WORDS, is_outlet, is_publisher, nameplate, tells
from generator.clean.notices import bare
from generator.lexicons import compiled, listed, mapping, words, wordset
from generator.text.openings import is_place as is_known
from generator.text.pubdate import PubDate, find_dates
from generator.text.words import LEXICON

_BYLINE = compiled("byline")
CREW = compiled("crew", re.IGNORECASE)
_TITLE = compiled("title-of-author", re.IGNORECASE)
_POST = compiled("behind-names", re.IGNORECASE)
_PERSON = compiled("one-or-two")
_OFFICE = compiled("office-of-somebody")
_PLACE = compiled("town-and-country")
_EDGE = " \t\u00a0,;:|·•–—-()[]"


def byline_of(text: str) -> str:
    """Return who wrote it according to a byline such as ``By Jane Doe and John Roe, Staff Writers``, or nothing."""
    match = _BYLINE.fullmatch(text)
    if not match or (text.rstrip().endswith((".", "?", "!")) and len(match["rest"].split()) > 1):
        return ""
    names = match["names"].removeprefix("the ").removeprefix("The ")
    first = names.split()[0].lower().strip(",.")
    own, comma, office = names.rpartition(", ")  # By Ann Poe, [West Harbour] editor, The Globe
    if not _POST.match(match["rest"]) and comma:
        names, rest = own, f"{comma}{office}{match['rest']}"
    else:
        rest = match["rest"]
    if first in words("clean-no-names") or not _POST.match(rest):
        return ""
    staffed = " " not in names and match["rest"].startswith(" staff")  # By Harbour staff and agencies
    return match[0].split(maxsplit=1)[1] if staffed else _without_post(names if comma else match["names"])


def _without_post(names: str) -> str:
    """Return names without the posts and papers after them: ``Jane Doe, Staff Writer``, ``Jane Doe, Reuters``."""
    first, *others = names.rstrip(",").split(", ")
    kept = [
        n
        for n in others
        if len(n.split()) > 1 and not (CREW.fullmatch(n) or is_publisher(n) or is_outlet(n) or _TITLE.search(n))
    ]
    return ", ".join([first, *kept])


def person_of(text: str) -> str:
    """Return the names of a line that holds only what could be one or two people, or an empty string."""
    match = _PERSON.fullmatch(text.strip(_EDGE))
    names = match["names"] if match and not text.startswith("The ") else ""
    shouted = any(w.isupper() and LEXICON[w.lower()].part == "prep" for w in text.split())  # ROCKET IN THE CABBAGES
    return "" if shouted or is_known(names) or names.endswith(".") else names  # São Paulo, Washington D. C.


def is_named(text: str) -> bool:
    """Tell whether one of the first two words of a line is a given name: ``Ann Lee``, ``Le Thi Hoa``.

    Or no word of two names is one of the language: ``Ilva Torrin and Brano Kesk``.
    """
    both = text.replace(" and ", " ").split() if " and " in text else ()
    strange = bool(both) and not any(w.lower() in words("names-common") for w in both)
    return strange or any(w in listed("names-given") and w not in wordset("clean-articles") for w in text.split()[:2])


def is_somebody(text: str) -> bool:
    """Tell whether a line holds nobody's deed but a name, an office, or the land of a letterhead: ``State of Orre``."""
    named = bool(person_of(text)) and is_named(text)
    return (named or bool(_OFFICE.fullmatch(text))) and not tells(text)


def is_place(text: str) -> bool:
    """Tell whether a text is a place that is known, or has the form of a town with its country."""
    return is_known(text) or bool(_PLACE.fullmatch(text))


LONGEST = 40  # words; a byline with four authors and their towns
CHARACTERS = 15 * LONGEST  # no masthead line but an address is longer
OTHER_WORDS = 4  # a place or desk beside a date: "Addis Ababa", "Business desk"

PieceKind = Literal["byline", "date", "publisher", "genre", "section", "url", "small", "other"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a masthead line; offsets count in the line. ``value`` is what the field would hold."""

    kind: PieceKind
    start: int
    end: int
    value: str
    date: PubDate | None = None
    sure: bool = True


_SEPARATOR = compiled("between-pieces")
_URL = compiled("address", re.IGNORECASE)
_SOURCE = compiled("source-named", re.IGNORECASE)
_NUMBER = re.compile(r"\ (?:(?i:no|nr|n°|number)\.?:?\ ?|\#)?\d{1,5}(?:[/-]\d{1,4})?$")  # Press release No. 27/2025
_SMALL = compiled("small", re.IGNORECASE)
GENRES = mapping("clean-genres")
"""The kinds of text by the words for them."""
_SECTIONS = listed("clean-sections")


@lru_cache(maxsize=1 << 10)  # the title, the lines above the story and its last ones are asked for several times
def read_pieces(line: str) -> tuple[Piece, ...]:
    """Return the pieces of a masthead line, or nothing when the line is something else."""
    if len(line.split()) > LONGEST:
        return ()
    if url := _URL.fullmatch(line):
        return (Piece("url", url.start("url"), url.end("url"), url["url"].rstrip(".,;)")),)
    if len(line) > CHARACTERS:
        return ()
    if source := _SOURCE.fullmatch(line):
        start, end = source.span(source.lastgroup or 0)
        if can_be_name(line[start:end]) and (source["name"] or nameplate(line[start:end])):
            return (Piece("publisher", start, end, line[start:end].strip(_EDGE)),)
    dates = [Piece("date", d.start, d.end, d.value, d) for d in find_dates(line)]
    others = [p for start, end in _between(line, dates) for p in _segments(line, start, end)]
    found = tuple(sorted((*dates, *others), key=lambda p: p.start))
    if not _is_masthead(line, found):
        return ()
    anchored = len(found) > 1  # 3 May 2024 — The Islander
    sent = found[-1].value == "press release"  # Orre Police - Media Statement
    return tuple(
        replace(p, kind="publisher") if p.kind == "other" and (sent or (anchored and nameplate(p.value))) else p
        for p in found
    )


def can_be_name(text: str) -> bool:
    """Tell whether a text can be a publisher's name: few words, the long ones capital, no date, no full stop."""
    long_words = [w for w in text.split() if len(w) > len("from")]
    can_be = (
        len(text.split()) <= NAME_WORDS
        and text[-1] not in ".?!"
        and all(w[0].isupper() or "." in w for w in long_words)
    )
    return can_be and not find_dates(text)


def _between(line: str, dates: list[Piece]) -> list[tuple[int, int]]:
    edges = [0, *(e for d in dates for e in (d.start, d.end)), len(line)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if line[a:b].strip(f"{_EDGE}/")]


def _segments(line: str, start: int, end: int) -> list[Piece]:
    found = []
    at = start
    for match in [*_SEPARATOR.finditer(line, start, end), None]:
        stop = match.start() if match else end
        part = line[at:stop]
        if part.strip(_EDGE).strip():  # a part may hold white space that is no edge: a file separator, U+2028
            begin = at + len(part) - len(part.lstrip(_EDGE))
            found.append(_piece(line, begin, at + len(part.rstrip(_EDGE))))
        at = match.end() if match else end
    return found


def _piece(line: str, start: int, end: int) -> Piece:
    text = line[start:end]
    if byline := byline_of(text):
        return Piece("byline", start, end, byline)
    if genre := GENRES.get(bare(_NUMBER.sub("", text))):
        return Piece("genre", start, end, genre)
    is_word = bare(text) in wordset("clean-names-and-words")
    if is_publisher(text) and not (is_word and bare(text) in _SECTIONS):
        return Piece("publisher", start, end, text, sure=not is_word)
    return Piece(_kind(text), start, end, text, sure=False)


def _kind(text: str) -> PieceKind:
    if _SMALL.fullmatch(text):
        return "small"
    if bare(text) in _SECTIONS:
        return "section"
    return "publisher" if is_outlet(text) else "other"


def _is_masthead(line: str, found: tuple[Piece, ...]) -> bool:
    kinds = {p.kind for p in found}
    others = [p for p in found if p.kind == "other"]
    if not others:
        edges = line.lower().split()[:: max(len(line.split()) - 1, 1)]  # Updated 5:40 p.m. ET, 12 comments
        return bool(kinds - {"small"}) or not wordset("clean-counted").isdisjoint(edges)
    parted = "|" in line or "·" in line or ", The " in line
    if len(found) == 2 and parted and (found[1].kind == "publisher" or CREW.fullmatch(found[1].value)):  # noqa: PLR2004
        return bool(person_of(found[0].value)) and is_named(found[0].value)  # Ann Lee | The Harbour Globe
    behind = found[0].kind == "other" and kinds <= {"other", "genre", "section"}  # The Globe | Analysis
    if behind and len(others) == 1 and len(found) > 1:
        return bool(nameplate(found[0].value))
    anchored = "date" in kinds or "byline" in kinds or (found[-1].value == "press release" and ":" not in line)
    return anchored and line[-1] not in ".?!" and all(_may_stand_beside(line, p) for p in others)


_BESIDE = re.compile(r"\ {0,2}[|·•\u2013\u2014,/()\t:-]|\ {3}")  # May 3, 2024     Price 40p
_SMALL_WORD_END = re.compile(r"(?i)\b(?:of|the|on|in|for|to|and|a|an|until|since|before|after|from|by|at|with)$")


def _may_stand_beside(line: str, piece: Piece) -> bool:
    """Tell whether an unknown piece can be a place, a desk or a name beside the date: short, capital, set off."""
    if len(piece.value.split()) > OTHER_WORDS or not piece.value[0].isupper() or _SMALL_WORD_END.search(piece.value):
        return False
    return bool(_BESIDE.match(line[: piece.start][::-1]) or _BESIDE.match(line, piece.end))


def set_off_day(line: str) -> str:
    """Return the only day of a line whose other words are no masthead's, where it stands apart: not ``since 3 May``."""
    days = [d for d in find_dates(line) if d.value.count("-") == 2]  # noqa: PLR2004 - year, month, day
    alone = len(days) == 1 and not days[0].updated and _BESIDE.match(f"{line[: days[0].start][::-1]}   ")
    return days[0].value if alone else ""
