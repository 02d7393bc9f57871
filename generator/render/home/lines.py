"""A line of the front page: words of a source, the day and place that they need, and what cites them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Date, Event, Evidence, Span, value_of
from generator.render.brackets import spelled
from generator.render.dates import readable
from generator.render.home.centre import Passage
from generator.render.lookup import Lookup
from generator.text import Sentence
from generator.text.standing import LINKING, OWN_VOICE, leans, main_verb, stands, untimed

FEWEST, MOST = 5, 50
"""Words of a line: fewer tell nothing, more aren't taken in."""

LEAST = -15.0
"""Points for that words can be read alone, of a line: of sentences with fewer one in nine can."""
AHEAD = ("to", "due")
"""What *was* leads to that was still to come."""

HEADLINE = 30
"""Words of a headline; most have 6 to 15."""

_BROKEN = re.compile(  # residue of a page, or what stands in the middle of a sentence
    r"""
      ^[@\#|*•›»/a-z]       # @durov We were alerted; according to the paper
    | ^\d+/\d              # 23/30 Earth observations
    | ^(?:[A-Z][A-Z'’]+[ ]){2,15}[A-Z][a-z]  # THE MOON GARDEN According to: a heading that runs on
    | ^(?:As\ a\ result|In\ fact|Now),   # As a result, it was closed
    | ^(?:[A-Z][A-Z'’.-]+[ ]?){1,4}:  # ANA LEE: The bus was late: a turn of a transcript
    | ^(?:What|How)\ an?\b  # What a fiasco: the agency got 500,000 complaints
    | ["”],?\ ?(?:s?he|they)\ [a-z]  # “It will burn up,” he said: somebody who was named before
    | ,\ (?:s?he|they)\ [a-z]{2,12}[.,]  # Most were saved, she said.
    | https?:|\bGETTY\b|\bImage\ (?:copyright|caption)\b
    """,
    re.VERBOSE,
)
_COUNTED = re.compile(r"(?i)\b(?:last|this|next|to(?:day|night|morrow)|yesterday)\b")  # last month
_ENDED = re.compile(r"[.!?…][\"”’')\]]*$")
_BEGINS_SINGLE = re.compile(r"(?:^|[\s(])['‘](?=\w)")  # he said 'we can
_ENDS_SINGLE = re.compile(r"(?<=[,.!?])['’](?=\s|$)")  # on the Moon,' he said
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")  # “we are safe”


@dataclass(frozen=True, slots=True)
class Line:
    """Words to print, with the date (EDTF) and the reason beside them, and what else tells the same.

    ``whole`` tells whether they are a sentence of their own; a happening that is only named isn't. ``event`` is the id
    of the event that they tell, or empty; ``times`` are the words of time that a reader of today would misread;
    ``reported`` is the day of the article, where it is days away from that of the page's first line.
    """

    words: Evidence
    evidence: tuple[Evidence, ...]
    whole: bool = True
    date: str | None = None
    because: str = ""
    event: str = ""
    times: tuple[Date, ...] = ()
    reported: str = ""


def line_of(event: Event, lookup: Lookup) -> Line | None:
    """Return an event as a line: its headline if it stands alone or names a happening; or None."""
    article = lookup.articles[event.headline.article]
    sentence = lookup.grammar(event.headline)
    if sentence is None or sentence.kind in ("caption", "title"):
        return None
    told = article.cite(sentence.span).text
    if not is_ended(told) and len(told.split()) > HEADLINE:
        return None  # one headline runs on into the next
    cut = untimed(sentence, event.headline.span, event.dates)
    named = event.kind and not sentence.verbs_in(cut) and not leans(sentence, cut)
    whole = cut if named or stands(sentence, cut) else event.headline.span  # "is to lift off in June"
    words = article.cite(whole)
    times = _relative(words, lookup, event.date)
    if times is None or not (named or (_fits(words.text) and stands(sentence, whole))):
        return None
    return Line(words, event.told, not named, event.date, event.because, event.id, times)


