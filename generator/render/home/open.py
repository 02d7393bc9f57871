"""What is open: what a source itself says is disputed or not known, and what somebody denies."""

import re
from collections.abc import Iterable, Iterator

from generator.lexicons import wordset
from generator.model import Difference
from generator.render.home.centre import CONCERNS, Passage, in_rank
from generator.render.home.focus import RECENT, Focus
from generator.render.home.lines import Line, sentence_line
from generator.render.home.plans import age
from generator.render.home.telling import fresh
from generator.render.home.weights import Weights
from generator.text import Sentence, VerbGroup

_WHETHER = re.compile(
    r"\b(?:over (?:whether|who|how|why)|(?:unclear|unsure) (?:whether|who|how|why|what|when|where))\b"
)


def open_lines(weights: Weights, focus: Focus) -> list[Line]:
    """Return what the articles of the last days call disputed or unknown, what is nearest to the news first."""
    return in_rank(_open(weights, focus))


def _open(weights: Weights, focus: Focus) -> Iterator[tuple[float, Passage, Line]]:
    for passage in focus.all_passages:
        sentence, text = weights.lookup.grammar(passage.sentence), passage.sentence.text
        late = (age(passage.sentence.article, focus.newest, weights.lookup) or 0) <= RECENT  # else it may be settled
        told = sentence and late and not focus.centre.quoted(passage) and focus.closeness(passage) >= CONCERNS
        if sentence and told and (_WHETHER.search(text) or is_open(sentence)):
            line = sentence_line(passage, weights.lookup, undated=True)
            if line:
                yield focus.closeness(passage) - focus.centre.depth(passage), passage, line


def main(conflicts: Iterable[Difference]) -> tuple[Difference, ...]:
    """Return the differences that name what they ask for; how old somebody is and a quoted word stand elsewhere."""
    return tuple(d for d in conflicts if d.kind != "quotation" and not d.question.startswith("How old "))


def denials(denied: Iterable[Difference], weights: Weights, focus: Focus) -> tuple[Difference, ...]:
    """Return what the story tells of denials in sentences that stand alone: of one person once."""
    lookup = weights.lookup
    lines: dict[str, tuple[Line, Difference]] = {}
    for difference in denied:
        told = [e for e in difference.readings[0].evidence if e.article in focus.own]
        words = min(told, key=lambda e: (e.article != told[0].article, e.span.start), default=None)
        passage = focus.centre.passage(words) if words else None
        whole = words and passage and passage.sentence.span.holds(words.span)
        line = (
            sentence_line(passage, lookup) if passage and whole and focus.closeness(passage) >= CONCERNS / 2 else None
        )
        if line:
            span = line.words.span
            named = [m for m in lookup.mentions.get(line.words.article, ()) if span.holds(m.span)]
            denier = min(named, key=lambda m: m.span.start).entity if named else difference.id
            lines.setdefault(denier, (line, difference))
    found = dict(lines.values())
    return tuple(found[line] for line in fresh(found, (), focus, weights.quotas.grown))


def is_open(sentence: Sentence) -> bool:
    """Tell whether a sentence says that something is disputed or not known."""
    words = zip(sentence.words, sentence.parts, strict=True)
    called = any(part == "adj" and word.low in wordset("open-words") for word, part in words)
    # the verbs of relative clauses: those who don't know leave nothing open
    aside = [c.verb for c in sentence.clauses if "rel" in sentence.parts[c.start : c.verb.first]]
    return called or any(_opens(sentence, verb) for verb in sentence.verbs if verb not in aside)


def _opens(sentence: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a verb disputes (*contradicting*) or is one of knowing that is denied: *is not known*."""
    lemma = sentence.words[verb.head].lemma
    if not verb.denied:
        return lemma in wordset("open-deeds") and not verb.modality
    before = sentence.words[max(verb.first - 1, 0) : verb.end]  # nobody has said, not: said that nobody
    denied = verb.finite and verb.tense != "future" and any(w.kinds & {"not", "no"} for w in before)
    return denied and not verb.modality and lemma in wordset("open-known")
