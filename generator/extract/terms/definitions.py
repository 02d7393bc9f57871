"""Definitions in the running text: ``X, a …``, ``X is a …``, ``known as X``, ``X, which is a …``."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from generator.extract.terms.acronyms import acronyms
from generator.extract.terms.kinds import head_of
from generator.extract.terms.kinds import kind_of as kind_of_term
from generator.lexicons import listed
from generator.model import RUNNING, Article, Findings, Span, Term
from generator.text import Sentence, VerbGroup, read_text, words_of
from generator.text.synonyms import kind_of

_LINKS = frozenset(("of", "for", "and", "on", "in", "the", "de", "du", "des", "la", "del", "'s"))
_ARTICLES = ("a", "an", "the")
_BE = ("is", "are", "was", "were")
_MEANING = (("is",), ("are",), ("was",), ("refers", "to"), ("means",), ("denotes",), ("is", "defined", "as"))
"""What joins a term that opens a sentence to what is said of it."""
_NAMING = ("known", "called", "dubbed", "termed", "referred")
_RELATIVE = frozenset(("that", "which", "who", "whose", "where", "when"))
_QUOTES = frozenset("“”\"‘’'")
_MARKS = frozenset(",;:()—–") | {"“", "”", '"', "``", "''", "--"}  # what ends a definition …
_ENDS = frozenset(",;—–-.") | {"--", ""}  # … and what of it may stand there
_LONGEST = 16  # tokens of the longest name with its links, and of what may stand before *known as*
_FEW = 2  # spaces in what is said of a thing of no known kind, at least one more
_SHORTEST, _WHOLE, _SENTENCE = 8, 200, 400  # characters of a definition, and of one that fills its sentence

_Range = tuple[int, int]
_Found = tuple[_Range, _Range, bool]
"""The tokens of a term and of what is said of it, and whether the words around alone make it a term."""


@dataclass(frozen=True)
class Spoken:
    """The words that an article shows, read when first asked for."""

    article: Article

    @cached_property
    def words(self) -> tuple[tuple[str, bool], ...]:
        """The words of all shown sentences in lower case, and whether each opens a sentence."""
        shown = ([w.low for w in s.words if w.shape in ("word", "number")] for s in read_text(self.article).sentences)
        return tuple([(low, n == 0) for lows in shown for n, low in enumerate(lows)])

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The places of each word."""
        found: dict[str, list[int]] = {}
        for place, (low, _) in enumerate(self.words):
            found.setdefault(low, []).append(place)
        return found

    def recurs(self, phrase: str) -> bool:
        """Tell whether a phrase is said twice or more; a single word at least once within a sentence."""
        parts = tuple(word.low for word in words_of(phrase))
        if not parts:
            return False
        found = 0
        inside = len(parts) > 1
        for place in self.places.get(parts[0], ()):
            if tuple([low for low, _ in self.words[place : place + len(parts)]]) == parts:
                found += 1
                inside = inside or not self.words[place][1]
                if found > 1 and inside:
                    return True
        return False


def definitions(findings: Findings) -> Iterator[Term]:
    """Yield what sentences define; the term is a name (of no person) or a phrase that the article repeats."""
    spoken, text = Spoken(findings.article), read_text(findings.article)
    names, dates = text.by_sentence(findings.names), text.by_sentence(findings.dates)
    for n, sentence in enumerate(text.sentences):
        if sentence.kind in RUNNING:
            here = replace(findings, names=names[n], dates=dates[n])  # those of an article are many
            yield from _in_sentence(here, sentence, spoken)


def _in_sentence(findings: Findings, s: Sentence, spoken: Spoken) -> Iterator[Term]:
    """Yield the definitions of one sentence; a term is defined there once."""
    seen: set[Span] = set()
    for term, said, sure in (*_abbreviated(s), *_beside(s), *_is(s), *_known(s), *_glossed(s)):
        place = _span(s, *(term if sure else _narrowed(findings, s, term, spoken)))
        if place not in seen and (sure or _is_term(findings, place, spoken)):
            made = _made(findings, place, _span(s, *said))
            if made:
                seen.add(place)
                yield made


def _span(s: Sentence, first: int, end: int) -> Span:
    return Span(s.starts[first], s.ends[end - 1])


def _abbreviated(s: Sentence) -> Iterator[_Found]:
    """Yield ``long form (LF), a …``."""
    for short, long in acronyms(s):
        end = s.within(max(short, long))[1]
        end += s.low(end) in _QUOTES
        if said := _apposition(s, end + (s.low(end) == ")")):
            yield s.within(long), said, True


