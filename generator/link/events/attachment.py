"""A date in a sentence ──▶ what it dates: the verb of its clause, a participle, the noun of a happening, or nothing."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from generator import edtf
from generator.lexicons import wordset
from generator.link.events.extents import PHRASE
from generator.link.events.words import Word, has_begun, is_deadline
from generator.text import lemmas

if TYPE_CHECKING:
    from generator.link.events.phrases import Phrase
    from generator.text.clauses import Clause

NOUN_REACH = 12
"""Words between a noun and the date that it is dated by: ``visit to the northern port of Arica in May``."""
ATTRIBUTE_REACH = 6
"""Words behind a date among which the noun stands that it is the attribute of: ``the 2016 high court ruling``."""
_INSIDE = PHRASE | {"prep", "to", "conj", "adv"}
_MODIFIED = frozenset(("genitive", "noun", "gerund"))
FIGURE_REACH = 20  # words of a compared figure: "$48.7 million, or $1.11 a share, a year earlier"
# A date after one of these, with a figure between, only serves to compare: "up from 40 in 2019", "than a year ago".
_COMPARING = frozenset(("than", "from", "compared", "versus", "against"))
_PARTING = frozenset(("verb", "in-verb", "gerund", "break", "rel", "sub", "that", "date"))
_BOUNDS = frozenset(("by", "until", "till", "before", "since", "between", "through"))
"""A date after one of these says by when, or since when, and not when."""
_CLOSE = frozenset(("shortly", "just", "soon", "moments", "minutes"))  # "shortly before 2 a.m. on Thursday" says when


def attached(words: tuple[Word, ...], clause: Clause | None, date: int) -> tuple[int | None, bool]:
    """Return the noun of a happening that a date stands beside, and whether the verb of its clause has the date.

    A noun alone has it for itself; with neither it dates nothing that is told.
    """
    according = clause is not None and any(w.low == "according" for w in words[clause.verb.head : date])
    bounds = clause is not None and (is_deadline(words, clause.verb, date) or has_begun(words, clause.verb, date))
    if according or (_dates_nothing(words, date) and not bounds):
        return None, False
    noun, owner = _noun_beside(words, date), _owner_of(words, date)
    if owner is not None:  # what the participle is said of, or a noun behind it, may have the date as well
        return (noun if noun is not None and noun >= owner - 1 else None), False
    if clause is None or (noun is None and modifies(words, date)):
        return noun, False
    return noun, noun is None or not _dates_the_noun(words, noun, date, clause)


def _dates_nothing(words: tuple[Word, ...], date: int) -> bool:
    """Tell whether the date at an index tells when nothing happened."""
    return date > 0 and (_compares(words, date) or _is_named(words, date))


def _compares(words: tuple[Word, ...], date: int) -> bool:
    """Tell whether a date is only what a figure is compared with: ``down 3 percent from 2019``, ``than a year ago``."""
    number = False
    for i in range(date - 1, max(date - FIGURE_REACH, -1), -1):
        if words[i].low in _COMPARING and not (words[i].low == "than" and words[i + 1].part == "number"):
            return number or (i == date - 1 and (words[i].low != "from" or _is_back(words, date)))
        if words[i].part in _PARTING or words[i].low == "to":
            return False
        number = number or words[i].part == "number"
    return False


def _is_named(words: tuple[Word, ...], date: int) -> bool:
    """Tell whether a date bounds something, or is part of the name of a law or case: ``Roads Act 1980``, ``[1998]``."""
    before, behind = words[date - 1], [w.part for w in words[date + 1 : date + 2]]
    of = before.low == "of" and words[date - 2].happening is None  # "a guard for much of the 1980s"
    name = words[date - 2] if of else before  # "the Roads Act of 1980", "the games of 2016"
    law = of or (name.text[:1].isupper() and name.low.split()[-1] in wordset("events-laws"))
    cited = before.text == "[" and [w.text for w in words[date + 1 : date + 2]] == ["]"]
    between = before.low == "and" and "between" in {w.low for w in words[max(0, date - 4) : date]}  # … May 3 and May 9
    later = words[date].low.endswith((" before", " after")) and behind not in ([], ["comma"])
    shifted = before.date is not None and before.low.endswith((" before", " after"))  # the day before [Christmas 2002]
    prior = before.low == "to" and words[date - 2].low in ("prior", *wordset("numbers-no-parts"))  # "four days to May"
    prior = prior or (words[date].low.isdigit() and "due" in (before.low, words[date - 2].low))  # bonds due 2031
    prior = prior or (before.low == "to" and "date" in (words[date - 2].base, words[date - 3].base))  # dates to
    prior = prior or (before.low in _BOUNDS and words[date - 2].low not in _CLOSE)
    pairs = words[date - 2 : date], words[date + 2 : date : -1]
    either = any(len(p) > 1 and p[0].date and p[1].low == "or" for p in pairs)  # "by 2013 or 2014"
    return shifted or prior or law or cited or between or later or either


def _is_back(words: tuple[Word, ...], date: int) -> bool:
    """Tell whether *from* before a date compares with it: after a figure, or before ``a year ago``."""
    found = words[date].date
    ago = found is not None and (found.offset or "").startswith("-")
    change = {"rise", "fall"} & words[date - 2].token.kinds
    than = "than" in (w.low for w in words[max(date - 6, 0) : date])  # "eight fewer than Holm's total from 1974"
    return ago or than or bool(change) or any(w.part == "number" for w in words[max(date - 5, 0) : date])


REACH = 16
"""Words between a participle and its date: ``seized by the crew of a trawler off the port of Arica in 2021``."""
_ENDS = frozenset(("verb", "in-verb", "base", "to", "break", "open", "close", "quote", "rel", "sub", "that"))
_ASIDE = 2
"""Commas of an aside between them: ``seized in Arica, in the north, in April``."""
_BEFORE = frozenset(("noun", "name", "number", "pron", "comma", "close", "quote", "adv", "participle", "break"))
_BEHIND = frozenset(("prep", "date", "adv", "conj"))
_RESULT = frozenset(("leave", "get", "keep", "see", "find"))
"""Verbs whose object is what the participle says, at the verb's own time: ``left nine people hurt on Tuesday``."""
_PHRASE = frozenset(("noun", "name", "number", "det", "poss", "adv"))
_ABOUT = frozenset(("for", "of", "with", "following", "after", "from", "since", "over", "about"))
"""Before the noun of another happening, whose date may follow it: ``sentenced for the murder of Kim in 2012``."""
_NEWS = re.compile(r"W[1-7]|^[+-]?[01]D")
_PHRASES = frozenset(("following", "after", "since"))
LATER = frozenset(("after", "before"))
OBJECT = frozenset(("det", "poss", "name", "noun", "pron", "number"))


