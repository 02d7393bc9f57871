"""What one source says was done and another that it was not: same doer, same verb, same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator import edtf
from generator.lexicons import words
from generator.link.differences.card import Question, card, reading, short
from generator.link.differences.claims.claim import lead_of, one_story
from generator.link.events.verbs import forms
from generator.link.sayings import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.claims.claim import Lead
    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Difference

SHARED = 2
"""Names and words of meaning that two statements share besides the verb, one of them before it."""
SUBJECT, OBJECT = 80, 60
"""Characters before a verb in which its doer is named, and behind it in which the thing."""
MOST = 40
"""Sentences with one verb that a denial is compared with; a verb of more is one of the subject's own words."""

_CLAUSE_BEFORE = re.compile(r"[;:“”\"]|\b(?:and|but|while|when|which|that|because|although|after|before)\b")
_CLAUSE_BEHIND = re.compile(r"[,;:“”\".]|\b(?:and|but|while|when|which|that|because|although|after|before)\b")
_DENIED = re.compile(
    r"""(?xi)
    \b (?: did | does | do | was | were ) (?: \s not | n['’]t | \s never ) \s (?: been \s | be \s | ever \s )?
       (?P<past> [a-z]{3,20} ) \b                                                    # was not damaged
    | \b (?: has | have | had | is | are | will ) (?: \s not | n['’]t | \s never ) \s (?: been \s | be \s | yet \s )?
       (?P<open> [a-z]{3,20} ) \b                                                    # has not been signed
    | \b never \s (?P<never> [a-z]{3,20}ed ) \b                                      # never visited
    | \b (?: refused | declined | failed ) \s to \s (?P<refused> [a-z]{3,20} ) \b     # refused to sign
    | \b (?P<not> [a-z]{3,20}ed ) \s not \b                                           # pleaded not
    """
)
_NOUN = re.compile(r"(?i)\b(?:the|an?|his|her|its|their|this|these|those)\s+[a-z]{3,30}")
_PASSIVE = re.compile(r"(?i)\b(?:was|were|been|be|is|are)(?: not| never|n['’]t)?(?: \w{2,15}ly)? [a-z]{3,20}$")
_VERB = re.compile(r"\b[a-z]{3,20}\b")
_UNSURE = re.compile(
    r"(?i)\b(?:if|whether|would|could|should|may|might|not|never|no|nobody|none|neither|nor|refused?|declined?|failed?|denied"
    r"|denies|deny|without|to|must|can|plans?|planned|hopes?|wants?|wanted|asked|alleged(?:ly)?|suspected)\b|n['’]t\b"
)
_NONE = re.compile(r"(?i)\b(?:no|nobody|none|neither|nor|without|few|little)\b")
_NEAR_VERB = 30
"""Characters directly before a verb in which a word makes it uncertain or denies it."""
_HELPERS = frozenset(
    ("was", "were", "been", "being", "have", "has", "had", "does", "did", "are", "will", "said", "say", "says")
)


@dataclass(frozen=True, slots=True)
class _Statement:
    """A verb in a sentence with what is named before it and behind it: ids of names and stems of other words.

    What is not ``open`` is past and can't be done later; ``passive`` is what is done to what is named before the verb.
    """

    line: Line
    verb: str
    before: frozenset[str]
    behind: frozenset[str]
    open: bool = False
    passive: bool = False


def polarities(corpus: Corpus) -> Iterator[Difference]:
    """Set what is denied in one article against the same told as a fact in another on the same story."""
    denied, told = _statements(corpus)
    leads: dict[str, Lead] = {}
    for verb, statements in denied.items():
        facts = told.get(verb, [])
        denials = {(no.line.article, no.line.index) for no in statements}
        if len(facts) <= MOST:
            for no in statements:
                others = (f for f in facts if f.line.article != no.line.article)
                yes = [
                    f
                    for f in others
                    if (f.line.article, f.line.index) not in denials and _contradict(corpus, leads, no, f)
                ]
                if yes:
                    yield _card(corpus, no, yes)


Index = dict[str, list[_Statement]]


def _statements(corpus: Corpus) -> tuple[Index, Index]:
    """Return all denials by their verb, then the facts told with one of these verbs."""
    denied: defaultdict[str, list[_Statement]] = defaultdict(list)
    for article in corpus.briefing.articles:
        for index, span in enumerate(article.sentences):
            for match in _DENIED.finditer(article.text, span.start, span.end):
                line = corpus.line(article.id, index)
                group = match.lastgroup or "past"
                verb = _base(match[group])
                if verb:
                    begin, end = match.start() - span.start, match.end() - span.start
                    denied[verb].append(_statement(line, verb, (begin, end), opens=group == "open"))
    told: defaultdict[str, list[_Statement]] = defaultdict(list)
    for article in corpus.briefing.articles:
        for index, span in enumerate(article.sentences):
            text = article.text[span.start : span.end]
            for match in _VERB.finditer(text):
                verb = _base(match.group()) if match.group() not in _HELPERS else None
                if verb in denied and _is_fact(text, match.start(), match.end()):
                    told[verb or ""].append(_statement(corpus.line(article.id, index), verb or "", match.span()))
    return denied, told


