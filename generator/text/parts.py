"""Words ──▶ parts of speech: which words of a sentence are finite verbs, which belong to them, which are nouns."""

from collections.abc import Sequence

from generator.text.participles import OBJECT, PARTING, closes_aside, demote, is_day_inside, promote
from generator.text.words import FUNCTION, WHO, Word

LONGEST = 400
"""Tokens of a sentence that are read; a longer one is a list or a table, and what stands after them stays unread."""

UNREAD = "unread"
UNKNOWN = frozenset(("noun",))  # classes of a word of no list whose ending tells nothing

AUXILIARY = frozenset(("be", "have", "do", "will", "modal"))
_SKIPPED = frozenset(("adv", "not"))
_SUBJECT = frozenset(("name", "noun", "pron", "number", "close", "quote", "date", "month"))
_ATTRIBUTE = frozenset(("det", "poss", "prep"))
_REPORTED = frozenset(("that", "det", "poss", "pron"))
_BEHIND_VERB = frozenset(("det", "poss", "pron", "to", "prep", "that", "name"))
_BEHIND_PRESENT = frozenset(
    ("prep", "to", "that", "sub", "adv", "conj", "date", "comma", "break", "stop", "quote", "close")
)
_BEFORE_NOUN = frozenset(("det", "poss", "genitive", "noun", "number", "adj"))
_PHRASE = frozenset(("det", "poss", "adj", "noun", "name", "pron", "number", "genitive"))
_FLOATING = frozenset(("each", "all", "both"))
"""Words of whom a verb is told that may stand inside of it."""
_OPENS = frozenset(("quote", "open", "break", "stop", "mark"))
_FINITE = frozenset(("past", "present"))
_AFTER = {  # auxiliary → the forms that its group may go on with
    "be": frozenset(("participle", "ing")),
    "have": frozenset(("participle",)),
    "do": frozenset(("base",)),
    "will": frozenset(("base",)),
    "modal": frozenset(("base",)),
}
_MEASURES = frozenset(("number", "symbol", "poss"))
_ENDS = AUXILIARY | {"comma", "stop", "rel"}
_AS = {"whose": "poss", "where": "sub"}
_GOES_ON = frozenset(("number", "det", "prep", "to", "that", "poss"))
_BACK = frozenset(("back", "out", "over", "away"))
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "tions", "sions", "ments")
_ALSO_NOUNS = frozenset(("will", "can", "might", "must", "mine"))  # the will, a can
_ALSO_NAMES = frozenset(("will", "modal", "month"))  # Will Smith, May


def parts_of(words: Sequence[Word], known: Sequence[str] = (), *, story: int = 0, plain: bool = False) -> list[str]:
    """Return the part of speech of every token.

    Parts are ``verb`` (a finite verb or auxiliary, which opens a verb group), ``inner`` (the rest of the group),
    ``base`` (an infinitive), ``ing``, ``participle``, ``noun``, ``name``, ``adj``, ``adv``, ``not``, ``number``, the
    closed classes ``det poss pron prep to conj sub rel that wh``, ``genitive``, and for marks ``comma break
    quote open close stop hyphen symbol mark``. ``known`` holds parts that are settled already (``date``), empty where
    they aren't. Up to ``story`` there is a dateline. In a ``plain`` headline capitals say nothing. Linear in the
    number of tokens.
    """
    out: list[str] = ["mark"] * story
    last, opened = "", frozenset[str]()
    for i in range(story, min(len(words), LONGEST)):
        word = words[i]
        part = known[i] if known else ""
        if not part:
            part = _by_case(words, i, out, plain=plain or i == story) if word.capital else word.part
        if part in AUXILIARY or part == "":
            part = _decided(words, i, out, last, opened)
        elif part == "noun" and "base" in opened and word.kinds == UNKNOWN:
            part = "inner"  # a verb of no list: "may dither"
        elif part == "pron" and word.low in _ALSO_NOUNS and last in _BEFORE_NOUN | {"name"}:
            part = "noun"  # the same mine
        elif part == "sub" and "prep" in word.kinds and [*known[i + 1 : i + 2]] == ["date"] and _is_mark(words, i + 2):
            part = "prep"  # who had led it since 2014, stepped down
        elif _is_inside(words, i, out, opened):
            part = "adv"
        elif part == "that":
            part = _that(last, words[i + 1] if i + 1 < len(words) else None)
        out.append(part)
        if part in _SKIPPED or (part == "noun" and "not" in word.kinds) or is_day_inside(words, i, known, opened):
            continue
        opened = _continues(word) if part in ("verb", "inner", "base") else frozenset()
        last = part
    demote(words, out)
    promote(words, out)
    out.extend([UNREAD] * (len(words) - len(out)))
    return out


