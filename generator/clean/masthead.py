"""The lines above the story, and credits below it: title, byline, date, publisher."""

import re

from generator.clean import plates
from generator.clean.broken import HIGHEST
from generator.clean.lines import CONTACT, STOP, Draft, Label, Line, headline_parts, is_sentence, title_label
from generator.clean.nameplate import LONE_WORDS, NAME_WORDS, is_body, is_lone_name, nameplate, sends, tells
from generator.clean.notices import bare
from generator.clean.pieces import is_named, is_place, is_somebody, person_of, read_pieces
from generator.clean.signoffs import CREDITS, REACHED, credits_below, is_labelled, rule_of
from generator.lexicons import compiled, listed, words

DAY_WORDS = 5  # "Thursday, 24 February 2022"
FEWEST_LINKS = 3  # a bar of links has at least so many
FEWEST_DAYS = 3  # a masthead has at most two dates: published and changed
FEWEST_HEADLINE = 5  # words; fewer may stand in any line
POST_WORDS = 6  # "Chief political correspondent, Berlin bureau"

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
    labels.update(plates.over_headline(draft, top, labels))
    labels.update(plates.set_off(draft, top, labels))
    title = _title(draft, [i for i in top if i not in labels])
    if title is None or (_beside_header(title, top, labels) and _alone(draft.lines[title])):
        alike = (i for i in top if [(p.kind, p.sure) for p in found.get(i, ())] == [("publisher", False)])
        title = next(alike, title)  # no list knows it: it may be the headline
    if title is None and any(label.rule == "slogan" for label in labels.values()):
        free = [i for i in top if i not in labels]  # a headline with a full stop, alone under a paper's name
        title = next((i for i in free[:1] if draft.lines[i].gap and draft.lines[i].words <= plates.HEAD_WORDS), None)
    if title is None:
        labels.update({i: Label("header", "publisher alone") for i in top if plates.is_sender(draft, i)} | labels)
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
    few = all(len(part.split()) <= plates.KICKER_WORDS for part in parts)
    if few and len(parts) >= FEWEST_LINKS - ("|" not in text):
        return "section"  # News | Sport | Opinion, World / Asia; but Floods | The Post
    listed = [part.lower() for part in text.split()]
    row = len(listed) >= FEWEST_LINKS and all(w in words("clean-sections") for w in listed)
    if plates.PAGE.fullmatch(text) or text[0] in "|·›»" or row:
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
        prose = line.words >= plates.PROSE_WORDS and STOP.search(line.text)
        dated = len(days) == 1 and i <= days[0] <= i + plates.MOST_LONE  # below a standfirst of several sentences
        if prose or (sentences > 1 and not dated) or line.bullet or len(top) == HIGHEST or line.hashes > 1:
            break
        top.append(i)
    return top


def _days(draft: Draft) -> frozenset[int]:
    """Return the lines that head the days of a chronicle: three or more that are a date and nothing else."""
    days = [i for i in _day_lines(draft) if not is_labelled(read_pieces(draft.lines[i].text))]
    return frozenset(days) if len(days) >= FEWEST_DAYS else frozenset()


def _day_lines(draft: Draft) -> list[int]:
    """Return the lines that are a date, perhaps with its hour and label, and nothing else."""
    short = ((i, line) for i, line in draft.free() if line.words <= DAY_WORDS and any(c.isdigit() for c in line.text))
    read = ((i, read_pieces(line.text)) for i, line in short)
    return [i for i, pieces in read if len(pieces) == 1 and pieces[0].date]


