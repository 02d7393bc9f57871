"""What the scorers ask about some words of a sentence and about what stands beside them."""

import re

from generator.extract.names.lists import Traits, cues, heads, titles
from generator.extract.names.sentence import FOLLOWING, QUOTES, Claim, Sentence
from generator.lexicons import wordset
from generator.model import NameKind
from generator.text import stem
from generator.text.synonyms import kind_of

_AGE = re.compile(r"[1-9]\d")
_LINKS = frozenset({"of", "for", "on", "against", "de", "du"})


def of_phrase(s: Sentence, start: int, end: int, kind: str) -> Claim | None:
    """Return how well ``Head of …`` reads as a kind, or None where it isn't of that form."""
    links = [i for i in range(start + 1, end - 1) if s.low(i) not in ("", "&")]
    if links[1:] and s.low(links[0]) == "and" and charges(s, start, links[0], links[1]):
        links = links[1:]  # the Tourism and Sport Committee of the Assembly
    if not links:
        return None
    link = links[0]
    head = s.words[link - 1].text
    if s.low(link) not in _LINKS and not (s.low(link) == "in" and head in heads("in")):
        return None
    rest, entry = s.traits[link + 1 : end], s.entry(link + 1, end)
    known = entry is not None and (entry.kind == "organisation" or "place" in heads("end").get(head, ()))
    if s.low(link) == "on" and (known or (kind == "organisation" and head not in heads("on"))):
        return None  # in River House on Manhattan, Kelmar Bank on Main Street; but the Committee on Chile
    somebody = s.low(link) == "for" or (rest[0].given and (len(rest) > 1 or s.is_cap(end)))
    if somebody and "person" in s.words[link - 1].kinds and not any(t.common or t.ends for t in rest):
        return None  # Lawyers for Simpson, Friends of Ann Lee
    if kind not in heads("of").get(head, ()) or _splits(s, start, end, kind):
        return None
    strength = 3.0 if kind == "organisation" and placed(s, start, link) else 2.7
    return strength, f"{head} {s.low(link)} … is what such names look like"


def _splits(s: Sentence, start: int, end: int, kind: str) -> bool:
    """Tell whether the tokens are several names: ``District of X`` with a name before, ``Bank of X and Bank of Y``.

    Somebody with a title is no part of a body: ``the Government of | Prime Minister Ann Lee``.
    """
    links = [i for i in range(start + 1, end - 1) if s.low(i) not in ("", "&")]
    holder = any(s.traits[i].office and _named(s.traits[i + 1]) for i in range(links[0], end - 2))
    if holder or any(s.low(i) == "and" and not _abstract(s, i) for i in links[1:]):
        return True
    if kind == "place" and s.low(links[0]) in ("for", "on", "against"):
        return True  # Secretary of State for Housing
    if kind == "organisation":
        return any(s.low(i) in ("in", "at", "to", "with") for i in links[1:])
    return kind == "place" and links[0] - start > 1 and s.entry(links[0] + 1, end) is not None


def _named(word: Traits) -> bool:
    """Tell whether a word may be somebody's given name: listed as one, or nothing that any list or ending knows."""
    return word.given or not (word.titled or word.common or word.ends or word.built or word.entry)


