"""Sentences that tell what somebody denies or disputes ──▶ one card for each matter, or for each who denies.

A source says so itself, in so many words: nothing is compared, and what is denied may be told by nobody else.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from generator.lexicons import compiled, wordset
from generator.link.content_words import senses_of, stems_of
from generator.link.differences.asking import LONGEST, LOOSE, joined, lowered, spelt
from generator.link.differences.asking import told as clause_of
from generator.link.differences.card import Parts, Question, card, reading
from generator.link.differences.corpus import Corpus, Line
from generator.link.sets import DisjointSets, gathered
from generator.model import Difference, Evidence, Kind, Span, Verdict
from generator.text import LEXICON, Sentence, VerbGroup, stem
from generator.text.phrases import NounPhrase

ALIKE, SHARED = 0.5, 3
"""Share of the shorter sentence's words of meaning that two sentences on one denial have in common, and how many."""
MOST = 60
"""Denials of one story that are compared with each other."""
_MAY_DENY = compiled("may-deny")
"""What an article, and a sentence, must hold, so that few are read."""
_PARTS = frozenset(("comma", "break", "sub", "rel", "conj", "stop"))
"""What no clause goes on behind that a verb governs."""
_PHRASE = frozenset(("det", "adj", "noun", "name", "genitive", "prep", "participle"))
_OPENS = frozenset(("conj", "sub", "comma", "that"))
_LEADS_IN = frozenset(("prep", "adv", "sub", "to"))
_STOPS = frozenset(("comma", "break", "stop", "sub", "adv"))
_POINTING = frozenset(("the", "that", "this", "those", "these", "it"))
_BECAUSE = "A source says in so many words that it is denied or disputed."


class _Denial(NamedTuple):
    """The sentence, behind the one before it where it alone doesn't say what is denied, or by whom.

    ``asked`` asks for what is denied, ``about`` is the sentence that tells it, ``matter`` the stems of it, but for what
    is said of any claim.
    """

    sentences: tuple[Evidence, ...]
    matter: frozenset[str]
    asked: str
    about: Line


def denials(corpus: Corpus) -> Iterator[Difference]:
    """Yield what is denied in the articles of a story, or in one that is of no story, in like words.

    Where a source names neither the matter nor who denies it, nothing is asked.
    """
    found = [d for article in corpus.findings for d in corpus.once(_in_article, article)]
    for of_one in gathered((_story(corpus, d.about.article), d) for d in found).values():
        sets = DisjointSets(len(of_one))
        for (i, one), (j, other) in combinations(enumerate(of_one[:MOST]), 2):
            if _is_alike(one.matter, other.matter):
                sets.join(i, j)
        for group in gathered((sets.root(i), d) for i, d in enumerate(of_one)).values():
            yield from _cards(corpus, group)


def _story(corpus: Corpus, article: str) -> int | str:
    story = corpus.story(article)
    return article if story is None else story


