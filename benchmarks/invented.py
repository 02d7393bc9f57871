"""Invented articles on one subject, as many as wanted, for measuring what a corpus costs.

They are made as a folder of news is: a few people, bodies and cities are in most articles, many in one or two (Zipf's
law), several articles tell one happening, some of them with another number, reports are copied with a cut, and the same
background stands in hundreds of articles. The same number gives the same text.

Usage, to write them as seeds: python benchmarks/invented.py COUNT FOLDER
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from babel import Locale

from generator.lexicons import table, words

STORY = (1, 1, 2, 3, 5, 8, 12, 1, 2, 5)
"""Articles that tell one happening, in turns: most are told by one or two, some by a dozen."""
COPIED = 4
"""Of the articles of one happening each fourth is a copy of the first, cut and with another headline."""
CHANGED = 7
"""Of the articles each seventh gives another number."""
FIRST_DAY = date(2019, 1, 7)
DAYS = 1500
PUBLISHERS = ("The Morning Ledger", "Harbour Times", "Inland Post", "Courier", "The Evening Dispatch", "Plain Dealer")
BACKGROUND = 60
"""Paragraphs of background that articles take over from each other."""

ACTS = (
    "{person}, {role} of {country}, met {other} in {city} on {day} for talks on the canal",
    "{person} visited {city} on {day} to inspect {count} locks of the {body}",
    "{person} signed an agreement on the {thing} with {other} in {city} on {day}",
    "A lock gate collapsed near {city} on {day} and {count} people were injured",
    "The {body} dismissed {person} on {day} after a dispute over the {thing}",
    "Workers of the {body} went on strike in {city} on {day} over the {thing}",
    "A court in {city} sentenced {person} on {day} to {few} years in prison over the {thing}",
    "The {body} opened a harbour in {city} on {day} at a cost of ${count} million",
    "Police arrested {count} people in {city} on {day} during a protest against the {thing}",
    "{country} suspended payments to the {body} on {day}, {person} announced in {city}",
)
ROLES = ("president", "foreign minister", "prime minister", "transport minister", "finance minister")
BODIES = (
    "Canal Authority",
    "Shipping Union",
    "Water Commission",
    "Harbour Company",
    "Development Bank",
    "River Council",
)
THINGS = ("toll", "dredging contract", "water law", "fishing zone", "shipping lane", "loan", "border tax", "pilot rule")
PAST = (
    "The {body} of {country} was founded in {city} on {date}, when {person} signed the charter of the {thing}.",
    "Traffic on the canal fell by {few} percent in {year}, according to figures that the {body} published.",
    "{country} and {other} agreed on the {thing} in {month} {year} after {count} rounds of negotiations in {city}.",
    "About {count},000 people live along the upper river, where {person} was born in {year}.",
)
SAID = (
    "“We {w0} the {w1} {w2} and nobody {w3} the {w4} of {w5} without {w6} {w7},” {person} said in {city}.",
    "“It is a {w0} {w1}, and the {w2} must {w3} {w4} {w5} {w6},” said {person}, {role} of {country}.",
    "{person} said the {w0} {w1} would {w2} the {w3} {w4} until the {w5} had {w6} {w7}.",
)
OWN = (
    "The {w0} {w1} the {w2} {w3} of {w4} in {city}, where {w5} {w6} have {w7} for {few} years.",
    "In {city}, {w0} {w1} {w2} {w3} because the {w4} {w5} {w6}; the {body} {w7} it.",
    "Shares of the {body} fell {few} percent to ${count} as {w0} {w1} {w2} the {w3} {w4}.",
)


def pick(key: str, count: int) -> int:
    """Return a number below ``count``, the same for the same key, each as likely as the others."""
    return int(sha256(key.encode()).hexdigest()[:12], 16) % count


def common(key: str, count: int) -> int:
    """Return a number below ``count``; the low ones come far more often (Zipf's law)."""
    share = int(sha256(key.encode()).hexdigest()[:8], 16) / 16**8
    return int(count**share) - 1


@cache
def _vocabulary() -> tuple[str, ...]:
    small = {*words("link-function-words")}
    return tuple(w for w in words("names-common") if w.isalpha() and w not in small)


@cache
def _cities() -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[0] for row in table("names-places") if row[0].isascii()))


