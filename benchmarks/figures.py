"""Measure the scanner of figures on annotated phrases: ``python benchmarks/figures.py FOLDER [even|odd] [-v]``.

FOLDER holds ``figures.jsonl``: one object a line with ``kind``, ``text`` and ``results``
(``surface``, ``type``, ``value``, ``unit``, ``iso``). Relative ordinals and units without a number are left out.
"""

from __future__ import annotations

import json
import sys
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from generator.extract.figures import Quantity, bound_before, bound_behind, scan

_UNITS = {"Dollar": "USD", "Pound": "GBP", "Pence": "GBP", "Cent": "USD", "Bitcoin": "BTC", "Satoshi": "BTC"}
_IDS = {"c": "celsius", "f": "fahrenheit", "metric-ton": "tonne", "turn": "revolution"}
_SMALL = {"Pence": Decimal("0.01"), "Cent": Decimal("0.01"), "Satoshi": Decimal("0.00000001")}
_CLOSE = Decimal("1e-9")


def wanted_unit(result: dict[str, Any]) -> str:
    """Return the unit that an annotation stands for, in our terms."""
    if result["type"] == "currency":
        return str(result["iso"] or _UNITS.get(result["unit"], "?"))
    if result["type"] == "percentage":
        return "%"
    if result["unit"] is None:
        return "1"
    name = result["unit"].lower().replace(" ", "-")
    return _IDS.get(name, name)


def wanted_bounds(result: dict[str, Any]) -> tuple[Decimal | None, Decimal | None]:
    """Return the lower and upper value that an annotation stands for."""
    value = result["value"]
    if result["type"] == "numberrange":
        low, high = value.strip("[]()").split(",")
        return (Decimal(low) if low else None, Decimal(high) if high else None)
    factor = _SMALL.get(result["unit"], Decimal(1)) if result["type"] == "currency" else Decimal(1)
    number = Decimal(str(value).rstrip("%")) * factor
    return number, number


def bounds(text: str, found: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return the lower and upper value of a found quantity."""
    before, behind = bound_before(text, found.start), bound_behind(text, found.end)
    bound = behind if behind and (before is None or before[0] == "~") else before
    if found.high is not None:
        return found.value, found.high
    meaning = bound[0] if bound else ("=" if not found.low_end else ">=")
    return {
        ">": (found.value, None),
        ">=": (found.value, None),
        "<": (None, found.value),
        "<=": (None, found.value),
    }.get(meaning, (found.value, found.value))


def right(text: str, result: dict[str, Any], found: tuple[Quantity, ...]) -> bool:
    """Tell whether a quantity that overlaps the annotation has its value and unit."""
    want, unit = wanted_bounds(result), wanted_unit(result)
    for one in found:
        if one.start > result["end"] or one.end < result["start"]:
            continue
        both = [(v, v) for v in (one.value, one.high) if v is not None]  # either end of a range is a number as well
        ends = [bounds(text, one)] if result["type"] == "numberrange" else both
        same_unit = result["type"] in ("number", "numberrange", "ordinal") or one.unit[: len(unit)] == unit
        if same_unit and any(_same(want[0], low) and _same(want[1], high) for low, high in ends):
            return True
    return False


def _same(a: Decimal | None, b: Decimal | None) -> bool:
    return a is b if a is None or b is None else abs(a - b) <= _CLOSE * max(abs(a), 1)


def usable(result: dict[str, Any]) -> bool:
    """Tell whether an annotation has a number at all."""
    if result["type"] == "ordinal.relative" or result["value"] in (None, "null"):
        return False
    try:
        wanted_bounds(result)
    except InvalidOperation:
        return False
    return True


def main(arguments: list[str]) -> int:
    """Print the share of right values and units by type, and the wrong ones with ``-v``."""
    path = Path(arguments[0] if arguments else ".") / "figures.jsonl"
    if not path.exists():
        print(f"not there: {path}")
        return 0
    tally: dict[str, list[int]] = {}
    false = 0
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if ("even" in arguments and n % 2) or ("odd" in arguments and not n % 2):
            continue
        row = json.loads(line)
        found = scan(row["text"])
        false += bool(found) and not row["results"]
        for result in filter(usable, row["results"]):
            good = right(row["text"], result, found)
            count = tally.setdefault(result["type"], [0, 0])
            count[0] += good
            count[1] += 1
            if not good and "-v" in arguments:
                got = [(row["text"][q.start : q.end], str(q.value), str(q.high), q.unit) for q in found]
                print(n, row["text"], "| want", result["surface"], result["value"], wanted_unit(result), "| got", got)
        if found and not row["results"] and "-v" in arguments:
            print(n, "EXTRA", row["text"], [(row["text"][q.start : q.end], q.unit) for q in found])
    for kind, (good, all_) in sorted(tally.items()):
        print(f"{kind:12} {good:4}/{all_:4} {good / all_:.3f}")
    good, all_ = (sum(c[k] for c in tally.values()) for k in (0, 1))
    print(f"{'all':12} {good:4}/{all_:4} {good / max(1, all_):.3f}")
    print(f"texts without a figure in which one was found: {false}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
