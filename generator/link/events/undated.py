"""Dates that aren't those of the main verb: of a comparison, a bound, a name, or of a participle behind a noun."""

from generator.lexicons import wordset
from generator.link.events.words import Word

# How many words a figure that is compared may take: "$48.7 million, or $1.11 a share, a year earlier".
FIGURE_REACH = 20
# A date after one of these, with a figure between, only serves to compare: "up from 40 in 2019", "than a year ago".
_COMPARING = frozenset(("than", "from", "compared", "versus", "against"))
_PARTING = frozenset(("verb", "in-verb", "gerund", "break", "rel", "sub", "that", "date"))
_TIMES = frozenset(("mornings", "afternoons", "evenings", "nights"))
_BOUNDS = frozenset(("by", "until", "till", "before", "since", "between", "through"))
"""A date after one of these says by when, or since when, and not when."""


def dates_nothing(words: tuple[Word, ...], date: int) -> bool:
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
    often = any(w.low in _TIMES for w in words[date + 1 : date + 4])  # "leaves on Monday and Tuesday nights"
    of = before.low == "of" and words[date - 2].happening is None  # "a guard for much of the 1980s"
    name = words[date - 2] if of else before  # "the Roads Act of 1980", "the games of 2016"
    law = of or (name.text[:1].isupper() and name.low.split()[-1] in wordset("events-laws"))
    cited = before.text == "[" and [w.text for w in words[date + 1 : date + 2]] == ["]"]
    between = before.low == "and" and "between" in {w.low for w in words[max(0, date - 4) : date]}  # … May 3 and May 9
    later = words[date].low.endswith((" before", " after")) and behind not in ([], ["comma"])
    prior = before.low == "to" and words[date - 2].low == "prior"
    return often or prior or law or cited or between or later or before.low in _BOUNDS


def _is_back(words: tuple[Word, ...], date: int) -> bool:
    """Tell whether *from* before a date compares with it: after a figure, or before ``a year ago``."""
    found = words[date].date
    ago = found is not None and (found.offset or "").startswith("-")
    change = {"rise", "fall"} & words[date - 2].token.kinds
    return ago or bool(change) or any(w.part == "number" for w in words[max(date - 5, 0) : date])


REACH = 14
"""Words between a participle and its date: ``seized by the crew of a trawler off the port of Arica in 2021``."""
_ENDS = frozenset(("verb", "in-verb", "base", "to", "break", "open", "close", "quote", "rel", "sub", "that"))
_ASIDE = 2
"""Commas of an aside between them: ``seized in Arica, in the north, in April``."""
_BEFORE = frozenset(("noun", "name", "number", "pron", "comma", "close", "quote", "adv", "participle"))
_BEHIND = frozenset(("prep", "date", "adv", "conj"))
_RESULT = frozenset(("leave", "get", "keep", "see", "find"))
"""Verbs whose object is what the participle says, at the verb's own time: ``left nine people hurt on Tuesday``."""
_PHRASE = frozenset(("noun", "name", "number", "det", "poss", "adv"))


def owner_of(words: tuple[Word, ...], date: int) -> int | None:
    """Return the participle that a date hangs on, so that it dates no main verb."""
    commas = 0
    for i in range(date - 1, max(date - REACH, -1), -1):
        commas += words[i].part == "comma"
        if words[i].part in _ENDS or words[i].date:
            return None
        if words[i].part == "participle" and _opens_clause(words, i):
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
    if told_of or "awaited" in words[i].parts or (words[i].base in wordset("events-lasting") and not beside):
        return False
    before = next((w for w in reversed(words[:i]) if w.part not in _PHRASE), None)
    if before is None:
        return True
    result = before.part in ("verb", "in-verb") and before.base in _RESULT
    return not (result or (before.low in ("at", "during") and words[i - 1].happening is not None))
