"""A line of JSON ──▶ an object that says each thing once."""

import json
from typing import Any

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
