"""What stands around a figure: its period, whom it concerns, its rate, and which country's money it is."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.edtf import bounds
from generator.extract.figures.change import direction, rate
from generator.extract.figures.money import TIMES, candidates, dollars_told
from generator.extract.figures.numerals import numerals
from generator.extract.figures.phrases import Quantity
from generator.extract.figures.sentence import OWNERS, Counted, phrase_at
from generator.lexicons import wordset
from generator.model import Date, Evidence, Name, Span, value_of
from generator.text import VerbGroup
from generator.text.words import HYPHENS

_CONVERTED = re.compile(r"(?<![A-Za-z])\$[0-9][0-9.,]{0,20}(?:\ ?[a-z]{1,8})?\ \((?:about\ )?US\$")
"""``$40 million (US$24 million)``: the bare sign is another country's dollar."""
_CLEARLY = 2  # a country must be named so many times as often as another with money of the same name
_MOST = 3  # names that a figure concerns at most; more is a list


def period_of(s: Counted, q: Quantity, words: tuple[int, int] | None) -> Date | None:
    """Return the date that a figure holds for: behind it in its clause, else before it, else behind later figures.

    ``words`` are those that say what is measured.
    """
    begin, end = q.start, q.end
    joined = s.tokens.low(q.after) in HYPHENS and s.tokens.low(q.after + 1) != "magnitude"
    if joined or s.tokens.low(q.first - 1) in _WHOLES:
        return None  # 61%-owned, a 2,500-member assembly, three of its 11 plants
    low, high = _clause(s, q)
    paid = rate(s, q)  # $5 million [a year] from 2025
    near = (d for d in s.dates if low <= d.span.start < high and _fits(q, d) and not (paid and paid.span.meets(d.span)))
    near = (d for d in near if not _is_to_come(s, q, d))
    near = (d for d in near if _is_told_with(s, q, d) and not _is_compared(s, q, d) and not _is_of_saying(s, d))
    dates = [d for d in near if not _is_of_another(s, d, words)]
    behind = [d for d in dates if d.span.start >= end and not _CLAUSE_OPENERS & _words(s, end, d)]
    ahead = [d for d in dates if d.span.end <= begin]
    others = tuple(_others(s, q))
    own = [d for d in behind if not any(end <= o < d.span.start or 0 <= o - d.span.end <= _NEXT for o in others)]
    shared = [d for d in behind if not wordset("context-compared") & _words(s, end, d)]
    found = own[:1] or ahead[-1:] or shared[:1]
    return found[0] if found and (found[0].value or found[0].offset or found[0].kind == "duration") else None


_WHOLES = ("its", "their", "his", "her")
_NEXT = 4  # characters between a date and the figure right behind it, whose period it is: ``last year's $5 billion``


def _others(s: Counted, q: Quantity) -> Iterator[int]:
    """Yield where the later figures of a sentence begin, but for one that says the same again.

    ``$9 million, or 18 cents a share, a year ago``.
    """
    again = next((o for o in s.quantities if o.first == q.after + 2 and s.tokens.low(o.first - 1) == "or"), None)
    later = (o for o in s.quantities if o.start > q.start and o is not again)
    return (o.start for o in later if o.kind not in ("duration", "ordinal"))


def _is_told_with(s: Counted, q: Quantity, date: Date) -> bool:
    """Tell whether a date stands in the clause of a figure, or opens the sentence that the clause goes on with.

    ``In 2023 exports rose 5 percent and imports fell by 3``; not ``a woman who fell in 2019 has won £50,000``, nor
    ``weighed 30 tonnes and fell back in 2012``. A clause with *when* tells the time of the one before it.
    """
    clauses, day = s.tokens.clauses, s.tokens.within(date.span)[0]
    led = s.tokens.low(day - 1)
    between = {w.low for w in s.tokens.words[min(day + 1, q.after) : max(day - (led == "since"), q.first)]}
    if led in ("a", "an") or _BETWEEN & between:
        return False  # a 2022 coupé
    here = next((n for n, c in enumerate(clauses) if c.start <= q.first < c.end), 0)
    there = next((n for n, c in enumerate(clauses) if c.start <= day < c.end), 0)
    if not clauses:
        return True
    if here == there:
        verb, start = clauses[here].verb.first, clauses[here].start
        closed = day < verb <= q.first and "comma" in s.tokens.parts[day:verb] and _is_background(s, start, day, verb)
        return not (closed or _is_aside(s, *sorted((q.after, day))))
    if there == here - 1 and clauses[here].opener == "rel":  # "the strikes last week in which 30 were killed"
        return clauses[here].start - s.tokens.within(date.span)[1] <= 1
    if there == here + 1:
        return clauses[there].opener == "sub" and s.tokens.low(clauses[there].start) == "when"
    opens = there < here and all(p in _OPENING for p in s.tokens.parts[clauses[there].start : day])
    return opens and all(c.opener in ("conj", "comma", "sub") for c in clauses[there + 1 : here + 1])


