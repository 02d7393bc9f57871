"""Sources ──▶ the same with what each has in common with other texts of its house: one layout, filled differently."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from generator.clean.lines import SITE, Line, split_lines
from generator.clean.nameplate import nameplate
from generator.clean.notices import bare, is_prose
from generator.clean.pieces import can_be_name, person_of
from generator.clean.units import function_words
from generator.model import Layout, Source, Span
from generator.text.pubdate import PubDate, find_dates

FEWEST = 3  # texts that have a line in common; fewer may by chance
SAME_TEXT = 0.5  # of the sentences of the shorter one
RELATED = 1 / 3  # of the names of one or the other
DAY_WORDS = 10  # of a line that dates a text
NUMBERED = 4  # words of a line that is the same with other numbers: 6 min read
FULL = len("2025-04-14")
FEWEST_LINES = 2
_ENDED = re.compile(r"[.?!…][\s\"'”’`»)\]]*$")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<=[^\s.!?:\"“”])\s+(?P<name>[A-Z\u00c0-\u00de][^\W\d_]{2,})")  # no first word of a sentence


def laid_out(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources, each with the lines that recur in texts of its house, the name and the day among them.

    A line recurs that three texts of one house have in common, or, where nobody says whose they are, that they have
    beside two others; copies of one text count as one.
    """
    texts = [_Text(source) for source in sources]
    houses: defaultdict[str, list[_Text]] = defaultdict(list)
    for text in texts:
        houses[_house(text.source)].append(text)
    found = {id(text): layout for house in houses.items() for text, layout in _layouts(*house)}
    return tuple(replace(t.source, layout=found[id(t)]) if id(t) in found else t.source for t in texts)


def _house(source: Source) -> str:
    """Return whose text it is by its sidecar or file."""
    said = (s.value for s in source.states if s.field == "publisher")
    return bare(source.stated("publisher") or next(said, ""))


def names_in(texts: Iterable[str]) -> set[str]:
    """Return the capital words amid sentences, folded."""
    return {m["name"].casefold() for text in texts for m in _NAME.finditer(text)}


def is_related(one: set[str], other: set[str]) -> bool:
    """Tell whether two sets of names are of one story."""
    fewer = min(len(one), len(other))
    return bool(fewer) and len(one & other) >= RELATED * fewer


@dataclass(frozen=True, eq=False)
class _Text:
    source: Source

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return split_lines(self.source.text)

    @cached_property
    def days(self) -> dict[int, PubDate]:
        """The lines that hold one whole day and little else."""
        short = ((i, ln.text) for i, ln in enumerate(self.lines) if ln.words <= DAY_WORDS and _DIGITS.search(ln.text))
        found = ((i, find_dates(text)) for i, text in short)
        return {i: dates[0] for i, dates in found if len(dates) == 1 and len(dates[0].value) == FULL}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What each line is by; a short one may count: ``6 min read``."""
        told = ((i, line, bare(line.text)) for i, line in enumerate(self.lines))
        return tuple(
            _DIGITS.sub("0", key) if ln.words <= NUMBERED and i not in self.days else key for i, ln, key in told
        )

    @cached_property
    def prose(self) -> dict[str, str]:
        """The sentences by their keys."""
        return {key: line.text for key, line in zip(self.keys, self.lines, strict=True) if is_prose(line.text)}

    @cached_property
    def story(self) -> int:
        """The first line that is a sentence."""
        return next((i for i, line in enumerate(self.lines) if is_prose(line.text)), len(self.lines))

    @cached_property
    def site(self) -> tuple[str, Span] | None:
        """What stands behind the first line and a bar or dash, and its place."""
        match = SITE.search(self.lines[0].text) if self.lines else None
        at = self.lines[0].body if self.lines else 0
        return (match["name"], Span(at + match.start("name"), at + match.end("name"))) if match else None

    def line(self, key: str) -> Line:
        """Return the first line of a key."""
        return self.lines[self.keys.index(key)]

    def is_copy(self, other: "_Text") -> bool:
        """Tell whether two texts are one: half of their sentences are the same, and nothing else tells them apart.

        The other sentences do if they name others; where they name nobody, what stands above them.
        """
        shared = self.prose.keys() & other.prose.keys()
        if not shared or len(shared) < SAME_TEXT * min(len(self.prose), len(other.prose)):
            return False
        told = names_in(self.prose[key] for key in shared)
        rests = [[line for key, line in text.prose.items() if key not in shared] for text in (self, other)]
        named = [names_in(rest) for rest in rests]
        if all(named) or not all(rests):
            return not all(rests) or any(is_related(told, rest) for rest in named)
        one, two = (self.head(other), other.head(self))
        return len(one & two) >= SAME_TEXT * min(len(one), len(two))

    def head(self, other: "_Text") -> frozenset[str]:
        """Return the words of the lines above the story that another text hasn't."""
        own = (key for key in self.keys if key not in other.keys)
        above = takewhile(lambda key: key not in self.prose, own)
        return frozenset(word for key in above for word in _WORD.findall(key)) - function_words()