@cache
def _countries() -> tuple[str, ...]:
    names = Locale("en").territories
    return tuple(names[row[0]] for row in table("names-countries") if row[0] in names)


@cache
def _story_of(number: int) -> tuple[int, int]:
    """Return which happening an article tells, and as which of those that tell it."""
    turn, rest = divmod(number, sum(STORY))
    for n, size in enumerate(STORY):
        if rest < size:
            return turn * len(STORY) + n, rest
        rest -= size
    raise ValueError(number)


def _person(n: int) -> str:
    given, family = words("names-given"), words("names-family")
    return f"{given[pick(f'given {n}', len(given))]} {family[pick(f'family {n}', len(family))]}"


def _slots(key: str, people: int) -> dict[str, str]:
    """Return what fills the frames; ``people`` is how many there are in the whole corpus."""
    day = FIRST_DAY + timedelta(days=pick(f"{key} past", 9000) - 10_000)
    vocabulary = _vocabulary()
    lands = _countries()
    return {
        "person": _person(common(f"{key} person", people)),
        "other": _person(common(f"{key} other", people)),
        "role": ROLES[pick(f"{key} role", len(ROLES))],
        "country": lands[common(f"{key} land", len(lands))],
        "city": _cities()[common(f"{key} city", len(_cities()))],
        "body": f"{_cities()[common(f'{key} of', 300)]} {BODIES[pick(f'{key} body', len(BODIES))]}",
        "thing": THINGS[pick(f"{key} thing", len(THINGS))],
        "count": str(pick(f"{key} count", 90) + 10),
        "few": str(pick(f"{key} few", 8) + 2),
        "date": f"{day.day} {day:%B} {day.year}",
        "month": f"{day:%B}",
        "year": str(day.year),
        **{f"w{n}": vocabulary[common(f"{key} word {n}", len(vocabulary))] for n in range(8)},
    }


def _frame(frames: tuple[str, ...], key: str, slots: dict[str, str]) -> str:
    return frames[pick(f"{key} frame", len(frames))].format(**slots)


def _told(frames: tuple[str, ...], key: str, people: int) -> str:
    return _frame(frames, key, _slots(key, people))


def text(number: int, people: int) -> str:
    """Return the seed with a number: headline, publisher and date, and six to nine paragraphs."""
    story, telling = _story_of(number)
    key = f"story {story}"
    happened = FIRST_DAY + timedelta(days=pick(f"{key} day", DAYS))
    published = happened + timedelta(days=telling % 3)
    own = f"{key} {0 if telling and telling % COPIED == 0 else telling}"
    slots = {**_slots(key, people), "day": f"{happened:%A}"}
    if number % CHANGED == 0:
        slots["count"] = str(int(slots["count"]) + 1)
    act = _frame(ACTS, key, slots)
    said = _frame(
        SAID, f"{key} said {telling % 3}", _slots(f"{key} said {telling % 3}", people) | {"person": slots["person"]}
    )
    past = [
        _frame(PAST, f"past {n}", _slots(f"past {n}", people))
        for n in (common(f"{own} {k}", BACKGROUND) for k in range(2))
    ]
    rest = [
        " ".join(_frame(OWN, f"{own} {p} {s}", _slots(f"{own} {p} {s}", people)) for s in range(3)) for p in range(3)
    ]
    headline = f"{act.partition(' on ')[0]}, {_vocabulary()[pick(f'title {number}', 1500)]} {telling + 1}"
    return "\n\n".join(
        (
            f"# {headline}",
            f"{PUBLISHERS[number % len(PUBLISHERS)]}, {published.day} {published:%B} {published.year}",
            f"{act}. {_told(OWN, own, people)}",
            said,
            *rest[: 2 if telling % COPIED == 0 and telling else 3],
            *past,
        )
    )


def people_of(count: int) -> int:
    """Return how many people a corpus of so many articles names: with more articles more, but ever fewer new ones."""
    return 30 + int(count**0.75)


def write(count: int, folder: Path) -> None:
    """Write so many articles as seeds."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:06}.md").write_text(f"{text(number, people_of(count))}\n", encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