def _is_inside(words: Sequence[Word], i: int, out: list[str], opened: frozenset[str]) -> bool:
    """Tell whether a word stands inside of a verb: has not *yet* been sold, the crew will *each* get."""
    floats = words[i].low in _FLOATING and any(not opened.isdisjoint(w.kinds) for w in words[i + 1 : i + 2])
    return floats or (words[i].low == "yet" and out[-1:] == ["not"])


def _is_mark(words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i].part in ("comma", "stop")


def _by_case(words: Sequence[Word], i: int, out: list[str], *, plain: bool) -> str:
    """Return the part that a word with a capital has by itself, or that this gives it in the middle of a sentence."""
    word, part = words[i], words[i].part
    if part == "adj" and any({"past", "says-bare"} <= w.kinds for w in words[i + 1 : i + 2]):
        return "name"  # White said
    if plain or (out and out[-1] in _OPENS):
        return "noun" if part == "name" and word.low.endswith(_ABSTRACT) else part  # Construction began
    if part in FUNCTION:
        return "name" if word.shouted or part in _ALSO_NAMES or "month" in word.kinds else part
    return "name"


def _continues(word: Word) -> frozenset[str]:
    """Return the forms with which a verb group may go on after a word; none where it isn't an auxiliary."""
    kinds = word.kinds
    if "aux" not in kinds:
        return frozenset()
    return next((forms for kind, forms in _AFTER.items() if kind in kinds), frozenset())


def _decided(words: Sequence[Word], i: int, out: list[str], last: str, opened: frozenset[str]) -> str:
    """Return the part of an auxiliary or of a form of a verb."""
    word = words[i]
    kinds = word.kinds
    last = _AS.get(words[i - 1].low, last) if last == "rel" else last
    if opened and not opened.isdisjoint(kinds) and not (last == "to" and "base" not in kinds):
        return "inner"
    if last == "to":
        return "base" if "base" in kinds or not kinds.isdisjoint(("will", "modal")) else _other(kinds)
    if word.part in AUXILIARY:
        owned = i > 0 and out[-1] in ("det", "poss") and "quantity" not in words[i - 1].kinds
        owned = owned or (out[-1:] == ["adj"] and _is_mark(words, i + 1))  # a strong will.
        return "noun" if owned and word.low in _ALSO_NOUNS else _auxiliary(kinds)
    following = words[i + 1] if i + 1 < len(words) else None
    if shown := _shown(words, i, out, last):
        return shown
    many = i > 0 and "quantity" in words[i - 1].kinds
    if last in ("adj", "sub") and len(out) > 1 and "adv" in words[i - 1].kinds:
        last = out[-2]  # "the bank last cut its rate", "Lee once said"
    told = i > 0 and {"plural", "person"} <= words[i - 1].kinds and {"speech", "base"} <= kinds
    reports = told and following is not None and following.part in ("adj", "number")  # officials report heavy losses
    put = "awaited" in kinds and last == "noun" and following is not None and following.low in ("on", "for")
    if reports or ("past" in kinds and not put and _can_be_past(word, out, last, following, many=many)):
        return "verb"
    governed = last in ("noun", "name") and not kinds.isdisjoint(("present", "base")) and _is_governed(words, out)
    many = bool(out) and kinds.isdisjoint(("noun", "also-noun")) and not words[i - 1].kinds.isdisjoint(WHO)
    many = many and ("person" in words[i - 1].kinds or following is None or following.part != "noun")
    one = "base" in kinds and not many and _is_one(words, out, last)  # but the staff want; the state weather bureau
    return "noun" if one else _alone(word, out, last, following, governed=governed)  # a conference call that


