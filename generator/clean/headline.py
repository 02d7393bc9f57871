"""The lines above the story ──▶ which of them is the headline: what the story takes up, and where it stands."""

import re
from itertools import islice

from generator.clean.lines import SITE, Draft, Line, headline_parts, is_sentence, title_label
from generator.clean.nameplate import NAME_WORDS, is_body, is_firm, nameplate, tells
from generator.clean.notices import bare
from generator.clean.pieces import is_somebody, read_pieces
from generator.clean.units import FUNCTION_WORDS
from generator.lexicons import compiled, words
from generator.text.fold import fold

KICKER_WORDS = 3
HEAD_WORDS = 8
PROSE_WORDS = 18  # a full sentence of that length opens the story
LEAST = 1  # a line of which less speaks may be anything
MOST_TOLD = 3  # words; a standfirst shares more with the story than its headline
FIRST = OPENS = 2  # weights of the first line that may be one, and of one that nothing stands above
READ = 3  # sentences with which the story begins
STEM = 5  # letters that show that two words are alike
SHORTEST = 4  # letters of a word that tells something
SIGNED = ("byline", "name", "date", "publisher", "masthead")

PAGE = compiled("page-mark")
_SLOGAN = compiled("slogan")
_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"(?:\w +){4,60}\w")  # T H E   H A R B O U R


def headline(draft: Draft, top: list[int], known: dict[int, str]) -> int | None:
    """Return the line of those above the story for which most speaks, the first of several, or None.

    ``known`` are the rules of the lines that something else says what they are.
    """
    left = [i for i in top if i not in known]
    marked = next((i for i in left if draft.lines[i].hashes == 1 or title_label(draft.lines[i].text)), None)
    if marked is not None:
        return marked
    can = [i for i in left if draft.can_be_title(i) or _is_stopped(draft, i)]
    can = [i for i in can if not is_name(draft, i) or (known.get(i + 1) == "byline" and told(draft, draft.lines[i]))]
    can = [i for i in can if (i == left[0] or draft.lines[i].words < PROSE_WORDS) and not _heads_list(draft, i)]
    menu = next((i for i in can if 0 < i == top[0] and draft.lines[i].words <= KICKER_WORDS), -1)
    can = [i for i in can if i != menu or told(draft, draft.lines[i])]  # the last item of one that is removed
    first = next((i for i in can if not is_motto(draft, draft.lines[i])), -1)
    signed = next((i for i in top if i > first and known.get(i) in SIGNED), len(draft.lines))
    weights = {i: _weight(draft, i, known) - (i > signed and not draft.lines[i].gap) for i in can}
    weights = {i: n + FIRST * (i == first) + OPENS * (i == top[0]) for i, n in weights.items()}
    best = max(can, key=lambda i: (weights[i], -i), default=None)
    return best if best is not None and weights[best] >= LEAST else None


def _heads_list(draft: Draft, index: int) -> bool:
    """Tell whether a line is one of several that begin with a number, or heads a list of terms."""
    line, numbered = draft.lines[index], [x for x in draft.lines if x.number]
    return (bool(line.number) and len(numbered) > 1) or bare(line.text) in words("clean-glossary-heads")


def _is_stopped(draft: Draft, index: int) -> bool:
    """Tell whether a line is a headline that ends in a full stop: under a paper's name and slogan, and no sentence."""
    line, above = draft.lines[index], draft.lines[:index]
    short = line.gap > 0 and KICKER_WORDS < line.words <= HEAD_WORDS
    return short and line.text[-1] == "." and bool(above) and all(x.text[-1] not in '.:”"' for x in above)


def _weight(draft: Draft, index: int, known: dict[int, str]) -> int:
    """Return how much says that a line is the headline, besides that it is the first."""
    line, below = draft.lines[index], draft.lines[index + 1 : index + 2]
    over = not below or below[0].gap > 0 or known.get(index + 1) in SIGNED
    short = sum(any(map(str.isalnum, word)) for word in line.text.split()) <= KICKER_WORDS
    return 2 * min(told(draft, line), MOST_TOLD) + (line.gap > 0) + over - 2 * short - 3 * is_motto(draft, line)


def is_motto(draft: Draft, line: Line) -> bool:
    """Tell whether a line is a slogan, or stands in quotation marks between a paper's name and the day."""
    index = draft.lines.index(line)
    quoted = index == 1 and line.text[0] in '“"' and line.text[-1] in '”"'
    return is_slogan(line) or any(p.kind == "date" for n in draft.lines[2:3] if quoted for p in read_pieces(n.text))


def is_slogan(line: Line) -> bool:
    """Tell whether a line says what a paper is (``Your weekly since 1871``) or begins small."""
    return bool(_SLOGAN.fullmatch(line.text)) or (line.text[0].islower() and not line.number)


def told(draft: Draft, line: Line) -> int:
    """Return how many of a line's words come again where the story begins."""
    prose = (other.text for other in draft.lines if is_sentence(other) and other is not line)
    return len(_stems(" ".join(islice(prose, READ))) & _stems(line.text))


def _stems(text: str) -> set[str]:
    found = (m[0] for m in _WORD.finditer(fold(text)))
    return {w.rstrip("s")[:STEM] for w in found if len(w) >= SHORTEST and w not in FUNCTION_WORDS}


def is_name(draft: Draft, index: int) -> bool:
    """Tell whether a line above others is no headline: who publishes, somebody, or a few capitals without a verb."""
    text = draft.lines[index].text
    shouted = _is_shouted(text) and len(text.split()) <= KICKER_WORDS
    return (
        shouted
        or text.lower() in words("clean-bodies")
        or is_plate(draft, index)
        or is_somebody(headline_parts(text)[-1])
        or _is_told_whole(draft, index)
    )


def is_plate(draft: Draft, index: int) -> bool:
    """Tell whether a line says who publishes: by its form, or by the slogan, office, number or day directly below."""
    line, below = draft.lines[index], draft.lines[index + 1 : index + 2]
    plate = nameplate(line.text)
    if (plate and (plate != line.text or not SITE.search(line.text))) or _APART.fullmatch(line.text):
        return True
    under = below[0] if below and not below[0].gap else None
    if is_firm(line.text) or not under or line.words > NAME_WORDS:
        return is_firm(line.text)
    headed = is_motto(draft, under) and not is_sentence(under) and not read_pieces(under.text)
    lines = [other.text for other in draft.lines[index + 1 : index + 3]]
    sent = any(p.value == "press release" for text in lines for p in read_pieces(text))
    return headed or (_is_shouted(line.text) and bool(sent or is_body(under.text) or PAGE.fullmatch(under.text)))


def _is_shouted(text: str) -> bool:
    return text.isupper() and not tells(text.title())


def _is_told_whole(draft: Draft, index: int) -> bool:
    """Tell whether the story has a line of few capitals as one name: ``Committee for Free Press``."""
    line = draft.lines[index]
    capital = all(not w[0].islower() for w in line.text.split() if len(w) > len("from"))
    name = line.text.title() if line.text.isupper() else line.text
    few = 1 < line.words <= NAME_WORDS and capital and not tells(line.text.title())
    return few and any(is_sentence(other) and name in other.text for other in draft.lines[index + 1 :])
