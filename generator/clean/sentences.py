"""Where the sentences of a block begin and end."""

import re
from collections.abc import Iterable, Iterator

from nupunkt import sent_spans

from generator.lexicons import compiled
from generator.model import Span, stripped
from generator.text.pubdate import month_names
from generator.text.tokens import abbreviations
from generator.text.words import LEXICON

LONGEST = 3_000
"""Characters of a sentence at most: a list that one line holds may have a thousand. Rules look from each word at the
others of its sentence, so that one line without an end would take quadratic time."""
_LOOK = 40  # characters on each side of a boundary that decide about it
_LONG_LINE = 20_000  # characters; a paragraph beyond that is no prose, and is cut by our own rule alone
_ENDS = frozenset(".!?…")
_CLOSING = ".!?…\"'”’»)]"  # a paragraph that has ends of sentences only here is one sentence

# A full stop after a whole small word and before a capital ends a sentence, whatever the splitter's word lists (of
# legal texts) take that word for: "asked a reporter. Nobody replied."
_CLEAR = compiled("clear-stop")
_NUMBERED_DAY = re.compile(r"(?<!\d)\d{1,2}\.\s*$")  # am 3. ▸ Mai
_TORN_POINT = re.compile(r"\d\ \.\s*$")  # 6 . ▸ 1
_NOTE = re.compile(r"\s*(?:\[\d{1,3}\]\s*){1,5}")  # a footnote's number belongs to the sentence before it
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}\s*$")  # U.S. ▸ border
_TORN_INITIAL = re.compile(r"(?<!\w)[A-Za-z]\ \.\s*$")  # U . ▸ S . ▸ Navy, J . ▸ Holm
_LAST_WORD = re.compile(r"(?<![\w.])((?:[^\W\d_]\.){0,2}[^\W\d_]{1,10})\ ?\.\s*$")  # Mr.▸, Mr .▸
_OPENING = frozenset(("det", "pron", "poss", "prep", "conj", "sub", "adv"))
_EXCLAIMED_NAME = re.compile(r"\b(?:Yahoo|Jeopardy|Joomla|Yum)!\s*$")


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of ``text`` within a span, without surrounding white space.

    Boundaries are those of nupunkt (the Punkt algorithm, Kiss and Strunk 2006), corrected by our own word lists.
    Closing marks stay with their sentence; a quotation of several sentences is split inside.
    """
    part = text[span.start : span.end]
    found: list[Span] = []
    start = 0
    for end in _bounded(part, [*_boundaries(part), len(part)]):
        if sentence := stripped(text, span.start + start, span.start + end):
            found.append(sentence)
            start = end
    return tuple(found)


def _bounded(part: str, ends: Iterable[int]) -> Iterator[int]:
    """Yield where sentences end, and in between where one goes on for too long: at white space, if there is any."""
    start = 0
    for end in ends:
        while end - start > LONGEST:
            space = max(part.rfind(white, start + 1, start + LONGEST) for white in " \n\t")
            start = space if space > 0 else start + LONGEST
            yield start
        yield end
        start = end


def _boundaries(part: str) -> list[int]:
    several = len(part) <= _LONG_LINE and not _ENDS.isdisjoint(part.rstrip(_CLOSING))
    ends = {end for _, end in sent_spans(part)} if several else set()
    ends |= {m.end() for m in _CLEAR.finditer(part) if m["word"] not in abbreviations()}
    moved = {note.end() if (note := _NOTE.match(part, end)) else end for end in ends}
    return sorted(end for end in moved if 0 < end < len(part) and not _goes_on(part, end))


def _goes_on(part: str, end: int) -> bool:
    """Tell whether what looks like a boundary stands inside a sentence."""
    before, after = part[max(end - _LOOK, 0) : end], part[end : end + _LOOK]
    following = after.split()[0].strip(",;.") if after.split() else ""
    if after.startswith((")", "]", ",", ";", " , ", " ; ")):
        return True  # Sen. Ann Lee (D-Ill.▸), who
    if _NUMBERED_DAY.search(before) and following.lower() in month_names():
        return True
    if _TORN_POINT.search(before) and following[:1].isdigit():
        return True
    more = len(following) == 1 and after.split()[1:2] == ["."]  # L . ▸ A . Times
    if _TORN_INITIAL.search(before) and (more or not LEXICON[following.casefold()].kinds & _OPENING):
        return True
    if (_INITIALS.search(before) or before.rstrip().endswith(" .")) and following[:1].islower():
        return True
    word = _LAST_WORD.search(before)
    how = abbreviations().get(word[1], "") if word else ""
    called = _EXCLAIMED_NAME.search(before) and following[:1].isupper()
    return how == "name" or bool(called) or (how == "number" and following[:1].isdigit())
