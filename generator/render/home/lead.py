"""The line that tells what the front page is about: the main happening, or the story's newest state."""

import re
from dataclasses import replace
from itertools import groupby, islice

from generator import edtf
from generator.model import value_of
from generator.render.home.centre import COPIED, Centre, Passage
from generator.render.home.focus import RECENT, Focus, is_background, is_over, told_by
from generator.render.home.lines import Line, line_of, sentence_line, tells_past
from generator.render.home.occasion import OPENING, may_report, newest, story_of, together
from generator.render.home.weights import Weights
from generator.render.lookup import Lookup, first_of_each
from generator.text import words_of
from generator.text.standing import main_verb

PAST, LOWER_DOWN = 0.4, 0.15
"""What a sentence is worth more that tells what happened, and less with each above it."""
PLAIN, LONG = 40, 0.01
"""Words of a lead that are taken in at once, and what it is worth less with each more."""
TITLED, SURE = 0.5, 0.5
"""Share of the words of its own title that the newest news has, or how likely an editor takes it, at least: a look back
begins with a scene, or tells the end of something aside."""

_WOULD = re.compile(r"\bwould\b")  # said it would sell: behind the news


def focus(weights: Weights) -> Focus:
    """Return what the page is about: an occasion, or where none is told by many, what most have at their top."""
    lookup = weights.lookup
    read = tuple(i for i, article in lookup.articles.items() if not article.unread)
    story = story_of(lookup, read)
    occasion = newest(lookup, story)
    occasions = together(occasion, lookup) if occasion else ()
    told_by = tuple(dict.fromkeys(a for o in occasions for a in o.articles)) or story
    articles = tuple(a for a in told_by if not occasion or may_report(a, occasion, lookup)) or told_by
    centre = Centre(lookup, tuple(dict.fromkeys((*articles, *story, *read))))
    known = {e.id: e for e in lookup.briefing.events}
    events = tuple(known[i] for o in occasions for i in o.events)
    told = story if set(articles).intersection(story) else articles
    about = Focus(occasion, events, None, articles, told, centre)
    main, latest = _lead(about, weights.origins), _latest(about)
    again = main and latest and centre.printed(main.words).likeness(centre.printed(latest.words)) >= COPIED
    return replace(about, lead=main if again else latest or main)


def _latest(about: Focus) -> Line | None:
    """Return the newest news, where the story has gone on for more than a week since its occasion or first article."""
    day, lookup = (about.occasion.date if about.occasion else None) or about.first, about.centre.lookup
    if not day or not about.newest or (edtf.days_between(day, about.newest) or 0) <= RECENT:
        return None
    written = [(value_of(lookup.articles[a].published) or "", a) for a in about.story]
    late = sorted(((d, a) for d, a in written if (edtf.days_between(day, d) or 0) > RECENT), reverse=True)
    for _, same in groupby(late, key=lambda x: x[0]):
        line = opening(tuple(a for _, a in same), lookup, RECENT)
        if line and _is_sure(line, about.centre):
            return replace(line, evidence=told_by(about.centre.printed(line.words), about.centre))
    return None


def _is_sure(line: Line, centre: Centre) -> bool:
    """Tell whether the first line of an article tells its news, as its title does, of somebody who is named."""
    lookup, span = centre.lookup, line.words.span
    sentence = lookup.grammar(line.words)
    verb = main_verb(sentence, span) if sentence else None
    if sentence is None or verb is None:
        return False
    before = (p for p in sentence.phrases if p.end < verb.first and sentence.parts[max(p.first - 1, 0)] != "prep")
    if sentence.parts[verb.first - 1] == "pron" and all(sentence.parts[p.head] != "name" for p in before):
        return False  # on Monday it shut the mine
    titled = {w.stem for w in words_of(value_of(lookup.articles[line.words.article].title) or "") if not w.closed}
    alike = titled & centre.stems(line.words)
    sure = len(alike) >= TITLED * len(titled) or lookup.salience.worth(line.words) >= SURE
    return bool(alike) and sure and tells_past(line, lookup)


def opening(articles: tuple[str, ...], lookup: Lookup, most: int = 0) -> Line | None:
    """Return the sentence at the top of some articles that tells best what most of them tell.

    What was more than ``most`` days before its article, where they are told, is no news (``is_background``).
    """
    about = Focus(None, (), None, articles, articles, Centre(lookup, articles))
    return _lead(about, len(lookup.independence.articles(articles)), most)


def _lead(about: Focus, origins: int, most: int = 0) -> Line | None:
    """Return the line that tells the main happening: of the first event the one that names most, else an opening."""
    if line := _told_event(about):
        return line
    centre, events = about.centre, about.events
    old = {centre.place(e) for e, _ in centre.lookup.disputes.outdated}
    stories = groupby(about.passages, key=lambda p: p.sentence.article)
    top = (p for _, story in stories for p in islice(story, OPENING))
    recent = (p for p in top if not is_background(p, about, most))
    openings = [(p, x) for p in recent if (x := sentence_line(p, centre.lookup)) and not is_over(x, about)]
    openings = [o for o in openings if centre.place(o[0].sentence) not in old] or openings
    best = max(openings, key=lambda o: _newsworthy(o[0], o[1], about, origins), default=None)
    if best is None:
        return None
    first = centre.original(best[0])
    line = replace(sentence_line(first, centre.lookup) or best[1], evidence=told_by(first, centre))
    told = events and centre.place(line.words) in {centre.place(e) for e in events[0].evidence}
    return replace(line, date=events[0].date, because=events[0].because, event=events[0].id) if told else line


def _told_event(about: Focus) -> Line | None:
    if not about.events:
        return None
    first, lookup = about.events[0], about.centre.lookup
    same = (e for e in about.events if e.date == first.date and set(e.people) >= set(first.people))
    told = (line for e in same if (line := line_of(e, lookup)) and line.whole)

    def clear(line: Line) -> tuple[bool, bool, bool, int]:  # no party's own, nor that somebody confirmed it
        own = about.centre.is_report(about.centre.printed(line.words))
        return tells_past(line, lookup), _is_plain(line), not own, len(lookup.named_in(line.words))

    best = max(told, key=clear, default=None)
    if best is None:
        return None
    cited = (e for e in (*best.evidence, *first.evidence) if e.article in about.articles)
    return replace(best, evidence=first_of_each(cited) or best.evidence)


def _newsworthy(passage: Passage, line: Line, about: Focus, origins: int) -> float:
    """Return how surely a sentence is the news: titles and other origins tell it, it is past, and high up."""
    alike = sum(a for a, _ in about.centre.nearest(passage).values()) / max(origins - 1, 1)
    own = about.centre.is_report(passage)
    sentence, span = about.centre.lookup.grammar(line.words), line.words.span
    verb = main_verb(sentence, span) if sentence else None
    before = verb is not None and verb.aspect == "perfect" and verb.tense == "past"  # had introduced the chip
    past = tells_past(line, about.centre.lookup) and not before and not _WOULD.search(line.words.text)
    told = about.headed(passage) + about.are_several * about.share(passage) + alike + PAST * past
    told += about.centre.lookup.salience.worth(line.words)
    return told - LOWER_DOWN * (about.height(passage) + own) - LONG * max(len(line.words.text.split()) - PLAIN, 0)


def _is_plain(line: Line) -> bool:
    """Tell whether words can be taken in at once: they begin like a sentence and aren't long."""
    words = line.words.text
    return not words[0].islower() and len(words.split()) <= PLAIN
