"""Past forms ──▶ which of two is the verb of its clause, and which a participle."""

from collections.abc import Sequence

from generator.text.words import Word

OBJECT = frozenset(("name", "det", "poss", "pron", "number"))
PARTING = frozenset(("comma", "break", "conj", "sub", "rel", "that", "wh", "quote", "stop"))
_NOMINAL = frozenset(("noun", "name", "number", "close"))


def demote(words: Sequence[Word], out: list[str]) -> None:
    """Let one of two past forms with nothing between that parts them be a participle: ``talks [held] in Bern ended``.

    It is the first, unless only the second can be one: ``was signed at talks [held] in Bern``, ``rescued nine sailors
    [seized] in May``.
    """
    pending, sure = -1, False
    for i, part in enumerate(out):
        if part == "verb":
            kinds = words[i].kinds
            joined = out[max(i - 2, 0) : i] == ["participle", "conj"] and out[i - 3] != "comma"
            joined = joined and out[i + 1 : i + 2] in (["prep"], ["date"], ["stop"])  # "men seized and [held] in May"
            relative = i > 0 and out[i - 1] == "rel"
            goes_on = out[i - 1 : i] == ["conj"] and "verb" in out[:i] and out[i + 1 : i + 2] in (["adv"], ["prep"])
            either = not relative and (joined or not goes_on)
            ambiguous = either and "participle" in kinds and kinds.isdisjoint(("aux", "takes-clause", "says-bare"))
            if ambiguous and pending >= 0 and out[i - 1 : i + 2] == ["number", "verb", "noun"]:
                out[i] = "participle"  # cancelled 162 [planned] operations
                continue
            if pending >= 0 and ambiguous and _has_object(words, out, pending, i):
                pending, sure = -1, True
            elif pending >= 0:
                out[pending] = "participle"
            if ambiguous and (joined or (pending < 0 and sure and out[i - 1] != "conj")):
                out[i] = "participle"
                continue
            pending = i if ambiguous else -1
            sure = not ambiguous and not relative and "takes-clause" not in kinds
        elif part in PARTING or "subject" in words[i].kinds:
            pending, sure = -1, False


def _has_object(words: Sequence[Word], out: list[str], one: int, other: int) -> bool:
    """Tell whether only the first of two past forms has an object, or says how: ``pleaded guilty to charges filed in``.

    No participle of the passive can have one.
    """
    behind = out[one + 1]
    named = behind in ("name", "pron") and "calls" not in words[one].kinds  # "a man [called] Rojas died"
    if not (named or behind in ("det", "poss", "number", "adj") or "number" in words[one + 1].kinds):
        return False
    alone = other + 1 == len(out) or out[other + 1] not in (*OBJECT, "noun", "adj")
    return alone and out[other - 1] in _NOMINAL


def promote(words: Sequence[Word], out: list[str]) -> None:
    """Let a sentence without a verb have one, if one word can be both: ``The Tour [starts] on Sunday``."""
    if out[-1:] != ["stop"] or "verb" in out:
        return
    for i in range(1, len(out) - 1):
        both = out[i] == "noun" and {"present", "noun"} <= words[i].kinds
        both = both and out[i - 1 - (out[i - 1] == "adv")] in ("name", "noun")  # the chip only accounts for a third
        behind = ("prep", "date", "adv", *(("noun", "adj") if out[:i] == ["name"] else ()))  # Acme releases patches.
        if both and out[i + 1] in behind:
            out[i] = "verb"
            return


def closes_aside(out: list[str], *, speech: bool) -> bool:
    """Tell whether the last comma or dash ends an aside: ``The talks, held in Bern, ended``."""
    last = len(out) - 1
    while last >= 0 and out[last] not in ("comma", "break"):
        last -= 1
    first = last - 1
    while first >= 0 and out[first] != out[last]:
        first -= 1
    if first < 0:
        return False
    opens = out[first + 1]
    aged = opens == "number" and last == first + 1 + 1  # Ana Villa, 71, died
    inside = out[last] == "break" or out[0] not in ("prep", "adv", "sub", "ing") or out.count("comma") > 1 + 1
    named = (aged or opens in ("noun", "det", "name", "conj", "adj")) and inside  # the Army, or SAF, attacked
    placed = speech and opens == "prep" and out[0] not in ("prep", "adv", "sub", "ing")  # Lee, in Bern, said
    return named or placed or opens in ("rel", "participle", "ing", "adv")


def is_day_inside(words: Sequence[Word], i: int, known: Sequence[str], opened: frozenset[str]) -> bool:
    """Tell whether a day stands inside of a verb, or what leads it in: has *today* sold, was *on Monday* charged."""
    day = i + (words[i].part == "prep")
    return [*known[day : day + 1]] == ["date"] and any(not opened.isdisjoint(w.kinds) for w in words[day + 1 : day + 2])