def _layouts(house: str, texts: Sequence[_Text]) -> Iterator[tuple[_Text, Layout]]:
    shared = _recurring(texts, [text.keys for text in texts])
    shared = shared if house else _beside_others(shared)
    slots = [_slots(text, shared) for text in texts]
    dated = _recurring(texts, slots)
    named = _named(texts, shared)
    for text, slot in zip(texts, slots, strict=True):
        lines = tuple(ln.span.start for ln, key in zip(text.lines, text.keys, strict=True) if key in shared)
        if lines:
            days = [span for key, span in slot.items() if key in dated]
            yield text, Layout(lines, named.get(text), days[0] if len(days) == 1 else None)


def _recurring(texts: Sequence[_Text], keys: Sequence[Iterable[str]]) -> dict[str, list[_Text]]:
    """Return the keys that three texts have, and which."""
    where: defaultdict[str, list[_Text]] = defaultdict(list)
    for text, found in zip(texts, keys, strict=True):
        for key in dict.fromkeys(found):
            where[key].append(text)
    return {key: those for key, those in where.items() if key and _are_several(those)}


def _beside_others(found: Mapping[str, list[_Text]]) -> dict[str, list[_Text]]:
    """Return the lines that three texts have in common with others."""
    lines = {key for key, those in found.items() if not _ENDED.search(those[0].line(key).text)}
    return {key: those for key, those in found.items() if _has_more(key, those, lines)}


def _has_more(key: str, texts: Sequence[_Text], lines: Container[str]) -> bool:
    """Tell whether three texts have two lines in common that are no sentences: those of a wire's copies may be."""
    found = Counter(other for text in texts for other in {*text.keys, key} if other in lines)
    return sum(n >= FEWEST for n in found.values()) >= FEWEST_LINES


def _are_several(texts: Sequence[_Text]) -> bool:
    """Tell whether three texts are among some of which none is a copy of another."""
    found: list[_Text] = []
    for text in texts if len(texts) >= FEWEST else ():
        if not any(text.is_copy(other) for other in found):
            found.append(text)
        if len(found) == FEWEST:
            return True
    return False


def _slots(text: _Text, shared: Mapping[str, object]) -> dict[str, Span]:
    """Return the days that differ from text to text, by what stands around them: once in it, and beside a shared line.

    A line that isn't told beside it has words of its own: ``Done at Orre, 3 May 2024``.
    """
    found: list[tuple[str, Span]] = []
    for i, day in text.days.items():
        line = text.lines[i].text
        if text.keys[i] in shared:
            continue  # of a list that stands below all of them
        beside = [key for key in (*text.keys[i + 1 : i + 2], *text.keys[max(i - 1, 0) : i]) if key in shared]
        own = _DIGITS.sub("0", bare(f"{line[: day.start]}<>{line[day.end :]}"))
        around = own if any(map(str.isalpha, own)) else next(iter(beside), "")
        found += [(f"{own} {around}", Span(*(text.lines[i].body + at for at in (day.start, day.end))))] * bool(around)
    once = Counter(key for key, _ in found)
    return {key: span for key, span in found if once[key] == 1}


def _named(texts: Sequence[_Text], shared: Mapping[str, Sequence[_Text]]) -> dict[_Text, Span]:
    """Return where the recurring name of its house stands in each text: behind the headline, or alone in a line."""
    named: dict[_Text, Span] = {}
    sites = [(bare(text.site[0]),) if text.site else () for text in texts]
    for behind in _recurring(texts, sites).values():
        named |= {text: text.site[1] for text in behind if text.site}
    ranked = sorted(shared.items(), key=lambda entry: -_rank(*entry))
    for key, those in ((key, those) for key, those in ranked if _rank(key, those)):
        for text in (t for t in those if t not in named):
            line = text.line(key)
            named[text] = Span(line.body, line.end)
    return named


def _rank(key: str, texts: Sequence[_Text]) -> int:
    """Return how much says that a line is the name of a house: its form, that all begin with it, or their stories."""
    first = texts[0].line(key).text
    if len(first.split()) < 2 or not can_be_name(first):  # noqa: PLR2004
        return 0
    if not all(text.keys.index(key) < text.story for text in texts):
        return 0
    opens = all(text.keys[0] == key for text in texts)
    told = any(key in line.casefold() for text in texts for line in text.prose.values())
    return 4 * bool(nameplate(first)) + 2 * opens + (told and not person_of(first))
