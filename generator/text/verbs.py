"""Parts of speech ──▶ verb groups: tense, aspect, modality, voice, and whether they are denied."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from generator.lexicons import wordset
from generator.text.participles import OBJECT
from generator.text.words import Word

Tense = Literal["past", "present", "future", ""]
Aspect = Literal["perfect", "progressive", ""]
Modality = Literal["possible", "required", "conditional", "planned", ""]
Voice = Literal["active", "passive"]


class VerbGroup(NamedTuple):
    """The tokens ``first`` to ``end`` (exclusive) of a verb (``head``) with its auxiliaries, adverbs and *to*.

    ``tense`` is that of the first word (empty for an infinitive or a form in -ing that nothing says more of),
    ``modality`` *may, can, could* (possible), *must, should* (required), *would* (conditional), *is due to, plans to*
    (planned). ``denied`` tells that it is said not to be so, whichever word says it: *didn't sign*, *signed no treaty*,
    *no treaty was signed*, *refused to sign*, *denied signing*.
    """

    first: int
    end: int
    head: int
    tense: Tense
    aspect: Aspect = ""
    modality: Modality = ""
    voice: Voice = "active"
    denied: bool = False
    finite: bool = True

    @property
    def happened(self) -> bool:
        """Tell whether it is told as a fact of the past."""
        return (self.tense == "past" or self.aspect == "perfect") and not self.modality and not self.denied


_SKIPPED = ("adv", "not")
_ONE = frozenset(("a", "an", "one", "any", "even"))
"""Behind *not* before a noun that nothing is told of: *not a drop*, *not one house*."""
_TOLD_IN = 16
"""Tokens from a clause that *reports that* opens to the verb that calls the reports untrue."""
_ENDS_SUBJECT = frozenset(("break", "sub", "rel", "that", "verb", "inner", "quote", "open", "close", "stop"))
_SUBJECT_REACH = 14
"""Tokens before a verb among which the *no* of its subject stands: ``no trace of the men or of their boat was``."""
_OBJECT_REACH = 3
"""Tokens behind a verb among which the *no* of its object stands: ``found him no``, ``reached on Monday no``."""
_CLAIMED = 3
"""Tokens behind *denied* among which its *that* stands: ``denied on Friday that``."""
_THAT = 7
"""Tokens before a verb among which the *that* of its clause stands."""
_GOVERNED = 6
"""Tokens between a verb and the infinitive that it governs: ``refused on Monday night to sign``."""


def groups_of(words: Sequence[Word], parts: Sequence[str]) -> tuple[VerbGroup, ...]:
    """Return the verb groups of a sentence in text order: finite ones, infinitives and forms in -ing."""
    found: list[VerbGroup] = []
    i, length = 0, len(parts)
    while i < length:
        part = parts[i]
        if part not in ("verb", "base", "ing"):
            i += 1
            continue
        head = _head(parts, i)
        group = _finite(words, i, head) if part == "verb" else _other(words, parts, found, i, head)
        if found and _shares_auxiliary(words, parts, found[-1], group):
            group = found[-1]._replace(first=i, end=head + 1, head=head, denied=False)
        denied = _denied(words, parts, found, group)
        found.append(group._replace(denied=denied) if denied else group)
        i = head + 1
    return tuple(found)


def _shares_auxiliary(words: Sequence[Word], parts: Sequence[str], before: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether a past form goes on with the passive before it: ``was arrested and later [released]``."""
    joint = group.first - 1
    while joint > before.end and parts[joint] == "adv":
        joint -= 1
    alone = before.voice == "passive" and before.finite and group.first == group.head and parts[joint] == "conj"
    behind = parts[group.end] if group.end < len(parts) else "stop"
    within = all(p not in ("comma", "break", "sub", "rel", "that", "conj") for p in parts[before.end : joint])
    return alone and within and "participle" in words[group.head].kinds and behind not in OBJECT | {"noun", "adj"}


