"""Whether a verb of speech tells that somebody has made a statement."""

from collections.abc import Sequence

from generator.extract.quotes import phrases
from generator.extract.quotes.cues import Cue
from generator.extract.quotes.people import is_plural
from generator.extract.quotes.tokens import Token
from generator.lexicons import wordset

_GOVERNS = ("verb", "inner", "ing", "participle", "adj")


def has_spoken(tokens: Sequence[Token], cue: Cue, first: int) -> bool:
    """Tell whether a verb tells what was said: not ``will say``, ``means to``, ``if Lee says``, ``that Lee say``."""
    verb, group, subject = cue.verb, cue.verb.group, cue.subject
    if group is None or subject is None:
        return True
    k = group.first - 1
    if tokens[group.first].low == "to" and k > first:
        did = tokens[k].word.lemma in wordset("quotes-does-speak") | wordset("quotes-hearing")
        return group.tense != "future" and (did or tokens[k].part not in _GOVERNS)
    opens = tokens[phrases.before(tokens, subject)].low
    bare = verb.low == verb.word.lemma and subject.kind in ("name", "description") and not is_plural(tokens, subject)
    case = fronted(tokens, cue) in wordset("quotes-cases") and verb.form != "past"  # when Lee says that, I laugh
    return not (case or (opens == "that" and bare) or group.tense == "future" or group.modality)


def fronted(tokens: Sequence[Token], cue: Cue) -> str:
    """Return what opens the clause of a verb of speech where it goes before the main one: ``[while] Lee said``."""
    if cue.subject is None or cue.inverted or not cue.subject.first:
        return ""
    k = phrases.before(tokens, cue.subject)
    front = k == 0 or tokens[k - 1].part in ("comma", "conj", "sub", "adv", "stop")
    return tokens[k].low if front and tokens[k].is_a("sub", "wh") else ""


def speaks(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether the subject of a verb is somebody or something that can make a statement."""
    if cue.subject is None or not phrases.can_speak(tokens, cue.subject):
        return False
    head, opening = tokens[cue.subject.head], tokens[cue.subject.first]
    if cue.subject.kind in ("pronoun", "relative"):
        return opening.low in ("he", "she", "they", "it", "who")
    if head.is_kind("source") and not head.is_kind("person"):
        made = cue.verb.is_a("bodies-say") or cue.verb.form == "base"
        return made and opening.low not in ("this", "these", "each")
    # "Insights from the talks suggest": a common noun has its capital from the sentence only
    last = cue.subject.last
    common = last - cue.subject.first == 1 and last < len(tokens) and tokens[last].is_a("prep")
    return head.is_kind("person") or cue.subject.kind == "description" or not common
