"""How much speaks for an event, an agreement, a work or a product, and for a name that is known beforehand."""

import re
from collections.abc import Iterator

from generator.extract.names import titles
from generator.extract.names.around import bare, ending, next_name, of_phrase, quoted, title_word
from generator.extract.names.gazetteer import LONGEST, Entry, gazetteer
from generator.extract.names.lists import cues, heads
from generator.extract.names.sentence import Claim, Reading, Sentence
from generator.lexicons import wordset
from generator.model import NameKind

LONGEST_THING = 14  # no title or agreement's name that is read here has more tokens
_PRODUCT = 4  # ``Name Name 737 Max``: no product's name has more tokens
_STARTED = 3  # ``Operation X Y``: a name that begins with what it is has no more words
_MAKERS = frozenset({"creator", "star", "author", "director", "actor", "actress", "producer", "writer", "singer"})
_ARTICLES = ("the", "a", "an")
_OWNING = frozenset({"a", "an", "his", "her", "my", "their", "your"})
_DEPUTIES = frozenset({"assistant", "deputy", "associate", "interim"})  # the assistant GM
_YEAR = re.compile(r"(?:19|20)\d\d$")
_MODEL = re.compile(r"\d{1,3}$")  # a year is no model

SURE = 3.0  # a name of the gazetteer that can hardly be anything else
_PRIOR = {"country": SURE, "capital": 2.2, "state": 2.2}
"""What a name of the gazetteer that is also a person's counts without its neighbours; 1.6 for others."""

_SHOUT = 3  # shorter words in capitals are acronyms
GOES_ON = 1.0  # what a newspaper's name counts where a capital follows: ``The National Weather Service``


def thing(s: Sentence, start: int, end: int, kind: NameKind) -> Reading | None:
    """Return the reading of some tokens as an event (``Battle of Lepanto``), an agreement or a work by its words."""
    if not 1 < end - start <= LONGEST_THING or s.cases[start] == "low" or not s.is_cap(end - 1):
        return None
    claim = next(_claims(s, start, end, kind), None)
    return None if claim is None else Reading(start, end, kind, claim[0], kind, claim[1])


