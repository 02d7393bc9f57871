"""How much speaks for a place."""

from collections.abc import Iterator, Sequence

from generator.extract.names.around import SAINTS, ending, next_name, of_phrase, quoted, said_to_be
from generator.extract.names.gazetteer import gazetteer
from generator.extract.names.lists import cues, heads
from generator.extract.names.sentence import Claim, Reading, Sentence
from generator.lexicons import compiled, wordset

LONGEST = 6  # no place's name has more tokens
_MOST = 2.2  # what stands beside a name can't say more than this
OWN_WORD = 0.7  # what it takes away that the article also writes the word in small letters
_STARTED = 3  # ``Lake X Y``: a name that begins with what it is has no more words
_INNER = frozenset({"de", "la", "del", "do", "da", "dos", "el", "al", "upon", "le", "du", "des", "am", "an", "der"})
_AGAINST = frozenset({"against", "over", "to", "at", "with", "by", "from", "of", "on", "between"})
_SCORE = ("num", "mark", "num")  # 83-74
_ON_GAMES = 2  # words of sport that tell what an article is on; one may be a figure of speech
_LOCATED = 0.7  # what stands beside a name that is surely a place's says as much
_NUMBERED = ("avenue", "street", "district", "ward", "arrondissement")  # Fifth Avenue
_PLACE_END = compiled("town")
_MAYBE_END = compiled("town-or-family")


