"""Lines that describe a picture."""

import re
from collections import Counter

from generator.clean.lines import Draft, Label, Line
from generator.clean.nameplate import is_publisher
from generator.clean.notices import REPORTED
from generator.clean.units import sentences
from generator.lexicons import compiled

MASTHEAD = 5  # lines; a picture stands below the headline, names and date
FEWEST_NUMBERED = 3
LONGEST_LED = 40  # words
LONGEST = 90  # words; agency captions reach 80
SENTENCE = 8  # words; a shorter line is a heading, a name or a button
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
    free = list(draft.free())
    whole = [line for _, line in free if line.words >= SENTENCE]
    stopped = sum(bool(_STOPPED.search(line.text)) for line in whole)
    if stopped < max(FEWEST_STOPPED, 2 * (len(whole) - stopped)):
        return draft
    found = (i for at, (i, _) in enumerate(free) if 0 < at < len(free) - 1 and _is_unstopped(draft, i))
    return draft.labelled({i: Label("caption", "no full stop") for i in found})


def _is_unstopped(draft: Draft, i: int) -> bool:
    """Tell whether a line is a sentence without its stop, and neither cut off nor the opening of a list."""
    line, before, after = draft.lines[i], draft.lines[i - 1], draft.lines[i + 1]
    parted = bool(_STOPPED.search(before.text)) and bool(_SENTENCE.match(after.text))
    listed = (label := draft.labels[i + 1]) is not None and label.kind == "item"
    sentence = SENTENCE <= line.words <= LONGEST_LED and line.text[-1].isalnum() and bool(_SENTENCE.match(line.text))
    one = (
        len(sentences(line.text)) == 1 and not REPORTED.search(line.text) and not line.text.partition(":")[0].isupper()
    )
    return sentence and one and parted and not listed


def _numbered(draft: Draft) -> dict[int, str]:
    """Return the lines that a gallery numbers, where three or more say of how many they are one."""
    found = {i: match["all"] for i, line in draft.free() if (match := _COUNTER.match(line.text))}
    counts = Counter(found.values())
    return {i: "numbered by a gallery" for i, of in found.items() if counts[of] >= FEWEST_NUMBERED}


def _caption(line: Line) -> str:
    if line.words > LONGEST or line.hashes or line.number:
        return ""
    if _CREDIT.search(line.text, max(len(line.text) - 160, 0)):
        return "credit"
    if _OPENING.match(line.text):
        return "caption opening"
    return "credit alone" if _BARE_CREDIT.fullmatch(line.text) else ""
