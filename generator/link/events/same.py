"""Whether two tellings tell the same happening."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator import edtf
from generator.link.content_words import senses_of, stems_of
from generator.link.events.telling import SAME_NEWS, Telling
from generator.link.likeness import cosine, rarity
from generator.link.opposites import excludes, undoes
from generator.model import Briefing
from generator.text import stem
from generator.text.synonyms import alike

# How alike (cosine of idf-weighted words, names and acts) two tellings of one date must be, by what else they share:
# tuned on the texts of tests/gold/events-*.md; a wrong merge loses an event, so each is set above the best false pair.
ALIKE_SAME_ACT = 0.12
ALIKE_OTHER_ACT = 0.45
ALIKE_NAMED_ACT = 0.33  # one names the other's act beside its own
ALIKE_COARSE = 0.22
ALIKE_UNDATED = 0.45  # of two articles of which one gives no date: nothing but the words says that it is one happening
# How alike sentences are: of 58 pairs of lines of one day above the first, in real articles, 52 are one happening.
ALIKE_LINES, ALIKE_READ = 0.22, 0.4
PARTNERS = 2
# So many content words, and so many of the shorter one's, make two tellings of one day the same in other words.
FEWEST_WORDS = 4
NEARLY = 0.75
# Acts of which one person does several a day: the partners decide, not the words.
_PAIRED = frozenset(("meet", "call", "sign"))
_COARSE = frozenset(("year", "decade", "century", "interval", "open", "season", "quarter"))
_ONCE = ("die", "birth")
# Tellings that are told as figures are the same only where the words say so.
_LOOSE_KINDS = frozenset(("statement", "figures", ""))

_COMMON = re.compile(r"\b[a-z][a-z'’-]{1,40}\b")
_YEAR = re.compile(r"(?<!since )\b(1[5-9][0-9]{2}|20[0-9]{2})\b")  # won it in 1908, but not: first since 1908


@dataclass(frozen=True, slots=True)
class Weights:
    """How telling each word, name and act is: inverse document frequency over all tellings; and where places lie."""

    idf: Mapping[str, float]
    words: Mapping[str, float]
    country: Mapping[str, str]

    def alike(self, a: Telling, b: Telling) -> float:
        """Return the cosine of two tellings, from 0 to 1."""
        return cosine(features(a), features(b), self.idf)

    def read_alike(self, one: str, other: str) -> float:
        """Return the cosine of two sentences, from 0 to 1."""
        return cosine(said(one), said(other), self.words)


@lru_cache(maxsize=8192)
def said(sentence: str) -> frozenset[str]:
    """Return what a sentence says, its numbers and names too: one stem for each meaning."""
    return frozenset(senses_of(stems_of(sentence)))


def features(telling: Telling) -> frozenset[str]:
    """Return what a telling is compared by: stems, ``@`` entity ids and ``=`` its act."""
    return telling.stems | {f"@{e}" for e in telling.named} | {f"={telling.deed}"}


def weights(tellings: Iterable[Telling], country: Mapping[str, str]) -> Weights:
    """Count the features of all tellings; ``country`` says where places lie."""
    tellings = tuple(tellings)
    counts = Counter(f for t in tellings for f in features(t))
    told = rarity(counts, len(tellings))
    sentences = {t.sentence for t in tellings}
    words = rarity(Counter(w for s in sentences for w in said(s.text)), len(sentences))
    return Weights({f: w * w for f, w in told.items()}, {f: w * w for f, w in words.items()}, country)


def same(a: Telling, b: Telling, by: Weights) -> bool:
    """Tell whether two tellings that neither date nor anything else sets apart are alike enough to be one."""
    if _called_off(a, b) or _one_happening(a, b) or _same_words(a, b) or _read_alike(a, b, by) or _is_once(a, b):
        return True
    likeness = by.alike(a, b)
    if a.deed != b.deed:
        return bool(a.value and b.value and a.named & b.named) and likeness >= _least(a, b)
    if same_cast(a, b, by):
        return True
    if not _share(a, b) or (a.article == b.article and a.value != b.value and likeness < ALIKE_OTHER_ACT):
        return False
    return likeness >= _enough(a, b)


def _same_words(a: Telling, b: Telling) -> bool:
    """Tell whether two articles tell the same of the same day, word for word or nearly, or in words of one meaning.

    Fewer words must be where the verbs are of one meaning, and fewer still where both name somebody or somewhere.
    """
    when, then = (t.value or (t.date.offset if t.date else None) for t in (a, b))  # "on Wednesday", whichever it was
    if a.article == b.article or when is None or when != then:
        return False
    if a.stems == b.stems:
        return True
    one, two = (t.stems - {stem(t.verb)} for t in (a, b))
    shared = sum(any(alike(mine, other, "noun") for other in two) for mine in one)
    deed = a.value is not None and edtf.precision(a.value) == "day" and alike(stem(a.verb), stem(b.verb), "verb")
    fewest = FEWEST_WORDS - deed - (deed and bool(a.named & b.named))
    return shared >= max(fewest, NEARLY * min(len(one), len(two)))


def _read_alike(a: Telling, b: Telling, by: Weights) -> bool:
    """Tell whether two lines are of one happening to who reads one below the other: more joins them than names.

    What gives no date must tell the same deed besides, and be more alike.
    """
    one_day = a.value is not None and a.value == b.value
    deed = bool(a.value or b.value) and (a.deed == b.deed or alike(stem(a.verb), stem(b.verb), "verb"))
    if a.mode != b.mode or a.sentence == b.sentence or not (a.stands and b.stands and (one_day or deed)):
        return False
    more = len(_meant(a) & _meant(b)) > 1  # than the deed
    return more and by.read_alike(a.sentence.text, b.sentence.text) >= (ALIKE_LINES if one_day else ALIKE_READ)


def _are_leads(a: Telling, b: Telling) -> bool:
    """Tell whether both head articles that tell one story in like words."""
    return bool(a.happening) and a.happening == b.happening


def _one_happening(a: Telling, b: Telling) -> bool:
    """Tell whether both are the main happening of one story: more than a name joins what they say of it."""
    return _are_leads(a, b) and (
        a.deed == b.deed or (a.mode == b.mode and not _days_apart(a, b) and bool(_meant(a) & _meant(b)))
    )


def _is_once(a: Telling, b: Telling) -> bool:
    """Tell whether both tell of one person what nobody does twice."""
    return a.act == b.act in _ONCE and a.mode == b.mode and bool(a.doers & b.doers & a.people & b.people)


def _meant(telling: Telling) -> frozenset[str]:
    """Return what a telling says in words that aren't names, *dam* of *Kariba dam* too: one stem for each meaning."""
    common = stems_of(" ".join(_COMMON.findall(telling.headline.text)))
    return frozenset(senses_of((stem(telling.verb), *sorted(telling.stems), *common)))


