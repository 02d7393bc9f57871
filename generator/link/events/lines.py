"""Whether the headline of a telling is a line that a reader understands alone, and belongs to its date."""

from __future__ import annotations

from itertools import accumulate, pairwise, takewhile

from generator import edtf
from generator.lexicons import wordset
from generator.link.events.arguments import Arguments
from generator.link.events.attachment import LATER, OBJECT, is_its_date
from generator.link.events.extents import goes_on, is_listed
from generator.link.events.phrases import Phrase
from generator.link.events.subjects import POINTING, has_subject, is_unmet, names_unknown
from generator.link.events.words import Word, has_begun
from generator.text.clauses import Clause

_CUT = frozenset(("prep", "to", "det", "poss", "genitive", "participle", "gerund", "rel"))
"""What stands before a phrase that begins inside of a longer one: ``known as [the Eagle of Lund] fled``."""
_LOOSE_ENDS = frozenset(("det", "poss", "conj", "sub", "rel", "that", "comma", "open", "participle"))
_CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
_AHEAD = frozenset(("will", "would", "can", "could", "may", "might", "shall", "should", "must"))
# Beside the noun of a happening these say that it lies ahead; "planned", "scheduled" are told of the past as well.
_UPCOMING = frozenset(("upcoming", "forthcoming", "imminent"))
# What opens the verbs of an open plan: "is due to", "will open", "has been set for"; "was due to" tells of the past.
_NOW = frozenset(("is", "are", "am", "'s", "'re", "'m", "will", "'ll", "shall", "has", "have"))
_NAMING = frozenset(("called", "named", "dubbed", "titled"))
_ASKING = frozenset(("how", "what", "why"))
_VERBAL = frozenset(("verb", "in-verb"))
_TOLD = 6
"""Words in which a verb of saying stands before its *that*: ``told the paper in Arua that``."""
_BESIDE = 4
"""Words behind a phrase among which it is said to be alleged."""
_PAUSES = frozenset(("comma", "break", "mark", "sub", "rel", "that", "conj"))
"""Before these a sentence may end."""
_ALSO_PREPOSITIONS = ("after", "before", "since", "until", "as")
_OPENS_MAIN = frozenset(("det", "poss", "name", "pron", "number"))
_PASSIVE = frozenset(("prep", "date", "sub"))
"""What stands behind a participle of the passive, which has no object."""
_BARE_SPEECH = frozenset(("prep", "to", "date", "comma", "adv"))


def stands(scene: Arguments, phrase: Phrase, date: int | None, shown: Phrase) -> bool:
    """Tell whether a phrase is a sentence of its own: a finite verb, its subject, no loose end, nothing to look up.

    ``date`` is the index of what dates it, ``shown`` the phrase or its whole sentence, of which nothing is cut off.
    """
    words, clause = scene.words, phrase.clause
    if clause is None or clause.opener == "rel" or not clause.verb.finite or words[-1].text == "?":
        return False
    if is_claimed(words, shown, clause) or is_unmet(words, shown) or names_unknown(scene, shown):
        return False
    if not has_subject(scene, phrase, clause) or _is_misread(words, phrase, clause):
        return False
    if _lacks_verb(words[shown.start : shown.end]):
        return False
    if _begins_inside(words, phrase) or (
        shown is phrase and (_is_loose(words, phrase) or _ends_in_list(words, phrase))
    ):
        return False
    return _says_what(words, shown, clause, date) and (date is None or is_its_date(words, phrase, clause, date))


def is_claimed(words: tuple[Word, ...], phrase: Phrase, clause: Clause) -> bool:
    """Tell whether a phrase points at something before it, or tells what is alleged, quoted, or only would be so."""
    pointing = [w.low for w in words[phrase.start : phrase.end] if w.low in POINTING and w.part == "det"]
    points = pointing not in ([], ["both"]) or words[phrase.start].low == "both"  # "in this case", not "by both men"
    conditional = clause.opener == "sub" and words[clause.start].low in _CONDITIONS
    # "under the draft, firms would"
    drafted = clause.verb.modality == "conditional" and clause.opener not in ("that", "said")
    head = clause.verb.head
    loose = phrase.start >= clause.start and _has_loose_object(words[head + 1 : head + 3])
    return points or conditional or drafted or loose or _is_alleged(words, phrase) or _is_quoted(words[:head])


def is_coming(words: tuple[Word, ...], phrase: Phrase, date: int | None) -> bool:
    """Tell whether a planned phrase is announced in the present tense, and the date is the plan's own."""
    clause = phrase.clause
    if clause is None:
        return any(w.low in _UPCOMING for w in words[phrase.start : phrase.end])
    first = words[clause.verb.first]
    now = first.low in _NOW or (clause.verb.first == clause.verb.head and "present" in first.parts)
    return now and (date is None or is_its_date(words, phrase, clause, date))


