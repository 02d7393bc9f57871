"""Whether a clause isn't what it was read as: it begins inside of another one, or lacks its verb."""

from __future__ import annotations

from itertools import accumulate

from generator.link.events.phrases import Phrase
from generator.link.events.words import CONDITIONS, VERBAL, Word
from generator.text.clauses import Clause

_CUT = frozenset(("prep", "to", "det", "poss", "genitive", "participle", "gerund", "rel"))
"""What stands before a phrase that begins inside of a longer one: ``known as [the Eagle of Lund] fled``."""
_TOLD = 6
"""Words in which a verb of saying stands before its *that*: ``told the paper in Arua that``."""
_ALSO_PREPOSITIONS = ("after", "before", "since", "until", "as")
_OPENS_MAIN = frozenset(("det", "poss", "name", "pron", "number"))
_PASSIVE = frozenset(("prep", "date", "sub"))
"""What stands behind a participle of the passive, which has no object."""


def is_misread(words: tuple[Word, ...], phrase: Phrase, clause: Clause) -> bool:
    """Tell whether a participle was read as the verb of a clause, or a noun of a list as its subject.

    ``Holm led the fair, a show opened in May``; ``a rule on plants and animals listed in May``; ``a report written for
    Peru, and sent to Chile, found that``; ``off the East and West coasts was``.
    """
    opener, subject = words[clause.start], words[phrase.start : clause.verb.first]
    if phrase.start < clause.start or not subject:
        return False
    several = "plural" in subject[-1].token.kinds and words[clause.verb.first].low in ("was", "is", "has")
    listed = [w.part for w in subject if w.part in ("prep", "conj")]
    if opener.part == "sub" and opener.low in _ALSO_PREPOSITIONS and "conj" in listed[1:]:
        return True  # "after a loss to Lund and Arua moved up"
    joined = opener.part == "conj" and words[clause.start - 1].part != "comma"
    if clause.verb.first != clause.verb.head or "participle" not in words[clause.verb.head].parts:
        return joined and several
    behind = words[clause.verb.end : clause.end + 1]
    following = [w for w in behind if w.part not in ("adv", "date")]
    if [w.low for w in following[:1]] == ["by"] and following[1:] and following[1].part in _OPENS_MAIN | {"noun"}:
        return True  # "case No. 12 filed this morning by Ana Ruiz"
    main = words[0].part in _OPENS_MAIN  # no "Days before the vote, the council"
    spliced = opener.part == "comma" and subject[0].part == "det" and (main or subject[0].low in ("a", "an"))
    return (spliced or joined) and next((w.part for w in behind if w.part != "adv"), "") in _PASSIVE


def begins_inside(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether a phrase begins in the middle of another, or inside an aside or a quotation."""
    before = words[phrase.start - 1] if phrase.start else None
    said = phrase.start > 1 and "speech" in words[phrase.start - 1].parts  # “…,” said [the mayor of a burnt town]
    if said and words[phrase.start - 2].part in ("quote", "comma"):
        return True
    if before is None or before.part != "that":
        cut = before is not None and (before.part in _CUT or before.low in CONDITIONS)
        verb = before is not None and before.part in VERBAL  # "became [the head of Norvik in May and left]"
        governed = verb and phrase.clause is not None and phrase.clause.opener != "said"
        first = words[phrase.start]
        clock = before is not None and before.text == ":" and first.text[0].isdigit() and not first.date  # "10:[03pm]"
        return cut or governed or clock
    of = words[phrase.start - 2] if phrase.start > 1 else before  # "a mission that the agency considered building"
    said = "said" in of.parts or any("speech" in w.parts for w in words[max(phrase.start - _TOLD, 0) : phrase.start])
    return of.part in ("noun", "name", "number") and not said


def lacks_verb(inside: tuple[Word, ...]) -> bool:
    """Tell whether a clause is without its verb, as one is of ``that a diver who got lost``."""
    opens = [w.part in ("rel", "that") or (w.part == "sub" and w.low in CONDITIONS) for w in inside]
    opened = accumulate((w.part == "verb") - o for w, o in zip(reversed(inside), reversed(opens), strict=True))
    return min(opened) < 0
