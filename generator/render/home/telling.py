"""Which lines may still be told: what the page has told already is told once, and what points back has to be known."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from generator import edtf
from generator.lexicons import numerals, wordset
from generator.model import Evidence, Span, value_of
from generator.render.dates import readable
from generator.render.home.centre import TOLD, Passage
from generator.render.home.focus import Focus
from generator.render.home.lines import Line
from generator.render.home.occasion import AROUND
from generator.text import read_text, words_of
from generator.text.standing import described, led, meant

POINTERS = ("this", "these", "those", "that")
"""What shows something: told before, or nowhere on the page."""
RELATIVE = ("who", "whose", "which", "that", "of", "in", "with")
"""What behind *those* tells itself whom it means."""
CENTRAL, MAIN = 0.3, 0.39
"""Share of the words that the story's origins use, beside the sentence that has most, from which words are on it; and
from which they tell what happened. Chosen on 209 lines that an editor judged: of 130 that he kept they take away 14,
of 79 that he dropped 28."""
FEW = 3
"""Articles of a story from which on the words that they share tell what it is about."""
LITTLE = 0.35
"""Share of the words of a line that neither page nor titles of its day have used, up to which it tells what is known.

Of 300 lines of 19 real folders, marked by reading, it takes away 20 that say in other words what another one has said,
or nothing, and 8 that an editor keeps."""


def in_order(lines: Iterable[Line], about: Focus) -> tuple[Line, ...]:
    """Return lines on the occasion in the order of time, those of one day as the articles tell them.

    What has no date is of the day of the first line, or, of an article that is days away from it, of its own.
    """
    lead = (about.lead.date if about.lead else None) or (about.occasion.date if about.occasion else None)
    day = about.newest if not lead or edtf.is_before(about.newest, lead) else lead
    told = {}
    for line in lines:
        dated = line.date or next((d.value for d in line.times if d.value), None)
        written = value_of(about.centre.lookup.articles[line.words.article].published) or ""
        known = not dated and day and written and edtf.precision(written) == "day"
        apart = known and abs(edtf.days_between(written, day) or 0) > AROUND
        labelled = about.centre.lookup.labels[line.words.article].endswith(readable(written))
        told[replace(line, reported=written if apart and not labelled else "")] = dated or (written if apart else day)
    return tuple(sorted(told, key=lambda x: (edtf.sort_key(told[x]), about.centre.place(x.words)[1] or 0)))


def fresh(
    lines: Iterable[Line], told: Iterable[Evidence], about: Focus, most: int, *, least: float = CENTRAL
) -> tuple[Line, ...]:
    """Return the first lines that were not told before, nor among themselves."""
    return tuple(line for line, _ in zip(untold(lines, told, about, least=least), range(most), strict=False))


def untold(
    lines: Iterable[Line], told: Iterable[Evidence], about: Focus, *, little: float = LITTLE, least: float = CENTRAL
) -> Iterator[Line]:
    """Yield the lines whose sentences, and any much like them, were not told before, nor among themselves.

    Up to a share ``little`` of new words, a line adds nothing; below a share ``least`` of the words that the story's
    origins use it is on something else.
    """
    centre = about.centre
    places = {centre.place(e) for e in (*told, *about.told)}
    passages = [centre.printed(e) for e in told]
    printed = {*about.headlined, *(s for e in (*told, *about.told[:1]) for s in centre.printed(e).weights)}
    heard = {*about.known, *printed}

    def another(line: Line, told: Evidence) -> bool:
        """Tell whether a line that is much like a told sentence tells another happening: days apart, or of others."""
        place = centre.place(told)
        mine, theirs = about.events_at.get(centre.place(line.words), ()), about.events_at.get(place, ())
        if any(event in theirs for event in mine):
            return False
        days = [e.date for e in theirs if place in map(centre.place, e.told)]
        if not days and line.date and about.first and not about.is_on_at(line.date):
            return True  # of years ago
        return _is_of_other_day(line, days) or _count_otherwise(line.words, told)

    for line in lines:
        # a line of an event rests on its own words: a sentence that tells it may tell another one as well
        cited = {centre.place(e) for e in (line.words, *(() if line.event else line.evidence))}
        passage = centre.printed(line.words)
        near = [p for p in passages if passage.likeness(p) >= TOLD]
        again = any(not another(line, p.sentence) for p in near)
        again = again or (not line.date and adds_little(passage, printed, little))
        again = again or (about.are_several and len(about.own) >= FEW and about.share(passage) < least)
        if not again and not cited & places and not points_back(line, heard | about.theme, about):
            yield line
            places |= cited
            passages.append(passage)
            heard.update(passage.weights)
            printed.update(passage.weights)


def adds_little(passage: Passage, heard: AbstractSet[str], little: float = LITTLE) -> bool:
    """Tell whether words hold little that was not heard, and no new number."""
    new = [stem for stem in passage.weights if stem not in heard]
    return len(new) <= little * len(passage.weights) and not any(stem[0].isdigit() for stem in new)


def _is_of_other_day(line: Line, days: Sequence[str | None]) -> bool:
    """Tell whether a line is dated days apart from all that a sentence tells: *he resigned over the recall*."""
    return bool(line.date and days) and all(edtf.is_before(line.date, d) or edtf.is_before(d, line.date) for d in days)


def points_back(line: Line, heard: AbstractSet[str], about: Focus) -> bool:
    """Tell whether a sentence is about *the footage*, of which neither page nor headlines speak.

    Or words mean what was told elsewhere: *these projects*, *to make this happen*.
    """
    lookup, span = about.centre.lookup, line.words.span
    sentence = lookup.grammar(line.words)
    phrase = described(sentence, span) if sentence else None
    head = sentence.words[phrase.head] if sentence and phrase else None
    many = head and not line.whole and "plural" in head.kinds  # the crews, somebody said
    if head and not many and head.lemma not in wordset("unique") and head.stem not in heard:
        return True
    opening = led(sentence, span) if sentence and line.whole else None
    if sentence and opening and any(stem not in heard for stem in meant(sentence, opening)):
        return True  # in the towel was a bird
    dates = [d.span for d in lookup.findings[line.words.article].dates if d.span.start in range(span.start, span.end)]
    spoken = set(heard)
    for one in read_text(lookup.articles[line.words.article]).sentences:
        inside = range(*one.within(span)) if one.span.start < span.end and span.start < one.span.end else ()
        for i in inside:
            points = one.low(i) in POINTERS and one.parts[i] == "det"
            shown = points and not any(d.holds(Span(one.starts[i], one.ends[i])) for d in dates)
            noun = next((one.words[p.head].stem for p in one.phrases if p.first == i and p.head != i), "")
            if shown and one.low(i + 1) not in RELATIVE and noun not in spoken:
                return True
            spoken.add(one.words[i].stem)
    return False


def _count_otherwise(one: Evidence, other: Evidence) -> bool:
    """Tell whether two tellings have numbers, but none in common: *arrested two*, and later *have arrested five*."""
    mine, theirs = (
        {numerals().get(w.low, w.low) for w in words_of(x.text) if w.shape == "number" or w.low in numerals()}
        for x in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs
