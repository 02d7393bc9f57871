"""The lines of a mail ──▶ its own words, what it quotes, and what a mail that it passes on states of itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.lexicons import compiled

ATTRIBUTION = 3  # lines that "On Thu, 2 May 2024 at 09:00, A Name <a@b.example> wrote:" may be broken into
FEWEST_HEADERS = 3  # of a quoted mail without a line above them

_MARKER = compiled("sent-on", re.IGNORECASE)
_WROTE = compiled("wrote", re.IGNORECASE | re.DOTALL)
_STAMP = re.compile(r"@|\d{1,2}[:.]\d{2}\b")  # an address or a time, which only programs write there
_HEADER = compiled("mail-header", re.IGNORECASE)


class Thread(NamedTuple):
    """The lines of a mail: its ``own``, the ``others`` that it quotes, and the ``headers`` of a mail that it passes on.

    ``headers`` hold what ``from``, ``day`` and ``title`` say; where there are any, ``own`` are that mail's lines.
    """

    own: tuple[str, ...]
    others: tuple[str, ...]
    headers: Mapping[str, str]


def thread(lines: Sequence[str], *, is_sent_on: bool, is_plain: bool) -> Thread:
    """Tell a mail's own lines from those that it quotes; of one that is sent on, the mail inside is what it tells.

    In plain text each line with a ``>`` is quoted from a mail; in markup it may be quoted from anybody.
    """
    for i, line in enumerate(lines):
        marker = _MARKER.fullmatch(line.strip())
        after = _headers_end(lines, i + 1) if marker else _headers_end(lines, i)
        if marker is None and after - i < FEWEST_HEADERS:
            continue
        if is_sent_on or (marker is not None and marker["forward"]):
            above, told = lines[:after], _quoted(_without_marks(lines[after:]), is_plain=is_plain)
            return Thread(told.own, (*above, *told.others), _headers(lines[i:after]))
        told = _quoted(lines[:i], is_plain=is_plain)
        return Thread(told.own, (*told.others, *lines[i:]), {})
    return _quoted(lines, is_plain=is_plain)


def _headers_end(lines: Sequence[str], start: int) -> int:
    """Return where the headers end that begin at a line, behind the empty lines before them."""
    at = start
    while at < len(lines) and at - start <= 1 and not lines[at].strip("> "):
        at += 1
    first = at
    while at < len(lines) and _HEADER.fullmatch(lines[at].strip("> ")):
        at += 1
    return at if at > first else start


def _headers(lines: Sequence[str]) -> Mapping[str, str]:
    found = [match for line in reversed(lines) if (match := _HEADER.fullmatch(line.strip("> ")))]
    return {name: m["value"].strip() for m in found for name in ("from", "day", "title") if m[name]}  # the first counts


def _without_marks(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a mail inside another; where each has a ``>``, without it."""
    shown = [line for line in lines if line.strip()]
    is_marked = bool(shown) and all(line.startswith(">") for line in shown)
    return [line[1:].removeprefix(" ") for line in lines] if is_marked else lines


def _quoted(lines: Sequence[str], *, is_plain: bool) -> Thread:
    """Part what is quoted, with the line above it that says who wrote it, from the other lines."""
    marked = {i for i, line in enumerate(lines) if line.startswith(">")}
    taken = set(marked) if is_plain else set()
    for first, end in _attributions(lines):
        below = next((n for n in range(end, len(lines)) if lines[n].strip()), len(lines))
        if is_plain and below in marked:
            taken |= set(range(first, end))
        elif below in marked or _STAMP.search(" ".join(lines[first:end])):
            taken |= set(range(first, len(lines)))  # without marks all that follows is quoted
    own = tuple(line for i, line in enumerate(lines) if i not in taken)
    return Thread(own, tuple(line for i, line in enumerate(lines) if i in taken), {})


def _attributions(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where lines say who wrote what follows: the first, and the one behind the last."""
    for first in range(len(lines)):
        for end in range(first + 1, min(first + ATTRIBUTION, len(lines)) + 1):
            if not lines[end - 1].strip():
                break
            if _WROTE.fullmatch("\n".join(lines[first:end]).strip()):
                yield first, end
