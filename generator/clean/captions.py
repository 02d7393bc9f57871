"""Lines that describe a picture."""

import re
from collections import Counter
from itertools import groupby

from generator.clean.lines import Draft, Label, Line
from generator.clean.nameplate import is_publisher
from generator.clean.notices import REPORTED
from generator.clean.units import sentences
from generator.lexicons import compiled

MASTHEAD = 5  # lines; a picture stands below the headline, names and date
SEVERAL = 3
LONGEST_LED = 50  # words
LONGEST = 90  # words; agency captions reach 80
SENTENCE = 8  # words; a shorter line is a heading, a name or a button
HEADING = 14  # words; a longer line heads nothing
FEWEST_STOPPED = 4  # paragraphs with a full stop, and twice as many as without: then one without is no slip of the pen

_CREDIT = compiled("credit")
_OPENING = compiled("caption-opening")
_STOPPED = re.compile(r"[.!?…:;,][\"'”’»)\]]{0,3}$|[\"”’»)\]]$")
_SENTENCE = re.compile(r"[\"'“‘«]?[A-Z\u00c0-\u00de]")
_COUNTER = re.compile(r"\d{1,2}\ ?(?:/|of)\ ?(?P<all>\d{1,2})\ \w")  # 3/16 A boat lies on the quay
_BARE_CREDIT = compiled("bare-credit")


def captions(draft: Draft) -> Draft:
    """Label the lines that describe a picture or credit one."""
    found = {i: rule for i, line in draft.free() if (rule := _caption(line))} | _numbered(draft)
    told = {i for i, r in found.items() if r == "credit alone" and i < MASTHEAD and is_publisher(draft.lines[i].text)}
    return draft.labelled({i: Label("caption", r) for i, r in found.items() if i not in told})  # the masthead's agency


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
    """Return the lines that a gallery numbers, where three or more say of how many they are one."""
    found = {i: match["all"] for i, line in draft.free() if (match := _COUNTER.match(line.text))}
    counts = Counter(found.values())
    return {i: "numbered by a gallery" for i, of in found.items() if counts[of] >= SEVERAL}


def _caption(line: Line) -> str:
    if line.words > LONGEST or line.hashes or line.number:
        return ""
    if _CREDIT.search(line.text, max(len(line.text) - 160, 0)):
        return "credit"
    if _OPENING.match(line.text):
        return "caption opening"
    return "credit alone" if _BARE_CREDIT.fullmatch(line.text) else ""
