"""Where something is read, and what a person is told of a file."""

from dataclasses import dataclass
from typing import Self, TypedDict


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of ``Article.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that holds nothing."""
        if not 0 <= self.start < self.end:
            msg = f"empty or negative span {self.start}:{self.end}"
            raise ValueError(msg)

    def holds(self, other: Self) -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Self) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


def stripped(text: str, start: int, end: int) -> Span | None:
    """Return where a part of a text stands without the white space around it; None where it is nothing else."""
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip())) if part.strip() else None


class Located(TypedDict):
    """The three fields that make any finding evidence; see ``Article.at``."""

    article: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of one article at one place: ``text == article.text[span.start:span.end]``.

    ``supplied`` names who found it, where that wasn't this program (``Supplied``).
    """

    article: str
    span: Span
    text: str
    supplied: str = ""

    def __post_init__(self) -> None:
        """Refuse words that can't be the ones at the span."""
        if len(self.text) != self.span.end - self.span.start:
            msg = f"{self.article}: {len(self.text)} characters at {self.span}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something unusual but usable: a warning, or a failure with ``--strict``."""

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        """Return ``path:line: message``: always one line that can be printed, whatever a file or its name holds."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        message = self.message
        if len(message) > LONGEST_MESSAGE:
            message = f"{message[: LONGEST_MESSAGE // 2]}…{message[-LONGEST_MESSAGE // 2 :]}"  # what to do stands last
        return "".join(c if c.isprintable() else _escaped(c) for c in f"{place}: {message}")


LONGEST_MESSAGE = 600
"""Characters; what is wrong and what to do need 200, and the rest is what stood in the file."""


def _escaped(character: str) -> str:
    return " " if character.isspace() and character not in "\n\r" else ascii(character)[1:-1]
