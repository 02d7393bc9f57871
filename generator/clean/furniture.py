"""Lines ──▶ lines in which what the page says of itself stands apart: forms, buttons, counters."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.clean.lines import Label, Line
from generator.clean.notices import LONE_HEADS, WHOLE_LINES, bare, is_prose, notice, removed
from generator.clean.units import EDGES, FUNCTION_WORDS, QUOTES, closes, opens, sentences
from generator.lexicons import compiled, table, words
from generator.model import Span

BEFORE_REPLY = 30  # words between what a form asks and what it answers: the pitch of the newsletter
AFTER_REPLY = 15  # words between two answers: the name of the publisher and of its products
LONGEST_WORD = 12  # characters a word may have on average in such a gap; a longer gap isn't counted
MOST_ROUNDS = 8  # pages glue three or four things together; a guard for hostile text
BUTTONS, BUTTONS_BETWEEN = 3, 2  # in a row; "the Facebook Twitter feud" has two

LONGEST_CAPTION = 90  # words; a longer line holds the story, too
LONGEST_HEADLINE = 25  # words
LEAST_SPACES = 2  # of three words: "Top Stories" may open the name of a magazine
LEAST_PROSE = 8  # words of a sentence of the story before a pitch

_SIGNED = compiled("signed-at-end")
_CREDIT = re.compile(rf"(?:{'|'.join(words('clean-photo-agencies'))})\ \d{{1,2}}(?=\ [A-Z])")  # of a picture: EPA 9
_STOPPED = re.compile(r"\.[\"'”’»)\]]{0,2}\s*$")

_ADDRESS = re.compile(r"[ \t\u00a0]*:[ \t\u00a0]*(?:https?://\S{1,200})?")  # Read or Share this story: https://…

_NUMBERED = re.compile(r"(?i)(?:view\ photos?\ )?\d{1,3}\ (?:of|/)\ \d{1,3}\b|enlarge\ |.{0,20}\ caption\b")  # 1 of 26
_CAPTION_BUTTON = re.compile(r"(?i)\b(?:hide|show|toggle)\ caption\b")

_GLUED = re.compile(r"\b\w{0,30}[a-z\d](?=[ \t\u00a0]+[A-Z])")  # … our newsletter ▸ The owner said
_CLOSING = re.compile(r"[.!?]{1,3}")
_OURS = re.compile(r"(?i)\b(?:we|our|us|you|your)\b")
_NO_PITCHES = frozenset({"", "advertising", "navigation", "gallery", "rule-line", "disclaimer", "beside"})


class _Cut(NamedTuple):
    """A part of a line that is the page's own, and the rule that says so; offsets count in the line's text."""

    start: int
    end: int
    rule: str
    how: str = "alone"


def cut_furniture(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], dict[int, Label]]:
    """Return the lines with what the page says of itself in lines of its own, and the labels of those."""
    found: list[Line] = []
    labels: dict[int, Label] = {}
    for line in lines:
        cuts = _cuts(line.text)
        of_picture = line.words <= LONGEST_CAPTION and any(_numbers_picture(line.text, c) for c in cuts)
        for part, rule in _parts(line, cuts):
            if rule:
                labels[len(found)] = Label("header", rule) if rule == "credits" else removed(rule)
            elif of_picture:
                labels[len(found)] = Label("caption", "beside a gallery's button")
            found.append(part)
    return tuple(found), labels


def _numbers_picture(text: str, cut: _Cut) -> bool:
    """Tell whether a line is a picture's: it opens with its number, or ends with a caption's button."""
    if not text[: cut.start].strip(EDGES):
        return bool(_NUMBERED.match(text, cut.start, cut.end))
    return not text[cut.end :].strip(EDGES) and bool(_CAPTION_BUTTON.search(text, cut.start, cut.end))


def _parts(line: Line, cuts: list[_Cut]) -> Iterator[tuple[Line, str]]:
    """Yield the parts of a line in order, each with the rule that takes it out or an empty string."""
    edges = [0, *(at for cut in cuts for at in (cut.start, cut.end)), len(line.text)]
    rules = [rule for cut in cuts for rule in ("", cut.rule)] + [""]
    first = True
    for (start, end), rule in zip(pairwise(edges), rules, strict=True):
        part = line.text[start:end]
        if not part.strip():
            continue
        lead = len(part) - len(part.lstrip())
        body, stop = line.body + start + lead, line.body + start + len(part.rstrip())
        span = Span(line.span.start if first else body, line.span.end if end == len(line.text) else stop)
        kept = line if first else replace(line, gap=0, hashes=0, bullet="", number="")
        yield replace(kept, span=span, body=body, end=stop, text=part.strip()), rule
        first = False


def _cuts(text: str) -> list[_Cut]:
    """Return what to cut from a line, in order and apart; what stands beside a cut stands at an edge."""
    cuts: list[_Cut] = []
    rest = [(0, len(text))]
    for _ in range(MOST_ROUNDS):
        found = [c._replace(start=c.start + at, end=c.end + at) for at, end in rest for c in _found(text[at:end])]
        if not found:
            break
        cuts = sorted((*cuts, *found), key=lambda c: c.start)
        edges = [0, *(at for cut in cuts for at in (cut.start, cut.end)), len(text)]
        rest = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]
    return cuts


def _found(text: str) -> list[_Cut]:
    atoms = [a for a in _atoms(text) if not {text[a.start - 1 : a.start], text[a.end : a.end + 1]} & QUOTES]
    signed = (_Cut(*m.span("signed"), "credits") for m in _SIGNED.finditer(text))
    found = [*_alone(text, atoms), *_forms(text, atoms), *_bars(text, atoms), *_pitches(text), *signed]
    if found:  # only beside others: "AP 25" may open a sentence
        found += [_Cut(*m.span(), "gallery") for m in _CREDIT.finditer(text) if opens(text, m.start())]
    cuts: list[_Cut] = []
    for cut in sorted(found, key=lambda c: (c.start, -c.end)):
        if not cuts or cut.start >= cuts[-1].end:
            cuts.append(cut)
        elif cut.end > cuts[-1].end:
            cuts[-1] = cuts[-1]._replace(end=cut.end)
    return cuts


@cache
def _pattern() -> re.Pattern[str]:
    """Return what matches the phrases of the word list, the longest first."""
    phrases = sorted(_KINDS, key=lambda p: (-len(p), p))
    first = "".join(sorted({phrase[0] for phrase in phrases})).replace("0", r"\d")
    return re.compile(rf"(?<![\w'’-])(?=[{first}])(?:{'|'.join(map(_written, phrases))})")


def _written(phrase: str) -> str:
    after = r"(?![\w'’-])" if phrase[-1].isalnum() else ""
    body = re.escape(phrase).replace("0", r"\d{1,4}").replace("'", "['’]").replace(r"\ ", r"[ \t\u00a0]{1,3}")
    return body.replace("…", r"[^.!?\n\"“”]{1,60}?") + after


_ROWS = sorted((phrase, rule, how) for rule, how, phrase in table("clean-furniture"))
_KINDS = {phrase: [(rule, how) for _, rule, how in same] for phrase, same in groupby(_ROWS, key=lambda row: row[0])}
"""The rules and ways of each phrase."""
_GAPPED = [(re.compile(_written(p)), p) for p in _KINDS if "…" in p or "0" in p or "'" in p]


def _atoms(text: str) -> list[_Cut]:
    found = []
    for match in _pattern().finditer(text):
        phrase = " ".join(match[0].split()).replace("’", "'")
        known = phrase if phrase in _KINDS else next(p for pattern, p in _GAPPED if pattern.fullmatch(match[0]))
        found += [_Cut(match.start(), match.end(), rule, how) for rule, how in _KINDS[known]]
    rules = WHOLE_LINES | LONE_HEADS
    lines = (m for m in _amid_lines().finditer(text) if m[0] != text)
    return found + [_Cut(*m.span(), rules[bare(m[0])], "line") for m in lines]


@cache
def _amid_lines() -> re.Pattern[str]:
    """Return what matches lines of several words that are a page's own, to find them amid another line."""
    phrases = (p for p in WHOLE_LINES | LONE_HEADS if " " in p and p[-1].isalpha())
    several = "|".join(map(_written, sorted(phrases, key=lambda p: (-len(p), p))))
    return re.compile(rf"(?<![\w'’-])(?=[A-Z\u00c0-\u00de])(?i:{several})")


