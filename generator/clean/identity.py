"""Cleaned articles ──▶ the same under their final, stable ids."""

from generator.keys import content_of
from generator.model import Accepted, Article, Corrections, value_of
from generator.slug import slug

HASH_DIGITS = 6  # one clash in 16 million among articles of the same title and publisher
_LATE = "9999"  # an article without a date comes after all that have one
_FIRST_WORDS = 8  # as many as a headline has


def identify(
    articles: tuple[Article, ...], corrections: Corrections, accepted: Accepted | None = None
) -> tuple[Article, ...]:
    """Return the articles under their final ids, sorted by them.

    An id is the slug of the title, else of the publisher and date, else of the text's first words. Of several articles
    with one slug the earliest published (then the smallest hash) keeps it; the others add their publisher, or digits of
    their hash. One that had a name of them when the state was accepted has it still. ``slugs`` of the corrections pin
    an article's id; an id depends on file names only where it is pinned.
    """
    pinned = dict(corrections.values("slugs"))
    held = {a.about: a.id for a in (accepted.addresses if accepted else ()) if a.kind == "article"}
    taken = {pinned[a.path]: a for a in articles if a.path in pinned}
    left = sorted(
        (a for a in articles if a.path not in pinned), key=lambda a: (value_of(a.published) or _LATE, a.sha256)
    )
    for article in sorted(left, key=lambda a: content_of(a) not in held):  # the sort is stable
        old = held.get(content_of(article), "")
        known = old and old not in taken and old.startswith(slug(_wording(article)))
        taken[old if known else _free_name(article, taken)] = article
    return tuple(taken[name].named(name) for name in sorted(taken))


def _free_name(article: Article, taken: dict[str, Article]) -> str:
    base = slug(_wording(article))
    publisher = value_of(article.publisher) or ""
    longer = f"{base}-{slug(publisher)}" if publisher else base
    digits = (f"{base}-{article.sha256[:n]}" for n in range(HASH_DIGITS, len(article.sha256) + 1))
    return next(name for name in (base, longer, *digits) if name not in taken)


def _wording(article: Article) -> str:
    """Return what an article is named for."""
    if title := value_of(article.title):
        return title
    publisher, published = value_of(article.publisher) or "", value_of(article.published) or ""
    if publisher and len(published) > len("2025"):
        return f"{publisher} {published}"
    return " ".join(article.opening.text.split()[:_FIRST_WORDS]) if article.opening else "article"
