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
from generator.render.lookup import Lookup
from generator.render.standing import main_verb
from generator.text import Sentence, words_of
from generator.text.phrases import NounPhrase

LITTLE = 0.35
"""Share of the words of a line that neither page nor titles have used, up to which it tells what is known.

Of 300 lines of 19 real folders, marked by reading, it takes away 20 that say in other words what another one has said,
or nothing, and 8 that an editor keeps."""


def in_order(lines: Iterable[Line], about: Focus) -> tuple[Line, ...]:
    """Return lines on the occasion in the order of time, those of one day as the articles tell them.

    What has no date is of the day of the first line, or, of an article that is days away from it, of its own.
    """
    lead = about.lead.date if about.lead else None
    day = lead or (about.occasion.date if about.occasion else None) or about.newest
    told = {}
    for line in lines:
        dated = line.date or next((d.value for d in line.times if d.value), None)
        written = value_of(about.centre.lookup.articles[line.words.article].published) or ""
        known = not dated and day and written and edtf.precision(written) == "day"
        apart = known and abs(edtf.days_between(written, day) or 0) > AROUND
        labelled = about.centre.lookup.labels[line.words.article].endswith(readable(written))
        told[replace(line, reported=written if apart and not labelled else "")] = dated or (written if apart else day)
    return tuple(sorted(told, key=lambda x: (edtf.sort_key(told[x]), about.centre.place(x.words)[1] or 0)))


def fresh(lines: Iterable[Line], told: Iterable[Evidence], about: Focus, most: int) -> tuple[Line, ...]:
    """Return the first lines that were not told before, nor among themselves."""
    return tuple(line for line, _ in zip(untold(lines, told, about), range(most), strict=False))


def untold(lines: Iterable[Line], told: Iterable[Evidence], about: Focus) -> Iterator[Line]:
    """Yield the lines whose sentences, and any much like them, were not told before, nor among themselves."""
    centre = about.centre
    places = {centre.place(e) for e in (*told, *about.told)}
    passages = [centre.printed(e) for e in told]
    heard = heard_in(passages, about)

    def another(line: Line, told: Evidence) -> bool:
        """Tell whether a line that is much like a told sentence tells another happening: days apart, or of others."""
        place = centre.place(told)
        mine, theirs = about.events_at.get(centre.place(line.words), ()), about.events_at.get(place, ())
        if any(event in theirs for event in mine):
            return False
        days = [e.date for e in theirs if place in map(centre.place, e.told)]
        return _is_of_other_day(line, days) or _count_otherwise(line.words, told)

    for line in lines:
        # a line of an event rests on its own words: a sentence that tells it may tell another one as well
        cited = {centre.place(e) for e in (line.words, *(() if line.event else line.evidence))}
        passage = centre.printed(line.words)
        near = [p for p in passages if passage.likeness(p) >= TOLD]
        again = any(not another(line, p.sentence) for p in near) or (not line.date and adds_little(passage, heard))
        if not again and not cited & places and not points_back(line, about.known, centre.lookup):
            yield line
            places |= cited
            passages.append(passage)
            heard.update(passage.weights)


def heard_in(passages: Iterable[Passage], about: Focus) -> set[str]:
    """Return the stems of what the titles, the first line and other lines of the page speak of."""
    return {*about.known, *(s for p in passages for s in p.weights)}


def adds_little(passage: Passage, heard: AbstractSet[str]) -> bool:
    """Tell whether words hold little that was not heard, and no new number."""
    new = [stem for stem in passage.weights if stem not in heard]
    return len(new) <= LITTLE * len(passage.weights) and not any(stem[0].isdigit() for stem in new)


def _is_of_other_day(line: Line, days: Sequence[str | None]) -> bool:
    """Tell whether a line is dated days apart from all that a sentence tells: *he resigned over the recall*."""
    return bool(line.date and days) and all(edtf.is_before(line.date, d) or edtf.is_before(d, line.date) for d in days)


def points_back(line: Line, known: AbstractSet[str], lookup: Lookup) -> bool:
    """Tell whether a line is about *the footage*, of which neither the page's first line nor a headline speaks."""
    sentence = lookup.grammar(line.words)
    phrase = _described(sentence, line.words.span) if sentence else None
    if sentence is None or phrase is None:
        return False
    head = sentence.words[phrase.head]
    return head.lemma not in wordset("unique") and head.stem not in known


def _described(sentence: Sentence, span: Span) -> NounPhrase | None:
    """Return the subject of words if it is a description of what was told before: *the bank*."""
    phrase = _subject(sentence, span)
    if phrase is None or sentence.low(phrase.first) != "the" or phrase.kind != "description":
        return None
    inside = range(phrase.first + 1, phrase.end)
    named = any(sentence.parts[i] in ("name", "number") or sentence.words[i].capital for i in inside)
    return None if named else phrase


def _subject(sentence: Sentence, span: Span) -> NounPhrase | None:
    """Return the noun phrase right before the main verb of words, if it hangs on nothing before it."""
    verb, first = main_verb(sentence, span), sentence.within(span)[0]
    found = [p for p in sentence.phrases if verb and first <= p.first and p.end <= verb.first]
    if not found or verb is None or any(sentence.parts[i] != "adv" for i in range(found[-1].end, verb.first)):
        return None
    last = found[-1]
    return last if last.first == first or sentence.parts[last.first - 1] != "prep" else None


def _count_otherwise(one: Evidence, other: Evidence) -> bool:
    """Tell whether two tellings have numbers, but none in common: *arrested two*, and later *have arrested five*."""
    mine, theirs = (
        {numerals().get(w.low, w.low) for w in words_of(x.text) if w.shape == "number" or w.low in numerals()}
        for x in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs
