"""Who holds which office, as a sentence calls somebody beside the name: *its chairman, Ana Lee*."""

from collections.abc import Iterator
from functools import cache

from generator.lexicons import listed, table, wordset
from generator.link.content_words import senses, senses_of, stems_of
from generator.link.differences.asking import joined, read
from generator.link.differences.claims.claim import Found, Told, of_one_story
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.known import phrase_at
from generator.link.stories import WEEKS
from generator.model import Attribute, Entity, Name, Verdict
from generator.text import Sentence, stem
from generator.text.phrases import NounPhrase
from generator.text.synonyms import kind_of

LONGEST = 9
"""Tokens between an office and the name behind it: ``the director of the mine at Zabrze, Marek Zielinski``."""
_OFFICES = {noun: office for office, nouns in table("claims-offices") for noun in nouns.split()}
"""Offices that a body gives one person each, by the lemma of their noun."""
_AT_ONCE = frozenset(("president", "chairman", "chief executive", "director"))
"""Those that one person can hold at once."""
_SERVING = frozenset(("spokesman", "defender", "prosecutor"))
"""What a deputy is called, too: *Deputy Public Defender Ana Lee*, public defender Ana Lee."""
_ITS = "its"
"""A body that only a pronoun tells: the one that the other article names."""
_DEPUTY = frozenset(("deputy", "vice"))
_NOT_NOW = wordset("offices-not-now")
_LEADS = frozenset(("head", "chief", "director"))
"""Who leads a field of a body: *head of security*, *the security chief*."""
_CHANGES = frozenset(("elect", "appoint", "become", "name", "promote", "succeed", "replace", "resign", "swear"))
"""Lemmas of what makes a deputy the holder of the office."""


def offices(corpus: Corpus, article: str) -> Iterator[Told]:
    """Yield the office of each person whom a sentence calls so."""
    for line in corpus.lines(article):
        found = read(corpus, line.sentence) if any(e.kind == "person" for _, e in line.names) else None
        for name, entity in line.names if found and corpus.is_story(line) else ():
            if found and entity.kind == "person" and name.form == "name":
                yield from _held(line, found[1], name, corpus.one_named(entity))


def _held(line: Line, s: Sentence, name: Name, person: Entity) -> Iterator[Told]:
    at = s.token_at(name.span.start) or 0
    title = s.within(name.titles[0].span) if name.titles else (at, at)
    phrase = _behind(s, at) or _before(s, title[0] if title[1] == at else at)
    before = phrase_at(s, at - 1) if at and s.parts[at - 1] == "noun" else None  # headteacher Ana Lee
    first, end = title if name.titles else (before.core, at) if before else (0, 0)
    first, end = (phrase.core, phrase.head + 1) if phrase else (first, end)
    first = next((i + 1 for i in range(end - 1, first, -1) if s.parts[i] == "genitive"), first)
    end += 2 * _leads_field(s, end)
    words = " ".join(s.low(i) for i in range(first, end)).replace("vice-", "vice ").split()
    if not words or not _NOT_NOW.isdisjoint(words):
        return
    at_body = _body(s, phrase, end, at) if phrase else -1
    at_body = _modifier(s, first, end) if at_body < 0 else at_body
    body = next(reversed(senses_of(stems_of(s.low(at_body)))), "") if at_body >= 0 else ""
    begin, asked = line.sentence.span.start, f"Which office does {person.name} hold?"
    told = line.text[s.starts[first] - begin : s.ends[end - 1] - begin]
    alone = [w for w in words if w not in _DEPUTY]
    office, post = _office(s, phrase) if phrase else "", _post(alone)
    if office or post or (alone and {alone[-1], " ".join(alone[-2:])} & listed("names-titles")):
        of = " ".join(sorted({*senses_of(stems_of(" ".join(alone[:-1]))), body} - {""}))
        called = office or (post.replace("-", " ") if post.startswith("head-of-") else post) or alone[-1]
        deputy = len(alone) < len(words)
        sure = not phrase or s.low(phrase.first) not in ("its", "their") or kind_of(stem(s.low(at_body))) == "group"
        what = f"deputy {called}" if deputy else called, body if sure else _ITS, of
        yield Told(Attribute.OFFICE, person.id, asked, line, told, float(deputy), what=what)