def _beside(s: Sentence) -> Iterator[_Found]:
    """Yield ``X, a …``, ``X, which is a …``."""
    for comma, word in enumerate(s.words):
        if word.text == "," and (said := _apposition(s, comma)):
            last = next(
                (
                    i
                    for i in range(comma - 1, max(-1, comma - 4), -1)
                    if s.words[i].shape != "word" or s.words[i].capital
                ),
                -1,
            )
            first = _name_start(s, last)
            if first <= last:
                yield (first, comma), said, False


def _name_start(s: Sentence, last: int) -> int:
    """Return where the capitals that end at a token begin, with small links between them."""
    first = last + 1
    for i in range(last, max(-1, last - _LONGEST), -1):
        if not (s.words[i].capital or s.words[i].low in _LINKS):
            break
        first = i if s.words[i].capital else first
    return first


def _apposition(s: Sentence, comma: int, opens: str = ",") -> _Range | None:
    """Return what is said behind a comma or what else ``opens`` it, without a finite verb of its own, or None."""
    first = comma + 1
    if s.low(first) == "which" and s.low(first + 1) in _BE:
        first += 2
    owned = s.word(first).capital and s.low(first + 1) in ("'s", "'")
    if s.low(comma) not in (opens, "meaning") or not (s.low(first) in _ARTICLES or owned):
        return None
    stop = next((i for i in range(len(s), first, -1) if s.low(i - 1) not in _QUOTES | {"."}), first)
    end = next((i for i in range(first, stop) if s.words[i].text in _MARKS), stop)
    relative = next((i for i in range(first, end) if s.low(i) in _RELATIVE), end)
    told = any(g.finite and first <= g.first < relative and not _shortened(s, first, g) for g in s.verbs)
    short = end > first and _SHORTEST <= s.ends[end - 1] - s.starts[first] <= _WHOLE
    shut = s.low(end) == ")" and opens == "("
    cut = (end < stop and s.low(end) not in _ENDS and not shut) or s.parts[end - 1] in (
        "adj",
        "det",
        "prep",
        "hyphen",
    )
    return (first, end) if short and not told and not cut else None


def _shortened(s: Sentence, first: int, group: VerbGroup) -> bool:
    """Tell whether a verb may as well be a participle: ``a body [set] up in 2017``, ``a disease [spread] by …``."""
    behind = s.parts[group.end : group.end + 1]
    alone = group.end == group.first + 1 and "participle" in s.words[group.first].kinds
    return alone and s.low(first) in ("a", "an") and behind in (("prep",), ("to",), ("adv",))


def _is(s: Sentence) -> Iterator[_Found]:
    """Yield ``X is a …``, of which the term opens the sentence."""
    verb = next((g for g in s.verbs if g.finite), None)
    if verb is None:
        return
    phrase = next((m for m in _MEANING if all(s.low(verb.first + n) == w for n, w in enumerate(m))), ())
    first = verb.first + len(phrase)
    term = 1 if s.low(0) == "the" else 0, verb.first
    if s.low(verb.first - 1) == ")" and s.low(verb.first - 3) == "(":
        term = term[0], verb.first - 3
    plain = all(s.words[i].text not in _MARKS for i in range(*term))
    if not phrase or s.low(first) not in ("a", "an") or term[0] >= term[1] or not plain:
        return
    parted = (i for i in range(first, len(s)) if s.low(i) == ";" or (s.low(i) == "," and s.low(i + 1) in _CLAUSES))
    end = next(parted, len(s) - (s.low(len(s) - 1) == "."))
    if s.ends[end - 1] - s.starts[first] <= _SENTENCE:
        yield term, (first, end), False


_CLAUSES = ("and", "but", "while", "though")


def _known(s: Sentence) -> Iterator[_Found]:
    """Yield ``a … known as X``, ``the …, commonly called “X”``."""
    for k, word in enumerate(s.words):
        finite = word.low in _NAMING and any(g.finite and g.first <= k < g.end for g in s.verbs)
        if word.low in _NAMING and not finite and (term := _called(s, k)):
            end = k - (s.low(k - 1).endswith("ly"))
            end -= s.low(end - 1) == ","
            start = next((i + 1 for i in range(end - 1, -1, -1) if s.words[i].text in _MARKS), 0)
            start = max([start, *(g.end for g in s.verbs if g.finite and g.end <= end)])
            first = next((i for i in range(max(start, end - _LONGEST), end) if s.low(i) in _ARTICLES), end)
            if first < end and "what" not in {s.low(i) for i in range(first, end)}:
                yield term, (first, end), True