def _alone(text: str, atoms: list[_Cut]) -> Iterator[_Cut]:
    for atom in atoms:
        if atom.how == "alone":
            address = _ADDRESS.match(text, atom.end)
            yield atom._replace(end=address.end() if address else atom.end)
        elif atom.how == "edge" and atom.rule == "links" and not text[atom.end :].strip(EDGES):
            yield atom._replace(start=_headline(text, atom.start))
        elif atom.how == "tail" and opens(text, atom.start) and _is_headline(text[atom.end :]):
            yield atom._replace(end=len(text))
        elif atom.how in ("edge", "line") and _stands_alone(text, atom):
            yield atom


def _stands_alone(text: str, atom: _Cut) -> bool:
    """Tell whether a phrase stands between sentences; three words are no name: ``Back to top Nobody was hurt``."""
    long = atom.how == "line" and text.count(" ", atom.start, atom.end) >= LEAST_SPACES
    capital = long and opens(text, atom.start) and text[atom.end :].lstrip(EDGES)[:1].isupper()
    return capital or (opens(text, atom.start) and closes(text, atom.end))


def _is_headline(rest: str) -> bool:
    words_of_it = [word for word in rest.split() if word.strip(EDGES + ":")]
    return 0 < len(words_of_it) <= LONGEST_HEADLINE and not _STOPPED.search(rest) and len(sentences(rest.strip())) == 1