def sentence_line(passage: Passage, lookup: Lookup, *, undated: bool = False) -> Line | None:
    """Return a whole sentence as a line, without its dateline; None if it doesn't stand alone.

    Nor if it counts from a day that isn't known (*next month*), unless ``undated``: the page says so then.
    """
    article = lookup.articles[passage.sentence.article]
    sentence = lookup.grammar(passage.sentence)
    if sentence is None:
        return None
    span = _story(sentence)
    words = article.cite(span)
    if not _fits(words.text) or not _is_clean(spelled(passage.sentence, lookup)) or not stands(sentence, span):
        return None
    if lookup.salience.alone(words) < LEAST:
        return None
    times = _relative(words, lookup)
    if times is None and undated:
        times = tuple(d for d in counted(words, lookup) if d.value)
    return None if times is None else Line(words, (passage.sentence,), times=times)


def _relative(words: Evidence, lookup: Lookup, told: str | None = None) -> tuple[Date, ...] | None:
    """Return the words of time that count from the day of the article, but for what ``told`` says; None if unknown."""
    found = [d for d in counted(words, lookup) if d.value is None or d.value != told]
    if any(d.value is None for d in found):
        return None
    year = (value_of(lookup.articles[words.article].published) or "")[:4]
    return tuple(d for d in found if not _is_plain(d, year))


def counted(words: Evidence, lookup: Lookup) -> Iterator[Date]:
    """Yield the words of time that count from the day of the article, whether that is known or not.

    An hour and a night between two days need no day beside them, and of some it would be the wrong one.
    """
    inside = (d for d in lookup.findings[words.article].dates if words.span.holds(d.span))
    for date in (d for d in inside if d.rule != "clock" and d.text.casefold() != "overnight"):
        counted = date.kind == "date" and date.basis in ("relative", "computed")
        if counted or (date.value is None and _COUNTED.search(date.text)):
            yield date


def _is_plain(date: Date, year: str) -> bool:
    """Tell whether a day is named by number and month, in the article's own year, which the page's first line tells."""
    told = readable(date.value).split()
    return told[-1:] == [year] and set(told[:-1]) == set(date.text.replace(",", "").split())


def is_ended(words: str) -> bool:
    """Tell whether a sentence has its full stop; a headline, or a link to another story, has none."""
    return bool(_ENDED.search(words))


def _is_clean(words: str) -> bool:
    """Tell whether a sentence is whole, told by the article and no residue of its page."""
    own = OWN_VOICE.search(_QUOTED.sub("", words)) or _is_open(words)
    return is_ended(words) and not _BROKEN.search(words) and not own


def tells_past(line: Line, lookup: Lookup) -> bool:
    """Tell whether a line tells what happened: its main verb is in the past, or that of who says it."""
    sentence = lookup.grammar(line.words)
    verb = main_verb(sentence, line.words.span) if sentence else None
    if sentence is None or verb is None:
        return False
    if verb.aspect == "perfect" and verb.tense == "past" and sentence.words[verb.head].kinds & {"intends", "awaited"}:
        return False  # "had planned to visit"
    if sentence.words[verb.head].lemma == "be" and sentence.low(verb.end) in AHEAD:
        return False  # "was to visit", "had been due to visit"
    behind = range(verb.end, min(verb.end + 3, len(sentence)))
    if "denies" in sentence.words[verb.head].kinds and any("speech" in sentence.words[i].kinds for i in behind):
        return False  # "declined to answer questions"
    said = any("speech" in sentence.words[v.head].kinds and v.happened for v in sentence.verbs_in(line.words.span))
    ahead = verb.tense == "future" or verb.modality == "planned"
    return verb.happened or (said and not ahead)  # "will resume on Friday, she said"


def _fits(words: str) -> bool:
    return FEWEST <= len(words.split()) <= MOST


def _is_open(words: str) -> bool:
    """Tell whether a quotation begins or ends in words and does its other half elsewhere."""
    single = len(_ENDS_SINGLE.findall(words)) > len(_BEGINS_SINGLE.findall(words))
    return single or words.count("“") != words.count("”") or words.count('"') % 2 == 1


def _story(sentence: Sentence) -> Span:
    """Return a sentence without its dateline and without a *However,* that links it to the one before."""
    first = sentence.story if sentence.story < len(sentence) else 0
    linked = sentence.low(first) in LINKING and sentence.low(first + 1) == ","
    first += 2 if linked and first + 2 < len(sentence) else 0
    return Span(sentence.starts[first], sentence.span.end)
