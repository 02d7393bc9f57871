"""What an article is called on one line, and how one of its fields is known."""

from generator.model import Article, Edited, Evidence, Field, Inferred, Stated, Unknown, value_of
from generator.words import _

OPENING_LETTERS = 60  # about as long as a headline


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
