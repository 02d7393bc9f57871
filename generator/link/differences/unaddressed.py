"""What talks are said not to have touched, and what a participant is quoted as saying of it there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.differences.asking import named
from generator.link.differences.card import Parts, Question, card, reading
from generator.link.differences.facts import is_land
from generator.model import Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Difference, Entity, Evidence, Quote

_UNADDRESSED = re.compile(
    r"""(?xi)
    \b(?P<occasion> talks | meeting | summit | discussions | negotiations | conference | visit )
    \ (?: did\ not | didn['’]t | never )
    \ (?: (?: publicly | openly | directly | explicitly | formally | at\ all )\ )?
    (?: address | mention | discuss | raise | touch\ (?:up)?on | refer\ to | cover | deal\ with )
    \ (?P<object> [^.;:,]{3,120} )                        # the Oslo talks did not publicly address these issues
    """,
)
_POINTING = re.compile(
    r"(?i)\b(?:this|these|those|that|such|it|them|the (?:issue|matter|question|subject|topic|dispute)s?)\b"
)
_HELD = re.compile(r"(?i)\b(?:talks|meeting|met|summit|discussions|negotiations|conference|visit|told)\b")


def unaddressed(corpus: Corpus) -> Iterator[Difference]:
    """Set what talks are said to have left out against words on it by somebody who took part, on that occasion."""
    for article in corpus.briefing.articles:
        for index, span in enumerate(article.sentences):
            match = _UNADDRESSED.search(article.text, span.start, span.end)
            if match:
                line = corpus.line(article.id, index)
                for subject in _subjects(corpus, line, match):
                    found = _spoken(corpus, line, subject, match)
                    if found:
                        yield _card(corpus, line, match, subject, found)


def _subjects(corpus: Corpus, line: Line, match: re.Match[str]) -> tuple[Entity, ...]:
    """Return what was not touched: the names of the object, or, where it points back, those of the sentence before.

    Countries and cities are left out: they stand for those who take part.
    """
    names = [e for n, e in line.names if n.span.start >= match.start("object") and n.span.end <= match.end("object")]
    if not names and line.index and _POINTING.match(match["object"]):
        names = [e for _, e in corpus.line(line.article, line.index - 1).names]
    kept = (e for e in names if e.kind != "person" and not is_land(e) and not (e.key or "").startswith("city:"))
    return tuple({e.id: e for e in kept}.values())


def _spoken(corpus: Corpus, line: Line, subject: Entity, match: re.Match[str]) -> tuple[tuple[Line, Quote], ...]:
    """Return the quotations of other articles that name the subject, by people of the denied occasion."""
    places = {e.id for n, e in line.names if e.kind == "place" and n.span.end <= match.end("occasion")}
    people = _people(corpus, line.article)
    found: list[tuple[Line, Quote]] = []
    for other in dict.fromkeys(m.article for m in subject.mentions):
        if other != line.article and _same_occasion(corpus, line.article, other, places):
            found += _quoted(corpus, other, subject, people)
    return tuple(found)


def _people(corpus: Corpus, article: str) -> frozenset[str]:
    """Return the people that the article's first sentences name: they meet."""
    return frozenset(e.id for line in corpus.lead(article) for _, e in line.names if e.kind == "person")


def _same_occasion(corpus: Corpus, one: str, other: str, places: Iterable[str]) -> bool:
    """Tell whether both articles open with people of one meeting at one place at compatible times."""
    shared, heads = _people(corpus, one) & _people(corpus, other), corpus.lead(other)
    at = {e for line in heads for e in line.entities}
    if len(shared) < len(("host", "guest")) or not places or not set(places) <= at:
        return False
    if not any(_HELD.search(line.text) for line in heads):
        return False
    first, second = _story_day(corpus, one), _story_day(corpus, other)
    return bool(first and second and edtf.compatible(first, second))


def _story_day(corpus: Corpus, article: str) -> str | None:
    """Return when the article's news happened: the first day that its first sentences give, else its publication."""
    days = (d.value for line in corpus.lead(article) for d in line.dates if d.value)
    return next((d for d in days if edtf.precision(d) == "day"), corpus.published(article))


def _quoted(corpus: Corpus, article: str, subject: Entity, people: frozenset[str]) -> Iterator[tuple[Line, Quote]]:
    names = {subject.name, *(a.text for a in subject.aliases)}
    for quote in corpus.findings[article].quotes:
        if quote.negative or quote.kind not in ("quotation", "reported") or quote.speaker is None:
            continue
        line = corpus.line_of(quote)
        if line and any(n in quote.words.text for n in names) and _speaks(corpus, quote.speaker, people):
            yield line, quote


def _speaks(corpus: Corpus, speaker: Evidence, people: frozenset[str]) -> bool:
    """Tell whether a speaker is one of some people: by the mention, or by a family name that only one of them has."""
    entity = corpus.index.named(speaker)
    if entity is not None:
        return entity.id in people
    words = speaker.text.split()
    return sum(bool(words) and words[-1] in corpus.index.entity(p).name.split() for p in people) == 1


def _card(
    corpus: Corpus, line: Line, match: re.Match[str], subject: Entity, found: tuple[tuple[Line, Quote], ...]
) -> Difference:
    direct = tuple(f for f in found if f[1].kind == "quotation") or found
    question = Question(
        Kind.DENIAL,
        Parts(who=match["occasion"].casefold(), what=named(corpus, subject)),
        Verdict.CONFLICT,
        "One source says that the talks did not touch this; another quotes one of those who met on it, at the same "
        "place and time.",
    )
    return card(
        question,
        (
            reading(corpus, "not addressed", (line.sentence,)),
            reading(corpus, "spoken of", (ln.sentence for ln, _ in direct)),
        ),
    )
