"""What an article's clear names tell about its unclear ones: short forms, acronyms, repetitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.extract.names.around import bracketed, labels
from generator.extract.names.gazetteer import gazetteer
from generator.extract.names.lists import PARTICLES, SUFFIXES, heads
from generator.extract.names.organisations import only_called
from generator.extract.names.sentence import Reading, Sentence
from generator.model import NameKind
from generator.text import Word

CLEAR = 1.9  # a reading at least this strong explains the same words, and short forms of them, elsewhere in the article


UNCLEAR = 1.0  # two or more readings of at least this strength, all of one kind, make a name clear enough to be …
INITIALS = 3  # fewer letters fit too many names
PUBLISHES = "it publishes the article"
PUBLISHING = 2.6  # less than a given and a family name: some publish under their own
TURN = 5  # a name that begins a line of a transcript has fewer words
TOLD = 2.5  # what that says
REPEATED = 1.9  # … this strong everywhere in the article


@dataclass(frozen=True, slots=True)
class Known:
    """What words stand for in this article, learnt from a clear place in it."""

    kind: NameKind
    strength: float
    because: str
    norm: str | None = None
    key: str | None = None
    form: str = "name"


def learn(found: Sequence[tuple[Sentence, Reading]]) -> dict[str, Known]:
    """Return what the clear readings of an article explain, by the words explained."""
    return _repeated(found) | _clear(found)


def publishing(name: str) -> dict[str, Known]:
    """Return that who publishes is a body, by its name with and without the form of a company (``(Pty) Ltd``)."""
    plain = name.split()
    while plain[1:] and (plain[-1] in heads("suffix") or plain[-1][0] == "("):
        plain.pop()
    forms = (form for form in (name, " ".join(plain)) if form and form not in gazetteer())
    return {form: Known("organisation", PUBLISHING, PUBLISHES) for form in forms}


def speaking(sentences: Iterable[Sentence]) -> dict[str, Known]:
    """Return who speaks in a transcript, whose last name begins lines as well: ``ANN LEE: …``, ``LEE: …``."""
    turns = (
        (s, next((i for i in range(s.first, s.first + TURN) if not s.words[i : i + 1] or not s.words[i].shouted), 0))
        for s in sentences
    )
    called = {s.surface(s.first, end).title() for s, end in turns if end and labels(s, s.first, end)}
    whole = {name for name in called if " " in name and name.rpartition(" ")[2] in called}
    because = "lines begin with it and a colon"
    names = {name: Known("person", TOLD, because) for name in whole}
    return names | {name.rpartition(" ")[2]: Known("person", TOLD, f"short for {name}") for name in whole}


def beginnings(known: Iterable[str]) -> frozenset[str]:
    """Return everything that the first words of some names begin with: other words begin none of them."""
    firsts = {words.split(" ", 1)[0] for words in known}
    return frozenset(word[:end] for word in firsts for end in range(1, len(word) + 1))


def _repeated(found: Sequence[tuple[Sentence, Reading]]) -> dict[str, Known]:
    """Return the names that are unclear wherever they stand, but of the same kind in several sentences.

    Who only does something (``Telegram was removed``) may be a body as well, where anything shows one.
    """
    tally: dict[str, dict[NameKind, set[tuple[Word, ...]]]] = {}
    acting: dict[str, set[tuple[Word, ...]]] = {}
    for s, r in found:
        surface, told = s.surface(r.start, r.end), s.words
        if UNCLEAR <= r.strength < CLEAR and r.rule != "gazetteer" and len(s.words) > r.end - r.start:
            tally.setdefault(surface, {}).setdefault(r.kind, set()).add(told)
        elif r.kind == "person" and r.end - r.start == 1 and not s.traits[r.start].listed:
            acting.setdefault(surface, set()).add(told)
    every = {
        (words, kind): told | (acting.get(words, set()) if kind == "organisation" else set())
        for words, kinds in tally.items()
        for kind, told in kinds.items()
        if len(kinds) == 1
    }
    return {
        words: Known(kind, REPEATED, f"read so {len(told)} times in the article")
        for (words, kind), told in every.items()
        if len(told) > 1
    }


def _clear(found: Iterable[tuple[Sentence, Reading]]) -> dict[str, Known]:
    best: dict[str, dict[NameKind, float]] = {}
    learnt: dict[tuple[str, NameKind], Known] = {}
    for s, reading in found:
        called = reading.kind == "organisation" and only_called(s, reading)  # a Parking Order (PO)
        if reading.strength < CLEAR or reading.form == "demonym" or called:
            continue
        for words, known in _explained(s, reading):
            tally = best.setdefault(words, {})
            tally[known.kind] = tally.get(known.kind, 0.0) + known.strength
            held = learnt.get((words, known.kind))
            if held is None or held.strength < known.strength:
                learnt[words, known.kind] = known
    return {words: learnt[words, max(sorted(tally), key=lambda k: tally[k])] for words, tally in best.items()}


def _explained(s: Sentence, r: Reading) -> Iterator[tuple[str, Known]]:
    surface = s.surface(r.start, r.end)
    if r.rule != "gazetteer":
        yield surface, Known(r.kind, min(2.8, r.strength), r.because, r.norm)
    if r.kind == "person" and r.end - r.start > 1:
        yield from _of_person(s, r, surface)
    elif r.kind == "organisation" and r.end - r.start > 1 and r.rule != "gazetteer":
        yield from _of_organisation(s, r, surface)
    letters = "".join(s.words[i].text[0] for i in range(r.start, r.end) if s.is_cap(i))
    if len(letters) >= INITIALS and letters in gazetteer() and r.rule != "gazetteer":
        # the SEC of a Southern Energy Council
        yield letters, Known(r.kind, 2.7, f"the initials of {surface}", surface, form="acronym")
    if r.form == "name" and (acronym := bracketed(s, r.start, r.end)):
        because = f"{acronym} stands in brackets after {surface}"
        yield acronym, Known(r.kind, 2.9, because, r.norm or surface, r.key, "acronym")


def _of_person(s: Sentence, r: Reading, surface: str) -> Iterator[tuple[str, Known]]:
    words = [s.words[i].text for i in range(r.start, r.end)]
    parts = [
        w
        for w in words
        if w.lower() not in PARTICLES - {"san", "ben"} and w not in SUFFIXES and not (len(w) == 1 or w.endswith("."))
    ]
    for part in dict.fromkeys(parts):
        place = part != parts[-1] and part in gazetteer()  # Paris Hilton, Paris
        strength = 2.4 if part in (parts[0], parts[-1]) and not place else 1.9
        yield part, Known("person", strength, f"short for {surface}")
    if len(parts) < len(words) and words[-1] in parts:
        for i, word in enumerate(words):
            if word.lower() in PARTICLES and i:  # José dos Santos, Ana Del Rey
                tail = surface.split(" ", i)[-1]
                yield tail, Known("person", 2.6, f"short for {surface}")
                yield tail[0].upper() + tail[1:], Known("person", 2.6, f"short for {surface}")
                break
    if len(parts) > 2 and len(parts) == len(words):  # noqa: PLR2004
        yield " ".join(parts[1:]), Known("person", 2.5, f"short for {surface}")
        yield " ".join(parts[-2:]), Known("person", 2.5, f"short for {surface}")


def _of_organisation(s: Sentence, r: Reading, surface: str) -> Iterator[tuple[str, Known]]:
    end = r.end
    while end - r.start > 1 and s.words[end - 1].text in heads("suffix"):
        end -= 1 + (s.words[end - 2].text == ",")
    if end < r.end and not s.ordinary(r.start):
        yield s.surface(r.start, end), Known("organisation", 2.6, f"short for {surface}")
    first, last = s.words[r.start].text, s.words[r.end - 1].text
    one, other = s.traits[r.start], s.traits[r.end - 1]
    plain = one.common or one.built or one.listed or one.entry is not None
    plain = plain or s.word(r.start) in s.lower_words or first in heads("of")
    public = any(s.words[i].text in heads("public") or s.traits[i].common for i in range(r.start + 1, r.end))
    if other.ends and last not in heads("public") and not (other.common or other.listed):
        yield last, Known("organisation", 1.9, f"short for {surface}")
    if not plain and not public and (other.ends or other.entry is not None) and len(first) > 3:  # noqa: PLR2004
        yield first, Known("organisation", 1.9, f"short for {surface}")


def _related(s: Sentence, start: int, end: int, known: Mapping[str, Known]) -> Known | None:
    """Return that a capital before a family name of the article is somebody else of it: ``Malachy [Dunne]``."""
    first, family = s.traits[start], known.get(s.words[end - 1].text)
    plain = first.titled or first.offices or first.entry is not None or first.calendar or not s.is_cap(start)
    verb = s.ordinary(start) or ("verb" in s.words[start].kinds and not first.given)  # Enter Dunne
    plain = plain or verb or s.words[start].shouted
    if end - start != len(("given", "family")) or plain or family is None:
        return None
    addressed = "stands before it" in family.because  # Ms. Dunne
    called = family.kind == "person" and (addressed or family.because.endswith(f" {s.words[end - 1].text}"))
    return Known("person", CLEAR, f"another one of the name {s.words[end - 1].text}") if called else None


def explained(s: Sentence, start: int, end: int, known: Mapping[str, Known]) -> Reading | None:
    """Return the reading of some tokens that a clear place elsewhere in the article explains, or None."""
    surface = s.surface(start, end)
    label = known.get(surface.title()) if labels(s, start, end) else None  # LEE: I was there.
    held = known.get(surface) or label or _related(s, start, end, known)
    if held is None:
        return None
    strength = held.strength
    if end - start == 1 and (s.ordinary(start) or s.traits[start].common):
        speaks = end < len(s.words) and "speech" in s.words[end].kinds  # King said
        strength -= 1.9 if s.opens(start) and not speaks else 1.0
    rule = "elsewhere" if held.form != "acronym" else "acronym"
    return Reading(start, end, held.kind, strength, rule, held.because, held.key, held.norm, held.form)
