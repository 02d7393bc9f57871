"""What kind of thing a term is, by its head, its name, and the head of its definition."""

from functools import cache

from generator.lexicons import listed, table
from generator.model import Name
from generator.text import words_of


@cache
def nouns() -> dict[str, str]:
    """Return the nouns that tell a kind; the first kind that lists one wins."""
    found: dict[str, str] = {}
    for kind, nouns_of in table("terms-kinds"):
        for noun in nouns_of.split():
            found.setdefault(noun, kind)
    return found


def kind_of(term: str, definition: str = "", name: Name | None = None) -> str:
    """Return the kind of a term by evidence."""
    head = _head(term)
    genus = head_of(definition)
    if name is not None and name.kind in ("place", "organisation") and genus in (None, "concept", "title", "person"):
        return name.kind
    if head == "title" or genus == "title":
        return "title"
    named = name.kind if name is not None and name.kind in ("event", "agreement") else None
    return genus or head or named or "concept"


def head_of(definition: str) -> str | None:
    """Return the kind that the very head of a definition tells, in lower case: *a civil rights [group] based in …*."""
    found = [w.text for w in words_of(definition[:_READ])]
    end = next((n for n, w in enumerate(found) if n and w.lower() in _ENDS), len(found))
    while end > 1 and (found[end - 1].lower() in listed("terms-postnominal") or found[end - 1].endswith(_PARTICIPLES)):
        end -= 1
    head = found[end - 1] if end else ""
    return nouns().get(head) or nouns().get(head.removesuffix("s")) if head.islower() else None


_READ = 200
_ENDS = listed("figures-stops") - {"a", "an", "the", "all", "some", "s", "its"} | {"of", "and", "or"}
_PARTICIPLES = ("ed", "ing", "ly")


def _head(term: str) -> str | None:
    """Return the kind that the head noun of a term tells: the last word, or the one before *of*."""
    found = [w.low for w in words_of(term)] or [term.lower()]
    found = found[: next((n for n, w in enumerate(found) if n and w in ("of", "for", "on")), None)]
    return nouns().get(found[-1]) or nouns().get(found[-1].removesuffix("s"))