def _cards(corpus: Corpus, group: Sequence[_Denial]) -> Iterator[Difference]:
    """Yield the card of what is denied: an answer for sentences that tell the same."""
    asked = next((d.asked for d in group if d.asked), "")
    if not asked:
        return
    first = ((next(n for n, o in enumerate(group) if o is d or _is_alike(o.matter, d.matter)), d) for d in group)
    sides = [[d.sentences for d in same] for same in gathered(first).values()]
    values = (" ".join(" ".join(e.text for e in side[0]).split()) for side in sides)
    evidence = ([e for told in side for e in reversed(told)] for side in sides)
    question = Question(Kind.DENIAL, Parts(asked=asked), Verdict.DENIED, _BECAUSE)
    yield card(question, (reading(corpus, *one) for one in zip(values, evidence, strict=True)))


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the words of two sentences tell of one matter."""
    shared = len(one & other)
    return shared >= SHARED and shared >= ALIKE * min(len(one), len(other))


@cache
def _said() -> frozenset[str]:
    return frozenset(map(stem, (*wordset("denials-verbs"), *wordset("denials-of"), *wordset("denials-untrue"))))


def _in_article(corpus: Corpus, article: str) -> Iterator[_Denial]:
    of = corpus.article(article)
    for n in (n for n, at in enumerate(of.sentences) if _MAY_DENY.search(of.text[at.start : at.end])):
        line = corpus.line(article, n)
        plain = corpus.is_story(line) and not line.text.rstrip().endswith("?")
        s = joined(corpus, line) if plain else None
        verb = next((v for v in s.verbs if _denies(s, v) or _is_untrue(s, v)), None) if s else None
        if s and verb and s.kind != "title":
            told = (corpus.line(article, m) for m in reversed(range(n)))
            before = next(filter(corpus.is_story, told), None)
            yield _denial(corpus, before, line, (s, verb))


def _denial(corpus: Corpus, before: Line | None, line: Line, read: tuple[Sentence, VerbGroup]) -> _Denial:
    s, verb = read
    points = before is not None and _points_back(s, verb)
    back = before if points or s.parts[s.story] == "pron" else None
    people = {e.name for _, e in back.names if e.kind == "person"} if back and not points else set()
    who = _who(line, s, verb) or (next(iter(people)) if len(people) == 1 else "")
    about = back if back and points else line
    asked = "" if points else _asked(corpus, line, s, verb) or _rightly(line, s, verb, who)
    matter = frozenset(senses_of(stems_of(about.text))) - _said()
    return _Denial((back.sentence, line.sentence) if back else (line.sentence,), matter, asked, about)


def _asked(corpus: Corpus, line: Line, s: Sentence, verb: VerbGroup) -> str:
    """Return what asks for the clause that is denied, or nothing."""
    inner = _governed(s, verb)
    plain = inner and inner.finite and (inner.first == inner.head or "be" not in s.words[inner.head].kinds)
    at = Span(s.starts[inner.head], s.ends[inner.head]) if inner and plain else None  # not "had been too weak"
    asked = clause_of(corpus, line.sentence, at, wide=True, denied=True) if at else None
    points = asked is not None and {"pron", "poss"}.intersection(s.parts[verb.end : asked.end])  # "owed her father"
    clause = asked.clause() if asked and not points else ""
    return f"{clause}?" if clause else ""


def _rightly(line: Line, s: Sentence, verb: VerbGroup, who: str) -> str:
    """Return what asks whether claims are true, or whether who denies something is right; or nothing."""
    if _is_untrue(s, verb):
        phrase = _subject(s, verb)
        words = phrase and lowered(line, s, spelt(s, [*range(phrase.first, verb.first)]), phrase.first)
        return f"{s.words[verb.first].text.capitalize()} {words} true?" if words else ""
    many = "plural" in LEXICON[who.rsplit(maxsplit=1)[-1]].kinds if who else False
    words = _object_words(s, verb)
    return f"{'Are' if many else 'Is'} {who} right to {s.words[verb.head].lemma} {words}?" if who and words else ""


def _object_words(s: Sentence, verb: VerbGroup) -> str:
    """Return what is denied as it stands behind its verb, up to where something else is told; or nothing if torn."""
    first, inner = _behind(s, verb), _governed(s, verb)
    others = (c.start for c in s.clauses if c.start > first and c.opener in ("conj", "sub") and c.verb is not inner)
    end = min(others, default=len(s))
    end = next((i for i in range(first, end) if s.low(i) == "despite"), end)
    words = _up_to(s, first, end, _STOPS)
    return "" if "that" in s.parts[first:end] and inner is None and " that " in words else words


def _up_to(s: Sentence, first: int, end: int, stops: frozenset[str]) -> str:
    """Return the words from a token up to another one, or to a part of speech that they don't go on behind."""
    weak = [i for i in range(first, end) if s.parts[i : i + 2] == ("adv", "adj")]  # had been | too weak
    stop = next((i for i in range(first, end) if s.parts[i] in stops and i not in weak), end)
    kept = [*range(first, min(stop, first + LONGEST))]
    while kept and (stop == end or stop - first > LONGEST) and s.parts[kept[-1]] in LOOSE:
        kept.pop()
    return spelt(s, kept)