def _shown(words: Sequence[Word], i: int, out: list[str], last: str) -> str:
    """Return the part that what stands on both sides of a form of a verb shows beyond doubt, or nothing.

    ``treat 700 patients and [employ] 30 doctors``, ``the [painting] was``.
    """
    kinds, following = words[i].kinds, words[i + 1] if i + 1 < len(words) else None
    behind = following.part if following else "stop"
    if words[i].capital and following is not None and {"past", "speech"} <= following.kinds:
        return "name"  # Freed told; “…,” Read said
    owned = out[-1:] in (["det"], ["poss"])
    thing = ("ing" in kinds and owned and behind in _ENDS) or ("noun" in kinds and _is_noun(kinds, out, behind))
    close = behind == "to" and {"base", "adj"} <= kinds and "person" in words[i - 1].kinds  # people close to Lee
    if thing or close or ({"base", "adj", "adv"} <= kinds and behind == "noun"):
        return "noun" if thing else "adj"  # in a report last month
    if last != "conj" or "base" not in kinds or behind not in _MEASURES | {"det", "name", "noun"}:
        return ""
    verb = next((k for k in range(len(out) - 1, -1, -1) if out[k] in ("verb", "inner", "base")), -1)
    if verb >= 0 and out[verb] == "base" and (behind == "det" or kinds.isdisjoint(("noun", "also-noun"))):
        return "base"  # to find the men and seize the arms
    many = verb >= 0 and out[verb] == "verb" and "base" in words[verb].kinds and "aux" not in words[verb].kinds
    many = many and behind not in ("name", "noun")
    return "verb" if many else ""


def _is_noun(kinds: frozenset[str], out: list[str], behind: str) -> bool:
    """Tell a noun from the form of a verb that is written alike: ``the [shot]``, ``a council [hearing] on``."""
    shot = "participle" in kinds and out[-1:] in (["det"], ["poss"]) and behind not in ("noun", "adj", "name")
    return shot or ("ing" in kinds and out[-1:] in (["noun"], ["name"]) and behind in _ENDS | {"prep"})


def _is_one(words: Sequence[Word], out: list[str], last: str) -> bool:
    """Tell whether what comes before is a single name, person or thing with an article: it would take a verb in -s."""
    if last == "name":
        return out == ["name"] and not words[0].low.endswith("s")
    first = next((k for k in range(len(out) - 1, -1, -1) if out[k] not in ("noun", "adj")), 0)
    kinds = words[len(out) - 1].kinds
    one = words[first].low in ("a", "an", "the") or "person" in kinds  # chief state attorney Ann Lee
    return last == "noun" and one and "plural" not in kinds


def _that(last: str, following: Word | None) -> str:
    """Tell ``at that visit`` and ``the storm that hit`` from ``said that``."""
    if last in ("prep", "to"):
        return "det"
    kinds = following.kinds if following else frozenset()
    many = "base" in kinds and kinds.isdisjoint(("noun", "also-noun", "adj"))  # mills that employ 1,600 people
    verb = following is not None and (following.part in AUXILIARY or not kinds.isdisjoint(_FINITE) or many)
    return "rel" if verb and last in ("noun", "name") else "that"


def _auxiliary(kinds: frozenset[str]) -> str:
    """Return the part of an auxiliary that opens a group; *being* and *been* open none."""
    if "ing" in kinds:
        return "ing"
    return "participle" if "participle" in kinds and "past" not in kinds else "verb"


def _alone(word: Word, out: list[str], last: str, following: Word | None, *, governed: bool) -> str:
    """Return the part of a form of a verb, not a past, that no auxiliary goes before."""
    kinds = word.kinds
    sure = "speech" in kinds and kinds.isdisjoint(("noun", "also-noun"))  # who saw the shot says
    if "present" in kinds and _can_be_present(kinds, out, last, following) and (sure or not governed):
        return "verb"
    if "base" in kinds and _can_be_plain(word, out, last, following, governed=governed):
        return "verb"
    return _other(kinds)


def _is_governed(words: Sequence[Word], out: list[str]) -> bool:
    """Tell whether a finite verb stands before in the same clause: ``signed a treaty on deep-sea [cables] in Lima``."""
    for i in range(len(out) - 1, -1, -1):
        if out[i] in PARTING:
            return False
        if out[i] == "verb":
            return "takes-clause" not in words[i].kinds
    return False