def _owner_of(words: tuple[Word, ...], date: int) -> int | None:
    """Return the participle that a date hangs on, so that it dates no main verb."""
    commas = 0
    for i in range(date - 1, max(date - REACH, -1), -1):
        commas += words[i].part == "comma"
        if words[i].part in _ENDS or (words[i].date and words[i + 1].part != "conj"):
            return None
        doubtful = words[i].tag in ("adj", "noun") and "participle" in words[i].parts
        opens = doubtful and (i == 0 or words[i + 1].low == "by")  # "Born in Lima in 1928, Ana Ruiz became"
        if (opens or words[i].part == "participle") and _opens_clause(words, i):
            inside = not commas or (commas == _ASIDE and words[i - 1].part != "comma")
            return i if inside and _happened(words, i, date) else None
    return None


def _opens_clause(words: tuple[Word, ...], i: int) -> bool:
    """Tell a reduced relative clause from an attribute (``seized goods``) and the rest of a verb (``lay buried``)."""
    return (i == 0 or words[i - 1].part in _BEFORE) and words[i + 1].part in _BEHIND


def _happened(words: tuple[Word, ...], i: int, date: int) -> bool:
    """Tell whether a participle tells a happening of its own, at a time that needn't be the main verb's."""
    beside = all(w.part in ("prep", "adv") for w in words[i + 1 : date])
    told_of = words[i].base == "hold" and words[i - 1].part == "comma"  # "the visit is to be an event, held in May"
    lasts = "awaited" in words[i].parts or (words[i].base in wordset("events-lasting") and not beside)
    if told_of or (lasts and words[i + 1].low != "by"):
        return False
    before = next((w for w in reversed(words[:i]) if w.part not in _PHRASE), None)
    if before is None:
        return True
    result = before.part in ("verb", "in-verb") and before.base in _RESULT
    return not (result or (before.low in ("at", "during") and words[i - 1].happening is not None))