_BETWEEN = frozenset(("after", "before", "since", "until", "including"))
"""Another time begins behind these: ``was dismissed [in May] after four seasons``."""


def _is_of_another(s: Counted, date: Date, words: tuple[int, int] | None) -> bool:
    """Tell whether a date is part of what another thing is called: ``two counts for the [June 24] murder``.

    In the fire of a day, or during it, what is counted may have happened.
    """
    first, end = s.tokens.within(date.span)
    parted = s.tokens.low(end) == "," and s.tokens.parts[first - 1] == "det"
    behind = s.tokens.low(first - 1) == "of"  # the flood of 2011
    found = phrase_at(s.tokens, first - 2 if behind else end + parted)
    if found is None or (found.head < end and not behind) or found.head in s.numbers:
        return False
    named = behind or parted or found.first < first or s.acts(found.first - 1) or s.tokens.low(end) in OWNERS
    named = named or s.tokens.low(first - 1) in ("by", "for")  # hit by 2011 floods
    before = min(found.first, first - parted) - 1
    led = s.tokens.low(before) in ("in", "during", "at") and s.tokens.parts[before - 1] != "participle"
    return named and not led and not (words and words[0] <= found.head < words[1])


def _is_aside(s: Counted, first: int, last: int) -> bool:
    """Tell whether a comma and a participle part two words: ``24 inches fell, taking the total since Sunday to 60``."""
    parts = s.tokens.parts[first : last + 1]
    return any(one == "comma" and other in ("ing", "participle", "rel") for one, other in pairwise(parts))


def _is_background(s: Counted, start: int, day: int, verb: int) -> bool:
    """Tell whether a date only says of whom a clause tells when he was made or found, before its verb.

    ``Founded [in 1868], the museum holds 14,000 objects``, ``the jewel, the town's pride in 1921, is worth …``; not
    ``exports, in 2023, rose``.
    """
    parts = s.tokens.parts[start:day]
    behind = parts[len(parts) - parts[::-1].index("comma") :] if "comma" in parts else ()
    between = s.tokens.parts[verb - 1] == "comma" and any(p not in _OPENING for p in behind)
    return between or parts[:1] in (("participle",), ("ing",)) or _is_aside(s, start, day)


def _is_compared(s: Counted, q: Quantity, date: Date) -> bool:
    """Tell whether a date bounds a figure or is what a change is held against: ``an increase of 7% over 2023``."""
    first = s.tokens.within(date.span)[0]
    before, word = s.tokens.low(first - 1), s.tokens.low(first - 2)
    ends = before == "to" and (word == "prior" or word.removesuffix("s") in TIMES)  # the three months to June 30
    ends = ends or (before == "and" and any(w.low == "between" for w in s.tokens.words[max(0, first - _NEAR) : first]))
    if before in ("before", "after", "until") or ends:
        return True
    since = next((k for k in (first, first - 1) if s.tokens.low(k) == "since"), 0)  # the highest level since 2012
    verb = s.tokens.verb_of(q.first) if since else None
    if verb and all(w.lemma != "have" for w in s.tokens.words[verb.first : verb.end]):
        return True  # caught 26 men in the fifth raid since May
    behind = date.span.start > q.end
    held = behind and _HELD_AGAINST & {*_words(s, q.end, date), *date.text.split()}
    return bool(held) or (behind and bool(direction(s, q)) and before in ("over", "from"))


def _is_to_come(s: Counted, q: Quantity, date: Date) -> bool:
    """Tell whether a date is later than the article, though the figure is told as a fact of the past."""
    written, verb = value_of(s.article.published), s.tokens.verb_of(q.first)
    days = (bounds(date.value or ""), bounds(written or ""))
    first, last = days[0] and days[0].first, days[1] and days[1].last
    return bool(verb and verb.happened and first and last and first > last)


def _is_of_saying(s: Counted, date: Date) -> bool:
    """Tell whether a figure was only told on a day: ``$5 million, two people said on Friday``."""
    day = s.tokens.within(date.span)[0]
    if any(w.lemma in _ISSUED for w in s.tokens.words[max(0, day - 2) : day]):
        return True  # a study of 48,000 pupils published on Tuesday
    said = next((v for v in s.tokens.verbs if 0 <= day - v.end <= 1), s.tokens.verb_of(day))  # said on Tuesday
    return said is not None and _speaks(s, said) and said.first < day


_ISSUED = ("publish", "release", "issue", "print")
_HELD_AGAINST = frozenset(("than", "twice", "compared", "against", "versus"))
_NEAR = 6  # tokens before the end of a range among which its *between* stands: ``between the years 200 and [1000]``
_OPENING = ("prep", "det", "adj", "adv", "comma", "mark", "quote")


def _words(s: Counted, end: int, date: Date) -> frozenset[str]:
    """Return the words between a figure and a date behind it."""
    return frozenset(s.article.text[end : date.span.start].lower().split())


