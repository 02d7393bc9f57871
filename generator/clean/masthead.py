"""The lines above the story, and credits below it: title, byline, date, publisher."""

import re

from generator.clean.broken import HIGHEST
from generator.clean.headline import (
    HEAD_WORDS,
    KICKER_WORDS,
    PAGE,
    PROSE_WORDS,
    SIGNED,
    headline,
    is_motto,
    is_plate,
    told,
)
from generator.clean.lines import CONTACT, STOP, Draft, Label, Line, headline_parts, is_sentence
from generator.clean.nameplate import BEHIND, LONE_WORDS, is_body, is_lone_name, is_outlet, is_strange, nameplate, tells
from generator.clean.notices import bare
from generator.clean.pieces import is_named, is_place, person_of, read_pieces, set_off_day
from generator.clean.signoffs import CREDITS, REACHED, credits_below, is_labelled, rule_of
from generator.lexicons import compiled, listed, words

DAY_WORDS = 5  # "Thursday, 24 February 2022"
FEWEST_LINKS = 3  # a bar of links has at least so many
MOST_LONE = 3  # lines between headline and story: a standfirst, a name, a paper
FEWEST_DAYS = 3  # a masthead has at most two dates: published and changed
FEWEST_HEADLINE = 5  # words; fewer may stand in any line
POST_WORDS = 6  # "Chief political correspondent, Berlin bureau"

MOST_OVER = 12  # words of a line above the headline; a longer one tells something

_POST = compiled("post-at-end", re.IGNORECASE)
_TOWN = compiled("town-shouted")
TITLE_AGAIN = "title again"
_PATH = re.compile(r"\s[/|›»·]\s")  # World / Central Asia
_COLUMNS = re.compile(r"\s{2,}")  # NEWS   SPORT   BIRTHS & DEATHS


def masthead(draft: Draft) -> Draft:
    """Label the title and the lines of names, dates and publishers above the story, and the credits below it."""
    top = _top(draft)
    days = _days(draft)
    found = {i: pieces for i in top if i not in days and (pieces := read_pieces(draft.lines[i].text))}
    labels = {i: Label("header", rule_of(pieces)) for i, pieces in found.items()}
    labels.update({i: Label("header", rule) for i in top if i not in (*labels, *days) and (rule := _own(draft, i))})
    called = [i for i in top if i in labels and REACHED.search(draft.lines[i].text)]
    within = (i for i in top if called and called[0] < i < called[-1] and draft.lines[i].words <= POST_WORDS)
    beside = {i: "publisher alone" if is_body(draft.lines[i].text) else "credits" for i in within}
    labels = {i: Label("header", rule) for i, rule in beside.items()} | labels  # Contact:, Press Officer, 555-0142
    title = headline(draft, top, _rules(draft, top, labels))
    if title is None:
        alike = (i for i in top if [(p.kind, p.sure) for p in found.get(i, ())] == [("publisher", False)])
        title = next(alike, title)  # no list knows it: it may be the headline
    if title is None:
        labels.update({i: Label("header", "publisher alone") for i in top if is_plate(draft, i)} | labels)
    else:
        labels[title] = Label("title", "headline", 1)
        labels.update(_around(draft, top, title, labels))
        labels.update(_lone(draft, top, title, labels))
    below = credits_below(draft, top[-1] + 1 if top else 0)
    labels.update({i: label for i, label in below.items() if i not in days})
    return draft.labelled(labels)


