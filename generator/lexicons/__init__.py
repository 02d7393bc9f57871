"""Word lists and patterns: one entry a line, ``#`` comments, provenance on top."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

_PART = re.compile(r"\{ ( [a-z_] [a-z_-]{0,30} ) \}", re.VERBOSE)  # {month}, of a pattern


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the entries of ``<name>.txt`` (or of a name with another ending) in the order of the file.

    A line ``{name}`` stands for the entries of another list.
    """
    text = files(__package__).joinpath(name if "." in name else f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(word for line in lines if line for word in (words(line[1:-1]) if line[0] == "{" else (line,)))


@cache
def listed(name: str) -> frozenset[str]:
    """Return the entries of ``<name>.txt`` as a set."""
    return frozenset(words(name))


@cache
def wordset(name: str) -> frozenset[str]:
    """Return one of the small sets of ``sets.txt``."""
    return frozenset(word for key, row in table("sets") if key == name for word in row.split())


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``<name>.txt``, whose columns are separated by tabs."""
    return tuple(tuple(cell.strip() for cell in row.split("\t")) for row in words(name))


@cache
def mapping(name: str, key: int = 0, value: int = 1) -> Mapping[str, str]:
    """Return one column of a table by another."""
    return {row[key]: row[value] for row in table(name)}


@cache
def labels(name: str) -> Mapping[str, str]:
    """Return a set of ``labels.txt``: what the pages call things, in English, by their names in the program."""
    return {key: label for of, key, label, *_ in table("labels") if of == name}


@cache
def numerals(kind: str = "unit") -> dict[str, str]:
    """Return the number words of a class of ``figures-numbers.txt``, and their digits."""
    return {row[0]: row[2] for row in table("figures-numbers") if row[1] == kind}


@cache
def examples() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Return two texts that differ in a thing, by the table (``kind``, ``attribute``) and the name of its row."""
    found: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(lambda: defaultdict(lambda: ("", "")))
    for sort, name, one, other in table("comparison-examples"):
        found[sort][name] = one, other
    return found


def whole(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with the parts in their places that it names in braces; after ``@``, the words of a list."""
    if pattern.startswith("@"):
        return "|".join(rf"\b{word}\b" for word in words(pattern[1:]))
    return _PART.sub(lambda m: parts[m[1]], pattern)


def patterns(rows: Iterable[Sequence[str]], parts: Mapping[str, str]) -> dict[str, str]:
    """Return patterns by their names from rows of name and pattern; each may hold ``parts`` and those above it.

    Rows of one name are alternatives.
    """
    found = dict(parts)
    for name, same in groupby(rows, key=lambda row: row[0]):
        found[name] = f"(?:{'|'.join([whole(row[1], found) for row in same])})"
    return found


@cache
def known_patterns() -> Mapping[str, str]:
    """Return the patterns of ``patterns.txt`` by their names, and ``numeral``, any number word below a hundred."""
    return patterns(table("patterns"), {"numeral": f"(?:{'|'.join(numerals())})"})


def any_of(texts: Iterable[str], space: str = r"\ ") -> str:
    """Return a pattern of any of some texts, the longest first, with a pattern of their spaces.

    They go by their first letters: where no text has a letter, one question instead of hundreds tells.
    """
    by_letter = groupby(sorted(texts, key=lambda t: (t[0], -len(t), t)), key=itemgetter(0))
    rests = ((letter, "|".join(re.escape(t[1:]) for t in same)) for letter, same in by_letter)
    return "(?:" + "|".join(f"{re.escape(a)}(?:{rest})" for a, rest in rests).replace(r"\ ", space) + ")"


def compiled(name: str, flags: int = 0, end: str = "") -> re.Pattern[str]:
    """Return a pattern of ``patterns.txt``, and what must stand behind it."""
    return re.compile(known_patterns()[name] + end, re.VERBOSE | flags)
