"""How a name is written, made comparable, with its acronyms; full names by what a shorter form of them keeps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from generator.lexicons import listed, table, words
from generator.text.fold import letters

Words = tuple[str, ...]

LONGEST_RUN = 3  # words of a full name that it is called by; more are a full name themselves


class Bearers:
    """Full names of people, looked up by a shorter form; each name comes with the number of its unit."""

    def __init__(self, people: Iterable[tuple[int, Form]]) -> None:
        """Index some full names."""
        self._fuller: dict[tuple[str, str, str], list[tuple[int, Form]]] = defaultdict(list)
        self._family: dict[Words, list[int]] = defaultdict(list)
        self._other: dict[Words, list[int]] = defaultdict(list)
        for number, form in people:
            for hook in _hooks(form):
                self._fuller[hook].append((number, form))
            families, others = _parts(form)
            for part in families:
                self._family[part].append(number)
            for part in others:
                self._other[part].append(number)

    def fuller(self, form: Form) -> dict[int, str]:
        """Return the longer full names that a full name may be short for, with the reason."""
        found = {}
        for hook in _asked(form):
            for number, other in self._fuller.get(hook, ()):
                if number not in found and (why := variant(form, other)):
                    found[number] = why
        return found

    def by_family(self, form: Form) -> tuple[int, ...]:
        """Return the full names whose family name, or last names, a single name is."""
        return tuple(self._family.get(form.core, ()))

    def by_any(self, form: Form) -> tuple[int, ...]:
        """Return the full names of which a single name is another part (``Lula``, ``Thaksin``)."""
        return tuple(self._other.get(form.core, ()))


def _hooks(form: Form) -> tuple[tuple[str, str, str], ...]:
    core = form.core
    names = {("initial", given(core[0])[0], core[-1])}
    for line in (core, form.words):
        names |= {("part", line[i], line[i + 1]) for i in range(len(line) - 1)}
    return tuple(sorted(names))


def _asked(form: Form) -> tuple[tuple[str, str, str], ...]:
    core, every = form.core, form.words
    asked = [("initial", given(core[0])[0], core[-1])]
    asked += [("part", line[0], line[1]) for line in (core, every) if len(line) > 1]
    return tuple(dict.fromkeys(asked))


def _parts(form: Form) -> tuple[set[Words], set[Words]]:
    """Return the parts of a full name that it is called by, and its other parts."""
    core = form.core
    ends = (0, *accumulate(form.lengths))  # "Reed" is no part of "Harcourt-Reed"
    runs = {core[i:j] for n, i in enumerate(ends) for j in ends[n + 1 : n + 1 + LONGEST_RUN]} - {core}
    families = {run for run in runs if run == core[len(core) - len(run) :]}
    if core[: form.lengths[0]] in runs and core[0] in listed("entities-family-first"):
        families.add(core[: form.lengths[0]])
    return families, {r for r in runs - families if len(r[0]) > 1}


FEWEST_INITIALS = 3  # two initials fit too many names


def initials(name: Sequence[str]) -> tuple[str, ...]:
    """Return the initials of a name, with and without those of its small words; empty for too few."""
    every = "".join(w[0] for w in name)
    great = "".join(w[0] for w in name if w not in words("entities-small"))
    led = "".join((*name[:1], *(w[0] for w in name[1:]))) if len(name) > FEWEST_INITIALS else ""  # ORB MCF
    return tuple(dict.fromkeys(i for i in (great, every, led) if len(i) >= FEWEST_INITIALS))


SKELETON_FROM = 5  # shorter words differ by one letter too often (Li and Lee, Son and Sun)
FORMS_KEPT = 1 << 16  # forms recur all over a corpus: each is worked out once

_BETWEEN = re.compile(r"[^a-z0-9]+")
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


@lru_cache(maxsize=FORMS_KEPT)
def form_of(text: str) -> Form:
    """Return the comparable form of a name."""
    every_part = (tuple("al" if w == "el" else w for w in _BETWEEN.split(p) if w) for p in letters(text).split())
    parts = [part for part in every_part if part]
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


def _suffix(every: tuple[str, ...]) -> str:
    """Return the generation suffix; a numeral needs two names before it (Elizabeth II keeps hers)."""
    needed = 3 if every and every[-1].startswith("i") else 2
    return every[-1] if len(every) >= needed and every[-1] in words("entities-suffixes") else ""


def skeleton(word: str) -> str:
    """Return what the usual transliterations of a word have in common; short words stay as they are."""
    return word if len(word) < SKELETON_FROM else sound(word)


@lru_cache(maxsize=FORMS_KEPT)
def sound(word: str) -> str:
    """Return the letters that the usual transliterations of a word have in common."""
    for seen, kept in table("entities-letters"):
        word = word.replace(seen, kept)
    return undoubled(word)


def undoubled(word: str) -> str:
    """Return the letters of a word, of two that are the same and stand side by side one."""
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
    keys = (f"={form.letters}", f"={''.join(form.words)}", f"~{spelled}")
    return (*keys, f"*{' '.join(sorted(form.core))}") if _turns(form) else keys


def _turns(form: Form) -> bool:
    """Tell whether the words show which is the family name, so that their order may change.

    ``Hassan Ahmed`` and ``Ahmed Hassan`` are two people.
    """
    first, last = "".join(form.core[: form.lengths[0]]), "".join(form.core[-form.lengths[-1] :])
    return any(
        (first in known) != (last in known)
        for known in (listed_letters("names-given"), listed_letters("entities-family-first"))
    )


@lru_cache(maxsize=3)
def listed_letters(lexicon: str) -> frozenset[str]:
    """Return the letters of the names of a list: ``mbeki`` of *M’Beki*."""
    return frozenset("".join(w for w in _BETWEEN.split(letters(name)) if w) for name in words(lexicon))


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
    initial = len(first) == 1 or len(other) == 1
    same = first[0] == other[0] if initial else given(first) == given(other)
    if not same or not same_middle(less.core[1:-1], more.core[1:-1]):
        return ""
    how = "the same family name, with the initial of the given name"
    return how if initial else "the same name in a shorter form"


def _part(less: tuple[str, ...], more: tuple[str, ...]) -> bool:
    n = len(less)
    return n > 1 and any(more[i : i + n] == less for i in (0, len(more) - n))


def same_middle(less: tuple[str, ...], more: tuple[str, ...]) -> bool:
    """Tell whether middle names agree: words may be left out, initials all stand (not George W. and George H. W.)."""
    if any(len(w) == 1 for w in less):
        pairs = zip(less, more, strict=False)
        return len(less) == len(more) and all(w in (m, m[0]) or m == w[0] for w, m in pairs)
    rest = iter(more)
    return all(any(m in (w, w[0]) for m in rest) for w in less)