def _other(kinds: frozenset[str]) -> str:
    if "ing" in kinds:
        return "ing"
    if "participle" in kinds and "base" not in kinds:
        return "participle"
    return "adj" if "adj" in kinds else "noun"


def _can_be_past(word: Word, out: list[str], last: str, following: Word | None, *, many: bool) -> bool:
    kinds = word.kinds
    if last == "det" and following is not None and out[-1] == "det" and many:
        return following.part in _BEHIND_VERB or "ing" in following.kinds  # "both denied taking", "many fled the town"
    if not last or last in _ATTRIBUTE or (following is not None and following.low == "by" and "participle" in kinds):
        return False
    if "noun" in kinds and last in ("noun", "adj") and following is not None and following.part not in OBJECT:
        return False
    if last in ("comma", "break", "open"):
        if "participle" not in kinds or closes_aside(out, speech="speech" in kinds):
            return True
        behind = following.part if following else ""
        noun = behind == "noun" or (following is not None and "plural" in following.kinds)
        said = behind in OBJECT or ("says-bare" in kinds and noun)  # "…, said Lee", "…, said officials"
        return said and ("verb" in out or ("quote" in out and "speech" in kinds) or behind == "pron")
    told = "takes-clause" in kinds and last == "inner" and "rel" in out  # jurors who asked not to be named said they
    told = told and following is not None and following.part in _REPORTED
    noun = last == "ing" and len(out) > 1 and out[-2] in _BEFORE_NOUN  # "the first filling ended"
    goes_on = last == "conj" and "verb" in out
    return goes_on or noun or told or last in _SUBJECT or last in ("rel", "that", "wh")


def _can_be_present(kinds: frozenset[str], out: list[str], last: str, following: Word | None) -> bool:
    """Tell a verb in -s from a plural: a name or pronoun before it, an object or a preposition after it."""
    if not last or following is None:
        return last in _SUBJECT and "noun" not in kinds
    if "speech" in kinds and (following.part == "quote" or _behind_quotation(out)) and last in _SUBJECT:
        return True  # “…,” the paper states
    if "takes-clause" in kinds and last in _SUBJECT:
        return last != "noun" or "noun" not in kinds or following.part in _REPORTED  # not "62 island states adopted"
    if "noun" in kinds:
        headline = last in ("noun", "name") and following.part == "sub"  # Oil rises as …
        measured = following.part in _MEASURES
        measured = measured and last == "comma" and closes_aside(out, speech=False)
        return (
            headline
            or measured
            or last in ("pron", "rel")
            or (last == "name" and following.part in ("name", "det", "poss"))
        )
    noun = following.part in ("noun", "adj") or (following.part == "" and "noun" in following.kinds)
    after = noun or following.part in OBJECT | _BEHIND_PRESENT or following.low in _BACK
    goes_on = last == "conj" and "verb" in out and following.part in _GOES_ON and following.low != "of"  # allows for
    return goes_on or (last in ("name", "pron", "rel", "comma", "close", "noun") and after)


def _can_be_plain(word: Word, out: list[str], last: str, following: Word | None, *, governed: bool) -> bool:
    """Tell the finite verb of ``they say`` and ``officials say that`` from a noun."""
    before = out[-1] if out else ""
    if last == "pron" and before in ("pron", "adv", "not"):
        return not ("adv" in word.kinds and following is not None and "past" in following.kinds)  # "it last met"
    sure, speech = word.kinds.isdisjoint(("noun", "also-noun")), "speech" in word.kinds
    reads = following is not None and following.part in ("det", "that", "poss", "pron")
    if speech and (_behind_quotation(out) or (following is not None and following.part == "quote")):
        return last in _SUBJECT and not (following and "past" in following.kinds)  # “…,” the banks state
    if sure and not governed and (last in ("noun", "name") or (last == "comma" and closes_aside(out, speech=speech))):
        return True  # the groups say; critics, however, say
    if last == "rel":
        return sure or reads or (following is not None and following.part in _MEASURES | {"prep", "name"})
    return last == "noun" and reads and (speech or sure)


def _behind_quotation(out: list[str]) -> bool:
    """Tell whether only a noun phrase stands between a quotation and the next word."""
    k = len(out) - 1
    while k >= 0 and out[k] in _PHRASE:
        k -= 1
    return 0 <= k < len(out) - 1 and out[k] == "quote"
