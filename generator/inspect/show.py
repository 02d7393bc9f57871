"""Briefing ──▶ an article with what was found in it, and how one thing came about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.errors import SeedError, meant
from generator.inspect.review import place_of, sentence_of
from generator.keys import event_keys, figure_key, mark_of, quote_key
from generator.model import Article, Briefing, Evidence, Findings
from generator.render.dates import readable, worded

Kind = Literal["date", "name", "quote", "figure", "removed", "text"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's text with one finding, none (``text``), or taken out of the story."""

    kind: Kind
    text: str
    told: str = ""


def article_of(briefing: Briefing, name: str) -> Findings:
    """Return the article of a path, a file's name or an id; raises SeedError with the nearest one."""
    for found in briefing.findings:
        article = found.article
        if name in (article.id, article.path, article.path.rpartition("/")[2]):
            return found
    known = [n for f in briefing.findings for n in (f.article.path, f.article.id)]
    raise SeedError(name, f"there is no such article; {meant(name, known) or 'name a file in the folder of seeds'}")


def pieces(found: Findings) -> Iterator[Piece]:
    """Yield an article's text in pieces; of findings within one another the first and longest is told."""
    text, at = found.article.text, 0
    for start, end, kind, told in sorted(_marks(found), key=lambda m: (m[0], -m[1])):
        if start < at:
            continue
        if start > at:
            yield Piece("text", text[at:start])
        yield Piece(kind, text[start:end], told)
        at = end
    if at < len(text):
        yield Piece("text", text[at:])


def _marks(found: Findings) -> Iterator[tuple[int, int, Kind, str]]:
    for date in found.dates:
        yield date.span.start, date.span.end, "date", readable(date.value) if date.value else f"open: {date.because}"
    for name in found.names:
        yield name.span.start, name.span.end, "name", name.kind
    for quote in (q for q in found.quotes if q.kind in ("quotation", "fragment")):
        yield quote.span.start, quote.span.end, "quote", quote.speaker.text if quote.speaker else "nobody named"
    for figure in found.figures:
        yield figure.span.start, figure.span.end, "figure", worded(figure) or "no value"
    for block in (b for b in found.article.blocks if b.kind == "removed"):
        yield block.span.start, block.span.end, "removed", block.rule


@dataclass(frozen=True, slots=True)
class Origin:
    """How something came about: what it is, its keys, the steps of the reasoning, the sentences with their places."""

    kind: str
    text: str
    keys: tuple[str, ...]
    steps: tuple[str, ...]
    sentences: tuple[tuple[str, str], ...]


def explain(briefing: Briefing, asked: str) -> tuple[Origin, ...]:
    """Return how everything came about that bears an id, a key or a name; raises SeedError with the nearest one."""
    articles = {a.id: a for a in briefing.articles}
    every = list(_everything(briefing, articles))
    asked_for = {asked, mark_of(asked)}
    found = tuple(origin for names, origin in every if asked_for & {*names, *map(mark_of, names)})
    if not found:
        near = meant(asked, sorted({n for names, _ in every for n in names}), 0.5)
        raise SeedError(asked, f"nothing bears this id, key or name; {near or 'copy one from a page or the data'}")
    return found


def _everything(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[tuple[tuple[str, ...], Origin]]:
    for event in briefing.events:
        keys = event_keys(event, articles)
        dated = (f"“{d.text}” is {readable(d.value)}: {d.basis} ({d.rule}) {d.because}".strip() for d in event.dates)
        steps = (f"{readable(event.date)}: {event.basis} {event.because}".strip(), f"it is {event.mode}", *dated)
        yield (event.id, *keys), Origin("event", event.headline.text, keys, steps, _cited(event.evidence, articles))
    for said in briefing.utterances:
        keys = tuple(quote_key(v, articles) for v in said.versions)
        who = said.speaker or said.attribution or "nobody named"
        steps = (f"said by {who}", *(v.because for v in said.versions if v.because))
        text = said.versions[0].words.text
        yield (said.id, *keys), Origin("quote", text, keys, steps, _cited((v.words for v in said.versions), articles))
    for figure in (x for f in briefing.findings for x in f.figures):
        keys = (figure_key(figure, articles),)
        what = f"of {figure.measure.text}" if figure.measure else "of what isn't told"
        steps = tuple(filter(None, (f"{worded(figure)} {what}", f"rule: {figure.rule}", figure.because)))
        yield keys, Origin("figure", figure.text, keys, steps, _cited((figure,), articles))
    for one in briefing.differences:
        steps = (one.because, *(f"{r.value}: {r.basis} {r.because}".strip() for r in one.readings))
        cited = _cited((e for r in one.readings for e in r.evidence), articles)
        yield (one.id,), Origin("difference", one.question, (one.id,), steps, cited)
    for entity in briefing.entities:
        steps = tuple(filter(None, (entity.because, *(f"“{a.text}”: {a.because}" for a in entity.aliases))))
        names = (entity.id, entity.name, *(a.text for a in entity.aliases))
        yield names, Origin(entity.kind, entity.name, (entity.id,), steps, _cited(entity.mentions, articles))


def _cited(evidence: Iterable[Evidence], articles: Mapping[str, Article]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((place_of(e, articles), sentence_of(e, articles)) for e in evidence))
