"""Lines ──▶ lines in which what was broken is one again: a label and its date, a headline."""

import re

from generator.clean.lines import CONTACT, SITE, STOP, Line, is_sentence, join
from generator.clean.nameplate import nameplate
from generator.clean.notices import bare, notice
from generator.clean.pieces import CREW, GENRES, byline_of, is_named, person_of, read_pieces
from generator.clean.signoffs import CREDITS
from generator.text.pubdate import find_dates
from generator.text.words import LEXICON

HIGHEST = 16  # lines: mastheads with section, kicker, title, standfirst, names, dates, captions
LABEL_WORDS = 4  # "Date of first publication"
WHOLE_WORDS = 5  # of a line that may be broken amid two nouns: "Mayor of Orre Announces New Police" "Commander"
_DATED = 200  # characters of a label with its date and time; the longest have about 80
_BROKEN = 600  # characters of lines that were one; a guard
_LEADS_ON = re.compile(r"[,;&-]$|[$€£]\d[\d,.]*$|\ (?i:an?|the)$")
_APART = re.compile(rf"{SITE.pattern}|\s{{3}}")  # The headline | The Paper; For release     May 3
_HELPS = ("will", "modal", "be", "have", "do")
_JOINS = ("prep", "conj", "to")
_OPEN = re.compile(r"(?:,\ ?[\"”’']|\d\s(?:st|nd|rd|th)|\b(?:said|says|added|and|by|of|the|to))$")


def join_labels(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with each label joined to the date or name below it: ``Published``, ``August 23, 2016``.

    Above the first sentence, a headline that was broken into several lines is one line again, behind it a sentence.
    """
    found = list(lines[:1])
    head = True
    ends = [*(line.gap > 0 for line in lines[2:]), False]  # whether an empty line follows the second of two
    for above, line, end in zip(lines, lines[1:], ends, strict=False):
        head = head and len(found) <= HIGHEST and not is_sentence(above) and len(found[-1].text) < _BROKEN
        broken = _breaks(above, line, end=end) if head else _is_torn(found[-1], line)
        if broken or _labels(above.text.rstrip(": "), line.text):
            found[-1] = join(text, found[-1], line)
        else:
            found.append(line)
    return tuple(found)


def _is_torn(above: Line, line: Line) -> bool:
    """Tell whether a sentence goes on in the next line: ``“It is safe,”``, ``said Ann Lee``, ``. “It is old.”``."""
    if line.gap or line.bullet or line.number or line.hashes or above.hashes:
        return False
    long = above.words > 2 * LABEL_WORDS and not STOP.search(above.text)
    small = line.text[0].islower() or line.text[:2] in (". ", ", ")
    return bool(_OPEN.search(above.text)) or (long and small and above.text[-1] not in "?!:;")


def _breaks(line: Line, below: Line, *, end: bool) -> bool:
    """Tell whether a headline is broken into two lines: the first leads on to the second, or is no longer one.

    It leads on with a comma, a sum or a small word; the second begins small, or with a small word amid capitals.
    Without either, both are capitals; or only their first letters are, an empty line follows, and the second has no
    verb; and the first had no room for the word that begins the second.
    """
    over = line.text.endswith((".", "?", "!", ":")) or line.hashes or line.bullet or _APART.search(line.text)
    if over or below.gap or below.hashes or below.bullet or below.number or line.words < LABEL_WORDS:
        return False
    other = notice(below.text) or CREW.fullmatch(below.text) or (bool(person_of(below.text)) and is_named(below.text))
    other = other or CONTACT.match(below.text) or nameplate(below.text) or nameplate(line.text)
    other = other or CREDITS.fullmatch(below.text)
    if other or any(read_pieces(t) or find_dates(t[:_DATED]) for t in (line.text, below.text)):
        return False
    shouted = line.text.isupper()
    if below.text[0].islower() or shouted != below.text.isupper() or is_sentence(below):
        return below.text[0].islower() and not shouted
    capitals = shouted or all(map(_is_titled, (line.text, below.text)))
    last, *verbs, first = (LEXICON[w.lower()] for w in (line.text.split()[-1], *below.text.split()[::-1]))
    told = any(w.part in _HELPS or not w.kinds.isdisjoint(("present", "past")) for w in verbs)
    goes_on = capitals and (first.part in _JOINS or (first.part == "poss" and not told) or "ing" in last.kinds)
    if goes_on or last.part in _JOINS or _LEADS_ON.search(line.text):
        return True
    full = len(f"{line.text} {first.text}") > len(below.text)  # it had no room for the word that begins the second
    whole = shouted or (capitals and end and line.words >= WHOLE_WORDS and not told)
    return whole and full and bool(verbs)


def _is_titled(text: str) -> bool:
    return all(w[0].isupper() or not w[0].isalpha() for w in text.split() if len(w) > len("from"))


def _labels(label: str, value: str) -> bool:
    """Tell whether a line is the label of a date or byline that the next one holds."""
    if len(label.split()) > LABEL_WORDS or any(c.isdigit() for c in label) or bare(label) in GENRES:
        return False
    told = f"{label}: {value}"
    named = [p.value for p in read_pieces(told) if p.kind == "publisher"] == [value]  # News provided by, Orre Foods
    return (
        named
        or bool(byline_of(told) and person_of(value))
        or any(d.labelled and d.start == 0 for d in find_dates(told[:_DATED]))
    )