def _behind(s: Sentence, at: int) -> NounPhrase | None:
    """Return the noun phrase behind a name and a comma: ``Ana Lee, the treasurer of the club``.

    Where another name follows it, ``at Lund, the treasurer of the club, Ana Lee``, it may be of either.
    """
    start = at + (4 if s.low(at + 2) == "who" and s.low(at + 3) == "is" else 2)
    found = next((p for p in s.phrases if p.first == start), None) if s.low(at + 1) == "," else None
    behind = range(found.end, min(found.end + LONGEST, len(s))) if found else ()
    comma = next((i for i in behind if s.low(i) == ","), len(s))
    return None if s.parts[comma + 1 : comma + 2] == ("name",) else found


def _before(s: Sentence, at: int) -> NounPhrase | None:
    """Return the noun phrase that a comma parts from the name behind it: ``the club's treasurer, Ana Lee``."""
    near = [p for p in s.phrases if at - LONGEST <= p.head < at - 1] if s.low(at - 1) == "," else []
    held = (p for p in reversed(near) if not any(s.parts[i] in ("comma", "verb") for i in range(p.head, at - 1)))
    told = ((p, range(p.first, p.head + 1 + 2 * _leads_field(s, p.head + 1))) for p in held)
    return next((p for p, of in told if _office(s, p) or _post([s.low(i) for i in of])), None)


def _leads_field(s: Sentence, end: int) -> bool:
    """Tell whether a field stands behind whoever leads it: ``head`` *of security*."""
    whole = s.parts[end + 2 : end + 3] not in (("noun",), ("name",))
    return s.low(end - 1) in _LEADS and s.low(end) == "of" and s.low(end + 1) in wordset("offices-fields") and whole


def _office(s: Sentence, phrase: NounPhrase) -> str:
    office = _OFFICES.get(s.words[phrase.head].lemma.removeprefix("vice-"), "")
    words = {s.low(i) for i in range(phrase.first, phrase.head)}
    if words & _NOT_NOW or (s.words[phrase.head].lemma == "officer" and "executive" not in words):
        return ""
    return office


def _body(s: Sentence, phrase: NounPhrase, end: int, at: int) -> int:
    """Return the noun of the body, or -1: that behind *of*, that of a genitive, or for *its* the first one told of."""
    if s.low(max(end, phrase.end)) == "of":
        return _noun(s, max(end, phrase.end) + 1) if max(end, phrase.end) + 1 != at else -1
    owner = next((i for i in range(phrase.first, phrase.head) if s.parts[i + 1] == "genitive"), None)
    if owner is not None:
        return _noun(s, owner)
    return _noun(s, s.story) if s.low(phrase.first) in ("its", "their") and phrase.first > s.story + 1 else -1


def _modifier(s: Sentence, first: int, end: int) -> int:
    """Return the noun before an office that names its body, or -1: ``Federation secretary Ana Lee``."""
    before = range(max(first - 1, s.story), end - 1)
    return next((i for i in reversed(before) if kind_of(stem(s.low(i))) == "group"), -1)


def _noun(s: Sentence, i: int) -> int:
    """Return the last word of the noun that begins at a token: ``the chess club``."""
    while i + 1 < len(s) and (s.parts[i] in ("det", "poss") or s.parts[i + 1] in ("noun", "name")):
        i += 1
    return i