def _is_fact(text: str, begin: int, end: int) -> bool:
    """Tell whether the verb at some place is told as done: no denial, doubt or plan before it, no *not* behind."""
    before = _CLAUSE_BEFORE.split(text[max(0, begin - _NEAR_VERB) : begin])[-1]
    past = _form(text[begin:end]) & {"past", "participle"}
    if _NONE.search(text[max(0, begin - SUBJECT) : begin]):
        return False
    return bool(past) and not _UNSURE.search(before) and not text[end : end + 5].startswith(" not")


@cache
def _base(word: str) -> str | None:
    """Return the base of a verb of which the tables know that it tells a happening, or of a regular one."""
    known = forms().get(word)
    if known:
        return known.base
    return word.removesuffix("ed").removesuffix("e") if word.endswith("ed") else None


@cache
def _form(word: str) -> frozenset[str]:
    known = forms().get(word)
    return known.parts if known else frozenset(("past", "participle") if word.endswith("ed") else ())


def _statement(line: Line, verb: str, place: tuple[int, int], *, opens: bool = False) -> _Statement:
    begin, end = place
    first = max(0, begin - SUBJECT)
    clause = _CLAUSE_BEFORE.split(line.text[first:begin])[-1]
    clause = clause if _named(line, begin - len(clause), begin) else line.text[first:begin]
    object_ = _CLAUSE_BEHIND.split(line.text[end : end + OBJECT], maxsplit=1)[0]
    passive = bool(_PASSIVE.search(line.text[first:end]))
    before, behind = _said(line, begin - len(clause), begin), _said(line, end, end + len(object_))
    return _Statement(line, verb, before, behind, open=opens, passive=passive)


def _named(line: Line, begin: int, end: int) -> bool:
    """Tell whether a part of a sentence says who: by a name, or by a noun after its article."""
    start = line.sentence.span.start
    return any(begin <= n.span.start - start < end for n, _ in line.names) or bool(_NOUN.search(line.text[begin:end]))


def _said(line: Line, begin: int, end: int) -> frozenset[str]:
    """Return the ids of the names in a part of a sentence, and the stems of its other words of meaning."""
    start = line.sentence.span.start
    named = [(n, e) for n, e in line.names if begin <= n.span.start - start and n.span.end - start <= end]
    known = {s for n, _ in named for s in stems_of(n.text)}
    plain = {s for s in stems_of(line.text[begin:end]) if s not in known and not s.isdigit()}
    return frozenset({e.id for _, e in named} | (plain - _general()))


@cache
def _general() -> frozenset[str]:
    return frozenset(stems_of(" ".join(words("link-function-words")))) | {"said", "peopl", "year", "tim", "also"}


def _contradict(corpus: Corpus, leads: dict[str, Lead], no: _Statement, yes: _Statement) -> bool:
    """Tell whether a denial and a fact are of the same doer and thing, at the same time."""
    subject, object_ = no.before & yes.before, no.behind & yes.behind
    if no.passive != yes.passive or not subject or len(subject) + len(object_) < SHARED:
        return False
    if not no.passive and (no.behind or yes.behind) and not object_:
        return False
    a, b = no.line.article, yes.line.article
    for article in (a, b):
        if article not in leads:
            leads[article] = lead_of(corpus, article)
    if not one_story(corpus, leads, a, b) or not _same_days(no.line, yes.line):
        return False
    return not no.open or corpus.days_apart(a, b) == 0


def _same_days(one: Line, other: Line) -> bool:
    mine, theirs = ([d.value for d in line.dates if d.value] for line in (one, other))
    return not mine or not theirs or any(edtf.compatible(a, b) for a in mine for b in theirs)


def _card(corpus: Corpus, no: _Statement, yes: list[_Statement]) -> Difference:
    question = Question(
        "denial",
        f"Is it so or not? “{short(no.line.text)}”",
        "conflict",
        "One source denies what another tells as a fact: the same verb, doer and thing, at the same time.",
    )
    told = tuple(dict.fromkeys(y.line.sentence for y in yes))
    return card(
        question,
        (reading(corpus, "said not to be so", (no.line.sentence,)), reading(corpus, "said to be so", told)),
    )
