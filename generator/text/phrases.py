"""Parts of speech ──▶ noun phrases."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

PhraseKind = Literal["name", "description", "pronoun", "number"]


class NounPhrase(NamedTuple):
    """The tokens ``first`` to ``end`` (exclusive) of a noun phrase; from ``core`` on without articles and pronouns.

    ``head`` is the noun that says what it is. What follows with *of* is a phrase of its own.
    """

    first: int
    end: int
    core: int
    head: int
    kind: PhraseKind


_OPENING = frozenset(("det", "poss"))
_HEADS = frozenset(("noun", "name", "number", "date"))
_INSIDE = _HEADS | {"adj", "symbol", "genitive", "hyphen"}
_BEFORE_HEAD = frozenset(("participle", "ing", "adv"))


def phrases_of(parts: Sequence[str]) -> tuple[NounPhrase, ...]:
    """Return the noun phrases of a sentence in text order, none inside another; linear in the number of tokens."""
    found: list[NounPhrase] = []
    i, length = 0, len(parts)
    while i < length:
        part = parts[i]
        if part == "pron":
            found.append(NounPhrase(i, i + 1, i, i, "pronoun"))
        elif part in _OPENING or part in _INSIDE or part in _BEFORE_HEAD:
            phrase = _phrase(parts, i)
            if phrase is not None:
                found.append(phrase)
                i = phrase.end
                continue
        i += 1
    return tuple(found)


def _phrase(parts: Sequence[str], first: int) -> NounPhrase | None:
    core = first
    while core < len(parts) and parts[core] in _OPENING:
        core += 1
    if core == first and parts[core] in ("ing", "adv", "genitive", "hyphen"):
        return None  # "signing the treaty", "yesterday"
    head = _head(parts, core, articled=core > first)
    if head < 0:
        return NounPhrase(first, core, core, core - 1, "pronoun") if core > first else None  # "this", "both"
    kind: PhraseKind = "name" if parts[head] == "name" else "number" if parts[head] == "number" else "description"
    return NounPhrase(first, head + 1, min(core, head), head, kind)


def _head(parts: Sequence[str], i: int, *, articled: bool) -> int:
    """Return the last noun of a phrase from a token on, else its last adjective (*the elderly*), else -1."""
    head = adjective = -1
    while i < len(parts):
        part = parts[i]
        if part in _HEADS:
            head = i
        elif part == "adj":
            adjective = i
        elif part in _BEFORE_HEAD:
            if not _leads_to_head(parts, i, head):
                break
        elif part not in _INSIDE:
            break
        i += 1
    return adjective if head < 0 and articled else head


def _leads_to_head(parts: Sequence[str], i: int, head: int) -> bool:
    """Tell whether an adverb or a participle belongs to the noun behind it: ``a [newly elected] mayor``."""
    if head >= 0 and parts[head] != "number" and parts[i - 1] != "genitive":
        return False  # "the deal signed", "prices rising"
    k = i + 1
    while k < len(parts) and k < i + 3 and parts[k] in (*_BEFORE_HEAD, "adj"):
        k += 1
    return k < len(parts) and parts[k] in ("noun", "name", "adj")
