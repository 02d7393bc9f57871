"""Titles beside a person's name: ``Prime Minister X``, ``Ambassador to Y X``, ``X, head of the Y``."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from generator.extract.names.around import SAINTS, owns_office, title_word
from generator.extract.names.lists import PARTICLES, cues, long_titles
from generator.extract.names.sentence import QUOTES, Reading, Sentence
from generator.lexicons import wordset

BEFORE = 14  # a title with all its complements has no more tokens
APPOSITION = 24  # a title after the name has no more tokens
NEAR = 6  # the title itself stands within so many tokens of the comma
_LINKS = frozenset({"of", "for", "to", "the", "and", "&", "in", "at", "on", "-"})
OPENERS = frozenset({"a", "an", "the", "its", "his", "her", "who", "is", "also", "now", "then", "another", "one"})
_MARKS = frozenset({",", ".", ";", ")", "(", "–", "—", "“", '"', ":"})
_ALSO_NAMES = SAINTS | {"lord", "lady", "dame", "miss", "sir"}
_ENDS = wordset("titles-end-before")
_NOT_NOW = wordset("offices-not-now")


def before(s: Sentence, start: int) -> tuple[tuple[int, int], ...]:
    """Return the token ranges of the titles that stand directly before the name at ``start``, in text order."""
    name = start - honorific(s, start)
    if (held := _apposed(s, start)) is not None:
        return ((held, start - 1),)
    if s.word(name - 1) != "," or not (s.is_cap(name - 2) and "of" in s.lows[max(0, name - 1 - BEFORE) : name - 1]):
        first = _chain_start(s, start)
        return () if first is None else tuple(_parts(s, first, start))
    first = _chain_start(s, name - 1)
    address = ((name, start),) if name < start else ()
    opened = 0 if first is None else first - (s.word(first - 1) in OPENERS)
    if first is None or (s.word(opened - 1) == "," and s.is_cap(opened - 2)):
        return address  # X, the president of Y, Z: who stands before it is
    return (*_parts(s, first, name - 1), *address)


def _apposed(s: Sentence, start: int) -> int | None:
    """Return where an office begins that a comma parts from its holder: ``its [chief engineer], Ann Lee, said``.

    The name ends at a mark, and no list follows it: it may be somebody else's beside the one with the office.
    """
    end = name_end(s, start)
    if s.word(start - 1) != "," or s.word(end) not in _MARKS or s.word(end + 1) in ("and", "or") or s.is_cap(end + 1):
        return None
    inside = range(start - 1, max(0, start - BEFORE), -1)
    run = next((i for i in inside if s.cases[i - 1] != "low" and s.word(i - 1) not in ("'s", "-")), 0)
    of = next((i for i in range(run, start - 1) if s.word(i) == "of"), start - 1)  # the director of the museum
    first = next((i for i in range(of - 1, max(-1, run - 2), -1) if s.words[i].part in ("det", "poss")), of)
    role = s.word(of - 1) in cues("kin") or s.word(of - 1) in wordset("names-no-office")
    led = s.traits[of - 1].office and not role and first < of - 1 and s.word(first) not in ("a", "an", "another")
    return first + 1 if led else None


def name_end(s: Sentence, start: int) -> int:
    """Return where the capitals and particles end that begin at a token: ``Ann van der Lee``."""
    return next((i for i in range(start, len(s.words)) if not s.is_cap(i) and s.word(i) not in PARTICLES), len(s.words))


def honorific(s: Sentence, start: int) -> bool:
    """Tell whether ``Mr``, ``Dr`` or the like stands directly before; ``GEN Dravia`` may be anything."""
    return s.capitals[start - 1] and s.lows[start - 1] in cues("honorific") and not stands_for(s, start - 1)


def several(s: Sentence, start: int) -> bool:
    """Tell whether a name stands in a list behind the title of several: ``Officers Vale and [Bilbao] left``."""
    while s.word(start - 1) in (",", "and") and s.is_cap(start - 2):
        start -= 2
    return s.is_cap(start - 1) and s.traits[start - 1].offices


def stands_for(s: Sentence, i: int) -> bool:
    """Tell whether a short title in capitals is rather an acronym: before a word in small letters that no list has."""
    after = s.traits[i + 1]
    alone = s.is_cap(i + 1) and not s.is_cap(i + 2) and not (after.listed or after.surface.isupper())
    return s.words[i].shouted and alone


def addressed(s: Sentence, start: int) -> bool:
    """Tell whether a form of address or a shortened title stands before, which begins no name of a body or a place."""
    word = s.lows[start - 1]
    return (word.endswith(".") and s.traits[start - 1].office) or (word not in _ALSO_NAMES and honorific(s, start))


def after(s: Sentence, end: int) -> tuple[tuple[int, int], ...]:
    """Return the token ranges of the titles in an apposition after the name that ends at ``end``."""
    if s.word(end) not in (",", "(", "–", "—"):
        return ()
    first = end + 1
    while s.word(first) in OPENERS:
        first += 1
    stop = _apposition_end(s, first)
    if s.word(end + 1) == "the" and s.low(stop) in cues("speech"):
        return ()  # near X, the mayor said
    near = range(first, min(stop, first + NEAR))
    held = next((i for i in near if s.traits[i].office and s.word(i + 1) != "'s"), None)
    if held is None or _of_the_next(s, held) or "det" in [w.part for w in s.words[held + 1 : held + 2]]:
        return ()  # who head the two agencies
    if not all(title_word(s, i) or adjective(s, i) or s.is_cap(i) or _modifies(s, i, held) for i in range(first, held)):
        return ()
    if any(s.is_cap(i) and s.low(i - 1) not in ("", *_LINKS) and not adjective(s, i) for i in range(held + 1, stop)):
        return ()  # X, ambassador Y: a list
    return tuple(_parts(s, first, stop))


def _modifies(s: Sentence, i: int, held: int) -> bool:
    """Tell whether a word says whose the office behind it is, or which: ``the [ministry's] secretary``."""
    owner = s.word(i) == "'s" or s.word(i + 1) == "'s"
    which = held - i <= 2 and (s.words[i].kinds == {"adj"} or s.words[i].kinds == {"noun"})  # noqa: PLR2004
    return bool(s.low(i) or owner) and (owner or which or (held - i == 1 and s.word(i).endswith("al")))


def beside(s: Sentence, r: Reading, found: Sequence[Reading]) -> tuple[tuple[int, int], ...]:
    """Return the whole titles of a person before and after the name; none holds another person of a sentence."""
    others = [one for one in found if one.kind == "person" and one is not r]
    taken = {i for one in found for i in range(one.start, one.end)}

    def own_start(person: int) -> int:
        return next((first for first, _ in before(s, person)), person - honorific(s, person))

    cut = (
        (first, min((own_start(p.start) for p in others if p.start < stop and p.end > first), default=stop))
        for first, stop in (*before(s, r.start), *after(s, r.end))
    )
    trimmed = ((first, stop) for first, end in cut if (stop := _trimmed(s, first, end)) > first)
    held = ((next((one.start for one in found if one.start < a < one.end), a), b) for a, b in trimmed)
    return tuple((whole, stop) for first, stop in held if (whole := _begun(s, first, taken)) is not None)


def _begun(s: Sentence, first: int, taken: AbstractSet[int]) -> int | None:
    """Return where a title begins: ``[City] Clerk``, ``[former] basketball coach``.

    None where it stands behind ``and`` and may be over as well: ``former investor and | adviser``.
    """
    while s.is_cap(first - 1) and (first - 1 not in taken or "place" in s.traits[first].ends) and not s.headline:
        addressed = s.word(first) in cues("honorific").keys() - _ALSO_NAMES  # Ask | Mrs, but First | Lady
        if s.traits[first - 1].function or s.traits[first - 1].office or addressed:
            break
        first -= 1
    joined = s.word(first - 1) == "and"
    i = first - joined
    while i > max(0, first - BEFORE) and s.word(i) not in _NOT_NOW and _in_phrase(s, i - 1):
        i -= 1
    past = s.word(i) in _NOT_NOW
    return (None if joined else i) if past else first


def _in_phrase(s: Sentence, i: int) -> bool:
    return s.is_cap(i) or s.word(i) == "-" or bool(s.words[i].kinds & {"noun", "name", "adj"}) or s.word(i) in _NOT_NOW


def _trimmed(s: Sentence, first: int, end: int) -> int:
    """Return where a title ends that was cut at somebody's name (``adviser`` of ``adviser to``), else its start.

    What is cut amid its complement ends before that: ``spokesman for Texas | Attorney General``.
    """
    while end > first and (s.word(end - 1) in _LINKS or s.cases[end - 1] == "mark"):
        end -= 1
    if title_word(s, end) or s.word(end) in ("-", "'s", *QUOTES):
        end = max((i + 1 for i in range(first, end) if s.traits[i].office), default=end)
    return end if any(s.traits[i].office for i in range(first, end)) else first


def _of_the_next(s: Sentence, held: int) -> bool:
    """Tell whether a name follows a title at once, so that it is that one's: ``X, President Y``."""
    while title_word(s, held + 1):
        held += 1
    return s.is_cap(held + 1) and not adjective(s, held + 1)


def _chain_start(s: Sentence, end: int) -> int | None:
    """Walk left over title words, demonyms and complements; return where a chain that holds a title begins."""
    i, found = end, None
    if stands_for(s, end - 1) or s.low(end - 1) in _LINKS:
        return None
    while i > 0 and end - i < BEFORE:
        if s.traits[i - 1].office:
            found = i - 1
        elif _ends_place(s, i - 1):
            break
        elif title_word(s, i - 1) or adjective(s, i - 1):
            found = None if found is None else i - 1
        elif not _joins(s, i - 1, end, begun=found is not None):
            break
        i -= 1
    while found is not None and s.is_cap(i - 1) and s.traits[i - 1].entry is not None:
        i -= 1
    return found


def _ends_place(s: Sentence, i: int) -> bool:
    """Tell whether a word that may stand in a title ends a place's name: ``Delmar County | State's Attorney``."""
    place = "place" in s.traits[i].ends and f"{s.word(i)} {s.word(i + 1)}" not in long_titles()
    return place and s.is_cap(i - 1) and not title_word(s, i - 1) and not owns_office(s, i)


def _joins(s: Sentence, i: int, end: int, *, begun: bool) -> bool:
    """Tell whether the i-th token joins two titles, or belongs to the complement of one."""
    if begun:
        return s.word(i) == "and" and s.traits[i - 1].office
    return (s.is_cap(i) or s.word(i) in _LINKS) and _office_before(s, i, end)


def _office_before(s: Sentence, i: int, end: int) -> bool:
    """Tell whether a title and ``of``, ``for`` or ``to`` stand to the left of a complement, in one run with it."""
    linked = False
    for k in range(i, max(-1, end - BEFORE), -1):
        word = s.word(k)
        if s.traits[k].office and linked:
            return True
        if word in ("of", "for", "to"):
            linked = True
        elif not (s.is_cap(k) or word in _LINKS):
            return False
    return False


def adjective(s: Sentence, i: int) -> bool:
    """Tell whether the i-th token is a nationality or a country."""
    entry = s.traits[i].entry
    return entry is not None and (entry.form == "demonym" or entry.key.startswith("country:"))


def _parts(s: Sentence, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a chain at ``and`` between titles: ``Prime Minister and Defence Minister``, ``… of Y and mayor``."""
    first = start
    for i in range(start + 1, end):
        anew = s.word(i).endswith(".") or (s.is_cap(i) and s.low(i - 1))
        if anew and s.traits[i].office and s.traits[i - 1].office:
            yield first, i  # presidential candidate | Sen., spokesman | Constable
            first = i
        later = any(s.traits[k].office for k in range(i + 1, end))
        held = any(s.traits[k].office for k in range(first, i))
        anew = s.word(i + 1) in OPENERS  # and a vice president, and its spokesman
        titled = anew or title_word(s, i + 1) or adjective(s, i + 1)  # not the Fish and Wildlife Service
        if s.word(i) == "and" and later and (s.traits[i - 1].office or (held and titled)):
            yield first, i
            first = i + 1 + anew
    yield first, end


def _apposition_end(s: Sentence, first: int) -> int:
    last = min(len(s.words), first + APPOSITION)
    marked = (i for i in range(first, last) if s.words[i].text in _MARKS or s.word(i) in _ENDS)
    busy = (i for i in range(first + 1, last) if _is_adjunct(s, first, i))
    return min(next(marked, last), next(busy, last))


def _is_adjunct(s: Sentence, first: int, i: int) -> bool:
    """Tell whether a title is over: ``farmer | trying to``, ``leader | convicted of``, ``manager | in a statement``."""
    busy = s.low(i).endswith("ing") and s.traits[i - 1].office
    done = s.low(i).endswith("ed") and not s.words[i].part and s.low(i - 1) not in _LINKS
    done = done and any(s.traits[k].office for k in range(first, i))
    return busy or done or (s.word(i) in ("in", "at") and s.word(i + 1) in ("a", "an", "time"))