def _enough(a: Telling, b: Telling) -> float:
    """Return how alike two tellings of one act must be."""
    if a.article != b.article and None in (a.value, b.value):
        return ALIKE_UNDATED
    return ALIKE_COARSE if a.kind in _LOOSE_KINDS or _coarse(a) or _coarse(b) else ALIKE_SAME_ACT


def _least(a: Telling, b: Telling) -> float:
    """Return how alike two tellings of different acts must be."""
    if a.act not in b.acts and b.act not in a.acts and not alike(stem(a.verb), stem(b.verb), "verb"):
        return ALIKE_OTHER_ACT
    return ALIKE_COARSE if a.things & b.things else ALIKE_NAMED_ACT


def _called_off(a: Telling, b: Telling) -> bool:
    """Tell whether the one calls off what the other announces: the same people at the same place on the same day."""
    modes = {a.mode, b.mode} == {"planned", "cancelled"}
    return modes and a.value == b.value is not None and bool(a.actors & b.actors) and bool(a.places & b.places)


def same_cast(a: Telling, b: Telling, by: Weights) -> bool:
    """Tell whether one traveller goes to one country, or two partners of the one telling meet in the other."""
    if a.deed != b.deed:
        return False
    travellers = (a.agents - a.places) & (b.agents - b.places)
    partners = (a.actors | a.agents) & (b.actors | b.agents) - a.places - b.places
    meet = a.act in _PAIRED and len(partners) >= PARTNERS
    return meet or (a.kind == "visit" and bool(travellers) and bool(_lands(a.goals, by) & _lands(b.goals, by)))


def _share(a: Telling, b: Telling) -> bool:
    """Tell whether the two name somebody or somewhere in common, in the telling or (weaker) around it."""
    if a.article == b.article and a.named & b.context and b.named & a.context:
        return True
    return bool((a.named or a.context) & (b.named or b.context))


def _coarse(telling: Telling) -> bool:
    return telling.value is None or edtf.precision(telling.value) in _COARSE


