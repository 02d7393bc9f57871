"""Accepted addresses ──▶ where the same pages stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.link.fact_keys import FactKeys
    from generator.model import Accepted, Fact

ARTICLE = "article"


def addresses_of(fact_keys: FactKeys, facts: Iterable[Fact]) -> tuple[Address, ...]:
    """Return the addresses of the pages that there are now."""
    articles = (Address(ARTICLE, i, content) for i, content in fact_keys.contents.items())
    named = (Address(f.value, f.key, f.id) for f in facts if f.kind == "entity")
    return tuple(sorted((*articles, *named)))


def kept(
    accepted: Accepted | None, now: Sequence[Address], before: Mapping[str, Sequence[Fact]], altered: Mapping[str, str]
) -> tuple[tuple[Address, Address | None], ...]:
    """Return each accepted address that isn't one now, with that of the same page now, or None where it is gone.

    ``before`` holds by a fact's id the accepted ones that it goes on from, ``altered`` by an accepted article's hash
    the id of the article that only has other words in places.
    """
    if accepted is None:
        return ()
    there = {(a.kind, a.id) for a in now}
    by_about = {a.about: a for a in now}
    articles = {a.id: a for a in now if a.kind == ARTICLE}
    by_about |= {content: articles[i] for content, i in altered.items()}
    by_about |= {old.id: by_about[new] for new, olds in before.items() for old in olds if new in by_about}
    gone = (a for a in accepted.addresses if (a.kind, a.id) not in there)
    return tuple((a, by_about.get(a.about)) for a in gone)
