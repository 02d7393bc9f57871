"""How much speaks for a person."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.names import titles
from generator.extract.names.around import (
    QUOTED,
    SAINTS,
    aged,
    labels,
    person_like,
    quoted,
    said_to_be,
    title_word,
)
from generator.extract.names.lists import PARTICLES, SUFFIXES, Traits, cues, heads
from generator.extract.names.runs import nickname
from generator.extract.names.sentence import SCIENCES, Claim, Reading, Sentence
from generator.lexicons import listed, wordset
from generator.text.synonyms import is_person

LONGEST = 6  # names of more tokens are organisations or lists
PLAIN = 0.7  # what an ordinary word in the name takes away
OPENING = 1.4
"""What a family name that is a function word takes away where a sentence begins: ``To Ann …``, but ``To Huu``."""

THE = 1.3
"""What ``The`` with a capital takes away before a name (a work, or an organisation), and any article before several
words (a ship, an inn)."""

MODIFIER = 1.8
"""What it takes away that the words stand between an article or possessive and a noun: ``its Jade Rabbit rover``."""

WITHIN = 1.9  # what ``in`` before the name takes away: it is rather a place, or a clinic
_PLAIN_NAME = 0.3  # the same for a word that is a name as well (``Park``, ``Grace``)
BY = 0.3  # what ``by`` says: a firm or a storm may do as much
NEAR = 8  # words of an apposition up to its noun
_SHOUT = 5  # a shouted word of no more letters is an acronym
_PAST = re.compile(r"[a-z]{2,15}ed")
_CLUB = re.compile(r"(?:[A-Z]\.){2,4}$")  # Knights M.C.


def person(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a person's name, or None where they can't be one."""
    first, told = s.words[start].text.title(), end - start > 1 and labels(s, start, end)
    if told and any(first in listed(names) for names in ("names-given", "names-family")):
        return Reading(start, end, "person", 2.5, "person", "the line begins with it and a colon")
    if end - start > LONGEST or not _shape(s, start, end) or (end - start == 1 and _no_name(s, start)):
        return None
    thing = cues("before").get(s.low(start - 1)) == "product"  # the salvage ship Ann Lee; the Mill Pearl, which sank
    thing = thing or (s.word(start - 1) == "the" and (s.word(end), s.word(end + 1)) == (",", "which"))
    if end - start > 1 and (thing or s.word(end - 1) in wordset("names-faiths")):
        return None  # a Roman Catholic school
    own, why = _own(s, start, end)
    beside, more = max((*_before(s, start), *_after(s, start, end)), default=(0.0, ""))
    if end - start > 1 and s.opens(start) and s.traits[start].function:
        own -= OPENING
    if (s.word(start - 1) == "the" and s.is_cap(start - 1) and not s.opens(start - 1)) or (
        end - start > 1 and (s.low(start - 1) in ("the", "a", "an") or _modifies(s, start, end))
    ):
        own -= MODIFIER if _modifies(s, start, end) else THE
    if _within(s, start) and s.word(end) != "'s":
        own -= WITHIN
    because = "; ".join(x for x in (why, more) if x) or "capitals only"
    return Reading(start, end, "person", min(3.0, own + beside), "person", because)


def _modifies(s: Sentence, start: int, end: int) -> bool:
    """Tell whether several words stand between an article or possessive and the noun that they belong to."""
    opened = s.word(start - 1) in ("the", "a", "an", "its", "their", "our")
    noun = s.words[end] if end < len(s.words) and s.low(end) else None
    plain = noun is not None and noun.part in ("noun", "nouns", "")
    return opened and end - start > 1 and plain and not titles.after(s, end)


def _shape(s: Sentence, start: int, end: int) -> bool:
    """Tell whether the tokens are capitalised words, initials and particles, without titles, heads or nationalities."""
    if not s.capitals[start]:
        return False
    if end - start == 1:
        return not (s.traits[start].glued or _foreign(s, start, start))
    if not (s.is_cap(end - 1) or s.words[end - 1].text in SUFFIXES) or not _ends(s, end - 1):
        return False
    marks = [i for i in range(start, end) if s.cases[i] == "mark"]
    if marks and marks[-1] - marks[0] + 2 != nickname(s, marks[0]):
        return False
    called = range(marks[0], marks[-1] + 1) if marks else ()  # José [“el Pepe”] Mujica
    inside = [i for i in range(start, end) if i not in called]
    if any(s.cases[i] == "num" or (s.small[i] and s.small[i] not in PARTICLES) for i in inside):
        return False
    foreign = any(s.traits[i].glued or _foreign(s, i, start) for i in inside if s.is_cap(i))
    return not (foreign) and not all(s.words[i].shouted and not s.traits[i].initial for i in range(start, end))


