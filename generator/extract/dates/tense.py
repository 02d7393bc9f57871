"""Whether a weekday or a month without a year lies behind or ahead: the verb of its clause says so."""

from bisect import bisect_right
from typing import Literal

from generator.extract.dates.found import Passage
from generator.lexicons import wordset
from generator.text import Sentence, VerbGroup

Direction = Literal["<", ">", "<?", ">?", "~", "<~", "?"]
"""Behind or ahead for certain; behind or ahead as far as the verb goes; the nearest, and then only behind; not told."""

_VERBS = ("verb", "inner", "participle")
_BESIDE = ("prep", "to", "adv", "det", "hyphen")
"""Parts of speech between a verb and the date that hangs on it: ``resigned late in April``."""
_CLOSES = ("", "stop", "comma", "sub", "conj")
_OPENS = ("that", "rel", "sub")
_AWAITING = frozenset(("when", "once", "soon", "until", "till", "before"))
_UNTIL = ("until", "till")
_REACH = 8  # words between what is waited for and its day
_LOOK_AHEAD = frozenset(("face", "await"))
_EVE = frozenset(("ahead", "advance", "eve"))
_HEADLINES = ("title", "heading")
_NAMED_BY_DAY = frozenset(("noun", "adj", "name", "ing", "participle"))  # a Friday meeting is one of a certain day


def direction(passage: Passage, start: int, end: int) -> Direction:
    """Return which way the expression at ``start`` to ``end`` is meant."""
    sentence, before = passage.sentence, passage.token_before(start)
    i = bisect_right(sentence.ends, start)
    if i < sentence.story:
        return "~"  # the date of a dateline
    called = sentence.low(before) == "for" and not _is_over(sentence, before)
    if called and "weekday" in sentence.word(i).kinds and passage.after(end).part in _CLOSES:
        return ">"  # "called a strike for Friday"
    put = "reschedules" in sentence.word(before).kinds and sentence.parts[before] in _VERBS
    if put and passage.after(end).part in ("prep", "as", "sub"):
        return ">"  # "has set 3 May as the deadline"
    numbered = any(map(str.isdigit, passage.text[start:end]))
    if numbered and sentence.low(before) == "for" and passage.after(end).part in _CLOSES:
        return "~"  # "has called a strike for 14 October"
    way = _by_word(sentence, before) or _by_verb(sentence, i, numbered=numbered)
    if way in (">?", "~") and passage.after(end).part == "genitive":
        way = _owning(sentence, i)
    return ">" if way == "?" and sentence.low(before) == "by" else way


def is_of_saying(passage: Passage, start: int) -> bool:
    """Tell whether a date is that of a verb of saying: ``police said on 6 May``."""
    sentence = passage.sentence
    i = bisect_right(sentence.ends, start)
    group = _group(sentence, i)
    return group is not None and "speech" in sentence.words[group.head].kinds and _hangs_on(sentence, group, i)