def _own(draft: Draft, index: int) -> str:
    """Return what a line above the story is by its own words: credits, or a town in capitals before a dash."""
    text, again = draft.lines[index].text, draft.headline or draft.lines[0].text
    if again in text and text != again and len(again.split()) >= FEWEST_HEADLINE and not STOP.search(text):
        return TITLE_AGAIN  # behind its section, before a standfirst
    called = bool(CONTACT.match(text)) or (bool(REACHED.search(text)) and not is_sentence(draft.lines[index]))
    if called or CREDITS.fullmatch(text):
        return "credits"
    columns = _COLUMNS.split(text)
    parts = columns if len(columns) >= FEWEST_LINKS else _PATH.split(text)
    few = all(len(part.split()) <= KICKER_WORDS for part in parts)
    if few and len(parts) >= FEWEST_LINKS - ("|" not in text):
        return "section"  # News | Sport | Opinion, World / Asia; but Floods | The Post
    listed = [part.lower() for part in text.split()]
    row = len(listed) >= FEWEST_LINKS and all(w in words("clean-sections") for w in listed)
    if PAGE.fullmatch(text) or text[0] in "|·›»" or row:
        return "section"  # NEWS SPORT CULTURE
    return "place" if index and _TOWN.fullmatch(text) and text[-1] in "\u2013\u2014-" else ""


def _top(draft: Draft) -> list[int]:
    """Return the free lines above the first sentence of the story."""
    top: list[int] = []
    days, sentences = _day_lines(draft), 0
    start = draft.story.start if draft.story else 0
    for i, line in draft.free():
        if line.span.end <= start:
            top.append(i)
            continue
        sentences += is_sentence(line)
        prose = line.words >= PROSE_WORDS and STOP.search(line.text)
        dated = len(days) == 1 and i <= days[0] <= i + MOST_LONE  # below a standfirst of several sentences
        if (
            prose
            or (sentences > 1 and not dated)
            or (line.bullet and not _heads(line))
            or len(top) == HIGHEST
            or line.hashes > 1
        ):
            break
        top.append(i)
    return top


def _heads(line: Line) -> bool:
    """Tell whether an item above the story is none of a list: ``• Orre County Sheriff's Office``, ``• 3 May 2024``."""
    return bool(is_body(line.text) or read_pieces(line.text))


def _days(draft: Draft) -> frozenset[int]:
    """Return the lines that head the days of a chronicle: three or more that are a date and nothing else."""
    days = [i for i in _day_lines(draft) if not is_labelled(read_pieces(draft.lines[i].text))]
    return frozenset(days) if len(days) >= FEWEST_DAYS else frozenset()


def _day_lines(draft: Draft) -> list[int]:
    """Return the lines that are a date, perhaps with its hour and label, and nothing else."""
    short = ((i, line) for i, line in draft.free() if line.words <= DAY_WORDS and any(c.isdigit() for c in line.text))
    read = ((i, read_pieces(line.text)) for i, line in short)
    return [i for i, pieces in read if len(pieces) == 1 and pieces[0].date]


def _rules(draft: Draft, top: list[int], labels: dict[int, Label]) -> dict[int, str]:
    """Return the rules of the lines above the story, and ``name`` for those that are somebody's."""
    named = {i: "name" for i in top if person_of(draft.lines[i].text) and is_named(draft.lines[i].text)}
    return {i: label.rule for i, label in labels.items()} | named


def _around(draft: Draft, top: list[int], title: int, known: dict[int, Label]) -> dict[int, Label]:
    """Label kickers, a title that comes again, names beside a date, and the standfirst."""
    labels: dict[int, Label] = {}
    again = _again(draft, top, title)
    rules = _rules(draft, top, known)
    signed = next((i for i in top if i > title and rules.get(i) in SIGNED), -1)
    for i in top:
        line = draft.lines[i]
        if i in known or i == title:
            continue
        if i in again:
            labels[i] = Label("header", TITLE_AGAIN)
        elif (
            ((i < title or i == title + 1 < signed) and is_plate(draft, i))
            or is_body(line.text)
            or (i == title + 1 and _is_paper(draft, i, rules))
        ):
            labels[i] = Label("header", "publisher alone")
        elif title < i < signed and is_motto(draft, line):
            labels[i] = Label("header", "slogan")
        elif i < title and (line.words <= MOST_OVER or set_off_day(line.text)):
            labels[i] = Label("header", "slogan" if is_motto(draft, line) else "kicker")
        elif title + 1 == i == signed - 1 and line.words > LONE_WORDS and not (_alone(line) or nameplate(line.text)):
            labels[i] = Label("paragraph", "standfirst")
        elif _beside_header(i, top, known) and (rule := _alone(line)):
            labels[i] = Label("header", rule)
    return labels


