"""seeds/<name>.findings.jsonl ──▶ what somebody else found in the article beside it, also as Web Annotations (W3C)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, get_args

from generator.errors import SeedError, choice
from generator.model import NameKind, Problem, Supplied
from generator.read.document import Row, row_of
from generator.read.forms import any_text, edtf_date, number

TAGS = ("tagging", "classifying", "identifying")
"""The purposes of a body that says of what kind the words are."""
_FIELD = re.compile(r"(?P<name>[a-z]{1,20}):\s{1,20}(?P<value>\S.{0,5000})")  # speaker: Ana Torres


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
    who = next((name for key in ("creator", "generator") for one in _several(row.get(key)) if (name := _who(one))), "")
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


def _who(who: object) -> str:
    name = who.get("name", who.get("id", "")) if isinstance(who, dict) else who
    return name if isinstance(name, str) else ""


def _several(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


MOST = 10_000  # of one article; a book has as many names
LONGEST = 5_000  # characters of a value; the longest speech that is quoted in one piece

PLACE = ("exact", "prefix", "suffix", "kind", "by")
"""What each finding says: its words, what stands right before and behind them, its kind, and who found it."""
_NAMES: Mapping[str, Callable[[str, str], str]] = {"name": any_text}
SAYS: Mapping[str, Mapping[str, Callable[[str, str], str]]] = {
    "date": {"value": edtf_date},
    **dict.fromkeys(get_args(NameKind), _NAMES),
    "quote": {"speaker": any_text},
    "figure": {"value": number, "unit": any_text, "measure": any_text, "period": edtf_date},
    "term": {"definition": any_text, "expansion": any_text},
    "claim": {"asked": any_text, "value": any_text},
}
"""What a finding of each kind may say besides, and how each value is checked."""
NEEDS: Mapping[str, tuple[str, ...]] = {"date": ("value",), "figure": ("value",), "claim": ("asked", "value")}


def parse_findings(lines: Iterable[str], path: str) -> tuple[tuple[Supplied, ...], tuple[Problem, ...]]:
    """Return the findings of a file, a line each, and why others are refused.

    A line is an object with ``exact``, ``kind`` and ``by``, and ``prefix`` and ``suffix`` where the words stand more
    than once; or a Web Annotation with a TextQuoteSelector.
    """
    found: list[Supplied] = []
    problems: list[Problem] = []
    for line, text in enumerate(lines, 1):
        if not text.strip():
            continue
        if len(found) == MOST:
            problems.append(Problem(path, f"refused: an article has at most {MOST:,} findings; delete the rest", line))
            break
        try:
            found.append(_finding(dict(_fields(text)), path, line))
        except ValueError as error:
            problems.append(Problem(path, f"refused: {error}", line))
        except SeedError as error:
            problems.append(Problem(path, f"refused: {error.message}", line))
    return tuple(found), tuple(problems)


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names and values of a line, each value as a text of one line; raises ValueError."""
    try:
        row: Row = row_of(text)
    except ValueError as error:
        msg = f'{error}; write one object a line, such as {{"kind": "person", "exact": "Ana Torres", "by": "a desk"}}'
        raise ValueError(msg) from error
    for name, value in fields_of(row) if "Annotation" in _several(row.get("type")) else row.items():
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            msg = f"`{name}` must be a text; write it in quotation marks"
            raise ValueError(msg)  # noqa: TRY004 - what is wrong with a file, not with an argument
        told = str(value) if name in ("exact", "prefix", "suffix") else " ".join(str(value).split())
        if len(told) > LONGEST:
            msg = f"`{name}` has {len(told)} characters; at most {LONGEST} are read, so shorten it"
            raise ValueError(msg)
        yield name, told


def _finding(fields: Mapping[str, str], path: str, line: int) -> Supplied:
    """Return the finding of some fields; raises SeedError for what can't be one."""
    told = {name: value for name, value in fields.items() if value.strip()}
    wrong = _wrong(told)
    if wrong:
        raise SeedError(path, wrong, line)
    says = tuple((name, value) for name, value in told.items() if name not in PLACE)
    before, after = told.get("prefix", ""), told.get("suffix", "")
    return Supplied(told["kind"], told["by"], told["exact"], before, after, says, path, line)


def _wrong(told: Mapping[str, str]) -> str:
    """Return what is wrong with the fields of a finding and what to do, or nothing."""
    kind = told.get("kind", "")
    if kind and kind not in SAYS:
        return f"`{kind}` isn't a kind of finding; {choice(kind, SAYS)}"
    may = (*PLACE, *SAYS.get(kind, ()))
    if unknown := next((name for name in told if name not in may), ""):
        return f"`{unknown}` isn't a field of a finding{f' of kind {kind}' if kind else ''}; {choice(unknown, may)}"
    if missing := [n for n in ("kind", "exact", "by", *NEEDS.get(kind, ())) if n not in told]:
        return f"the finding lacks {', '.join(f'`{n}`' for n in missing)}; add what is missing"
    checks = (SAYS[kind][name](value, told["exact"]) for name, value in told.items() if name in SAYS[kind])
    return next(filter(None, checks), "")
