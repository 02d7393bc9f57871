"""The regular forms of English verbs and nouns."""

import re

_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]{0,4}[aeiou][^aeiouwxy]")  # stop, plan, but not look, test, fix
_STRESSED = ("pel", "fer", "mit", "nap", "cur", "gret", "bel", "quip", "mur", "gin")  # repel, refer, commit, regret
_UNSTRESSED = ("offer", "suffer", "differ", "pilfer", "murmur", "label", "imagin", "vomit", "limit")  # limited


def plural(noun: str) -> str:
    """Return the plural of a noun, or the form of a verb for *he*, *she*, *it*: ``talks``, ``passes``, ``bodies``."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def past(verb: str) -> str:
    """Return the past of a regular verb: ``agreed``, ``carried``, ``stopped``."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def gerund(verb: str) -> str:
    """Return the form in -ing: ``seeing``, ``lying``, ``making``, ``stopping``."""
    if verb.endswith(("ee", "oe", "ye")):
        return verb + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def verb_forms(verb: str) -> dict[str, tuple[str, ...]]:
    """Return the regular forms of a verb by their names; *travel* has two pasts, one British and one American."""
    forms: dict[str, tuple[str, ...]] = {
        "base": (verb,),
        "present": (plural(verb),),
        "past": (past(verb),),
        "participle": (past(verb),),
        "ing": (gerund(verb),),
    }
    if verb.endswith(("el", "al")) and verb[-3:-2] not in _VOWELS:
        doubled = (past(verb), verb + "led")
        forms |= {"past": doubled, "participle": doubled, "ing": (gerund(verb), verb + "ling")}
    return forms


def _doubled(verb: str) -> str:
    """Double a final consonant after a single stressed vowel, as English does: ``stop``, ``occur``, ``refer``."""
    stressed = verb.endswith(_STRESSED) and verb not in _UNSTRESSED
    return verb + verb[-1] if stressed or _SHORT.fullmatch(verb) else verb
