"""Who wrote it: bylines and names that stand alone."""

from __future__ import annotations

import re
from functools import cache

from generator.clean.notices import bare
from generator.lexicons import words

_NAME_PART = (
    r"(?:[^\W\d_a-z][\w'’.-]{0,30}"
    r"|de|da|di|do|dos|del|della|van|von|der|den|la|le|el|al|bin|bint|ibn|y|e|ter|ten|af|av)"
)
_NAME = rf"[^\W\d_a-z][\w'’.-]{{0,30}}(?:\ {_NAME_PART}){{0,4}}"
_BYLINE = re.compile(
    rf"""
    (?:(?:[Ww]ritten|[Ww]ords|[Tt]ext|[Ss]tory|[Rr]eport(?:ed)?|[Rr]eporting|[Pp]osted|[Aa]uthored
      |[Cc]urated)\ [Bb]y\ ?:?
      |[Bb]y|BY|Von|VON|Par|PAR|Por|POR|Di(?=\ \S{{1, 30}}\ )
      |(?:Author|AUTHOR|Authors|Autor|Auteur|Byline|Reporter|Writer|Correspondent|Text|Words)s?(?:\ ?:|(?=\n)))\s{{1,3}}
    (?P<names>(?:the\ )?{_NAME}(?:(?:,\ |\ (?:and|&|und|et|y|e|with|AND)\ ){_NAME}){{0,5}})
    (?P<rest>[^\n]{{0,120}})
    """,
    re.VERBOSE,
)
_CREW = re.compile(
    r"(?i)(?:the )?.{0,30}\b(?:staff|correspondents?|reporters?|desk|editorial board|editors?|newsroom|agencies|bureau"
    r"|team|admin)\b.{0,30}"
)
_TITLE = re.compile(
    r"(?i)\b(?:writer|correspondent|contributor|columnist|analyst|journalist|producer|university|institute)s?\b"
)
# what follows the names: a post, place or paper, such as ", Staff Writer", "in Nairobi"
_POST = re.compile(
    r"\s*(?:$|[,;|(/·•\u2013\u2014-]|in\ [A-Z]|for\ (?:the\ )?[A-Z]|at\ [A-Z]"
    r"|of\ (?:the\ )?[A-Z]|@|and\ (?:agencies|staff)|staff|contributor)",
    re.VERBOSE | re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?P<names>[^\W\d_a-z][\w'’-]{1,20}(?: (?:[^\W\d_a-z]\.|[^\W\d_a-z][\w'’-]{1,20}|de|van|von|bin|al|el|da"
    r"|der)){1,3}"
    r"(?: and [^\W\d_a-z][\w'’-]{1,20}(?: [^\W\d_a-z][\w'’.-]{0,20}){1,3})?)"
    r"(?P<place>, [^\W\d_a-z][\w'’ &-]{2,60}|,? in [^\W\d_a-z][\w'’-]{1,20}(?: [^\W\d_a-z][\w'’-]{1,20}){0,2})?",
)
_PLACE = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]{1,20} ?){1,3}, (?:[^\W\d_a-z][\w.'’-]{1,20} ?){1,3}"
)  # Altan Bulag, Mongolia
_EDGE = " \t\u00a0,;:|·•–—-()[]"


@cache
def _publishers() -> frozenset[str]:
    return frozenset(map(bare, words("clean-publishers")))


def is_publisher(text: str) -> bool:
    """Tell whether the word list holds a publisher of that name."""
    return bare(text) in _publishers()


def byline_of(text: str) -> str:
    """Return who wrote it according to a byline such as ``By Jane Doe and John Roe, Staff Writers``, or nothing."""
    match = _BYLINE.fullmatch(text)
    if not match or (text.rstrip().endswith((".", "?", "!")) and len(match["rest"].split()) > 1):
        return ""
    names = match["names"].removeprefix("the ").removeprefix("The ")
    first = names.split()[0].lower().strip(",.")
    if is_publisher(match["names"]) or is_publisher(names) or _CREW.fullmatch(match["names"]):
        return _without_post(match["names"])
    if first in words("clean-no-names") or not _POST.match(match["rest"]):
        return ""
    return _without_post(match["names"])


def _without_post(names: str) -> str:
    """Return names without the posts and papers after them: ``Jane Doe, Staff Writer``, ``Jane Doe, Reuters``."""
    first, *others = names.rstrip(",").split(", ")
    kept = [n for n in others if len(n.split()) > 1 and not (_CREW.fullmatch(n) or is_publisher(n) or _TITLE.search(n))]
    return ", ".join([first, *kept])


def person_of(text: str) -> str:
    """Return the names of a line that holds only what could be one or two people, or an empty string."""
    match = _PERSON.fullmatch(text.strip(_EDGE))
    return match["names"] if match else ""


def is_place(text: str) -> bool:
    """Tell whether a text has the form of a town with its country."""
    return bool(_PLACE.fullmatch(text))
