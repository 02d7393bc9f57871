"""How what somebody said is told: the speaker, the verb that the source uses, the words."""

import re
from dataclasses import dataclass

from generator.lexicons import compiled
from generator.model import Evidence, Quote, Span
from generator.render.lookup import Lookup
from generator.text import Sentence, entries, words_of
from generator.text.gender import gender
from generator.text.standing import OWN_VOICE, leans

_HEADLESS = ("verb", "inner", "participle", "comma")
"""What words begin with whose subject is cut off: ``said … but apologized``."""
_SAID_OF = ("him", "her", "them")
"""Pronouns of whom words are told, and who seldom says them."""
_POINTING = compiled("pointing-words")  # that nobody understands without the sentence before
_PERSONAL = re.compile(r"(?i)(?:that\ )?(s)?he\b")
_GENDERS = {"he": "m", "she": "f"}
LINKS = ("that", "to", "prep")
"""What joins what is told to its verb: *that*, *to*, *for*, *on*."""
TELLING = 3
"""Words, besides those of grammar, of a quotation that says something: not *I think there is a chance of it*."""
PLAIN = "said"
_PASTS = {e.lemma: e.forms["past"][0] for e in entries("speech") if "past" in e.forms}
ADDRESSING = ("tell", "inform")
"""Verbs that need the hearer, who isn't printed."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement to print behind its speaker's name: ``said [that …]``, ``urged [an acceleration …]``.

    ``verb`` is the source's own, in the past where the source has it in *-ing*; ``words`` is a slice of the source that
    follows it; ``quoted`` tells whether the words stand in quotation marks there, ``whole`` whether they begin it.
    """

    verb: str
    words: Evidence
    quoted: bool
    whole: bool = False


def told(quote: Quote, lookup: Lookup) -> Told | None:
    """Return how a statement is told, or None where its verb isn't known or its words don't stand behind a name."""
    sentence = lookup.grammar(quote.cue) if quote.cue else None
    verb = verb_told(quote.cue, sentence) if quote.cue and sentence else ""
    if not verb or sentence is None:
        return None
    if quote.pronoun and quote.pronoun.text.casefold() in _SAID_OF:
        return None
    if quote.kind in ("quotation", "nested"):
        bare = not sentence.verbs_in(quote.words.span) and lookup.grammar(quote.words) is sentence
        telling = {w.stem for w in words_of(quote.words.text) if w.shape in ("word", "number") and not w.closed}
        points = bare or len(telling) < TELLING or _POINTING.match(quote.words.text) or quote.words.text[0].islower()
        return None if points else Told(verb, trimmed(quote.words, lookup), quoted=True)
    return _reported(quote, verb, sentence, lookup) if quote.kind == "reported" and not _is_other(quote) else None


def _reported(quote: Quote, verb: str, sentence: Sentence, lookup: Lookup) -> Told | None:
    begins, cue = sentence.parts[sentence.within(quote.words.span)[0]], quote.cue
    torn = quote.words.text.count('"') % 2 or quote.words.text.count("“") != quote.words.text.count("”")
    if cue is None or torn or begins in _HEADLESS or leans(sentence, quote.words.span, pronouns=False):
        return None
    if quote.words.span.start < cue.span.end:
        whole = sentence.verbs_in(quote.words.span) and not OWN_VOICE.search(quote.words.text)
        opens = quote.words.text[0].isupper() and sentence.within(quote.words.span)[0] <= sentence.story
        return Told(verb, trimmed(quote.words, lookup), quoted=False, whole=opens) if whole else None
    words = lookup.articles[quote.article].cite(Span(_start(sentence, quote), quote.words.span.end))
    return Told(verb, trimmed(words, lookup), quoted=False)


def _is_other(quote: Quote) -> bool:
    """Tell whether reported words begin with a *he* that can't be the speaker: ``Ana says he pushed her``."""
    opening = _PERSONAL.match(quote.words.text)
    speaker = quote.pronoun or quote.speaker
    word = speaker.text.split()[0] if speaker else ""
    known = _GENDERS.get(word.casefold()) or gender(word)
    return bool(opening and known and known != ("f" if opening[1] else "m"))


def trimmed(words: Evidence, lookup: Lookup) -> Evidence:
    """Return words without the comma that joined them to their verb."""
    end = words.span.end - 1 if words.text.endswith(",") and len(words.text) > 1 else words.span.end
    return lookup.articles[words.article].cite(Span(words.span.start, end))


def _start(sentence: Sentence, quote: Quote) -> int:
    """Return where what is told begins: at *that*, *to*, *for* before the words, else at the words themselves."""
    last = sentence.within(quote.words.span)[0] - 1
    behind = quote.cue is not None and sentence.starts[last] >= quote.cue.span.end
    return sentence.starts[last] if behind and sentence.parts[last] in LINKS else quote.words.span.start


def verb_told(cue: Evidence, sentence: Sentence) -> str:
    """Return the verb of a cue as it stands behind a name in the past: ``urged``, ``emphasised`` for its -ing."""
    first, end = sentence.within(cue.span)
    group = next((g for g in sentence.verbs if g.first < end and first <= g.head), None)
    head = sentence.words[group.head if group else end - 1]
    if group is None and "speech" not in head.kinds:
        return ""
    if head.lemma in ADDRESSING:
        return PLAIN
    finite = group is not None and group.finite
    helped = finite and group and ("have" in sentence.parts_of(group) or sentence.words[group.first].lemma == "do")
    if group and (helped or ("ing" in head.kinds and not finite)):
        return _PASTS.get(head.lemma, PLAIN)
    if group and finite:
        return " ".join(sentence.words[i].text for i in range(group.first, group.head + 1))
    return head.text if head.kinds & {"past", "present"} else ""