def quoted_work(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as the title of a work: in quotation marks, or called one."""
    if end - start > LONGEST_THING or s.cases[start] == "low" or s.cases[end - 1] == "low":
        return None
    before = s.low(start - 1)
    if end - start > 1 and quoted(s, start, end) and not _spoken(s, start, end):
        told = s.low(start - 2)
        made = cues("before").get(told) == "work" or s.word(end + 1) in _MAKERS
        return Reading(start, end, "work", 3.0 if made else 2.0, "work", "it stands in quotation marks")
    if cues("before").get(before) == "work" and "mark" not in s.cases[start:end]:
        return Reading(start, end, "work", 2.2, "work", f"“{before}” stands before it")
    return None


def _spoken(s: Sentence, start: int, end: int) -> bool:
    """Tell whether the words in quotation marks are what somebody says."""
    first = s.traits[start]
    return "'s" in s.lows[start:end] or first.office or (first.function and s.word(start) not in _ARTICLES)


def product(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a product: a name with a number, or behind *the ship*."""
    if cues("before").get(s.low(start - 1)) == "product" and s.is_cap(start) and 1 < end - start <= _PRODUCT:
        return Reading(start, end, "product", 2.2, "product", f"“{s.word(start - 1)}” stands before it")
    if end - start > _PRODUCT or not s.is_cap(start) or bare(s, start, start + 1):
        return None
    numbered = end - start > 1 and s.is_cap(end - 2) and bool(_MODEL.match(s.words[end - 1].text))
    counted = s.word(start - 1).isdigit() or s.word(end - 2) == "no."  # 2 AC 311, Law No. 14
    told = any(s.ordinary(i) or s.words[i].kinds or s.word(i).endswith(".") for i in range(start, end - 1))
    if numbered and not (counted or told or s.word(end) == ":"):
        return Reading(start, end, "product", 0.9, "product", "a number belongs to it")
    return None


def _claims(s: Sentence, start: int, end: int, kind: NameKind) -> Iterator[Claim]:
    """Yield what the words say for a kind, the best claim first."""
    if (found := of_phrase(s, start, end, kind)) is not None:
        yield found
    if any(s.small[start:end]):
        return
    first = s.words[start].text
    if kind in heads("start").get(first, ()) and end - start <= _STARTED:
        yield 2.4, f"{first} … is what such names look like"
    last, kinds = ending(s, start, end)
    named = s.traits[end - 1].given and (s.is_cap(end) or title_word(s, end - 2))
    if kind in kinds and not named:
        plain = all(s.ordinary(i) for i in range(start, end - 1))
        yield _ended(s, start, last, plain=plain), f"{last} is what such names end in"


def _ended(s: Sentence, start: int, last: str, *, plain: bool) -> float:
    entry = s.traits[start].entry
    if plain and (s.opens(start) or last not in heads("sure")):
        return 0.3
    if entry is None or entry.kind not in ("place", "organisation"):
        return 2.2
    return 3.0 if last in heads("sure") else 2.6


def known_to_the_world(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a name of the gazetteer, or None."""
    if end - start > LONGEST:
        return None
    entry = s.entry(start, end)
    if entry is None and start == 0 and s.words[0].shouted and len(surface := s.surface(0, end)) > _SHOUT:
        entry = gazetteer().get(surface.title()) if surface.isupper() else None  # a dateline: BUENOS AIRES
    if entry is None:
        return None
    surface = s.surface(start, end)
    if s.word(end) == "," and entry.kind == "place":
        entry = gazetteer().get(f"{surface}, {next_name(s, end)}", entry)  # Birmingham, Alabama
    plain = end - start > 1 or (entry.of == "country" and not s.traits[start].given) or entry.form == "demonym"
    strength = SURE if plain else _of_one_word(s, start, entry)
    if s.traits[start].office and s.traits[start + 1].given and s.word(start - 1) not in cues("inside"):
        strength = min(1.0, strength)  # Prince George
    if entry.of == "media" and s.word(start) == "the" and s.is_cap(end):
        strength = GOES_ON
    because = f"{surface} is in the gazetteer ({entry.of if entry.of not in ('-', '') else entry.kind})"
    return Reading(start, end, entry.kind, strength, "gazetteer", because, entry.key, entry.norm, entry.form)


def _of_one_word(s: Sentence, i: int, entry: Entry) -> float:
    """Return the strength of a single word, which may be ordinary (``Reading``) or somebody's name (``Jackson``)."""
    text, traits = s.words[i].text, s.traits[i]
    if title_word(s, i) and (s.traits[i + 1].titled):
        return 0.0  # Labour Minister, Minister of Labour
    if entry.of == "team" and s.low(i - 1) in ("in", "near", "from"):
        return 0.5  # staying in Fulham
    office = (
        text.isupper() and s.is_cap(i + 2) and s.traits[i + 1].given and s.traits[i + 1].entry is None
    )  # GM Ann Lee
    company = entry.of == "company" and (office or _sold(s, i) or _medium(s, i))
    called = traits.listed and s.is_cap(i - 1) and s.traits[i - 1].given and entry.kind == "organisation"  # Betty Ford
    if company or called or (text.isupper() and s.low(i - 1) in _DEPUTIES):
        return 0.5
    after = s.traits[i + 1]
    called = s.is_cap(i + 1) and traits.given and not title_word(s, i + 1) and not s.ordinary(i + 1)  # Chad Smith
    if s.is_cap(i + 1) and (called or (after.given and after.entry is None and entry.of in ("-", "town"))):
        return 0.9 + (0.0 if called else max(0.0, _beside(s, i)))
    ordinary, named = traits.common, traits.listed
    if ordinary and text.isupper() and s.headline:
        strength = 0.0  # WHO HAS TO PAY?
    elif text.isupper() and entry.kind != "place":
        strength = 2.6
    elif entry.kind != "place":
        strength = 0.6 if ordinary else (1.6 if named else 2.5) - 0.6 * s.opens(i)
    elif ordinary:
        strength = 0.6 + _beside(s, i)
    elif named or entry.of == "town":
        strength = min(SURE, _PRIOR.get(entry.of, 1.6) + _beside(s, i))
    else:
        strength = SURE + min(0.0, _beside(s, i))  # Officer Bilbao
    return strength


def _sold(s: Sentence, i: int) -> bool:
    """Tell whether a firm's name stands for what it makes: ``a black Kia``, ``her Bentley``, not ``a Kia dealer``."""
    told = (k for k in range(i - 1, i - 5, -1) if k < 0 or not ("adj" in s.words[k].kinds or _YEAR.match(s.word(k))))
    first = next(told, i)
    end = i + 1 + s.is_cap(i + 1)  # a silver Kia Rio
    after = s.words[end] if s.low(end) else None
    goes_on = after is not None and ("noun" in after.kinds or not after.kinds)
    owning = s.word(first) in _OWNING or (s.low(i - 1) == "the" and not s.is_cap(i + 1))
    return (owning or bool(_YEAR.match(s.word(i - 1)))) and not goes_on


def _medium(s: Sentence, i: int) -> bool:
    """Tell whether a service stands for what people write in: ``on Facebook``, ``a WhatsApp message``."""
    through = s.low(i - 1) in ("on", "via", "over", "by", "through") or s.low(i + 1) in wordset("names-posts")
    return s.word(i) in wordset("names-services") and through


def shared(s: Sentence, r: Reading) -> Reading:
    """Return the reading of a town or a paper whose name somebody in the article bears: its neighbours decide."""
    entry = s.entry(r.start, r.end)
    if r.rule != "gazetteer" or entry is None or entry.form != "name" or entry.of == "company":
        return r
    reached = s.word(r.start - 1) in ("to", "from") and s.low(r.start - 2) not in cues(
        "motion"
    )  # according to Ferguson
    strength = min(2.2, _PRIOR.get(entry.of, 1.6)) + (0.0 if reached else _beside(s, r.start))
    return r._replace(strength=min(r.strength, strength))


def _beside(s: Sentence, i: int) -> float:
    before, after = s.word(i - 1), s.word(i + 1)
    if titles.honorific(s, i) or titles.before(s, i) or titles.several(s, i):
        return -1.2
    if before in cues("preposition") or before in cues("inside") or cues("before").get(s.low(i - 1)) == "place":
        return 1.3
    if before == "to":
        return 0.8
    follower = s.traits[i + 2].entry if after == "," and s.is_cap(i + 2) else None
    if follower is not None and follower.kind == "place":
        return 1.3
    return -0.8 if after in cues("speech") else 0.0