def is_put_ahead(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether a verb that isn't in the future tells what lies ahead: *opens*, ``a march planned on Saturday``."""
    present = phrase.clause is not None and phrase.clause.verb.tense == "present"
    return present or any("awaited" in w.parts for w in words[phrase.start : phrase.end])


def tells(words: tuple[Word, ...], phrase: Phrase, date: int | None) -> bool:
    """Tell whether the verb of a clause tells what happened, rather than how somebody or something is or is called.

    What is going on in the past is the scene of something else: ``she was crossing the road when``. A present tense
    tells what happened only behind a day that heads it: ``the chip goes to work on Monday``.
    """
    if phrase.clause is None:
        return False
    group, head = phrase.clause.verb, words[phrase.clause.verb.head]
    behind = [w for w in words[group.end : group.end + 3] if w.part != "adv"]
    silent = "denies" in head.parts and any("speech" in w.parts for w in behind[1:2])  # "declined to answer"
    if silent or [w.low for w in behind[-2:]] == ["to", "be"]:
        return False  # "turned out to be a failure"
    alone, one = group.first == group.head, words[phrase.start].low in ("a", "an")
    named = alone and one and head.low in _NAMING  # "A chip called Core, the first …"
    held = [w for w in words[group.end : phrase.end] if w.happening]  # "had talks in Oslo", "had a heart attack"
    begun = date is not None and has_begun(words, group, date)
    state = ("be" in head.parts and not begun) or ("have" in head.parts and not held)
    lasting = group.aspect == "perfect" and "ing" in head.parts  # "anger has been mounting"
    if named or state or lasting or head.base in wordset("events-states"):
        return False
    if group.aspect == "progressive":  # "Nevada is staking its claim in 2016"
        return group.tense == "future" or (group.tense == "present" and date is not None and _is_day(words[date]))
    if group.tense != "present" or group.aspect or group.modality:
        return True
    return date is not None and date < phrase.clause.verb.first and _heads(words, date, phrase.clause.verb.first)


def _heads(words: tuple[Word, ...], date: int, verb: int) -> bool:
    """Tell whether a day heads what is told in the present: ``June 24: Acme raises its offer``, ``Acme today raises``.

    A bare weekday may head what lies ahead: ``Monday: Ajax play in Arica``.
    """
    if words[date + 1].part in ("break", "mark"):
        return _is_day(words[date], "stated") or (_is_day(words[date]) and words[date].low[-1:].isdigit())
    return words[date].low == "today" and date + 1 == verb


def _is_day(word: Word, *bases: str) -> bool:
    """Tell whether a date is a day, known in one of some ways, if any are given."""
    found = word.date
    known = found is not None and (not bases or found.basis in bases)
    return known and found is not None and edtf.precision(found.value or "2000") == "day"


def is_torn(words: tuple[Word, ...], end: int) -> bool:
    """Tell whether a phrase ends amid the flow of its sentence: ``a man who hit [and killed a woman]``.

    ``jailed for the 3 May 2005[, attack]``; ``will let go, and by 2014[, its ships will sail]``.
    """
    if [w.part for w in words[end : end + 1]] == ["open"]:
        end = next((i + 1 for i in range(end, len(words)) if words[i].part == "close"), len(words))
    following = words[end].part if end < len(words) else "mark"
    if following == "date" and [w.part for w in words[end + 1 : end + 2]] in (["mark"], ["break"]):
        return False  # "Holm opens the dam [2 May 2020: Lenz …]"
    parts = [w.part for w in words[:end]]
    comma = next((i for i in range(end - 1, 0, -1) if parts[i] == "comma"), end)
    hangs = parts[-2:] == ["det", "date"] or parts[comma + 1 : comma + 3] == ["conj", "prep"]
    return following not in _PAUSES or hangs or (following == "conj" and words[end - 1].part in _VERBAL)


def _begins_inside(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether a phrase begins in the middle of another, or inside an aside or a quotation."""
    before = words[phrase.start - 1] if phrase.start else None
    said = phrase.start > 1 and "speech" in words[phrase.start - 1].parts  # “…,” said [the mayor of a burnt town]
    if said and words[phrase.start - 2].part in ("quote", "comma"):
        return True
    if before is None or before.part != "that":
        cut = before is not None and (before.part in _CUT or before.low in _CONDITIONS)
        verb = before is not None and before.part in _VERBAL  # "became [the head of Norvik in May and left]"
        governed = verb and phrase.clause is not None and phrase.clause.opener != "said"
        first = words[phrase.start]
        clock = before is not None and before.text == ":" and first.text[0].isdigit() and not first.date  # "10:[03pm]"
        return cut or governed or clock
    of = words[phrase.start - 2] if phrase.start > 1 else before  # "a mission that the agency considered building"
    said = "said" in of.parts or any("speech" in w.parts for w in words[max(phrase.start - _TOLD, 0) : phrase.start])
    return of.part in ("noun", "name", "number") and not said


def _has_loose_object(behind: tuple[Word, ...]) -> bool:
    """Tell whether a verb hits *it* or *them*: ``expect it to fall``, but not ``announced it had lost a ship``."""
    return [w.low for w in behind[:1]] in (["it"], ["him"], ["them"]) and behind[-1].part not in _VERBAL


def _is_quoted(before: tuple[Word, ...]) -> bool:
    """Tell whether a verb is one of a quotation: what somebody claims is not told as done."""
    marks = [w.text for w in before if w.part == "quote"]
    return marks.count("“") > marks.count("”") or marks.count('"') % 2 == 1


def _is_alleged(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether a sentence says outside of a phrase that it is only alleged."""
    around = (*words[: phrase.start], *words[phrase.end : phrase.end + _BESIDE])
    return any(w.low in wordset("events-alleged") for w in around)


def _is_loose(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether a phrase ends in the middle: with *the*, ``who, in 2012``, ``however it``, an open bracket."""
    inside, following = words[phrase.start : phrase.end], words[phrase.end : phrase.end + 1]
    if "subject" in inside[-1].parts or ("aux" in inside[-1].parts and inside[-1].part == "verb"):
        return True  # "to challenge the firms they", "not singing would"
    if _hangs_on(words, phrase):
        return True
    listed = inside[-1].tag == "name" and any(w.part == "comma" for w in inside[-5:])  # "Holm, Lenz[, Reed and Moe]"
    cut = listed and [w.part for w in following] == ["comma"] and is_listed(words[phrase.end + 1 :])
    cut = cut or (len(words) > phrase.end + 1 and inside[-1].end == words[phrase.end + 1].start - 1)  # "K200[,000]"
    clock = inside[-1].part == "number" and following[:1] and following[0].text == ":"  # "at 10[:03]"
    if cut or clock or (following and (following[0].part in OBJECT or following[0].low == "that")):
        return True
    if inside[-1].part in _LOOSE_ENDS and "number" not in inside[-1].parts:
        return True
    return any(v.part == "pron" and w.part == "genitive" for v, w in pairwise(inside))  # "and it's hard to think of"


def _lacks_verb(inside: tuple[Word, ...]) -> bool:
    """Tell whether a clause is without its verb, as one is of ``that a diver who got lost``."""
    opens = [w.part in ("rel", "that") or (w.part == "sub" and w.low in _CONDITIONS) for w in inside]
    opened = accumulate((w.part == "verb") - o for w, o in zip(reversed(inside), reversed(opens), strict=True))
    return min(opened) < 0


def _is_misread(words: tuple[Word, ...], phrase: Phrase, clause: Clause) -> bool:
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


def _ends_in_list(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether a phrase ends amid a list that was read as two clauses: ``to the Port [and Roads offices in Lima]``.

    What stands behind *and* is a clause of its own where its subject is followed by a verb that is no participle.
    """
    following = words[phrase.end : phrase.end + 2]
    if [w.part for w in following[:1]] != ["conj"] or following[-1].part != words[phrase.end - 1].part:
        return False
    verb = next((w for w in words[phrase.end + 1 :] if w.part not in ("name", "noun", "adv")), None)
    return verb is None or verb.part != "verb" or ("participle" in verb.parts and "aux" not in verb.parts)


def _hangs_on(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether what follows decides what a phrase says: ``will seek prison [when a gun was used]``."""
    inside, following = words[phrase.start : phrase.end], words[phrase.end : phrase.end + 2]
    if not following:
        return False
    ahead = any(w.low in _AHEAD for w in inside)
    return (
        following[0].low in _CONDITIONS | _ASKING
        or (following[0].part in ("to", "prep") and [w.part for w in following[1:]] == ["quote"])
        or (ahead and following[0].low in ("when", "once", "until"))
        or (following[0].low == "as" and inside[-1].low in ("well", "so", "such"))
        or (following[0].low == "when" and "light" in words[phrase.pivot].parts)  # "made headlines [when she sang]"
        or (following[0].part == "open" and goes_on(words, phrase.end))
        or (following[0].low in LATER and inside[-1].low in wordset("numbers-no-parts"))  # "three days [after]"
    )


def _says_what(words: tuple[Word, ...], phrase: Phrase, clause: Clause, date: int | None) -> bool:
    """Tell whether a verb of saying has what is said with it: not ``a source confirmed to the paper on Friday``."""
    after = words[clause.verb.head + 1 : phrase.end]
    kinds = words[clause.verb.head].parts
    if "speech" not in kinds or "loose" in kinds or clause.verb.voice == "passive":
        return True
    if date is not None and date < clause.verb.first and clause.verb.tense == "present":
        return True  # "3 May 2012: Holm responds to the Senate"
    if "calls" in words[clause.verb.head].parts and any(w.part == "quote" for w in after):
        return False  # "called the tool a “fact of life”"
    told = any(
        (w.part == "that" and v.part != "noun") or (w.part == "base" and v.part == "to")
        for v, w in pairwise((words[clause.verb.head], *after))
    )
    content = any(w.part == "verb" for w in takewhile(lambda w: w.part != "comma", after))  # "confirmed in 2016 it had"
    return told or content or (bool(after) and after[0].part not in _BARE_SPEECH)
