"""Text of outsiders as Markdown that shows it and does nothing else."""

import re
from functools import lru_cache
from typing import Self

from markupsafe import Markup

from generator.lexicons import compiled

_UNSHOWABLE = re.compile(  # controls, what turns the order of letters, what can't be seen and no script needs
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u180e\u200b\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)

# Every value may be put at the start of a line, so that its first characters are judged as if it were.
_ACTIVE = compiled("active")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}

# Markdown takes quadratic time in the number of character references of one block: 5,000 take a third of a second.
MAX_REFERENCES = 3000
CUT_LETTERS = 300  # what is shown of a value with more: no text that people wrote has so many


class Markdown(Markup):
    """Markdown of our own making; whatever else is joined to it is made inert first."""

    @classmethod
    def escape(cls, s: object, /) -> Self:
        """Return the Markdown that shows a text, cut if it is too heavy, or the Markdown itself."""
        return s if isinstance(s, cls) else cls(s) if hasattr(s, "__html__") else str.__new__(cls, _light(str(s)))

    def format(self, *args: object) -> Self:  # type: ignore[override]  # values go by their order, as plain as that
        """Return the Markdown with a value at each ``{}``; several times as fast as the general format."""
        first, *pieces = _pieces(self)
        parts = [str(first)]
        for value, piece in zip(args, pieces, strict=True):
            parts += (value if isinstance(value, Markup) else _light(str(value)), piece)
        return str.__new__(type(self), "".join(parts))


@lru_cache(maxsize=1024)
def _pieces(pattern: str) -> tuple[str, ...]:
    return tuple(str(pattern).split("{}"))


def inert(text: str) -> str:
    """Return Markdown, safe in HTML text and in double-quoted attributes too, that shows exactly the text.

    What can act is written as a character reference; the rest stays readable. Characters that HTML has no way to
    write (controls, lone surrogates), that turn the order of letters, or that can't be seen (a space without width, a
    tag) are shown as U+FFFD, or as a space where they are white space. The result holds no line break and isn't
    stripped.
    """
    return _ACTIVE.sub(_referred, printable(text))


def printable(text: str) -> str:
    """Return a text in which controls, lone surrogates, what turns the order of letters and what hides can be seen."""
    return text if text.isprintable() else _UNSHOWABLE.sub(lambda c: " " if c[0].isspace() else "\ufffd", text)


def shown(value: object) -> Markup:
    """Return what a template prints for a value: our own Markdown as it is, anything else inert."""
    return value if isinstance(value, Markup) else Markdown.escape(value)


@lru_cache(maxsize=1 << 14)  # a label, a title, a cited sentence stands on many pages
def _light(text: str) -> str:
    made = inert(text)
    return f"{inert(text[:CUT_LETTERS])}…" if too_heavy(made) else made


def too_heavy(made: str) -> bool:
    """Tell whether a block holds more character references than Markdown can take in reasonable time."""
    return made.count("&") > MAX_REFERENCES


def _referred(match: re.Match[str]) -> str:
    kept = len(match[0]) - 1 if match["number"] else 0
    return match[0][:kept] + "".join(_NAMED.get(c) or f"&#{ord(c)};" for c in match[0][kept:])
