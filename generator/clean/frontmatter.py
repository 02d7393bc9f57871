"""The table of fields between two rules that can open a Markdown file."""

import re

from generator.clean.lines import Draft, Label, Line
from generator.lexicons import compiled

RULE = "front matter"
MOST_LINES = 60  # clipping tools write about a dozen

_ENTRY = compiled("entry-of-front")


def front_matter(draft: Draft) -> Draft:
    """Label the lines of a Markdown file's front matter."""
    count = front_matter_lines(draft.text, draft.lines) if draft.format == "md" else 0
    return draft.labelled(dict.fromkeys(range(count), Label("header", RULE)))


def front_matter_lines(text: str, lines: tuple[Line, ...]) -> int:
    """Return how many lines the front matter of a text has with both its rules; 0 if it has none or isn't closed."""
    if not lines or text[lines[0].span.start : lines[0].span.end] != "---":
        return 0
    return next((i + 1 for i in range(1, min(len(lines), MOST_LINES)) if lines[i].text in ("---", "...")), 0)


_ITEM = re.compile(r"-\s{1,5}(?P<value>\S.*)")  # - "[[Jane Doe]]", one of a list under its key


def heads_list(line: str, keys: tuple[str, ...]) -> bool:
    """Tell whether a front matter line is one of some keys with its values in the lines below."""
    key, colon, value = line.partition(":")
    return bool(colon) and not value.strip() and key.strip().lower() in keys


def item(line: str) -> tuple[int, int] | None:
    """Return where the value of a list's line stands, or None for another line."""
    match = _ITEM.fullmatch(line)
    return match.span("value") if match else None


def entry(line: str, keys: tuple[str, ...]) -> tuple[int, int] | None:
    """Return where the value of a front matter line stands if its key is one of some, else None."""
    match = _ENTRY.fullmatch(line)
    if match and match["key"].strip().lower() in keys and match["value"].strip("[] "):
        return match.span("value")
    return None
