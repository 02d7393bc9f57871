"""Who a sentence says speaks its quotations."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.quotes import phrases, subjects
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.paragraph import Paragraph
from generator.extract.quotes.phrases import Phrase, can_speak
from generator.extract.quotes.tokens import Token
from generator.lexicons import wordset
from generator.text import forms

# how far behind a quotation its attribution may begin
REACH = 40
# how many words may stand between "his call to" and the words quoted
NOUN_REACH = 8


class Attribution(NamedTuple):
    """Who speaks a quotation, the cue as a token range, and the rule that says so."""

    subject: Phrase
    cue: tuple[int, int]
    rule: str


def attributed(cue: Cue, subject: Phrase, rule: str) -> Attribution:
    """Return an attribution by a verb of speech."""
    return Attribution(subject, (cue.first, cue.last), rule)


class Place(NamedTuple):
    """A quotation in its sentence: its token, the sentence's range, the sentence's cues."""

    at: int
    first: int
    end: int
    cues: list[Cue]


def attribute(paragraph: Paragraph) -> tuple[Attribution | None, ...]:
    """Return the attribution of each outer stretch of a paragraph that its own sentence states."""
    found: list[Attribution | None] = [None] * len(paragraph.stretches)
    for first, end in paragraph.sentences:
        quotes = [i for i in range(first, end) if paragraph.tokens[i].stretch >= 0]
        if quotes:
            known = paragraph.spoken_in(first, end)
            for i in quotes:
                place = Place(i, first, end, known)
                found[paragraph.tokens[i].stretch] = _attribution(paragraph.tokens, place)
    return tuple(found)


def _attribution(tokens: Sequence[Token], place: Place) -> Attribution | None:
    if tokens[place.first].is_a("sub") and place.at > place.first:
        order = (_inverted, _introduced, _governed, _noun, _follows, _later, _according, _unlisted)
    else:
        order = (_inverted, _follows, _introduced, _noun, _governed, _later, _according, _unlisted)
    found = [a for rule in order if (a := rule(tokens, place))]
    return next((a for a in found if can_speak(tokens, a.subject)), found[0] if found else None)


def _introduced(tokens: Sequence[Token], place: Place) -> Attribution | None:
    """Find ``Lam said, “…”``, ``Lam added: “…”``, ``Lam told reporters that “…”``."""
    i = place.at - 1
    if i < place.first or tokens[i].text not in (",", ":") or tokens[i].stretch >= 0:
        return None
    near = [(c, c.subject) for c in reversed(place.cues) if c.last <= i and c.subject and _clear(tokens, c.last, i)]
    near.sort(key=lambda one: one[1].kind == "relative" and one[0].last < i and not one[0].verb.is_a("tells"))
    return next((attributed(c, subject, "introduced") for c, subject in near), None)


def _clear(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether no other quotation stands between a cue and the words quoted."""
    return all(t.stretch < 0 for t in tokens[first:end])


def _inverted(tokens: Sequence[Token], place: Place) -> Attribution | None:
    """Find ``“…,” said the mayor``."""
    i = _behind(tokens, place)
    cue = next((c for c in place.cues if c.first == i and c.verb.form != "ing"), None)
    if cue is None or cue.subject is None or cue.subject.first < i or not _set_off(tokens, place):
        return None
    return attributed(cue, cue.subject, "inverted")


def _set_off(tokens: Sequence[Token], place: Place) -> bool:
    """Tell whether words quoted are divided from what follows, so that an attribution can begin there."""
    said = tokens[place.at].text.rstrip("'’\"”")
    return (
        said.endswith((",", ".", "?", "!", "…", "-", "—", "–"))
        or _behind(tokens, place) > place.at + 1
        or place.at == place.first
    )


def _behind(tokens: Sequence[Token], place: Place) -> int:
    i = place.at + 1
    return i + 1 if i < place.end and tokens[i].text in (",", "–", "—", "-") and tokens[i].stretch < 0 else i


def _follows(tokens: Sequence[Token], place: Place) -> Attribution | None:
    """Find ``“…,” the mayor said`` and ``“…,” Ann Lee, the mayor, told the council``."""
    i = _behind(tokens, place)
    for cue in place.cues if _set_off(tokens, place) else ():
        passed_on = tokens[cue.first - 1].low == "as"  # the paper quoted Lee as saying
        absolute = cue.verb.form == "ing" and not (passed_on or tokens[cue.first - 1].is_a("aux", "not"))
        if cue.first <= i or cue.first - i > REACH or cue.subject is None or absolute:
            continue
        if _is_relayed(tokens, place):
            return None
        led = cue.subject.kind == "name" or cue.subject.first == i or tokens[i].is_a("adv")
        if passed_on or (led and cue.subject.kind != "relative" and _leads(tokens, i, cue.subject.first)):
            return attributed(cue, cue.subject, "follows")
        if not _clear(tokens, i, cue.first):
            return None
    return None


def _is_relayed(tokens: Sequence[Token], place: Place) -> bool:
    """Tell whether words stand in a clause that somebody before said: ``Lee said it was “a loss,” Acme reported``."""
    told = [c for c in place.cues if c.last <= place.at and c.subject and c.subject.last <= c.first]
    if told and all(t.text == "," for t in tokens[told[-1].last : place.at]):
        return True  # they chanted, “Go home,” witnesses reported
    clauses = (tokens[c.last : place.at] for c in told if c.verb.is_a("says"))
    small = tokens[place.at].text[0].islower()
    return small and any(all(t.text != "," and t.stretch < 0 for t in clause) for clause in clauses)


