"""The words around a figure, in its clause: whether two sources say the same of what it counts."""

import re
from functools import cache

from generator.lexicons import words
from generator.link.content_words import stems_of
from generator.link.differences.corpus import Line
from generator.model import Figure

REACH = 7
"""Words before and behind a figure, in its clause, that say what is done with what it counts."""
SHARED, SHARED_PART = 2, 0.33
"""Words of meaning around two figures that recur, and the share of the fewer ones, so that both count the same."""
PHRASE, PHRASE_STEMS = 6, 3
"""Words directly around two figures that are the same, and words of meaning among them: one phrase, another number."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,8}")
_CLAUSE = re.compile(
    r"[,;:()–—“”\"]|(?i:\b(?:and|but|while|when|who|which|where|after|before|because|although|including|than)\b)"
)
_AREA = re.compile(r"\b(?:in|across|around|throughout|at|near|outside)\s+(?P<area>(?:the\s+)?(?:\w{2,30}\s*){1,2})")
_WAY = re.compile(r"(?i)\b(?:to|into|from|off|against|towards)\s+(?:the\s+)?(?P<name>[^\W\d_]{2,40})")


def told_alike(one: tuple[Line, Figure], other: tuple[Line, Figure]) -> bool:
    """Tell whether the clauses of two figures say the same of what they count, and neither counts only a part of it."""
    mine, theirs = _window(*one), _window(*other)
    if _partial(mine) != _partial(theirs):
        return False
    names = _names(one[0]) | _names(other[0])
    stems, others = (frozenset(stems_of(" ".join(w))) - _measured(f) for w, f in ((mine, one[1]), (theirs, other[1])))
    shared = stems & others
    way = bool(_ways(mine) & _ways(theirs))
    if len(shared) + way < SHARED or not (shared - names or way):
        return False
    return len(shared) >= SHARED_PART * min(len(stems), len(others))


def other_areas(one: tuple[Line, Figure], other: tuple[Line, Figure]) -> bool:
    """Tell whether two figures are told of different areas: *across Asia* and *in the province*."""
    mine, theirs = (_AREA.search(" ".join(_sides(*side)[1][:REACH])) for side in (one, other))
    return bool(mine and theirs and not {*stems_of(mine["area"])} & {*stems_of(theirs["area"])})


def one_phrase(one: tuple[Line, Figure], other: tuple[Line, Figure]) -> bool:
    """Tell whether two figures stand in the same words, before and behind them."""
    (before, behind), (earlier, later) = _sides(*one), _sides(*other)
    leading, following = _common(before[::-1], earlier[::-1]), _common(behind, later)
    same = [*leading, *following]
    return (
        min(len(leading), len(following)) > 0
        and len(same) >= PHRASE
        and len(set(stems_of(" ".join(same)))) >= PHRASE_STEMS
    )


def _common(one: list[str], other: list[str]) -> list[str]:
    """Return the words with which two lists begin alike."""
    end = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:end]


def _sides(line: Line, figure: Figure) -> tuple[list[str], list[str]]:
    start = line.sentence.span.start
    first = min(figure.span.start, figure.hedge.span.start) if figure.hedge else figure.span.start
    texts = line.text[: first - start], line.text[figure.span.end - start :]
    return tuple([w.casefold() for w in _WORD.findall(t)] for t in texts)  # type: ignore[return-value]


def _window(line: Line, figure: Figure) -> tuple[str, ...]:
    """Return the words around a figure up to the ends of its clause and the figures beside it."""
    start = line.sentence.span.start
    low = max((f.span.end - start for f in line.figures if f.span.end <= figure.span.start), default=0)
    high = min((f.span.start - start for f in line.figures if f.span.start >= figure.span.end), default=len(line.text))
    first = min(figure.span.start, figure.hedge.span.start) if figure.hedge else figure.span.start
    before = _CLAUSE.split(line.text[low : first - start])[-1]
    behind = _CLAUSE.split(line.text[figure.span.end - start : high], maxsplit=1)[0]
    return (*_WORD.findall(before)[-REACH:], *_WORD.findall(behind)[:REACH])


def _measured(figure: Figure) -> frozenset[str]:
    return frozenset(stems_of(figure.measure.text)) if figure.measure else frozenset()


def _names(line: Line) -> frozenset[str]:
    return frozenset(s for name, _ in line.names for s in stems_of(name.text))


def _ways(window: tuple[str, ...]) -> frozenset[str]:
    """Return the names behind *to*, *from*, …: where something goes."""
    found = _WAY.finditer(" ".join(window))
    return frozenset(m["name"] for m in found if m["name"][:1].isupper())


@cache
def _parts() -> frozenset[str]:
    return frozenset(words("figures-partial"))


def _partial(window: tuple[str, ...]) -> frozenset[str]:
    return frozenset(w.casefold() for w in window) & _parts()
