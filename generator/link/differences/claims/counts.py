"""Numbers of things: figures ──▶ claims, and how two of them compare that are told of one thing."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from generator import edtf
from generator.lexicons import table, words
from generator.link.content_words import stems_of
from generator.link.differences.claims.claim import Found, Told, side_of, words_of
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.values import agree
from generator.link.differences.windows import one_phrase, other_areas, told_alike
from generator.model import Attribute, Figure, Verdict

Relation = Literal["same", "other", "unknown"]

NEAR = 5
"""Words before and after a figure that say what is done with what it counts."""
SHARED_SCOPE = 4
"""Words of meaning that two sentences share, so that their figures look alike although their periods differ."""
NEARLY = 0.8
"""Share of the longer sentence's words from which two that name nothing tell the same."""
FAR = 8
"""Times that two numbers of one thing differ at most; beyond that one of them counts a part, or all there ever were."""
FAR_HARM = 3
"""Times that two numbers of those who came to harm differ at most, so that they are of one happening."""

SCORED = frozenset(("point", "goal", "rebound", "game", "time", "year", "season", "set", "minut"))
"""Stems of what a player or a team has of its own in every match."""
_CROWD = frozenset(
    stems_of(
        "people supporters guests visitors fans spectators protesters demonstrators marchers mourners participants"
    )
)
"""Stems of who comes to a place: one source counts people there, another one supporters."""
_COMPLEMENT = re.compile(r"(?i) (?:of|in|between|with|for|from|to|on|by|at|who|that) ")
_HARM = {"death": "killed", "injury": "hurt"}
COMPATIBLE = (Verdict.COMPATIBLE, "The same is counted, and the hedge of one number allows the other.")
_TOLL = "Articles of the same days count the same otherwise: who is counted, and when, may differ."
_SUMMED = re.compile(
    r"(?i)\b(?:so\ far|to\ date|in\ total|in\ all|altogether|all\ told|overall|until\ now|cumulative)\b"
)
"""Words of a sum over several occasions (``12 so far``): no count of a single one."""


def counts(corpus: Corpus) -> Iterator[Told]:
    """Yield what each figure counts or measures: for the articles of its story, and for what measures the same."""
    for number, measure in enumerate(corpus.briefing.measures):
        if measure.figures[0].kind != "ordinal" and head_of(measure.figures[0]) not in SCORED:
            for figure in measure.figures:
                yield from _told(corpus, figure, f"measure {number}")
    for article, found in corpus.findings.items():
        story = corpus.story(article)
        for figure in found.figures if story is not None else ():
            head = head_of(figure)
            if figure.kind != "ordinal" and head and head not in SCORED:
                yield from _told(corpus, figure, f"{story} {head}")


def _told(corpus: Corpus, figure: Figure, subject: str) -> Iterator[Told]:
    line = corpus.line_of(figure)
    if line and figure.value is not None:
        asked = f"{figure.kind} {figure.unit}"
        yield Told(Attribute.COUNT, subject, asked, line, words_of(figure), float(figure.value), figure)


def head_of(figure: Figure) -> str:
    """Return the stem of what a figure counts: the last word before *of*, *in*, *who*; one for all words of a crowd."""
    found = stems_of(_COMPLEMENT.split(figure.measure.text, maxsplit=1)[0]) if figure.measure else ()
    return "" if not found else "crowd" if found[-1] in _CROWD else found[-1]