def is_any_day(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a weekday is one of a story or any such day: ``left on the Saturday``, ``it was a Friday``."""
    before, behind = passage.before(start).low, bisect_right(passage.sentence.ends, end)
    named = _NAMED_BY_DAY.intersection(passage.sentence.parts[behind : behind + 1])
    return before == "the" or (before in ("a", "an") and not named)


def leads(passage: Passage, start: int) -> bool:
    """Tell whether a date opens its clause or stands behind its verb: not ``two cases in twelve months and``."""
    sentence = passage.sentence
    i = bisect_right(sentence.ends, start)
    clause = next((c for c in sentence.clauses if c.start <= i < c.end), None)
    opens = clause is None or all(p in (*_BESIDE, "quote") for p in sentence.parts[clause.start : i])
    return opens or (clause is not None and clause.verb.end <= i)


def _owning(sentence: Sentence, i: int) -> Direction:
    """Return which way ``Sunday's`` points if the verb is ahead: as that does, or the nearest where it comes behind it.

    ``Sunday's vote will``, but ``will appeal Wednesday's ruling`` and ``the price is above Thursday's``.
    """
    group = _group(sentence, i)
    if group is None or group.end > i:
        return ">?"
    return "~" if group.modality or group.tense == "future" else "?"


def _by_word(sentence: Sentence, before: int) -> Direction | None:
    """Return what the word right before an expression says of it."""
    word = sentence.low(before)
    if word in wordset("dates-ahead-before"):
        group = _group(sentence, before)
        passed = group and word == "through" and group.aspect == "perfect"  # "has lost 2 percent through Oct. 19"
        begun = group and group.denied and group.tense == "past" and word in _UNTIL  # "did not open until May"
        return "<" if passed else "<?" if begun else ">"
    if _is_put_to(sentence, before):
        return "~" if _is_over(sentence, before) else ">"
    if word in ("since", "of"):
        return ">" if sentence.low(before - 1) in (*_EVE, "deadline") else "<"
    if _is_participle(sentence, before):
        return ">?" if _is_awaited(sentence, before) else "<?"
    return None


def _is_put_to(sentence: Sentence, before: int) -> bool:
    """Tell whether a day is what something was put to: ``moved to``, ``scheduled for``, ``a vote planned on``."""
    if sentence.low(before) not in ("to", "for", "on"):
        return False
    kinds = sentence.word(before - 1).kinds
    if sentence.low(before) == "on":
        return "awaited" in kinds and sentence.parts[before - 1] == "participle"
    return "reschedules" in kinds or "awaited" in kinds


def _is_over(sentence: Sentence, before: int) -> bool:
    """Tell whether what was put to a day is told as long past: ``had been planned for 3 August``."""
    group = next((g for g in sentence.verbs if g.finite and g.end >= before), None)
    return group is not None and group.tense == "past" and group.aspect == "perfect"


def _is_participle(sentence: Sentence, before: int) -> bool:
    """Tell whether a day is that of a participle right before it: ``terms announced on Friday``."""
    i = before - (sentence.low(before) in ("on", "in"))
    return i >= 0 and sentence.parts[i] == "participle"


def _by_verb(sentence: Sentence, i: int, *, numbered: bool) -> Direction:
    """Return what the verb says that a token hangs on.

    A numbered day of a subject, ``the start on 1 September was in danger``, may lie behind or ahead of a past verb.
    """
    group = _group(sentence, i)
    if group is None:
        return "?"
    if _is_awaited(sentence, i):
        return ">?"
    over = next((g for g in reversed(sentence.verbs) if g.finite and g.end <= group.first), None)
    if over and over.aspect == "perfect" and over.tense == "past" and "be" in sentence.words[over.head].kinds:
        return "<?"  # "had been due to expire on Friday"
    hangs = _hangs_on(sentence, group, i)
    if group.happened or group.aspect == "perfect" or (group.tense == "past" and not group.modality):
        loose = _is_of_infinitive(sentence, i) or (numbered and i < group.first)
        open_ = not hangs and loose and "weekday" not in sentence.word(i).kinds
        return "<" if hangs else "<~" if open_ else "<?"  # "were forced to leave in March", "cleared the way to begin"
    if group.modality or group.tense == "future":
        return ">?"
    return _present(sentence, group, i, hangs=hangs)


def _is_of_infinitive(sentence: Sentence, i: int) -> bool:
    """Tell whether a date hangs on an infinitive, which may lie behind or ahead of the verb that governs it."""
    last = next((k for k in range(i - 1, 0, -1) if sentence.parts[k] not in _BESIDE), 0)
    return sentence.parts[last] == "base" and sentence.parts[last - 1] == "to"


def _present(sentence: Sentence, group: VerbGroup, i: int, *, hangs: bool) -> Direction:
    """Return which way a present tense points: ``the shop is open``, ``the fair runs``, ``he faces the court``."""
    head = sentence.words[group.head]
    behind = group.end <= i and sentence.kind not in _HEADLINES
    if behind and _begins(sentence, group, i):
        return ">?"
    hoped = behind and "reschedules" not in head.kinds  # "expect more rain over the weekend"
    awaited = "awaited" in head.kinds and (group.voice == "passive" or hoped)
    if awaited or ("be" in head.kinds and sentence.low(group.end) == "to"):
        return ">?"  # "is expected in May", "On 6 May, Norvik is to open a mine"
    if not behind or "speech" in head.kinds:
        return "?"
    between = sentence.parts[group.end : i]
    looks = hangs or head.lemma in _LOOK_AHEAD or "base" in between or all(p in (*_BESIDE, "adj") for p in between)
    return ">?" if looks else "~"


def _begins(sentence: Sentence, group: VerbGroup, i: int) -> bool:
    """Tell whether a state is told to begin on a day: ``forms are available in all shelters from Monday``."""
    state = sentence.parts[group.end : group.end + 1] == ("adj",) or group.voice == "passive"
    return state and sentence.low(i - 1) == "from"


def _group(sentence: Sentence, i: int) -> VerbGroup | None:
    """Return the verb group that a token hangs on: the last before it in its clause that tells a time, or the next."""
    beside = next((g for g in reversed(sentence.verbs) if g.happened and _hangs_on(sentence, g, i)), None)
    if beside:
        return beside  # "said on Tuesday the plant would close"
    clause = next((c for c in sentence.clauses if c.start <= i < c.end), None)
    first = clause.start if clause else 0
    groups = (g for g in reversed(sentence.verbs) if first <= g.first and g.end <= i and (g.finite or g.tense))
    last = next(groups, None)
    if last or clause is None:
        return last
    parted = any(part in _OPENS for part in sentence.parts[i : clause.verb.first])
    return None if parted else clause.verb


def _is_awaited(sentence: Sentence, i: int) -> bool:
    """Tell whether a day is that of what is waited for: ``is likely to buy as soon as trading opens on Monday``."""
    opener = next((k for k in range(i - 1, max(i - _REACH, 0), -1) if sentence.low(k) in _AWAITING), None)
    if opener is None or sum(g.finite for g in sentence.verbs if opener < g.first < i) > 1:
        return False
    governing = next((g for g in reversed(sentence.verbs) if g.end <= opener), None)
    return governing is not None and (bool(governing.modality) or governing.tense == "future")


def _clause_start(sentence: Sentence, group: VerbGroup, i: int) -> int:
    """Return where the words begin that stand between a verb, or the start of its clause, and a token."""
    if group.end <= i:
        return group.end
    return next((c.start for c in sentence.clauses if c.verb is group), i)


def _hangs_on(sentence: Sentence, group: VerbGroup, i: int) -> bool:
    """Tell whether only small words stand between a verb and a date, or a date opens the clause of a verb.

    ``resigned in April``, ``In April, she resigned``.
    """
    start = _clause_start(sentence, group, i)
    return start <= i and all(p in _BESIDE for p in sentence.parts[start:i])
