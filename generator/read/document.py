"""What every reader hands over: the articles of a file, and what was wrong with it; what a line of JSON says."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from generator.errors import SeedError
from generator.model import Problem, Source, Span, Statement

Documents = tuple[tuple[Source, ...], tuple[Problem, ...]]
"""The articles of a file, whose digest is added by who asked for them, and what was unusual about it."""


@contextmanager
def left_out(problems: list[Problem], name: str = "") -> Iterator[None]:
    """Tell of a file that can't be read, by its own name or another one, and go on."""
    try:
        yield
    except SeedError as error:
        problems.append(Problem(name or error.path, f"left out: {error.message}", error.line))


def laid_out(
    headline: str, story: Sequence[str], masthead: Sequence[str] = (), rest: Sequence[str] = ()
) -> tuple[str, Span]:
    """Return the text of an article whose parts were told apart, and where its story stands in it.

    The text has the marks of Markdown: the headline first, the masthead line by line, the story's paragraphs with empty
    lines between them, then what isn't of the story. There must be a story.
    """
    opening = "\n\n".join(part for part in (f"# {headline}" if headline else "", "\n".join(masthead)) if part)
    told = "\n\n".join(story)
    start = len(opening) + 2 if opening else 0
    text = "\n\n".join(part for part in (opening, told, *rest) if part)
    return f"{text}\n", Span(start, start + len(told))


def first_of_each(states: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the first statement of each field."""
    return tuple({s.field: s for s in reversed(tuple(states))}.values())


_WHITE = re.compile(r"[\s\x00-\x1f\x7f]")


def is_address(value: str) -> bool:
    """Tell whether a text is a web address with a host."""
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets without an address of IPv6; a port of letters
        return False
    return usable and not _WHITE.search(value)


Row = dict[str, Any]


def row_of(line: bytes | str) -> Row:
    """Return the object of a line; raises ValueError with what is wrong."""
    try:
        row = json.loads(line, object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError as error:
        msg = "nested too deeply"
        raise ValueError(msg) from error
    except ValueError as error:
        msg = "not a line of JSON"
        raise ValueError(msg) from error
    if not isinstance(row, dict):
        msg = "not a JSON object"
        raise ValueError(msg)  # noqa: TRY004 - what is wrong with a file, not with an argument
    return row


def _once(pairs: list[tuple[str, Any]]) -> Row:
    if len(dict(pairs)) < len(pairs):
        msg = "a name stands twice"
        raise ValueError(msg)
    return dict(pairs)


def _no_number(constant: str) -> float:
    raise ValueError(constant)