def _head(parts: Sequence[str], first: int) -> int:
    head = first
    for i in range(first + 1, len(parts)):
        if parts[i] == "inner":
            head = i
        elif parts[i] not in (*_SKIPPED, "date", "prep"):
            break  # was on Monday charged
    return head


def _finite(words: Sequence[Word], first: int, head: int) -> VerbGroup:
    kinds = words[first].kinds
    tense: Tense = "past" if "past" in kinds else "present"
    modality: Modality = ""
    if "would" in kinds:
        tense, modality = "future", "conditional"
    elif "will" in kinds:
        tense = "future"
    elif "modal" in kinds:
        modality = "required" if "must" in kinds else "possible"
    aspect, voice = _inside(words, first, head)
    if modality and aspect == "perfect":
        tense = "past"
    return VerbGroup(first, head + 1, head, tense, aspect, modality, voice)


def _inside(words: Sequence[Word], first: int, head: int) -> tuple[Aspect, Voice]:
    """Return the aspect and the voice that the auxiliaries of a group give it."""
    aspect: Aspect = ""
    voice: Voice = "active"
    verbs = [w for w in words[first : head + 1] if "verb" in w.kinds]
    for before, after in ((one.kinds, other) for one, other in pairwise(verbs)):
        has = "have" in before and ("be" not in before or after.lemma in wordset("verbs-after-has"))  # it's been
        if has and "participle" in after.kinds:
            aspect = "perfect"
        elif "be" in before and "ing" in after.kinds and "participle" not in after.kinds:
            aspect = aspect or "progressive"
        elif "be" in before and "participle" in after.kinds:
            voice = "passive"
    return aspect, voice


def _other(words: Sequence[Word], parts: Sequence[str], found: list[VerbGroup], verb: int, head: int) -> VerbGroup:
    """Return an infinitive or a form in -ing; what is planned lies ahead."""
    first = verb
    while first > 0 and (parts[first - 1] in ("to", "adv", "not") and parts[verb] == "base"):
        first -= 1
        if parts[first] == "to" and (first == 0 or parts[first - 1] != "not"):
            break
    aspect, voice = _inside(words, verb, head)
    governor = _governor(parts, found, first)
    ahead = parts[verb] == "base" and governor is not None and _ahead(words, governor, first)
    return VerbGroup(
        first, head + 1, head, "future" if ahead else "", aspect, "planned" if ahead else "", voice, finite=False
    )


def _governor(parts: Sequence[str], found: list[VerbGroup], first: int) -> VerbGroup | None:
    """Return the verb group that an infinitive or a form in -ing hangs on: the one before it in its clause."""
    last = found[-1] if found else None
    if last is None or first - last.end > _GOVERNED:
        return None
    between = parts[last.end : first]
    return None if any(p in ("comma", "break", "conj", "sub", "rel", "that") for p in between) else last


def _ahead(words: Sequence[Word], governor: VerbGroup, first: int) -> bool:
    """Tell whether an infinitive lies ahead of what governs it: ``plans to``, ``is to``, ``is due to``."""
    head = words[governor.head].kinds
    if "ahead" in head or (governor.voice == "passive" and "awaited" in head):
        return True
    if "be" not in head and not (governor.aspect == "progressive" and words[governor.head].lemma == "go"):
        return False
    between = words[governor.end : first]
    return not between or any("awaited" in w.kinds for w in between)


def _denied(words: Sequence[Word], parts: Sequence[str], found: list[VerbGroup], group: VerbGroup) -> bool:
    """Tell whether a group is denied; two denials take each other back: ``did not refuse to sign``."""
    first = group.first
    while group.finite and first > 0 and parts[first - 1] in _SKIPPED:
        first -= 1  # "never said", "hardly ever signs"
    inside = any("not" in words[i].kinds and not _is_emphatic(words, i) for i in range(first, group.end))
    behind = _denies_object(words, parts, group)
    before = group.finite and _denies_subject(words, parts, group.first)
    governed = not group.finite and _is_refused(words, parts, found, group.first)
    claimed = group.finite and _is_disclaimed(words, parts, found, group.first)
    return (inside or behind or before) != (governed or claimed)