# --- the noun that a date belongs to ------------------------------------------------------------


def modifies(words: tuple[Word, ...], date: int) -> bool:
    """Tell whether a date is the attribute of a noun: ``the 2016 ruling``, ``Monday's edition``."""
    behind = [w.part for w in words[date + 1 : date + 3]] or [""]
    before = words[date - 1].part if date else ""
    following = behind[-1] if behind[0] == "comma" and before == "det" else behind[0]  # the Sept. 11, 2001, attacks
    found = words[date].date
    year = found is not None and (found.value or "").replace("/", "").replace("X", "").isdigit()
    if year and following in ("name", "noun") and before in ("det", "poss", "genitive", "noun", "name", "conj"):
        return True  # a 2022 Toyota, the 2018 Games, billionaire 2016 frontrunner, a stoop and 1940s shoes
    share = words[date].low.endswith(("quarter", "half", "-year"))  # a rise in third-quarter profit
    return (
        following == "genitive"
        or (share and following == "noun")
        or (following in _MODIFIED and before in ("det", "poss", "genitive"))
    )


def _noun_beside(words: tuple[Word, ...], date: int) -> int | None:
    """Return the index of the happening noun that a date stands beside, on either side."""
    if modifies(words, date):
        return _modified_noun(words, date)
    for i in range(date - 1, max(date - NOUN_REACH, 0) - 1, -1):
        if words[i].happening:
            return i
        joined = words[i].part == "date" and words[i + 1].part == "conj"
        if words[i].part not in _INSIDE and not joined:
            return None
    return None


def _modified_noun(words: tuple[Word, ...], date: int) -> int | None:
    behind = takewhile(lambda i: words[i].part in _MODIFIED, range(date + 1, min(date + ATTRIBUTE_REACH, len(words))))
    return max((i for i in behind if words[i].happening), default=None)


def start_of(words: tuple[Word, ...], noun: int) -> int:
    """Return where the noun phrase of a noun begins."""
    start = noun
    while start > 0 and words[start - 1].part in PHRASE:
        start -= 1
    return start


def _dates_the_noun(words: tuple[Word, ...], noun: int, date: int, clause: Clause) -> bool:
    """Tell whether a date belongs to the noun beside it rather than to the verb of the clause."""
    head = words[clause.verb.head]
    if modifies(words, date):
        return date < clause.verb.first or head.base not in lemmas("light")
    start = start_of(words, noun)
    opener = words[start - 1] if start else None
    if noun > clause.verb.head:
        if head.base in wordset("events-about"):
            return True
        # a date dates the noun phrase, not the clause: "repeated the line from his visit in May"
        return opener is not None and opener.low in wordset("events-before-nouns") and start - 1 > clause.verb.head
    if opener is not None and opener.part in ("prep", "sub") and start > clause.start:
        return True
    several = sum(words[i].part == "date" for i in range(clause.start, clause.end)) > 1
    return several or not head.base or (head.base in lemmas("light") and head.act is None)


# --- whether a date is that of the verb of a line ---


