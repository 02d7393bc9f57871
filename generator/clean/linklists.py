"""Lists that lead elsewhere: links to other articles, tables of contents."""

import re
from functools import cache
from itertools import groupby

from generator.clean.lines import STOP, Draft, Label, Line, headline_parts, is_sentence
from generator.clean.nameplate import nameplate
from generator.clean.notices import LONE_HEADS, bare, removed
from generator.clean.pieces import read_pieces
from generator.clean.signoffs import CREDITS
from generator.lexicons import words

LONGEST_HEAD = 9  # words, with a publisher's name: "More from The Straits Times on the election"
LONGEST_LINK = 25  # words of a headline
LONGEST_OF_ALL = 60  # words, without any mark at the end: the heads of releases
MOST_ENTRIES = 60  # of a table of contents; the same guard
DATE_WORDS = 8  # "Posted on: May 3, 2024 in Economy"
FEWEST_CONTROLS = 6  # of a menu
MENU_WORDS = 3  # "Science and technology"
LINK_WORDS = 12  # of a headline under the story
MOST_LINKS = 25  # no page lists more; a guard for texts without any full stop


def link_lists(draft: Draft) -> Draft:
    """Remove heads such as ``More from X:`` with the headlines under them, and the line of a site's sections."""
    labels: dict[int, Label] = {}
    for i, line in draft.free():
        if i in labels or not is_head(line.text):
            continue
        members = _links(draft, i)
        named = " from " in line.text and line.text.endswith(":")  # More from The Morning Paper:
        if members or named or bare(line.text) in LONE_HEADS or draft.next_free(i) is None:
            labels[i] = removed("links")
            labels.update(dict.fromkeys(members, removed("link-list")))
    return draft.labelled(labels)


def menus(draft: Draft) -> Draft:
    """Remove six or more lines in a row that tell nothing, above the first sentence or below the last one."""
    told = [i for i, line in enumerate(draft.lines) if is_sentence(line)]
    if not told or draft.story:
        return draft
    found: set[int] = set()
    for edge, most in ((range(told[0]), MENU_WORDS), (range(told[-1] + 1, len(draft.lines)), LINK_WORDS)):
        for menu, run in groupby(edge, key=lambda i: _is_control(draft, i, most)):
            lines = [*run]
            below = draft.lines[min(lines[-1] + 1, len(draft.lines) - 1)]
            heads = edge.start == 0 and not (_is_link(below) and below.words > MENU_WORDS)  # the last one may
            led = lines[0] > 0 and draft.lines[lines[0] - 1].text.endswith(":")
            if menu and len(lines) >= FEWEST_CONTROLS and not led:
                found.update(lines[:-1] if heads else lines)
    return draft.labelled(dict.fromkeys(found, removed("navigation")))


def _is_control(draft: Draft, index: int, most: int) -> bool:
    """Tell whether a line is short and without marks, begins like a headline and names nobody and no day."""
    line, label = draft.lines[index], draft.labels[index]
    if label is not None:
        return label.kind == "removed"
    plain = not (line.bullet or line.number or line.hashes) and not {"|", ":"} & set(line.text)
    headline = (line.text[0].isupper() or line.text[0].isdigit()) and line.text[-1].isalnum()
    pieces = (p for p in read_pieces(line.text) if p.value != "press release")
    known = {p.kind for p in pieces} - {"section", "small", "genre", "" if most == MENU_WORDS else "date"}
    numbered = most == MENU_WORDS and any(map(str.isdigit, line.text))
    other = known or nameplate(line.text) or CREDITS.fullmatch(line.text) or numbered
    return plain and headline and line.words <= most and not other


def contents(draft: Draft) -> Draft:
    """Remove a table of contents; it ends where its numbers begin again or a line is no entry."""
    labels: dict[int, Label] = {}
    for i, line in draft.free():
        if i in labels or not is_head(line.text, "clean-contents-heads"):
            continue
        if members := _entries(draft, i):
            labels.update(dict.fromkeys((i, *members), removed("contents")))
    return draft.labelled(labels)