def _is_paper(draft: Draft, index: int, known: dict[int, str]) -> bool:
    """Tell whether the line under a headline is who publishes: by its form, or a name that the story doesn't have."""
    line, plate = draft.lines[index], nameplate(draft.lines[index].text)
    if plate:
        return is_outlet(plate.title()) or not told(draft, line)
    head, below = BEHIND.sub("", line.text), draft.text[line.span.end :]
    headed = index + 1 in known and not draft.lines[index - 1].text.isupper()
    return headed and is_strange(line.text) and head.casefold() not in below.casefold()


def _lone(draft: Draft, top: list[int], title: int, known: dict[int, Label]) -> dict[int, Label]:
    """Label a name that alone stands between headline and story, where no other line heads a part of the story.

    Somebody of whom the story tells didn't write it; a line in capitals under a headline without them is a name, too.
    """
    below = [i for i in top if i > title and i not in known]
    story = draft.next_free(max(top))
    if len(below) > MOST_LONE or story is None:
        return {}
    told = draft.text[draft.lines[story].span.start :]
    headed = _has_heads(draft, story)
    labels: dict[int, Label] = {}
    for i in below:
        text = draft.lines[i].text.strip("[]()")
        plate, named = nameplate(text), person_of(text) and is_named(text)
        head = headed and (plate or not named or any(w.lower() in listed("names-common") for w in text.split()))
        if head or (is_lone_name(text) and any(f" {w}" in told for w in text.split() if w not in ("The", "&"))):
            continue  # a subheading
        if plate:
            labels[i] = Label("header", "publisher alone")
        elif named:
            labels[i] = Label("header", "name")
        elif text != draft.lines[i].text and is_lone_name(text):
            labels[i] = Label("header", "publisher alone")  # [Orre Agency]
    return labels


def _has_heads(draft: Draft, story: int) -> bool:
    """Tell whether lines of the story head parts of it: then one under the headline may head the first."""
    short = (i for i, line in draft.free() if i > story and line.words <= HEAD_WORDS)
    heads = (i for i in short if not STOP.search(draft.lines[i].text))
    return any(draft.next_free(i) is not None and not read_pieces(draft.lines[i].text) for i in heads)


def _again(draft: Draft, top: list[int], title: int) -> set[int]:
    """Return the lines in which the headline comes again, perhaps without the site's name."""
    headlines = {bare(part) for part in headline_parts(draft.lines[title].text)}
    return {i for i in top if i != title and bare(" ".join(draft.lines[i].text.split())) in headlines}


def _alone(line: Line) -> str:
    """Return what a line beside a date or byline is that holds nothing else: a name, a post, a place, a publisher."""
    if _TOWN.fullmatch(line.text) and not line.number:
        return "place"
    if person_of(line.text) and not tells(line.text):
        return "name"
    if _POST.search(line.text) and line.words <= POST_WORDS:
        return "post"
    if is_place(line.text):
        return "place"
    if nameplate(line.text):
        return "publisher alone"
    is_one_word = line.text.isalnum() and not line.number and not line.gap
    known = bare(line.text) in (*words("clean-heading-words"), *words("clean-bodies"))  # Highlights, Office
    return "publisher alone" if is_one_word and not known else ""


def _beside_header(index: int, top: list[int], known: dict[int, Label]) -> bool:
    at = top.index(index)
    beside = (known.get(i) for i in (*top[max(at - 1, 0) : at], *top[at + 1 : at + 2]))
    return any(label and label.kind == "header" and label.rule in {"date", "byline"} for label in beside)
