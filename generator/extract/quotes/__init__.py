"""Findings ──▶ Findings: quotations and reported statements, with who says them."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.extract.quotes import speakers
from generator.extract.quotes.attribution import Attribution, attribute
from generator.extract.quotes.classes import classify, normal
from generator.extract.quotes.firmness import firmness
from generator.extract.quotes.marks import Stretch, find_stretches
from generator.extract.quotes.people import people
from generator.extract.quotes.sequence import Turn, carry_on
from generator.extract.quotes.speakers import Scene
from generator.extract.quotes.tokens import paragraph
from generator.model import Article, Block, Evidence, Findings, Problem, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# how many quotations back an echo is looked for; more would make a hostile file slow
ECHOES = 200


class Marked(NamedTuple):
    """A block with its quoted stretches and the places of marks that never close."""

    block: Block
    stretches: tuple[Stretch, ...]
    lost: tuple[int, ...]


def find_quotes(findings: Findings) -> Findings:
    """Add the quotations of the article, in text order, and a problem for each mark that never closes."""
    article = findings.article
    marked = [Marked(b, *find_stretches(article.text, b.span)) for b in article.blocks if b.kind != "removed"]
    marked = [_bounded(article, m, marked[i + 1 : i + 2]) for i, m in enumerate(marked)]
    paragraphs = [paragraph(article, m.block, m.stretches) for m in marked]
    turns = carry_on(paragraphs, [attribute(p) for p in paragraphs])
    scene = Scene(paragraphs, turns, people(paragraphs, findings.names))
    quotes = tuple(_quotes(article, scene, marked))
    problems = tuple(_problem(article, at) for m in marked for at in m.lost)
    return replace(findings, quotes=quotes, problems=findings.problems + problems)


def _bounded(article: Article, marked: Marked, following: Sequence[Marked]) -> Marked:
    """Keep an unclosed quotation only where the next paragraph goes on with it."""
    last = next((s for s in marked.stretches if not s.closed), None)
    if last is None:
        return marked
    goes_on = any(article.text[m.block.span.start] == last.mark for m in following)
    if goes_on:
        return marked._replace(lost=tuple(at for at in marked.lost if at != last.whole.start))
    kept = tuple(
        replace(s, inside=None if s.inside == last.whole else s.inside) for s in marked.stretches if s is not last
    )
    return marked._replace(stretches=kept)


def _problem(article: Article, at: int) -> Problem:
    words = " ".join(article.text[at : at + 60].split()[:6])
    message = f"the quotation mark before {words[1:]!r} is never closed; nothing is taken for a quotation there"
    return Problem(article.path, message, article.line_at(at))


def _quotes(article: Article, scene: Scene, marked: Sequence[Marked]) -> Iterator[Quote]:
    earlier: deque[str] = deque(maxlen=ECHOES)
    last: tuple[Turn | None, Span] | None = None
    for m, paragraph_turns in zip(marked, scene.turns, strict=True):
        spoken = iter(paragraph_turns)
        for stretch in m.stretches:
            turn = next(spoken) if stretch.inside is None else None
            quote = _quote(article, scene, stretch, turn, earlier)
            if stretch.inside is None:
                before = last[1] if last and turn and quote.speaker and _same_utterance(last[0], turn) else None
                earlier.append(normal(quote.words.text))
                last = (turn, stretch.whole)
                quote = replace(quote, continues=before)
            yield quote


def _same_utterance(before: Turn | None, turn: Turn) -> bool:
    """Tell whether an utterance was only interrupted, by who speaks it or by a paragraph's end."""
    if turn.by.rule in ("continued", "goes on"):
        return True
    same = before is not None and (before.paragraph, before.by.cue) == (turn.paragraph, turn.by.cue)
    return same and before is not None and before.by.rule in ("inverted", "follows")


def _quote(article: Article, scene: Scene, stretch: Stretch, turn: Turn | None, earlier: Iterable[str]) -> Quote:
    kind, reason = classify(article.text, stretch, turn.by if turn else None, earlier)
    quote = Quote(
        **article.at(stretch.whole.start, stretch.whole.end),
        words=article.cite(stretch.words),
        kind=kind,
        because=reason or "the text doesn't say who speaks",
        inside=stretch.inside,
        firmness="article's own voice",
    )
    if turn is None or kind not in ("quotation", "fragment"):
        return quote
    return _attributed(article, scene, quote, turn)


def _attributed(article: Article, scene: Scene, quote: Quote, turn: Turn) -> Quote:
    tokens = scene.paragraphs[turn.paragraph].tokens
    cue = _cited(article, tokens[turn.by.cue[0]].start, tokens[turn.by.cue[1] - 1].end)
    found = speakers.resolve(scene, turn)
    if isinstance(found, str):
        at = tokens[turn.by.subject.first]
        return replace(quote, cue=cue, pronoun=_cited(article, at.start, at.end), because=found)
    speaker = _cited(article, found.start, found.end)
    first, end = scene.paragraphs[turn.paragraph].sentence_of(turn.by.cue[0])
    around = Span(tokens[first].start, tokens[end - 1].end)
    label, ground = firmness(article, around, speaker.text, marked=True, named=_named(turn.by, speaker.text))
    return replace(
        quote,
        speaker=speaker,
        pronoun=_cited(article, *found.pronoun) if found.pronoun else None,
        cue=cue,
        firmness=label,
        ground=article.cite(ground) if ground else None,
        because=REASONS[turn.by.rule],
    )


def _named(by: Attribution, speaker: str) -> bool:
    return by.subject.kind == "name" or speaker[:1].isupper()


def _cited(article: Article, start: int, end: int) -> Evidence:
    return article.cite(Span(start, end))


REASONS = {
    "introduced": "the sentence names the speaker before the words",
    "inverted": "the sentence names the speaker behind the words",
    "follows": "the sentence names the speaker behind the words",
    "later": "the sentence names the speaker at its end",
    "governed": "the words hang on a verb of speech with this subject",
    "according": "the sentence says according to whom",
    "noun": "the words are called this speaker's",
    "as": "the sentence says whose words they are",
    "colon": "the words follow this subject and a colon or a comma",
    "unlisted": "the words are followed by this subject and its verb",
    "continued": "the speaker of the words before goes on",
    "goes on": "the quotation goes on from the paragraph before",
    "same sentence": "the speaker of the other words quoted in the sentence",
    "sentence before": "the sentence before says who speaks",
    "paragraph before": "the paragraph before ends with this speaker's words",
    "paragraph sentence": "the paragraph before ends with this speaker",
}