def teasers(draft: Draft) -> Draft:
    """Remove dates that are labelled as published, with the headline under each, where nothing of the story follows."""
    labels: dict[int, Label] = {}
    below = next((i for i, line in draft.free() if is_sentence(line)), len(draft.lines))
    for i, line in draft.free():
        dates = (p.date for p in read_pieces(line.text)) if i > below and line.words <= DATE_WORDS else ()
        dated = any(date and date.labelled for date in dates)
        if dated and (members := _links(draft, i)) and draft.next_free(members[-1]) is None:
            labels.update(dict.fromkeys((i, *members), removed("link-list")))
    return draft.labelled(labels)


def is_head(text: str, heads: str = "clean-link-heads") -> bool:
    """Tell whether a line heads a list: of links, or the contents."""
    return len(text.split()) <= LONGEST_HEAD and bool(_heads(heads).fullmatch(bare(text)))


@cache
def _heads(name: str) -> re.Pattern[str]:
    """Return what matches the heads of a list; ``…`` stands for up to 60 characters."""
    return re.compile("|".join(r"[^\n]{1,60}".join(re.escape(p) for p in head.split("…")) for head in words(name)))


def _is_link(line: Line) -> bool:
    is_headline = line.words <= LONGEST_LINK or (line.words <= LONGEST_OF_ALL and line.text[-1].isalnum())
    return is_headline and not STOP.search(line.text) and not line.hashes


def _links(draft: Draft, head: int) -> tuple[int, ...]:
    """Return the indexes of the headlines under a head, which all have a bullet or all have none."""
    found: list[int] = []
    others = bare(draft.lines[head].text).startswith(("in other", "other", "also in the"))  # whose items are sentences
    above = not any(is_sentence(line) for line in draft.lines[:head])
    for i in range(head + 1, min(head + 1 + MOST_LINKS, len(draft.lines))):
        line = draft.lines[i]
        if draft.labels[i] is not None:
            continue
        parted = bool(found) and line.gap > draft.lines[found[0]].gap  # an empty line ends them, the masthead follows
        longer = bool(found) and line.words > MENU_WORDS >= max(draft.lines[j].words for j in found)
        heads = longer and any(read_pieces(below.text) for below in draft.lines[i + 1 : i + 2])  # By Jane Doe
        if above and (parted or heads or _opens_masthead(draft, line)):
            break
        told = others and line.bullet and line.words <= LONGEST_LINK
        if not (told or _is_link(line)) or (found and bool(line.bullet) != bool(draft.lines[found[0]].bullet)):
            break
        found.append(i)
    rest = range(head + 1, len(draft.lines))
    told = sum(is_sentence(draft.lines[i]) for i in rest) > 1  # the story stands below: "Share" above it
    if (
        found
        and not (others or told)
        and _is_link(draft.lines[-1])
        and all(draft.lines[i].words <= LONGEST_LINK for i in rest)
    ):
        return tuple(i for i in rest if draft.labels[i] is None)  # one of them has a full stop
    return tuple(found)


def _opens_masthead(draft: Draft, line: Line) -> bool:
    """Tell whether a line above the story is no link: the headline comes again, or it names the writer or the date."""
    return bare(line.text) in map(bare, headline_parts(draft.lines[0].text)) or any(
        p.kind == "byline" or (p.date and p.date.labelled) for p in read_pieces(line.text)
    )


def _entries(draft: Draft, head: int) -> tuple[int, ...]:
    found: list[int] = []
    seen: set[str] = set()
    for i in range(head + 1, min(head + 1 + MOST_ENTRIES, len(draft.lines))):
        line = draft.lines[i]
        entry = bare(line.text)
        starts_again = line.number and line.number in {draft.lines[j].number for j in found}
        if not _is_link(line) or starts_again or entry in seen:
            break
        seen.add(entry)
        found.append(i)
    below = {bare(line.text) for line in draft.lines[head + 1 + len(found) :]}
    again = [i for i in found if bare(draft.lines[i].text) in below or draft.lines[i].text[-1].isdigit()]
    return tuple(i for i in found if not again or i <= again[-1])  # behind those that head a part