def _ends(s: Sentence, i: int) -> bool:
    """Tell whether a word can end a name: no particle, no initials of a club, no word of the next sentence."""
    if s.word(i) in PARTICLES:
        return s.traits[i].listed
    over = (
        s.word(i) == "no." or s.word(i).endswith(SCIENCES) or (s.traits[i].function and s.word(i - 1).endswith("."))
    )  # Law No., Ann G. He left.
    return not over and not _CLUB.match(s.words[i].text)


def _no_name(s: Sentence, i: int) -> bool:
    """Tell whether a single word is an ordinary one or a title."""
    if _surname(s, i):
        return False
    traits = s.traits[i]
    if s.word(i - 1) in SAINTS or (s.words[i].shouted and len(traits.surface) <= _SHOUT and not s.traits[i].listed):
        return True  # the Saint Lucy, CEO
    if s.word(i) in SAINTS and s.is_cap(i + 1):
        return True
    return traits.function or traits.calendar or s.ordinary(i) or title_word(s, i)


def _surname(s: Sentence, i: int) -> bool:
    """Tell whether a word alone behind a form of address is a family name, whatever else it may be: ``Dr. King``."""
    return titles.addressed(s, i) and not s.is_cap(i + 1)


def _foreign(s: Sentence, i: int, start: int) -> bool:
    """Tell whether a word can't be part of a person's name at its place."""
    text, first = s.words[i].text, i == start
    if not first and (text in SUFFIXES or s.word(i - 1) in PARTICLES or person_like(s, start, i + 1)):
        return False
    named, traits = s.traits[i].listed, s.traits[i]
    entry = traits.entry
    if title_word(s, i) and (first or not named) and not _surname(s, i):
        return not (traits.given or _trade(s, start, i))
    called = s.traits[start].given and not (entry is not None and entry.of == "party" and text.endswith("s"))
    acronym = s.words[i].shouted and not named and len(text) <= _SHOUT and not traits.initial
    side = not first and text in heads("team") and s.traits[start].entry is not None  # the Charlotte Hornets
    if (
        acronym
        or side
        or (entry is not None and ("." in text or (entry.kind == "organisation" and not named and not called)))
    ):
        return True  # NATO  U.N.  Republicans
    if entry is not None and (entry.form == "demonym" or entry.of == "country"):
        return not named
    if first and not named and text in heads("start"):
        return True  # Diario, Estadio
    led = i > start + 1 and all(s.traits[k].initial or s.traits[k].given for k in range(start, i - 1))  # W. Mark Felt
    after_given = (led or (i == start + 1 and not s.opens(start))) and s.traits[i - 1].given
    after_given = after_given and not traits.function and not traits.calendar
    return not named and (bool(traits.ends) or (s.ordinary(i) and not after_given))


def _trade(s: Sentence, start: int, i: int) -> bool:
    """Tell whether what may be an office is the family name behind a given one: ``Scott Painter ran``."""
    ended = not (s.is_cap(i + 1) or s.word(i + 1) in ("of", "for", "to", ":") or s.headline)
    return ended and i == start + 1 and s.traits[start].given and not s.ordinary(start) and "person" in s.words[i].kinds


def _own(s: Sentence, start: int, end: int) -> Claim:
    """Return what the words themselves say."""
    words = [s.traits[i] for i in range(start, end) if s.is_cap(i)]
    names = [w for w in words if not w.initial and w.surface not in SUFFIXES]
    if not names or (len(names) == 1 and names[0].function):
        return -1.0, ""
    initials = any(w.initial for w in words[:-1])
    if len(names) == 1:
        strength, why = next(_single(names[0]), (0.1, ""))
        return strength + initials, why
    plain = sum(_plainness(s, i, last=i == end - 1) for i in range(start, end))
    strength, why = next(_several(names, initials=initials), (0.9, ""))
    return strength - plain - QUOTED * quoted(s, start, end), why


def _plainness(s: Sentence, i: int, *, last: bool) -> float:
    if s.traits[i].listed:
        return _PLAIN_NAME if s.ordinary(i) else 0.0
    entry = s.traits[i].entry if last else None
    known = entry is not None and entry.of != "town"  # Deadline Hollywood; but Devon Quinland
    return PLAIN if known or s.ordinary(i) or s.traits[i].built else 0.0


def _several(names: Sequence[Traits], *, initials: bool) -> Iterator[Claim]:
    one, other = names[0], names[-1]
    first, last = one.surface, other.surface
    is_family = other.family or other.surname
    three = len(names) == len(("family", "middle", "given"))
    leads = three and first.lower() in listed("entities-family-first")
    if one.given and is_family:
        yield 3.0, f"{first} is a given name and {last} a family name"
    if one.given:
        yield 2.5, f"{first} is a given name"
    if one.family and first not in (*heads("start"), *heads("part")) and (other.given or "-" in last or leads):
        yield 2.4, f"{first} is a family name that comes first" if leads else f"{first} is a family name"
    if initials:
        yield 2.3, "an initial stands in it"
    if is_family:
        yield 1.7, f"{last} is a family name"
    if other.given and not other.function:
        yield 1.6, f"{last} is a given name"


