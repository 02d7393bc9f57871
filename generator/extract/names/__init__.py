"""Findings ──▶ Findings with names: people, organisations, places, events, agreements, works, products."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.extract.names import titles
from generator.extract.names.around import plain_word
from generator.extract.names.coordination import coordinated, whole
from generator.extract.names.evidence import evident
from generator.extract.names.gazetteer import Entry, gazetteer
from generator.extract.names.known import PUBLISHES, Known, beginnings, learn, publishing, speaking
from generator.extract.names.places import located, on_games
from generator.extract.names.runs import runs
from generator.extract.names.segmentation import segment
from generator.extract.names.sentence import Reading, Sentence, sentence
from generator.model import Article, Findings, Inferred, Name, Span, Stated, value_of
from generator.text import opening, read_text

LISTED = 0.6  # a weaker reading is noise; from here on a name is listed, at least as a candidate

_PARTING = (",", "/", "and", "(", ")")
STATED = 3.0  # a dateline says nothing else than where a report was written


def find_names(findings: Findings) -> Findings:
    """Return the findings with the names of the article's shown blocks, in text order and not overlapping."""
    article = findings.article
    sentences = tuple(_sentences(article))
    found = _readings(sentences, publishing(value_of(article.publisher) or ""))
    beside: dict[int, list[Reading]] = {}
    for s, r in found:
        beside.setdefault(s.starts[0], []).append(r)
    names = (_name(article, s, r, beside[s.starts[0]]) for s, r in found)
    return replace(findings, names=tuple(n for n in names if not _in_masthead(article, n)))


def _in_masthead(article: Article, name: Name) -> bool:
    """Tell whether the masthead names who publishes or writes by it, or by more, or has it in its motto or sections."""
    block = article.block_at(name.span.start)
    if block and block.kind == "header" and block.rule in ("slogan", "section"):
        return True
    told = [f for f in (article.publisher, article.byline) if isinstance(f, Stated | Inferred) and name.text in f.value]
    lines = (e.span for f in told if name.kind != "place" or name.text != f.value for e in f.evidence)
    return (name.kind == "place" or name.because == PUBLISHES) and any(line.holds(name.span) for line in lines)


def _sentences(article: Article) -> Iterator[Sentence]:
    read = read_text(article).sentences
    words = {w for s in read for w in s.words}
    lower_words = frozenset(w.low for w in words if w.text[0].islower())
    for s in read:
        yield sentence(article.text, s, lower_words)


def _readings(sentences: tuple[Sentence, ...], publishers: dict[str, Known]) -> list[tuple[Sentence, Reading]]:
    """Return what the words of each sentence are by themselves, or by what the clear names of the others explain."""
    cut = [[(start, end, segment(s, start, end, {})) for start, end in runs(s)] for s in sentences]
    first = [_listed(s, [read for *_, read in parts]) for s, parts in zip(sentences, cut, strict=True)]
    known = publishers | learn(
        [(s, r) for s, found in zip(sentences, first, strict=True) if not s.headline for r in found]
    )
    known |= speaking(sentences)
    begin = beginnings(known)
    found = []
    for s, parts, before in zip(sentences, cut, first, strict=True):
        surfaces = [[t.surface for t in s.traits[start:end]] for start, end, _ in parts]
        told = [any(w in begin or w.title() in begin for w in surface) for surface in surfaces]
        if any(told):
            again = [segment(s, *p[:2], known) if t else p[2] for p, t in zip(parts, told, strict=True)]
            found += [(s, r) for r in _listed(s, again)]
        else:
            found += [(s, r) for r in before]
    read = (s for s in sentences if not s.headline) if any(_only_acts(s, r) for s, r in found) else ()
    shown = {s.traits[i].surface for s in read for i in range(len(s.words)) if s.is_cap(i) and not s.opens(i)}
    found = [(s, r) for s, r in found if not _only_acts(s, r) or s.surface(r.start, r.end) in shown]
    played = on_games(sentences, found)
    return [(s, r) for s, r in found if not played or r.kind != "place" or located(s, r)]


def _only_acts(s: Sentence, r: Reading) -> bool:
    """Tell whether a word that no list has begins a sentence, and is built as any may be: ``Turnover climbed``.

    It is a name where the article has it with a capital amid a sentence.
    """
    word = s.traits[r.start]
    alone = r.kind == "person" and r.end - r.start == 1 and r.strength <= 1
    return alone and s.opens(r.start) and not word.listed and not word.surname and plain_word(s.word(r.start))


def _listed(s: Sentence, read: Iterable[Sequence[Reading]]) -> tuple[Reading, ...]:
    """Return what counts of the readings of a sentence's runs, and of its dateline."""
    readings = [r for run in read for r in run]
    return (*_dateline(s), *whole(s, [r for r in coordinated(s, readings) if r.strength >= LISTED]))


def _dateline(s: Sentence) -> Iterator[Reading]:
    """Yield the places of a sentence's dateline, and its agency if it is known."""
    if not s.first:
        return
    found = opening(s.text, s.starts[0], s.ends[-1], first=True)
    if found is None or found.place is None:
        return
    place = found.place
    inside = [i for i, start in enumerate(s.starts[: s.first]) if place.start <= start and s.ends[i] <= place.end]
    start, end = (inside[0], inside[-1] + 1) if inside else (0, 0)
    if not (
        found.date or found.agency or any(_entry(s, i, k) for i in range(start, end) for k in range(i + 1, end + 1))
    ):
        return  # WHAT: FILE -
    for comma in (*(i for i in range(start, end) if s.word(i) in _PARTING), end):
        shortened = s.word(comma - 1).endswith(".") and _entry(s, start, comma) is None  # Pa.
        if comma > start and not shortened and not s.traits[start].calendar:
            yield _place(s, start, comma)
        start = comma + 1


def _entry(s: Sentence, start: int, end: int) -> Entry | None:
    surface = s.surface(start, end)
    entry = gazetteer().get(surface) or gazetteer().get(_usual(surface))
    return entry if entry is not None and entry.kind == "place" else None


def _usual(surface: str) -> str:
    """Return a town in capitals as it is usually written."""
    return surface.title() if surface.isupper() and len(surface.rstrip(".")) > len("D.C") else surface


def _place(s: Sentence, start: int, end: int) -> Reading:
    entry = _entry(s, start, end)
    if entry is None:
        return Reading(start, end, "place", STATED, "dateline", "a dateline", norm=_usual(s.surface(start, end)))
    return Reading(start, end, "place", STATED, "dateline", "a dateline", entry.key, entry.norm, entry.form)


def support(strength: float) -> float:
    """Return a strength as support from 0 to 1 (a logistic curve: 1 → .5, 2 → .86, 3 → .97)."""
    return round(1 / (1 + math.exp(-1.8 * (strength - 1))), 2)


def _name(article: Article, s: Sentence, r: Reading, found: Sequence[Reading]) -> Name:
    beside = titles.beside(s, r, found) if r.kind == "person" else ()
    return Name(
        **article.at(s.starts[r.start], s.ends[r.end - 1]),
        kind=r.kind,
        form=r.form,  # type: ignore[arg-type]
        norm=r.norm or s.surface(r.start, r.end),
        key=r.key,
        titles=tuple(article.cite(Span(s.starts[a], s.ends[b - 1])) for a, b in beside),
        support=support(evident(s, r, found)),
        rule=r.rule,
        because=r.because,
    )
