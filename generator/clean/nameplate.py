"""A line ──▶ whether it is the name of who publishes: a paper, a station, a body, an office."""

import re
from itertools import pairwise

from generator.clean.notices import bare
from generator.clean.units import FUNCTION_WORDS
from generator.lexicons import compiled, words, wordset
from generator.text.synonyms import kind_of
from generator.text.words import LEXICON, stem

NAME_WORDS = 7  # "The South African Press Association news service"
BODY_WORDS = 10  # "Ministry of Energy and Water of the Republic of Orre"
LONE_WORDS = 4  # "The Mirror & Lens"; a longer line under a headline goes on with it

_OUTLET = compiled("outlet")
_ABROAD = compiled("outlet-abroad")
_DESCRIBED = compiled("outlet-described")
_PROGRAMME = compiled("outlet-programme")
_TOWN_BEHIND = re.compile(r",\ [^\W\d_a-z][\w'’-]{1,20}(?:\ [^\W\d_a-z][\w'’-]{1,20})?$")  # …, Addis Ababa
_AROUND = "[]()*_ —–"
_DASH = re.compile(r"\s[\u2013\u2014-]\s|,\s")  # RADIO ORRE – The Long Table
BEHIND = re.compile(r"\ \([^()]*\)?$|\s(?:[|·\u2013\u2014]|-\s).*$")  # The Globe (weekend edition), ORRE NOW | Live
_PARTED = re.compile(r"\s[|\u2013\u2014-]\s")  # a headline or a genre before the site's name


_PUBLISHERS = frozenset(map(bare, words("clean-publishers")))


def is_publisher(text: str) -> bool:
    """Tell whether the word list holds a publisher of that name."""
    return bare(text) in _PUBLISHERS


def is_outlet(text: str) -> bool:
    """Tell whether a name has the form of a paper's, a station's or an agency's: ``The Harbour Globe``."""
    return bool(_OUTLET.fullmatch(text)) and text.split(maxsplit=1)[0].lower() not in wordset("clean-no-first")


def nameplate(text: str) -> str:
    """Return who publishes by a line that by its form is a name and nothing else, or an empty string.

    ``Ministry of Railways, press office`` gives the ministry, and ``Kite Letters, a blog about string`` the blog.
    """
    line = text.strip(_AROUND)
    told, station = _DESCRIBED.fullmatch(line), _PROGRAMME.sub("", line)
    station, *programme = _DASH.split(station, maxsplit=1)
    shown = not programme or (len(programme[0].split()) <= LONE_WORDS and not tells(programme[0]))
    shouted = station.title() if station.isupper() else station
    name = told["name"] if told else station if shown and is_outlet(shouted) else line
    town = _TOWN_BEHIND.search(name)
    name = name[: town.start()] if town and name[: town.start()].isupper() else name  # THE INLAND GLOBE, Orre
    name = name.removeprefix("IN THE ")  # IN THE HIGH COURT OF ORRE
    capitals = name.isupper() and (name.startswith("THE ") or not tells(name.title()))
    shouted = name.title() if capitals else name  # THE HARBOUR GLOBE, ORRE NEWSWIRE
    if told or is_body(name) or is_outlet(shouted) or _ABROAD.fullmatch(name):
        return name
    return name if is_lone_name(shouted) and (shouted.startswith("The ") or " & " in name) else ""


def is_lone_name(text: str) -> bool:
    """Tell whether a line is two to four capitals without a verb, and no rubric such as ``The Big Story``."""
    found = text.split()
    capital = all(w[0].isupper() or w == "&" for w in found) and found[0].lower() not in FUNCTION_WORDS - {"the"}
    plain = text.replace(" ", "").replace("&", "").replace("'", "").replace("’", "").replace("-", "").isalpha()
    return (
        1 < len(found) <= LONE_WORDS
        and capital
        and plain
        and not text.isupper()
        and not tells(text)
        and not {w.lower() for w in found} & {*words("clean-heading-words"), *words("clean-sections")}
    )


def is_firm(text: str) -> bool:
    """Tell whether a line is a name that ends with the form of a company: ``Orre Foods (Pty) Ltd``."""
    last = text.rstrip(".").split()
    legal = len(last) > 1 and last[-1].lower() in (*words("entities-company"), *wordset("clean-firms"))
    return legal and all(w[0].isupper() for w in last[:-2])


def is_body(text: str) -> bool:
    """Tell whether a line is the name of a public body or office."""
    here, parted, branch = text.partition(", ")
    if not (parted and branch.split()[-1][0].isupper() and wordset("clean-branches") & {*branch.lower().split()}):
        here = _TOWN_BEHIND.sub("", text)  # … Attorney's Office, Northern District of Kelmar
    found = here.lower().removeprefix("the ").split()
    most = BODY_WORDS if found[1:2] == ["of"] and found[0] in words("clean-bodies") else NAME_WORDS
    if not 1 < len(found) <= most or found[0] in wordset("clean-no-first"):
        return False
    if tells(text) or _PARTED.search(text) or LEXICON[found[0]].part == "prep":
        return False  # With Ann Lee at Parliament
    bodies, houses = words("clean-bodies"), wordset("clean-houses")
    before = found[: found.index("of")] if "of" in found[1:-1] else [""]
    of_it = before[-1] in (*bodies, *houses) and "," not in "".join(before)
    joint = len(found) > 2 and found[-1] in wordset("clean-joint")  # noqa: PLR2004
    named = found[-1] in bodies or of_it or joint or (here != text and not houses.isdisjoint(found))
    return named and all(w[0].isupper() for w in text.split() if len(w) > len("from"))


def tells(text: str) -> bool:
    """Tell whether a verb stands amid the capitals of a line: ``Mayor Opens Bridge`` is nobody's name."""
    beside = pairwise(text.replace("United States", "US").split()[:-1])
    return any("present" in LEXICON[word].kinds and LEXICON[before].part != "adj" for before, word in beside)


def is_strange(text: str) -> bool:
    """Tell whether a line is all capitals, and one of its words none of the language: ``VALA GINDEM | Region``."""
    head = BEHIND.sub("", text)
    found = [w for w in head.lower().split() if w.isalpha()]
    strange = any(w not in words("names-common") and not kind_of(stem(w)) for w in found)
    few = len(head.split()) <= LONE_WORDS and (len(head.split()) > 1 or head != text)
    return few and strange and head.isupper() and not tells(head.title())