def is_its_date(words: tuple[Word, ...], phrase: Phrase, clause: Clause, date: int) -> bool:
    """Tell whether a date is that of the verb: the nearest of the phrase, behind no noun of another happening."""
    dated = (i for i in range(phrase.start, phrase.end) if words[i].date and i != date)
    others = [i for i in dated if _owner_of(words, i) is None and not (modifies(words, i) or _dates_nothing(words, i))]
    others = [i for i in others if not _is_of_relative(words[phrase.start : clause.verb.first], i - phrase.start)]
    head = clause.verb.head
    nearer = (phrase.pivot == head and abs(i - head) < abs(date - head) for i in others)
    if any(nearer) or any(i < clause.start for i in others):
        return False  # "the fair will open on 3 May and close on 9 May"
    found = words[date].date
    if _is_of_gerund(words, clause, date) or _is_apart(words, clause, date):
        return False
    asides = (w for v, w in pairwise(words[clause.verb.head : date]) if v.part == "comma")
    if any(w.part in ("participle", "gerund") or "awaited" in w.parts for w in asides):
        return False  # "asked for a rocket, expected to fly in 2018", "sought peace talks, set to resume on Monday"
    behind = pairwise(words[clause.verb.head + 1 : date])
    if any(v.low in _PHRASES and w.part != "date" and w.tag != "number" for v, w in behind):
        return False  # "worked on after her flight on 3 June", but "the first title since 1908 on Friday"
    if found is None or date < clause.verb.first or (found.value and edtf.precision(found.value) == "day"):
        return True
    return not any(
        (words[i].happening and words[max(start_of(words, i) - 1, clause.verb.head)].low in _ABOUT)
        or (words[i].part == "noun" and [w.low for w in words[i - 2 : i]] in (["for", "a"], ["for", "an"]))
        for i in range(clause.verb.head + 1, date)
    )


def _is_of_relative(before: tuple[Word, ...], date: int) -> bool:
    """Tell whether one of the words before a verb dates an aside that is closed: ``Ruiz, who fled in 2012, sued``."""
    return any(w.part == "rel" for w in before[: max(date, 0)]) and any(w.part == "comma" for w in before[date + 1 :])


def _is_apart(words: tuple[Word, ...], clause: Clause, date: int) -> bool:
    """Tell whether a date is the verb's object, or that lasts up to now: ``picked Saturday``, ``has been losing``."""
    if date == clause.verb.head + 1:
        return words[clause.verb.head].base in wordset("events-choosing") and clause.verb.voice == "active"
    later, behind = date > clause.verb.head, [w.part for w in words[date + 1 : date + 2]]
    inside = later or words[date - 1].part in ("name", "noun")  # "one of two mothers with Holm that day said"
    pointed = inside and words[date].low.startswith(("that ", "the same "))
    pointed = pointed or (words[date].low.startswith("the year ") and words[date - 1].part != "prep")  # "recalled, and"
    named = later and behind in (["noun"], ["name"], ["participle"]) and words[date - 1].part not in ("prep", "verb")
    if pointed or (named and not words[date].low.isdigit()):  # "the Boxing Day flood of 2004"
        return True  # "plans to meet Ruiz that day", "told of Ruiz in 2008 inviting Holm"
    lasting = clause.verb.tense == "present" and clause.verb.aspect == "perfect"  # "has denied any role in May"
    if clause.verb.first < date < clause.verb.head:
        return False  # "has on Monday signed"
    return lasting and not (
        words[date].low.startswith(("this", "today", "tonight")) or has_begun(words, clause.verb, date)
    )


def _is_of_gerund(words: tuple[Word, ...], clause: Clause, date: int) -> bool:
    """Tell whether a date is that of a deed: ``charged with killing a guard on 3 May``, ``his part in saving Lima in``.

    A weekday is the news: ``was charged with killing a guard on Monday``; and what is done *by* doing is done then.
    """
    found = words[date].date
    if found is None or _NEWS.search(found.offset or "") or words[date].low.partition(",")[0].endswith("day"):
        return False
    behind = words[clause.verb.head + 1 : date]
    return any(
        u.low in LATER or (u.part == "prep" and u.low != "by" and w.part in OBJECT)
        for u, v, w in zip(behind, behind[1:], (*behind[2:], words[date]), strict=False)
        if v.part == "gerund"
    )
