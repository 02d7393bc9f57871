"""Why something was done or failed, as a sentence says it: *the alarm was silent because a cable had been cut*."""

import re
from collections.abc import Iterator, Sequence

from generator.link.content_words import senses, senses_of, stems_of
from generator.link.differences.asking import told as clause_of
from generator.link.differences.card import short
from generator.link.differences.claims.claim import Found, Told, of_one_story
from generator.link.differences.claims.senses import acts
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.telling import LIGHT, Worded
from generator.model import Attribute, Span, Verdict
from generator.text.synonyms import are_near

KNOWN = 0.5
"""Share of the words of a reason with which an article knows it, too."""
SHARED = 2
"""Words of two sentences on what failed, by which they tell of one failure."""
_BECAUSE = re.compile(r"\b(?:because(?: of)?|owing to|on account of|for the [a-z ]{0,20}reason[^.;:]{0,20}:) ")
_UNSURE = re.compile(r"\b(?:may|might|could|would|if|perhaps|possibly|partly|also|not|only|simply|just) because")
_SAYS = acts("say tell think know believe write") | LIGHT
_FAILS = senses("fail miss lose vanish stall silent astray cancel collapse delay postpone stop close")
"""What is told of what was not done, as a *not* does."""


def reasons(corpus: Corpus, told: Sequence[Worded]) -> Iterator[Told]:
    """Yield the reasons that the clauses of an article give, with what is done and by or to whom."""
    for n, t in enumerate(told):
        found = _BECAUSE.search(t.line.text) if t.verb and not _UNSURE.search(t.line.text) else None
        at = t.s.token_at(t.line.sentence.span.start + found.start()) if found else None
        behind = next((b for b in told[n + 1 :] if b.verb and b.line is t.line), None)
        if not found or at is None or t.verb is None or t.verb.first > at or t.deed in _SAYS - senses("stay remain"):
            continue
        later = behind and behind.verb and behind.verb.first < at and behind.deed not in _SAYS
        whom = t.agent.whom | t.goal.whom
        value = re.split(r"[;.]", t.line.text[found.end() :])[0]
        if not later and whom:
            fails = "fails" if not t.holds or not _FAILS.isdisjoint((t.deed, *t.features)) else ""
            what = value, " ".join(sorted(whom)), t.deed, fails
            question = _why(corpus, t)
            yield Told(Attribute.REASON, "", "reason", t.line, short(value), question=question, what=what)


def _why(corpus: Corpus, t: Worded) -> str:
    """Return what asks for the reason of what was done, or nothing: *why did the alarm stay silent*."""
    verb = t.verb
    at = Span(t.s.starts[verb.head], t.s.ends[verb.head]) if verb and not verb.denied else None
    clause = clause_of(corpus, t.line.sentence, at, wide=True) if at else None
    return f"Why {clause.clause()}?".replace("Why ?", "") if clause else ""


def compare_reasons(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare the reasons that two articles of one story give for what one thing did, of which neither tells both."""
    (why, mine, deed, fails), (because, theirs, act, failed) = one.what, other.what
    shared = {*mine.split()} & {*theirs.split()}
    words, others = ({*senses_of(stems_of(t.line.text))} for t in (one, other))
    both = bool(fails and failed)
    alike = (shared and (both or are_near(deed, act))) or (both and len(words & others) >= SHARED)
    asked = alike and (one.question or other.question)
    if not asked or not of_one_story(corpus, one.article, other.article):
        return None
    if _knows(corpus, one.article, because, shared) or _knows(corpus, other.article, why, shared):
        return None
    return Verdict.CONFLICT, "Two articles give one thing two reasons, and neither gives the other's."


def _knows(corpus: Corpus, article: str, reason: str, shared: set[str]) -> bool:
    words = {*senses_of(stems_of(reason))} - shared
    return not words or len(words & {*senses_of(stems_of(corpus.article(article).text))}) > KNOWN * len(words)
