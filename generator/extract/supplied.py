"""Findings ──▶ Findings with those from elsewhere: each stands where it says, and goes before what the rules read."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Literal, TypeVar, get_args

from generator.errors import SeedError
from generator.extract.quotes.compose import firmness
from generator.extract.terms.kinds import kind_of
from generator.model import (
    Answer,
    Article,
    Date,
    Evidence,
    Figure,
    Findings,
    Name,
    NameKind,
    Problem,
    Quote,
    Span,
    Supplied,
    Term,
)
from generator.text import words_of
from generator.text.verbatim import nearest, places

F = TypeVar("F", bound=Evidence)

RULE: Literal["supplied"] = "supplied"
OPENING, CLOSING = "“\"„«‹「『‘'", "”\"“»›」』’'"
_SHOWN = 60  # characters of words that a message repeats


def quotes(findings: Findings) -> Findings:
    """Add the quotations and reported statements from elsewhere; nothing continues one that is gone."""
    made = _with(findings, "quotes", ("quote",), _quote)
    if made.quotes is findings.quotes:
        return made
    there = {q.span for q in made.quotes}
    whole = (q if q.continues in there else replace(q, continues=None) for q in made.quotes)
    return replace(made, quotes=tuple(q if q.inside in there else replace(q, inside=None) for q in whole))


def _with(
    findings: Findings, name: str, kinds: Iterable[str], make: Callable[[Supplied, Article, Span, F | None], F]
) -> Findings:
    """Return the findings with those supplied of some kinds, in text order, and the problems with those refused.

    ``name`` is their field. ``make`` is given the place, and what the rules read there, if anything; what they read
    across it is dropped.
    """
    article, read = findings.article, getattr(findings, name)
    new: list[F] = []
    problems: list[Problem] = []
    for one in (s for s in article.supplied if s.kind in kinds):
        try:
            span = _place(one, article)
            if other := next((f for f in new if f.span.meets(span)), None):
                raise _refused(
                    one, f"its words meet those of “{_short(other.text)}”, found as well; keep one of the two"
                )
            new.append(make(one, article, span, next((f for f in read if f.span == span), None)))
        except SeedError as error:
            problems.append(Problem(error.path, error.message, error.line))
    if not new:
        return replace(findings, problems=(*findings.problems, *problems)) if problems else findings
    kept = (f for f in read if not any(f.span.meets(n.span) for n in new))
    made = tuple(sorted((*kept, *new), key=lambda f: f.span))
    return replace(findings, problems=(*findings.problems, *problems), **{name: made})  # type: ignore[arg-type]


def _place(one: Supplied, article: Article) -> Span:
    """Return the one place where the words stand as they are said to; raises SeedError where there is none."""
    found = tuple(places(article.text, one.exact, one.prefix, one.suffix))
    if not found and any(places(article.text, one.exact)):
        raise _refused(one, f"the words “{_short(one.exact)}” stand elsewhere; mend `prefix` and `suffix`")
    if not found:
        raise _refused(one, f"the words “{_short(one.exact)}” don't stand in the article; copy them from it")
    if len(found) > 1:
        what = f"the words “{_short(one.exact)}” stand {len(found)} times; tell which by `prefix` or `suffix`"
        raise _refused(one, what)
    if article.sentence_at(found[0].start) is None:
        block = article.block_at(found[0].start)
        part = f"a part that is no story ({block.rule})" if block else "a part that is no story"
        raise _refused(one, f"the words “{_short(one.exact)}” stand in {part}; bring it back by `keep` in the sidecar")
    return found[0]


def _refused(one: Supplied, what: str) -> SeedError:
    return SeedError(one.path, f"refused: {what}", one.line)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _words(one: Supplied, name: str, article: Article, near: Span, inside: Span | None = None) -> Evidence | None:
    """Return where the words of a field stand, or None where it isn't given; raises SeedError for other words."""
    words = one.get(name)
    place = nearest(article.text, words, near, inside) if words else None
    if words and place is None:
        where = "its sentence" if inside else "the article"
        raise _refused(one, f"`{name}`: the words “{_short(words)}” don't stand in {where}; copy them from there")
    return article.cite(place) if place else None