def placed(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a place or nationality begins the name: ``Peruvian Navy``, ``Lagos City Hospital``."""
    return any((e := s.entry(start, k)) is not None and e.kind == "place" for k in range(start + 1, end))


def _abstract(s: Sentence, i: int) -> bool:
    """Tell whether ``and`` joins two subjects of an office (``Agriculture and Fisheries``), not two names."""
    own = getattr(s.traits[i + 1].entry, "form", "") == "demonym" and s.is_cap(i + 2) and not s.traits[i + 2].ends
    beside = (i - 1, i + 1 + own)  # Oriental and African Studies
    return s.is_cap(i + 1) and not any(s.traits[k].entry is not None or s.traits[k].given for k in beside)


def charges(s: Sentence, start: int, i: int, end: int) -> bool:
    """Tell whether ``and`` joins what one body is in charge of: ``Food and Drug Administration``.

    What stands before it is an ordinary word and no body by itself; where a list has it as a name, more is asked.
    """
    subject, word = s.traits[i - 1], s.word(i - 1)
    first = next((k for k in range(i - 1, start, -1) if getattr(s.entry(start, k), "kind", "") == "place"), start)
    alone = i - 1 == first and word in wordset("names-plain-heads")  # the U.S. Securities and …
    alone = alone or s.word(end - 2) == "'"  # the Aviation and Metal Workers' Union
    halves = s.entry(start, i), s.entry(i + 1, end)
    if (
        any(halves)
        or ({"organisation", "place"} & {*subject.ends} and not alone)
        or s.words[end - 1].text in heads("team")
    ):
        return False
    if subject.common or word.endswith(("ic", "al", "ive")):
        return getattr(s.traits[i + 1].entry, "kind", "") != "organisation"
    named = any(s.traits[k].listed for k in range(first, i))
    held = not named or (i - first == 1 and (first > start or s.word(start - 1) == "the"))
    return held and all(plain_at(s, k) for k in (i - 1, *range(i + 1, end - 1)) if s.is_cap(k))


def plain_at(s: Sentence, i: int) -> bool:
    """Tell whether a word is a noun or an adjective of the language and no place: ``Parks``, ``Securities``."""
    t = s.traits[i]
    told = bool(s.words[i].kinds & _NOMINAL) or (not t.listed and plain_word(s.word(i)))
    return t.entry is None and (told or t.common or t.built or s.word(i) in s.lower_words)


_NOMINAL = frozenset({"noun", "adj"})


SAINTS = frozenset({"st", "st.", "saint", "sainte", "ste.", "san", "santa", "são"})

_OWNERS = frozenset({"state", "commonwealth", "people", "king", "queen", "crown"})
_BASED = frozenset({"based", "listed", "headquartered"})
_SUBJECTS = 8
"""An office has no more subjects between its commas: ``Bureau of Alcohol, Tobacco, Firearms and Explosives``."""


def bare(s: Sentence, start: int, end: int) -> bool:
    """Tell whether some tokens are no name by themselves: titles and ordinary words, or a function word at an end."""
    if s.traits[end - 1].function and not rallies(s, start, end):
        return True
    counted = "ordinal" in s.words[start].kinds and not s.opens(start)  # in the Third Army
    if s.traits[start].function and (s.word(start) != "the" or s.opens(start)) and not counted:
        return True
    return all(s.traits[i].offices or s.word(i) == "and" or title_word(s, i) for i in range(start, end))


_DOERS = ("ers", "ors", "ists", "ants", "ees")  # Shipworkers’ Union, but Peters’ Foundation


def possessive(s: Sentence, i: int, owner: str) -> bool:
    """Tell whether a possessive is inside a name: ``People’s Party``, ``Sheriff’s Office``, ``St. Mary’s Hospital``."""
    if s.word(i) not in ("'s", "'") or not s.is_cap(i + 1):
        return False
    several = owner.endswith(_DOERS) or s.traits[i - 1].offices
    doers = s.word(i) == "'" and several and not s.traits[i - 1].listed
    body = "organisation" in s.traits[i + 1].ends or (s.is_cap(i + 1) and "organisation" in s.traits[i + 2].ends)
    held = (doers or owner.lower() in titles()) and s.low(i - 2) != "of" and body
    return held or owner in heads("generic") or owns_office(s, i - 1) or s.word(i - 2) in SAINTS


def subjects(s: Sentence, i: int) -> bool:
    """Tell whether a comma stands between the subjects of an office: ``Ministry of Trade, Industry and Energy``."""
    first, last = i - 1, i + 1
    while s.word(first - 1) == "," and s.is_cap(first - 2) and i - first < _SUBJECTS:
        first -= 2
    while s.word(last + 1) == "," and s.is_cap(last + 2) and last - i < _SUBJECTS:
        last += 2
    listed = s.word(i) == "," and s.word(last + 1) == "and" and s.is_cap(last + 2) and last - first < _SUBJECTS
    office = s.low(first - 1) in ("of", "for") and s.word(first - 2) and s.words[first - 2].text in heads("of")
    return bool(listed and office) and all(s.traits[k].entry is None for k in (*range(first, last + 1, 2), last + 2))


def broken(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a mark parts the tokens, other than the possessive of ``People's Party`` or ``Workers' Union``."""
    for i in range(start, end):
        function = s.traits[i].function and s.word(i) != "of" and "ordinal" not in s.words[i].kinds  # the Sixth Fleet
        called = s.words[i].shouted or joins(s, i) or rallies(s, start, end)
        if i > start and s.is_cap(i) and function and not called:
            return True  # X Goes On The Road
        if s.words[i].text == "," and i + 2 == end and s.words[i + 1].text in heads("suffix"):
            continue  # Name, Inc.
        if s.cases[i] == "mark":
            owner = s.words[i - 1].text if i > start else ""
            if not (possessive(s, i, owner) or subjects(s, i)) or i == end - 1:
                return True
    return (s.word(start - 1) == "-" and s.ends[start - 1] == s.starts[start]) or owns_office(s, end - 1)


def rallies(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a name ends in what parties call themselves: ``Kelmar Together``."""
    return end - start > 1 and s.word(end - 1) in wordset("names-rallying") and not s.ordinary(start)


def joins(s: Sentence, i: int) -> bool:
    """Tell whether a preposition with a capital stands inside a body's name: ``Nurses Across Borders``."""
    return s.word(i) in cues("inner") and s.is_cap(i - 1) and s.is_cap(i + 1) and not s.traits[i - 1].function


def said_to_be(s: Sentence, end: int, kind: NameKind) -> str | None:
    """Return the noun of ``X is a small village``, ``X, a retailer,`` if it is one of a kind, or None."""
    article = s.word(end + 1)
    opened = s.word(end) in ("is", "was", "are", "were", ",", "(", "–", "—", "became")
    if not opened or article not in ("a", "an", "the", "one"):
        return None
    if kind == "organisation" and s.word(end) == "," and article == "the":
        return None  # near X, the company said
    for i in range(end + 2, min(len(s.words), end + 8)):
        word, after = s.low(i), s.low(i + 1)
        found = "person" if word in titles() else cues("before").get(word)
        whole = s.word(i + 1) not in ("'s", "-") and after not in titles() and after not in cues("before")
        if found is not None and whole:
            return word if found == kind else None
        if (s.cases[i] == "mark" and s.word(i) not in ("-", "'")) or word in _BEHIND_NOUNS:
            break  # the noun group ends
    return None


_BEHIND_NOUNS = ("of", "in", "for", "that", "which", "who")


def ending(s: Sentence, start: int, end: int) -> tuple[str, tuple[str, ...]]:
    """Return the head noun that a name ends in, of two words or one, and the kinds that it shows."""
    if s.traits[end].office and s.is_cap(end) and title_word(s, end - 1):
        return "", ()  # the X District Attorney
    if end - start > 2 and (kinds := heads("end").get(head := s.surface(end - 2, end))):  # noqa: PLR2004
        return head, kinds
    last = s.traits[end - 1]
    return (last.surface, last.ends) if end - start > 1 and last.ends else ("", ())


def next_name(s: Sentence, comma: int) -> str:
    """Return the capitalised words after a comma: ``Ohio`` in ``Toledo, Ohio``."""
    end = comma + 1
    while s.is_cap(end) and end - comma <= FOLLOWING:
        end += 1
    return s.surface(comma + 1, end) if end > comma + 1 else ""


def title_word(s: Sentence, i: int) -> bool:
    """Tell whether the i-th token may stand in a title."""
    traits = s.traits[i]
    if traits.titled or (traits.offices and s.capitals[i + 1]):  # Senators Ann Lee and Bo Reed
        return True
    return (s.lows[i] in _OWNERS and owns_office(s, i)) or (s.lows[i] == "'s" and owns_office(s, i - 1))


_PLAIN = re.compile(r"(?:s|ty|ure|age|[eot]ry|logy|dom|hood|ware|wise)$")  # kiosks, notoriety, furniture


def plain_word(word: str) -> bool:
    """Tell whether a word is known to stand for a kind of thing, or has an ending of such: a plural, ``notoriety``."""
    return bool(_PLAIN.search(word) or kind_of(stem(word.lower())))


QUOTED = 1.2  # what quotation marks around a name take away: a term or a work


def quoted(s: Sentence, start: int, end: int) -> bool:
    """Tell whether some tokens are all that stands in quotation marks: “Van Wilder”, “Van Wilder,”."""
    owned = s.word(start - 1) == "'" and s.word(start - 2).endswith("s")  # the Hawks' Ann Lee and the Kings' Bo Reed
    return s.word(start - 1) in QUOTES and not owned and (s.word(end) in QUOTES or s.word(end + 1) in QUOTES)


def bracketed(s: Sentence, start: int, end: int) -> str:
    """Return the acronym in brackets behind a name whose words its letters begin, or nothing."""
    letters = s.words[end + 1].text if end + 1 < len(s.words) else ""
    if s.word(end) != "(" or s.word(end + 2) not in (")", ",", ";") or not letters[:2].isupper():
        return ""
    return letters if letters[0].lower() in {s.word(i)[:1] for i in range(start, end)} else ""


def labels(s: Sentence, start: int, end: int) -> bool:
    """Tell whether words in capitals open a line before a colon, as speakers in a transcript do: ``ANN LEE: …``."""
    colon = (
        next((i for i in range(end + 1, end + 4) if s.word(i) == ":"), end) if s.word(end) == "," else end
    )  # LEE, HOST:
    return s.word(colon) == ":" and s.opens(start) and all(w.shouted for w in s.words[start:end])


def based(s: Sentence, start: int) -> bool:
    """Tell whether ``Oslo-based`` or the like stands before, but no ``QWERTY-based``."""
    held = s.word(start - 2) == "-" and s.word(start - 1) in _BASED and s.is_cap(start - 3)
    return held and (not s.words[start - 3].shouted or s.traits[start - 3].entry is not None)


def acts_as_person(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a given name with one word more is told to speak or act: ``Clara May said``."""
    return _given_and_more(s, start, end) and s.low(end) in cues("verb")


def person_like(s: Sentence, start: int, end: int) -> bool:
    """Tell whether two words that end like a body are rather somebody: ``Ned Band said``, ``Ann and Jo Hawks``."""
    told = s.low(end) in cues("verb") or s.words[end - 1].text in heads("team") or aged(s, end)
    told = told or s.traits[start - 1].office  # Mayor Ann Guardian
    return told and _given_and_more(s, start, end)


def aged(s: Sentence, end: int) -> bool:
    """Tell whether an age between commas follows: ``Ann Lee, 41, said``."""
    return s.word(end) == "," and bool(_AGE.fullmatch(s.word(end + 1))) and s.word(end + 2) in (",", ".")


def _given_and_more(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a name that is nothing else than a given name stands before one word more, without an article."""
    first = s.traits[start]
    pure = first.given and first.entry is None and (not first.family or s.words[end - 1].text in heads("team"))
    pure = pure and s.word(end - 1) not in wordset("names-firms")  # Aurel Air said
    return pure and end - start == 2 and s.word(start - 1) != "the"  # noqa: PLR2004


def owns_office(s: Sentence, i: int) -> bool:
    """Tell whether a word is the first one of an office: ``State's Attorney``, ``Queen's Counsel``."""
    after = s.traits[i + 2] if s.lows[i + 1] == "'s" and s.lows[i] in _OWNERS else None
    return after is not None and (after.office or after.offices)
