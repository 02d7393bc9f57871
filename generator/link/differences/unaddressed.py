"""What talks are said not to have touched, and what a participant is quoted as saying of it there."""

import re
from collections.abc import Iterator

from generator.link.differences.card import Parts, Question, card, reading
from generator.link.differences.corpus import Corpus, Line, is_land
from generator.model import Difference, Entity, Kind, Quote, Verdict

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
PARTIES = 2
"""People whom two articles on one occasion both name at the beginning: those who met."""


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
    """Return where articles on the same occasion quote those who took part on the subject."""
    people, names = _people(corpus, line.article), {subject.name, *(a.text for a in subject.aliases)}
    held = {e.id for n, e in line.names if e.kind == "place" and n.span.end <= match.end("occasion")}
    found: list[tuple[Line, Quote]] = []
    for other in dict.fromkeys(m.article for m in subject.mentions):
        met = people & _people(corpus, other) if corpus.one_story(line.article, other) else frozenset()
        there = held <= {e for at in corpus.lead(other) for e in at.entities} and len(met) >= PARTIES
        for quote in corpus.findings[other].quotes if other != line.article and there else ():
            at, by = corpus.line_of(quote), corpus.index.named(quote.speaker) if quote.speaker else None
            said = not quote.negative and quote.kind in ("quotation", "reported") and by is not None and by.id in people
            if at and said and any(name in quote.words.text for name in names):
                found.append((at, quote))
    return tuple(found)


def _people(corpus: Corpus, article: str) -> frozenset[str]:
    """Return the people that the article's first sentences name: they meet."""
    return frozenset(e.id for line in corpus.lead(article) for _, e in line.names if e.kind == "person")


def _card(
    corpus: Corpus, line: Line, match: re.Match[str], subject: Entity, found: tuple[tuple[Line, Quote], ...]
) -> Difference:
    direct = tuple(f for f in found if f[1].kind == "quotation") or found
    question = Question(
        Kind.DENIAL,
        Parts(who=match["occasion"].casefold(), what=corpus.named(subject)),
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
