"""Lines that describe a picture."""

import re
from collections import Counter
from itertools import groupby, takewhile

from generator.clean.lines import Draft, Label, Line, is_sentence
from generator.clean.nameplate import is_publisher
from generator.clean.notices import REPORTED
from generator.clean.pieces import byline_of
from generator.clean.units import QUOTES, sentences
from generator.lexicons import compiled
from generator.model import Span
from generator.text import Sentence
from generator.text.pubdate import find_dates
from generator.text.tokens import tokens

MASTHEAD = 5  # lines; a picture stands below the headline, names and date
SEVERAL = 3
SENTENCES = 3  # of a caption
LONGEST_LED = 50  # words
LONGEST = 90  # words; agency captions reach 80
SENTENCE = 8  # words; a shorter line is a heading, a name or a button
HEADING = 14  # words; a longer line heads nothing
FEWEST_STOPPED = 4  # paragraphs with a full stop, and twice as many as without: then one without is no slip of the pen

_CREDIT = compiled("credit")
_OPENING = compiled("caption-opening")
_PICTURED = compiled("pictured")
_PLACES = compiled("in-picture")
_STOPPED = re.compile(r"[.!?…:;,][\"'”’»)\]]{0,3}$|[\"”’»)\]]$")
_SENTENCE = re.compile(r"[\"'“‘«]?[A-Z\u00c0-\u00de]")
_COUNTER = re.compile(r"\d{1,2}\ ?(?:/|of)\ ?(?P<all>\d{1,2})\ \w")  # 3/16 A boat lies on the quay
_DAY = re.compile(r"(?:[^\n.]{3,9}\.)?[^\n.]{0,30}\d{1,2},?\ [^\n]{0,12}\d{4}\.?\s{0,3}$")
_PLACED = re.compile(r"(?:,|[A-Z][a-z]{2,20})\ $")  # behind a place
_BARE_CREDIT = compiled("bare-credit")


def captions(draft: Draft) -> Draft:
    """Label the lines that describe a picture or credit one."""
    found = {i: rule for i, line in draft.free() if (rule := _caption(line))} | _numbered(draft)
    top = {i: draft.lines[i].text for i in found if i < MASTHEAD}  # the masthead's agency; Text: A Name  Photo: B Name
    told = {i for i, text in top.items() if (found[i] == "credit alone" and is_publisher(text)) or byline_of(text)}
    return draft.labelled({i: Label("caption", r) for i, r in found.items() if i not in told})


def unstopped_captions(draft: Draft) -> Draft:
    """Label the lines that end without a full stop between paragraphs that all end with one."""
    free = [line for _, line in draft.free()]
    stopped = sum(line.words >= SENTENCE and bool(_STOPPED.search(line.text)) for line in free)
    if stopped < max(FEWEST_STOPPED, 2 * sum(line.words > HEADING and not _STOPPED.search(line.text) for line in free)):
        return draft
    lines = [i for i, label in enumerate(draft.labels) if label is None or label.kind != "removed"]
    runs = [(may, [*run]) for may, run in groupby(range(len(lines)), lambda n: _is_unstopped(draft, lines[n]))]
    found = (lines[n] for may, run in runs if may and _is_between(draft, lines, run) for n in run)
    return draft.labelled({i: Label("caption", "no full stop") for i in found})


def _is_between(draft: Draft, lines: list[int], run: list[int]) -> bool:
    """Tell whether lines stand between two paragraphs: several that no colon leads to, or one that is told plainly."""
    if not 0 < run[0] <= run[-1] < len(lines) - 1:
        return False
    before, *told, after = (draft.lines[lines[n]] for n in (run[0] - 1, *run, run[-1] + 1))
    plain = all(len(sentences(t.text)) == 1 and not REPORTED.search(t.text) for t in told)
    few = len(run) < SEVERAL
    heads = few and any(t.words <= HEADING or t.text.partition(":")[0].isupper() for t in told)
    led = len(run) > 1 and (before.words < SENTENCE or before.text.endswith(":"))
    whole = not (heads or led) and (plain or not few)
    return whole and bool(_STOPPED.search(before.text)) and bool(_SENTENCE.match(after.text)) and not after.bullet


def _is_unstopped(draft: Draft, i: int) -> bool:
    """Tell whether a line is as long as a sentence and ends without its stop, and isn't cut off."""
    line = draft.lines[i]
    sentence = SENTENCE <= line.words <= LONGEST_LED and line.text[-1].isalnum() and bool(_SENTENCE.match(line.text))
    return sentence and draft.labels[i] is None and not (line.bullet or line.number or line.hashes)


def _numbered(draft: Draft) -> dict[int, str]:
    """Return the lines that a gallery numbers, where three or more say of how many they are one, and its headings."""
    found = {i: match["all"] for i, line in draft.free() if (match := _COUNTER.match(line.text))}
    counts = Counter(found.values())
    gallery = {i for i, of in found.items() if counts[of] >= SEVERAL}
    above = draft.lines[: min(gallery, default=0)]
    heads = [*takewhile(lambda line: line.words <= HEADING and not _STOPPED.search(line.text), reversed(above))]
    told = any(map(is_sentence, above))  # otherwise headline and masthead
    gallery.update(range(len(above) - len(heads), len(above)) if told else ())
    return {i: "numbered by a gallery" for i in sorted(gallery) if draft.labels[i] is None}


def _caption(line: Line) -> str:
    opening, credit = _OPENING.match(line.text), _CREDIT.search(line.text, max(len(line.text) - 160, 0))
    if (line.words > LONGEST and not (opening and credit)) or line.hashes or line.number:
        return ""
    if credit:
        return "credit"
    if opening:
        return "caption opening"
    if _BARE_CREDIT.fullmatch(line.text):
        return "credit alone"
    told = len(sentences(line.text)) > SENTENCES or bool(QUOTES & set(line.text))
    return "" if told or not (_PICTURED.search(line.text) or _is_seen(line.text)) else "says what is in a picture"


def _is_seen(text: str) -> bool:
    """Tell whether a line says what is where in a picture, in the present tense or without a verb, or twice.

    Or it tells in the present what was in a place on a past day: ``Boats lie at Orre, Norland, May 2, 2024``. No
    preposition stands before the day, unlike in *The trial begins on May 2, 2024*.
    """
    start, end = sentences(text)[0]
    day = next((d for d in reversed(find_dates(text[start:end])) if _DAY.match(text[d.start : end])), None)
    placed = bool(day and _PLACED.search(text[: day.start]))
    marks = len(_PLACES.findall(text))
    if marks != 1 and not placed:
        return marks > 1
    verbs = [v for v in Sentence(Span(start, end), "paragraph", *tokens(text, start, end)).verbs if v.finite]
    return bool(marks) if not verbs else verbs[0].tense == "present" and not verbs[0].modality
