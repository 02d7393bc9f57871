"""Quotations and statements as findings: the words, who says them, and how firmly that is known."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Literal, NamedTuple

from generator.extract.quotes import speakers
from generator.extract.quotes.attribution import Attribution
from generator.extract.quotes.marks import Stretch
from generator.extract.quotes.paragraph import Paragraph
from generator.extract.quotes.people import kind_of
from generator.extract.quotes.reported import Said, find_reported
from generator.extract.quotes.sequence import Turn
from generator.extract.quotes.speakers import Discourse
from generator.extract.quotes.tokens import Token
from generator.lexicons import listed, mapping, words, wordset
from generator.model import Article, Evidence, Quote, Span
from generator.text import Word, words_of

Class = Literal["quotation", "fragment", "scare", "title", "echo", "nested"]
# up to this many words a stretch that nobody is said to have spoken is a word held at arm's length
SCARE_WORDS = 4
# a title of a work is seldom longer
TITLE_WORDS = 9
# a sentence that is quoted whole has at least this many words, unless its attribution says that it is spoken
SENTENCE_WORDS = 4
# and where nobody is named, with a capital, a full stop of its own, and at least this many
SHORTEST_SENTENCE = 3
# attributions that stand right beside the words: they can introduce nothing but speech
SPOKEN = frozenset(
    {"introduced", "inverted", "follows", "continued", "sentence before", "colon", "goes on", "named later"}
)

_SENTENCE = re.compile(r"[\[(…. ]*[A-Z\d\u00c0-\u00de\u0391-\u042f]")
_CALLED = frozenset(("call", "calls", "called", "named", "dubbed"))
_OF_WORK = frozenset(("of", "in", "on", "from", "with"))  # the making of “Night Train”


class Judged(NamedTuple):
    """The class of a stretch, and the reason where it isn't a quotation."""

    kind: Class
    because: str = ""
    key: str = ""
    """The words for comparison: small letters, single spaces, no punctuation."""


def classify(paragraph: Paragraph, at: int, said: str, by: Attribution | None, earlier: Iterable[str]) -> Judged:
    """Return the class of the words quoted at a token, given who speaks them and the words quoted before."""
    words = words_of(said)
    count = len(words)
    first = paragraph.sentence_of(at)[0] == at
    key = " ".join(w.low for w in words)
    if _is_title(paragraph.tokens, at, words, by):
        return Judged("title", "it is the title of a work", key)
    if by is None and count and any(f" {key} " in f" {e} " for e in earlier):
        return Judged("echo", "the same words are quoted before", key)
    sentence = _SENTENCE.match(said) is not None
    ends = said.endswith((".", "?", "!", "…"))
    alone = by is None and sentence and ends and (count >= SHORTEST_SENTENCE or first)
    named = not first and count > 1 and _has_capitals(words)  # starred in “The Big Wave.”
    if by is None and (named or (count <= SCARE_WORDS and not alone)):
        return Judged("scare", "nobody is said to have spoken it, and it is no sentence", key)
    spoken = by is not None and by.rule in SPOKEN
    whole = alone or (by is not None and sentence and (count >= SENTENCE_WORDS or spoken or first))
    return Judged("quotation" if whole or (spoken and count >= SENTENCE_WORDS) else "fragment", "", key)


def _has_capitals(words: Sequence[Word]) -> bool:
    """Tell whether words are written as a title has them: ``Night of the Hunter``."""
    small = wordset("quotes-small-in-titles")
    rest = (w.text[0].isupper() or w.text[0].isdigit() or w.low in small for w in words)
    return words[0].text[0].isupper() and all(rest)


def _is_title(tokens: Sequence[Token], at: int, words: Sequence[Word], by: Attribution | None) -> bool:
    """Tell whether words that all have capitals are called a work's name, by what stands before or behind them."""
    if not 0 < len(words) <= TITLE_WORDS or not _has_capitals(words):
        return False
    k = max(at - 1 - (at > 1 and tokens[at - 1].text == ","), 0)
    before = tokens[k]
    several = len(words) > 1
    called = before.low in _CALLED and (several or before.is_capital)  # Called “Clean Water,” the plan …
    work = (
        several and tokens[at - 1].text == "," and before.low in listed("quotes-works")
    )  # wrote a book, “Night Train,”
    held = several and at and by is not None and tokens[at - 1].named  # told the Lower House “Committee on Peace”
    if called or work or held:
        return True
    behind = tokens[at + 1 : at + 3]  # “Night Train” director Ann Lee
    makers = len(behind) > 1 and behind[0].is_kind("person") and not behind[0].is_capital and behind[1].is_capital
    if several and (before.low in _OF_WORK or before.part == "genitive" or makers):
        return True
    noun = tokens[k - 1].low if before.low in _CALLED and k else before.low
    aside = at + 2 < len(tokens) and tokens[at + 1].text == "," and tokens[at + 2].is_a("det", "poss")
    told = takewhile(lambda t: t.is_word, tokens[at + 2 : at + 6]) if aside else ()
    return any(word in listed("quotes-works") for word in (noun, *(t.low for t in told)))


_STATEMENTS = words("quotes-statements")
_HEDGES = words("quotes-hedges")

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
        because=mapping("quotes-reasons")[turn.by.rule],
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
