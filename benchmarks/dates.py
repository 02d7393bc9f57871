"""Measure the finding of temporal expressions: ``python benchmarks/dates.py [FOLDER] [--half even|odd] [--show]``.

Strict, relaxed and value F1 as in TempEval-3 (UzZaman et al. 2013), on our own texts in ``tests/gold`` and, with
FOLDER, on its ``dates.jsonl``: one object a line with ``published``, ``text``, ``timexes`` (``start``, ``end``,
``type``, ``value`` as in TIMEX3). ``dateparser.search`` is measured in the same run; it gives a day to everything, so
that its day counts as right wherever it lies in the annotated month or year.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from dateparser.search import search_dates  # noqa: E402
from marked import article, cases  # noqa: E402

from generator.extract.dates import find_dates  # noqa: E402
from generator.model import Findings  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

DAY, MONTH = len("2024-05-02"), len("2024-05")
SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
QUARTERS = {("01", "03"): "Q1", ("04", "06"): "Q2", ("07", "09"): "Q3", ("10", "12"): "Q4"}
PARTS = {**QUARTERS, ("01", "06"): "H1", ("07", "12"): "H2"}
KINDS = ("date", "duration", "set", "vague")
OPEN_OR_MARKED = re.compile(r"[~?%]|\.\./|/\.\.")


class Timex(NamedTuple):
    """An expression and its TIMEX3 value."""

    start: int
    end: int
    value: str


class Row(NamedTuple):
    """An annotated text."""

    text: str
    published: str
    gold: tuple[Timex, ...]


class Mode(NamedTuple):
    """Whether to print what differs, and whether a day counts for the month that it lies in."""

    show: bool
    lenient: bool


def timex(kind: str, value: str | None, duration: str | None) -> str:
    """Return the TIMEX3 value of a date of ours: ``1998-03-09/1998-03-15`` is ``1998-W11``."""
    if kind in ("duration", "set"):
        return duration or "PX"
    if not value:
        return ""
    told = OPEN_OR_MARKED.sub("", value)
    first, slash, last = told.partition("/")
    if slash:
        return _days(first, last) if len(first) == DAY else _months(first, last)
    return f"{told[:4]}-{SEASONS[told[5:]]}" if told[5:] in SEASONS else told.rstrip("X")


def _months(first: str, last: str) -> str:
    if len(first) != MONTH or first[:4] != last[:4]:
        return first[:3] if len(first) == len("1970") and first[:3] == last[:3] else first
    part = PARTS.get((first[5:], last[5:]))
    return f"{first[:4]}-{part}" if part else first[:4]


def _days(first: str, last: str) -> str:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    year, week, weekday = start.isocalendar()
    if (end - start, weekday) == (timedelta(days=6), 1):
        return f"{year}-W{week:02}"
    if (end - start, weekday) == (timedelta(days=1), 6):
        return f"{year}-W{week:02}-WE"
    return first[:7] if first[:7] == last[:7] else first[:4]


def plain(value: str) -> str:
    """Return a TIMEX3 value without what only its notation differs in."""
    value = value.partition("T")[0] if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", value) else value
    value = value.rstrip("X") if re.fullmatch(r"[0-9]{2,3}X{1,2}", value) else value
    if re.fullmatch(r"P[0-9]+E", value):
        return f"P{int(value[1:-1]) * 10}Y"
    if re.fullmatch(r"PT?X+[A-Z]*", value):
        return "PX"
    equal = {"PT24H": "P1D", "P1Q": "P3M", "P12M": "P1Y", "P7D": "P1W", "XXXX-XX-XX": "P1D", "XXXX": "P1Y"}
    return equal.get(value, value)


def briefing(row: Row) -> list[Timex]:
    """Return what this program finds."""
    stated = {"published": row.published} if row.published else {}
    found = []
    for d in find_dates(Findings(article(row.text, **stated))).dates:
        vague = d.vague and d.kind == "date"
        value = f"{d.rule.removeprefix('vague-').upper()}_REF" if vague else timex(d.kind, d.value, d.duration)
        found.append(Timex(d.span.start, d.span.end, value))
    return found


def dateparser(row: Row) -> list[Timex]:
    """Return what ``dateparser.search`` finds; it gives the words, not their place."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(row.published or "2024-01-01"), "PREFER_DATES_FROM": "past"}
    found, at = [], 0
    for words, moment in search_dates(row.text, languages=["en"], settings=settings) or ():
        start = row.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Timex(start, at, moment.date().isoformat()))
    return found


