"""Participles behind a noun that own the date behind them: ``freed nine of the sailors seized in 2021``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.link.events.words import Word

REACH = 14
"""Words between a participle and its date: ``seized by the crew of a trawler off the port of Arica in 2021``."""
_ENDS = frozenset(("verb", "in-verb", "base", "to", "break", "open", "close", "quote", "rel", "sub", "that"))
_ASIDE = 2
"""Commas of an aside between them: ``seized in Arica, in the north, in April``."""
_BEFORE = frozenset(("noun", "name", "number", "pron", "comma", "close", "quote", "adv", "participle"))
_BEHIND = frozenset(("prep", "date", "adv", "conj"))
_RESULT = frozenset(("leave", "get", "keep", "see", "find"))
"""Verbs whose object is what the participle says, at the verb's own time: ``left nine people hurt on Tuesday``."""
_LASTING = frozenset(
    ("accuse", "aim", "arm", "associate", "base", "call", "concern", "connect", "describe", "design", "dress",
     "entitle", "equip", "fill", "involve", "know", "link", "load", "locate", "make", "name", "own", "relate",
     "suspect", "title", "use", "value", "want")
)  # fmt: skip
"""Verbs whose participle tells how somebody or something is, rather than what happened to it."""
_SAME_TIME = frozenset(("at", "during"))


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
    if told_of or "awaited" in words[i].parts or (words[i].base in _LASTING and not beside):
        return False
    phrase = i - 1
    while phrase >= 0 and words[phrase].part in ("noun", "name", "number", "det", "poss", "adv"):
        phrase -= 1
    before = words[phrase] if phrase >= 0 else None
    result = before is not None and before.part in ("verb", "in-verb") and before.base in _RESULT
    during = before is not None and before.low in _SAME_TIME and words[i - 1].happening is not None
    return not (result or during)
