"""Measure the finding of temporal expressions on annotated texts (TempEval-3 measures)."""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from generator.extract.dates import scan

if TYPE_CHECKING:
    from generator.extract.dates.context import Reading
    from generator.extract.dates.found import Found

    Pairs = tuple[tuple[Found, Reading], ...]

DAY, MONTH = len("2024-05-02"), len("2024-05")
SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
PARTS = {
    ("01", "03"): "Q1",
    ("04", "06"): "Q2",
    ("07", "09"): "Q3",
    ("10", "12"): "Q4",
    ("01", "06"): "H1",
    ("07", "12"): "H2",
}


class Timex(TypedDict):
    """An annotated expression."""

    start: int
    end: int
    type: str
    value: str
    surface: str


class Row(TypedDict):
    """An annotated text."""

    published: str
    text: str
    timexes: list[Timex]


def to_timex(found: Found, reading: Reading) -> str:
    """Return the TIMEX3 value of an expression: ``1998-03-09/1998-03-15`` is ``1998-W11``."""
    if found.vague and found.kind == "date":
        return f"{found.rule.removeprefix('vague-').upper()}_REF"
    if found.kind in ("duration", "set"):
        return found.duration or "PX"
    if reading.value is None:
        return ""
    told = re.sub(r"[~?%]|[.][.]/|/[.][.]", "", reading.value)
    first, slash, last = told.partition("/")
    if slash:
        return _days(first, last) if len(first) == DAY else _months(first, last)
    if told[5:] in SEASONS:
        return f"{told[:4]}-{SEASONS[told[5:]]}"
    return told.rstrip("X")


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


def same_value(gold: str, ours: str) -> bool:
    """Tell whether two TIMEX3 values are the same but for their notation."""
    gold = gold.partition("T")[0] if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", gold) else gold
    return _plain(gold) == _plain(ours)


def _plain(value: str) -> str:
    value = value.rstrip("X") if re.fullmatch(r"[0-9]{2,3}X{1,2}", value) else value
    equal = {"PT24H": "P1D", "P1Q": "P3M", "P12M": "P1Y", "P7D": "P1W", "XXXX-XX-XX": "P1D", "XXXX": "P1Y"}
    if re.fullmatch(r"P[0-9]+E", value):
        return f"P{int(value[1:-1]) * 10}Y"
    if re.fullmatch(r"PT?X+[A-Z]*", value):
        return "PX"
    return equal.get(value, value)


def measure(rows: list[Row], *, show: bool) -> dict[str, float]:
    """Return strict, relaxed and value F1 over texts (TempEval-3); print what differs."""
    tally: Counter[str] = Counter()
    for row in rows:
        text, published = row["text"], row["published"].partition("T")[0]
        ours = scan(text, published)
        tally.update(gold=len(row["timexes"]), ours=len(ours))
        used: set[int] = set()
        for timex in row["timexes"]:
            tally += _compare(text, timex, ours, used, show=show)
        for i, (found, reading) in enumerate(ours):
            if show and i not in used:
                print("EXTRA", found.rule, to_timex(found, reading), around(text, found.start, found.end))
    return _scores(tally)


def _compare(text: str, timex: Timex, ours: Pairs, used: set[int], *, show: bool) -> Counter[str]:
    start, end = timex["start"], timex["end"]
    meets = [i for i, (f, _) in enumerate(ours) if f.start < end and start < f.end and i not in used]
    exact = [i for i in meets if (ours[i][0].start, ours[i][0].end) == (start, end)]
    place = around(text, start, end)
    if not meets:
        if show:
            print("MISS ", timex["type"], timex["value"], place)
        return Counter()
    best = (exact or meets)[0]
    used.add(best)
    found, reading = ours[best]
    value = to_timex(found, reading)
    right = same_value(timex["value"], value)
    if show and not right:
        print("VALUE", timex["type"], timex["value"], "|", value, found.rule, reading.offset, "|", place)
    if show and not exact:
        print("SPAN ", repr(timex["surface"]), "|", found.rule, around(text, found.start, found.end))
    return Counter(relaxed=1, strict=bool(exact), value=right)


def around(text: str, start: int, end: int) -> str:
    """Return the words around a span, on one line."""
    return f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", "/")


def _scores(tally: Counter[str]) -> dict[str, float]:
    total = tally["gold"] + tally["ours"] or 1
    relaxed, right = 2 * tally["relaxed"] / total, tally["value"] / (tally["relaxed"] or 1)
    scores = {
        "strict": 2 * tally["strict"] / total,
        "relaxed": relaxed,
        "precision": tally["relaxed"] / (tally["ours"] or 1),
        "recall": tally["relaxed"] / (tally["gold"] or 1),
        "value": relaxed * right,
        "accuracy": right,
    }
    return {"gold": tally["gold"], "found": tally["ours"], **{name: round(s, 3) for name, s in scores.items()}}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("devsets", type=Path, nargs="?")
    parser.add_argument("--half", choices=("even", "odd", "all"), default="all")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    path = options.devsets / "dates.jsonl" if options.devsets else None
    if path is None or not path.exists():
        print("dates.jsonl: not there")
        return
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = {"even": rows[::2], "odd": rows[1::2], "all": rows}[options.half]
    start = time.process_time()
    print(measure(rows, show=options.show), f"{time.process_time() - start:.1f} s")


if __name__ == "__main__":
    main()
