"""Findings ──▶ agreements: the sentences that tell that something was agreed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.lexicons import wordset
from generator.model import RUNNING, Agreed, Findings, Name, Span
from generator.text import Sentence, read_text
from generator.text.parts import UNREAD

LONGEST = 90  # tokens of a sentence beyond which the beginning and the end have little to do with each other
SPOKEN = ("quotation", "nested")
"""Kinds of quotations whose words are somebody's own; what they claim isn't told by the article."""

Voice = Literal["active", "perfect", "passive", "participle", ""]
"""How a past form is used; empty where it tells no act: denied, planned, merely possible, or an attribute."""

_DIVIDERS = frozenset(("comma", "break", "open", "close", "quote"))


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence, the names in it, and the spans of what is quoted."""

    sentence: Sentence
    names: tuple[Name, ...]
    spoken: tuple[Span, ...]

    def at(self, i: int) -> str:
        """Return the token at a place in small letters, empty outside of the sentence."""
        return self.sentence.low(i)

    def any(self, name: str, start: int, end: int) -> bool:
        """Tell whether a word of a set stands between two places."""
        return any(w.low in wordset(f"agreements-{name}") for w in self.sentence.words[max(start, 0) : max(end, 0)])

    def denies(self, start: int, end: int) -> bool:
        """Tell whether *no*, *not* or *without* stands between two places."""
        denying = ("no", "not")
        between = self.sentence.words[max(start, 0) : max(end, 0)]
        return any(w.low == "without" or not w.kinds.isdisjoint(denying) for w in between)


def find_agreements(findings: Findings) -> Findings:
    """Add the sentences that tell an act of agreeing, with the words that tell it; needs the names and quotations."""
    return replace(findings, agreements=tuple(_found(findings)))


def _found(findings: Findings) -> Iterator[Agreed]:
    article = findings.article
    text = read_text(article)
    names = text.by_sentence(findings.names)
    quotes = [q for q in findings.quotes if q.kind in SPOKEN]
    for n, sentence in enumerate(text.sentences):
        if sentence.kind in RUNNING and len(sentence) <= LONGEST:
            spoken = tuple(q.words.span for q in quotes if q.words.span.meets(sentence.span))
            cue = _act_in(_Told(sentence, names[n], spoken))
            if cue:
                yield Agreed(**article.at(sentence.span.start, sentence.span.end), cue=article.cite(cue))


def _clause_start(told: _Told, i: int) -> int:
    """Return where the clause of a token begins: behind the last sign, or ``but``, before it."""
    parts = told.sentence.parts
    while i > told.sentence.story and parts[i - 1] not in _DIVIDERS and told.at(i - 1) != "but":
        i -= 1
    return i


def _voice(told: _Told, i: int) -> Voice:
    """Return how the past form at a place is used."""
    if told.at(i - 1) in ("and", "or") and told.at(i - 2) in wordset("agreements-formal"):
        return _voice(told, i - 2)  # was exchanged and signed
    if told.sentence.parts[i] == "participle":
        return "participle" if told.at(i - 1) == "," and told.at(i + 1) in wordset("agreements-when") else ""
    group = next((g for g in told.sentence.verbs if g.head == i), None)
    if group is None or not group.happened:
        return ""
    if group.voice == "passive":
        return "passive"
    return "perfect" if group.aspect else "active"


OBJECT = 11
"""Words behind a verb among which its object stands: ``signed, in the presence of both presidents, an agreement``."""
SUBJECT = 14  # words before a passive verb among which its subject stands
SEVERAL = 2

_MORE_OBJECTS = {"signed": "signable", "exchanged": "exchanged"}
"""Sets of objects that make an act of agreeing of one verb only: ``signed a plan``, but ``adopted a plan``."""
_BY_HAND = frozenset(("signed", "initialled", "initialed", "ratified"))
"""Verbs that tell an act of agreeing whatever their subject, if several do it."""

_EFFECTS = {"took": ("effect",), "came": ("into",), "entered": ("into", "force"), "went": ("into",)}
_FORCE = frozenset(("", "force", "effect", "on", "in", "last", "at"))  # what follows ``took effect``, ``came into``


def _act_in(told: _Told) -> Span | None:
    """Return the span of the first words that tell an act of agreeing, or None.

    Told means: in the past or the perfect, by the article itself; no plan, wish, refusal, condition or doubt, and no
    mere mention of a document by which something else is told (``the treaty signed in 2015 has had no effect``).
    """
    sentence = told.sentence
    for i, word in enumerate(sentence.words):
        rule = _RULES.get(word.low)
        if rule is None or sentence.parts[i] == UNREAD:
            continue
        span = Span(sentence.starts[i], sentence.ends[i])
        if not any(s.holds(span) for s in told.spoken) and rule(told, i) and _is_told(told, i):
            return span
    return None


def _is_told(told: _Told, i: int) -> bool:
    """Tell whether nothing in the clause before a verb, or between it and its object, takes the act back."""
    start = _clause_start(told, i)
    if told.any("open", start, i) or told.denies(start, i):
        return False
    return not (told.any("nested", start, i) and told.at(i - 1) in ("has", "have"))


