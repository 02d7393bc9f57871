"""Sources ──▶ the same with what each has in common with other texts of its house: one layout, filled differently."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from generator.clean.lines import SITE, Line, split_lines
from generator.clean.nameplate import nameplate
from generator.clean.notices import bare, is_prose
from generator.clean.pieces import can_be_name, person_of
from generator.clean.units import FUNCTION_WORDS
from generator.model import Layout, Source, Span
from generator.text.pubdate import PubDate, find_dates

FEWEST = 3  # texts that have a line in common; fewer may by chance
SAME_TEXT = 0.5  # of the sentences of the shorter one
DAY_WORDS = 10  # of a line that dates a text
NUMBERED = 4  # words of a line that is the same with other numbers: 6 min read
FULL = len("2025-04-14")
FEWEST_LINES = 2
_ENDED = re.compile(r"[.?!…][\s\"'”’`»)\]]*$")
_DIGITS = re.compile(r"\d+")
_SIGNED = re.compile(r"[^\W\d_][^:,]{2,60},\ (?:[^\W\d_]{1,5}\ )?")  # Done at Orre, 3 May; Fait à Orre, le 3 mai
_WORD = re.compile(r"[^\W\d_]{3,}")


def laid_out(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources, each with the lines that recur in texts of its house, the name and the day among them.

    A line recurs that three texts of one house have in common, or, where nobody says whose they are, that they have
    beside two others; copies of one text count as one.
    """
    texts = [_Text(source) for source in sources]
    houses: defaultdict[str, list[_Text]] = defaultdict(list)
    for text in texts:
        said = (s.value for s in text.source.states if s.field == "publisher")
        houses[bare(text.source.stated("publisher") or next(said, ""))].append(text)
    found = {id(text): layout for house in houses.items() for text, layout in _layouts(*house)}
    return tuple(replace(t.source, layout=found[id(t)]) if id(t) in found else t.source for t in texts)


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
        keys = [bare(line.text) for line in self.lines]
        few = (line.words <= NUMBERED and i not in self.days for i, line in enumerate(self.lines))
        return tuple(_DIGITS.sub("0", key) if short else key for key, short in zip(keys, few, strict=True))

    @cached_property
    def prose(self) -> dict[str, str]:
        """The sentences by their keys."""
        return {key: line.text for key, line in zip(self.keys, self.lines, strict=True) if is_prose(line.text)}

    def line(self, key: str) -> Line:
        """Return the first line of a key."""
        return self.lines[self.keys.index(key)]

    def is_copy(self, other: "_Text") -> bool:
        """Tell whether two texts are one: half of their sentences are the same, and what stands above them is alike."""
        shared = self.prose.keys() & other.prose.keys()
        if not shared or len(shared) < SAME_TEXT * min(len(self.prose), len(other.prose)):
            return False
        one, two = (_head(self, other), _head(other, self))
        return len(one & two) >= SAME_TEXT * min(len(one), len(two))


def _head(text: _Text, other: _Text) -> frozenset[str]:
    """Return the words of the lines above the story that another text hasn't."""
    above = takewhile(lambda key: key not in text.prose, (key for key in text.keys if key not in other.keys))
    return frozenset(word for key in above for word in _WORD.findall(key)) - FUNCTION_WORDS


def _layouts(house: str, texts: Sequence[_Text]) -> Iterator[tuple[_Text, Layout]]:
    shared = _recurring(texts, [text.keys for text in texts])
    shared = shared if house else _beside_others(shared)
    slots = [_slots(text, shared) for text in texts]
    dated = _recurring(texts, slots)
    named = _named(texts, shared)
    for text, slot in zip(texts, slots, strict=True):
        lines = tuple(ln.span for ln, key in zip(text.lines, text.keys, strict=True) if key in shared)
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
    """Return the lines that three texts have in common with another one that is no sentence: a wire's copies may be."""
    lines = {key for key, those in found.items() if not _ENDED.search(those[0].line(key).text)}
    beside = {k: Counter(other for text in those for other in {*text.keys} & lines) for k, those in found.items()}
    return {k: those for k, those in found.items() if sum(n >= FEWEST for n in beside[k].values()) >= FEWEST_LINES}


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
    """Return the days that differ from text to text and stand once in each beside a shared line above the story.

    Or behind a comma and the same words anywhere: ``Done at Orre, 3 May 2024``. Days of a list do neither.
    """
    found: list[tuple[str, Span]] = []
    told = next((i for i, key in enumerate(text.keys) if key in text.prose and key not in shared), 0)
    for i, day in ((i, day) for i, day in text.days.items() if text.keys[i] not in shared):
        line, beside = text.lines[i], {*text.keys[max(i - 1, 0) : i + 2]} & shared.keys()
        signed = _SIGNED.fullmatch(line.text[: day.start]) if not line.text[day.end :].strip(" .") else None
        bare_day = not _WORD.search(line.text[: day.start] + line.text[day.end :]) and i < told
        if signed or (bare_day and beside):
            key = bare(signed[0]) if signed else min(beside)
            found.append((key, Span(line.body + day.start, line.body + day.end)))
    once = Counter(key for key, _ in found)
    return {key: span for key, span in found if once[key] == 1}


def _named(texts: Sequence[_Text], shared: Mapping[str, Sequence[_Text]]) -> dict[_Text, Span]:
    """Return where the recurring name of its house stands in each text: behind the headline, or alone in a line."""
    firsts = [(text, SITE.search(text.lines[0].text)) for text in texts if text.lines]
    sites = {text: (match, text.lines[0].body) for text, match in firsts if match}
    behind = _recurring([*sites], [(bare(match["name"]),) for match, _ in sites.values()])
    places = {t: (at + m.start("name"), at + m.end("name")) for t, (m, at) in sites.items()}
    named = {text: Span(*places[text]) for those in behind.values() for text in those}
    ranked = sorted(((_rank(key, those), key) for key, those in shared.items()), reverse=True)
    for key in (key for rank, key in ranked if rank):
        for text in shared[key]:
            line = text.line(key)
            named.setdefault(text, Span(line.body, line.end))
    return named


def _rank(key: str, texts: Sequence[_Text]) -> int:
    """Return how much says that a line is the name of a house: its form, that all begin with it, or their stories."""
    name = texts[0].line(key).text
    below = any(text.keys.index(key) > text.keys.index(next(iter(text.prose), key)) for text in texts)
    if below or " " not in name or not can_be_name(name):
        return 0
    opens = all(text.keys[0] == key for text in texts)
    told = any(key in line.casefold() for text in texts for line in text.prose.values())
    return 4 * bool(nameplate(name)) + 2 * opens + (told and not person_of(name))
