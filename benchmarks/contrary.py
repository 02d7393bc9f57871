"""Whether what is told with another number, name or *not* is taken for a contradiction, and never for a confirmation.

Usage: python benchmarks/contrary.py FOLDER [--missed], where FOLDER holds news.jsonl: one article a line with
``cluster`` and ``text``. Quotations and reported statements of the clusters of odd number (in the order of the file,
from 1) are told by one article and, on the next day, changed in one place, cut, reworded or as they are, by another
one, which comes after the state of the first was accepted. ``--missed`` prints the pairs that come out otherwise than
they should.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from marked import article  # noqa: E402 - found by the path above

from generator.extract import extract  # noqa: E402
from generator.pipeline import accept, build  # noqa: E402
from generator.settings import Settings  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FEWEST, MOST = 6, 45
"""Words of what is told; the longest ones are several sentences."""
EACH = {"direct": 20, "reported": 14}
"""Changed pairs of each kind of change."""
SAME = 20
"""Pairs of each of: as they are, cut, reworded."""
NONE = "No two sources were found to contradict each other"
SPEAKERS = (
    "Transport Minister Anna Keller",
    "Police Chief Tomas Arrieta",
    "Governor Wanjiru Odhiambo",
    "Chief Executive Ingrid Solberg",
)
FIRST = (
    "The Morning Paper",
    "A long day in the capital",
    "The market hall was full on Sunday, and the bakers sold out before ten. {told} Rain is expected in the hills.",
)
SECOND = (
    "The Evening Star",
    "Questions after the break",
    "Schools open again this week after a holiday. A choir sang in the old town. {told} The library stays closed.",
)


@dataclass(frozen=True)
class Pair:
    """What is told twice, how, and what was done to it in between."""

    kind: str
    change: str
    words: str
    other: str
    speaker: str


_NUMBER = re.compile(r"(?<![\w.,$€£-])(?:[1-9]|[1-9]\d|[2-9]\d\d)(?![\w.,:-]|\.\d)")
_NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|January|February|April|June|July|August|September|October|November|December)\b"
)
_DAYS = ("Monday", "Tuesday", "Thursday", "Friday"), ("January", "April", "July", "October")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|must|has|have|had|does|do|did)\b(?!n['’]t| not\b| never\b)"
)
_OPPOSITES = (
    "more less, before after, up down, win lose, won lost, good bad, first last, big small, high low, always never, "
    "open closed, support oppose, rise fall, increase decrease, buy sell, bought sold, guilty innocent, accept reject, "
    "early late, better worse, best worst, right wrong, new old, long short, hard easy, same different, true false, "
    "begin end, start stop, large little, strong weak, possible impossible, able unable, likely unlikely, "
    "with without, all none, everyone nobody, above below, inside outside, legal illegal, happy unhappy, "
    "safe dangerous, success failure, live die, alive dead, love hate, many few, most least, rich poor"
)
_PLACES = ("Jakarta", "Lima", "Toronto", "Nairobi", "Oslo", "Peru", "Finland", "Kenya", "Mexico", "Vietnam")
_NATIONS = ("Peruvian", "Kenyan", "Spanish", "Vietnamese")
_PEOPLE = ("Marta Lindqvist", "Samuel Okoro", "Helen Brandt", "Rafael Moreno")
_BODIES = ("Interpol", "Unicef", "Siemens", "Toyota", "Greenpeace")


def number(text: str, chance: random.Random) -> str | None:
    """Return the text with another number."""
    if match := _NUMBER.search(text):
        return _put(text, match, str(int(match.group()) + chance.choice((2, 7, 11, 30))))
    found = [(w, m) for w in _NUMBER_WORDS if (m := re.search(rf"\b{w}\b", text))]
    if not found:
        return None
    word, match = found[0]
    return _put(text, match, chance.choice([w for w in _NUMBER_WORDS if w != word]))


def date(text: str, chance: random.Random) -> str | None:
    """Return the text with another year, month or weekday."""
    if match := _YEAR.search(text):
        return _put(text, match, str(int(match.group()) + chance.choice((-3, -1, 2, 10))))
    match = _DAY.search(text)
    names = next(n for n in _DAYS if n[0].endswith("day") == match.group().endswith("day")) if match else ()
    return _put(text, match, chance.choice([n for n in names if n != match.group()])) if match else None


def denial(text: str, _: random.Random) -> str | None:
    """Return the text with a *not* more."""
    match = _AUXILIARY.search(text, 1)
    return _put(text, match, f"{match.group()} not") if match else None


def opposite(text: str, _: random.Random) -> str | None:
    """Return the text with the opposite of one of its words."""
    for pair in _OPPOSITES.split(", "):
        for word, other in (pair.split(), pair.split()[::-1]):
            if match := re.search(rf"\b{word}\b(?![’']| of)", text):
                return _put(text, match, other)
    return None


def _put(text: str, match: re.Match[str], words: str) -> str:
    return text[: match.start()] + words + text[match.end() :]


def named(text: str, names: Sequence[tuple[str, str]], chance: random.Random) -> tuple[str, str] | None:
    """Return what is changed and the text with another name in the place of one of those that are found in it."""
    for kind, name in names:
        if text.count(name) == 1 and not text.startswith(name) and kind in ("place", "person", "organisation"):
            others = {"place": _PLACES, "person": _PEOPLE, "organisation": _BODIES}[kind]
            if name.endswith(("an", "ese", "ish")) and " " not in name:
                others = _NATIONS
            other = chance.choice([o for o in others if o != name])
            return ("place" if kind == "place" else "name"), text.replace(name, other)
    return None


def cut(text: str, _: random.Random) -> str | None:
    """Return the text without its end."""
    words = text.split()
    return " ".join(words[: max(FEWEST, len(words) * 2 // 3)]).rstrip(",;:") if len(words) > FEWEST + 2 else None


_REWORDED = (
    "going to, gonna; very, really; because, since; don't, do not; don’t, do not; it's, it is; it’s, it is; I'm, I am; "
    "I’m, I am; we're, we are; we’re, we are; that, which; people, folks; but, yet; get, obtain; want, wish; "
    "help, assist; said, stated; think, believe; the, this"
)


def reworded(text: str, _: random.Random) -> str | None:
    """Return the text with other words of the same meaning in one or two places."""
    found = text
    for words, other in (pair.split(", ") for pair in _REWORDED.split("; ")):
        if found.count(f" {words} ") and sum(a != b for a, b in zip(found.split(), text.split(), strict=False)) < 1:
            found = found.replace(f" {words} ", f" {other} ", 1)
    return found if found != text else None


def as_it_is(text: str, _: random.Random) -> str:
    """Return the text."""
    return text


CHANGES: dict[str, Callable[[str, random.Random], str | None]] = {
    "number": number,
    "date": date,
    "not": denial,
    "opposite": opposite,
}
KEPT: dict[str, Callable[[str, random.Random], str | None]] = {"same": as_it_is, "cut": cut, "reworded": reworded}


def main(folder: Path, *, missed: bool) -> None:
    """Print the table, and the pairs that come out otherwise if asked for."""
    path = folder / "news.jsonl"
    if not path.exists():
        print(f"{path}: not there")
        return
    pairs = list(_pairs(_told(path), random.Random(7)))  # noqa: S311 - the same pairs every time
    with ProcessPoolExecutor(2) as pool:
        results = list(pool.map(_result, pairs, chunksize=8))
    rows: dict[tuple[str, str], Counter[str]] = {}
    for pair, result in zip(pairs, results, strict=True):
        rows.setdefault((pair.kind, pair.change), Counter()).update(["pairs", *result])
    for kind in EACH:
        for name, changes in (("all changed", CHANGED), ("all kept", tuple(KEPT))):
            rows[kind, name] = sum((rows.get((kind, c), Counter()) for c in changes), Counter())
    print("| told | change | pairs | confirmed | one utterance | contrary | home says: none |")
    print("|---|---|---:|---:|---:|---:|---:|")
    for (kind, change), counts in sorted(rows.items()):
        cells = (str(counts[c]) for c in ("pairs", "confirmed", "one", "contrary", "none"))
        print(f"| {kind} | {change} | {' | '.join(cells)} |")
    for pair, result in zip(pairs, results, strict=True):
        wrong = "contrary" in result or "one" not in result if pair.change in KEPT else "contrary" not in result
        if missed and (wrong or (pair.change not in KEPT and {"confirmed", "one"} & set(result))):
            print(f"\n{pair.kind} {pair.change} {result}\n  {pair.words}\n  {pair.other}")


CHANGED = (*CHANGES, "place", "name")


def _told(path: Path) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Return how something is told, its words and the names in it, of the clusters of odd number, each once."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    clusters = list(dict.fromkeys(row["cluster"] for row in rows))
    found: dict[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {}
    for n, row in enumerate(r for r in rows if clusters.index(r["cluster"]) % 2 == 0):
        findings = extract(article(row["text"], f"seeds/{n}.txt"))
        for quote in findings.quotes:
            kind = {"quotation": "direct", "reported": "reported"}.get(quote.kind)
            words = " ".join(quote.words.text.split()).strip(" ,.")
            if kind and FEWEST <= len(words.split()) <= MOST and not set(words) & set('“”"[]()…?!'):
                names = tuple((m.kind, m.text) for m in findings.names if quote.words.span.holds(m.span))
                found.setdefault(words.casefold()[:40], (kind, words, names))
    return list(found.values())


def _pairs(told: Sequence[tuple[str, str, tuple[tuple[str, str], ...]]], chance: random.Random) -> Iterator[Pair]:
    counts: Counter[tuple[str, str]] = Counter()
    for kind, words, names in told:
        made = [(name, change(words, chance)) for name, change in CHANGES.items()]
        other = named(words, names, chance)
        for name, text in [*made, *([other] if other else [])]:
            if text and counts[kind, name] < EACH[kind]:
                counts[kind, name] += 1
                yield Pair(kind, name, words, text, SPEAKERS[counts.total() % len(SPEAKERS)])
        for name, change in KEPT.items():
            text = change(words, chance)
            if text and counts[kind, name] < SAME:
                counts[kind, name] += 1
                yield Pair(kind, name, words, text, SPEAKERS[counts.total() % len(SPEAKERS)])


def _seed(frame: tuple[str, str, str], day: str, told: str) -> str:
    publisher, title, body = frame
    return f"{title}\n\n{publisher}\n{day}\n\n{body.format(told=told)}\n"


def _result(pair: Pair) -> tuple[str, ...]:
    """Return what is said of a pair: confirmed, one (utterance), contrary, none (contradict each other)."""
    who = pair.speaker
    if pair.kind == "direct":
        first, second = f"“{pair.words},” {who} said.", f"“{pair.other},” said {who}."
    else:
        first, second = f"{who} said that {pair.words}.", f"{who} said on Tuesday that {pair.other}."
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder))
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        (seeds / "a.txt").write_text(_seed(FIRST, "21 April 2025", first), encoding="utf-8")
        accept(settings)
        (seeds / "b.txt").write_text(_seed(SECOND, "22 April 2025", second), encoding="utf-8")
        briefing = build(settings).briefing
        home = (Path(folder) / "docs" / "index.md").read_text(encoding="utf-8")
    changes = briefing.revision.changes if briefing.revision else ()
    confirmed = [c for c in changes if c.what == "confirmed" and c.fact.kind != "entity"]
    said = {
        "confirmed": bool(confirmed)
        or "in full by 2 origins" in home
        or any(e.status == "agreed" for e in briefing.events),
        "one": any(len({q.article for q in u.versions}) > 1 for u in briefing.utterances),
        "contrary": any(d.verdict == "conflict" for d in briefing.differences),
        "none": NONE in home,
    }
    return tuple(name for name, holds in said.items() if holds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), missed="--missed" in sys.argv)