def measure(rows: list[Row], system: Callable[[Row], list[Timex]], *, show: bool = False) -> str:
    """Return a line of the table."""
    tally: Counter[str] = Counter()
    start = time.process_time()
    mode = Mode(show=show, lenient=system is dateparser)
    for row in rows:
        ours, used = system(row), set[int]()
        tally.update(gold=len(row.gold), ours=len(ours))
        for mark in row.gold:
            tally += _compared(row, mark, ours, used, mode)
        for i, extra in enumerate(ours):
            if show and i not in used:
                print("EXTRA", extra.value, around(row.text, extra))
    total = tally["gold"] + tally["ours"] or 1
    strict, relaxed, value = (2 * tally[k] / total for k in ("strict", "relaxed", "value"))
    seconds = time.process_time() - start
    return (
        f"{tally['gold']:6} {tally['ours']:6} {strict:8.3f} {relaxed:8.3f} {value:8.3f}"
        f" {tally['relaxed'] / (tally['ours'] or 1):8.3f} {tally['relaxed'] / (tally['gold'] or 1):8.3f} {seconds:7.1f}"
    )


def _compared(row: Row, mark: Timex, ours: list[Timex], used: set[int], mode: Mode) -> Counter[str]:
    meets = [i for i, f in enumerate(ours) if f.start < mark.end and mark.start < f.end and i not in used]
    exact = [i for i in meets if (ours[i].start, ours[i].end) == (mark.start, mark.end)]
    if not meets:
        if mode.show:
            print("MISS ", mark.value, around(row.text, mark))
        return Counter()
    best = (exact or meets)[0]
    used.add(best)
    wanted, value = plain(mark.value), plain(ours[best].value)
    right = wanted == value or (mode.lenient and bool(wanted) and value.startswith(wanted))
    if mode.show and not right:
        print("VALUE", mark.value, "|", ours[best].value, "|", around(row.text, mark))
    if mode.show and not exact:
        print("SPAN ", around(row.text, mark), "|", around(row.text, ours[best]))
    return Counter(relaxed=1, strict=bool(exact), value=right)


def around(text: str, at: Timex) -> str:
    """Return the words around an expression, on one line."""
    marked = f"{text[max(0, at.start - 50) : at.start]}[{text[at.start : at.end]}]{text[at.end : at.end + 30]}"
    return marked.replace("\n", "/")


def own() -> list[Row]:
    """Return our own texts."""
    files = sorted((ROOT / "tests" / "gold").glob("dates-*.md"))
    return [
        Row(
            case.text,
            case.settings.get("published", ""),
            tuple(
                Timex(m.start, m.end, timex(m.kind, m.value, m.value) if m.kind != "vague" else "PX")
                for m in case.of(*KINDS)
            ),
        )
        for path in files
        for case in cases(path)
    ]


def annotated(path: Path) -> list[Row]:
    """Return the texts of a file of JSON lines."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [
        Row(
            row["text"],
            row["published"].partition("T")[0],
            tuple(Timex(t["start"], t["end"], t["value"]) for t in row["timexes"]),
        )
        for row in lines
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--half", choices=("even", "odd", "all"), default="all")
    parser.add_argument("--show", action="store_true", help="print what differs")
    options = parser.parse_args()
    sets = {"our own texts": own()}
    path = options.folder / "dates.jsonl" if options.folder else None
    if path and path.exists():
        rows = annotated(path)
        sets[f"{path.name} ({options.half})"] = {"even": rows[::2], "odd": rows[1::2], "all": rows}[options.half]
    else:
        print("dates.jsonl: not there")
    print(f"{'':42}{'gold':>6} {'found':>6} {'strict':>8} {'relaxed':>8} {'value':>8} {'P':>8} {'R':>8} {'CPU s':>7}")
    for name, rows in sets.items():
        for system in (briefing, dateparser):
            print(f"{name:24}{system.__name__:18}{measure(rows, system, show=options.show and system is briefing)}")


if __name__ == "__main__":
    main()
