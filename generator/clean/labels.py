"""Labels that stand on a line of their own, with what they label on the next one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.clean.bylines import person_of
from generator.clean.lines import join
from generator.text.pubdate import find_dates

if TYPE_CHECKING:
    from generator.clean.lines import Line

_DATE = re.compile(
    r"""
    # First published on
    (?:(?:first|originally|last)\ )?(?:published|posted|issued|released|updated|modified)(?:\ (?:on|at))?
    | date(?:\ (?:posted|published|of\ publication|of\ issue))?                                # Date of issue
    | (?:publication|release|issue)\ date                                                      # Release date
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME = re.compile(r"(?:(?:written|words|text|story|reporting|posted)\ )?by|authors?|byline|reporter", re.IGNORECASE)


def join_labels(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with each label joined to the date or name below it: ``Published``, ``August 23, 2016``."""
    found = list(lines[:1])
    for label, line in pairwise(lines):
        if _labels(label.text.rstrip(": "), line.text):
            found[-1] = join(text, found[-1], line)
        else:
            found.append(line)
    return tuple(found)


def _labels(label: str, value: str) -> bool:
    if _NAME.fullmatch(label):
        return bool(person_of(value))
    return bool(_DATE.fullmatch(label)) and any(d.start == 0 for d in find_dates(value))