def _is_emphatic(words: Sequence[Word], i: int) -> bool:
    """Tell whether a *no* takes nothing back: ``will no doubt open``."""
    return i + 1 < len(words) and words[i + 1].low == "doubt"


def _denies_object(words: Sequence[Word], parts: Sequence[str], group: VerbGroup) -> bool:
    """Tell whether *no*, *nothing* or *none* is the object: ``found no trace``, but not ``said no one was hurt``."""
    for i in range(group.end, min(group.end + _OBJECT_REACH, len(parts))):
        if "no" in words[i].kinds and not _is_emphatic(words, i):
            k = i + 1
            while k < len(parts) and parts[k] in ("noun", "name", "adj", "det", "number"):
                k += 1
            answer = words[i].low == "no" and k == i + 1 and parts[k : k + 1] in ((), ("comma",), ("stop",))  # said no
            return not (answer or (k < len(parts) and parts[k] == "verb"))
        if parts[i] not in ("adv", "pron", "prep", "name", "to"):
            return False
    return False


def _denies_subject(words: Sequence[Word], parts: Sequence[str], first: int) -> bool:
    """Tell whether the subject has a *no*: ``no treaty was signed``, not ``with no wind, …``."""
    for i in range(first - 1, max(-1, first - 1 - _SUBJECT_REACH), -1):
        if parts[i] in _ENDS_SUBJECT:
            return False
        if "no" in words[i].kinds and parts[i] != "conj" and not _is_emphatic(words, i):
            return parts[i + 1] != "comma" and (i == 0 or parts[i - 1] != "prep")  # "No, we will"
        if parts[i] == "not" and words[i + 1].low in _ONE:
            return "comma" not in parts[i:first]  # not a cent more, said
    return False


def _is_refused(words: Sequence[Word], parts: Sequence[str], found: list[VerbGroup], first: int) -> bool:
    """Tell whether what comes before says that it isn't done: ``refused to``, ``unable to``, ``without signing``."""
    before = words[first - 1] if first else None
    if before and (before.low == "without" or ("denies" in before.kinds and "verb" not in before.kinds)):
        return True
    governor = _governor(parts, found, first)
    if governor is None or (parts[first] == "ing" and governor.end != first):
        return False
    refuses = "denies" in words[governor.head].kinds and governor.voice == "active"
    return refuses != governor.denied  # "refused to sell", "had no plans to sell", but "did not refuse to sell"


def _is_disclaimed(words: Sequence[Word], parts: Sequence[str], found: list[VerbGroup], first: int) -> bool:
    """Tell whether a clause is denied: *denied that it closed*, *reports that it closed are untrue*.

    Who doesn't think that it closed says that it didn't.
    """
    that = next((i for i in range(first - 1, max(-1, first - _THAT), -1) if parts[i] in _ENDS_SUBJECT), 0)
    if that and parts[that] == "that" and parts[that - 1] == "noun":
        behind = range(first + 1, min(first + _TOLD_IN, len(parts)))
        return any(words[i].low in wordset("denials-untrue") and words[i - 1].lemma == "be" for i in behind)
    if not found:
        return False
    last = found[-1]
    if that and words[that - 1].low == "true":
        return "not" in parts[last.first : that]  # it is not true that they met
    if "raises-not" in words[last.head].kinds and last.denied:
        return first > last.end and _ENDS_SUBJECT.isdisjoint(parts[last.end + (parts[last.end] == "that") : first])
    said = words[last.head].lemma == "deny" and last.voice == "active"
    return said and "that" in parts[last.end : min(first, last.end + _CLAIMED)]
