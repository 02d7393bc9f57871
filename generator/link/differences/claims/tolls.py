"""How many were killed, hurt, arrested, … in what an article reports."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator import edtf
from generator.lexicons import table, words
from generator.link.differences.claims.claim import LEAD, Claim, is_lead, told
from generator.link.differences.corpus import SAME_TIME_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Figure

_ASKED = {
    "death": "How many were killed?",
    "injury": "How many were hurt?",
    "arrest": "How many were arrested?",
    "rescue": "How many were rescued?",
    "missing": "How many are missing?",
    "evacuation": "How many were brought to safety?",
}
_HEADS = frozenset(("people", "person", "persons", "others", "dead", "injured", "wounded", "victims", "missing", ""))
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:()–—]")
_STOPS = frozenset(",;:()–—") | {"and", "but", "while", "including", "with", "as", "after", "of", "among"}
_BEFORE, _BEHIND = 4, 6
"""Words before and behind a number in which its deed stands."""
_TOLL = re.compile(
    r"""(?xi)
    \b (?: death\ )? toll \b [^.;:0-9]{0,80} \b (?: to | at | reached | reaches )\ (?: at\ least\ | more\ than\ )?
    (?P<number> [0-9]{1,3} (?: ,[0-9]{3} ){0,2} ) \b (?! [.,][0-9] | \ ?% )                # death toll rises to 44
    """
)
_NOBODY = re.compile(
    r"""(?xi)
    \b (?: nobody | no\ one | no-one | no\ people )\ (?: was | were | has\ been | have\ been )\ (?: reported\ )?
        (?P<done> killed | injured | hurt | wounded | arrested ) \b                       # nobody was killed
    | \b no\ (?P<what> deaths | injuries )\ (?: were\ | have\ been\ )? reported \b      # no injuries were reported
    """
)
_OTHER_TIME = re.compile(
    r"(?i)\b(?:earlier|previous(?:ly)?|ago|since|so far|years?|months?|weeks?|total|toll|bring(?:s|ing)?|brought|rose"
    r"|risen|another|other|separate|fear(?:ed|s)?|could|may|might|if|would|first|latest|worst|history|anniversary)\b"
)


def tolls(corpus: Corpus) -> Iterator[Claim]:
    """Yield what articles tell of the people that their news concerns: how many, or nobody."""
    yield from _counted(corpus)
    yield from _summed(corpus)
    for article in corpus.briefing.articles:
        for match in _NOBODY.finditer(article.text):
            index = article.sentence_at(match.start())
            line = None if index is None else corpus.line(article.id, index)
            if line and _is_now(corpus, line):
                asked = _ASKED[_deeds()[(match["done"] or match["what"]).lower()]]
                for lead in (True, False) if is_lead(line) else (False,):
                    yield Claim(asked, "", line, " ".join(match.group().split()), 0.0, days=0, lead=lead)


def _summed(corpus: Corpus) -> Iterator[Claim]:
    """Yield the tolls that the first sentences of articles give by that name."""
    for article in corpus.briefing.articles:
        for span in article.sentences[:LEAD]:
            match = _TOLL.search(article.text, span.start, span.end)
            line = corpus.line_of(article.cite(span)) if match else None
            if match and line:
                yield Claim(_ASKED["death"], "", line, match["number"], float(match["number"].replace(",", "")), days=0)


def _counted(corpus: Corpus) -> Iterator[Claim]:
    for found in corpus.findings.values():
        for figure in found.figures:
            line = corpus.line_of(figure) if figure.kind == "count" and figure.value is not None else None
            deed = _told(corpus, line, figure) if line else None
            if line and deed:
                number = float(figure.value or 0)
                for lead in (True, False) if is_lead(line) else (False,):
                    yield Claim(_ASKED[deed], "", line, told(figure), number, figure, days=0, lead=lead)


def _told(corpus: Corpus, line: Line, figure: Figure) -> str | None:
    """Return what happens to the people that a figure counts in an article's own news."""
    return _deed(line, figure) if _is_now(corpus, line) else None


def _is_now(corpus: Corpus, line: Line) -> bool:
    """Tell whether a sentence speaks of the article's own news: not of another time, nor of what may be."""
    if _OTHER_TIME.search(line.text):
        return False
    published = corpus.published(line.article)
    values = [d.value for d in line.dates if d.value]
    if published is None:
        return not any(edtf.precision(v) in ("year", "month", "decade", "century") for v in values)
    return all(_near(published, v) for v in values)


def _near(published: str, value: str) -> bool:
    apart = edtf.days_between(published, value)
    return apart is not None and abs(apart) <= SAME_TIME_DAYS


@cache
def _deeds() -> dict[str, str]:
    return {word: deed for deed, forms in table("figures-deeds") for word in forms.split()}


@cache
def _partial() -> frozenset[str]:
    return frozenset(words("figures-partial")) - {"least"}


def _deed(line: Line, figure: Figure) -> str | None:
    """Return what happens to the people that a figure counts: the verb directly before it, else the one behind it."""
    start = line.sentence.span.start
    text = line.text
    hedge = figure.hedge.span.start if figure.hedge else figure.span.start
    before = [w.lower() for w in _WORD.findall(text[: min(hedge, figure.span.start) - start])][-_BEFORE:]
    behind = [w.lower() for w in _WORD.findall(text[figure.span.end - start :])][:_BEHIND]
    head = figure.measure.text.casefold().split()[-1:] if figure.measure else [""]
    if {*before, *behind[:2]} & _partial() or head[0] not in _HEADS | _deeds().keys():
        return None
    active = next((w for w in reversed(before[-2:]) if w in _deeds()), None)
    if active and not set(before[before.index(active) :]) & _STOPS:
        return _deeds()[active]
    for word in behind:
        if word in _STOPS:
            return None
        if word in _deeds():
            return _deeds()[word]
    return None
