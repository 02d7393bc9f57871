"""Quotations and statements as findings: the words, who says them, and how firmly that is known."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from generator.extract.quotes import speakers
from generator.extract.quotes.classes import Judged, classify
from generator.extract.quotes.marks import Stretch
from generator.extract.quotes.people import kind_of
from generator.extract.quotes.reported import Said, find_reported
from generator.extract.quotes.sequence import Turn
from generator.extract.quotes.speakers import Discourse
from generator.extract.quotes.tokens import Token
from generator.lexicons import words
from generator.model import Article, Evidence, Quote, Span

_STATEMENTS = words("quotes-statements")
_HEDGES = (
    *("reportedly", "allegedly", "purportedly", "supposedly", "apparently", "rumoured", "rumored"),
    *(f"{be} {thought} to" for be in ("is", "are") for thought in ("said", "believed", "thought", "understood")),
)

Standing = Literal["named person", "named body", "unnamed source"]


def firmness(said: Iterable[str], standing: Standing, *, marked: bool) -> str:
    """Return how firmly words are attributed (see ``model.Quote``) by a sentence, whose words are given."""
    sentence = f" {' '.join(said)} "
    if any(f" {hedge} " in sentence for hedge in _HEDGES):
        return "hedged"
    if any(f" {noun} " in sentence for noun in _STATEMENTS):
        return "official statement"
    return "direct quotation" if marked and standing != "unnamed source" else standing


_OF = frozenset(("of", "for", "at", "from", "to", "with", "in"))
# how many quotations back an echo is looked for; more would make a hostile file slow
ECHOES = 200


def quotations(article: Article, discourse: Discourse, stretches: Sequence[Sequence[Stretch]]) -> Iterator[Quote]:
    """Yield every quoted stretch of every paragraph."""
    earlier: deque[str] = deque(maxlen=ECHOES)
    last: tuple[Turn | None, Quote, bool] | None = None
    for n, (found, turns) in enumerate(zip(stretches, discourse.turns, strict=True)):
        spoken = zip(discourse.paragraphs[n].places, turns, strict=True)
        for stretch in found:
            if stretch.inside is not None:
                yield _quote(article, stretch, Judged("nested", "it stands inside another quotation"))
                continue
            at, turn = next(spoken)
            said = article.text[stretch.words.start : stretch.words.end]
            judged = classify(discourse.paragraphs[n], at, said, turn.by if turn else None, earlier)
            earlier.append(judged.key)
            quote = _quote(article, stretch, judged)
            if turn and judged.kind in ("quotation", "fragment"):
                quote = _attributed(article, discourse, quote, turn)
            if last and turn and _goes_on(last[1], quote, closed=last[2], same=_same_utterance(last[0], turn)):
                quote = replace(quote, continues=last[1].span, kind=max(last[1].kind, quote.kind))
            last = (turn, quote, stretch.closed)
            yield quote


def _goes_on(before: Quote, quote: Quote, *, closed: bool, same: bool) -> bool:
    """Tell whether a quotation goes on with the one before, whose closing mark may be missing for that reason."""
    part = before.kind == "fragment" and quote.kind == "quotation" and quote.words.text[0].isupper()
    if quote.speaker is None or before.speaker is None or (part and closed):
        return False  # The “attack,” she says, came late. “He ran.”
    return same or (not closed and before.speaker.text.split()[-1] == quote.speaker.text.split()[-1])


def _same_utterance(before: Turn | None, turn: Turn) -> bool:
    """Tell whether an utterance was only interrupted, by who speaks it or by a paragraph's end."""
    split = before is not None and before.by.rule in ("inverted", "follows")
    same = before is not None and (before.paragraph, before.by.cue) == (turn.paragraph, turn.by.cue)
    return turn.by.rule in ("continued", "goes on") or (same and split)


def _quote(article: Article, stretch: Stretch, judged: Judged) -> Quote:
    return Quote(
        **article.at(stretch.whole.start, stretch.whole.end),
        words=article.cite(stretch.words),
        kind=judged.kind,
        because=judged.because or "the text doesn't say who speaks",
        inside=stretch.inside,
        firmness="article's own voice",
    )


