"""How many were killed, hurt, arrested, … in what an article reports."""

from collections.abc import Iterator

from generator import edtf
from generator.lexicons import listed, numerals, wordset
from generator.link.content_words import deeds_counted
from generator.link.differences.claims.claim import Told, words_of
from generator.link.differences.corpus import Corpus, Line
from generator.model import SAME_TIME_DAYS, Attribute, Date, Figure
from generator.text import Sentence, VerbGroup, read_text

OPENING = 10
"""Sentences at the beginning of an article, its headline included, that tell the toll of its news."""
REACH = 8
"""Tokens between people and their verb."""
RISES = 6
"""Tokens before the number of a toll among which stands that it rises to it."""

_ASKED = {
    "death": "How many {} died?",
    "injury": "How many {} were hurt?",
    "hospital": "How many {} were taken to hospital?",
    "arrest": "How many {} were arrested?",
    "rescue": "How many {} were rescued?",
    "missing": "How many {} are missing?",
    "homeless": "How many {} lost their homes?",
    "evacuation": "How many {} were brought to safety?",
    "aboard": "How many {} were on board?",
}
_ANYBODY = frozenset(
    ("people", "person", "other", "victim", "civilian", "casualty", "resident", "life", "dead", "body", "fatality", "")
)
"""Who is counted where the words don't say more: soldiers, children and attackers are counted by themselves."""
_OF_NOUNS = frozenset(("death", "injury", "arrest", "fatality", "body", "casualty", "wound"))
_OTHER_TIME = frozenset(("earlier", "previous", "previously", "ago", "since", "another", "separate"))
"""Lemmas of a clause that tells of something else than the news."""
_BETWEEN = frozenset(("adv", "prep", "det", "to", "adj", "number", "symbol"))
"""Between a verb and the people that it is done to: ``killed at least four``, ``killing as many as ten``."""
_BEHIND = frozenset(("prep", "name", "noun", "det", "adj", "adv", "poss", "genitive", "number", "conj"))
_SUFFERS = frozenset(("die", "perish", "drown", "miss"))
_NOBODY = frozenset(("nobody", "no", "none"))
_OF_OTHERS = frozenset(("%", "percent", "years", "days"))
_RISES = frozenset(("rise", "climb", "reach", "stand", "grow", "jump", "increase", "pass", "hit"))


def tolls(corpus: Corpus, article: str) -> Iterator[Told]:
    """Yield what an article tells of the people that its news concerns, in reading order."""
    found = corpus.findings[article]
    text = read_text(found.article)
    inside = text.by_sentence(found.figures)
    for index, sentence in enumerate(text.sentences[:OPENING]):
        line = corpus.line(article, index)
        if corpus.is_story(line):
            yield from _summed(corpus, line, sentence)
            yield from _nobody(corpus, line, sentence)
            yield from _of_people(corpus, line, sentence, inside[index])


def _of_people(corpus: Corpus, line: Line, s: Sentence, figures: tuple[Figure, ...]) -> Iterator[Told]:
    for figure in figures:
        counted = _counted(s, figure) if figure.kind == "count" and figure.value is not None else None
        if counted and _is_now(corpus, line, s, s.within(figure.span)[0]):
            yield Told(Attribute.TOLL, "", counted, line, words_of(figure), float(figure.value or 0), figure)


def _summed(corpus: Corpus, line: Line, s: Sentence) -> Iterator[Told]:
    """Yield what a sentence gives as the death toll: ``the toll from the fire rose to at least six``."""
    toll = next((i for i, w in enumerate(s.words) if w.lemma in ("toll", "number")), len(s))
    rises = next((i for i in range(toll + 1, len(s)) if s.words[i].lemma in _RISES), len(s))
    near = range(rises + 1, min(rises + RISES, len(s)))
    number = next((i for i in near if s.parts[i] == "number" and value_of(s.low(i)) is not None), None)
    said = (d for i in range(toll, rises) if (d := _deed_of(s, i)))
    deed = "death" if s.low(toll) == "toll" else next(said, None)
    torn = number is not None and s.parts[number + 1 : number + 2] == ("number",)  # rose to 1 500
    if (
        number is None
        or deed is None
        or torn
        or s.low(number + 1) in _OF_OTHERS
        or not _is_now(corpus, line, s, number)
    ):
        return
    hedge = number - len(("at", "least")) if s.low(number - 1) in ("least", "most") else number
    words = " ".join(s.words[i].text for i in range(hedge, number + 1))
    yield Told(Attribute.TOLL, "", _ASKED[deed].format("people"), line, words, value_of(s.low(number)) or 0.0)


def _nobody(corpus: Corpus, line: Line, s: Sentence) -> Iterator[Told]:
    """Yield that nobody came to harm: ``nobody was hurt``, ``no injuries were reported``."""
    for verb in s.verbs:
        subject = next((i for i in range(max(0, verb.first - 3), verb.first) if s.low(i) in _NOBODY), None)
        deed = _deed_of(s, verb.head) or _deed_of(s, verb.first - 1)
        if subject is not None and deed and not verb.modality and _is_now(corpus, line, s, verb.first):
            words = " ".join(s.words[i].text for i in range(subject, verb.end))
            yield Told(Attribute.TOLL, "", _ASKED[deed].format("people"), line, words, 0.0)


def value_of(number: str) -> float | None:
    """Return the number that a word stands for, or None."""
    parts = [numerals().get(part, part).replace(",", "") for part in number.split("-")]  # twenty-six
    return float(sum(map(int, parts))) if all(part.isdecimal() for part in parts) else None


