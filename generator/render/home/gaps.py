"""What could not be told, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Unknown
from generator.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Article, Briefing

FIELDS = (("published", N_("When it was published")), ("publisher", N_("Who published it")))


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that couldn't be told: what, why, and for which articles."""

    what: str
    because: tuple[str, ...]
    articles: tuple[Article, ...] = ()


def gaps(briefing: Briefing) -> tuple[Gap, ...]:
    """Return what couldn't be told, the articles' own fields first."""
    return tuple(_gaps(briefing))


def _gaps(briefing: Briefing) -> Iterator[Gap]:
    for name, what in FIELDS:
        lacking = [(a, known) for a in briefing.articles if isinstance(known := getattr(a, name), Unknown)]
        if lacking:
            yield Gap(_(what), tuple(dict.fromkeys(u.because for _, u in lacking)), tuple(a for a, _ in lacking))
    unread = tuple(a for a in briefing.articles if a.unread)
    if unread:
        yield Gap(_("Who, when and how much"), tuple(dict.fromkeys(a.unread for a in unread)), unread)