def compared(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Return how two numbers of what may be one thing compare; None where they agree or aren't of one thing."""
    mine, theirs = one.figure, other.figure
    if mine is None or theirs is None or not _concern_one(mine, theirs):
        return None
    if agree(mine, theirs):
        return COMPATIBLE if allows(mine, theirs) and _same(corpus, one, other) else None
    if _gives(one.line, theirs) or _gives(other.line, mine):
        return None
    if not corpus.same_time(one.article, other.article):
        return _later(corpus, one, other)
    return _same_time(corpus, one, other) if periods_of(mine, theirs) != "other" else None


def _same(corpus: Corpus, one: Told, other: Told) -> bool:
    other_times = one.figure and other.figure and periods_of(one.figure, other.figure) == "other"
    return not other_times and corpus.same_time(one.article, other.article) and _count_one(corpus, one, other)


def allows(one: Figure, other: Figure) -> bool:
    """Tell whether two numbers differ, and words such as *at least* or *more than* let them agree."""
    hedged = (f for f in (one, other) if f.hedge and f.hedge.text not in f.text)  # "dozens" is no hedge
    return one.value != other.value and any(f.qualifier[:1] in ("<", ">") for f in hedged)


def _same_time(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare two numbers of one time, as far as is known."""
    if _count_one(corpus, one, other):
        return _changed(corpus, one, other)
    return (Verdict.SCOPE, _TOLL) if _is_toll_of_one(corpus, one, other) else None


def _later(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare two numbers that one story gives at two times."""
    if not _is_news_of_one(corpus, one, other):
        return None
    first, last = sorted((one, other), key=lambda t: corpus.published(t.article) or "")
    days = corpus.days_apart(one.article, other.article)
    if days and first.number < last.number and one.asked.startswith("count"):
        return Verdict.GROWN, "Articles on one story count the same, and the later one counts more."
    told = f"{days} days apart" if days else "on days of which it is not known which came first"
    return Verdict.SCOPE, f"Articles on one story give the same otherwise, {told}: it may have changed."


def _is_news_of_one(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether articles of one story, weeks apart at most, say the same of what two numbers count."""
    if not corpus.of_one_news(one.article, other.article):
        return False
    first, last = one, other
    mine, theirs = corpus.places(first.line), corpus.places(last.line)
    origins = {corpus.independence.origin(t.article) for t in (first, last)}
    if expected(first.line) != expected(last.line) or len(origins) == 1:
        return False
    low, high = sorted((first.number, last.number))
    if high > FAR * low or (mine and theirs and not mine & theirs) or _other_deeds(first, last):
        return False
    sides = side_of(one), side_of(other)
    return not other_areas(*sides) and (one_phrase(*sides) or told_alike(*sides))


def harm_of(group: Sequence[Told]) -> str:
    """Return what happened to all whom some sentences count: ``killed``, ``hurt`` or nothing."""
    done = [_deeds(t) for t in group]
    return next((word for deed, word in _HARM.items() if all(deed in found for found in done)), "")


def _is_toll_of_one(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether two sentences count who came to the same harm, at a place and in words that they share."""
    done, elsewhere = _deeds(one), _deeds(other)
    if (
        not done & elsewhere & _HARM.keys()
        or other_areas(side_of(one), side_of(other))
        or _two_reports(one.line, other.line)
    ):
        return False
    if not corpus.same_time(one.article, other.article):
        return False
    if not corpus.places(one.line) & corpus.places(other.line) or max(one.number, other.number) > FAR_HARM * min(
        one.number, other.number
    ):
        return False
    return len({*stems_of(one.line.text)} & {*stems_of(other.line.text)}) >= SHARED_SCOPE


def _changed(corpus: Corpus, one: Told, other: Told) -> Found:
    days = corpus.days_apart(one.article, other.article)
    grows = days is None and all(_deeds(t) for t in (one, other))
    if (not days and not grows) or (one.subject.endswith(" crowd") and _of_one_day(corpus, one, other)):
        return (
            Verdict.CONFLICT,
            "The same is measured in the same unit, for the same time, and no rounding explains it.",
        )
    when = f"the articles were published {days} days apart" if days else "it is not known which was told later"
    return Verdict.SCOPE, f"The same is counted, but {when}: it may have changed."


def _count_one(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether two figures count the same of one happening: in one phrase, one sentence, or one clause."""
    left, right = one.line, other.line
    low, high = sorted((abs(one.number), abs(other.number)))
    if not corpus.same_time(left.article, right.article) or high > FAR * low or _two_reports(left, right):
        return False
    summed = bool(_SUMMED.search(left.text)) != bool(_SUMMED.search(right.text))
    if summed or _other_deeds(one, other) or other_areas(side_of(one), side_of(other)):
        return False
    if one_phrase(side_of(one), side_of(other)) and expected(left, "will") == expected(right, "will"):
        return True
    return expected(left) == expected(right) and _in_one_clause(corpus, one, other)


def _in_one_clause(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether the same is said of what two figures count: of a crowd, with nothing named, or of the same names."""
    left, right = one.line, other.line
    if one.subject.endswith(" crowd") and corpus.one_story(left.article, right.article):
        return told_alike(side_of(one), side_of(other))
    if not left.entities & right.entities:
        return _nearly(left.text, right.text)
    return bool(_whose(one) & _whose(other)) and _of_one_deed(corpus, one, other)


def _nearly(one: str, other: str) -> bool:
    """Tell whether two sentences that name nothing have nearly the same words of meaning, the numbers aside."""
    mine, theirs = ({w for w in stems_of(t) if not w.isdigit()} for t in (one, other))
    return len(mine & theirs) >= max(SHARED_SCOPE, NEARLY * max(len(mine), len(theirs)))


def _of_one_deed(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether the same is done with what two figures count: their sentences are alike, or else their clauses."""
    mine, theirs = corpus.places(one.line), corpus.places(other.line)
    near = not mine or not theirs or bool(mine & theirs)
    return not one.asked.startswith("quantity") and near and told_alike(side_of(one), side_of(other))


def _of_one_day(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether two crowds were counted on one day: who came then doesn't change, as a toll does."""
    days = [
        t.figure.period.value if t.figure and t.figure.period else corpus.published(t.article) for t in (one, other)
    ]
    return days[0] is not None and days[0] == days[1] and not any(_deeds(t) for t in (one, other))


def periods_of(one: Figure, other: Figure) -> Relation:
    """Tell whether two figures hold for the same period, as far as both say.

    What adds up or grows through a year is another thing for a part of it; a count of one happening is not.
    """
    if not (one.period and other.period and one.period.value and other.period.value):
        return "unknown"
    if one.kind == "count":
        return "same" if edtf.compatible(one.period.value, other.period.value) else "other"
    return "same" if edtf.bounds(one.period.value) == edtf.bounds(other.period.value) else "other"


def _whose(told: Told) -> frozenset[str]:
    """Return who is named last before a figure: *Carter scored 14 points and VanDeest 13*.

    A body that counts (``the ministry has registered``) may be left out, so that nobody counts as an answer, too.
    """
    line, figure = side_of(told)
    before = [e for n, e in line.names if n.span.end <= figure.span.start and e.kind in ("person", "organisation")]
    if not before:
        return frozenset(("",))
    return frozenset((before[-1].id, "") if before[-1].kind == "organisation" else (before[-1].id,))


def _gives(line: Line, figure: Figure) -> bool:
    """Tell whether a sentence gives another figure's number as well: then they count different things."""
    return any(f.value == figure.value and f.unit == figure.unit for f in line.figures)


def _concern_one(one: Figure, other: Figure) -> bool:
    mine, theirs = ({" ".join(sorted(c.text.casefold().split())) for c in f.concerns} for f in (one, other))
    crowds = head_of(one) == head_of(other) == "crowd" and not (mine and theirs)
    return bool(mine & theirs) or mine == theirs or crowds


def expected(line: Line, *sure: str) -> bool:
    """Tell whether a sentence forecasts; ``sure`` are words that don't count."""
    return bool({w.strip(".,;:").casefold() for w in line.text.split()} & frozenset(words("link-forecasts")) - {*sure})


def _deeds(told: Told) -> frozenset[str]:
    """Return what the words around a figure say is done (``death`` for *killed*)."""
    line, figure = side_of(told)
    start, end = (p - line.sentence.span.start for p in (figure.span.start, figure.span.end))
    near = (
        w.strip(".,;:“”\"'()").casefold() for w in (*line.text[:start].split()[-NEAR:], *line.text[end:].split()[:NEAR])
    )
    return frozenset(_chiefs()[w] for w in near if w in _chiefs())


@cache
def _chiefs() -> dict[str, str]:
    """Return the word that stands for others of its meaning: ``killed`` and ``died`` are ``death``."""
    rows = [row for row in table("figures-same") if row[0] != "-"]
    return {word: chief for chief, others in rows for word in (chief, *others.split())}


def _other_deeds(one: Told, other: Told) -> bool:
    """Tell whether the words around two figures say that different things are done, or that one source says none."""
    done, elsewhere = _deeds(one), _deeds(other)
    return bool(done or elsewhere) and not done & elsewhere


def _two_reports(left: Line, right: Line) -> bool:
    """Tell whether two numbers of two sentences differ and none is the same: these are two reports."""
    numbers = [{(f.value, f.unit) for f in line.figures} for line in (left, right)]
    return all(len(found) > 1 for found in numbers) and not numbers[0] & numbers[1]