def _date(one: Supplied, article: Article, span: Span, _read: Date | None, field: str = "value") -> Date:
    at, value = article.at(span.start, span.end), one.get(field)
    return Date(**at, supplied=one.by, kind="date", value=value, basis=RULE, rule=RULE, because=f"supplied by {one.by}")


def _name(one: Supplied, article: Article, span: Span, read: Name | None) -> Name:
    """Return a name; of what the rules read there it keeps the titles beside it, and its form if they agree."""
    same = read if read and read.kind == one.kind else None
    norm = one.get("name") or (same.norm if same else " ".join(article.text[span.start : span.end].split()))
    return Name(
        **article.at(span.start, span.end),
        supplied=one.by,
        kind=one.kind,  # type: ignore[arg-type]  # one of the kinds of names: see ``names``
        form=same.form if same else "name",
        norm=norm,
        key=same.key if same else None,
        titles=read.titles if read and one.kind == "person" else (),
        support=1.0,
        rule=RULE,
        because=f"supplied by {one.by}",
    )


def _quote(one: Supplied, article: Article, span: Span, read: Quote | None) -> Quote:
    """Return a quotation, if its words begin and end with marks, or else a reported statement."""
    speaker = _words(one, "speaker", article, span)
    if read is not None:
        by = {"speaker": speaker, "pronoun": None} if speaker else {}
        return replace(read, **by, supplied=one.by, because=f"supplied by {one.by}")  # type: ignore[arg-type]
    text = article.text
    marked = span.end - span.start > 2 and text[span.start] in OPENING and text[span.end - 1] in CLOSING  # noqa: PLR2004
    sentence = article.whole(span)
    said = (word.low for word in words_of(text[sentence.start : sentence.end]))
    standing = firmness(said, "named person", marked=marked) if speaker else None
    return Quote(
        **article.at(span.start, span.end),
        supplied=one.by,
        words=article.cite(Span(span.start + 1, span.end - 1) if marked else span),
        kind="quotation" if marked else "reported",
        speaker=speaker,
        firmness=standing or "unnamed source",
        because=f"supplied by {one.by}",
    )


def _figure(one: Supplied, article: Article, span: Span, read: Figure | None) -> Figure:
    unit = one.get("unit") or (read.unit if read else "1")
    period = read.period if read else None
    return Figure(
        **article.at(span.start, span.end),
        supplied=one.by,
        value=Decimal(one.get("value")),
        unit=unit,
        kind=read.kind if read else _sort(unit),
        measure=_words(one, "measure", article, span, article.whole(span)) or (read.measure if read else None),
        period=_date(one, article, span, None, "period") if one.get("period") else period,
        rule=RULE,
        because=f"supplied by {one.by}",
    )


def _sort(unit: str) -> str:
    if unit == "%":
        return "percent"
    return "money" if len(unit) == len("EUR") and unit.isupper() else "count" if unit == "1" else "quantity"


def _term(one: Supplied, article: Article, span: Span, _read: Term | None) -> Term:
    return Term(
        **article.at(span.start, span.end),
        supplied=one.by,
        term=" ".join(article.text[span.start : span.end].split()),
        kind=kind_of(one.exact, one.get("definition")),
        source=RULE,
        definition=_words(one, "definition", article, span),
        expansion=_words(one, "expansion", article, span),
    )


def _claim(one: Supplied, article: Article, span: Span, _read: Answer | None) -> Answer:
    at = article.at(span.start, span.end)
    return Answer(**at, supplied=one.by, asked=one.get("asked"), value=one.get("value"))


dates = partial(_with, name="dates", kinds=("date",), make=_date)
names = partial(_with, name="names", kinds=get_args(NameKind), make=_name)
figures = partial(_with, name="figures", kinds=("figure",), make=_figure)
terms = partial(_with, name="terms", kinds=("term",), make=_term)
claims = partial(_with, name="claims", kinds=("claim",), make=_claim)
STEPS = (dates, names, quotes, figures, terms, claims)
"""One for each field of findings; none reads what a later one adds."""
