"""The best way to cut a run of capitals into names: every reading competes for the same characters."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from operator import attrgetter

from generator.extract.names.around import bare, broken, owns_office, title_word
from generator.extract.names.known import Known, explained
from generator.extract.names.lists import SUFFIXES, heads
from generator.extract.names.organisations import organisation
from generator.extract.names.people import person
from generator.extract.names.places import place
from generator.extract.names.runs import RUN
from generator.extract.names.sentence import Reading, Sentence
from generator.extract.names.things import known_to_the_world, product, quoted_work, shared, thing
from generator.extract.names.titles import addressed

Scorer = Callable[["Sentence", int, int], "Reading | None"]

KNOWN = (known_to_the_world,)
SMALL = (known_to_the_world, quoted_work)
PEOPLE = (person,)
PARTED = (known_to_the_world, person, quoted_work, product)
EVENT, AGREEMENT, WORK = (partial(thing, kind=kind) for kind in ("event", "agreement", "work"))
ANY = (known_to_the_world, person, organisation, place, EVENT, AGREEMENT, quoted_work, WORK, product)
"""Who competes where capitals say nothing, for a word of grammar, behind a form of address, where a mark or a small
word parts the tokens, and elsewhere; of equally strong readings the first named wins."""

READ = 1 << 16  # readings that are kept: those of a long article
LONGEST = 14  # no name has more tokens
LISTED = 3  # … nor more than this in a run that had to be cut, which is a list: bounds the work
PER_NAME = 0.35  # what each further name costs: one long reading is better than two short ones that are as strong
SIDE_BY_SIDE = 1.5
"""What it costs to end one name where the next begins, with nothing between: such words are mostly one name."""

LEFT_OUT = 0.5  # what it costs to leave a capitalised word unread that is neither ordinary nor a title


def segment(s: Sentence, start: int, end: int, known: Mapping[str, Known]) -> list[Reading]:
    """Return the readings, in text order and not overlapping, with the greatest total of strength times length."""
    best: list[tuple[float, Reading | None]] = [(0.0, None)] * (end - start + 1)
    longest = LONGEST if end - start < RUN else LISTED
    for i in range(end - 1, start - 1, -1):
        at = i - start
        plain = s.cases[i] != "cap" or s.ordinary(i) or title_word(s, i)
        best[at] = (best[at + 1][0] - (0 if plain else LEFT_OUT), None)
        if s.cases[i] in ("low", "mark"):
            continue
        for stop in range(i + 1, min(end, i + longest) + 1):
            reading = strongest(s, i, stop, known)
            if reading is None or reading.strength <= 0:
                continue
            value = best[stop - start][0] + reading.strength * (stop - i) - PER_NAME
            if best[stop - start][1] is not None and reading.form != "demonym" and reading.rule != "gazetteer":
                value -= SIDE_BY_SIDE
            if value > best[at][0]:
                best[at] = (value, reading)
    found = []
    i = start
    while i < end:
        if (chosen := best[i - start][1]) is not None:
            found.append(chosen)
        i = i + 1 if chosen is None else chosen.end
    return found


def strongest(s: Sentence, start: int, end: int, known: Mapping[str, Known]) -> Reading | None:
    """Return the strongest reading of exactly these tokens, the first with a capital or a number, or None."""
    if s.small[end - 1] and s.small[end - 1] not in heads("suffix"):
        return None
    cut = any(s.traits[i].initial and _between_initials(s, i) for i in (start, end))
    cut = cut or (s.lows[end] == "'s" and owns_office(s, end - 1))
    if cut or (end - start == 1 and s.words[start].text in SUFFIXES):
        return None
    readings = _own(s, start, end)
    if known and (told := explained(s, start, end, known)) is not None:
        readings = (*(shared(s, r) if told.kind == "person" else r for r in readings), told)
    return max(readings, key=attrgetter("strength")) if readings else None


def _between_initials(s: Sentence, i: int) -> bool:
    """Tell whether two initials meet before the i-th token, where no name begins or ends: ``J. R. | R. Smith``."""
    one, other = s.traits[i - 1], s.traits[i]
    return other.initial and one.initial and len(one.surface) == len(other.surface) == len("J.")


@lru_cache(maxsize=READ)
def _own(s: Sentence, start: int, end: int) -> tuple[Reading, ...]:
    """Return what some tokens can be by themselves: asked before and after the article has explained its names."""
    scorers: tuple[Scorer, ...] = ANY
    if s.headline or s.cases[end - 1] == "mark":
        scorers = KNOWN
    elif addressed(s, start) or (end - start > 1 and addressed(s, start + 1)):
        scorers = PEOPLE
    elif end - start == 1 and s.traits[start].function:
        scorers = SMALL
    elif broken(s, start, end) or bare(s, start, end):
        scorers = PARTED
    return tuple(reading for score in scorers if (reading := score(s, start, end)) is not None)