def _glossed(s: Sentence) -> Iterator[_Found]:
    """Yield a thing in small letters with what it is: ``a weir (a low wall …)``, ``a lien, meaning a …``."""
    for term in s.phrases:
        mark = s.low(term.end)
        first = term.end + 1 + (mark == ",")
        meant = mark == "(" or (mark == "," and s.low(first - 1) == "meaning")
        said = next((p for p in s.phrases if p.first == first and s.low(first) in _ARTICLES), None) if meant else None
        loose = term.first == term.core or s.low(term.first) in ("a", "an")
        if said is None or not loose or {term.kind, said.kind} != {"description"} or s.parts[term.core] == "number":
            continue
        person = "person" in [kind_of(s.words[p.head].stem) for p in (term, said)]
        whole = None if person or s.low(said.end) not in _GOES_ON else _apposition(s, first - 1, mark)
        if whole:
            yield (term.core, term.end), whole, True


_GOES_ON = frozenset(("of", "for", "in", "that", "which", "where"))
"""What a definition goes on with behind its noun."""


def _called(s: Sentence, k: int) -> _Range | None:
    """Return the quoted words or the name behind *known as*."""
    first = k + 1 + (s.low(k) == "referred")
    first += s.low(first) in ("locally", "collectively")
    first += s.low(first) == "as"
    first += s.low(first) in _ARTICLES
    if s.low(first) in _QUOTES:
        end = next((i for i in range(first + 1, min(len(s), first + _LONGEST)) if s.low(i) in _QUOTES), first)
        end -= s.low(end - 1) in (",", ".")
        return (first + 1, end) if end > first + 1 else None
    end = first
    while end - first < _MOST and (s.word(end).capital or (s.low(end) == "'s" and s.word(end + 1).capital)):
        end += 1
    return (first, end) if end > first else None


_MOST = 6  # words of a name that something is known by


def _made(findings: Findings, place: Span, definition: Span) -> Term | None:
    """Return the term where the definition begins with a noun that says what it is, and it is no person or country."""
    said, words = findings.article.cite(definition), findings.article.text[place.start : place.end]
    plain = words.islower() and said.text.count(" ") > _FEW  # a thing of no kind that is known
    genus = head_of(said.text) or ("concept" if plain else None)
    if genus is None or genus in ("person", "title") or words.split(maxsplit=1)[0].lower() in _OPENERS:
        return None
    name = next((n for n in findings.names if n.span == place), None)
    at = findings.article.at(place.start, place.end)
    return Term(**at, term=words, kind=kind_of_term(words, said.text, name=name), source="definition", definition=said)


_OPENERS = listed("terms-openers") | listed("figures-stops")
SURE = 0.7  # support from which a name is a person beyond doubt; full names have 0.97, stray capitals 0.5 at most


def _is_term(findings: Findings, place: Span, spoken: Spoken) -> bool:
    """Tell whether some words are a name of no person, country or date, or a phrase that recurs."""
    words = findings.article.text[place.start : place.end]
    names = [n for n in findings.names if n.span.meets(place)]
    known = any(
        (n.kind == "person" and n.support >= SURE) or (n.span == place and (n.key or "").startswith("country:"))
        for n in names
    )
    if known or words.islower() or any(d.span.meets(place) for d in findings.dates):
        return False
    return any(n.span == place for n in names) or spoken.recurs(words) or _capitals(words)


def _narrowed(findings: Findings, s: Sentence, term: _Range, spoken: Spoken) -> _Range:
    """Return the part of a run of words that is a term: not the ``Work on the`` before it."""
    start = term[0] + (s.low(term[0]) in _ARTICLES and term[1] - term[0] > 1)
    linked = (i for i in range(start + 1, term[1]) if s.low(i - 1) in _LINKS - {"'s"} and s.low(i) not in _LINKS)
    named = {n.span for n in findings.names if n.span.meets(_span(s, *term))}
    for first in (start, *linked):
        part = _span(s, first, term[1])
        if part in named or spoken.recurs(findings.article.text[part.start : part.end]):
            return first, term[1]
    return start, term[1]


def _capitals(words: str) -> bool:
    """Tell whether a term has two capitalised words and more, none of which opens sentences."""
    parts = words.split()
    capital = [p for p in parts if p.lower() not in listed("terms-small")]
    return len(capital) > 1 and all(p[:1].isupper() and p.lower() not in _OPENERS for p in capital)
