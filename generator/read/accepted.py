"""accepted.jsonl ──▶ Accepted: the state of the corpus that was last accepted."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from generator.errors import AcceptedError
from generator.files import name_of, opened
from generator.model import ACCEPTED, Accepted, Address, Fact, FactKind
from generator.read.document import Row, row_of

MOST_BYTES = 400_000_000  # four times what ten thousand articles give
LONGEST_LINE = 1_000_000  # bytes; a fact that five thousand articles tell has a tenth of it
LONGEST_TEXT = 2_000  # characters; the program writes at most 241
DO = "restore the file, or delete it and run: briefing accept"

_HALF = re.compile(r"[\ud800-\udfff]")  # half a character: no encoding has it, but JSON can name it
_HASH = re.compile(r"[0-9a-f]{16}", re.ASCII)  # 9f86d081884c7d65
_ID = re.compile(r"[a-z]{5,10}-[0-9a-f]{16}(?:-[0-9]{1,6})?", re.ASCII)  # event-9f86d081884c7d65-2
_KINDS: tuple[object, ...] = get_args(FactKind)
_COUNTABLE = 1_000_000  # origins; no corpus has as many articles


def read_accepted(path: Path, root: Path) -> Accepted | None:
    """Return the accepted state, or None where none has been accepted.

    The file has one JSON object a line: first ``{"schema", "generator", "rows"}``, then as many rows as that
    says: one for each article (``{"article", "title"}``), for each fact (``{"fact", "id", "text", "value", "origins",
    "claims", "articles"}``) and for each page that readers may know (``{"address", "kind", "about"}``). What an older
    file has of corrections (``"editor"``, ``{"correction"}``) is passed over.

    Raises AcceptedError, with the line, for anything else.
    """
    if not path.exists() and not path.is_symlink():
        return None
    name = name_of(path, root)
    with opened(path, root, MOST_BYTES, AcceptedError) as stream:
        return _parsed(_lines(iter(lambda: stream.readline(LONGEST_LINE + 1), b""), name), name)


def _lines(raw: Iterator[bytes], name: str) -> Iterator[tuple[int, Row]]:
    """Yield the number and the object of each line."""
    for number, line in enumerate(raw, 1):
        if len(line) > LONGEST_LINE:
            raise AcceptedError(name, f"a line of more than {LONGEST_LINE:,} bytes; {DO}", number)
        try:
            yield number, row_of(line)
        except ValueError as error:
            raise AcceptedError(name, f"{error}; {DO}", number) from error


def _parsed(lines: Iterator[tuple[int, Row]], name: str) -> Accepted:
    _, head = next(lines, (1, {}))
    if head.get("schema") != ACCEPTED:
        message = f"this doesn't begin as an accepted state of the form {ACCEPTED} does; {DO}"
        raise AcceptedError(name, message, 1)
    _fit({key: value for key, value in head.items() if key != "editor"}, _HEAD, name, 1)
    found: dict[str, list[Any]] = {kind: [] for kind in _ROWS}
    number = 1
    for number, row in lines:
        kind = next((k for k in _ROWS if k in row), None)
        if kind is None:
            raise AcceptedError(name, f"neither an article, a correction nor a fact; {DO}", number)
        fields, make = _ROWS[kind]
        _fit(row, fields, name, number)
        found[kind].append(make(row))
    if number - 1 != head["rows"]:
        raise AcceptedError(name, f"{number - 1:,} rows of {head['rows']:,}: the file isn't whole; {DO}", number)
    return Accepted(
        path=name,
        generator=head["generator"],
        articles=tuple(found["article"]),
        facts=tuple(found["fact"]),
        addresses=tuple(found["address"]),
    )


def _fit(row: Row, fields: Mapping[str, Callable[[Any], bool]], name: str, line: int) -> None:
    """Refuse a row that hasn't exactly the fields of its kind, each of its form."""
    if row.keys() != fields.keys():
        odd = ", ".join(sorted(ascii(key)[1:-1][:40] for key in row.keys() ^ fields.keys())[:5])
        raise AcceptedError(name, f"missing or unknown here: {odd}; {DO}", line)
    for key, fits in fields.items():
        if not fits(row[key]):
            raise AcceptedError(name, f"{key} isn't of the form that is written there; {DO}", line)


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT and not _HALF.search(value)


def _like(form: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and bool(form.fullmatch(value))


_hash = _like(_HASH)


def _hashes(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(_hash(v) for v in value)


def _between(first: int, last: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and first <= value < last


def _fact(row: Row) -> Fact:
    told = {name: row[name] for name in ("id", "text", "value", "origins")}
    return Fact(kind=row["fact"], claims=tuple(row["claims"]), articles=tuple(row["articles"]), **told)


_Forms = Mapping[str, Callable[[Any], bool]]
_HEAD: _Forms = {"schema": _text, "generator": _text, "rows": _between(0, sys.maxsize)}
_ROWS: Mapping[str, tuple[_Forms, Callable[[Row], Any]]] = {
    "article": ({"article": _hash, "title": _text}, lambda row: (row["article"], row["title"])),
    "address": (
        {"address": _text, "kind": _text, "about": _text},
        lambda row: Address(row["kind"], row["address"], row["about"]),
    ),
    "correction": ({"correction": _text}, lambda row: row["correction"]),
    "fact": (
        {
            "fact": _KINDS.__contains__,
            "id": _like(_ID),
            "text": _text,
            "value": _text,
            "origins": _between(1, _COUNTABLE),
            "claims": _hashes,
            "articles": _hashes,
        },
        _fact,
    ),
}