def _headline(text: str, end: int) -> int:
    """Return where the headline begins that a line ends with before "Read more"; behind the sentences of the story."""
    *before, (start, _) = sentences(text, end)
    if _STOPPED.search(text[start:end]):
        return end
    while before and not _is_story(text[slice(*before[-1])]):
        start, _ = before.pop()
    return start


def _forms(text: str, atoms: list[_Cut]) -> Iterator[_Cut]:
    """Yield forms: an answer with what the form asks before it, or with another answer."""
    chain: list[_Cut] = []
    for atom in [*(a for a in atoms if a.how in ("form", "reply")), None]:
        if atom and chain and _is_near(text, chain[-1], atom):
            chain.append(atom)
            continue
        while chain and chain[-1].how == "form" and not any(a.how == "reply" for a in chain[-2:-1]):
            chain.pop()
        if len({text[a.start : a.end] for a in chain}) > 1 and any(a.how == "reply" for a in chain):
            end = _CLOSING.match(text, chain[-1].end)
            yield _Cut(chain[0].start, end.end() if end else chain[-1].end, chain[0].rule)
        chain = [atom] if atom else []


def _is_near(text: str, one: _Cut, other: _Cut) -> bool:
    most = AFTER_REPLY if one.how == "reply" else BEFORE_REPLY
    gap = text[one.end : other.start]
    return len(gap) <= most * LONGEST_WORD and len(gap.split()) <= most and not QUOTES & set(gap)


def _bars(text: str, atoms: list[_Cut]) -> Iterator[_Cut]:
    """Yield rows of buttons, with nothing between them but white space and lines."""
    row: list[_Cut] = []
    for atom in [*(a for a in atoms if a.how == "bar"), None]:
        if atom and row and not text[row[-1].end : atom.start].strip(EDGES + "."):
            row.append(atom)
            continue
        if row:
            cut = _Cut(row[0].start, row[-1].end, row[0].rule)
            between = len(row) == BUTTONS_BETWEEN and opens(text, cut.start) and closes(text, cut.end)
            if between or len(row) >= BUTTONS:
                yield cut
        row = [atom] if atom else []


_LONGEST_PITCH = 1_000
"""Characters of what a publisher says of its page; more words than a notice has are none."""


def _pitches(text: str) -> Iterator[_Cut]:
    """Yield the sentences in which a publisher speaks of its page, ended by a full stop or glued to the next one."""
    told = False
    for start, end in sentences(text):
        joints = [(m[0], m.end()) for m in _GLUED.finditer(text, start, end)]
        glued = [at for word, at in joints if word not in FUNCTION_WORDS and closes(text, at)]
        longest = text[joints[0][1] : end].strip() if joints else ""
        whole = told and not is_prose(longest)
        near = [stop for stop in glued if stop - start <= _LONGEST_PITCH]
        for stop in near or [end] * (whole and not glued):
            rule = notice(text[start:stop].strip())
            control = rule == "navigation" and not _STOPPED.search(text[start:stop])
            if rule and (rule not in _NO_PITCHES or control or stop < end) and (start or rule != "copyright"):
                yield _Cut(start, end if rule == "copyright" and not _is_story(text[stop:end]) else stop, rule)
                break
        else:
            told = told or _is_story(text[start:end])


def _is_story(sentence: str) -> bool:
    return len(sentence.split()) >= LEAST_PROSE and not _OURS.search(sentence) and not notice(sentence)