def _single(name: Traits) -> Iterator[Claim]:
    if name.given:
        yield 0.9, f"{name.surface} is a given name"
    if name.family:
        yield 0.9, f"{name.surface} is a family name"
    if name.surname:
        yield 0.7, "it ends like a family name"


def acts(s: Sentence, start: int, end: int) -> bool:
    """Tell whether the tokens are the subject of a verb, as far as one sees that without grammar."""
    verb = s.low(end)
    return s.low(start - 1) not in cues("no-subject") and (verb in cues("auxiliary") or bool(_PAST.fullmatch(verb)))


def _before(s: Sentence, start: int) -> Iterator[Claim]:
    if titles.honorific(s, start):
        yield 2.6, f"{s.words[start - 1].text} stands before it"
    if found := titles.before(s, start):
        yield 2.0, f"a title stands before it: {s.surface(*found[-1])}"
    if s.low(start - 1) in cues("kin") or (s.word(start - 1) == "," and s.low(start - 2) in cues("kin")):
        yield 1.2, "kin stands before it"
    elif s.word(start - 1) == "," and _is_called(s, start - 1):
        yield 2.0, "an apposition stands before it"
    if titles.several(s, start):
        yield 2.6, "the title of several stands before it"
    if s.word(start - 1) in cues("speech"):
        yield 0.9, f"“{s.word(start - 1)}” stands before it"
    if s.word(start - 1) == "by":
        yield BY, "“by” stands before it"


def shown(s: Sentence, start: int, end: int) -> bool:
    """Tell whether what stands beside the tokens shows a person: a title, a deed, or a noun that means people."""
    if any(claim > BY for claim, _ in (*_before(s, start), *_after(s, start, end))) or s.low(end) == "who":
        return True
    comma = s.word(start - 1) == ","  # the old boss, Ann Lee
    return _is_somebody(s, start - 1 - comma) or (s.word(end) == "," and _called(s, end + 1))


def _is_called(s: Sentence, comma: int) -> bool:
    """Tell whether a name between commas says who speaks: ``A neighbour of the mill, Ann Lee, said``."""
    end = titles.name_end(s, comma + 1)
    first = next((i for i in range(max(0, comma - NEAR), comma) if s.word(i) in titles.OPENERS and s.opens(i)), comma)
    said = s.word(end) == "," and s.word(end + 1) in cues("speech") and end > comma + 2
    clear = _is_somebody(s, comma - 1) or s.is_cap(comma - 1) or s.traits[comma + 1].given
    return said and clear and _called(s, first)  # not: an employee of a business, Norvik Fruit Products, said


def _called(s: Sentence, i: int) -> bool:
    """Tell whether some words up to the next mark call somebody what people are: ``Ann Lee, a retired watchmaker,``."""
    stops = (k for k in range(i + 1, i + NEAR) if not s.low(k) or s.word(k) == "who" or s.words[k].part == "prep")
    noun = next(stops, i)
    return noun > i and s.word(i) in titles.OPENERS and _is_somebody(s, noun - 1)


def _is_somebody(s: Sentence, i: int) -> bool:
    return bool(s.low(i)) and is_person(s.low(i))


def _within(s: Sentence, start: int) -> bool:
    return s.word(start - 1) in ("in", "at", "near")


def _after(s: Sentence, start: int, end: int) -> Iterator[Claim]:
    if titles.after(s, end) and not (_within(s, start) and " " not in s.surface(start, end)):
        yield 1.6, "a title follows it"
    if aged(s, end):
        yield 1.6, "an age follows it"
    if (noun := said_to_be(s, end, "person")) is not None:
        yield 1.4, f"called a {noun}"
    if end - start > 1 and s.word(end) == "," and s.low(end + 1) == "who":
        yield 1.0, "“who” follows it"
    if s.word(end) in cues("verb"):
        yield 0.9, f"“{s.word(end)}” follows it"
    if end - start == 1 and acts(s, start, end):
        # Telegram was removed: a firm or a thing does as much
        known = s.traits[start].listed or s.traits[start].surname
        yield 0.9 if known else 0.85, f"“{s.word(end)}” follows it"
    if s.word(end) in ("'s", "'") and s.word(end + 1) in cues("family"):
        yield 1.0, f"it has a {s.word(end + 1)}"
    if cues("after").get(s.low(end)) == "person":
        yield 0.6, f"“{s.word(end)}” follows it"