def statements(article: Article, discourse: Discourse, running: Iterable[int]) -> Iterator[Quote]:
    """Yield the statements that the paragraphs with the given indexes report."""
    for n in running:
        for said in find_reported(discourse.paragraphs[n]):
            yield _statement(article, discourse, n, said)


def _statement(article: Article, discourse: Discourse, n: int, said: Said) -> Quote:
    """Return a reported statement; its span runs from the attribution to the words, or the other way round."""
    tokens = discourse.paragraphs[n].tokens
    words = Span(tokens[said.first].start, tokens[said.end - 1].end)
    places = (said.first, said.end, said.by.subject.first, said.by.subject.last, *said.by.cue)
    quote = Quote(
        **article.at(tokens[min(places)].start, tokens[max(places) - 1].end),
        words=article.cite(words),
        kind="reported",
        negative=said.negative,
    )
    return _attributed(article, discourse, quote, Turn(n, said.by))


def _attributed(article: Article, discourse: Discourse, quote: Quote, turn: Turn) -> Quote:
    """Add who says it, by which words, and how firmly; or why nobody can be named."""
    paragraph = discourse.paragraphs[turn.paragraph]
    tokens = paragraph.tokens
    cue = _cited(article, *tokens[turn.by.cue[0] : turn.by.cue[1]])
    found = speakers.resolve(discourse, turn)
    if isinstance(found, str):
        stands_for = turn.by.subject.kind in ("pronoun", "relative")
        pronoun = _cited(article, tokens[turn.by.subject.first]) if stands_for else None
        return replace(quote, cue=cue, pronoun=pronoun, because=found)
    first, end = paragraph.sentence_of(turn.by.cue[0])
    return replace(
        quote,
        speaker=_cited(article, *found.words),
        pronoun=_cited(article, found.pronoun) if found.pronoun else None,
        cue=cue,
        firmness=firmness([t.low for t in tokens[first:end]], _standing(found.words), marked=quote.kind != "reported"),
        because=REASONS[turn.by.rule],
    )


def _standing(words: Sequence[Token]) -> Standing:
    """Return whether words name somebody (``Lee``, ``the mayor``), are a body's, or leave open who it is."""
    last = words[-1]
    head = next((a for a, b in pairwise(words) if b.low in _OF), last)
    if head.is_kind("source"):
        return "named body"
    if head.is_kind("person") and (head is not last or not head.is_capital or len(words) == 1):
        definite = words[0].low in ("the", "his", "her") or (head is words[0] and head.is_capital)  # Minister said
        definite = definite and not head.is_kind("plural")
        return "named person" if definite or (last.is_capital and len(words) > 1) else "unnamed source"
    if not last.is_capital:
        return "unnamed source"
    return "named body" if kind_of(words, 0, len(words)) in ("organisation", "place") else "named person"


def _cited(article: Article, *words: Token) -> Evidence:
    return article.cite(Span(words[0].start, words[-1].end))


REASONS = {
    "introduced": "the sentence names the speaker before the words",
    "inverted": "the sentence names the speaker behind the words",
    "follows": "the sentence names the speaker behind the words",
    "later": "the sentence names the speaker at its end",
    "governed": "the words hang on a verb of speech with this subject",
    "according": "the sentence says according to whom",
    "noun": "the words are called this speaker's",
    "colon": "the words follow this subject and a colon or a comma",
    "continued": "the speaker of the words before goes on",
    "named later": "the quotation goes on in the next paragraph, which says who speaks",
    "goes on": "the quotation goes on from the paragraph before",
    "sentence before": "the sentence before says who speaks",
    "paragraph before": "the paragraph before ends with this speaker's words",
    "reported": "the statement hangs on a verb of speech with this subject",
    "reported before": "the sentence names the speaker behind the statement",
    "declined": "the sentence says that this subject did not say it",
    "paragraph sentence": "the paragraph before ends with this speaker",
}
