"""What is open: sentences in which a source itself says that something is disputed or not known."""

import re
from collections.abc import Iterator

from generator.lexicons import wordset
from generator.render.home.centre import CONCERNS, Passage, in_rank
from generator.render.home.focus import RECENT, Focus
from generator.render.home.lines import Line, sentence_line
from generator.render.home.plans import age
from generator.render.home.weights import Weights
from generator.text import Sentence, VerbGroup

_WHETHER = re.compile(r"\b(?:over|unclear|unsure) (?:whether|who|how|why|what|when|where)\b")


def open_lines(weights: Weights, focus: Focus) -> list[Line]:
    """Return what the articles of the last days call disputed or unknown, what is nearest to the news first."""
    return in_rank(_open(weights, focus))


def _open(weights: Weights, focus: Focus) -> Iterator[tuple[float, Passage, Line]]:
    for passage in focus.all_passages:
        sentence, text = weights.lookup.grammar(passage.sentence), passage.sentence.text
        late = (age(passage.sentence.article, focus.newest, weights.lookup) or 0) <= RECENT  # else it may be settled
        told = sentence and late and text[0] not in '“"‘' and focus.closeness(passage) >= CONCERNS
        if sentence and told and (_WHETHER.search(text) or is_open(sentence)):
            line = sentence_line(passage, weights.lookup, undated=True)
            if line:
                yield focus.closeness(passage) - focus.centre.depth(passage), passage, line


def is_open(sentence: Sentence) -> bool:
    """Tell whether a sentence says that something is disputed or not known."""
    words = zip(sentence.words, sentence.parts, strict=True)
    called = any(part == "adj" and word.low in wordset("open-words") for word, part in words)
    return called or any(_opens(sentence, verb) for verb in sentence.verbs)


def _opens(sentence: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a verb disputes (*contradicting*) or is one of knowing that is denied: *is not known*."""
    lemma = sentence.words[verb.head].lemma
    if not verb.denied:
        return lemma in wordset("open-deeds") and not verb.modality
    before = sentence.words[max(verb.first - 1, 0) : verb.end]  # nobody has said, not: said that nobody
    denied = verb.finite and verb.tense != "future" and any(w.kinds & {"not", "no"} for w in before)
    return denied and not verb.modality and lemma in wordset("open-known")
