"""How much speaks for an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.names.around import (
    QUOTED,
    based,
    bracketed,
    charges,
    ending,
    joins,
    labels,
    of_phrase,
    person_like,
    placed,
    plain_at,
    quoted,
    said_to_be,
    title_word,
)
from generator.extract.names.lists import PARTICLES, cues, heads
from generator.extract.names.sentence import QUOTES, SCIENCES, Claim, Reading, Sentence
from generator.extract.names.titles import honorific
from generator.lexicons import listed, table, wordset

LONGEST = 12  # no organisation's name has more tokens
ACRONYM = 1.5, "an acronym"
CAMEL = 1.2, "a capital inside the word"
BRACKETED = (
    0.6  # that initials follow in brackets: alone too little for a page, none of three in real articles was a body
)
UNTOLD = 0.95
"""How much an acronym, or a capital inside a word, says where nothing explains it: two in three of them name no
organisation (``KO``, ``GlideBook``), however often the article has them."""

METHOD = 0.5
"""What no head noun says of several words: what ends like a science is then one (``Forensic Genealogy``)."""

_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}[a-rt-z]?$")  # no plural: 23 KOs
# BlackRock  DreamWorks
_CAMEL = re.compile(r"(?!Mac|Mc|De|La|Le|Di|Da|Du|Van|Fitz)[A-Z][a-z]+(?P<tail>[A-Z][A-Za-z]+)$")
_ROMANCE = frozenset({"de", "del", "do", "da", "dos", "das", "di", "du", "des", "la", "y", "e"})
_MONARCHS = frozenset({"king", "queen", "prince", "princess"})
_NAMESAKES = frozenset({"High School", "School", "College", "University", "Library", "Hospital", "Academy", "Museum"})
"""What is called after somebody with a title: ``Bishop Carroll High School``."""
_GOODS = frozenset({"TV", "Watch", "Mobile", "Books", "Games", "Health"})
"""Behind a company's name they are what it sells: ``Apple Watch``; and ``U.S. TV``."""
_OF_FIRMS = {"deal": (1.8, ("in", "with", "by", "of")), "staff": (0.9, ("of", "at", "for"))}
_BEFORE = frozenset({"former", "then", "late", "no.", "deputy", "assistant"})  # Former Kelmar University
_MOST = 2.0  # what stands beside a name can't say more than this


