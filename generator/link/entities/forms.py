"""How a name is written, made comparable: accents, hyphens, particles, initials, spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.lexicons import listed, table, words
from generator.text.fold import plain

LONGEST = 200  # no name is longer; keeps hostile text cheap
SKELETON_FROM = 5  # shorter words differ by one letter too often (Li and Lee, Son and Sun)
FORMS_KEPT = 1 << 16  # forms recur all over a corpus: each is worked out once

_BETWEEN = re.compile(r"[^a-z0-9]+")
_BRACKETED = re.compile(
    r"""^(?P<long>[^()]{3,200}?)\s?
        \((?P<short>[A-Z][A-Za-z&.\-]{1,11})\)$    # Association of Southeast Asian Nations (ASEAN)
    """,
    re.VERBOSE,
)
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Form:
    """A name as comparable words: ``words`` all of them, ``core`` those without particles and generation suffixes.

    ``lengths`` counts the core words of each word as written (``Ocasio-Cortez`` has two); ``suffix``: ``jr``, ``sr``, …
    """

    words: tuple[str, ...]
    core: tuple[str, ...]
    lengths: tuple[int, ...]
    suffix: str

    @property
    def full(self) -> bool:
        """More than one name: a given name and a family name, in whichever order."""
        return len(self.lengths) > 1

    @property
    def letters(self) -> str:
        """The core without spaces: ``Kim Jong-un`` and ``Kim Jong Un`` agree."""
        return "".join(self.core)


def fold(text: str) -> str:
    """Return a text in plain lower-case letters, without apostrophes: ``Tô Lâm’s`` ──▶ ``to lams``."""
    return plain(text[:LONGEST]).replace("'", "")


@lru_cache(maxsize=FORMS_KEPT)
def form_of(text: str) -> Form:
    """Return the comparable form of a name."""
    parts = [w for w in (_words(part) for part in fold(text).split()) if w]
    if len(parts) > 1 and parts[0] == ("the",):
        parts = parts[1:]
    every = tuple(w for part in parts for w in part) or (text,)  # nothing but signs: only itself is the same
    suffix = _suffix(every)
    body = parts[:-1] if suffix else parts
    kept = [tuple(w for w in part if w not in listed("entities-particles")) for part in body]
    if text[:1].isupper() and len(kept) > 1 and not kept[0] and kept[1]:
        kept[0] = body[0]  # Al Gore, Van Morrison, Le Duan; but von der Leyen, Van den Berg and al-Sisi lose theirs
    core = tuple(w for part in kept for w in part) or every
    lengths = tuple(len(part) for part in kept if part) or (len(core),)
    return Form(every[:-1] if suffix else every, core, lengths, suffix)


def _words(part: str) -> tuple[str, ...]:
    return tuple("al" if w == "el" else w for w in _BETWEEN.split(part) if w)


def _suffix(every: tuple[str, ...]) -> str:
    """Return the generation suffix; a numeral needs two names before it (Elizabeth II keeps hers)."""
    needed = 3 if every and every[-1].startswith("i") else 2
    return every[-1] if len(every) >= needed and every[-1] in words("entities-suffixes") else ""


@lru_cache(maxsize=FORMS_KEPT)
def split_bracket(text: str) -> tuple[str, str] | None:
    """Return long and short form of a name that is written with its acronym in brackets, or None."""
    match = _BRACKETED.match(text)
    return (match["long"], match["short"]) if match else None


@lru_cache(maxsize=FORMS_KEPT)
def skeleton(word: str) -> str:
    """Return what the usual transliterations of a word have in common; short words stay as they are."""
    if len(word) < SKELETON_FROM:
        return word
    for seen, kept in table("entities-letters"):
        word = word.replace(seen, kept)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    return {short: row[0] for row in table("entities-nicknames") for short in row}


def given(word: str) -> str:
    """Return the given name that a short form or a variant stands for: ``joe`` ──▶ ``joseph``."""
    return _given_names().get(word, word)


@lru_cache(maxsize=FORMS_KEPT)
def person_keys(form: Form) -> tuple[str, ...]:
    """Return keys of which two forms of a full name share at least one.

    The letters in order (``Xi Jin-ping``), the words in any order (``Viktor Orbán``, ``Orbán Viktor``), and the words
    as they are transliterated.
    """
    if not form.full:
        return ()
    spelled = "".join(skeleton(given(w)) for w in form.core)
    keys = (f"={form.letters}", f"~{spelled}")
    return (*keys, f"*{' '.join(sorted(form.core))}") if _turns(form) else keys


def _turns(form: Form) -> bool:
    """Tell whether the words show which is the family name, so that their order may change.

    ``Hassan Ahmed`` and ``Ahmed Hassan`` are two people.
    """
    first, last = "".join(form.core[: form.lengths[0]]), "".join(form.core[-form.lengths[-1] :])
    return any(
        (first in known) != (last in known) for known in (_listed("names-given"), _listed("entities-family-first"))
    )


@lru_cache(maxsize=2)
def _listed(lexicon: str) -> frozenset[str]:
    return frozenset("".join(w for w in _BETWEEN.split(fold(name)) if w) for name in words(lexicon))


def variant(less: Form, more: Form) -> str:
    """Tell why ``less`` may be a shorter way to write the full name ``more``; empty if it may not.

    Initials, a left-out middle name, the short form of a given name (``Joe``), or a part of a longer name
    (``López Obrador``). Different given names are different people.
    """
    if less.core == more.core or (less.suffix and more.suffix and less.suffix != more.suffix):
        return ""
    if len(less.words) < len(more.words) and (_part(less.core, more.core) or _part(less.words, more.words)):
        return "a part of the longer name"
    if less.core[-1] != more.core[-1] or len(less.core) > len(more.core):
        return ""
    first, other = less.core[0], more.core[0]
    if not _same_given(first, other) or not _same_middle(less.core[1:-1], more.core[1:-1]):
        return ""
    if len(first) == 1 or len(other) == 1:
        return "the same family name, with the initial of the given name"
    return "the same name in a shorter form"


def _same_given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return given(one) == given(other)


def _part(less: tuple[str, ...], more: tuple[str, ...]) -> bool:
    n = len(less)
    return n > 1 and any(more[i : i + n] == less for i in (0, len(more) - n))


def _same_middle(less: tuple[str, ...], more: tuple[str, ...]) -> bool:
    """Tell whether middle names agree: words may be left out, initials all stand (not George W. and George H. W.)."""
    if any(len(w) == 1 for w in less):
        pairs = zip(less, more, strict=False)
        return len(less) == len(more) and all(w in (m, m[0]) or m == w[0] for w, m in pairs)
    rest = iter(more)
    return all(any(m in (w, w[0]) for m in rest) for w in less)