def compare_offices(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare what two articles of one story call one person in one body: as its deputy, or in another office."""
    (office, body, of), (another, elsewhere, whose) = one.what, other.what
    days = corpus.days_apart(one.article, other.article) or 0
    if office == another or days > WEEKS or not of_one_story(corpus, one.article, other.article):
        return None
    if {office, another} in ({o, f"deputy {o}"} for o in (office, another)):
        mine, theirs = {*of.split()}, {*whose.split()}
        chief = bool((mine ^ theirs) & senses("chief"))  # the chief prosecutor, the deputy prosecutor
        serving = office.removeprefix("deputy ") in _SERVING and not chief
        apart = of and whose and mine.isdisjoint(theirs) and not chief
        because = "Sources of one story call one person the holder of an office, and its deputy."
        return None if apart or serving or _changed(corpus, one, other) else (Verdict.CONFLICT, because)
    posts = {_post(t.value.casefold().removeprefix("vice-").split()) or _heads(t) for t in (one, other)}
    both = any(_holds(corpus, t, u) for t, u in ((one, other), (other, one)))
    if len(posts - {""}) > 1 and not (both or _changed(corpus, one, other)):
        return Verdict.CONFLICT, "Sources of one story give one person two posts of which nobody has both."
    plain = {o.removeprefix("deputy ") for o in (office, another)}
    known = all(o in _OFFICES.values() or o.startswith("head of ") for o in plain)
    if both or not (known and body and elsewhere) or (body != elsewhere and _ITS not in (body, elsewhere)):
        return None
    if {office, another} <= _AT_ONCE or any(o.startswith("deputy ") for o in (office, another)):
        return Verdict.SCOPE, "One person can hold both offices of a body at once."
    return Verdict.CONFLICT, "Sources of one story give one person two offices of one body that exclude each other."


def _heads(told: Told) -> str:
    """Return the post of who heads a department, or the staff of a ministry, or nothing."""
    headed = {"head": "department division", "secretary-general": "ministry", "permanent secretary": "ministry"}
    bodies = senses(headed.get(told.value.casefold(), ""))
    return "department-head" if told.what[1] in bodies else ""


def _post(words: list[str]) -> str:
    """Return the post that some words end with, or nothing."""
    known = next((_posts()[end] for end in ("-".join(words[-2:]), *words[-1:]) if end in _posts()), "")
    chief = words[-3:-2] == ["chief"] and words[-1] == "officer"
    fields = [w for w in words[-2:] if w in wordset("offices-fields")] if _LEADS & {*words[-3:]} else []
    return known or ("-".join(words[-3:]) if chief else f"head-of-{fields[0]}" if fields else "")


@cache
def _posts() -> dict[str, str]:
    """Return the posts of which nobody has two, by each word for them."""
    return {word: row[0] for row in table("claims-posts") for word in " ".join(row).split()}


def _changed(corpus: Corpus, *told: Told) -> bool:
    """Tell whether an article tells beside a person's name that somebody comes into an office, or leaves one.

    Who resigns in the sentence that gives the office has left that one.
    """
    return any(
        s.words[i].lemma in _CHANGES - ({"resign"} if line == t.line else set()) and s.parts[i] != "noun"
        for t in told
        for line, s in _told_of(corpus, t)
        for i in range(len(s))
    )


def _holds(corpus: Corpus, told: Told, other: Told) -> bool:
    """Tell whether an article has the office that another one gives, too: *President Lee, also its secretary*."""
    mine, theirs = ({stem(w) for w in t.value.casefold().split()} for t in (told, other))
    apart = theirs - mine - _DEPUTY or theirs
    return any(apart <= {w.stem for w in s.words} for _, s in _told_of(corpus, told))


def _told_of(corpus: Corpus, told: Told) -> Iterator[tuple[Line, Sentence]]:
    """Yield the sentences of an article that name a person."""
    for line in corpus.lines(told.article):
        if told.subject in {corpus.one_named(e).id for _, e in line.names} and (s := joined(corpus, line)):
            yield line, s
