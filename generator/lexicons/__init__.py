"""Word lists: one entry a line, ``#`` comments, provenance on top."""

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the entries of ``<name>.txt`` (or of a name with another ending) in the order of the file."""
    text = files(__package__).joinpath(name if "." in name else f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


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
def numerals(kind: str = "unit") -> dict[str, str]:
    """Return the number words of a class of ``figures-numbers.txt``, and their digits."""
    return {row[0]: row[2] for row in table("figures-numbers") if row[1] == kind}