def _counted(s: Sentence, figure: Figure) -> str | None:
    """Return the question that a figure answers, or None where it counts no people that something happens to."""
    first, end = s.within(figure.span)
    phrase = next((p for p in s.phrases if p.first <= first < p.end), None)
    start, stop, head = (phrase.first, phrase.end, phrase.head) if phrase else (first, end, end - 1)
    partial = listed("figures-partial") - {"least"}
    if any(s.low(i) in partial and s.low(i + 1) != "than" for i in range(max(0, start - 3), stop)):
        return None
    kin = s.low(start - 1) == "of" and s.words[start - 2].lemma in wordset("kin")  # families of three who died
    if kin or _shares(s, stop):
        return None
    deed = _aboard(s, start, stop) or _by_noun(s, start, stop) or _by_verb_before(s, start, stop) or _by_verb(s, stop)
    who = "" if s.parts[head] == "number" else s.words[head].lemma
    if deed is None or not (who in _ANYBODY | _OF_NOUNS or "person" in s.words[head].kinds or who in deeds_counted()):
        return None
    return _ASKED[deed].format("people" if who in _ANYBODY | _OF_NOUNS or who in deeds_counted() else s.words[head].low)


def _shares(s: Sentence, stop: int) -> bool:
    """Tell whether another part of one sum follows: ``nine people in Arua and six in Gulu``."""
    behind = range(stop, min(stop + REACH, len(s) - 2))
    return any(s.parts[i] == "conj" and s.parts[i + 1] == "number" and s.parts[i + 2] == "prep" for i in behind)


def _aboard(s: Sentence, start: int, stop: int) -> str | None:
    """Read ``86 people on board``, ``92 passengers aboard``, ``a ferry carrying 86 people``."""
    behind = [s.low(i) for i in range(stop, min(stop + 2, len(s)))]
    verb = next((v for v in reversed(s.verbs) if v.end <= start), None)
    carried = verb is not None and verb.end == start and s.words[verb.head].lemma == "carry" and _is_fact(verb)
    return "aboard" if carried or behind[:1] == ["aboard"] or behind == ["on", "board"] else None


def _by_noun(s: Sentence, start: int, stop: int) -> str | None:
    """Read ``four dead bodies``, ``two fatalities``, ``120 wounded``."""
    return next(
        (d for i in range(start, min(stop + 1, len(s))) if (d := _deed_of(s, i)) and s.parts[i] != "verb"), None
    )


def _by_verb_before(s: Sentence, start: int, stop: int) -> str | None:
    """Read ``killing at least four civilians``, ``left 4,000 homeless``."""
    verb = next((v for v in reversed(s.verbs) if v.end <= start), None)
    if verb is None or not _is_fact(verb) or verb.voice == "passive":
        return None
    if start - verb.end > REACH or any(s.parts[i] not in _BETWEEN for i in range(verb.end, start)):
        return None
    if s.words[verb.head].lemma == "leave":
        return next((d for i in range(stop, min(stop + 2, len(s))) if (d := _deed_of(s, i))), None)
    return _deed_of(s, verb.head)


def _by_verb(s: Sentence, stop: int) -> str | None:
    """Read ``four people in Kunduz were killed``, ``84 people have been taken to hospital``."""
    verb = next((v for v in s.verbs if v.first >= stop), None)
    if verb is None or not _is_fact(verb) or verb.first - stop > REACH:
        return None
    if any(s.parts[i] not in _BEHIND for i in range(stop, verb.first)):
        return None
    if verb.voice == "passive" or s.words[verb.head].lemma in _SUFFERS:
        deed = _deed_of(s, verb.head)
        if deed is None and s.low(verb.end) == "to" and s.low(verb.end + 1) == "hospital":
            return "hospital"
        return deed or _deed_of(s, verb.end)  # "were feared dead", "were left homeless"
    if s.words[verb.head].lemma == "lose" and {"life", "lives"} & {s.low(verb.end), s.low(verb.end + 1)}:
        return "death"  # "26 people have lost their lives"
    return _deed_of(s, verb.end) if "be" in s.words[verb.head].kinds else None


def _is_fact(verb: VerbGroup) -> bool:
    return not verb.denied and not verb.modality and verb.tense != "future"


def _deed_of(s: Sentence, i: int) -> str | None:
    return deeds_counted().get(s.low(i)) if i < len(s) else None


def _is_now(corpus: Corpus, line: Line, s: Sentence, first: int) -> bool:
    """Tell whether a clause speaks of the article's own news: of its days, and of no other time or place."""
    at = next((n for n, c in enumerate(s.clauses) if c.start <= first < c.end), 0)
    if at and s.clauses[at].opener in ("rel", "that", "sub"):
        at -= 1  # "the strikes this month that left 30 dead", "it failed in 2020 after 11 patients died"
    inside = range(s.clauses[at].start, s.clauses[at].end) if s.clauses else range(len(s))
    inside = range(inside.start, max(inside.stop, first))
    if any(s.words[i].lemma in _OTHER_TIME for i in inside):
        return False
    start, end = s.starts[inside.start], s.ends[inside.stop - 1]
    dates = [d for d in line.dates if d.kind == "date" and d.span.start < end]
    published = corpus.published(line.article)
    return all(
        _is_recent(published, d) for d in dates if d.span.start >= start or s.token_at(d.span.start) == s.story + 1
    )  # "In 2011 the Pearl ran aground; two people died"


def _is_recent(published: str | None, date: Date) -> bool:
    """Tell whether a date is a day of the news: near the day of publication, or a weekday where that isn't known."""
    if date.value is None:
        return "W" in (date.offset or "")
    apart = edtf.days_between(published, date.value) if published else 0
    return edtf.precision(date.value) == "day" and apart is not None and abs(apart) <= SAME_TIME_DAYS