_CLAUSE_OPENERS = frozenset(("according", "while", "whereas", "because", "although", "though"))
"""Behind these another clause has the date: ``$5 million, according to a report of May``."""


def _fits(q: Quantity, date: Date) -> bool:
    """Tell whether a figure may hold for a date (or the first months of a year).

    A length or a weight holds for no single day; a temperature does.
    """
    if date.kind != "date":
        return date.kind == "duration" and date.rule == "first-units"
    day = date.value is not None and len(date.value) == len("2024-01-31")
    return not (day and q.kind == "quantity" and q.unit not in ("celsius", "fahrenheit"))


def _clause(s: Counted, q: Quantity) -> tuple[int, int]:
    """Return the offsets of the clause of a figure: to the next semicolon, bracket or dash on both sides."""
    before, behind = bisect_left(s.parted, q.first), bisect_left(s.parted, q.after)
    low = s.tokens.ends[s.parted[before - 1]] if before else s.tokens.span.start
    high = s.tokens.starts[s.parted[behind]] if behind < len(s.parted) else s.tokens.span.end
    return low, high


def concerned(s: Counted, q: Quantity, measure: Evidence | None) -> tuple[Evidence, ...]:
    """Return the names beside a figure: those in its measure, else the nearest of its clause, each once.

    Outside the measure places and organisations go before people, who mostly just speak of the figure.
    """
    names = [n for n in s.names if n.form != "pronoun" and not _says(s, n)]
    if measure:
        near_by = Span(max(0, measure.span.start - 2), measure.span.end + 2)
        inside = [n for n in names if n.span.meets(near_by)]
        if inside:
            return _cited(s, inside)
    low, high = _clause(s, q)
    begin = q.start
    close = [n for n in names if low <= n.span.start and n.span.end <= high]
    close = [n for n in close if n.kind != "person" or q.kind == "ordinal"] or close
    return _cited(s, sorted(close, key=lambda n: (abs(n.span.start - begin), n.span.start)))


def _says(s: Counted, name: Name) -> bool:
    """Tell whether a name only says who says what a sentence tells."""
    first, end = s.tokens.within(name.span)
    verb = s.tokens.verb_of(first) if name.kind == "person" else None
    return verb is not None and end <= verb.first and _speaks(s, verb)


def _speaks(s: Counted, verb: VerbGroup) -> bool:
    return s.tokens.words[verb.head].kinds >= {"speech", "takes-clause"}


def _cited(s: Counted, names: list[Name]) -> tuple[Evidence, ...]:
    """Return the first few different names as evidence, in text order."""
    first: dict[str, Name] = {}
    for name in names:
        first.setdefault(name.norm, name)
    return tuple(s.article.cite(n.span) for n in sorted(list(first.values())[:_MOST], key=lambda n: n.span))


def currency(s: Counted, q: Quantity) -> tuple[str, str]:
    """Return the unit, and why, where the word for the money is used in several countries."""
    words = (t for t in s.tokens.words[q.first : q.after] if t.shape in ("word", "mark"))
    written = "".join(t.text for t in words if t.low not in _NUMERAL) or q.unit[1:]
    plain = q.unit == "USD" and written.lower() in ("$", "dollar", "dollars")
    foreign = plain and written == "$" and _CONVERTED.search(s.article.text) is not None
    told = dollars_told(s.article.text) if plain and not foreign else {"USD"}
    if told - {"USD"} or not (told or _is_home(s)):
        return written, "dollar: the article doesn't say of which country"
    if not q.unit.startswith("?") and not foreign:
        return q.unit, "a bare $ is read as US dollars" if plain and written == "$" else ""
    noun = "dollar" if foreign else q.unit[1:]
    codes = {country: code for country, code in candidates(noun) if code != "USD"}
    there = [n for n in s.all_names if not s.article.text.endswith("from ", 0, n.span.start)]  # 41 from Uganda
    for names, where in ((s.names, "sentence"), (there, "article")):
        countries = Counter(n.key.removeprefix("country:") for n in names if n.key and n.key.startswith("country:"))
        found = [(count, c) for c, count in sorted(countries.items()) if c in codes]
        best = max(found, default=None)
        rivals = {codes[c] for count, c in found if best and count * _CLEARLY > best[0]}
        if best and len(rivals) == 1:
            return codes[best[1]], f"{noun} of the country that the {where} names"
    if noun == "¥":
        return "JPY", "¥ is read as yen where China isn't named"
    return written, f"{noun}: the article doesn't say of which country"


def _is_home(s: Counted) -> bool:
    """Tell whether plain dollars may be the US ones: not where the only country named has others."""
    named = {n.key.removeprefix("country:") for n in s.all_names if n.key and n.key.startswith("country:")}
    return len(named) != 1 or all(country not in named or code == "USD" for country, code in candidates("dollar"))


_NUMERAL = frozenset(w for kind in ("unit", "scale", "short", "group") for w in numerals(kind)) | {*",.-", "and", "of"}