def _leads(tokens: Sequence[Token], i: int, first: int) -> bool:
    """Tell whether only words of the same noun phrase stand before a subject: ``[former Acme lawyer] Ann Lee said``."""
    between = tokens[i:first]
    joined = all(phrases.content(t) or t.is_a("det", "poss", "adv") or t.text in ",'’s" for t in between)
    joined = joined and all(t.part != "verb" for t in between)
    return i <= first and joined and all(t.low != "that" for t in between)


def _according(tokens: Sequence[Token], place: Place) -> Attribution | None:
    return according(tokens, place.first, place.end)


_ACCORDING = {words[0]: words for words in (["according", "to"], ["in", "the", "words", "of"])}


def according(tokens: Sequence[Token], first: int, end: int) -> Attribution | None:
    """Find ``according to the mayor``, ``in the words of the mayor``."""
    low = [t.low for t in tokens[first : end + 1]]
    for n in range(end - 2 - first):
        told = _ACCORDING.get(low[n], ())
        behind = first + n + len(told)
        if told and low[n : n + len(told)] == told and (subject := phrases.forward(tokens, behind, end)):
            named = subjects.beside(tokens, subject, end)
            return Attribution(named or subject, (first + n, behind), "according")
    return None


def _governed(tokens: Sequence[Token], place: Place) -> Attribution | None:
    """Find the nearest verb of speech before the words quoted in the same sentence."""
    behind = tokens[place.at + 1] if place.at + 1 < place.end else None
    if tokens[place.at - 1].part == "genitive" and behind and behind.part == "noun":
        return None  # told the station's “Who was it?” show
    for cue in reversed(place.cues):
        if cue.last > place.at or cue.subject is None:
            continue
        between = tokens[cue.last : place.at]
        denied = any(t.speech and t.denied and not t.group.finite for t in between if t.group)  # denied saying “…”
        told = cue.verb.is_a("firm") or _beside_words(tokens, cue, place)
        if told and not (denied or _commented(tokens, cue, place)):
            return attributed(cue, cue.subject, "governed")
    return None


def _beside_words(tokens: Sequence[Token], cue: Cue, place: Place) -> bool:
    """Tell whether a verb that only sometimes means speech stands right before the words: ``One banner read “…”``."""
    between = tokens[cue.last : place.at]
    if cue.subject is None or tokens[cue.subject.first].low == "it" or not can_speak(tokens, cue.subject):
        return False
    if cue.verb.is_a("says") and tokens[cue.last].low == "that":
        return True
    near = len(between) <= 1 and all(t.low in ("of", "about") for t in between)
    return near and cue.verb.word.lemma in wordset("quotes-beside-words")


def _commented(tokens: Sequence[Token], cue: Cue, place: Place) -> bool:
    """Tell whether the article itself goes on between a verb of speech and the words quoted: ``, reflecting a “…”``."""
    if cue.verb.form == "ing" and cue.verb.is_a("comments-ing"):
        return True
    commented = False
    for k in range(cue.last, place.at):
        if tokens[k].text == "," and tokens[k].stretch < 0:
            follows = tokens[k + 1]
            told = follows.speech and follows.is_a("firm") and not follows.is_a("comments-ing")
            commented = follows.part == "ing" and follows.low != "according" and not told
    return commented


def _noun(tokens: Sequence[Token], place: Place) -> Attribution | None:
    """Find ``his call to “…”``, ``the mayor's promise of a “…”``."""
    near = range(place.at - 1, max(place.first, place.at - NOUN_REACH), -1)
    i = next((i for i in near if tokens[i].low in forms("said")), place.first)
    if i == place.first or not (tokens[i + 1].part in ("prep", "to", "that") or tokens[i + 1].text in (":", ",")):
        return None
    own = phrases.Phrase(i - 1, i, "pronoun", i - 1) if tokens[i - 1].is_a("poss") else None
    found = phrases.backward(tokens, place.first, i - 1) if tokens[i - 1].part == "genitive" else own
    return Attribution(found, (i, i + 1), "noun") if found else None


def _later(tokens: Sequence[Token], place: Place) -> Attribution | None:
    """Find an attribution that closes the sentence: ``It is “dead” and buried, the mayor said``."""
    for cue in place.cues:
        if cue.first <= place.at or cue.subject is None or cue.subject.first <= place.at:
            continue
        before = tokens[cue.subject.first - 1]
        apart = before.text in (",", "–", "—") or (before.stretch >= 0 and _set_off(tokens, place))
        if (cue.inverted and tokens[cue.first - 1].text == ",") or (apart and cue.subject.kind != "relative"):
            return attributed(cue, cue.subject, "later")
    return None


def _unlisted(tokens: Sequence[Token], place: Place) -> Attribution | None:
    """Find ``The nominee riffed: “…”``, whatever the verb."""
    before = tokens[place.at - 1] if place.at > place.first else None
    if any(cue.last == place.at - 1 for cue in place.cues):
        return None  # It was nine when a voice said, “…”
    if before is not None and before.text in (":", ","):
        subject = subjects.main_subject(tokens, place.first, place.at - 1)
        label = subject is None or (tokens[subject.last].text == ":" and subject.last < place.at - 1)  # Name: …
        words = tokens[place.at].text
        if before.text == "," and (not words.endswith((".", "?", "!", "…", ",")) or " " not in words.strip(" .")):
            return None  # Pandora, “small” by the measure of moons; Orre and its friends, “Our Best Game”
        return Attribution(subject, (place.at - 1, place.at), "colon") if subject and not label else None
    return None
