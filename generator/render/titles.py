"""What an article is called on one line, how one of its fields is known, and which titles somebody has."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model import Article, Edited, Entity, Evidence, Field, Inferred, Stated, Unknown, value_of
from generator.render.paging import grouped
from generator.words import _

OPENING_LETTERS = 60  # about as long as a headline
CARD_LETTERS = 240  # of a title or a definition: what a card holds without covering the page


def known(field: Field[str]) -> tuple[str | None, str, str, tuple[Evidence, ...]]:
    """Return what a field holds, how that is known (stated, inferred, …), why, and where."""
    match field:
        case Stated(value, evidence, place):
            return value, "stated", place, evidence
        case Inferred(value, because, evidence):
            return value, "inferred", because, evidence
        case Edited(value, because):
            return value, "editor", because, ()
        case Unknown(because):
            return None, "unknown", because, ()


def title_of(article: Article) -> str:
    """Return the article's title on one line, or, marked as such, how the story begins, or else the file's name."""
    opening = cut(article.opening.text if article.opening else article.path.rsplit("/", 1)[-1], OPENING_LETTERS)
    return " ".join((value_of(article.title) or _("Untitled: {opening}", opening=opening)).split())


def cut(text: str, letters: int) -> str:
    """Return a text on one line, cut at a word with an ellipsis where it is longer than some letters."""
    line = " ".join(text[: 4 * letters].split())
    if len(line) <= letters and len(text) <= 4 * letters:
        return line
    return (line[:letters].rsplit(" ", 1)[0] or line[:letters]).rstrip(" ,;:–—-") + "…"


class Titles(NamedTuple):
    """One title given to an entity, and where."""

    title: str
    evidence: tuple[Evidence, ...]


def titles_of(entity: Entity) -> tuple[Titles, ...]:
    """Return the titles given to an entity, each once whatever its capitals: what most sources say first."""
    by_title = grouped((role.title.casefold(), role) for role in entity.roles)
    found = [Titles(_inside([r.title for r in roles]), tuple(r.evidence for r in roles)) for roles in by_title.values()]
    return tuple(sorted(found, key=lambda t: (-len({e.article for e in t.evidence}), -len(t.title), t.title)))


def role(entity: Entity) -> str:
    """Return the title that most sources give an entity, or nothing."""
    return next((cut(t.title, CARD_LETTERS) for t in titles_of(entity)), "")


def _inside(forms: Sequence[str]) -> str:
    """Return a title as it stands inside a sentence: *Chief executive* only opens one."""
    shown = next((form for form in forms if form[:1].islower()), forms[0])
    return shown.lower() if " " in shown and shown[1:].islower() else shown
