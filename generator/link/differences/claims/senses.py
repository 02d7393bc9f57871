"""A verb ──▶ what it says is done, one sense for words of one meaning and for a word and its opposite."""

from functools import cache

from generator.lexicons import table, wordset
from generator.link.content_words import senses_of, stems_of
from generator.link.opposites import OPPOSED
from generator.model import Kind
from generator.text import LEXICON
from generator.text.befallen import deeds_counted

_BOTH = wordset("deeds-beside-opposites")
"""Lemmas that can be true beside their opposite, or soon after it: who was killed may have been injured, too."""

TRADED = frozenset(("buy", "sell", "import", "export", "borrow", "lend"))
"""Lemmas of a direction that one thing takes once; what rises today may fall tomorrow."""


@cache
def synonyms() -> dict[str, str]:
    """Return for a verb, or one with its particle, the verb that stands for all of its meaning."""
    return {one.replace("-", " "): chief for chief, ones in table("deeds-senses") for one in ones.split()}


@cache
def _senses() -> dict[str, tuple[str, bool, Kind]]:
    """Return for each word that has an opposite the one of the two that stands for both, and whether it is that one."""
    found: dict[str, tuple[str, bool, Kind]] = {}
    for kind, one, other in OPPOSED:
        asks = Kind.DIRECTION if kind == Kind.DIRECTION else Kind.ACT
        if LEXICON[other].lemma in _BOTH or (kind == "direction" and "verb" not in LEXICON[one].kinds):
            continue
        if other in found and one not in found:
            base, straight, _ = found[other]
            found[one] = base, not straight, asks  # approved, as accepted, is the opposite of rejected
        elif one in found:
            base, straight, _ = found[one]
            found.setdefault(other, (base, not straight, asks))
        else:
            found[one], found[other] = (one, True, asks), (one, False, asks)
    return found


def sense_of(deed: str) -> tuple[str, bool, Kind]:
    """Return what stands for a deed, and whether it is meant as such or as the opposite."""
    first, _, rest = synonyms().get(deed, deed).partition(" ")
    if first in _senses() and (not rest or first in ("win", "lose")):
        base, straight, asks = _senses()[first]
        return " ".join((next(iter(senses_of(stems_of(base))), base), *senses_of(stems_of(rest)))), straight, asks
    told = " ".join((first, *senses_of(stems_of(rest)))) if rest else next(iter(senses_of(stems_of(first))), first)
    return told, True, Kind.DENIAL


@cache
def harms() -> frozenset[str]:
    """Return the senses of what happens to people whose number grows while it is told."""
    return frozenset(s for deed in deeds_counted().values() for s in (deed, sense_of(deed)[0], *stems_of(deed)))


@cache
def acts(verbs: str) -> frozenset[str]:
    """Return what stands for a few verbs that stand in the program."""
    return frozenset(sense_of(v)[0] for v in verbs.split())
