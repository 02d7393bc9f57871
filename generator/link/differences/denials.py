"""Sentences that tell what somebody denies or disputes ──▶ one card for each matter, or for each who denies.

A source says so itself, in so many words: nothing is compared, and what is denied may be told by nobody else.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from generator.lexicons import wordset
from generator.link.content_words import stems_of
from generator.link.differences.asking import joined, lowered, spelt
from generator.link.differences.asking import told as clause_of
from generator.link.differences.card import Parts, Question, card, folded, reading
from generator.link.differences.corpus import Corpus, Line
from generator.link.sets import DisjointSets, gathered
from generator.model import Difference, Evidence, Kind, Span, Verdict
from generator.text import Sentence, VerbGroup, stem
from generator.text.phrases import NounPhrase

ALIKE, SHARED = 0.5, 3
"""Share of the shorter sentence's words of meaning that two sentences on one denial have in common, and how many."""
NAMED = 2
"""Who deny it that a question names."""
MOST = 60
"""Denials of one story that are compared with each other."""
_MAY_DENY = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied)|disput|refut|rebut|untrue|false|baseless|unfounded|groundless|fabric|wrong|incorrect|invented)"
)
"""What an article, and a sentence, must hold, so that few are read."""
_PARTS = frozenset(("comma", "break", "sub", "rel", "conj", "stop"))
"""What no clause goes on behind that a verb governs."""
_PHRASE = frozenset(("det", "adj", "noun", "name", "genitive", "prep", "participle"))
_OPENS = frozenset(("conj", "sub", "comma", "that"))
_LEADS_IN = frozenset(("prep", "adv", "sub", "to"))
_POINTING = frozenset(("the", "that", "this", "those", "these", "it"))
_BECAUSE = "A source says in so many words that it is denied or disputed."


class _Denial(NamedTuple):
    """The sentence, behind the one before it where it alone doesn't say what is denied, or by whom.

    ``clause`` is what is denied as it is asked for, ``who`` denies it; each is empty where the words don't give it.
    ``how`` is *denied* or *disputed*, ``matter`` the stems of the sentence, but for what is said of any claim.
    """

    sentences: tuple[Evidence, ...]
    matter: frozenset[str]
    clause: str
    who: str
    how: str


def denials(corpus: Corpus) -> Iterator[Difference]:
    """Yield what is denied in the articles of a story, or in one that is of no story: by one, or in like words."""
    found = [d for article in corpus.findings for d in corpus.once(_in_article, article)]
    for of_one in gathered((_story(corpus, d), d) for d in found).values():
        sets = DisjointSets(len(of_one))
        for (i, one), (j, other) in combinations(enumerate(of_one[:MOST]), 2):
            if _is_alike(one, other) or (one.who and folded(one.who) == folded(other.who)):
                sets.join(i, j)
        for group in gathered((sets.root(i), d) for i, d in enumerate(of_one)).values():
            yield _card(corpus, group)


def _story(corpus: Corpus, denial: _Denial) -> int | str:
    article = denial.sentences[-1].article
    story = corpus.story(article)
    return article if story is None else story


def _card(corpus: Corpus, group: Sequence[_Denial]) -> Difference:
    """Return the card of what is denied: an answer for each sentence that tells something else."""
    answers: list[list[_Denial]] = []
    for denial in group:
        like = next((a for a in answers if _is_alike(a[0], denial)), None)
        answers.append([denial]) if like is None else like.append(denial)
    clause = next((d.clause for d in group if d.clause), "") if len(answers) == 1 else ""
    named = [*dict.fromkeys(d.who for d in group)]
    by_whom = f" by {' and '.join(named)}" if all(named) and len(named) <= NAMED else ""
    parts = Parts(clause=clause, asked="" if clause else f"What is {group[0].how}{by_whom}?")
    told = ((_words_of(same[0]), (e for d in same for e in reversed(d.sentences))) for same in answers)
    return card(Question(Kind.DENIAL, parts, Verdict.DENIED, _BECAUSE), (reading(corpus, *one) for one in told))


def _words_of(denial: _Denial) -> str:
    """Return the sentences of a denial on one line."""
    return " ".join(" ".join(e.text for e in denial.sentences).split())


def _is_alike(one: _Denial, other: _Denial) -> bool:
    """Tell whether two sentences tell of one matter."""
    shared = len(one.matter & other.matter)
    return shared >= SHARED and shared >= ALIKE * min(len(one.matter), len(other.matter))


@cache
def _said() -> frozenset[str]:
    return frozenset(map(stem, (*wordset("denials-verbs"), *wordset("denials-of"))))


def _in_article(corpus: Corpus, article: str) -> Iterator[_Denial]:
    if not _MAY_DENY.search(corpus.article(article).text):
        return
    lines = [line for line in corpus.lines(article) if corpus.is_story(line)]
    for before, line in zip((None, *lines), lines, strict=False):
        asked = not _MAY_DENY.search(line.text) or line.text.rstrip().endswith("?")
        s = None if asked else joined(corpus, line)
        verb = next((v for v in s.verbs if _denies(s, v) or _is_untrue(s, v)), None) if s else None
        if s and verb and s.kind != "title":
            how = "disputed" if s.words[verb.head].lemma == "dispute" else "denied"
            told = (before.sentence, line.sentence) if before and _points_back(s, verb) else (line.sentence,)
            matter = frozenset(stems_of(line.text)) - _said()
            yield _Denial(told, matter, _clause(corpus, line, s, verb), _who(line, s, verb), how)


def _clause(corpus: Corpus, line: Line, s: Sentence, verb: VerbGroup) -> str:
    """Return the clause that is denied as a question asks for it, or nothing."""
    inner = _governed(s, verb)
    plain = inner and inner.finite and (inner.first == inner.head or "be" not in s.words[inner.head].kinds)
    at = Span(s.starts[inner.head], s.ends[inner.head]) if inner and plain else None  # not "had been too weak"
    asked = clause_of(corpus, line.sentence, at, wide=True, denied=True) if at else None
    points = asked is not None and {"pron", "poss"}.intersection(s.parts[verb.end : asked.end])  # "owed her father"
    return asked.clause() if asked and not points else ""


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
    """Tell whether claims are called untrue."""
    clause = next((c for c in s.clauses if c.verb is verb), None)
    called = clause is not None and "be" in s.words[verb.head].kinds and _is_told(verb)
    if not called or clause is None or s.low(_behind(s, verb)) not in wordset("denials-untrue"):
        return False
    subject = next((p for p in s.phrases if clause.start <= p.first and p.end <= verb.first), None)
    return subject is not None and s.words[subject.head].lemma in wordset("denials-of")


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
    """Tell whether the sentence before tells what is denied, or who does: *disputes that figure*, *She denied*."""
    if s.parts[s.story] == "pron":
        return True
    i = _behind(s, verb)
    phrase = _object(s, i)
    if phrase is None or s.low(i) not in _POINTING or any(v.first == phrase.end for v in s.verbs):
        return False
    return s.words[phrase.head].lemma in wordset("denials-of") and s.low(phrase.end) not in ("that", "of", "by")