def organisation(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as an organisation, or None where they can't be one."""
    counted = s.cases[start] == "num" and s.word(start).isdigit()  # the 2007 Club, the 12 Northern Banks, the 9 X City
    whole_ = s.word(start - 1) == "the" and ending(s, start, end)[1] and not (s.low(end) or s.word(end - 1)[-1] == "s")
    year = counted and (len(s.word(start)) == len("2007") or not whole_)
    year = year or (s.cases[start] == "num" and s.word(start - 1) == "no.")  # the No. 5 Saints
    if end - start > LONGEST or s.cases[start] == "low" or labels(s, start, end) or year or s.word(start) in _BEFORE:
        return None
    first = s.words[start].text
    several = first[-1] == "s" and first[:-1].isupper() and len(first) > len("As")  # the DAs Office
    if several or not (s.is_cap(end - 1) or s.traits[end - 1].ends):  # 76ers
        return None
    own = next(_one(s, start) if end - start == 1 else _several(s, start, end), None)
    if own is None or (own[0] <= METHOD and end - start > 1 and s.word(end - 1).endswith(SCIENCES)):
        return None
    beside = list(_beside(s, start, end))
    if quoted(s, start, end):
        beside.append((-QUOTED, ""))
    alone = own in (ACRONYM, CAMEL) and not beside
    strength = UNTOLD if alone else own[0] + min(_MOST, sum(claim for claim, _ in beside))
    because = "; ".join(why for _, why in (own, *beside) if why) or "capitals only"
    read = Reading(start, end, "organisation", min(3.0, strength), "organisation", because)
    if (known := s.entry(start, end)) is None or known.kind != "organisation":
        return read
    return read._replace(key=known.key, norm=known.norm, form=known.form)


def only_called(s: Sentence, r: Reading) -> bool:
    """Tell whether a body is told by its last word alone, as goods or halls are: ``Cool Design``, ``Kelmar Center``."""
    weak = r.end - r.start > 1 and s.word(r.end - 1) in wordset("names-weak-heads")
    one = r.end - r.start == 2 and not s.traits[r.start].common and "-" not in s.word(r.start)  # noqa: PLR2004
    weak = weak or (one and s.words[r.end - 1].text in ("Center", "Centre"))
    plain = (
        s.word(r.end - 1) in wordset("names-plain-heads") and ending(s, r.start, r.end)[0] == s.words[r.end - 1].text
    )
    weak = weak or (plain and all(plain_at(s, i) for i in range(r.start, r.end - 1)))  # the Parking Order
    weak = weak and not any(s.small[r.start : r.end]) and not placed(s, r.start, r.end)
    return weak and all(claim <= BRACKETED for claim, _ in _beside(s, r.start, r.end))


def _one(s: Sentence, i: int) -> Iterator[Claim]:
    """Yield what a single word says, the best claim first."""
    text = s.words[i].text
    if s.low(i - 1) == "the" and "organisation" in heads("of").get(text, ()):
        yield 0.9, f"the {text}"
    if s.word(i - 1) == "the" and text in heads("team"):
        yield 1.3, f"the {text} are a team"
    listed_on = s.word(i - 1) == ":" and s.word(i - 3) == "(" and s.words[i - 2].shouted  # (NYSE: NGF)
    cited = s.word(i - 1)[:1].isdigit() and (s.word(i + 1).isdigit() or text in _symbols())  # 2 AC 311, 40 MW
    cited = cited or (s.word(i - 1).isdigit() and not s.is_cap(i + 1))  # 34 KO
    if s.ordinary(i) or listed_on or cited or (s.words[i - 1].shouted and (s.traits[i - 1].titled or honorific(s, i))):
        return  # MINISTER HOLM, MS HOLM
    if _ACRONYM.match(text) and s.words[i].kinds.isdisjoint(("person", "base")):  # THE ACCUSED, "QUIT"
        yield ACRONYM
    camel = _CAMEL.match(text)
    if camel and camel["tail"] not in listed("names-given"):  # LuAnn
        yield CAMEL
    yield 0.0, ""


@cache
def _symbols() -> frozenset[str]:
    """Return the symbols of units that are written in capitals."""
    return frozenset(sign for row in table("figures-units") for sign in row[1].split("|") if sign[:2].isupper())


def _several(s: Sentence, start: int, end: int) -> Iterator[Claim]:
    """Yield what several words say, the best claim first."""
    last = s.words[end - 1].text
    inner = {s.low(i) for i in range(start + 1, end - 1)} - {""}
    if last in heads("suffix") and inner <= _ROMANCE | {"&"}:
        yield 3.0, f"{last} is a company's suffix"
    if (found := of_phrase(s, start, end, "organisation")) is not None:
        yield found
    headed = "organisation" in ending(s, start, end)[1] or last in heads("suffix")
    if inner == {"and"} and headed and (not s.is_cap(end) or title_word(s, end)) and _joint(s, start, end):
        yield 2.2 + 0.4 * placed(s, start, end), f"{last} is what organisations are called"
    if inner == {"and"} and end - start == len(("Reed", "and", "Sons")) and s.word(end - 1) in wordset("names-kin"):
        yield 2.8, f"and {last} is what firms are called"
    if inner and inner <= {"&"}:
        yield (2.2 if headed else 1.4), "& joins its words"
    if s.word(start - 1) not in QUOTES and inner <= {"&"} and any(joins(s, i) for i in range(start + 1, end - 1)):
        yield 2.0, "a preposition joins its words"
    started = "organisation" in heads("start").get(s.words[start].text, ())
    if inner - {"&", "de", "la"} - (PARTICLES if started else set()):
        return
    if "organisation" in ending(s, start, end)[1]:
        yield _headed(s, start, end)
    yield from _unheaded(s, start, end)
    yield (0.5 if any(s.ordinary(i) for i in range(start, end)) else 0.2), ""


def _unheaded(s: Sentence, start: int, end: int) -> Iterator[Claim]:
    """Yield what several words say that end in no head noun."""
    first = s.words[start].text
    if "organisation" in heads("start").get(first, ()) and not s.ordinary(start + 1):
        yield from _begun(s, start, end)
    if all(w.shouted for w in s.words[start:end]) and not any(t.common or t.titled for t in s.traits[start:end]):
        yield 1.4, "acronyms"
    if (_ACRONYM.match(first) or _CAMEL.match(first)) and _branch(s, start, end):
        yield (2.0 if s.traits[start].entry is None else 3.0), "an acronym and its branch"
    if s.word(start - 1) == "the" and s.surface(start, end) in heads("team"):
        yield 1.8, f"the {s.surface(start, end)} are a team"
    if s.word(start) == "the" and (s.low(start - 1) == "told" or s.low(start - 2) == "according"):
        yield 0.9, "The belongs to it"
    if _more_than_place(s, start, end):
        yield 1.6, "a place's name goes on"
    town = s.entry(start, end - 1) if s.words[end - 1].text == "State" else None
    if town is not None and town.country == "US":
        yield 1.8, "a state or a town of America and State are what universities are called"


def _begun(s: Sentence, start: int, end: int) -> Iterator[Claim]:
    """Yield what it says that a body's first word begins a name, and that somebody or a saint is called behind it."""
    after, several = s.traits[start + 1], end - start > len(("Cooperativa", "Agrícola"))
    called = several and (after.given or "place" in heads("start").get(after.surface, ()))  # Stiftung Ann Lee
    if not any(_held(s, i) for i in range(start + 1, end)) and (called or not ending(s, start, end)[1]):
        yield 3.0 if called else 2.2, f"{s.words[start].text} … is what organisations are called"


def _joint(s: Sentence, start: int, end: int) -> bool:
    """Tell whether ``and`` joins ordinary words before the head: ``Food and Drug Administration``."""
    i = next(i for i in range(start, end) if s.word(i) == "and")
    held = any(_held(s, k) for k in range(start, end - 1))
    held = held or s.word(end - 1) in wordset("names-plain-heads") | wordset("names-weak-heads")  # Arts and Mobile
    return i > start and charges(s, start, i, end) and not held and not s.opens(i - 1)


def _headed(s: Sentence, start: int, end: int) -> Claim:
    last = ending(s, start, end)[0]
    strength = 2.5
    plain = all(s.ordinary(i) or s.traits[i].built or s.traits[i].ends for i in range(start, end))
    if plain and s.word(end).isdigit():
        return 0.5, ""  # Public School 298
    owns = s.lows[end] == "'s" or (s.low(end) and s.words[end].part in ("noun", "nouns"))
    if plain and s.low(start - 1) in ("a", "an") and not owns:
        strength = 0.5  # a Confiscation Order; but a Health Ministry spokesman
    elif any(_held(s, i) for i in range(start + 1, end - 1)) or (
        s.opens(start) and (s.traits[start].function or (_titles(s, start) and last not in _NAMESAKES))
    ):
        strength = 0.9
    elif _held(s, start) and _titles(s, start) and end - start > 2 and s.word(end - 2) != "'s":  # noqa: PLR2004
        strength = 2.5 if s.word(start) in _MONARCHS or last in _NAMESAKES else 1.5  # Queen Mary University
    elif s.traits[start].given and end - start <= 2 and (s.traits[end - 1].family or person_like(s, start, end)):  # noqa: PLR2004
        strength = 0.8
    elif last in _GOODS and (maker := s.entry(start, end - 1)) is not None and maker.of in ("company", "country"):
        strength = 0.9
    elif placed(s, start, end):
        strength = 3.0
    return strength, f"{last} is what organisations are called"


def _held(s: Sentence, i: int) -> bool:
    """Tell whether a word is an office that somebody holds: not of ``General Hospital``, ``Sheriff's Office``."""
    return s.traits[i].office and s.word(i) not in ("general", "marshal") and s.word(i + 1) != "'s"


def _titles(s: Sentence, i: int) -> bool:
    """Tell whether a word that may stand in a title can do so here: before a name, not before ``League``."""
    after = s.traits[i + 1]
    return s.traits[i].titled and (after.titled or not (after.ends or s.ordinary(i + 1)))


def _branch(s: Sentence, start: int, end: int) -> bool:
    """Tell whether an organisation's short name is followed by a place: ``BBC Scotland``."""
    own, rest = s.traits[start].entry, s.entry(start + 1, end)
    body = own is None or own.kind == "organisation"
    body = body and "product" not in heads("start").get(s.words[start].text, ())  # INS Kelmar
    return body and rest is not None and (rest.kind, rest.form) == ("place", "name")


def _more_than_place(s: Sentence, start: int, end: int) -> bool:
    """Tell whether one or two words that are no title go on after a place: ``Lagos Thunder``."""
    rest = range(start + 1, end)
    if s.opens(start) or any(title_word(s, i) or s.traits[i].function or s.traits[i].entry for i in rest):
        return False
    if s.traits[end - 1].given and s.lows[end] == "'s":  # Lima Sam's Club
        return False
    entry = next((e for k in rest if (e := s.entry(start, k))), None)
    if s.low(end) and s.words[end].part == "noun" and not s.traits[end].office:
        return False  # the U.S. Olympic team
    return entry is not None and (entry.kind, entry.form) == ("place", "name") and not ending(s, start, end)[1]


def _beside(s: Sentence, start: int, end: int) -> Iterator[Claim]:
    if (noun := said_to_be(s, end, "organisation")) is not None:
        yield 1.3, f"called a {noun}"
    if cues("before").get(s.low(start - 1)) == "organisation" and not title_word(s, start):
        yield 1.8, f"“{s.word(start - 1)}” stands before it"
    if s.traits[end].office and not s.is_cap(end) and s.is_cap(end + 1):
        yield 1.1, f"“{s.word(end)}” and a name follow it"
    yield from _held_in(s, start, end)
    if based(s, start):
        alone = end - start == 1 and not s.traits[start].listed
        yield 2.0 if alone else 1.5, f"“{s.word(start - 1)}” stands before it"
    if s.low(end) in ("was", "were", "is", "been") and s.low(end + 1) in cues("deed"):
        yield 1.3, f"“{s.word(end)} {s.word(end + 1)}” follows it"
    known = end - start > 1 or not s.words[start].shouted or s.word(end) in cues("staff")  # OEM customers
    plain = all(plain_at(s, i) or s.word(i).endswith(("ic", "al")) for i in range(start, end))
    used = plain and s.low(end) in wordset("names-users")  # the Blood Work team
    if known and not used and cues("after").get(s.low(end)) == "organisation":
        yield 1.0, f"“{s.word(end)}” follows it"
    if bracketed(s, start, end):
        yield BRACKETED, "its initials follow in brackets"


def _held_in(s: Sentence, start: int, end: int) -> Iterator[Claim]:
    """Yield what shows that somebody works for a firm, or owns some of it."""
    if s.word(end) == "'s" and {s.low(end + 1), s.low(end + 2)} & cues("owned").keys():
        yield 1.5, f"“{s.word(end + 1)}” belongs to it"
    for sort, (strength, links) in _OF_FIRMS.items():
        if (
            s.low(start - 1) in links and s.word(start - 2) in cues(sort) and s.lows[end] != "'s"
        ):  # shares in Peru's Acme
            yield strength, f"“{s.word(start - 2)} {s.word(start - 1)}” stands before it"
