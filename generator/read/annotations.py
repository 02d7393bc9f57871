"""A Web Annotation ──▶ the fields of a finding (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.read.jsonl import Row

TAGS = ("tagging", "classifying", "identifying")
"""The purposes of a body that says of what kind the words are."""
_FIELD = re.compile(r"(?P<name>[a-z]{1,20}):\s{1,20}(?P<value>\S.{0,5000})")  # speaker: Ana Torres


def is_annotation(row: Row) -> bool:
    """Tell whether an object is a Web Annotation."""
    return "Annotation" in _several(row.get("type"))


def fields_of(row: Row) -> Iterator[tuple[str, Any]]:
    """Yield the fields that an annotation gives: its quote selector, its tag as ``kind``, its creator as ``by``.

    A body that is no tag holds lines such as ``speaker: Ana Torres``; a comment is nobody's finding. Raises ValueError
    with what is missing.
    """
    selector = next(iter(_selectors(row)), None)
    if selector is None:
        msg = "an annotation without a TextQuoteSelector; add one with `exact`, and `prefix` and `suffix` beside it"
        raise ValueError(msg)
    yield from ((name, selector[name]) for name in ("exact", "prefix", "suffix") if name in selector)
    who = next((name for key in ("creator", "generator") for one in _several(row.get(key)) if (name := _name(one))), "")
    if who:
        yield "by", who
    for body in _several(row.get("body")):
        yield from _of_body(body)


def _of_body(body: object) -> Iterator[tuple[str, str]]:
    value = body.get("value", "") if isinstance(body, dict) else body
    purpose = body.get("purpose", "") if isinstance(body, dict) else "tagging"
    if not isinstance(value, str) or purpose == "commenting":
        return
    if purpose in TAGS:
        yield "kind", value.strip()
        return
    for line in filter(None, map(str.strip, value.splitlines())):
        field = _FIELD.fullmatch(line)
        if field is None:
            msg = f"“{line[:60]}” is neither a tag nor a field; write it as `speaker: …`, or as a body for commenting"
            raise ValueError(msg)
        yield field["name"], field["value"]


def _selectors(row: Row) -> Iterator[Row]:
    for target in _several(row.get("target")):
        for one in _several(target.get("selector")) if isinstance(target, dict) else ():
            if isinstance(one, dict) and one.get("type") == "TextQuoteSelector":
                yield one


def _name(who: object) -> str:
    name = who.get("name", who.get("id", "")) if isinstance(who, dict) else who
    return name if isinstance(name, str) else ""


def _several(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
