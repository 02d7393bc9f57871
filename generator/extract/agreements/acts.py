"""Acts of agreeing: signing, adopting, reaching, agreeing to, taking effect, told as having happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.agreements.clause import Words, clause_start, voice, wordset

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Span

OBJECT = 11
"""Words behind a verb among which its object stands: ``signed, in the presence of both presidents, an agreement``."""
SUBJECT = 14
"""Words before a passive verb among which its subject stands."""
SEVERAL = 2

_MORE_OBJECTS = {"signed": "signable", "exchanged": "exchanged"}
"""Sets of objects that make an act of agreeing of one verb only: ``signed a plan``, but ``adopted a plan``."""
_BY_HAND = frozenset(("signed", "initialled", "initialed", "ratified"))
"""Verbs that tell an act of agreeing whatever their subject, if several do it."""

_EFFECTS = {"took": ("effect",), "came": ("into",), "entered": ("into", "force"), "went": ("into",)}
_FORCE = frozenset(("", "force", "effect", "on", "in", "last", "at"))
"""What follows ``took effect``, ``came into``."""


def act_in(words: Words) -> Span | None:
    """Return the span of the first words that tell an act of agreeing, or None.

    Told means: in the past or the perfect, by the article itself; no plan, wish, refusal, condition or doubt, and no
    mere mention of a document by which something else is told (``the treaty signed in 2015 has had no effect``).
    """
    for i, token in enumerate(words.tokens):
        rule = _RULES.get(token.text)
        if rule and not any(s.holds(token.span) for s in words.spoken) and rule(words, i) and _is_told(words, i):
            return token.span
    return None


def _is_told(words: Words, i: int) -> bool:
    """Tell whether nothing in the clause before a verb, or between it and its object, takes the act back."""
    start = clause_start(words, i)
    if words.any("open", start, i) or words.any("no", start, i):
        return False
    return not (words.any("nested", start, i) and words.at(i - 1) in ("has", "have"))


def _signed(words: Words, i: int) -> bool:
    """Read ``signed a treaty``, ``has concluded accords``, ``a charter was adopted``, ``a deal, signed on Friday,``."""
    loose = words.at(i) in wordset("formal")
    more = _MORE_OBJECTS.get(words.at(i), "")
    used = voice(words, i)
    if used == "participle":
        return _document(words, i - 6, i, loose=False)
    if used == "passive":
        return _document(words, max(i - SUBJECT, 0), i, loose=loose) or _by_several(words, i)
    if not used:
        return False
    end = _object_end(words, i)
    known = _document(words, i + 1, end, loose=loose) or words.any(more, i + 1, end)
    return known and not words.any("no", i + 1, end)


def _document(words: Words, start: int, end: int, *, loose: bool) -> bool:
    """Tell whether a document stands between two places; a loose one may be another thing after other verbs."""
    return words.any("document", start, end) or (loose and words.any("loose", start, end))


def _object_end(words: Words, i: int) -> int:
    end = i + 1
    while end < min(i + OBJECT, len(words.tokens)) and words.at(end) not in (";", ":", "but", "after", "while", "said"):
        end += 1
    return end


def _by_several(words: Words, i: int) -> bool:
    """Read ``signed by the two delegations``."""
    return words.at(i) in _BY_HAND and words.at(i + 1) == "by" and words.any("party", i + 2, i + 6)


def _agreed(words: Words, i: int) -> bool:
    """Read ``agreed to buy``, ``agreed on a fund``, ``agreed a price``, ``agreed that``, ``was agreed``."""
    used, following = voice(words, i), words.at(i + 1)
    if used in ("", "participle"):
        return False
    if used == "passive":
        return True
    if _document(words, i + 1, i + 8, loose=False) and following in ("to", "on", "upon", "a", "an", "the"):
        return not words.any("no", i + 1, i + 8)
    if following == "to":
        return _is_party(words, i)
    if following in ("on", "terms", "that", "a", "an", "the") or (
        following == "upon" and words.at(i + 2) in ("a", "the")
    ):
        return _are_several(words, i)
    return False


def _subject(words: Words, i: int) -> tuple[int, int]:
    return max(clause_start(words, i), i - SUBJECT), i


def _named(words: Words, i: int, kinds: tuple[str, ...]) -> int:
    """Return how many names of some kinds stand in the subject of a verb."""
    start, end = _subject(words, i)
    first, last = words.tokens[start].span.start, words.tokens[end].span.start
    return len({n.norm for n in words.names if n.kind in kinds and first <= n.span.start < last})


def _is_party(words: Words, i: int) -> bool:
    """Tell whether the subject can bind itself: a state, a body, or several people."""
    start, end = _subject(words, i)
    if words.any("others", start, end):
        return False
    body = words.any("party", start, end) or words.any("singular", start, end)
    return body or _named(words, i, ("organisation", "place")) > 0 or _are_several(words, i)


def _are_several(words: Words, i: int) -> bool:
    """Tell whether the subject is several who agree with each other."""
    start, end = _subject(words, i)
    if words.any("others", start, end):
        return False
    pronoun = words.at(end - 1) == "they" or words.at(start) == "they"
    return pronoun or words.any("party", start, end) or _named(words, i, ("organisation", "place", "person")) >= SEVERAL


def _committed(words: Words, i: int) -> bool:
    """Read ``both sides have committed themselves``: a promise that several give each other."""
    start, end = _subject(words, i)
    mutual = words.any("both", start, end) and words.any("party", start, end)
    return voice(words, i) in ("active", "perfect") and mutual and words.at(i + 1) in ("themselves", "to")


def _witnessed(words: Words, i: int) -> bool:
    """Read ``witnessed the signing of 14 agreements``, ``oversaw the exchange of letters``."""
    if voice(words, i) not in ("active", "perfect"):
        return False
    signing = next((n for n in range(i + 1, i + 8) if words.at(n) in wordset("signing")), None)
    return signing is not None and _document(words, signing + 1, signing + 10, loose=True)


def _took_effect(words: Words, i: int) -> bool:
    """Read ``the pact took effect``, ``the treaty entered into force``."""
    if words.at(i + 1) not in _EFFECTS[words.at(i)] or words.at(i + 2) not in _FORCE:
        return False
    return voice(words, i) in ("active", "perfect") and _document(words, max(i - SUBJECT, 0), i, loose=False)


def _settled(words: Words, i: int) -> bool:
    """Read ``the two firms settled their dispute``."""
    return voice(words, i) in ("active", "perfect") and words.any("quarrel", i + 1, i + 5) and _are_several(words, i)


_RULES: dict[str, Callable[[Words, int], bool]] = {
    "agreed": _agreed,
    "settled": _settled,
    **dict.fromkeys(sorted(wordset("formal") | wordset("approving")), _signed),
    **dict.fromkeys(sorted(wordset("mutual")), _committed),
    **dict.fromkeys(sorted(wordset("witness")), _witnessed),
    **dict.fromkeys(_EFFECTS, _took_effect),
}