def place(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a place, or None where they can't be one."""
    if end - start > LONGEST or not s.is_cap(start) or not s.is_cap(end - 1):
        return None
    saint, far = s.word(start) in SAINTS, cues("after").get(s.low(end)) != "place"  # the Santa Clara valley
    work = saint and ((s.word(start - 1) in ("the", "a") and far) or s.low(end) in wordset("names-houses"))
    if end - start > 1 and (s.traits[end - 1].office or s.word(start) == "the" or work):
        return None  # Santa Monica Chief, The Long Line, the Santa Lucy, the San Carlo school
    if "ordinal" in s.words[start].kinds and s.word(end - 1) not in _NUMBERED:
        return None  # the Third Quarter
    own = next(_one(s, start) if end - start == 1 else _several(s, start, end), None)
    if own is None or (end - start > 1 and quoted(s, start, end)):
        return None
    beside = [*_before(s, start), *_after(s, end)]
    strength = own[0] + min(_MOST, sum(claim for claim, _ in beside))
    because = "; ".join(why for _, why in (own, *beside) if why) or "capitals only"
    return Reading(start, end, "place", min(3.0, strength), "place", because)


def _one(s: Sentence, i: int) -> Iterator[Claim]:
    """Yield what a single word says, the best claim first."""
    t = s.words[i]
    if s.ordinary(i) or t.shouted:
        return
    if t.low in s.lower_words:
        yield -OWN_WORD, ""
    if s.traits[i].listed:
        yield -0.3, ""
    if _PLACE_END.search(t.text):
        yield 0.8, "it ends like a place"
    if _MAYBE_END.search(t.text):
        yield 0.3, "it ends like a place"
    yield 0.1, ""


def _several(s: Sentence, start: int, end: int) -> Iterator[Claim]:
    """Yield what several words say, the best claim first."""
    first = s.words[start].text
    if (found := of_phrase(s, start, end, "place")) is not None:
        yield found
    inner = {s.low(i) for i in range(start + 1, end - 1)} - {""}
    if inner - _INNER:
        return
    whole = s.entry(start + 1, end)
    if first in heads("part") and whole is not None and whole.kind == "place" and whole.form == "name":
        yield 2.7, f"a part of {whole.norm}"
    if "place" in ending(s, start, end)[1]:
        yield _headed(s, start, end)
    last = s.traits[end - 1]  # can be the name after a direction: North Kerrow
    if first in heads("part") and end - start <= 2 and not (s.ordinary(end - 1) or last.built or last.given):  # noqa: PLR2004
        yield 1.2, f"{first} … is what places are called"
    if end - start <= _STARTED + len(inner) and not s.ordinary(start + 1):
        held = end - start > 2 and "event" in ending(s, start, end)[1]  # noqa: PLR2004 - Lake Orre Marathon
        if "place" in heads("start").get(first, ()) and not held:
            yield 2.3, f"{first} … is what places are called"
        if "place" in heads("prefix").get(first, ()):
            yield 1.4, f"{first} … is what places are called"
    if s.word(end - 1) in s.lower_words:
        yield -OWN_WORD, ""  # Quick Menu, where menus are written of
    yield (0.0 if s.traits[start].given or any(s.ordinary(i) for i in range(start, end)) else 0.3), ""


def _headed(s: Sentence, start: int, end: int) -> Claim:
    last = s.words[end - 1].text
    plain = all(s.ordinary(i) for i in range(start, end - 1))
    strength = 2.5
    if s.word(end).isdigit():
        strength = 0.3  # Channel 4
    elif plain:
        named = "poss" not in s.words[start - 1].kinds and s.low(start - 1) != "the"  # their Moon Village
        strength = 0.3 if s.opens(start) else 1.6 if named else 0.9
    elif s.traits[end - 1].family and any(s.traits[i].given or s.traits[i].initial for i in range(start, end - 1)):
        strength = 0.8
    elif last == "State":
        home = s.entry(start, end - 1)
        strength = 0.3 if s.word(start - 1) == "at" or (home is not None and home.country == "US") else 1.6
    elif s.traits[end - 1].family and end - start == 2:  # noqa: PLR2004
        strength = 1.8  # Dante Hall, Richmond Hill
    return strength, f"{last} is what places are called"


def on_games(sentences: Sequence[Sentence], found: Sequence[tuple[Sentence, Reading]]) -> bool:
    """Tell whether an article is on games whose sides it calls by their places."""
    told = len(cues("sport").keys() & {w.low for s in sentences for w in s.words})
    if told >= 2 * _ON_GAMES and any(
        r.kind == "organisation" and s.words[r.end - 1].text in heads("team") for s, r in found
    ):
        return True
    return told >= _ON_GAMES and any(r.kind == "place" and plays(s, r.start, r.end) for s, r in found)


def located(s: Sentence, r: Reading) -> bool:
    """Tell whether what stands beside a name shows that the place is meant, and not the team that bears its name."""
    start, end = r.start, r.end
    entry, before = s.entry(start, end), s.word(start - 1)
    if r.rule == "dateline":
        return True
    if before == "," and s.is_cap(start - 2) and entry is not None and entry.of in ("state", "country"):
        return True  # Omaha, Nebraska
    open_ = before in ("at", "between") or s.word(end) in ("'s", "'")  # in Quito's win
    return (before == "to" or (not open_ and told(s, r))) and not plays(s, start, end)


def told(s: Sentence, r: Reading) -> bool:
    """Tell whether what stands beside a name is what stands beside a place."""
    return any(claim >= _LOCATED for claim, _ in (*_before(s, r.start), *_after(s, r.end)))


def plays(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a place's name stands for a team: ``No. 9 X``, ``X (10-3)``, ``a win over X``, ``X coach Lee``."""
    ranked = s.word(start - 1) == "ranked" or (s.word(start - 2).endswith("no.") and s.word(start - 1).isdigit())
    bracket = s.word(end) == "("
    if ranked or s.cases[end + bracket : end + bracket + 3] == _SCORE:
        return True
    first = start
    while s.word(first - 1) in (",", "and", "or") and s.is_cap(first - 2):  # games against X Y, Z and …
        first -= 2
        while s.is_cap(first - 1):
            first -= 1
    before = s.low(first - 1)
    met = before == "against" or any(s.low(k) in cues("contest") for k in range(first - 4, first - 1))
    return (met and before in _AGAINST) or before in cues("meets") or s.low(end) in cues("plays")


def _before(s: Sentence, start: int) -> Iterator[Claim]:
    previous, low = s.word(start - 1), s.low(start - 1)
    because = f"“{previous}” stands before it"
    of_place = previous == "of" and (s.word(start - 2) in cues("of") or cues("before").get(s.low(start - 2)) == "place")
    moving = previous == "to" and s.low(start - 2) in cues("motion")
    if of_place or cues("before").get(low) == "place":
        yield 1.5, because
    elif cues("inside").get(previous) == "place":
        yield 1.3, because
    elif moving or previous in cues("preposition"):
        yield 0.7, because
    elif previous in ("to", "of"):
        yield 0.2, because


def _after(s: Sentence, end: int) -> Iterator[Claim]:
    if _next_is_place(s, end):
        yield 1.3, f"{next_name(s, end)} follows it"
    if cues("after").get(s.low(end)) == "place":
        yield 0.9, f"“{s.word(end)}” follows it"
    if (noun := said_to_be(s, end, "place")) is not None:
        yield 1.5, f"called a {noun}"


def _next_is_place(s: Sentence, comma: int) -> bool:
    follower = gazetteer().get(next_name(s, comma)) if s.word(comma) == "," else None
    return follower is not None and follower.kind == "place" and follower.form == "name"