def _title(draft: Draft, candidates: list[int]) -> int | None:
    marked = next((i for i in candidates if draft.lines[i].hashes == 1 or title_label(draft.lines[i].text)), None)
    if marked is not None:
        return marked
    plain = [i for i in candidates if not plates.is_sender(draft, i)]
    can = [i for i in plain if draft.can_be_title(i)]
    fit = [i for i, other in zip(can, plain, strict=False) if i == other]  # up to the first sentence
    below = [i for i in can if i not in fit and draft.lines[i].words >= FEWEST_HEADLINE]
    while (fit[1:] or (fit and below)) and plates.is_name(draft.lines[fit[0]].text):
        fit = fit[1:] or below[:1]  # REPUBLIC OF PERU, Ministry of Health: a letterhead
    if not fit or is_somebody(headline_parts(draft.lines[fit[0]].text)[-1]):
        return None
    head = next((i for i in can if plates.heads(draft, draft.lines[i])), fit[0])
    above = fit[: fit.index(head)] if head in fit else []
    if above and all(plates.is_over(draft, draft.lines[i], draft.lines[head]) for i in above):
        return head
    first, last = (draft.lines[i] for i in (fit[0], fit[:2][-1]))
    few = first.words <= plates.KICKER_WORDS < last.words
    is_kicker = first is not last and (few or sends(first.text) or plates.is_over(draft, first, last))
    return fit[1] if is_kicker else fit[0]


def _around(draft: Draft, top: list[int], title: int, known: dict[int, Label]) -> dict[int, Label]:
    """Label kickers, a title that comes again, names beside a date, and the standfirst."""
    labels: dict[int, Label] = {}
    again = _again(draft, top, title)
    rules = plates.rules_of(draft, top, known)
    signed = next((i for i in top if i > title and rules.get(i) in plates.SIGNED), -1)
    for i in top:
        line = draft.lines[i]
        if i in known or i == title:
            continue
        if i in again:
            labels[i] = Label("header", TITLE_AGAIN)
        elif (nameplate(line.text) and (i < title or is_body(line.text))) or (i < title and _issues(draft, i)):
            labels[i] = Label("header", "publisher alone")
        elif i < title and not is_sentence(line):
            labels[i] = Label("header", "kicker")
        elif title + 1 == i == signed - 1 and line.words > LONE_WORDS and not (_alone(line) or nameplate(line.text)):
            labels[i] = Label("paragraph", "standfirst")
        elif _beside_header(i, top, known) and (rule := _alone(line)):
            labels[i] = Label("header", rule)
    return labels


def _lone(draft: Draft, top: list[int], title: int, known: dict[int, Label]) -> dict[int, Label]:
    """Label a name that alone stands between headline and story, where no other line heads a part of the story.

    Somebody of whom the story tells didn't write it; a line in capitals under a headline without them is a name, too.
    """
    below = [i for i in top if i > title and i not in known]
    story = draft.next_free(max(top))
    if len(below) > plates.MOST_LONE or story is None:
        return {}
    told = draft.text[draft.lines[story].span.start :]
    headed = _has_heads(draft, story)
    plain = any(w.islower() and len(w) > len("from") for w in draft.lines[title].text.split())
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
        elif plain and is_lone_name(text) and not is_place(text):
            labels[i] = Label("header", "publisher alone")
    return labels


def _has_heads(draft: Draft, story: int) -> bool:
    """Tell whether lines of the story head parts of it: then one under the headline may head the first."""
    short = (i for i, line in draft.free() if i > story and line.words <= plates.HEAD_WORDS)
    heads = (i for i in short if not STOP.search(draft.lines[i].text))
    return any(draft.next_free(i) is not None and not read_pieces(draft.lines[i].text) for i in heads)


def _issues(draft: Draft, index: int) -> bool:
    """Tell whether the first line is a name over the word for a release, or over its number: ``Bulletin No. 14``."""
    line, below = draft.lines[index], plates.beneath(draft, index)
    numbered = bool(plates.PAGE.fullmatch(below)) and any(map(str.isdigit, below))
    issued = numbered or "press release" in {p.value for p in read_pieces(below)}
    return issued and index == 0 and line.words <= NAME_WORDS and not tells(line.text.title())


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
    is_one_word = line.text.isalnum() and not line.number and not line.gap
    return "publisher alone" if is_one_word and bare(line.text) not in words("clean-heading-words") else ""


def _beside_header(index: int, top: list[int], known: dict[int, Label]) -> bool:
    at = top.index(index)
    beside = (known.get(i) for i in (*top[max(at - 1, 0) : at], *top[at + 1 : at + 2]))
    return any(label and label.kind == "header" and label.rule in {"date", "byline"} for label in beside)