def _who(line: Line, s: Sentence, verb: VerbGroup) -> str:
    """Return who denies it: the noun phrase that its clause, or the one before that shares its subject, opens with.

    What leads in is passed over (``Through a spokesperson, Holm denied``), and what stands in commas behind it.
    """
    n = next((n for n, c in enumerate(s.clauses) if c.verb is verb), None)
    if n is None:
        return ""
    first = max(s.clauses[n].start, s.story)
    first += s.parts[first] in _OPENS
    end = next((i for i in range(verb.first, first, -1) if s.parts[i - 1] != "adv"), first)
    if first == end and n:
        return _who(line, s, s.clauses[n - 1].verb)  # "Holm admitted the theft, but denied that"
    while s.parts[first] in _LEADS_IN and "comma" in s.parts[first:end]:
        first = s.parts.index("comma", first) + 1
    end = next((i for i in range(first, end) if s.parts[i] == "comma" or "weekday" in s.words[i].kinds), end)
    end -= s.parts[end - 1] == "prep"  # "The council on Friday denied"
    phrase = next((p for p in s.phrases if p.first == first), None)
    bare = phrase is not None and phrase.kind != "pronoun" and s.low(first) not in _POINTING - {"the"}
    if not bare or s.parts[first] == "poss" or not _PHRASE.issuperset(s.parts[first:end]):
        return ""
    at = Span(s.starts[first], s.ends[end - 1])
    whole = next((e for n, e in line.names if n.span == at and e.kind == "person"), None)
    return whole.name if whole else lowered(line, s, spelt(s, list(range(first, end))), first)


def _denies(s: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a verb tells that somebody denies a matter: not a request, nor something to somebody."""
    if not _is_told(verb) or verb.voice == "passive" or s.words[verb.head].lemma not in wordset("denials-verbs"):
        return False
    phrase = _object(s, _behind(s, verb))
    return _governed(s, verb) is not None or (
        phrase is not None and s.words[phrase.head].lemma in wordset("denials-of")
    )


def _governed(s: Sentence, verb: VerbGroup) -> VerbGroup | None:
    """Return the verb of the clause that another verb governs, with *that* or without, or of a deed in -ing."""
    i = _behind(s, verb)
    inner = next((v for v in s.verbs if v.first >= i), None)
    between = s.parts[i : inner.first] if inner else ()
    if inner is None or _PARTS.intersection(between):
        return None
    opened = "that" in between
    subject = _object(s, i + between.index("that")) if opened else _object(s, i)
    whole = subject is not None and (opened or subject.end == inner.first)
    return inner if (whole and inner.finite) or (inner.first == i and not inner.finite) else None


def _is_untrue(s: Sentence, verb: VerbGroup) -> bool:
    """Tell whether claims, or what was just said, are called untrue."""
    how = s.low(_behind(s, verb))
    if "be" not in s.words[verb.head].kinds or not _is_told(verb) or how not in wordset("denials-untrue"):
        return False
    subject = _subject(s, verb)
    claims = subject is not None and s.words[subject.head].lemma in wordset("denials-of")
    return claims or (s.low(verb.first - 1) in ("that", "this") and how not in ("wrong", "incorrect"))


def _subject(s: Sentence, verb: VerbGroup) -> NounPhrase | None:
    clause = next((c for c in s.clauses if c.verb is verb), None)
    return next((p for p in s.phrases if clause and clause.start <= p.first and p.end <= verb.first), None)


def _is_told(verb: VerbGroup) -> bool:
    return verb.finite and not (verb.denied or verb.modality or verb.tense == "future")


def _behind(s: Sentence, verb: VerbGroup) -> int:
    """Return the first token behind a verb, its adverbs and quotation marks."""
    return next((k for k in range(verb.end, len(s)) if s.parts[k] not in ("adv", "quote", "open")), len(s))


def _object(s: Sentence, i: int) -> NounPhrase | None:
    """Return the noun phrase that begins at a token, *that figure* too: none behind a preposition (*disputes in*)."""
    first = i + (s.parts[i : i + 1] == ("that",))
    return next((p for p in s.phrases if p.first == first), None)


def _points_back(s: Sentence, verb: VerbGroup) -> bool:
    """Tell whether the sentence before tells what is denied: *disputes that figure*, *that is untrue*."""
    if _is_untrue(s, verb):
        phrase = _subject(s, verb)
        bare = phrase is not None and phrase.end == verb.first and s.low(phrase.first) in _POINTING
        return bare or s.low(verb.first - 1) in ("that", "this")
    i = _behind(s, verb)
    phrase = _object(s, i)
    if phrase is None or s.low(i) not in _POINTING or any(v.first == phrase.end for v in s.verbs):
        return False
    return s.words[phrase.head].lemma in wordset("denials-of") and s.low(phrase.end) not in ("that", "of", "by")
