"""The turns of an interview or a hearing: lines that begin with who speaks."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.quotes.paragraph import Paragraph
from generator.extract.quotes.tokens import Token
from generator.lexicons import listed
from generator.model import Article, Block, Quote, Span
from generator.text.gender import gender

ASKED = frozenset(("q", "a", "q.", "a.", "question", "answer"))
SPOKEN = ("paragraph", "item", "heading")
# words of a name with its titles, at most; its colon stands no further, if what they belong to follows
LONGEST = 5
FARTHEST = 16
# a transcript has at least so many turns, of which somebody has two
FEWEST = 3
BOLD = ("*", "_")
# who asks in at least two turns and in one of so many, asks for others to answer
ASKS = 3


class Turn(NamedTuple):
    """A line that begins with who speaks: their name, the first token of the words, and whether they ask."""

    who: Sequence[Token]
    words: int
    asks: bool

    @property
    def called(self) -> str:
        """How somebody is called again: by the last word of a name."""
        return self.who[-1].low

    @property
    def initials(self) -> str:
        """How a paper or a programme is called again."""
        return "".join(t.low[0] for t in self.who) if len(self.who) > 1 else ""


def turns_of(told: Sequence[tuple[Block, Paragraph]]) -> dict[int, Turn]:
    """Return the turns by the number of their block: of a transcript, if somebody is known there or one side asks."""
    people = {t.low for _, p in told for t in p.tokens if t.name and t.name.kind == "person"}
    lines = {n: line for n, (b, p) in enumerate(told) if b.kind in SPOKEN and (line := _line(p.tokens))}
    short = {line.called for line in lines.values()}
    called = {n: line.initials if line.initials in short else line.called for n, line in lines.items()}
    times = Counter(called.values())
    asked = Counter(called[n] for n, line in lines.items() if line.asks)
    who = {label for label, n in asked.items() if n > 1 and n * ASKS >= times[label]}
    known = {n for n, line in lines.items() if _is_somebody(line.who, people)}
    sides = {label for label, n in times.items() if n > 1}
    plain = sides & {called[n] for n, line in lines.items() if n not in known and _is_plain(line.who)}
    if not ((len(known) >= FEWEST and any(times[called[n]] > 1 for n in known)) or (who and sides - who and not plain)):
        return {}
    spoken = {n: line for n, line in lines.items() if times[called[n]] > 1 or n in known}
    return {n: line._replace(asks=called[n] in who) for n, line in spoken.items()}


def _line(tokens: Sequence[Token]) -> Turn | None:
    """Return a line before whose colon there stands a name, perhaps with what or whose its bearer is."""
    first = next((k for k in range(min(FARTHEST, len(tokens))) if tokens[k].text not in BOLD), 0)
    if tokens[first : first + 2] and tokens[first].text in ("Q.", "A."):
        return Turn(tokens[first : first + 1], first + 1, tokens[-1].text == "?")
    ends = (k for k in range(first + 1, min(first + FARTHEST, len(tokens) - 1)) if tokens[k].text == ":")
    colon = next(ends, None)
    if colon is None:
        return None
    aside = (k for k in range(first, colon) if tokens[k].text in ("(", ","))  # ANN VALE (Liberals), ANN VALE, HOST
    who = tokens[first : next(aside, colon)]
    words = [t for t in who if t.text != "."]  # MR. BERG
    shouted = who and all(t.text.isupper() for t in words)
    if not words or len(words) > LONGEST or not all(t.is_capital for t in words):
        return None
    if who[-1] is not tokens[colon - 1] and tokens[colon - 1].text != ")" and not shouted:
        return None
    behind = next((k for k in range(colon + 1, len(tokens)) if tokens[k].text not in BOLD), colon + 1)
    last = next((t.text for t in reversed(tokens) if t.text not in BOLD), "")
    return Turn(words, behind, last == "?")


def _is_somebody(who: Sequence[Token], people: set[str]) -> bool:
    """Tell whether a label is a name of the article's, a title or *Q*."""
    loud = all(t.text.isupper() for t in who)
    titled = loud and (who[0].low == "the" or any(t.is_kind("person") for t in who))  # THE ACCUSED: …
    known = who[-1].low in people or (len(who) > 1 and who[-1].is_kind("person")) or titled  # but: Guest: Ann Lee
    return known or bool(gender(who[0].low)) or (len(who) == 1 and who[0].low in ASKED)


def _is_plain(who: Sequence[Token]) -> bool:
    """Tell whether a label is made of words that head a part of any text: ``Pros: … Cons: …``."""
    return all(t.low in listed("names-common") and not t.is_kind("person") for t in who)


def utterance(article: Article, block: Block, tokens: Sequence[Token], turn: Turn) -> Quote:
    """Return a turn of a transcript as a quotation; who asks states nothing, and ``Q`` and ``A`` are nobody's name."""
    words = article.cite(Span(tokens[turn.words].start, block.span.end))
    named = not turn.asks and turn.who[-1].low not in ASKED
    unknown = "who asks makes no statement" if turn.asks else "the text doesn't say who asks and answers"
    return Quote(
        **article.at(words.span.start, words.span.end),
        words=words,
        kind="quotation",
        speaker=article.cite(Span(turn.who[0].start, turn.who[-1].end)) if named else None,
        firmness="direct quotation" if named else "article's own voice",
        because="the line begins with the speaker and a colon" if named else unknown,
    )
