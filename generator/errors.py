"""What a person can fix.

Each message is one line: ``path:line: what is wrong; what to do``.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from types import TracebackType
from typing import Self

from generator.model import Problem


class BriefingError(Exception):
    """The base of everything that a person can fix."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        """Take the file, what is wrong and what to do, and the line (1-based) where it is known."""
        self.path = path
        self.message = message
        self.line = line
        self.each: tuple[BriefingError, ...] = (self,)
        super().__init__(str(Problem(path, message, line)))

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, int | None]]:
        """Go whole from one process to another."""
        return type(self), (self.path, self.message, self.line)


class SettingsError(BriefingError):
    """An option is missing, unknown or impossible."""


class WorkerError(BriefingError):
    """A process that was to read articles can't read them as this one would."""


class SeedError(BriefingError):
    """An article or its sidecar can't be used; the other articles are still built."""


class FetchError(BriefingError):
    """No page can be had from an address."""


class CorrectionsError(BriefingError):
    """corrections.yml can't be read as it stands."""


class AcceptedError(BriefingError):
    """The accepted state can't be read as it stands."""


class PageTemplateError(BriefingError):
    """A template names something that doesn't exist, or isn't valid Jinja."""


class OutputError(BriefingError):
    """A generated page would replace a file that was written by hand, or can't be written."""


class CombinedError(BriefingError):
    """Several things to fix: whoever mends one doesn't have to build again to hear of the next."""

    def __init__(self, errors: Sequence[BriefingError]) -> None:
        """Take the errors in the order in which they are to be told."""
        first = errors[0]
        super().__init__(first.path, first.message, first.line)
        self.args = ("\n".join(map(str, errors)),)
        self.each = tuple(errors)


class Gathering:
    """Lets several things be tried, and tells at the end what was wrong with all of them.

    Each is tried in a ``with`` block of its own; ``end`` raises what was caught.
    """

    def __init__(self) -> None:
        """Begin without an error."""
        self.errors: list[BriefingError] = []

    def __enter__(self) -> None:
        """Begin to try."""

    def __exit__(self, kind: object, error: BaseException | None, trace: TracebackType | None) -> bool:
        """Keep what a person can fix; let everything else through."""
        if isinstance(error, BriefingError):
            self.errors.extend(error.each)
            return True
        return False

    def end(self) -> None:
        """Raise the one error, or all of them together, if there is any."""
        if self.errors:
            raise self.errors[0] if len(self.errors) == 1 else CombinedError(self.errors)


def meant(word: str, known: Iterable[str], close: float = 0.6) -> str:
    """Return ``did you mean …?`` with the nearest of the words that are known, or nothing where none is near.

    ``close`` is the share of letters in common, in order, from which a word is near (difflib's ratio).
    """
    folded = {one.casefold(): one for one in known}
    near = get_close_matches(word.casefold(), folded, 1, close)
    return f"did you mean `{folded[near[0]]}`?" if near else ""


def choice(word: str, known: Iterable[str]) -> str:
    """Return what to write instead of a word that isn't known: the nearest one, and all there are."""
    every = tuple(known)
    return " ".join(filter(None, (meant(word, every), f"use one of {', '.join(every)}")))