def _signed(told: _Told, i: int) -> bool:
    """Read ``signed a treaty``, ``has concluded accords``, ``a charter was adopted``, ``a deal, signed on Friday,``."""
    loose = told.at(i) in wordset("agreements-formal")
    more = _MORE_OBJECTS.get(told.at(i), "")
    used = _voice(told, i)
    if used == "participle":
        return _document(told, i - 6, i, loose=False)
    if used == "passive":
        return _document(told, max(i - SUBJECT, 0), i, loose=loose) or (
            told.at(i) in _BY_HAND
            and told.at(i + 1) == "by"
            and told.any("party", i + 2, i + 6)  # by the two delegations
        )
    if not used or told.at(i + 1) == "up":  # signed up for alerts
        return False
    end = _object_end(told, i)
    known = _document(told, i + 1, end, loose=loose) or told.any(more, i + 1, end)
    return known and not told.denies(i + 1, end)


def _document(told: _Told, start: int, end: int, *, loose: bool) -> bool:
    """Tell whether a document stands between two places; a loose one may be another thing after other verbs."""
    return told.any("document", start, end) or (loose and told.any("loose", start, end))


def _object_end(told: _Told, i: int) -> int:
    end = i + 1
    while end < min(i + OBJECT, len(told.sentence)) and told.at(end) not in (";", ":", "but", "after", "while", "said"):
        end += 1
    return end


def _agreed(told: _Told, i: int) -> bool:
    """Read ``agreed to buy``, ``agreed on a fund``, ``agreed a price``, ``agreed that``, ``was agreed``."""
    used, following = _voice(told, i), told.at(i + 1)
    if used in ("", "participle"):
        return False
    if used == "passive":
        return True
    if _document(told, i + 1, i + 8, loose=False) and following in ("to", "on", "upon", "a", "an", "the"):
        return not told.denies(i + 1, i + 8)
    if following == "to":
        return _is_party(told, i)
    if following in ("on", "terms", "that", "a", "an", "the") or (
        following == "upon" and told.at(i + 2) in ("a", "the")
    ):
        return _are_several(told, i)
    return False


def _subject(told: _Told, i: int) -> tuple[int, int]:
    return max(_clause_start(told, i), i - SUBJECT), i


def _named(told: _Told, i: int, kinds: tuple[str, ...]) -> int:
    """Return how many names of some kinds stand in the subject of a verb."""
    start, end = _subject(told, i)
    first, last = told.sentence.starts[start], told.sentence.starts[end]
    return len({n.norm for n in told.names if n.kind in kinds and first <= n.span.start < last})


def _is_party(told: _Told, i: int) -> bool:
    """Tell whether the subject can bind itself: a state, a body, or several people."""
    start, end = _subject(told, i)
    if told.any("others", start, end):
        return False
    body = told.any("party", start, end) or told.any("singular", start, end)
    return body or _named(told, i, ("organisation", "place")) > 0 or _are_several(told, i)


def _are_several(told: _Told, i: int) -> bool:
    """Tell whether the subject is several who agree with each other."""
    start, end = _subject(told, i)
    if told.any("others", start, end):
        return False
    pronoun = told.at(end - 1) == "they" or told.at(start) == "they"
    return pronoun or told.any("party", start, end) or _named(told, i, ("organisation", "place", "person")) >= SEVERAL


def _committed(told: _Told, i: int) -> bool:
    """Read ``both sides have committed themselves``: a promise that several give each other."""
    start, end = _subject(told, i)
    mutual = told.any("both", start, end) and told.any("party", start, end)
    return _voice(told, i) in ("active", "perfect") and mutual and told.at(i + 1) in ("themselves", "to")


def _witnessed(told: _Told, i: int) -> bool:
    """Read ``witnessed the signing of 14 agreements``, ``oversaw the exchange of letters``."""
    if _voice(told, i) not in ("active", "perfect"):
        return False
    signing = next((n for n in range(i + 1, i + 8) if told.at(n) in wordset("agreements-signing")), None)
    return signing is not None and _document(told, signing + 1, signing + 10, loose=True)


def _took_effect(told: _Told, i: int) -> bool:
    """Read ``the pact took effect``, ``the treaty entered into force``."""
    if told.at(i + 1) not in _EFFECTS[told.at(i)] or told.at(i + 2) not in _FORCE:
        return False
    return _voice(told, i) in ("active", "perfect") and _document(told, max(i - SUBJECT, 0), i, loose=False)


_RULES: dict[str, Callable[[_Told, int], bool]] = {
    "agreed": _agreed,
    **dict.fromkeys(sorted(wordset("agreements-formal") | wordset("agreements-approving")), _signed),
    **dict.fromkeys(sorted(wordset("agreements-mutual")), _committed),
    **dict.fromkeys(sorted(wordset("agreements-witness")), _witnessed),
    **dict.fromkeys(_EFFECTS, _took_effect),
}