def apart(a: Telling, b: Telling, by: Weights) -> bool:
    """Tell whether who, where or which way rules out that two tellings are one; nothing does where one is a copy."""
    if a.core == b.core and a.article != b.article:
        return False
    if {a.mode, b.mode} == {"cancelled", "happened"} or _undoes(a, b) or _other_agents(a, b):
        return True
    another = a.deed == b.deed and _strange(a.objects, b.objects, (a.named, b.named))  # with another name
    past = (is_long_past(x, y, (x.core, y.core)) for x, y in ((a, b), (b, a)))
    if another or _other_numbers(a, b) or any(past):
        return True
    return not _are_leads(a, b) and (a.sentence == b.sentence or _other_partners(a, b) or _elsewhere(a, b, by))


def _undoes(a: Telling, b: Telling) -> bool:
    """Tell whether one undoes the other, or is its opposite, of the same or of nobody named, and neither tells both."""
    if undoes(a.verb, b.verb):
        return True
    both = stem(a.verb) in b.stems or stem(b.verb) in a.stems
    return bool(a.agents & b.agents or not a.agents | b.agents) and not both and excludes(a.verb, b.verb)


def _other_agents(a: Telling, b: Telling) -> bool:
    """Tell whether others act: who does it in the one neither does it in the other, nor is it done to them."""
    hit = a.doers | a.objects, b.doers | b.objects
    return a.act not in _PAIRED and (
        _strange(a.doers, b.doers, hit) or _strange(a.doers & a.people, b.doers & b.people, hit)
    )


def _strange(one: frozenset[str], other: frozenset[str], named: tuple[frozenset[str], frozenset[str]]) -> bool:
    return bool(one and other) and not one & named[1] and not other & named[0]


def _other_partners(a: Telling, b: Telling) -> bool:
    """``X met Y`` and ``X met Z`` are two; whom one telling adds to the other's is no contradiction."""
    if a.act not in _PAIRED:
        return False
    one, two = (a.people, b.people) if a.people and b.people else (a.actors, b.actors)
    part = one <= two or two <= one or 2 * len(one & two) > len(one | two)
    return bool(one and two) and not part


def _lands(places: frozenset[str], by: Weights) -> frozenset[str]:
    return frozenset(by.country.get(p, p) for p in places) | places


def _elsewhere(a: Telling, b: Telling, by: Weights) -> bool:
    """Tell whether both name where it happened and the places have nothing in common, not even the country."""
    if not (a.goals and b.goals) or a.goals & b.goals:
        return False
    known = all(p in by.country for p in a.goals | b.goals)
    return not _lands(a.goals, by) & _lands(b.goals, by) if known else not (a.places & b.places)


def is_long_past(one: Telling, other: Telling, texts: tuple[str, str], *, undated: bool = False) -> bool:
    """Tell whether the one, without a date of its own, names a year far from the other's that the other doesn't name.

    ``texts`` are the words of each in which it is looked for; ``undated`` is the answer where nothing tells the other's
    year.
    """
    years = set() if one.date else {*_YEAR.findall(texts[0])}
    years -= {*_YEAR.findall(texts[1])} if years else set()
    known = (other.value or other.written or "")[:4]
    if not years or not known.isdigit():
        return undated and bool(years) and not known
    return all(abs(int(year) - int(known)) > 1 for year in years)


def _other_numbers(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings have no number in common, which sets figures apart, and what is told days later.

    *Has arrested five* isn't told of the day on which two were arrested.
    """
    one, two = ({s for s in t.stems if s.startswith("#")} for t in (a, b))
    other = bool(one and two) and not one & two
    return other and (is_later(a, b) or (a.kind == b.kind == "figures" and not _are_leads(a, b)))


def is_later(a: Telling, b: Telling) -> bool:
    """Tell whether one tells without a date, on another day, what the other dates."""
    return (a.value is None) != (b.value is None) and _days_apart(a, b)


def _days_apart(a: Telling, b: Telling) -> bool:
    """Tell whether two articles are of other days, as far as that is known."""
    days = edtf.days_between(a.written, b.written) if a.written and b.written else 0
    return abs(days or 0) > SAME_NEWS


def lands(briefing: Briefing) -> dict[str, str]:
    """Return the country of every place that has a known one, by the place's id."""
    return {e.id: e.country for e in briefing.entities if e.kind == "place" and e.country}
