"""One utterance in several wordings: in quotation marks here, reported there, translated otherwise elsewhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.lexicons import listed
from generator.link.content_words import senses_of, stems_of
from generator.link.differences.card import Parts, Question, card, reading, speaker
from generator.link.differences.corpus import Corpus
from generator.link.differences.marks import LONG, MARKED, SIDES, is_phrase, is_unmarked, topic
from generator.model import SAME_TIME_DAYS, Difference, Evidence, Kind, Quote, Utterance, Verdict
from generator.text.runs import gaps, shared_words

FEWEST = 3
"""Words of meaning that a quotation must have in order to be compared; fewer are a name or a turn of phrase."""
SAME_WORDS = 0.9
"""Share of the shorter wording's words that must agree where one is reported, or cut with dots or brackets."""
OTHER_WORDS, SHARED = 0.5, 3
"""Share and number of the shorter one's words that recur in another wording of it."""
NEARLY = 0.8
"""Share of the shorter one's words from which two wordings are of one occasion, whatever is named around them."""
NEAR = 2
"""Sentences on both sides of a quotation that tell of its occasion."""
AS_LONG = 0.7
"""Share of the longer wording's length from which neither may have a word of denial that the other lacks."""

_POINTS, _DENIED = ".,;:!?“”\"'()", "not"
_NO_DENIAL = re.compile(r"\b(?:nothing (?:less|but|short)|not (?:only|just)|no (?:doubt|less))\b")  # not only the sea
_PUT_IN = re.compile(r"\[[^\]]{0,80}\]")  # “[the airline] apologises”
_CUT = ("[", "...", "…", ". . .")
_TOLD = (
    "The same speaker is cited with words of the same meaning. Words that differ may be other translations; words "
    "without quotation marks are the source's own report."
)


def quoted(corpus: Corpus) -> Iterator[Difference]:
    """Compare the versions of each utterance that several sources give."""
    for utterance in corpus.briefing.utterances:
        if len({q.article for q in utterance.versions}) > 1:
            yield from _wordings(corpus, utterance)


def _wordings(corpus: Corpus, utterance: Utterance) -> Iterator[Difference]:
    """Yield a card for each marked quotation that another source gives otherwise, the longest first."""
    pieces = [q for q in utterance.versions if len(stems_of(q.words.text)) >= FEWEST]
    pieces.sort(key=lambda q: (q.kind not in MARKED, -len(stems_of(q.words.text)), q.words.text, q.article, q.span))
    told: defaultdict[str, list[Quote]] = defaultdict(list)
    for main in pieces:
        if main.kind not in MARKED or main in told[main.article] or not is_phrase(corpus, main):
            continue
        sides: dict[str, list[Quote]] = {SIDES.marked: [main]}
        for other in pieces:
            if other.article == main.article or any(other.words.span.holds(t.words.span) for t in told[other.article]):
                continue  # told already, or a report around words that are told with their quotation marks
            side = _side(corpus, main, other)
            split = side == SIDES.otherwise and any(_is_same(q, other) for q in pieces if q.article == main.article)
            if side and not split:  # “…,” she said. “…”: the other source has another piece of it
                told[other.article].append(other)
                sides.setdefault(side, []).append(other)
        if len(sides) > 1:
            yield _card(corpus, main, sides)


def _side(corpus: Corpus, main: Quote, other: Quote) -> str:
    """Return how a source gives what another quotes, or nothing where it gives something else."""
    if other.kind in MARKED and _is_same(main, other):
        return SIDES.marked
    if other.kind not in MARKED and _is_same(main, other):
        return SIDES.reported if is_unmarked(corpus, other.words) else ""
    meant = _is_meant(main.words.text, other.words.text) and _one_occasion(corpus, main, other)
    return SIDES.otherwise if meant else ""


def _one_occasion(corpus: Corpus, main: Quote, other: Quote) -> bool:
    """Tell whether two wordings can be of one occasion: of no other days, and with something named in common.

    At the next meeting the same minister says nearly the same words to somebody else.
    """
    apart = corpus.days_apart(main.article, other.article)
    if apart is not None and apart > SAME_TIME_DAYS:
        return False
    speakers = {e.id for q in (main, other) if q.speaker and (e := corpus.index.named(q.speaker))}
    mine, theirs = (corpus.around(q, NEAR) - speakers for q in (main, other))
    return not mine or not theirs or bool(mine & theirs) or _share(main.words.text, other.words.text) >= NEARLY


def _is_same(one: Quote, other: Quote) -> bool:
    """Tell whether two wordings are the same words, of which each may leave out the beginning or the end.

    What is reported, or cut with dots or brackets, may also leave out a little inside.
    """
    less, more = sorted((_letters(_PUT_IN.sub(" ", q.words.text)) for q in (one, other)), key=len)
    if less in more:
        return True  # oil fields, oilfields
    a, b = (_words(_PUT_IN.sub(" ", q.words.text)) for q in (one, other))
    runs = shared_words(a, b)
    same = sum(run.size for run in runs)
    loose = any(q.kind not in MARKED or any(c in q.words.text for c in _CUT) for q in (one, other))
    if not same or (loose and same < SAME_WORDS * min(len(a), len(b))):
        return False
    for gap in gaps(a, b, runs):
        cut = gap.one == gap.one_end or gap.other == gap.other_end
        at_end = 0 in (gap.one, gap.other) or (gap.one_end, gap.other_end) == (len(a), len(b))
        if not (cut and (loose or at_end)):
            return False
    return True


@lru_cache(maxsize=1 << 12)
def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> tuple[str, ...]:
    """Return the stems of the words of meaning, and a mark for each word of denial."""
    told = (w.strip(_POINTS) for w in _NO_DENIAL.sub(" ", text.casefold().replace("’", "'")).split())
    return tuple(s for w in told for s in ((_DENIED,) if w in listed("link-negations") else stems_of(w)))


def _share(one: str, other: str) -> float:
    a, b = (Counter(senses_of(_words(text))) for text in (one, other))
    return (a & b).total() / min(a.total(), b.total())


def _is_meant(one: str, other: str) -> bool:
    """Tell whether two wordings say the same: most words of a long one, or all that a short one means.

    *Fight the tolls* and *keep the tolls* are two statements, however much they share.
    """
    a, b = (Counter(senses_of(_words(text))) for text in (one, other))
    shared, least = (a & b).total(), min(a.total(), b.total())
    if a[_DENIED] != b[_DENIED] and least > AS_LONG * max(a.total(), b.total()):
        return False
    return shared >= max(SHARED, OTHER_WORDS * least if least >= LONG else least)


def _card(corpus: Corpus, main: Quote, sides: dict[str, list[Quote]]) -> Difference:
    of = topic(corpus, main)
    begun = of.endswith("…")
    parts = Parts(who=speaker(corpus, main), what="" if begun else of, label=of if begun else "")
    question = Question(Kind.QUOTATION, parts, Verdict.WORDING, _TOLD)
    given = ((side, sides[side]) for side in SIDES if side in sides)
    return card(question, (reading(corpus, side, [_shown(corpus, q) for q in found]) for side, found in given))


def _shown(corpus: Corpus, quote: Quote) -> Evidence:
    """Return the quotation with its marks, or the sentence that reports the words."""
    line = corpus.line_of(quote)
    if quote.kind in MARKED or line is None:
        return corpus.article(quote.article).cite(quote.span)
    return line.sentence
